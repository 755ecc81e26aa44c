"""Family C: cascading. Links between RHK, and sums of targets.

Scene: planning. May import: kind, office, desk.
Facts: every main RHK of JA and JF names the superior's RHK (CONFIRMED, form column 2); a slice of a *langsung* cascade
counts in the parent (CONFIRMED).
Add: a kind here and in catalogue.py; a kind about one indicator goes into indicator.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row, first_number
from simulator.institution.texts import angka


def _jpt(office: Office) -> set[int]:
    """SKP of people who intervene nobody."""
    jobs = office.by_id("jabatan")
    return {row["skp_id"] for row in office.rows("skp") if jobs[row["jabatan_id"]]["jenis"] == "jpt"}


def _children(office: Office) -> dict[int, list[Row]]:
    """RHK by the superior's RHK they intervene."""
    return {key: rows for key, rows in office.grouped("rhk", "rhk_atasan_id").items() if key is not None}


def direct_slices(office: Office) -> dict[int, list[Row]]:
    """RHK that are slices of a superior's RHK: their text is the role of a *langsung* cell of the matrix."""
    roles = {
        (row["pegawai_id"], row["peran"]): row["rhk_pimpinan_id"]
        for row in office.rows("peran_hasil")
        if row["cascading"] == "langsung"
    }
    owner = {row["skp_id"]: row["pegawai_id"] for row in office.rows("skp")}
    slices: dict[int, list[Row]] = {}
    for row in office.rows("rhk"):
        parent = roles.get((owner[row["skp_id"]], row["teks"]))
        if parent is not None and parent == row["rhk_atasan_id"]:
            slices.setdefault(parent, []).append(row)
    return slices


def _without_role(office: Office) -> set[int]:
    """RHK of leaders under whom somebody works whose role is not in the matrix yet: nothing to add up so far."""
    # One person may carry several roles in the same RHK of the leader.
    roles = Counter((row["pegawai_id"], row["rhk_pimpinan_id"]) for row in office.rows("peran_hasil"))
    owner = {row["skp_id"]: row["pegawai_id"] for row in office.rows("skp")}
    carried = Counter((owner[row["skp_id"]], parent) for parent, rows in _children(office).items() for row in rows)
    return {parent for (person, parent), count in carried.items() if roles[person, parent] < count}


def _quantity(indicators: dict[int, list[Row]], rhk_id: int) -> Row | None:
    return next((row for row in indicators.get(rhk_id, []) if row["aspek"] == "kuantitas"), None)


class Dangling(FaultKind):
    """A main RHK supports nothing above it: the superior's RHK is missing where one is due."""

    kode, judul, kesulitan, per_60 = "C01", "RHK menggantung: tidak mengintervensi RHK pimpinan", 2, 2

    def _candidates(self, desk: Desk) -> Iterator[tuple[Row, Row]]:
        office, top, direct = desk.office, _jpt(desk.office), direct_slices(desk.office)
        slices = {row["rhk_id"] for rows in direct.values() for row in rows}
        rhk = office.by_id("rhk")
        for row in desk.shuffled(office.rows("rhk"), lambda entry: entry["rhk_id"]):
            parent = row["rhk_atasan_id"]
            if row["jenis"] != "utama" or parent is None or row["skp_id"] in top or row["rhk_id"] in slices:
                continue
            # The superior's RHK keeps another owner, so that nothing else breaks.
            if parent in rhk and len(_children(office)[parent]) > 1 and not _leads(office, row):
                yield row, rhk[parent]

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row, parent in self._candidates(desk):
            key = row["rhk_id"]
            text = (
                f"RHK “{row['teks']}” tidak mengintervensi RHK pimpinan mana pun; seharusnya mendukung "
                f"“{parent['teks']}”."
            )
            yield Case((Cell("rhk", key, "rhk_atasan_id", None),), ("rhk", key), text, False, (("rhk", key, "jenis"),))

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row, _parent in self._candidates(desk):
            key = row["rhk_id"]
            cells = (
                Cell("rhk", key, "jenis", "tambahan"),
                Cell("rhk", key, "rhk_atasan_id", None),
                Cell("rhk", key, "penugasan_dari", "Kepala Dinas"),
            )
            text = f"RHK “{row['teks']}” adalah tugas tambahan; RHK pimpinan yang diintervensi tidak wajib ada."
            yield Case(cells, ("rhk", key), text, True)

    def detect(self, office: Office) -> set[Objek]:
        top = _jpt(office)
        return {
            ("rhk", row["rhk_id"])
            for row in office.rows("rhk")
            if row["jenis"] == "utama" and row["rhk_atasan_id"] is None and row["skp_id"] not in top
        }


def _leads(office: Office, row: Row) -> bool:
    """The RHK has owners below it."""
    return row["rhk_id"] in _children(office)


