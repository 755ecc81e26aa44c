"""Family C: cascading. Links between RHK, units of targets, sums, wording, repeated indicators.

Scene: planning. May import: kind, office, desk.
Facts: every main RHK of JA and JF names the superior's RHK (CONFIRMED, form column 2); a slice of a *langsung* cascade
counts in the parent (CONFIRMED); units that do not fit and indicators shared by several results were seen in real plan
documents (SINGLE).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row, first_number
from simulator.institution.texts import angka

_RENSTRA = "terlihat pada dokumen Renstra daerah yang nyata (tanpa menyalin isinya)"
_KERTAS = ("dokumen", "laporan", "berkas", "surat", "notulen", "rekap", "telaah", "media", "infografik", "buletin")
_ORANG = ("orang", "pasien", "keluarga", "balita", "anak", "pegawai", "kader", "warga", "ibu", "tenaga", "kontak")
#: An active verb at the head of an indicator: doing, not result. Results end in -nya or are nouns.
_KERJA = re.compile(r"^(meng|meny|mem|men|mel|mer|mew)[a-z]{3,}$")


def _jpt(office: Office) -> set[int]:
    """SKP of people who intervene nobody."""
    jobs = office.by_id("jabatan")
    return {row["skp_id"] for row in office.rows("skp") if jobs[row["jabatan_id"]]["jenis"] == "jpt"}


def _children(office: Office) -> dict[int, list[Row]]:
    """RHK by the superior's RHK they intervene."""
    return {key: rows for key, rows in office.grouped("rhk", "rhk_atasan_id").items() if key is not None}


def _direct(office: Office) -> dict[int, list[Row]]:
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


def _quantity(indicators: dict[int, list[Row]], rhk_id: int) -> Row | None:
    return next((row for row in indicators.get(rhk_id, []) if row["aspek"] == "kuantitas"), None)


class Dangling(FaultKind):
    kode, judul, kesulitan, per_60 = "C01", "RHK menggantung: tidak mengintervensi RHK pimpinan", 2, 2

    def _candidates(self, desk: Desk) -> Iterator[tuple[Row, Row]]:
        office, top, direct = desk.office, _jpt(desk.office), _direct(desk.office)
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
    kode, judul, kesulitan = "C02", "RHK pimpinan tanpa penerus di bawahnya", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        office = desk.office
        children, direct = _children(office), _direct(office)
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


class UnitMismatch(FaultKind):
    kode, judul, kesulitan, sumber, per_60 = "C04", "Satuan target kosong atau tidak cocok", 1, _RENSTRA, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        office, direct = desk.office, _direct(desk.office)
        summed = {*direct, *(row["rhk_id"] for rows in direct.values() for row in rows)}
        for row in desk.shuffled(office.rows("iki"), lambda entry: entry["iki_id"]):
            number, unit = first_number(row["target"])
            if row["aspek"] != "kuantitas" or row["rhk_id"] in summed or number is None:
                continue
            noun = _noun(row["indikator"])
            wrong = "Orang" if noun in _KERTAS else "Dokumen" if noun in _ORANG else ""
            target = f"{angka(number)} {wrong}".strip()
            said = f"bersatuan {wrong}" if wrong else "tanpa satuan"
            text = f"Target “{target}” {said}, padahal indikatornya “{row['indikator']}”; satuan yang tepat {unit}."
            key = row["iki_id"]
            yield Case((Cell("iki", key, "target", target),), ("iki", key), text, False, (("iki", key, "indikator"),))

    def detect(self, office: Office) -> set[Objek]:
        found = set()
        for row in office.rows("iki"):
            unit = first_number(row["target"])[1].lower()
            noun = _noun(row["indikator"])
            crossed = (noun in _KERTAS and unit in _ORANG) or (noun in _ORANG and unit in _KERTAS)
            if not unit or crossed:
                found.add(("iki", row["iki_id"]))
        return found


def _noun(indicator: str) -> str:
    """What a “Jumlah …” indicator counts."""
    words = indicator.lower().split()
    return words[1] if len(words) > 1 and words[0] == "jumlah" else ""


