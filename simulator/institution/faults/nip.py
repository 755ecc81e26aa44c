"""Family N, the NIP: its length, what it says about its owner, and whose it is.

Scene: data quality of the master data; careers stand in identity.py. May import: kind, office, desk, person.
Facts: layout of NIP and NI PPPK (CONFIRMED, simulator/domain/kepegawaian.py).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office
from simulator.institution.faults.person import people, person_case, person_cell


def _sound(nip: str) -> bool:
    return len(nip) == 18 and nip.isdigit()


def _duplicates(office: Office) -> set[str]:
    return {nip for nip, rows in office.grouped("pegawai", "nip").items() if len(rows) > 1}


class NipLength(FaultKind):
    """A NIP that is no NIP: not eighteen digits."""

    kode, judul, kesulitan = "N01", "NIP tidak terdiri atas 18 angka", 1

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            nip, place = row["nip"], 9 + desk.number(row["pegawai_id"], 7)
            broken = desk.pick(
                row["pegawai_id"], [nip[:place] + nip[place + 1 :], nip[:place] + "0" + nip[place:]], salt=1
            )
            text = f"NIP {row['nama']} berisi {len(broken)} angka; NIP selalu 18 angka."
            yield person_case(row, text, person_cell(row, "nip", broken))

    def detect(self, office: Office) -> set[Objek]:
        return {("pegawai", row["pegawai_id"]) for row in office.rows("pegawai") if not _sound(row["nip"])}


class NipBirth(FaultKind):
    """Birth told twice, differently: the first eight digits of the NIP against the date of birth."""

    kode, judul, kesulitan = "N02", "Tanggal lahir pada NIP tidak sama dengan data lahir", 1
    sumber = "https://filjannah.blogspot.com/2012/12/nip-baru-18-digit.html"

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            born: date = row["tanggal_lahir"]
            if born.day <= 12 and born.day != born.month:
                wrong = born.replace(month=born.day, day=born.month)
            else:
                wrong = born + timedelta(days=1)
            text = f"Data lahir {row['nama']} {wrong:%d-%m-%Y}, sedangkan NIP menyatakan {born:%d-%m-%Y}."
            yield person_case(row, text, person_cell(row, "tanggal_lahir", wrong), guards=("nip",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"]) and row["nip"] not in shared and row["nip"][:8] != f"{row['tanggal_lahir']:%Y%m%d}"
        }


class NipSex(FaultKind):
    """Sex told twice, differently: the fifteenth digit of the NIP against the code of sex."""

    kode, judul, kesulitan = "N03", "Angka jenis kelamin pada NIP tidak sama dengan data", 1

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            wrong = row["nip"][:14] + ("1" if row["nip"][14] == "2" else "2") + row["nip"][15:]
            text = f"Angka ke-15 NIP {row['nama']} adalah {wrong[14]}, padahal kode jenis kelaminnya {row['nip'][14]}."
            yield person_case(row, text, person_cell(row, "nip", wrong), guards=("jenis_kelamin",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"]) and row["nip"] not in shared and row["nip"][14] != row["jenis_kelamin"]
        }


class NipTwice(FaultKind):
    """Two people, one NIP: the one whose birth it does not state carries the wrong number."""

    kode, judul, kesulitan = "N05", "NIP yang sama dipakai dua pegawai", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        staff = people(desk)
        for row in staff:
            for other in staff:
                alike = other["jenis_pegawai"] == row["jenis_pegawai"] and other is not row and _sound(other["nip"])
                if alike:
                    text = f"NIP {row['nama']} sama dengan NIP {other['nama']}."
                    guard = (("pegawai", other["pegawai_id"], "nip"),)
                    yield Case(
                        (person_cell(row, "nip", other["nip"]),), ("pegawai", row["pegawai_id"]), text, False, guard
                    )
                    break

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        staff = people(desk)
        for row in staff:
            for other in staff:
                if other is row or other["jenis_kelamin"] != row["jenis_kelamin"]:
                    continue
                name = row["nama"].replace(_bare(row["nama"]), _bare(other["nama"]))
                text = (
                    f"{name} senama dengan pegawai lain, tetapi NIP dan tanggal lahirnya berbeda; dua orang yang sah."
                )
                profile = Cell("profil", row["pegawai_id"], "nama", name)
                yield person_case(row, text, person_cell(row, "nama", name), profile, near_miss=True, guards=("nip",))
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
    """The NIP of the other kind: month of appointment (PNS) and PPPK code exchanged in digits 13 and 14."""

    kode, judul, kesulitan = "N06", "Pola NIP tidak sesuai jenis pegawai (PNS/PPPK)", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in people(desk):
            contract = row["jenis_pegawai"] == "pppk"
            middle = f"{1 + desk.number(row['pegawai_id'], 12):02d}" if contract else "21"
            nip = row["nip"][:12] + middle + row["nip"][14:]
            kind = "PPPK" if contract else "PNS"
            text = f"{row['nama']} berstatus {kind}, tetapi angka 13–14 NIP-nya {middle} mengikuti pola jenis lain."
            yield person_case(row, text, person_cell(row, "nip", nip), guards=("jenis_pegawai",))

    def detect(self, office: Office) -> set[Objek]:
        shared = _duplicates(office)
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if _sound(row["nip"])
            and row["nip"] not in shared
            and (1 <= int(row["nip"][12:14]) <= 12) != (row["jenis_pegawai"] == "pns")
        }


KINDS = (NipLength, NipBirth, NipSex, NipTwice, NipPattern)
