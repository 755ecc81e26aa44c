"""Family N, careers: appointment, retirement, golongan.

Scene: data quality of the master data; the NIP itself stands in nip.py. May import: kind, office, desk, person.
Facts: BUP 58 and 60 (CONFIRMED, UU 20/2023); golongan of JF keahlian (SINGLE, Keppres 87/1999). Only what is confirmed
there is planted: no BUP of a JF, no golongan of a JF keterampilan.
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row
from simulator.institution.faults.person import people, person_case, person_cell

_BUP = {"jpt": 60, "administrator": 58, "pengawas": 58, "pelaksana": 58}
_GOLONGAN_JF = {
    "ahli_pertama": ("III/a", "III/b"),
    "ahli_muda": ("III/c", "III/d"),
    "ahli_madya": ("IV/a", "IV/b", "IV/c"),
}


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _with_birth(row: Row, born: date) -> tuple[Cell, ...]:
    """Birth and NIP changed together, so that only the age is wrong."""
    nip = f"{born:%Y%m%d}" + row["nip"][8:]
    return person_cell(row, "tanggal_lahir", born), person_cell(row, "nip", nip)


class TooYoung(FaultKind):
    """Appointed as a child: the TMT falls before the eighteenth birthday."""

    kode, judul, kesulitan = "N04", "TMT menunjukkan usia di bawah 18 tahun", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            tmt: date = row["tmt"].replace(year=row["tanggal_lahir"].year + 13 + desk.number(row["pegawai_id"], 3))
            nip = row["nip"][:8] + f"{tmt:%Y}" + row["nip"][12:]
            text = (
                f"TMT {row['nama']} {tmt:%d-%m-%Y} berarti diangkat pada usia {_age(row['tanggal_lahir'], tmt)} tahun."
            )
            yield person_case(
                row, text, person_cell(row, "tmt", tmt), person_cell(row, "nip", nip), guards=("tanggal_lahir",)
            )

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            if row["pendidikan"] != "SMA" or row["jenis_pegawai"] != "pns":
                continue
            born: date = row["tanggal_lahir"]
            tmt = date(born.year + 18 + (born.month == 12), born.month % 12 + 1, 1)
            nip = row["nip"][:8] + f"{tmt:%Y%m}" + row["nip"][14:]
            text = f"{row['nama']} diangkat tepat setelah berusia 18 tahun dengan ijazah SMA; ini diperbolehkan."
            yield person_case(row, text, person_cell(row, "tmt", tmt), person_cell(row, "nip", nip), near_miss=True)

    def detect(self, office: Office) -> set[Objek]:
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _age(row["tanggal_lahir"], row["tmt"]) < 18
        }


class PastRetirement(FaultKind):
    """Still active after retirement age: older than the BUP of the post by the end of the year."""

    kode, judul, kesulitan = "N07", "Masih aktif setelah mencapai batas usia pensiun", 2
    sumber = "UU 20/2023 Pasal 55 (BUP 60 untuk JPT Pratama, 58 untuk administrator, pengawas, pelaksana)"

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            limit = _BUP.get(desk.office.job(row)["jenis"])
            if limit is None or row["jenis_pegawai"] != "pns":
                continue
            year = desk.world.tahun - limit - 2 - desk.number(row["pegawai_id"], 3)
            born = row["tanggal_lahir"].replace(year=year, day=min(row["tanggal_lahir"].day, 28))
            text = (
                f"{row['nama']} berusia {desk.world.tahun - year} tahun pada {desk.world.tahun}; BUP "
                f"jabatannya {limit}."
            )
            yield person_case(row, text, *_with_birth(row, born), guards=("aktif", "jabatan_id"))

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            limit = _BUP.get(desk.office.job(row)["jenis"])
            if limit is None or row["jenis_pegawai"] != "pns":
                continue
            born = date(desk.world.tahun + 1 - limit, 4 + desk.number(row["pegawai_id"], 8), 15)
            text = (
                f"{row['nama']} baru mencapai BUP {limit} tahun pada {born.month:02d}-{born.year + limit}; "
                "masih sah aktif."
            )
            yield person_case(row, text, *_with_birth(row, born), near_miss=True, guards=("aktif", "jabatan_id"))

    def detect(self, office: Office) -> set[Objek]:
        end = max(row["periode_akhir"] for row in office.rows("periode_penilaian"))
        found = set()
        for row in office.rows("pegawai"):
            limit = _BUP.get(office.job(row)["jenis"])
            if limit is not None and row["aktif"] and _age(row["tanggal_lahir"], end) >= limit + 1:
                found.add(("pegawai", row["pegawai_id"]))
        return found


class GradeForJenjang(FaultKind):
    """A golongan outside the jenjang: a JF keahlian stands lower or higher than the ladder allows."""

    kode, judul, kesulitan = "N08", "Golongan tidak cocok dengan jenjang jabatan fungsional", 2
    sumber = "Keppres 87/1999 (jenjang JF keahlian dan golongan)"

    def cases(self, desk: Desk) -> Iterator[Case]:
        ladder = {row["golongan"]: row["pangkat"] for row in desk.world.pack.golongan}
        for row in people(desk):
            allowed = _GOLONGAN_JF.get(desk.office.job(row)["jenjang"])
            if allowed is None or row["jenis_pegawai"] != "pns":
                continue
            wrong = desk.pick(row["pegawai_id"], [step for step in ("III/a", "III/d", "IV/b") if step not in allowed])
            key = row["pegawai_id"]
            text = (
                f"{row['nama']} ({desk.office.job(row)['nama']}) tercatat golongan {wrong}; jenjangnya "
                f"{' sampai '.join((allowed[0], allowed[-1]))}."
            )
            yield person_case(
                row,
                text,
                person_cell(row, "golongan", wrong),
                person_cell(row, "pangkat", ladder[wrong]),
                Cell("profil", key, "golongan", wrong),
                guards=("jabatan_id", "jenis_pegawai"),
            )

    def detect(self, office: Office) -> set[Objek]:
        found = set()
        for row in office.rows("pegawai"):
            allowed = _GOLONGAN_JF.get(office.job(row)["jenjang"])
            if allowed and row["jenis_pegawai"] == "pns" and row["golongan"] not in allowed:
                found.add(("pegawai", row["pegawai_id"]))
        return found


KINDS = (TooYoung, PastRetirement, GradeForJenjang)
