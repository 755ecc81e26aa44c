"""The excerpt of SKP that question "temukan" shows: three planted problems among rows that are fine.

Scene: exercise 02, below temukan.py. May import: exercises.kit and the files of this folder.
Facts: faults C01, C07 and C10 planted in the office, rows as the office shows them; the other rows are sound.
Add: a kind of fault as a function that gives its groups, and its line in ``pilih``.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product

from simulator.domain.errors import DataTidakSah

from .kantor import Hasil, Kantor, Tanam, Ukuran


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: an RHK with one of its indicators, as the office shows it now."""

    hasil: Hasil
    ukuran: Ukuran


@dataclass(frozen=True, slots=True)
class Kelompok:
    """One problem and the rows it shows on."""

    masalah: str
    alasan: str
    baris: tuple[Baris, ...]


def pilih(kantor: Kantor, rng: random.Random) -> tuple[list[Kelompok], list[Baris]]:
    """The three problems and the sound rows, no indicator twice except in the duplicate."""
    kelompok = _apart(_orphans(kantor, rng), _twins(kantor, rng), _sums(kantor, rng))
    terpakai = {satu.hasil.id for grup in kelompok for satu in grup.baris}
    bersih = _sound_family(kantor, terpakai, rng)
    bersih += _extra_work(kantor, terpakai | {satu.hasil.id for satu in bersih}, rng)
    bersih += _sound_rows(kantor, terpakai | {satu.hasil.id for satu in bersih}, kelompok, bersih, rng)
    return kelompok, bersih


def _apart(*pilihan: list[Kelompok]) -> list[Kelompok]:
    """One problem of each kind, so that no row has two problems."""
    for gabungan in product(*pilihan):
        rhk = [satu.hasil.id for grup in gabungan for satu in grup.baris]
        if len(rhk) == len(set(rhk)):
            return list(gabungan)
    raise DataTidakSah(
        "Kantor latihan tidak memuat cacat C01, C07, dan C10 yang terpisah. Periksa daftar cacat pada exercise.yaml.",
        kode="cacat-tidak-ada",
    )


def _planted(kantor: Kantor, kode: str, kolom: str, rng: random.Random) -> list[Tanam]:
    calon = [satu for satu in kantor.tanam if (satu.kode, satu.kolom) == (kode, kolom) and not satu.bukan_salah]
    rng.shuffle(calon)
    return calon


