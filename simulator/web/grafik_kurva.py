"""The curve of predikat as a drawing: bars of how many, brackets of how many the pattern allows, its bell behind.

Scene: Monitoring Kurva, Penilaian Bawahan and Rekap Instansi. Pure: simulator.domain, rules.distribusi,
workflow.kurva, web.cetak.kurva.
Facts: x runs over the five predikat from Sangat Kurang to Sangat Baik, y is *Frekuensi Pegawai*, and the form prints a
bell per capaian organisasi (CONFIRMED, ekinerja-app §8); the drawing is ours. Every number also stands in the table
below it. Add: another mark as another list of numbers; no colour carries a meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.domain.penilaian import Predikat
from simulator.rules.distribusi import kewajiban, pola_dalam_kata
from simulator.web.cetak.kurva import kurva_pola
from simulator.workflow.kurva import Kurva

LEBAR, TINGGI = 640, 320
_KIRI, _KANAN, _ATAS, _BAWAH = 52, 12, 24, 56


@dataclass(frozen=True, slots=True)
class Batang:
    """One predikat in pixels; ``min``/``maks`` None where there is no pattern, ``keluar`` where it is left."""

    kata: tuple[str, ...]
    jumlah: int
    x: float
    tengah: float
    lebar: float
    y: float
    tinggi: float
    min: float | None
    maks: float | None
    keluar: bool


@dataclass(frozen=True, slots=True)
class Grafik:
    """Everything the template draws."""

    lebar: int
    tinggi: int
    alas: float
    kiri: float
    kanan: float
    batang: tuple[Batang, ...]
    garis: tuple[tuple[float, int], ...]
    kurva: str
    pola: str
    kata: tuple[str, ...]
    wajib: tuple[Predikat, ...]
    uraian: str

    @property
    def berbatas(self) -> bool:
        """Does the pattern limit any of the five in a unit of this size?"""
        return any(satu.maks is not None for satu in self.batang)


def grafik(kurva: Kurva, hari: date) -> Grafik:
    """The drawing of one unit's curve; ``hari`` is the last day of its period, whose pattern holds."""
    puncak = max(1, *kurva.jumlah.values(), *(batas.min for batas in (kurva.batas or {}).values()))
    puncak = _bulat(puncak)
    alas, ruang = TINGGI - _BAWAH, TINGGI - _BAWAH - _ATAS
    petak = (LEBAR - _KIRI - _KANAN) / len(Predikat)
    keluar = {satu.predikat for satu in kurva.pelanggaran}

    def y(banyak: float) -> float:
        return round(alas - ruang * min(banyak, puncak) / puncak, 1)

    batang = []
    for urut, predikat in enumerate(Predikat):
        banyak, x = kurva.jumlah[predikat], _KIRI + urut * petak
        batas = None if kurva.batas is None else kurva.batas[predikat]
        if batas is not None and batas.min == 0 and batas.maks >= kurva.total:
            batas = None  # a pattern that forbids nothing is no bracket
        batang.append(
            Batang(
                _kata(predikat.label), banyak,
                round(x + petak * 0.2, 1), round(x + petak / 2, 1), round(petak * 0.6, 1),
                y(banyak), round(alas - y(banyak), 1), None if batas is None else y(batas.min),
                None if batas is None else y(batas.maks), predikat in keluar,
            )
        )  # fmt: skip
    langkah = max(1, puncak // 5)
    return Grafik(
        LEBAR, TINGGI, alas, _KIRI, LEBAR - _KANAN, tuple(batang),
        tuple((y(nilai), nilai) for nilai in range(0, puncak + 1, langkah)),
        _lengkung([(satu.tengah, satu.y) for satu in batang]), _lonceng(kurva, alas, ruang),
        () if kurva.organisasi is None else pola_dalam_kata(kurva.organisasi, hari), _wajib(kurva, hari),
        _uraian(kurva),
    )  # fmt: skip


def _kata(label: str) -> tuple[str, ...]:
    """A label in short lines, so that neighbours do not run into each other."""
    return tuple(label.replace("/", "/ ").split())


def _bulat(banyak: int) -> int:
    """The top of the scale: a multiple of five once there are more than five people."""
    return banyak if banyak <= 5 else -(-banyak // 5) * 5


def _lengkung(titik: list[tuple[float, float]]) -> str:
    """A smooth line through the tops that never runs below the base: tangents level at every point."""
    jalur = f"M {titik[0][0]} {titik[0][1]}"
    for (x0, y0), (x1, y1) in zip(titik, titik[1:], strict=False):
        tengah = round((x0 + x1) / 2, 1)
        jalur += f" C {tengah} {y0}, {tengah} {y1}, {x1} {y1}"
    return jalur


def _lonceng(kurva: Kurva, alas: float, ruang: float) -> str:
    """The bell that the form prints for this capaian, as high as the drawing: a shape, no numbers."""
    if kurva.organisasi is None:
        return ""
    tinggi = kurva_pola(kurva.organisasi)["tinggi"]
    langkah = (LEBAR - _KIRI - _KANAN) / (len(tinggi) - 1)
    titik = (f"{_KIRI + urut * langkah:.1f} {alas - ruang * satu:.1f}" for urut, satu in enumerate(tinggi))
    return "M " + " L ".join(titik)


def _wajib(kurva: Kurva, hari: date) -> tuple[Predikat, ...]:
    """Of these somebody has to be there; nobody in a team so small that the pattern limits nothing."""
    perlu = None if kurva.organisasi is None else kewajiban(kurva.organisasi, hari)
    sempit = kurva.batas is not None and min(batas.maks for batas in kurva.batas.values()) >= kurva.total
    return () if perlu is None or sempit else perlu.predikat


def _uraian(kurva: Kurva) -> str:
    isi = ", ".join(f"{predikat.label} {banyak} orang" for predikat, banyak in kurva.jumlah.items())
    belum = f"; {kurva.belum_dinilai} orang belum dinilai" if kurva.belum_dinilai else ""
    return f"Frekuensi pegawai per predikat: {isi}{belum}."
