"""What goes in and what comes out: Pernyataan, Konteks, Target, Temuan, Hasil.

Scene: the words shared by the engine, exercise 1, the notebook hints, the SKP import and ``bimtek iki``. Pure.
Facts: fields of an IKI as the SKP form has them (RHK, aspek, indikator, target).
Add: a field here, then where it is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

JENIS = ("rhk", "iki", "iku", "sasaran", "rencana_aksi")
BERUKURAN = frozenset(("iki", "iku", "rencana_aksi"))
KRITERIA = ("orientasi", "S", "M", "A", "R", "T", "bahasa")


@dataclass(frozen=True, slots=True)
class Konteks:
    """What is known about the work besides the wording: last year's result, capacity, standard."""

    realisasi_tahun_lalu: str | None = None
    kapasitas: str | None = None
    standar: str | None = None

    @classmethod
    def dari(cls, isi: Mapping[str, object] | Konteks | None) -> Konteks | None:
        """Build from a mapping with the same names; ``None`` stays ``None`` (nothing is known)."""
        if isi is None or isinstance(isi, Konteks):
            return isi
        nilai = [isi.get(nama) for nama in ("realisasi_tahun_lalu", "kapasitas", "standar")]
        return cls(*(None if n is None else str(n) for n in nilai))


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """One statement to judge. ``teks`` is the RHK or the indicator; the rest as far as it is known."""

    teks: str
    jenis_pernyataan: str = "iki"
    rhk: str | None = None
    rhk_atasan: str | None = None
    aspek: str | None = None
    target: str | None = None
    satuan: str | None = None
    jabatan: str | None = None
    konteks: Konteks | None = None
    id: str | int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A parsed target. ``bentuk``: angka, rentang, huruf, teks, kosong; ``pembanding``: =, ≥, ≤, >, <."""

    bentuk: str = "kosong"
    nilai: float | None = None
    nilai_maks: float | None = None
    pembanding: str = "="
    satuan: str = ""
    kelas_satuan: str = ""
    periode: str = ""
    huruf: str = ""
    teks: str = ""
    tambahan: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: which criterion, a stable code, the words it rests on, what is wrong, how to mend it."""

    kriteria: str
    kode: str
    kutipan: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """The judgement of one statement. S, M, A, R, T are ``None`` where they do not apply or nothing is known."""

    orientasi: str
    spesifik: str
    terukur: str
    waktu: str
    ragu: bool
    S: bool | None
    M: bool | None
    A: bool | None
    R: bool | None
    T: bool | None
    target: Target
    temuan: tuple[Temuan, ...] = ()
    usulan: tuple[str, ...] = ()
    id: str | int | None = None
    ragu_pada: tuple[str, ...] = ()

    def ke_dict(self) -> dict[str, object]:
        """The judgement as plain values, in the order ``bimtek iki periksa --json`` writes them."""
        return {
            "id": self.id,
            "orientasi": self.orientasi,
            "spesifik": self.spesifik,
            "terukur": self.terukur,
            "waktu": self.waktu,
            "ragu": self.ragu,
            "S": self.S,
            "M": self.M,
            "A": self.A,
            "R": self.R,
            "T": self.T,
            "temuan": [
                {"kriteria": t.kriteria, "kode": t.kode, "kutipan": t.kutipan, "pesan": t.pesan, "saran": t.saran}
                for t in self.temuan
            ],
            "usulan": list(self.usulan),
            "ragu_pada": list(self.ragu_pada),
        }
