"""Family N: identity. NIP, birth, appointment, retirement, golongan.

Scene: data quality of the master data. May import: kind, office, desk.
Facts: layout of NIP and NI PPPK (CONFIRMED, simulator/domain/kepegawaian.py); BUP 58 and 60 (CONFIRMED, UU 20/2023);
golongan of JF keahlian (SINGLE, Keppres 87/1999). Only what is confirmed there is planted: no BUP of a JF, no golongan
of a JF keterampilan.
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row

_BUP = {"jpt": 60, "administrator": 58, "pengawas": 58, "pelaksana": 58}
_GOLONGAN_JF = {
    "ahli_pertama": ("III/a", "III/b"),
    "ahli_muda": ("III/c", "III/d"),
    "ahli_madya": ("IV/a", "IV/b", "IV/c"),
}


def _people(desk: Desk) -> list[Row]:
    return desk.shuffled(desk.office.rows("pegawai"), lambda row: row["pegawai_id"])


def _cell(row: Row, column: str, value: Any) -> Cell:
    return Cell("pegawai", row["pegawai_id"], column, value)


def _case(row: Row, text: str, *cells: Cell, near_miss: bool = False, guards: tuple[str, ...] = ()) -> Case:
    key = row["pegawai_id"]
    return Case(cells, ("pegawai", key), text, near_miss, tuple(("pegawai", key, column) for column in guards))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _sound(nip: str) -> bool:
    return len(nip) == 18 and nip.isdigit()


def _duplicates(office: Office) -> set[str]:
    return {nip for nip, rows in office.grouped("pegawai", "nip").items() if len(rows) > 1}


def _with_birth(row: Row, born: date) -> tuple[Cell, ...]:
    """Birth and NIP changed together, so that only the age is wrong."""
    nip = f"{born:%Y%m%d}" + row["nip"][8:]
    return _cell(row, "tanggal_lahir", born), _cell(row, "nip", nip)


class NipLength(FaultKind):
    kode, judul, kesulitan = "N01", "NIP tidak terdiri atas 18 angka", 1

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            nip, place = row["nip"], 9 + desk.number(row["pegawai_id"], 7)
            broken = desk.pick(
                row["pegawai_id"], [nip[:place] + nip[place + 1 :], nip[:place] + "0" + nip[place:]], salt=1
            )
            text = f"NIP {row['nama']} berisi {len(broken)} angka; NIP selalu 18 angka."
            yield _case(row, text, _cell(row, "nip", broken))

    def detect(self, office: Office) -> set[Objek]:
        return {("pegawai", row["pegawai_id"]) for row in office.rows("pegawai") if not _sound(row["nip"])}


class NipBirth(FaultKind):
    kode, judul, kesulitan = "N02", "Tanggal lahir pada NIP tidak sama dengan data lahir", 1
    sumber = "https://filjannah.blogspot.com/2012/12/nip-baru-18-digit.html"

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            born: date = row["tanggal_lahir"]
            if born.day <= 12 and born.day != born.month:
                wrong = born.replace(month=born.day, day=born.month)
            else:
                wrong = born + timedelta(days=1)
            text = f"Data lahir {row['nama']} {wrong:%d-%m-%Y}, sedangkan NIP menyatakan {born:%d-%m-%Y}."
            yield _case(row, text, _cell(row, "tanggal_lahir", wrong), guards=("nip",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"]) and row["nip"] not in shared and row["nip"][:8] != f"{row['tanggal_lahir']:%Y%m%d}"
        }


class NipSex(FaultKind):
    kode, judul, kesulitan = "N03", "Angka jenis kelamin pada NIP tidak sama dengan data", 1

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            wrong = row["nip"][:14] + ("1" if row["nip"][14] == "2" else "2") + row["nip"][15:]
            text = f"Angka ke-15 NIP {row['nama']} adalah {wrong[14]}, padahal kode jenis kelaminnya {row['nip'][14]}."
            yield _case(row, text, _cell(row, "nip", wrong), guards=("jenis_kelamin",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"]) and row["nip"] not in shared and row["nip"][14] != row["jenis_kelamin"]
        }


class TooYoung(FaultKind):
    kode, judul, kesulitan = "N04", "TMT menunjukkan usia di bawah 18 tahun", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            tmt: date = row["tmt"].replace(year=row["tanggal_lahir"].year + 13 + desk.number(row["pegawai_id"], 3))
            nip = row["nip"][:8] + f"{tmt:%Y}" + row["nip"][12:]
            text = (
                f"TMT {row['nama']} {tmt:%d-%m-%Y} berarti diangkat pada usia {_age(row['tanggal_lahir'], tmt)} tahun."
            )
            yield _case(row, text, _cell(row, "tmt", tmt), _cell(row, "nip", nip), guards=("tanggal_lahir",))

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            if row["pendidikan"] != "SMA" or row["jenis_pegawai"] != "pns":
                continue
            born: date = row["tanggal_lahir"]
            tmt = date(born.year + 18 + (born.month == 12), born.month % 12 + 1, 1)
            nip = row["nip"][:8] + f"{tmt:%Y%m}" + row["nip"][14:]
            text = f"{row['nama']} diangkat tepat setelah berusia 18 tahun dengan ijazah SMA; ini diperbolehkan."
            yield _case(row, text, _cell(row, "tmt", tmt), _cell(row, "nip", nip), near_miss=True)

    def detect(self, office: Office) -> set[Objek]:
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _age(row["tanggal_lahir"], row["tmt"]) < 18
        }


class NipTwice(FaultKind):
    kode, judul, kesulitan = "N05", "NIP yang sama dipakai dua pegawai", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        people = _people(desk)
        for row in people:
            for other in people:
                alike = other["jenis_pegawai"] == row["jenis_pegawai"] and other is not row and _sound(other["nip"])
                if alike:
                    text = f"NIP {row['nama']} sama dengan NIP {other['nama']}."
                    guard = (("pegawai", other["pegawai_id"], "nip"),)
                    yield Case((_cell(row, "nip", other["nip"]),), ("pegawai", row["pegawai_id"]), text, False, guard)
                    break

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        people = _people(desk)
        for row in people:
            for other in people:
                if other is row or other["jenis_kelamin"] != row["jenis_kelamin"]:
                    continue
                name = row["nama"].replace(_bare(row["nama"]), _bare(other["nama"]))
                text = (
                    f"{name} senama dengan pegawai lain, tetapi NIP dan tanggal lahirnya berbeda; dua orang yang sah."
                )
                profile = Cell("profil", row["pegawai_id"], "nama", name)
                yield _case(row, text, _cell(row, "nama", name), profile, near_miss=True, guards=("nip",))
                break

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        found = set()
        for row in office.rows("pegawai"):
            # Of the two, the number belongs to the one whose birth it states.
            if row["nip"] in shared and row["nip"][:8] != f"{row['tanggal_lahir']:%Y%m%d}":
                found.add(("pegawai", row["pegawai_id"]))
        return found


def _bare(name: str) -> str:
    """A name without titles: the words before the comma that are not abbreviations."""
    words = name.split(",")[0].split()
    return " ".join(word for word in words if not word.endswith("."))


class NipPattern(FaultKind):
    kode, judul, kesulitan = "N06", "Pola NIP tidak sesuai jenis pegawai (PNS/PPPK)", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            contract = row["jenis_pegawai"] == "pppk"
            middle = f"{1 + desk.number(row['pegawai_id'], 12):02d}" if contract else "21"
            nip = row["nip"][:12] + middle + row["nip"][14:]
            kind = "PPPK" if contract else "PNS"
            text = f"{row['nama']} berstatus {kind}, tetapi angka 13–14 NIP-nya {middle} mengikuti pola jenis lain."
            yield _case(row, text, _cell(row, "nip", nip), guards=("jenis_pegawai",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"])
            and row["nip"] not in shared
            and (1 <= int(row["nip"][12:14]) <= 12) != (row["jenis_pegawai"] == "pns")
        }


class PastRetirement(FaultKind):
    kode, judul, kesulitan = "N07", "Masih aktif setelah mencapai batas usia pensiun", 2
    sumber = "UU 20/2023 Pasal 55 (BUP 60 untuk JPT Pratama, 58 untuk administrator, pengawas, pelaksana)"

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            limit = _BUP.get(desk.office.job(row)["jenis"])
            if limit is None or row["jenis_pegawai"] != "pns":
                continue
            year = desk.world.tahun - limit - 2 - desk.number(row["pegawai_id"], 3)
            born = row["tanggal_lahir"].replace(year=year, day=min(row["tanggal_lahir"].day, 28))
            text = (
                f"{row['nama']} berusia {desk.world.tahun - year} tahun pada {desk.world.tahun}; BUP "
                f"jabatannya {limit}."
            )
            yield _case(row, text, *_with_birth(row, born), guards=("aktif", "jabatan_id"))

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in _people(desk):
            limit = _BUP.get(desk.office.job(row)["jenis"])
            if limit is None or row["jenis_pegawai"] != "pns":
                continue
            born = date(desk.world.tahun + 1 - limit, 4 + desk.number(row["pegawai_id"], 8), 15)
            text = (
                f"{row['nama']} baru mencapai BUP {limit} tahun pada {born.month:02d}-{born.year + limit}; "
                "masih sah aktif."
            )
            yield _case(row, text, *_with_birth(row, born), near_miss=True, guards=("aktif", "jabatan_id"))

    def detect(self, office: Office) -> set[Objek]:
        end = max(row["periode_akhir"] for row in office.rows("periode_penilaian"))
        found = set()
        for row in office.rows("pegawai"):
            limit = _BUP.get(office.job(row)["jenis"])
            if limit is not None and row["aktif"] and _age(row["tanggal_lahir"], end) >= limit + 1:
                found.add(("pegawai", row["pegawai_id"]))
        return found


class GradeForJenjang(FaultKind):
    kode, judul, kesulitan = "N08", "Golongan tidak cocok dengan jenjang jabatan fungsional", 2
    sumber = "Keppres 87/1999 (jenjang JF keahlian dan golongan)"

    def cases(self, desk: Desk) -> Iterator[Case]:
        ladder = {row["golongan"]: row["pangkat"] for row in desk.world.pack.golongan}
        for row in _people(desk):
            allowed = _GOLONGAN_JF.get(desk.office.job(row)["jenjang"])
            if allowed is None or row["jenis_pegawai"] != "pns":
                continue
            wrong = desk.pick(row["pegawai_id"], [step for step in ("III/a", "III/d", "IV/b") if step not in allowed])
            key = row["pegawai_id"]
            text = (
                f"{row['nama']} ({desk.office.job(row)['nama']}) tercatat golongan {wrong}; jenjangnya "
                f"{' sampai '.join((allowed[0], allowed[-1]))}."
            )
            yield _case(
                row,
                text,
                _cell(row, "golongan", wrong),
                _cell(row, "pangkat", ladder[wrong]),
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


KINDS = (NipLength, NipBirth, NipSex, TooYoung, NipTwice, NipPattern, PastRetirement, GradeForJenjang)
