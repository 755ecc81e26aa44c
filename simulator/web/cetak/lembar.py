"""Lampiran SKP, Matriks Peran Hasil, DOKUMEN EVALUASI KINERJA PEGAWAI, and the conversion to angka kredit.

Scene: the sheets with a layout of their own. May import: simulator.domain, workflow.cetak and pak, simulator.web.
Facts: three numbered lists; staff as rows and the leader's RHK as columns; sections 1–8 with dated signatures (1–4
CONFIRMED, name of 5 UNCERTAIN, 6–8 SINGLE). Columns of the conversion follow the BKN decks on Peraturan BKN 3/2023; the
sheet around them is label simulasi. Add: another sheet as one function that returns data.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from simulator.domain.angka_kredit import StatusPAK
from simulator.domain.penilaian import Keberatan
from simulator.domain.periode import TipePeriodik
from simulator.domain.skp import JenisLampiran
from simulator.web.cetak.hasil import BELUM, utuh
from simulator.web.cetak.kepala import (
    TANPA,
    blok_tanda_tangan,
    kartu,
    kepala,
    masa,
    tanda_tangan,
    tanda_tangan_skp,
)
from simulator.web.layar import label, tanggal
from simulator.workflow.buku_ak import NaskahPAK
from simulator.workflow.cetak import NaskahEvaluasi, NaskahMatriks, NaskahSKP
from simulator.workflow.pak import LembarKonversi

#: More columns than this no longer fit one page of a matrix; the rest follows as the next part.
KOLOM_MATRIKS = 6


def isi_lampiran(naskah: NaskahSKP) -> dict[str, Any]:
    """Data of pola/lampiran.typ."""
    lists: dict[JenisLampiran, list[str]] = {jenis: [] for jenis in JenisLampiran}
    for butir in sorted(naskah.skp.daftar_lampiran, key=lambda satu: (satu.urutan, satu.lampiran_id)):
        lists[butir.jenis].append(butir.teks)
    return {
        **kepala(naskah, "LAMPIRAN SASARAN KINERJA PEGAWAI"),
        "daftar": [{"judul": jenis.label.upper(), "butir": isi} for jenis, isi in lists.items()],
        "tanda": tanda_tangan_skp(naskah),
    }


def isi_matriks(cetak: NaskahMatriks) -> dict[str, Any]:
    """Data of pola/matriks.typ: the columns in parts that fit a page."""
    rhk = cetak.naskah.skp.daftar_rhk
    roles: dict[tuple[int, int], list[str]] = {}
    for satu in cetak.matriks.daftar_peran:
        roles.setdefault((satu.pegawai_id, satu.rhk_pimpinan_id), []).append(satu.peran)
    lebar = (
        -(-len(rhk) // -(-len(rhk) // KOLOM_MATRIKS)) if rhk else 1
    )  # seven columns are four and three, not six and one
    parts = [rhk[awal : awal + lebar] for awal in range(0, len(rhk), lebar)]
    return {
        **kepala(cetak.naskah, "MATRIKS PERAN HASIL"),
        "bagian": [
            {
                "judul": f"Bagian {nomor} dari {len(parts)}" if len(parts) > 1 else "",
                "kolom": [f"{rhk.index(satu) + 1}. {satu.teks}" for satu in part],
                "baris": [
                    _baris(nama, post, [roles.get((key, satu.rhk_id), []) for satu in part])
                    for key, nama, post in cetak.anggota
                ],
            }
            for nomor, part in enumerate(parts, start=1)
        ],
        "tanda": blok_tanda_tangan(
            tanda_tangan(cetak.naskah.skp.identitas_pegawai, "Pimpinan", cetak.naskah.skp.disetujui_pada),
            tunggu=tanda_tangan_skp(cetak.naskah)["tunggu"],
        ),
    }


def _baris(nama: str, post: str, sel: list[list[str]]) -> dict[str, Any]:
    return {"nama": nama, "jabatan": post, "sel": sel, "utuh": utuh(nama, post, sel)}


def isi_dokumen(cetak: NaskahEvaluasi) -> dict[str, Any]:
    """Data of pola/dokumen.typ."""
    skp, rated, periode = cetak.naskah.skp, cetak.isi.evaluasi, cetak.isi.periode
    dinilai = rated is not None and rated.predikat is not None
    akhir = periode.tipe is TipePeriodik.TAHUNAN
    return {
        **kepala(cetak.naskah, "DOKUMEN EVALUASI KINERJA PEGAWAI"),
        "nama_periode": f"PERIODE: {periode.nama.upper()}{' (AKHIR)' if akhir else ''}",
        "masa": masa(periode.periode_awal, periode.periode_akhir),
        "atasan": kartu(cetak.atasan_penilai),
        "organisasi": cetak.capaian.predikat.label.upper() if cetak.capaian else "BELUM DITETAPKAN",
        "unit": cetak.unit.nama if cetak.unit else TANPA,
        "predikat": label(rated.predikat).upper() if rated and dinilai else BELUM.upper(),
        "rekomendasi": (rated.catatan if rated else "") or TANPA,
        **_keberatan(cetak.isi.keberatan),
        "tanda": blok_tanda_tangan(
            tanda_tangan(skp.identitas_pegawai, "Pegawai yang Dinilai"),
            tanda_tangan(skp.identitas_penilai, "Pejabat Penilai Kinerja", rated.dinilai_pada if rated else None),
            tanda_tangan(cetak.atasan_penilai, "Atasan Pejabat Penilai Kinerja"),
            tunggu="" if dinilai else "Blok tanda tangan belum tampil karena periode ini belum dinilai.",
        ),
    }


def _keberatan(isi: Keberatan | None) -> dict[str, str]:
    """Sections 6 to 8."""
    if isi is None:
        return {"keberatan": "Tidak ada.", "penjelasan": TANPA, "keputusan": TANPA}
    putusan = f"{isi.status.label} ({tanggal(isi.diputus_pada)}): {isi.keputusan}"
    if isi.predikat_baru is not None:
        putusan += f"\nPredikat menjadi {isi.predikat_baru.label}."
    return {
        "keberatan": f"Diajukan {tanggal(isi.diajukan_pada)}: {isi.alasan}",
        "penjelasan": isi.penjelasan_penilai or "Belum ada penjelasan.",
        "keputusan": putusan if isi.diputus_pada else "Belum diputus.",
    }


def isi_pak(hasil: LembarKonversi) -> dict[str, Any]:
    """Data of pola/pak.typ."""
    skp = hasil.naskah.skp
    needs = (("kenaikan pangkat", hasil.kebutuhan_pangkat), ("kenaikan jenjang", hasil.kebutuhan_jenjang))
    return {
        **kepala(hasil.naskah, "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "DASAR PENETAPAN ANGKA KREDIT (PAK)"),
        "jenjang": hasil.jenjang.label,
        "predikat": hasil.predikat.label,
        "dasar": f"{hasil.periode.nama}, dinilai {tanggal(hasil.dinilai_pada)}",
        "persen": f"{angka(hasil.persen * 100, 0)}%",
        "koefisien": angka(hasil.koefisien),
        "bulan": f"{hasil.bulan} bulan",
        "hitungan": f"{hasil.bulan} ÷ 12 × {angka(hasil.persen * 100, 0)}% × {angka(hasil.koefisien)}",
        "angka_kredit": angka(hasil.angka_kredit),
        "kebutuhan": [
            [f"Angka kredit kumulatif untuk {nama}", angka(nilai)] for nama, nilai in needs if nilai is not None
        ],
        "perhatian": "Keberatan atas predikat tahunan ini belum diputus; angka kredit dapat berubah."
        if hasil.keberatan_terbuka
        else "",
        "tanda": blok_tanda_tangan(tanda_tangan(skp.identitas_penilai, "Pejabat Penilai Kinerja", hasil.dinilai_pada)),
    }


def isi_penetapan(cetak: NaskahPAK) -> dict[str, Any]:
    """Data of pola/penetapan.typ."""
    tahun, skp = cetak.tahun, cetak.naskah.skp
    disetujui = tahun.pak if tahun.status is not StatusPAK.DRAFT else None
    return {
        **kepala(cetak.naskah, "PENETAPAN ANGKA KREDIT (PAK)", f"TAHUN {tahun.tahun}"),
        "tahun": str(tahun.tahun),
        "jenjang": tahun.jenjang.label,
        "lama": [[str(satu.tahun), angka(satu.angka_kredit)] for satu in cetak.sebelum],
        "baris": [
            [
                f"{satu.periode.nama}{'' if satu.tahunan else ' (sementara)'}"
                + ("" if satu.jenjang is tahun.jenjang else f"\n{satu.jenjang.label}, tidak dijumlahkan"),
                satu.predikat.label, f"{angka(satu.persen * 100, 0)}%", angka(satu.koefisien), f"{satu.bulan} bulan",
                angka(satu.angka_kredit),
            ]
            for satu in tahun.daftar
        ],
        "angka_kredit": angka(tahun.angka_kredit),
        "akumulasi": angka(tahun.akumulasi),
        "kebutuhan": [[f"Angka kredit kumulatif untuk {satu.untuk}", angka(satu.perlu)] for satu in cetak.kebutuhan],
        "keadaan": f"Status: {tahun.status.label}"
        + (f", terkirim ke SIASN {tanggal(disetujui.dikirim_pada)}" if disetujui and disetujui.dikirim_pada else "")
        + ".",
        "tanda": blok_tanda_tangan(
            tanda_tangan(
                skp.identitas_penilai, "Pejabat Penilai Kinerja", disetujui.disetujui_pada if disetujui else None
            ),
            tunggu="" if disetujui else "Blok tanda tangan belum tampil karena PAK ini masih draft.",
        ),
    }  # fmt: skip


def angka(nilai: Decimal, desimal: int = 2) -> str:
    """A number with a comma: 18,75."""
    return f"{nilai:.{desimal}f}".replace(".", ",")