def _orphans(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    hasil = [kantor.hasil[satu.kunci] for satu in _planted(kantor, "C01", "rhk_atasan_id", rng)]
    return [Kelompok("menggantung", "tanpa_induk", (_row(kantor, satu, satu.ukuran),)) for satu in hasil]


def _twins(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    daftar = []
    for tanam in _planted(kantor, "C10", "indikator", rng):
        hasil, ukuran = kantor.iki[tanam.kunci]
        kembaran = _same_text(kantor, str(tanam.nilai), hasil)
        if kembaran:
            baris = (_row(kantor, *kembaran), _row(kantor, hasil, ukuran))
            daftar.append(Kelompok("kembar", "sama_persis", baris))
    return daftar


def _same_text(kantor: Kantor, indikator: str, hasil: Hasil) -> tuple[Hasil, Ukuran] | None:
    """The row whose indicator was copied: the superior's RHK first, then any other."""
    calon = [
        (lain, ukuran)
        for lain in kantor.hasil.values()
        for ukuran in lain.semua_ukuran
        if ukuran.indikator == indikator and lain.id != hasil.id
    ]
    calon.sort(key=lambda satu: satu[0].id != hasil.induk_id)
    return calon[0] if calon else None


def _sums(kantor: Kantor, rng: random.Random) -> list[Kelompok]:
    daftar = []
    for tanam in _planted(kantor, "C07", "target", rng):
        hasil, _ = kantor.iki[tanam.kunci]
        induk = hasil if len(kantor.langsung(hasil.id)) > 1 else kantor.hasil.get(hasil.induk_id or 0)
        if induk and len(kantor.langsung(induk.id)) > 1:
            baris = _family(kantor, induk)
            selisih = sum(satu.ukuran.nilai or 0 for satu in baris[1:]) - (baris[0].ukuran.nilai or 0)
            daftar.append(Kelompok("jumlah", "lebih_besar" if selisih > 0 else "lebih_kecil", tuple(baris)))
    return sorted(daftar, key=lambda satu: len(satu.baris))


def _family(kantor: Kantor, induk: Hasil) -> list[Baris]:
    return [_row(kantor, satu, satu.ukuran) for satu in [induk, *kantor.langsung(induk.id)]]


def _row(kantor: Kantor, hasil: Hasil, ukuran: Ukuran) -> Baris:
    """The row with every planted value in place."""
    return Baris(kantor.terlihat(hasil), kantor.ukuran_terlihat(ukuran))


def _sound_family(kantor: Kantor, terpakai: set[int], rng: random.Random) -> list[Baris]:
    """A direct cascade that does add up; where the office has an unevenly shared one, that one."""
    calon = [
        keluarga
        for induk in kantor.hasil.values()
        if 1 < len(kantor.langsung(induk.id)) <= 3
        for keluarga in [_family(kantor, induk)]
        if not (terpakai | kantor.bercacat) & {satu.hasil.id for satu in keluarga}
    ]
    nyaris = {satu.id for satu in kantor.nyaris("C07")}
    janggal = [keluarga for keluarga in calon if nyaris & {satu.hasil.id for satu in keluarga}]
    return list(rng.choice(janggal or calon))


def _extra_work(kantor: Kantor, terpakai: set[int], rng: random.Random) -> list[Baris]:
    """An extra assignment supports no RHK of the leader, and need not; planted near-misses come first."""
    calon = [satu for satu in kantor.nyaris("C01") if satu.id not in terpakai] or [
        satu
        for satu in kantor.hasil.values()
        if satu.jenis == "tambahan" and satu.id not in terpakai | kantor.tersentuh
    ]
    return [_row(kantor, satu, satu.ukuran) for satu in rng.sample(calon, min(1, len(calon)))]


def _sound_rows(
    kantor: Kantor, terpakai: set[int], kelompok: list[Kelompok], bersih: list[Baris], rng: random.Random
) -> list[Baris]:
    """Three ordinary rows whose indicators stand nowhere else in the table."""
    ada = {satu.ukuran.indikator for grup in kelompok for satu in grup.baris} | {
        satu.ukuran.indikator for satu in bersih
    }
    terlarang = terpakai | kantor.tersentuh
    calon = [satu for satu in kantor.hasil.values() if satu.cascading == "tidak_langsung" and satu.id not in terlarang]
    rng.shuffle(calon)
    hasil: list[Baris] = []
    for satu in calon:
        if len(hasil) < 3 and satu.ukuran.indikator not in ada:
            ada.add(satu.ukuran.indikator)
            hasil.append(_row(kantor, satu, satu.ukuran))
    return hasil


def urutkan(kelompok: list[Kelompok], bersih: list[Baris], rng: random.Random) -> list[Baris]:
    """All rows once; families stand together, sound and faulty ones alike."""
    semua: list[Baris] = []
    for satu in [*(baris for grup in kelompok for baris in grup.baris), *bersih]:
        if satu not in semua:
            semua.append(satu)
    ada = {satu.hasil.id for satu in semua}
    blok: dict[int, list[Baris]] = {}
    for satu in semua:
        blok.setdefault(_head(satu.hasil, ada), []).append(satu)
    kepala = list(blok)
    rng.shuffle(kepala)
    return [satu for kunci in kepala for satu in sorted(blok[kunci], key=lambda baris: baris.hasil.id)]


def _head(hasil: Hasil, ada: set[int]) -> int:
    """A slice stands below its leader's RHK when that is in the table; everything else stands alone."""
    return hasil.induk_id if hasil.cascading == "langsung" and hasil.induk_id in ada else hasil.id