class WrongSum(FaultKind):
    kode, judul, kesulitan, per_60 = "C07", "Target bawahan tidak menjumlah ke target pimpinan", 2, 2

    def _sums(self, desk: Desk) -> Iterator[tuple[Row, list[Row]]]:
        office, direct = desk.office, _direct(desk.office)
        indicators = office.grouped("iki", "rhk_id")
        for parent_id in desk.shuffled(direct, lambda key: key):
            parent = _quantity(indicators, parent_id)
            parts = [part for row in direct[parent_id] if (part := _quantity(indicators, row["rhk_id"]))]
            if parent and len(parts) >= 2:
                yield parent, parts

    def cases(self, desk: Desk) -> Iterator[Case]:
        slices = {row["rhk_id"] for rows in _direct(desk.office).values() for row in rows}
        for parent, parts in self._sums(desk):
            # A part that is itself a sum stays, so that only one level is wrong.
            own = [part for part in parts if part["rhk_id"] not in _direct(desk.office)]
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
            if len(parts) < 2 or any(part["rhk_id"] in _direct(desk.office) for part in parts[:2]):
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
        for parent_id, rows in _direct(office).items():
            parent = _quantity(indicators, parent_id)
            parts = [_quantity(indicators, row["rhk_id"]) for row in rows]
            if parent is None or any(part is None for part in parts):
                continue
            numbers = [first_number(part["target"])[0] for part in parts if part]
            if None not in numbers and sum(n or 0 for n in numbers) != first_number(parent["target"])[0]:
                found.add(("iki", parent["iki_id"]))
        return found


class Activity(FaultKind):
    kode, judul, kesulitan, per_60 = "C09", "Indikator menyebut aktivitas, bukan hasil", 2, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        sentences = desk.lines("indikator_aktivitas", "teks")
        for row in desk.shuffled(desk.office.rows("iki"), lambda entry: entry["iki_id"]):
            if row["aspek"] != "kuantitas":
                continue
            topic = _topic(desk, row)
            sentence = desk.pick(row["iki_id"], sentences).replace("{topik}", topic)
            text = (
                f"Indikator “{sentence}” menyebut kegiatan; yang diukur seharusnya hasil, misalnya "
                f"“{row['indikator']}”."
            )
            yield Case((Cell("iki", row["iki_id"], "indikator", sentence),), ("iki", row["iki_id"]), text)

    def detect(self, office: Office) -> set[Objek]:
        found = set()
        for row in office.rows("iki"):
            first = row["indikator"].split()[0].lower() if row["indikator"] else ""
            if _KERJA.match(first) and not first.endswith("nya"):
                found.add(("iki", row["iki_id"]))
        return found


def _topic(desk: Desk, iki: Row) -> str:
    plan = desk.world.plan
    index = int((plan.rhk_id == iki["rhk_id"]).nonzero()[0][0])
    return desk.world.texts.topik(index)


class SameIndicator(FaultKind):
    kode, judul, kesulitan, sumber = "C10", "Indikator sama persis dengan indikator pimpinan", 2, _RENSTRA

    def cases(self, desk: Desk) -> Iterator[Case]:
        office = desk.office
        indicators, rhk = office.grouped("iki", "rhk_id"), office.by_id("rhk")
        for row in desk.shuffled(office.rows("iki"), lambda entry: entry["iki_id"]):
            parent = rhk[row["rhk_id"]]["rhk_atasan_id"]
            # Quality indicators in percent: only the wording is shared, the unit stays right.
            if row["aspek"] != "kualitas" or parent not in rhk:
                continue
            twin = next(
                (
                    other
                    for other in indicators[parent]
                    if other["aspek"] == "kualitas"
                    and first_number(other["target"])[1] == first_number(row["target"])[1] == "Persen"
                ),
                None,
            )
            if twin is None:
                continue
            key = row["iki_id"]
            text = (
                f"Indikator “{twin['indikator']}” sama persis dengan indikator pimpinannya; peran sendiri "
                "tidak terlihat."
            )
            guards = (("iki", twin["iki_id"], "indikator"), ("rhk", row["rhk_id"], "rhk_atasan_id"))
            yield Case((Cell("iki", key, "indikator", twin["indikator"]),), ("iki", key), text, False, guards)

    def detect(self, office: Office) -> set[Objek]:
        indicators, found = office.grouped("iki", "rhk_id"), set()
        for row in office.rows("rhk"):
            above = {other["indikator"] for other in indicators.get(row["rhk_atasan_id"], [])}
            found |= {("iki", own["iki_id"]) for own in indicators[row["rhk_id"]] if own["indikator"] in above}
        return found


KINDS = (Dangling, WithoutHeir, UnitMismatch, WrongSum, Activity, SameIndicator)
