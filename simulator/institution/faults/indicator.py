"""Family C, the indicators: units, absolute targets, activities, repetitions.

Scene: planning, one IKI at a time; links and sums stand in cascading.py. May import: kind, office, desk.
Facts: units that do not fit and indicators shared by several results were seen in real plan documents (SINGLE); an
absolute target is discouraged for JA and JF (SINGLE, PermenPANRB 8/2021 Lampiran), except where safety demands it.
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.institution.faults.cascading import direct_slices
from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row, first_number
from simulator.institution.pack import Pack, load_pack
from simulator.institution.texts import angka

_RENSTRA = "terlihat pada dokumen Renstra daerah yang nyata (tanpa menyalin isinya)"
_KERTAS = ("dokumen", "laporan", "berkas", "surat", "notulen", "rekap", "telaah", "media", "infografik", "buletin")
_ORANG = ("orang", "pasien", "keluarga", "balita", "anak", "pegawai", "kader", "warga", "ibu", "tenaga", "kontak")
#: An active verb at the head of an indicator: doing, not result. Results end in -nya or are nouns.
_KERJA = re.compile(r"^(meng|meny|mem|men|mel|mer|mew)[a-z]{3,}$")
_MUTLAK = "100 Persen"


class UnitMismatch(FaultKind):
    """A target counts the wrong thing: its unit is missing, or people are counted as papers."""

    kode, judul, kesulitan, sumber, per_60 = "C04", "Satuan target kosong atau tidak cocok", 1, _RENSTRA, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        office, direct = desk.office, direct_slices(desk.office)
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


class Absolute(FaultKind):
    """A target without room: a hundred percent for a JF or pelaksana where safety does not demand it."""

    kode, judul, kesulitan = "C08", "Target mutlak 100 persen pada jabatan fungsional atau pelaksana", 2
    sumber = "PermenPANRB 8/2021 Lampiran, http://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page36.html"

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in desk.shuffled(_shares(desk.office), lambda entry: entry["iki_id"]):
            job = _job(desk.office, row)
            if job["jenis"] not in ("jf", "pelaksana") or job["pimpinan_unit"]:
                continue
            key = row["iki_id"]
            text = f"Target “{_MUTLAK}” untuk “{row['indikator']}” tidak memberi ruang; semula {row['target']}."
            guards = (("iki", key, "indikator"),)
            yield Case((Cell("iki", key, "target", _MUTLAK),), ("iki", key), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """Where safety is measured, anything below a hundred percent would be the mistake."""
        safety = {row["profesi"]: row["indikator"] for row in desk.world.pack.indikator_keselamatan}
        for row in desk.shuffled(_shares(desk.office), lambda entry: entry["iki_id"]):
            indicator = safety.get(_job(desk.office, row)["nama"].split()[0])
            if indicator is None:
                continue
            key = row["iki_id"]
            text = f"Target 100 persen untuk “{indicator}” tepat: indikator keselamatan tidak boleh ditawar."
            cells = (Cell("iki", key, "indikator", indicator), Cell("iki", key, "target", _MUTLAK))
            yield Case(cells, ("iki", key), text, True)

    def detect(self, office: Office) -> set[Objek]:
        safe = _safety(load_pack(office.rows("instansi")[0]["skenario"]))
        return {
            ("iki", row["iki_id"])
            for row in office.rows("iki")
            if row["target"] == _MUTLAK
            and row["indikator"] not in safe
            and _job(office, row)["jenis"] in ("jf", "pelaksana")
        }


def _shares(office: Office) -> list[Row]:
    """Quality indicators in percent that leave room."""
    return [
        row
        for row in office.rows("iki")
        if row["aspek"] == "kualitas" and row["target"].endswith(" Persen") and row["target"] != _MUTLAK
    ]


def _job(office: Office, iki: Row) -> Row:
    """The post of the owner of an IKI."""
    skp = office.row("skp", office.row("rhk", iki["rhk_id"])["skp_id"])
    return office.row("jabatan", skp["jabatan_id"])


def _safety(pack: Pack) -> set[str]:
    """Indicators of safety: those of the pack that are always a hundred percent, and those kept for near-misses."""
    fixed = {row["indikator"] for row in pack.iki if row["dari"] == row["sampai"] == "100"}
    return fixed | {row["indikator"] for row in pack.indikator_keselamatan}


class Activity(FaultKind):
    """Doing instead of a result: the indicator starts with an active verb."""

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

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """Weak, and better said otherwise, but a result: something is done when the year is over."""
        sentences = desk.lines("indikator_lemah", "teks")
        for row in desk.shuffled(desk.office.rows("iki"), lambda entry: entry["iki_id"]):
            if row["aspek"] != "kuantitas":
                continue
            sentence = desk.pick(row["iki_id"], sentences).replace("{topik}", _topic(desk, row))
            text = f"Indikator “{sentence}” lemah, tetapi menyebut hasil yang selesai; bukan aktivitas."
            yield Case((Cell("iki", row["iki_id"], "indikator", sentence),), ("iki", row["iki_id"]), text, True)

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
    """No role of one's own: the indicator repeats one of the superior's RHK word for word."""

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


KINDS = (UnitMismatch, Absolute, Activity, SameIndicator)
