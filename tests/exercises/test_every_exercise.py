"""What every exercise promises, whatever it teaches. The folders are walked, so a new one is held to it at once."""

from __future__ import annotations

import json
import random
from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.catalog import exercise_ids, load
from exercises.kit.closing import participant_office
from exercises.kit.grading import TIDAK_TERBACA, grade_answer
from exercises.kit.leak import leaks
from exercises.kit.office import classroom_office
from exercises.kit.shape import shape_faults
from exercises.kit.validation import answer_fields
from simulator.rules.registry import rule_by_id
from simulator.store.verification import verify
from simulator.workflow.founding import found_office

LATIHAN = exercise_ids()
CASES = [
    (latihan, contoh)
    for latihan in LATIHAN
    for contoh in yaml.safe_load((load(latihan).folder / "cases.yaml").read_text(encoding="utf-8"))
]
MISTAKES = [(latihan, mistake) for latihan in LATIHAN for mistake in load(latihan).checks.MISTAKES]


@cache
def case(latihan, seed):
    return load(latihan).checks.make_case(seed)


def graded(latihan, seed, answer):
    berkas = json.dumps({"versi": 1, "latihan": latihan, "soal": answer}).encode()
    return grade_answer(load(latihan), case(latihan, seed), berkas)


def automatic(latihan):
    return {soal.id: soal.poin for soal in load(latihan).spec.soal if not soal.manual}


def scores(latihan, seed, answer):
    hasil = graded(latihan, seed, answer)
    assert not hasil.galat, hasil.galat
    return {soal: hasil.soal[soal].skor for soal in automatic(latihan)}


def test_there_are_four_exercises_to_teach_with():
    assert len(LATIHAN) >= 4


@pytest.mark.parametrize("latihan", LATIHAN)
def test_exercise_lasts_as_long_as_a_lesson_and_has_a_part_a_person_grades(latihan):
    spec = load(latihan).spec

    assert 30 <= spec.menit <= 60
    assert any(soal.manual for soal in spec.soal)
    assert any(not soal.manual for soal in spec.soal)


@pytest.mark.parametrize("latihan", LATIHAN)
def test_no_automatic_point_rests_on_an_uncertain_rule(latihan):
    dirujuk = {aturan for soal in load(latihan).spec.soal for aturan in soal.aturan}
    hasil = graded(latihan, 1, load(latihan).checks.reference_answer(case(latihan, 1)))
    dirujuk |= {satu.aturan for soal in hasil.soal.values() for satu in soal.findings if satu.maks and satu.aturan}

    assert all(rule_by_id(satu).gradable for satu in sorted(dirujuk))


@pytest.mark.parametrize(("latihan", "contoh"), CASES, ids=lambda satu: satu if isinstance(satu, str) else satu["nama"])
def test_example_answer_earns_what_the_trainer_wrote(latihan, contoh):
    hasil = graded(latihan, contoh["benih"], contoh["jawaban"])
    temuan = [satu for soal in hasil.soal.values() for satu in soal.findings]

    assert not hasil.galat, hasil.galat
    for soal, poin in contoh.get("poin", {}).items():
        assert hasil.soal[soal].skor == pytest.approx(poin, abs=0.005), soal
    for soal in contoh.get("tertunda", []):
        assert hasil.soal[soal].status == TIDAK_TERBACA or hasil.soal[soal].tertunda > 0
    assert contoh.get("catatan", "") in " ".join(satu.pesan + " " + satu.saran for satu in temuan)
    if contoh.get("instruktur"):
        assert any(satu.perlu_instruktur for satu in temuan if satu.maks)


@pytest.mark.parametrize("latihan", LATIHAN)
def test_examples_cover_every_kind_of_answer(latihan):
    macam = [contoh["macam"] for satu, contoh in CASES if satu == latihan]

    assert len(macam) >= 12
    assert set(macam) == {"benar", "keliru", "kosong", "salah_format", "curang"}


@pytest.mark.parametrize("latihan", LATIHAN)
@pytest.mark.parametrize("seed", range(1, 13))
def test_reference_answer_earns_full_marks(latihan, seed):
    acuan = load(latihan).checks.reference_answer(case(latihan, seed))

    assert scores(latihan, seed, acuan) == automatic(latihan)


@pytest.mark.parametrize(("latihan", "mistake"), MISTAKES, ids=lambda satu: getattr(satu, "id", satu))
def test_usual_mistake_loses_exactly_its_points_and_nothing_elsewhere(latihan, mistake):
    for seed in range(1, 7):
        kasus = case(latihan, seed)
        acuan = load(latihan).checks.reference_answer(kasus)
        sebelum = json.dumps(acuan)
        skor = scores(latihan, seed, mistake.apply(acuan, kasus, random.Random(seed)))
        diharapkan = automatic(latihan)
        diharapkan[mistake.soal] -= mistake.loss(kasus)

        assert skor == pytest.approx(diharapkan, abs=0.011), f"seed {seed}"
        assert json.dumps(acuan) == sebelum, "a mistake must not change the answer it is given"


