"""The Puskesmas that is calibrated: who is in it, what they reached, what was seen of their conduct.

Scene: exercise 04 reads the participant's own office. May import: exercises.kit, simulator.
Facts: targets and realisations are rows of the office; notes on conduct come from bank.yaml (REKAAN). One RHK is read
by rule rating_hasil.capaian_rhk, an **aturan kelas** that is announced on the page.
Add: another source of facts about a member as a field of Anggota.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from exercises.kit.office import classroom_office
from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.domain.skp import JenisRHK
from simulator.rules.kuadran import tetapkan_predikat
from simulator.rules.rating_hasil import HasilRHK, capaian_rhk, rating_keseluruhan

BANYAK_DINILAI = 8
TAHUNAN = 5
#: How the class's units turned out as organisations, and how often each result is dealt (REKAAN): a pattern is only
#: learned by meeting more than one of them.
CAPAIAN = {
    PredikatOrganisasi.BAIK: (91.5, 5),
    PredikatOrganisasi.BUTUH_PERBAIKAN: (78.0, 3),
    PredikatOrganisasi.ISTIMEWA: (104.0, 2),
}
AKHIR_TAHUN = date(2026, 12, 31)  # the day on which the year is read; decides which dated numbers apply
_ANGKA = re.compile(r"\d[\d.]*")


@dataclass(frozen=True)
class CapaianRHK:
    """One RHK read at the end of the year by its quantity indicator."""

    jenis: JenisRHK
    rhk: str
    indikator: str
    target: str
    realisasi: str
    persen: int

    @property
    def rating(self) -> Rating:
        """How this RHK turned out, by the class's thresholds."""
        return capaian_rhk(self.persen, AKHIR_TAHUN)


@dataclass(frozen=True)
class Anggota:
    """One member of the unit with everything needed to rate them."""

    pegawai_id: int
    nama: str
    jabatan: str
    perilaku: Rating
    diberi: Predikat
    capaian: tuple[CapaianRHK, ...]
    catatan: tuple[str, ...] = field(default=())

    @property
    def hasil(self) -> Rating:
        """Rating of results by rule rating_hasil.keseluruhan."""
        return rating_keseluruhan([HasilRHK(satu.jenis, satu.rating) for satu in self.capaian])

    @property
    def predikat(self) -> Predikat:
        """What the kuadran makes of the two ratings."""
        return tetapkan_predikat(self.hasil, self.perilaku)


@dataclass(frozen=True)
class Unit:
    """The unit: members to rate (the first eight after mixing) and those already rated."""

    nama: str
    capaian_id: int
    organisasi: PredikatOrganisasi
    nilai: float
    hari: date
    dinilai: tuple[Anggota, ...]
    tetap: tuple[Anggota, ...]

    @property
    def jumlah_tetap(self) -> Counter[Predikat]:
        """Predikat of those already rated."""
        return Counter(satu.diberi for satu in self.tetap)


@lru_cache(maxsize=1)
def bank() -> dict[str, Any]:
    """Notes and feedback sentences."""
    return yaml.safe_load(Path(__file__).with_name("bank.yaml").read_text(encoding="utf-8"))


def pilih(seed: int, rng: random.Random) -> Unit:
    """One Puskesmas of this seed's office, with the people whose year teaches most put up for rating."""
    kantor = classroom_office(seed)
    unit = rng.choice([satu for satu in kantor.rows("unit_kerja") if str(satu["kode"]).startswith("PKM")])
    capaian = next(
        satu
        for satu in kantor.rows("capaian_organisasi")
        if satu["unit_id"] == unit["unit_id"] and satu["periode_id"] == TAHUNAN
    )
    anggota = _members(kantor, unit, rng)
    bobot = [satu for _, satu in CAPAIAN.values()]
    organisasi = random.Random(f"04_kalibrasi/capaian/{seed}").choices(list(CAPAIAN), bobot)[0]
    dinilai = _worth_rating(anggota, rng)
    return Unit(
        nama=str(unit["nama"]),
        capaian_id=capaian["capaian_id"],
        organisasi=organisasi,
        nilai=CAPAIAN[organisasi][0],
        hari=AKHIR_TAHUN,
        dinilai=dinilai,
        tetap=tuple(satu for satu in anggota if satu not in dinilai),
    )


