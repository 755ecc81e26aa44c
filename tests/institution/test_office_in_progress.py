"""The reference detectors in an office where work is still to be done: they say what is wrong, not what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.kit.catalog import exercise_ids, load
from exercises.kit.closing import participant_office
from exercises.kit.office import classroom_office
from simulator.institution import Institution, generate
from simulator.institution.faults.catalogue import FAULTS
from simulator.institution.faults.kind import Objek
from simulator.institution.faults.office import Office

Row = dict[str, Any]
_BELUM = {"rating_hasil": None, "rating_perilaku": None, "predikat": None, "catatan": "", "dinilai_pada": None}


def _planted(inst: Institution, code: str) -> set[Objek]:
    return {entry.objek for entry in inst.answer_key if entry.kode == code and not entry.bukan_salah}


@pytest.fixture(scope="module", params=[1, 2, 3, 4])
def closed(request: pytest.FixtureRequest) -> tuple[Institution, Office, set[int]]:
    """The classroom's office, the copy of one participant, and the RHK whose links that participant is to set."""
    seed = request.param
    inst = classroom_office(seed)
    cases = [(exercise, exercise.checks.make_case(seed)) for exercise in map(load, exercise_ids())]
    copy = participant_office(inst, cases)
    links = {key for _exercise, case in cases for key in case.kunci.get("tutup", {}).get("tautan", ())}
    return inst, Office(lambda table: list(copy.rows(table))), links


def test_a_participants_office_has_open_ratings_and_open_links(closed: tuple[Institution, Office, set[int]]) -> None:
    _inst, office, links = closed

    assert any(row["rating_hasil"] is None for row in office.rows("evaluasi"))
    assert all(office.row("rhk", key)["rhk_atasan_id"] is None for key in links)
    assert links


@pytest.mark.parametrize("code", [code for code in FAULTS if code not in ("C01", "C02")])
def test_no_detector_takes_what_is_not_done_yet_for_a_fault(
    closed: tuple[Institution, Office, set[int]], code: str
) -> None:
    inst, office, _links = closed

    assert FAULTS[code].detect(office) <= _planted(inst, code)


def test_links_that_are_not_set_yet_are_the_only_other_loose_ends(
    closed: tuple[Institution, Office, set[int]],
) -> None:
    """An RHK without its link is what C01 and C02 are about, whoever left it open: here the exercise did."""
    inst, office, links = closed
    above = {row["rhk_atasan_id"] for row in inst.rows("rhk") if row["rhk_id"] in links}
    main = {("rhk", key) for key in links if office.row("rhk", key)["jenis"] == "utama"}

    assert FAULTS["C01"].detect(office) == _planted(inst, "C01") | main
    assert FAULTS["C02"].detect(office) <= _planted(inst, "C02") | {("rhk", key) for key in above}


@pytest.fixture(scope="module")
def full() -> Institution:
    return generate("dinas_kesehatan", 5, 60, faults=tuple(FAULTS))


def _with_evaluations(inst: Institution, change: dict[str, Any]) -> Office:
    rows = {table: inst.rows(table) for table in inst.tables}
    rows["evaluasi"] = [{**row, **change} for row in rows["evaluasi"]]
    return Office(rows.__getitem__)


@pytest.mark.parametrize("code", [code for code in FAULTS if code[0] in "RU"])
def test_before_anybody_is_rated_no_rating_is_wrong(full: Institution, code: str) -> None:
    about_the_words_alone = {"U01"}
    about_the_row_alone = {"R05"}
    found = FAULTS[code].detect(_with_evaluations(full, _BELUM))

    assert found == (_planted(full, code) if code in about_the_words_alone | about_the_row_alone else set())


def test_a_unit_is_judged_once_all_its_members_are_rated(full: Institution) -> None:
    office = Office(full.rows)
    ((_table, unit),) = _planted(full, "R02")
    member = office.members(unit)[0]["pegawai_id"]
    rows = {table: full.rows(table) for table in full.tables}
    rows["evaluasi"] = [{**row, **(_BELUM if row["pegawai_id"] == member else {})} for row in rows["evaluasi"]]

    assert ("unit_kerja", unit) in FAULTS["R02"].detect(office)
    assert FAULTS["R02"].detect(Office(rows.__getitem__)) == set()


def test_a_paper_that_nobody_has_filed_is_not_yet_evidence_of_something_else(full: Institution) -> None:
    rows = {table: full.rows(table) for table in full.tables}
    rows["dokumen"] = [{**row, "folder": "2026/belum dirapikan"} for row in rows["dokumen"]]

    assert FAULTS["B01"].detect(Office(full.rows)) == _planted(full, "B01") != set()
    assert FAULTS["B01"].detect(Office(rows.__getitem__)) == set()


def test_parts_are_added_up_once_every_part_has_its_role(full: Institution) -> None:
    found = FAULTS["C07"].detect(Office(full.rows))
    rows = {table: full.rows(table) for table in full.tables}
    rows["peran_hasil"] = [row for row in rows["peran_hasil"] if row["cascading"] != "langsung" or row["peran_id"] % 2]

    assert found == _planted(full, "C07")
    assert FAULTS["C07"].detect(Office(rows.__getitem__)) <= found
