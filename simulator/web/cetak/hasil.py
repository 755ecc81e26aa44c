"""SASARAN KINERJA PEGAWAI and EVALUASI KINERJA PEGAWAI: results, behaviour, and what was said of them.

Scene: the two forms that share one table. May import: simulator.domain, workflow.cetak, simulator.web.
Facts: columns F-1 to F-4 of the forms of PermenPANRB 6/2022 (CONFIRMED): JPT with Perspektif, JA/JF with the superior's
RHK and Aspek; kualitatif merges indicator and target in one line (for JA/JF UNCERTAIN); evaluation adds realisasi and
umpan balik with its writer named, "Pimpinan: …". Add: a column here and in pola/hasil.typ.
"""

from __future__ import annotations

from typing import Any

from simulator.domain.pelaksanaan import SasaranUmpanBalik, UmpanBalik
from simulator.domain.perilaku import PANDUAN_PERILAKU
from simulator.domain.skp import IKI, RHK, JenisRHK, NilaiBerAKHLAK, Pendekatan
from simulator.web.cetak.kepala import (
    TANPA,
    berperspektif,
    blok_tanda_tangan,
    kelompok_jabatan,
    kepala,
    tanda_tangan,
    tanda_tangan_skp,
)
from simulator.web.cetak.kurva import kurva_pola
from simulator.web.layar import label
from simulator.workflow.cetak import NaskahEvaluasi, NaskahSKP

BELUM = "Belum dinilai"
#: Signs of a row that still surely fits on one page.
UTUH_MAKS = 1_500


def isi_skp(naskah: NaskahSKP) -> dict[str, Any]:
    """Data of pola/skp.typ."""
    return {
        **kepala(naskah, "SASARAN KINERJA PEGAWAI", kelompok_jabatan(naskah), _pendekatan(naskah)),
        **_bentuk(naskah, evaluasi=False),
        "bagian": _bagian(naskah, None),
        "perilaku": _perilaku(naskah, None),
        "tanda": tanda_tangan_skp(naskah),
    }


def isi_evaluasi(cetak: NaskahEvaluasi) -> dict[str, Any]:
    """Data of pola/evaluasi.typ."""
    naskah, rated, capaian = cetak.naskah, cetak.isi.evaluasi, cetak.capaian
    kapan = rated.dinilai_pada if rated else None
    dinilai = rated is not None and rated.predikat is not None
    return {
        **kepala(naskah, "EVALUASI KINERJA PEGAWAI", kelompok_jabatan(naskah), _pendekatan(naskah)),
        **_bentuk(naskah, evaluasi=True),
        "nama_periode": cetak.isi.periode.nama.upper(),
        "organisasi": capaian.predikat.label.upper() if capaian else "BELUM DITETAPKAN",
        "unit": cetak.unit.nama if cetak.unit else TANPA,
        "kurva": kurva_pola(capaian.predikat) if capaian else None,
        "bagian": _bagian(naskah, cetak),
        "perilaku": _perilaku(naskah, cetak),
        "umpan_umum": _umpan(cetak, [u for u in cetak.isi.daftar_umpan if u.sasaran is SasaranUmpanBalik.UMUM]),
        "rating_hasil": label(rated.rating_hasil) if rated and rated.rating_hasil else BELUM,
        "rating_perilaku": label(rated.rating_perilaku) if rated and rated.rating_perilaku else BELUM,
        "predikat": label(rated.predikat) if rated and dinilai else BELUM,
        "tanda": blok_tanda_tangan(
            tanda_tangan(naskah.skp.identitas_pegawai, "Pegawai yang Dinilai"),
            tanda_tangan(naskah.skp.identitas_penilai, "Pejabat Penilai Kinerja", kapan),
            tunggu="" if dinilai else "Blok tanda tangan belum tampil karena periode ini belum dinilai.",
        ),
    }  # fmt: skip


def _pendekatan(naskah: NaskahSKP) -> str:
    return f"PENDEKATAN HASIL KERJA {naskah.skp.pendekatan.label.upper()}"