def _members(kantor: Any, unit: dict[str, Any], rng: random.Random) -> tuple[Anggota, ...]:
    jabatan = {satu["jabatan_id"]: str(satu["nama"]) for satu in kantor.rows("jabatan")}
    tim = [satu for satu in kantor.rows("pegawai") if satu["atasan_id"] == unit["pimpinan_id"]]
    nomor = {satu["pegawai_id"] for satu in tim}
    capaian = _attained(kantor, nomor)
    evaluasi = {
        satu["pegawai_id"]: satu
        for satu in kantor.clean_rows("evaluasi")
        if satu["periode_id"] == TAHUNAN and satu["pegawai_id"] in nomor
    }
    kolam = {kode: rng.sample(isi, len(isi)) for kode, isi in bank()["perilaku"].items()}
    hasil = []
    for urutan, satu in enumerate(tim):
        satu_evaluasi = evaluasi[satu["pegawai_id"]]
        perilaku = kantor.truth.rating_jujur[satu_evaluasi["evaluasi_id"]][1]
        kalimat = kolam[perilaku.value]
        hasil.append(
            Anggota(
                pegawai_id=satu["pegawai_id"],
                nama=str(satu["nama"]),
                jabatan=jabatan[satu["jabatan_id"]],
                perilaku=perilaku,
                diberi=Predikat(satu_evaluasi["predikat"]),
                capaian=capaian[satu["pegawai_id"]],
                catatan=(kalimat[urutan % len(kalimat)], kalimat[(urutan + 3) % len(kalimat)]),
            )
        )
    return tuple(hasil)


def _attained(kantor: Any, nomor: set[int]) -> dict[int, tuple[CapaianRHK, ...]]:
    """Per person the quantity indicator of every RHK, target against the realisation of the year."""
    rhk = {satu["rhk_id"]: satu for satu in kantor.clean_rows("rhk") if satu["skp_id"] in nomor}
    realisasi = {
        satu["iki_id"]: str(satu["realisasi"])
        for satu in kantor.clean_rows("realisasi")
        if satu["skp_id"] in nomor and satu["periode_id"] == TAHUNAN
    }
    hasil: dict[int, list[CapaianRHK]] = {satu: [] for satu in sorted(nomor)}
    for iki in kantor.clean_rows("iki"):
        if iki["rhk_id"] not in rhk or iki["aspek"] != "kuantitas":
            continue
        milik = rhk[iki["rhk_id"]]
        target, satuan = _number(str(iki["target"]))
        tercapai = _number_of(realisasi[iki["iki_id"]], satuan)
        hasil[milik["skp_id"]].append(
            CapaianRHK(
                jenis=JenisRHK(milik["jenis"]),
                rhk=str(milik["teks"]),
                indikator=str(iki["indikator"]),
                target=str(iki["target"]),
                realisasi=f"{tercapai:,} {satuan}".replace(",", "."),
                persen=(200 * tercapai + target) // (2 * target),
            )
        )
    return {satu: tuple(isi) for satu, isi in hasil.items()}


def _number(teks: str) -> tuple[int, str]:
    angka = _ANGKA.search(teks)
    if angka is None:
        raise ValueError(f"target without a number: {teks!r}")
    return int(angka.group().replace(".", "")), teks[angka.end() :].strip()


def _number_of(teks: str, satuan: str) -> int:
    """The number that stands before the unit of the target."""
    angka = re.search(rf"(\d[\d.]*) {re.escape(satuan)}", teks)
    if angka is None:
        raise ValueError(f"realisation without {satuan!r}: {teks!r}")
    return int(angka.group(1).rstrip(".").replace(".", ""))


def _worth_rating(anggota: tuple[Anggota, ...], rng: random.Random) -> tuple[Anggota, ...]:
    """Eight members of as many different predikat as the unit has, in the unit's own order."""
    calon = rng.sample(anggota, len(anggota))
    dilihat: Counter[tuple[Rating, Rating]] = Counter()
    bertingkat = []
    for satu in calon:
        pasangan = (satu.hasil, satu.perilaku)
        bertingkat.append((dilihat[pasangan], satu))
        dilihat[pasangan] += 1
    bertingkat.sort(key=lambda satu: satu[0])  # stable: first one of each pair of ratings, then a second one, …
    terpilih = [satu for _, satu in bertingkat[:BANYAK_DINILAI]]
    return tuple(satu for satu in anggota if satu in terpilih)
