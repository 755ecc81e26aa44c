"""The participant's office as this exercise reads it: people, RHK with their indicators, who supports whom.

Scene: make_case of exercise 02. May import: simulator.institution through its public API only.
Facts: rows of the generated institution before any fault was planted, so that keys follow the office's own cascade;
what was planted stands in ``tanam``.
Add: a fact as a field, filled in ``baca``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

_TARGET = re.compile(r"\s*([\d.]+(?:,\d+)?)\s+(.+?)\s*")


@dataclass(frozen=True, slots=True)
class Orang:
    """One pegawai."""

    id: int
    nama: str
    jabatan: str
    unit: str
    atasan_id: int | None

    @property
    def sebutan(self) -> str:
        """Name and post, as options show them."""
        return f"{self.nama}, {self.jabatan}"


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One indicator of an RHK. ``nilai`` is None when the target is not one number with a unit."""

    iki_id: int
    aspek: str
    indikator: str
    target: str

    @property
    def nilai(self) -> float | None:
        cocok = _TARGET.fullmatch(self.target)
        return float(cocok[1].replace(".", "").replace(",", ".")) if cocok else None

    @property
    def satuan(self) -> str:
        cocok = _TARGET.fullmatch(self.target)
        return cocok[2].casefold() if cocok else ""


@dataclass(frozen=True, slots=True)
class Hasil:
    """One RHK of one person, its quantity indicator, all its indicators, the leader's RHK it supports (None: none)."""

    id: int
    orang_id: int
    teks: str
    jenis: str
    induk_id: int | None
    ukuran: Ukuran
    semua_ukuran: tuple[Ukuran, ...]
    cascading: str = ""
    penugasan: str = ""


@dataclass(frozen=True, slots=True)
class Tanam:
    """One planted cell of the office; entries that explain each other share ``kasus``."""

    kasus: str
    kode: str
    tabel: str
    kunci: int
    kolom: str
    nilai: object
    bukan_salah: bool
    keterangan: str


@dataclass(frozen=True)
class Kantor:
    """The clean office plus what was planted in it."""

    orang: dict[int, Orang]
    hasil: dict[int, Hasil]
    tim: dict[int, tuple[int, ...]]
    tanam: tuple[Tanam, ...]
    milik: dict[int, list[Hasil]] = field(default_factory=dict)
    anak: dict[int, list[Hasil]] = field(default_factory=dict)

    @cached_property
    def iki(self) -> dict[int, tuple[Hasil, Ukuran]]:
        """Every indicator by id, with its RHK."""
        return {ukuran.iki_id: (satu, ukuran) for satu in self.hasil.values() for ukuran in satu.semua_ukuran}

    def pemilik_kunci(self, tanam: Tanam) -> int:
        """The RHK that a planted cell belongs to; 0 when it belongs to none."""
        if tanam.tabel == "rhk":
            return tanam.kunci
        return self.iki[tanam.kunci][0].id if tanam.tabel == "iki" else 0

    @cached_property
    def tersentuh(self) -> frozenset[int]:
        """The RHK in which something was planted, faults and near-misses alike."""
        return frozenset(self.pemilik_kunci(satu) for satu in self.tanam)

    @cached_property
    def bercacat(self) -> frozenset[int]:
        """The RHK in which a fault was planted."""
        return frozenset(self.pemilik_kunci(satu) for satu in self.tanam if not satu.bukan_salah)

    def nyaris(self, kode: str) -> list[Hasil]:
        """The RHK of the near-misses of one kind: odd, but correct."""
        daftar = {self.pemilik_kunci(satu) for satu in self.tanam if satu.bukan_salah and satu.kode == kode}
        return [self.hasil[satu] for satu in sorted(daftar) if satu not in self.bercacat]

    def terlihat(self, hasil: Hasil) -> Hasil:
        """The RHK as the office shows it: with what was planted in it."""
        kolom = {satu.kolom: satu.nilai for satu in self.tanam if (satu.tabel, satu.kunci) == ("rhk", hasil.id)}
        return replace(
            hasil,
            induk_id=kolom.get("rhk_atasan_id", hasil.induk_id),
            teks=str(kolom.get("teks", hasil.teks)),
            jenis=str(kolom.get("jenis", hasil.jenis)),
            penugasan=str(kolom.get("penugasan_dari", hasil.penugasan)),
        )

    def ukuran_terlihat(self, ukuran: Ukuran) -> Ukuran:
        """The indicator as the office shows it."""
        kolom = {satu.kolom: satu.nilai for satu in self.tanam if (satu.tabel, satu.kunci) == ("iki", ukuran.iki_id)}
        return replace(ukuran, **{nama: str(kolom[nama]) for nama in ("indikator", "target") if nama in kolom})

    def utama(self, orang_id: int) -> list[Hasil]:
        """The main RHK of one person, in order."""
        return [satu for satu in self.milik.get(orang_id, []) if satu.jenis == "utama"]

    def langsung(self, induk_id: int) -> list[Hasil]:
        """The children that are slices of this RHK."""
        return [satu for satu in self.anak.get(induk_id, []) if satu.cascading == "langsung"]


