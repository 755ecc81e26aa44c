"""Planted faults: what differs from the clean office is what the key says; the reference detectors find it all."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.domain.errors import DataTidakSah, TidakDitemukan
from simulator.institution import Institution, generate
from simulator.institution.faults.catalogue import FAULTS, NOMOR, PLANTING_ORDER
from simulator.institution.faults.office import Office
from simulator.institution.texts import one_stop

SEMUA = tuple(FAULTS)
#: Kinds for which an odd but correct twin is planted as well.
DENGAN_KEMBARAN = {
    *("N04", "N05", "N07", "S01", "S02", "S05"),
    *("C01", "C07", "C08", "C09", "B01", "B04", "B05", "B06"),
    *("U01", "U03", "R04"),
}

Change = tuple[str, int, str]


def _differences(clean: Institution, planted: Institution) -> dict[Change, tuple[object, object]]:
    found = {}
    for table in clean.tables:
        for before, after in zip(clean.rows(table), planted.rows(table), strict=True):
            key = next(iter(before.values()))
            for column, value in before.items():
                if value != after[column]:
                    found[table, key, column] = (value, after[column])
    return found


def _key(inst: Institution) -> dict[Change, tuple[object, object]]:
    cells = {(e.tabel, e.kunci, e.kolom): (e.nilai_asli, e.nilai_tertanam) for e in inst.answer_key}
    assert len(cells) == len(inst.answer_key), "one cell was planted twice"
    return cells


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10**6),
    size=st.integers(60, 90),
    codes=st.lists(st.sampled_from(SEMUA), min_size=1, max_size=len(SEMUA), unique=True),
)
def test_the_difference_to_the_clean_office_is_the_answer_key(seed: int, size: int, codes: list[str]) -> None:
    planted = generate("dinas_kesehatan", seed, size, faults=tuple(codes))

    assert _differences(generate("dinas_kesehatan", seed, size), planted) == _key(planted)
    assert {entry.kode for entry in planted.answer_key} == set(codes)


@pytest.fixture(scope="module", params=[1, 2, 3, 4])
def full(request: pytest.FixtureRequest) -> Institution:
    return generate("dinas_kesehatan", request.param, 60, faults=SEMUA)


@pytest.mark.parametrize("code", SEMUA)
def test_each_detector_finds_every_case_of_its_kind_and_nothing_else(full: Institution, code: str) -> None:
    found = FAULTS[code].detect(Office(full.rows))
    planted = {entry.objek for entry in full.answer_key if entry.kode == code and not entry.bukan_salah}

    assert planted
    assert found == planted


def test_no_detector_takes_the_bait(full: Institution) -> None:
    office = Office(full.rows)
    baits = [entry for entry in full.answer_key if entry.bukan_salah]
    assert baits
    for entry in baits:
        assert entry.objek not in FAULTS[entry.kode].detect(office), entry.keterangan


def test_near_misses_exist_for_every_kind_that_has_some() -> None:
    seen = set()
    for seed in range(6):
        inst = generate("dinas_kesehatan", seed, 60, faults=SEMUA)
        seen |= {entry.kode for entry in inst.answer_key if entry.bukan_salah}

    assert seen == DENGAN_KEMBARAN


@pytest.mark.parametrize(
    "change", [{"status": "plh"}, {"selesai": date(2026, 12, 30)}, {"mulai": date(2027, 1, 1)}, {"jabatan_id": 101}]
)
def test_only_an_appointment_to_the_vacant_post_explains_a_superior_from_elsewhere(
    full: Institution, change: dict[str, object]
) -> None:
    bait = next(entry.objek for entry in full.answer_key if entry.kode == "S01" and entry.bukan_salah)
    rows = {table: full.rows(table) for table in full.tables}
    rows["penugasan"] = [{**row, **change} for row in rows["penugasan"]]

    assert FAULTS["S01"].detect(Office(rows.__getitem__)) == FAULTS["S01"].detect(Office(full.rows)) | {bait}


def test_an_old_title_stands_for_the_one_that_replaced_it() -> None:
    """Offices know which new title each old one became; another pair would be a second fault beside the planted one."""
    inst = generate("dinas_kesehatan", 8, 60, faults=("S04:6",))
    became = {row["nama"]: row["pengganti"] for row in inst.world.pack.nomenklatur_lama}

    assert len(inst.answer_key) == 6
    assert all(became[entry.nilai_tertanam] == entry.nilai_asli for entry in inst.answer_key)


def test_whoever_is_active_needs_a_superior(full: Institution) -> None:
    bait = next(entry.objek for entry in full.answer_key if entry.kode == "S02" and entry.bukan_salah)
    rows = {table: full.rows(table) for table in full.tables}
    rows["pegawai"] = [{**row, "aktif": True} for row in rows["pegawai"]]

    assert bait in FAULTS["S02"].detect(Office(rows.__getitem__))


def test_detectors_read_an_instance_file_as_well(full: Institution) -> None:
    """They need rows only: a copy that has been through plain values gives the same findings."""
    import copy

    rows = {table: copy.deepcopy(full.rows(table)) for table in full.tables}
    assert FAULTS["R02"].detect(Office(rows.__getitem__)) == FAULTS["R02"].detect(Office(full.rows))


def test_every_entry_explains_itself_in_a_sentence(full: Institution) -> None:
    for entry in full.answer_key:
        # A sentence starts with a capital, a quotation, a number, or the title of a doctor.
        assert entry.keterangan.startswith(("dr. ", "drg. ", "apt. ")) or not entry.keterangan[0].islower()
        assert entry.keterangan.endswith(".")
        assert len(entry.keterangan) > 25
        assert entry.kesulitan in (1, 2, 3)
        assert isinstance(entry.nilai_tertanam, (int, float, str, bool, date, time, type(None)))
        # A case is one story: its entries say the same.
        case = [other for other in full.answer_key if other.kasus_id == entry.kasus_id]
        assert {(other.keterangan, other.objek, other.bukan_salah) for other in case} == {
            (entry.keterangan, entry.objek, entry.bukan_salah)
        }


def test_no_text_ends_a_sentence_twice(full: Institution) -> None:
    """Names that end in a title's point stand at the end of many sentences."""
    twice = re.compile(r"(?<!\.)\.\.(?!\.)")
    wrong = [
        (table, column, value)
        for table in full.tables
        for row in full.rows(table)
        for column, value in row.items()
        if isinstance(value, str) and twice.search(value)
    ]

    assert wrong == []
    assert [entry.keterangan for entry in full.answer_key if twice.search(entry.keterangan)] == []
    assert (one_stop("oleh Rizki, S.Farm.."), one_stop("dan seterusnya..."), one_stop("Ns.. Rekap.")) == (
        "oleh Rizki, S.Farm.",
        "dan seterusnya...",
        "Ns. Rekap.",
    )