class WithoutHeir(FaultKind):
    """A result of the organisation has no owner below: nobody's RHK names it, its column in the matrix is empty."""

    kode, judul, kesulitan = "C02", "RHK pimpinan tanpa penerus di bawahnya", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        office = desk.office
        children, direct = _children(office), direct_slices(office)
        by_skp = office.grouped("rhk", "skp_id")
        roles = office.by_id("peran_hasil")
        for parent_id in desk.shuffled(children, lambda key: key):
            parent = office.by_id("rhk").get(parent_id)
            heirs = _children(office).get(parent_id, [])
            if (
                parent is None
                or parent["klasifikasi"] != "organisasi"
                or parent_id in direct
                or not 1 <= len(heirs) <= 4
            ):
                continue
            others = [row for row in by_skp[parent["skp_id"]] if row["rhk_id"] in children and row is not parent]
            if not others:
                continue
            target = desk.pick(parent_id, others)["rhk_id"]
            cells = [Cell("rhk", heir["rhk_id"], "rhk_atasan_id", target) for heir in heirs]
            cells += [
                Cell("peran_hasil", heir["rhk_id"], "rhk_pimpinan_id", target)
                for heir in heirs
                if heir["rhk_id"] in roles
            ]
            text = f"RHK pimpinan “{parent['teks']}” tidak diteruskan kepada seorang pun; kolomnya kosong pada matriks."
            yield Case(tuple(cells), ("rhk", parent_id), text)

    def detect(self, office: Office) -> set[Objek]:
        children = _children(office)
        leaders = {row["skp_pimpinan_id"] for row in office.rows("matriks")}
        return {
            ("rhk", row["rhk_id"])
            for row in office.rows("rhk")
            if row["skp_id"] in leaders
            and row["jenis"] == "utama"
            and row["klasifikasi"] == "organisasi"
            and row["rhk_id"] not in children
        }


class WrongSum(FaultKind):
    """Slices of a *langsung* cascade do not add up: the members' quantities against the leader's."""

    kode, judul, kesulitan, per_60 = "C07", "Target bawahan tidak menjumlah ke target pimpinan", 2, 2

    def _sums(self, desk: Desk) -> Iterator[tuple[Row, list[Row]]]:
        office, direct = desk.office, direct_slices(desk.office)
        indicators = office.grouped("iki", "rhk_id")
        for parent_id in desk.shuffled(direct, lambda key: key):
            parent = _quantity(indicators, parent_id)
            parts = [part for row in direct[parent_id] if (part := _quantity(indicators, row["rhk_id"]))]
            if parent and len(parts) >= 2:
                yield parent, parts

    def cases(self, desk: Desk) -> Iterator[Case]:
        slices = {row["rhk_id"] for rows in direct_slices(desk.office).values() for row in rows}
        for parent, parts in self._sums(desk):
            # A part that is itself a sum stays, so that only one level is wrong.
            own = [part for part in parts if part["rhk_id"] not in direct_slices(desk.office)]
            if not own or (parent["rhk_id"] in slices and len(own) < 2):
                continue
            part = desk.pick(parent["iki_id"], own)
            number, unit = first_number(part["target"])
            assert number is not None
            wrong = number + max(1, number * (20 + desk.number(part["iki_id"], 30)) // 100)
            numbers = [wrong if other is part else first_number(other["target"])[0] or 0 for other in parts]
            total = sum(numbers)
            text = (
                f"Target bawahan untuk “{parent['indikator']}” berjumlah {angka(total)}, "
                f"sedangkan target pimpinan {parent['target']}."
            )
            guards = tuple(("iki", row["iki_id"], "target") for row in [parent, *parts] if row is not part)
            cells = (Cell("iki", part["iki_id"], "target", f"{angka(wrong)} {unit}"),)
            yield Case(cells, ("iki", parent["iki_id"]), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for parent, parts in self._sums(desk):
            if len(parts) < 2 or any(part["rhk_id"] in direct_slices(desk.office) for part in parts[:2]):
                continue
            (first, unit), (second, _) = first_number(parts[0]["target"]), first_number(parts[1]["target"])
            move = max(1, (second or 0) // 4)
            if not first or not second or second - move < 1:
                continue
            cells = (
                Cell("iki", parts[0]["iki_id"], "target", f"{angka(first + move)} {unit}"),
                Cell("iki", parts[1]["iki_id"], "target", f"{angka(second - move)} {unit}"),
            )
            text = f"Pembagian target “{parent['indikator']}” tidak sama rata, tetapi jumlahnya tetap cocok."
            guards = tuple(("iki", row["iki_id"], "target") for row in [parent, *parts[2:]])
            yield Case(cells, ("iki", parts[0]["iki_id"]), text, True, guards)

    def detect(self, office: Office) -> set[Objek]:
        indicators, found = office.grouped("iki", "rhk_id"), set()
        unfinished = _without_role(office)
        for parent_id, rows in direct_slices(office).items():
            parent = _quantity(indicators, parent_id)
            parts = [_quantity(indicators, row["rhk_id"]) for row in rows]
            if parent is None or parent_id in unfinished or any(part is None for part in parts):
                continue
            numbers = [first_number(part["target"])[0] for part in parts if part]
            if None not in numbers and sum(n or 0 for n in numbers) != first_number(parent["target"])[0]:
                found.add(("iki", parent["iki_id"]))
        return found


KINDS = (Dangling, WithoutHeir, WrongSum)
