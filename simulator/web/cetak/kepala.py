"""What every sheet has: its head, two identity tables, the signatures, the foot.

Scene: first part of each document's data. May import: simulator.domain, workflow.cetak, simulator.web.
Facts: instansi and period above, twin identity table, two signatures (CONFIRMED, forms of PermenPANRB 6/2022); the
signature block is hidden while an SKP is Draft or Pengajuan (CLONE); Anchor Tag marks where a certified signature goes
(SINGLE), its look is label simulasi. No logos, and SIMULASI PELATIHAN across every page.
Add: what all sheets gain.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.skp import IdentitasSKP, StatusSKP
from simulator.web.layar import tanggal
from simulator.workflow.cetak import NaskahSKP

ANCHOR = "#"
TANPA = "–"


def kepala(naskah: NaskahSKP, *judul: str, tahun_saja: bool = False) -> dict[str, Any]:
    """The head of a sheet; the first line of ``judul`` names the document."""
    skp = naskah.skp
    return {
        "judul": list(judul),
        "instansi": naskah.instansi.nama.upper(),
        "periode": "" if tahun_saja else f"PERIODE PENILAIAN: {masa(skp.periode_awal, skp.periode_akhir)}",
        "pegawai": kartu(skp.identitas_pegawai),
        "penilai": kartu(skp.identitas_penilai),
        "catatan": _catatan(naskah),
        "dicetak": f"Dicetak pada hari simulasi {tanggal(naskah.hari)}",
        "anchor": ANCHOR,
    }


def _catatan(naskah: NaskahSKP) -> str:
    skp = naskah.skp
    isi = [f"Status SKP: {skp.status.label}", f"versi {skp.versi}"]
    if skp.plt_plh_pjb:
        isi.append("SKP PLT/PLH/PJB")
    if skp.status is StatusSKP.DIGANTI:
        isi.append("tidak berlaku lagi, sudah ada versi yang lebih baru")
    return " · ".join(isi)


def masa(awal: date, akhir: date) -> str:
    """1 JANUARI SD 31 DESEMBER TAHUN 2026, as the form writes it."""
    hari_awal, hari_akhir = (tanggal(hari).rpartition(" ")[0].upper() for hari in (awal, akhir))
    return f"{hari_awal} SD {hari_akhir} TAHUN {akhir.year}"


def kelompok_jabatan(naskah: NaskahSKP) -> str:
    """The second line of a title; the wording of the groups is UNCERTAIN, that there are two is CONFIRMED."""
    if berperspektif(naskah):
        return "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
    return "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"


def berperspektif(naskah: NaskahSKP) -> bool:
    """Is this the form of a JPT, with Perspektif instead of the superior's RHK?"""
    return naskah.jabatan.jenis is JenisJabatan.JPT


def kartu(siapa: IdentitasSKP | None) -> list[list[str]]:
    """Five lines of an identity table: label and value."""
    isi = ("", "", "", "", "") if siapa is None else (siapa.nama, siapa.nip, siapa.pangkat, siapa.jabatan, siapa.unit)
    label = ("NAMA", "NIP", "PANGKAT/GOL. RUANG", "JABATAN", "UNIT KERJA")
    return [[nama, nilai.strip(" ,") or TANPA] for nama, nilai in zip(label, isi, strict=True)]


def tanda_tangan(siapa: IdentitasSKP | None, sebagai: str, kapan: date | None = None) -> dict[str, str]:
    """One signature: the hat, the day (dots where nobody knows it yet), the name."""
    return {
        "sebagai": sebagai,
        "tanggal": tanggal(kapan) if kapan else "........................",
        "nama": siapa.nama if siapa else TANPA,
        "nip": siapa.nip if siapa and siapa.nip.strip("- ") else "",
    }


def blok_tanda_tangan(*tanda: dict[str, str], tunggu: str = "") -> dict[str, Any]:
    """The signatures, or the sentence why there are none yet."""
    return {"tunggu": tunggu, "tanda": [] if tunggu else list(tanda)}


def tanda_tangan_skp(naskah: NaskahSKP) -> dict[str, Any]:
    """Employee and assessor, dated with the approval; hidden before it."""
    skp = naskah.skp
    tunggu = "" if naskah.bertanda_tangan else (
        f"Blok tanda tangan belum tampil karena SKP masih {skp.status.label}; tampil sesudah disetujui pejabat penilai."
    )  # fmt: skip
    return blok_tanda_tangan(
        tanda_tangan(skp.identitas_pegawai, "Pegawai yang Dinilai", skp.disetujui_pada),
        tanda_tangan(skp.identitas_penilai, "Pejabat Penilai Kinerja", skp.disetujui_pada),
        tunggu=tunggu,
    )
