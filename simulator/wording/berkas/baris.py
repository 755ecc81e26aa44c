"""One row of a file: the statement it holds, or what is wrong with it.

Scene: what every reader yields. Imports simulator.wording.pernyataan. Facts: none.
Add: a field only when a report needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.wording.pernyataan import JENIS, Konteks, Pernyataan
from simulator.wording.teks import bersihkan

BATAS_SEL = 200_000
_ALIAS = {
    "teks": ("teks", "iki", "indikator", "pernyataan", "uraian", "isi"),
    "jenis_pernyataan": ("jenis_pernyataan", "jenis"),
    "rhk": ("rhk",),
    "rhk_atasan": ("rhk_atasan",),
    "aspek": ("aspek",),
    "target": ("target",),
    "satuan": ("satuan",),
    "jabatan": ("jabatan",),
}


@dataclass(frozen=True, slots=True)
class Baris:
    """``nomor`` counts as the file does (1 is the first line or sheet row); ``sel`` maps a field to its cell."""

    nomor: int
    pernyataan: Pernyataan | None = None
    galat: str = ""
    rhk_baru: Pernyataan | None = None
    sel: Mapping[str, str] = field(default_factory=dict)
    lembar: str = ""


class BarisRusak(ValueError):
    """A row that cannot be read; its message is shown with the row number."""


def _nilai(isi: Mapping[str, object], nama: str) -> str | None:
    for kunci in _ALIAS[nama]:
        nilai = isi.get(kunci)
        if nilai is None or nilai == "":
            continue
        if isinstance(nilai, (dict, list, tuple, set)):
            raise BarisRusak(f"Isi kolom “{kunci}” bukan teks.")
        if isinstance(nilai, float) and nilai.is_integer():
            nilai = int(nilai)
        return str(nilai)[:BATAS_SEL]
    return None


def jenis_dari(tulisan: str) -> str:
    """The kind of statement as written by people: ``Rencana Aksi`` → ``rencana_aksi``."""
    jenis = tulisan.strip().lower().replace(" ", "_").replace("-", "_")
    if jenis not in JENIS:
        raise BarisRusak(f"Jenis pernyataan “{bersihkan(tulisan)[:40]}” tidak dikenal. Pilihan: {', '.join(JENIS)}.")
    return jenis


def susun_pernyataan(isi: Mapping[str, object], nomor: int, jenis_bawaan: str = "iki") -> Pernyataan:
    """Build a statement from named fields.

    Raises: BarisRusak — no text, or a field of the wrong kind.
    """
    teks = _nilai(isi, "teks")
    jenis = jenis_dari(j) if (j := _nilai(isi, "jenis_pernyataan")) else ""
    if teks is None and jenis in ("", "rhk") and (rhk := _nilai(isi, "rhk")) is not None and "iki" not in isi:
        teks, jenis, isi = rhk, "rhk", {k: v for k, v in isi.items() if k != "rhk"}
    if teks is None or not bersihkan(teks):
        raise BarisRusak("Tidak ada teks pernyataan di baris ini.")
    konteks = isi.get("konteks")
    if konteks is not None and not isinstance(konteks, Mapping):
        raise BarisRusak("Kolom “konteks” harus berisi realisasi_tahun_lalu, kapasitas, dan standar.")
    if konteks is None and any(isi.get(k) for k in ("realisasi_tahun_lalu", "kapasitas", "standar")):
        konteks = isi
    return Pernyataan(
        teks=teks,
        jenis_pernyataan=jenis or jenis_bawaan,
        rhk=_nilai(isi, "rhk"),
        rhk_atasan=_nilai(isi, "rhk_atasan"),
        aspek=_nilai(isi, "aspek"),
        target=_nilai(isi, "target"),
        satuan=_nilai(isi, "satuan"),
        jabatan=_nilai(isi, "jabatan"),
        konteks=Konteks.dari(konteks),
        id=_kode(isi.get("id"), nomor),
    )


def _kode(kode: object, nomor: int) -> str | int:
    """The row's own id when it has one, else its number."""
    if isinstance(kode, int) and not isinstance(kode, bool):
        return kode
    return bersihkan(kode)[:200] if isinstance(kode, str) and kode.strip() else nomor