def test_every_kind_says_what_goes_wrong_and_how_it_is_seen() -> None:
    for kind in FAULTS.values():
        said = type(kind).__dict__.get("__doc__") or ""
        assert len(said.split()) > 8, kind.kode


def test_a_number_behind_the_code_asks_for_as_many_cases() -> None:
    inst = generate("dinas_kesehatan", 8, 60, faults=("B04:7", "C01:4", "U02"))
    cases = {entry.kasus_id for entry in inst.answer_key if not entry.bukan_salah}

    assert sum(case.startswith("B04") for case in cases) == 7
    assert sum(case.startswith("C01") for case in cases) == 4


def test_the_order_of_the_codes_does_not_matter() -> None:
    one = generate("dinas_kesehatan", 8, 60, faults=("B04:3", "R01", "C01"))
    other = generate("dinas_kesehatan", 8, 60, faults=("C01", "B04:3", "R01", "R01"))

    assert one.answer_key == other.answer_key


def test_cases_grow_with_the_institution_and_spread_over_it() -> None:
    inst = generate("dinas_kesehatan", 1, 20_000, faults=("N03", "B04"))
    people = {entry.kunci for entry in inst.answer_key if entry.kode == "N03"}

    assert len(people) >= 10
    assert max(people) > 15_000


def test_invalid_evidence_is_exactly_what_was_planted(full: Institution) -> None:
    truth, documents = full.truth.bukti, {row["bukti_id"]: row["dokumen_id"] for row in full.rows("bukti_dukung")}
    planted = [entry for entry in full.answer_key if entry.kode.startswith("B") and not entry.bukan_salah]
    spoiled = {entry.kunci for entry in planted if entry.tabel == "dokumen"}
    direct = {entry.kunci for entry in planted if entry.tabel == "bukti_dukung"}
    for bukti, (valid, code) in truth.items():
        assert valid == (bukti not in direct and documents[bukti] not in spoiled)
        assert bool(code) != valid


def test_unknown_kinds_and_numbers_are_refused() -> None:
    with pytest.raises(TidakDitemukan) as unknown:
        generate("dinas_kesehatan", 1, 60, faults=("Q99",))
    assert unknown.value.kode == "cacat-tidak-dikenal"
    with pytest.raises(DataTidakSah) as number:
        generate("dinas_kesehatan", 1, 60, faults=("B04:banyak",))
    assert number.value.kode == "jumlah-cacat"
    with pytest.raises(DataTidakSah) as too_many:
        generate("dinas_kesehatan", 1, 60, faults=("R03:40",))
    assert too_many.value.kode == "cacat-tidak-muat"


def test_at_least_sixteen_kinds_in_every_family_that_the_course_needs() -> None:
    families = {code[0] for code in FAULTS}

    assert len(FAULTS) >= 16
    assert families == set("NSCBUR")
    assert all(kind.sumber for kind in FAULTS.values())


def test_every_kind_has_a_draw_number_of_its_own_and_a_place_in_the_planting() -> None:
    assert set(NOMOR) == set(FAULTS) == set(PLANTING_ORDER)
    assert len(set(NOMOR.values())) == len(NOMOR)
    assert max(NOMOR.values()) < 128


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_photo_in_place_of_a_paper_speaks_of_the_work_and_not_of_the_kind_of_paper(seed: int) -> None:
    planted = generate("dinas_kesehatan", seed, 60, faults=("B06",))
    contents = [str(e.nilai_tertanam) for e in planted.answer_key if e.kolom == "isi_ringkas" and not e.bukan_salah]

    assert contents
    for content in contents:
        assert content.startswith("Foto kegiatan ")
        assert not re.match(r"Foto kegiatan (?:Data|Acara|Hadir|Dinas|Layar|Produk)\b", content), content
