"""Family S: structure. Superiors, posts.

Scene: the organisation as SIASN has it. May import: kind, office, desk.
Facts: wrong or empty superiors had to be cleaned in an agency's desk evaluation (SINGLE, BKPP Demak); the titles of
pelaksana since PermenPANRB 45/2022 stand in the pack (jabatan_pelaksana.csv). That a PLT of a vacant post is the
superior of its people is an aturan kelas (simulator/rules/penilai.py).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row
from simulator.institution.pack import load_pack

_DEMAK = "https://bkpp.demakkab.go.id/2024/03/desk-evaluasi-kinerja-asn-pada-e.html"


def _staff(desk: Desk) -> list[Row]:
    """People who lead nobody, in keyed order."""
    heads = {row["pimpinan_id"] for row in desk.office.rows("unit_kerja")}
    staff = [row for row in desk.office.rows("pegawai") if row["pegawai_id"] not in heads]
    return desk.shuffled(staff, lambda row: row["pegawai_id"])


def _rewired(row: Row, superior: int | None, text: str) -> Case:
    key = row["pegawai_id"]
    cells = (Cell("pegawai", key, "atasan_id", superior), Cell("profil", key, "atasan_id", superior))
    return Case(cells, ("pegawai", key), text)


def _acting_heads(office: Office) -> set[tuple[int, int]]:
    """(pegawai, unit): who is PLT of the post that leads a unit, on the day the year is looked back at."""
    end = max(row["periode_akhir"] for row in office.rows("periode_penilaian"))
    jobs = office.by_id("jabatan")
    return {
        (row["pegawai_id"], jobs[row["jabatan_id"]]["unit_id"])
        for row in office.rows("penugasan")
        if row["status"] == "plt"
        and jobs[row["jabatan_id"]]["pimpinan_unit"]
        and row["mulai"] <= end
        and (row["selesai"] is None or row["selesai"] >= end)
    }


class WrongUnit(FaultKind):
    """A superior from elsewhere: from a unit that is neither one's own nor above it."""

    kode, judul, kesulitan, sumber = "S01", "Atasan langsung berasal dari unit lain", 2, _DEMAK

    def cases(self, desk: Desk) -> Iterator[Case]:
        units = desk.office.rows("unit_kerja")
        for row in _staff(desk):
            line = desk.office.unit_line(row["unit_id"])
            strangers = [unit for unit in units if unit["unit_id"] not in line and unit["pimpinan_id"]]
            unit = desk.pick(row["pegawai_id"], strangers)
            head = desk.office.by_id("pegawai").get(unit["pimpinan_id"])
            if head is None:
                continue
            text = f"Atasan {row['nama']} tercatat {head['nama']} dari {unit['nama']}, bukan pimpinan unitnya sendiri."
            yield _rewired(row, head["pegawai_id"], text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """Who stands in for an absent head becomes PLT of the vacant post, and so the superior of its people."""
        office, people = desk.office, desk.office.by_id("pegawai")
        units = {unit["pimpinan_id"]: unit for unit in office.rows("unit_kerja")}
        for duty in office.rows("penugasan"):
            acting = people.get(duty["pegawai_id"])
            head = next((row for row in people.values() if row["jabatan_id"] == duty["jabatan_id"]), None)
            if acting is None or head is None or duty["status"] != "plh" or head["pegawai_id"] not in units:
                continue
            unit = units[head["pegawai_id"]]
            team = [row for row in _staff(desk) if row["unit_id"] == unit["unit_id"]]
            # Nobody planted under this superior may become right by the appointment.
            if acting["unit_id"] in office.unit_line(unit["unit_id"]) or any(
                row["atasan_id"] == acting["pegawai_id"] for row in team
            ):
                continue
            for row in team:
                if row["atasan_id"] == head["pegawai_id"]:
                    yield self._acting(duty, row, acting, head, unit)

    def _acting(self, duty: Row, row: Row, acting: Row, head: Row, unit: Row) -> Case:
        text = (
            f"Atasan {row['nama']} tercatat {acting['nama']} dari unit lain, tetapi {acting['nama']} adalah PLT "
            f"pimpinan {unit['nama']} yang jabatannya kosong; ini benar."
        )
        key, case = duty["penugasan_id"], _rewired(row, acting["pegawai_id"], text)
        cells = (
            Cell("penugasan", key, "status", "plt"),
            Cell("penugasan", key, "selesai", None),
            Cell("penugasan", key, "dasar", f"Surat Perintah Kepala Dinas {duty['mulai']:%d-%m-%Y}, jabatan kosong"),
            Cell("pegawai", head["pegawai_id"], "aktif", False),
        )
        return Case((*cells, *case.cells), case.objek, text, True)

    def detect(self, office: Office) -> set[Objek]:
        people, acting = office.by_id("pegawai"), _acting_heads(office)
        found = set()
        for row in office.rows("pegawai"):
            superior = people.get(row["atasan_id"]) if row["atasan_id"] else None
            if superior is None or superior["unit_id"] in office.unit_line(row["unit_id"]):
                continue
            if (superior["pegawai_id"], row["unit_id"]) in acting:
                continue
            # A head whose superior is one of the head's own people is a circle (S03), not a wrong unit.
            if superior["atasan_id"] != row["pegawai_id"]:
                found.add(("pegawai", row["pegawai_id"]))
        return found


class NoSuperior(FaultKind):
    """Nobody above: a superior is missing although the person does not lead the institution."""

    kode, judul, kesulitan, sumber = "S02", "Atasan langsung kosong", 1, _DEMAK

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in _staff(desk):
            yield _rewired(row, None, f"{row['nama']} tidak punya atasan langsung, padahal bukan pimpinan instansi.")

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in _staff(desk):
            text = f"{row['nama']} tidak lagi aktif, jadi atasan langsungnya tidak perlu diisi."
            case = _rewired(row, None, text)
            gone = Cell("pegawai", row["pegawai_id"], "aktif", False)
            yield Case((*case.cells, gone), case.objek, text, True)

    def detect(self, office: Office) -> set[Objek]:
        top = {row["pimpinan_id"] for row in office.rows("unit_kerja") if row["induk_id"] is None}
        return {
            ("pegawai", row["pegawai_id"])
            for row in office.rows("pegawai")
            if row["atasan_id"] is None and row["aktif"] and row["pegawai_id"] not in top
        }


class Circle(FaultKind):
    """Superiors in a circle: following them from a head of a unit leads back to that head."""

    kode, judul, kesulitan = "S03", "Rantai atasan berputar", 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        people = desk.office.by_id("pegawai")
        for row in _staff(desk):
            head = people.get(row["atasan_id"])
            # Heads of units below the top; the circle is head → member → head.
            if head is None or head["atasan_id"] is None:
                continue
            text = f"{head['nama']} tercatat sebagai bawahan {row['nama']}, padahal {row['nama']} bawahannya sendiri."
            case = _rewired(head, row["pegawai_id"], text)
            yield Case(case.cells, case.objek, text, False, (("pegawai", row["pegawai_id"], "atasan_id"),))

    def detect(self, office: Office) -> set[Objek]:
        superior = {row["pegawai_id"]: row["atasan_id"] for row in office.rows("pegawai")}
        heads = {row["pimpinan_id"] for row in office.rows("unit_kerja")}
        found = set()
        for start in superior:
            walked: list[int] = []
            current: int | None = start
            while current is not None and current not in walked:
                walked.append(current)
                current = superior.get(current)
            if current == start and start in heads:
                found.add(("pegawai", start))
        return found


class OldTitle(FaultKind):
    """A title that is no longer in force: a pelaksana's post named outside the current nomenclature."""

    kode, judul, kesulitan = "S04", "Jabatan pelaksana memakai nomenklatur lama", 1
    sumber = "PermenPANRB 45/2022 (paparan Kemendagri, nama jabatan pelaksana)"

    def cases(self, desk: Desk) -> Iterator[Case]:
        old: dict[str, list[str]] = {}
        for line in desk.world.pack.nomenklatur_lama:
            old.setdefault(line["pengganti"], []).append(line["nama"])
        jobs = [row for row in desk.office.rows("jabatan") if row["jenis"] == "pelaksana"]
        for row in desk.shuffled(jobs, lambda job: job["jabatan_id"]):
            if row["nama"] not in old:
                continue
            title = desk.pick(row["jabatan_id"], old[row["nama"]])
            text = f"“{title}” adalah nama jabatan pelaksana lama; nomenklatur yang berlaku: {row['nama']}."
            cells = (Cell("jabatan", row["jabatan_id"], "nama", title),)
            yield Case(cells, ("jabatan", row["jabatan_id"]), text)

    def detect(self, office: Office) -> set[Objek]:
        scenario = office.rows("instansi")[0]["skenario"]
        known = {row["nama"] for row in load_pack(scenario).jabatan_pelaksana}
        return {
            ("jabatan", row["jabatan_id"])
            for row in office.rows("jabatan")
            if row["jenis"] == "pelaksana" and row["nama"] not in known
        }


def _incumbents(office: Office) -> dict[int, list[Row]]:
    """Active people by post."""
    groups = office.grouped("pegawai", "jabatan_id")
    active = {job: [row for row in rows if row["aktif"]] for job, rows in groups.items()}
    return {job: rows for job, rows in active.items() if rows}


class Overfilled(FaultKind):
    """More people than the post needs: active incumbents against the need on the peta jabatan."""

    kode, judul, kesulitan = "S05", "Isi jabatan melebihi kebutuhan", 1

    def cases(self, desk: Desk) -> Iterator[Case]:
        filled = _incumbents(desk.office)
        jobs = [row for row in desk.office.rows("jabatan") if not row["pimpinan_unit"] and row["jabatan_id"] in filled]
        jobs = desk.shuffled(jobs, lambda job: job["jabatan_id"])
        # Posts with several incumbents first: there the surplus is one of them.
        for row in sorted(jobs, key=lambda job: len(filled[job["jabatan_id"]]) == 1):
            people = len(filled[row["jabatan_id"]])
            text = f"Kebutuhan {row['nama']} {people - 1} orang, terisi {people}."
            cells = (Cell("jabatan", row["jabatan_id"], "kebutuhan", people - 1),)
            guards = tuple(("pegawai", person["pegawai_id"], "jabatan_id") for person in filled[row["jabatan_id"]])
            yield Case(cells, ("jabatan", row["jabatan_id"]), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        filled = _incumbents(desk.office)
        for row in desk.shuffled(desk.office.rows("jabatan"), lambda job: job["jabatan_id"]):
            people = len(filled.get(row["jabatan_id"], []))
            if people >= 2 and row["kebutuhan"] > people:
                text = f"{row['nama']} terisi {people} orang dan kebutuhannya juga {people}: penuh, bukan berlebih."
                cells = (Cell("jabatan", row["jabatan_id"], "kebutuhan", people),)
                yield Case(cells, ("jabatan", row["jabatan_id"]), text, True)

    def detect(self, office: Office) -> set[Objek]:
        filled = _incumbents(office)
        return {
            ("jabatan", row["jabatan_id"])
            for row in office.rows("jabatan")
            if len(filled.get(row["jabatan_id"], [])) > row["kebutuhan"]
        }


KINDS = (WrongUnit, NoSuperior, Circle, OldTitle, Overfilled)