def baca(inst) -> Kantor:
    """Read the generated institution."""
    hasil = {satu.id: satu for satu in _results(inst)}
    milik: dict[int, list[Hasil]] = defaultdict(list)
    anak: dict[int, list[Hasil]] = defaultdict(list)
    for satu in hasil.values():
        milik[satu.orang_id].append(satu)
        if satu.induk_id in hasil:
            anak[satu.induk_id].append(satu)
    orang = {satu.id: satu for satu in _people(inst)}
    return Kantor(orang, hasil, _teams(inst), tuple(_faults(inst)), dict(milik), dict(anak))


def _faults(inst) -> Iterator[Tanam]:
    for satu in inst.answer_key:
        if satu.kode.startswith("C"):
            yield Tanam(
                satu.kasus_id,
                satu.kode,
                satu.tabel,
                satu.kunci,
                satu.kolom,
                satu.nilai_tertanam,
                satu.bukan_salah,
                satu.keterangan,
            )


def _people(inst) -> Iterator[Orang]:
    jabatan = {baris["jabatan_id"]: baris["nama"] for baris in inst.clean_rows("jabatan")}
    unit = {baris["unit_id"]: baris["nama"] for baris in inst.clean_rows("unit_kerja")}
    for baris in inst.clean_rows("pegawai"):
        yield Orang(
            baris["pegawai_id"],
            baris["nama"],
            jabatan[baris["jabatan_id"]],
            unit.get(baris["unit_id"], ""),
            baris["atasan_id"],
        )


def _results(inst) -> Iterator[Hasil]:
    pemilik = {baris["skp_id"]: baris["pegawai_id"] for baris in inst.clean_rows("skp")}
    cascading = {
        (baris["rhk_pimpinan_id"], baris["pegawai_id"], baris["peran"]): str(baris["cascading"])
        for baris in inst.clean_rows("peran_hasil")
    }
    ukuran: dict[int, list[Ukuran]] = defaultdict(list)
    for baris in inst.clean_rows("iki"):
        ukuran[baris["rhk_id"]].append(
            Ukuran(baris["iki_id"], str(baris["aspek"]), baris["indikator"], baris["target"])
        )
    for baris in inst.clean_rows("rhk"):
        kunci = (baris["rhk_atasan_id"], pemilik[baris["skp_id"]], baris["teks"])
        semua = tuple(ukuran[baris["rhk_id"]])
        yield Hasil(
            baris["rhk_id"],
            pemilik[baris["skp_id"]],
            baris["teks"],
            baris["jenis"],
            baris["rhk_atasan_id"],
            next(satu for satu in semua if satu.aspek == "kuantitas"),
            semua,
            cascading.get(kunci, ""),
            baris["penugasan_dari"],
        )


def _teams(inst) -> dict[int, tuple[int, ...]]:
    """Leader → members, as the Matriks Peran Hasil lists them."""
    pimpinan = {baris["skp_pimpinan_id"]: baris["pimpinan_id"] for baris in inst.clean_rows("matriks")}
    tim: dict[int, list[int]] = defaultdict(list)
    for baris in inst.clean_rows("matriks_anggota"):
        tim[pimpinan[baris["skp_pimpinan_id"]]].append(baris["pegawai_id"])
    return {kunci: tuple(anggota) for kunci, anggota in tim.items()}