def _bentuk(naskah: NaskahSKP, *, evaluasi: bool) -> dict[str, Any]:
    return {
        "jpt": berperspektif(naskah),
        "kualitatif": naskah.skp.pendekatan is Pendekatan.KUALITATIF,
        "evaluasi": evaluasi,
    }


def _bagian(naskah: NaskahSKP, cetak: NaskahEvaluasi | None) -> list[dict[str, Any]]:
    """A. Utama and B. Tambahan."""
    return [
        {
            "judul": judul,
            "rhk": [
                _rhk(naskah, rhk, nomor, cetak)
                for nomor, rhk in enumerate((r for r in naskah.skp.daftar_rhk if r.jenis is jenis), start=1)
            ],
        }
        for judul, jenis in (("A. UTAMA", JenisRHK.UTAMA), ("B. TAMBAHAN", JenisRHK.TAMBAHAN))
    ]


def _rhk(naskah: NaskahSKP, rhk: RHK, nomor: int, cetak: NaskahEvaluasi | None) -> dict[str, Any]:
    above = "" if rhk.rhk_atasan_id is None else naskah.rhk_pimpinan.get(rhk.rhk_atasan_id, "")
    return {
        "nomor": str(nomor),
        "pimpinan": above,
        "teks": rhk.teks,
        "penugasan": rhk.penugasan_dari,
        "perspektif": rhk.perspektif.label if rhk.perspektif else TANPA,
        "iki": [_iki(iki, cetak) for iki in rhk.daftar_iki],
    }


def utuh(*isi: Any) -> bool:
    """Is this row short enough to stay on one page?"""
    return len(str(isi)) <= UTUH_MAKS


def _iki(iki: IKI, cetak: NaskahEvaluasi | None) -> dict[str, Any]:
    baris: dict[str, Any] = {"aspek": iki.aspek.label, "indikator": iki.indikator, "target": iki.target}
    if cetak is None:
        return {**baris, "utuh": utuh(baris)}
    isi = cetak.isi
    baris |= {
        "realisasi": [
            {"teks": satu.realisasi, "sumber": satu.sumber_data}
            for satu in isi.daftar_realisasi
            if satu.iki_id == iki.iki_id
        ],
        "bukti": [satu.nama_eviden for satu in isi.daftar_bukti if satu.iki_id == iki.iki_id],
        "umpan": _umpan(cetak, [satu for satu in isi.daftar_umpan if satu.iki_id == iki.iki_id]),
    }
    return {**baris, "utuh": utuh(baris)}


def _perilaku(naskah: NaskahSKP, cetak: NaskahEvaluasi | None) -> list[dict[str, Any]]:
    """The seven values with their panduan perilaku, whatever was written for them."""
    harapan = {satu.nilai: satu.teks for satu in naskah.skp.daftar_ekspektasi}
    words = [] if cetak is None else [u for u in cetak.isi.daftar_umpan if u.sasaran is SasaranUmpanBalik.PERILAKU]
    daftar: list[dict[str, Any]] = [
        {
            "nomor": str(nomor),
            "nilai": nilai.label,
            "panduan": list(PANDUAN_PERILAKU[nilai]),
            "ekspektasi": harapan.get(nilai, ""),
            "umpan": [] if cetak is None else _umpan(cetak, [u for u in words if u.nilai == nilai.value]),
        }
        for nomor, nilai in enumerate(NilaiBerAKHLAK, start=1)
    ]
    return [{**baris, "utuh": utuh(baris)} for baris in daftar]


def _umpan(cetak: NaskahEvaluasi, daftar: list[UmpanBalik]) -> list[dict[str, str]]:
    """Feedback with its writer, as the form attributes it."""
    return [
        {"dari": _pemberi(cetak, umpan), "teks": umpan.teks, "ikon": umpan.ikon.label if umpan.ikon else ""}
        for umpan in daftar
    ]


def _pemberi(cetak: NaskahEvaluasi, umpan: UmpanBalik) -> str:
    nama = cetak.pemberi.get(umpan.pemberi_id)
    if nama is None or umpan.pemberi_id == cetak.naskah.skp.penilai_id:
        return "Pimpinan"  # nobody of that number: the head of the region, who assesses from outside
    return nama