@pytest.mark.parametrize("latihan", LATIHAN)
def test_usual_mistakes_cost_something_for_most_people(latihan):
    for mistake in load(latihan).checks.MISTAKES:
        assert sum(mistake.loss(case(latihan, seed)) > 0 for seed in range(1, 7)) >= 3, mistake.id


@pytest.mark.parametrize("latihan", LATIHAN)
def test_case_is_the_same_for_the_same_seed_and_differs_between_people(latihan):
    checks = load(latihan).checks

    assert checks.make_case(5) == checks.make_case(5)
    assert len({json.dumps(case(latihan, seed).tampilan) for seed in range(1, 7)}) == 6


@pytest.mark.parametrize("latihan", LATIHAN)
def test_what_participants_receive_is_well_formed_and_holds_no_key(latihan):
    for seed in range(1, 7):
        kasus = case(latihan, seed)

        assert list(shape_faults(kasus, load(latihan).spec)) == []
        assert leaks(kasus.participant_json(), load(latihan), kasus) == []


def test_the_office_a_participant_receives_is_whole_and_verifies(tmp_path):
    latihan = [load(satu) for satu in LATIHAN]
    tertutup = participant_office(classroom_office(2), [(satu, case(satu.nama, 2)) for satu in latihan])
    found_office(tertutup, tmp_path / "kantor.ekin.db", benih_publik=False)

    assert verify(tmp_path / "kantor.ekin.db").ok


def test_the_office_a_participant_receives_has_no_rating_that_the_calibration_asks_for():
    kasus = case("04_kalibrasi", 2)
    baris = load("04_kalibrasi").checks.close_office(classroom_office(2), kasus).rows("evaluasi")
    ditanya = set(kasus.kunci["tutup"]["evaluasi"])

    assert len(ditanya) == 8
    assert all(satu["predikat"] is None for satu in baris if satu["evaluasi_id"] in ditanya)
    assert all(satu["predikat"] for satu in baris if satu["evaluasi_id"] not in ditanya)


def test_the_office_a_participant_receives_does_not_link_papers_to_the_indicators_asked_for():
    kasus = case("03_bukti_dukung", 2)
    kantor = load("03_bukti_dukung").checks.close_office(classroom_office(2), kasus)
    kertas = {int(nomor) for nomor in kasus.kunci["tutup"]["dokumen"]}
    nama = [satu["nama"] for satu in kantor.rows("dokumen") if satu["dokumen_id"] in kertas]

    assert not set(kasus.kunci["tutup"]["bukti_dukung"]) & {satu["bukti_id"] for satu in kantor.rows("bukti_dukung")}
    assert all(satu.startswith("pindaian-") for satu in nama)


_LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60)


@st.composite
def sensible_answers(draw, latihan):
    """Answers with the right shape and any content a form could hold."""
    soal = {}
    for nama, isi in case(latihan, 1).tampilan["soal"].items():
        soal[nama] = {isian["id"]: draw(_value(isian)) for isian in answer_fields(isi)}
    return soal


def _value(isian):
    jenis = isian["jenis"]
    if jenis == "pilihan":
        return st.sampled_from([None, *(opsi["kode"] for opsi in isian["opsi"])])
    if jenis == "banyak":
        return st.lists(st.sampled_from([opsi["kode"] for opsi in isian["opsi"]]), unique=True)
    if jenis == "angka":
        return st.none() | st.integers(-5, 10_000) | st.floats(0, 1e6, allow_nan=False)
    if jenis == "tabel":
        kolom = {satu["id"]: _value(satu) for satu in answer_fields({"isian": isian["kolom"]})}
        return st.fixed_dictionaries({}, optional={satu["id"]: st.fixed_dictionaries(kolom) for satu in isian["baris"]})
    return st.text(max_size=80) | st.just("Jumlah laporan yang disusun 12 dokumen per tahun")


@pytest.mark.parametrize("latihan", LATIHAN)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_filled_form_is_graded_within_bounds(latihan, data):
    skor = scores(latihan, 1, data.draw(sensible_answers(latihan)))

    assert all(0 <= skor[soal] <= poin for soal, poin in automatic(latihan).items())


@pytest.mark.parametrize("latihan", LATIHAN)
@settings(max_examples=25, deadline=None)
@given(answer=st.recursive(_LEAF, lambda isi: st.lists(isi, max_size=4) | st.dictionaries(st.text(max_size=8), isi)))
def test_any_json_at_all_is_answered_with_a_message_not_a_crash(latihan, answer):
    hasil = graded(latihan, 1, dict.fromkeys(automatic(latihan), answer))

    assert not hasil.galat, hasil.galat
