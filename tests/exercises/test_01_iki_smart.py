"""Exercise 01 keeps its promises: full marks where earned, exact losses where not, nothing for tricks."""

from __future__ import annotations

import json
import random
import statistics
import time
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.catalog import load
from exercises.kit.grading import grade_answer
from exercises.kit.leak import leaks
from exercises.kit.shape import shape_faults
from exercises.kit.validation import validate
from simulator.rules.registry import rule_by_id

LATIHAN = load("01_iki_smart")
CHECKS = LATIHAN.checks
POIN = {soal.id: soal.poin for soal in LATIHAN.spec.soal if not soal.manual}
CASES = yaml.safe_load((LATIHAN.folder / "cases.yaml").read_text(encoding="utf-8"))


@cache
def case(seed):
    return CHECKS.make_case(seed)


def scores(answer, kasus):
    """Points per automatic question, graded the way the class is graded."""
    hasil = grade_answer(LATIHAN, kasus, as_file(answer))
    assert not hasil.galat, hasil.galat
    return {soal: hasil.soal[soal].skor for soal in POIN}


def as_file(answer):
    return json.dumps({"versi": 1, "latihan": LATIHAN.nama, "soal": answer}).encode()


# --- the answers of cases.yaml ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("contoh", CASES, ids=lambda satu: satu["nama"])
def test_example_answer_earns_what_cases_yaml_says(contoh):
    hasil = grade_answer(LATIHAN, case(contoh["benih"]), as_file(contoh["jawaban"]))
    temuan = [satu for soal in hasil.soal.values() for satu in soal.findings]

    assert not hasil.galat, hasil.galat
    for soal, poin in contoh.get("poin", {}).items():
        assert hasil.soal[soal].skor == pytest.approx(poin, abs=0.005), soal
    for soal in contoh.get("tertunda", []):
        assert hasil.soal[soal].status == "tidak_terbaca"
        assert hasil.soal[soal].tertunda > 0
    assert contoh.get("catatan", "") in " ".join(satu.pesan + " " + satu.saran for satu in temuan)
    if contoh.get("instruktur"):
        assert any(satu.perlu_instruktur for satu in temuan if satu.maks)


def test_cases_cover_every_kind_of_answer():
    macam = [satu["macam"] for satu in CASES]

    assert len(CASES) >= 12
    assert {"benar", "keliru", "kosong", "salah_format", "curang"} == set(macam)


# --- full marks and exact losses -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 21))
def test_reference_answer_earns_full_marks_and_no_doubt(seed):
    kasus = case(seed)
    hasil = grade_answer(LATIHAN, kasus, as_file(CHECKS.reference_answer(kasus)))

    assert {soal: hasil.soal[soal].skor for soal in POIN} == POIN
    assert not [t for soal in POIN for t in hasil.soal[soal].findings if t.perlu_instruktur]


@pytest.mark.parametrize("mistake", CHECKS.MISTAKES, ids=lambda satu: satu.id)
@pytest.mark.parametrize("seed", range(1, 11))
def test_mistake_loses_exactly_its_loss(mistake, seed):
    kasus = case(seed)
    acuan = CHECKS.reference_answer(kasus)
    sebelum = json.dumps(acuan)
    keliru = mistake.apply(acuan, kasus, random.Random(seed))
    skor = scores(keliru, kasus)

    assert json.dumps(acuan) == sebelum, "apply must not change the answer it is given"
    assert skor[mistake.soal] == pytest.approx(POIN[mistake.soal] - mistake.loss(kasus), abs=0.011)
    assert {soal: skor[soal] for soal in POIN if soal != mistake.soal} == {
        soal: poin for soal, poin in POIN.items() if soal != mistake.soal
    }


def test_there_are_enough_mistakes_with_ids_of_their_own():
    assert len({satu.id for satu in CHECKS.MISTAKES}) == len(CHECKS.MISTAKES) >= 8


def test_every_role_has_a_full_answer_for_each_of_its_rhk():
    tulis = CHECKS.tulis
    for peran in tulis.bank():
        kasus = case(1)
        lain = type(kasus)(kasus.latihan, 1, kasus.tampilan, kasus.kunci | {"tulis": tulis.kunci(peran)})
        for rhk in ("r1", "r2", "r3"):
            temuan = tulis.nilai(tulis.acuan(lain, rhk), lain)

            assert all(satu.penuh and not satu.perlu_instruktur for satu in temuan), (peran["jabatan"], rhk)


@pytest.mark.parametrize("butir", CHECKS.perbaiki.bank(), ids=lambda satu: satu["id"])
def test_flawed_iki_really_breaks_what_the_key_says_and_its_repair_really_mends_it(butir):
    kasus = case(1)
    kunci = kasus.kunci | {"perbaiki": CHECKS.perbaiki.kunci([butir])}
    satu = type(kasus)(kasus.latihan, 1, kasus.tampilan, kunci)
    acuan = {f"i1_{bagian}": butir["acuan"][bagian] for bagian in ("aspek", "indikator", "target")}
    smart = CHECKS.perbaiki.nilai_smart(
        CHECKS.perbaiki.IKI(butir["aspek"], butir["iki"], butir["target"]),
        CHECKS.perbaiki.Latar(butir["jabatan"], butir["rhk"], butir["objek"], butir["ukuran"], kunci["satuan"]),
    )
    lama = {
        f"i1_{bagian}": butir[asal] for bagian, asal in (("aspek", "aspek"), ("indikator", "iki"), ("target", "target"))
    }

    assert all(temuan.penuh for temuan in CHECKS.perbaiki.nilai(acuan, satu))
    hilang = {nilai.kriteria for nilai in smart if not nilai.terpenuhi}
    assert hilang & set(butir["cacat"])
    assert len(set(butir["cacat"]) - hilang) <= 1, "the engine may doubt one broken criterion, not more"
    assert sum(temuan.poin for temuan in CHECKS.perbaiki.nilai(lama, satu)) == 0


# --- the banks -------------------------------------------------------------------------------------------------------


def test_banks_are_large_enough_and_quote_their_own_words():
    pernyataan = CHECKS.pilah.bank()
    iki = CHECKS.perbaiki.bank()

    assert len(pernyataan) >= 60
    assert len({satu["teks"] for satu in pernyataan}) == len(pernyataan)
    assert all(satu["kata"] in satu["teks"] for satu in pernyataan)
    assert all(satu["sumber"] for satu in pernyataan)
    assert len(iki) >= 20
    assert {kriteria for satu in iki for kriteria in satu["cacat"]} == set("SMART")
    for satu in iki:
        for cacat in satu["cacat"].values():
            assert cacat["kata"].casefold() in f"{satu['iki']} {satu['target']}".casefold(), satu["id"]


@pytest.mark.parametrize("seed", range(1, 31))
def test_every_case_mixes_fields_of_work_and_flaws(seed):
    kasus = case(seed)
    label = [satu["label"] for satu in kasus.kunci["pilah"].values()]
    cacat = {kriteria for satu in kasus.kunci["perbaiki"] for kriteria in satu["cacat"]}

    assert len(label) == 12
    assert all(3 <= label.count(satu) <= 5 for satu in ("aktivitas", "output", "outcome"))
    assert len({satu["teks"] for satu in kasus.kunci["pilah"].values()}) == 12
    assert len({satu["id"] for satu in kasus.kunci["perbaiki"]}) == 4
    assert cacat == set("SMART")


# --- the case --------------------------------------------------------------------------------------------------------


def test_same_seed_same_case_and_seeds_differ():
    kasus = [CHECKS.make_case(seed) for seed in range(1, 21)]

    assert [CHECKS.make_case(seed).to_dict() for seed in range(1, 21)] == [satu.to_dict() for satu in kasus]
    assert len({json.dumps(satu.tampilan["soal"]["pilah"]) for satu in kasus}) == 20
    assert len({json.dumps(satu.tampilan["soal"]["perbaiki"]) for satu in kasus}) == 20
    assert len({satu.kunci["tulis"]["jabatan"] for satu in kasus}) >= 5


@pytest.mark.parametrize("seed", range(1, 21))
def test_the_shown_part_is_a_proper_form_without_the_key(seed):
    kasus = case(seed)
    terlihat = kasus.participant_json()

    assert list(shape_faults(kasus, LATIHAN.spec)) == []
    assert leaks(terlihat, LATIHAN, kasus) == []
    assert not any(satu["alasan"] in terlihat for satu in kasus.kunci["pilah"].values())
    assert "kunci" not in terlihat
    assert "acuan" not in terlihat
    assert not any(f'"{satu["id"]}"' in terlihat for satu in CHECKS.pilah.bank())


def test_points_of_findings_add_up_to_the_points_of_the_question():
    for seed in range(1, 11):
        for jawaban in ({}, CHECKS.reference_answer(case(seed))):
            clean, _ = validate(jawaban, case(seed).tampilan)
            temuan = CHECKS.grade(clean, case(seed))
            for soal in LATIHAN.spec.soal:
                maks = sum(satu.maks for satu in temuan if satu.soal == soal.id)

                assert maks == pytest.approx(0 if soal.manual else soal.poin)


def test_findings_rest_on_rules_that_may_be_graded():
    dipakai = {aturan for soal in LATIHAN.spec.soal for aturan in soal.aturan}
    for seed in range(1, 6):
        clean, _ = validate({}, case(seed).tampilan)
        dipakai |= {satu.aturan for satu in CHECKS.grade(clean, case(seed)) if satu.maks}

    assert all(rule_by_id(aturan).gradable for aturan in dipakai)


# --- whatever people type --------------------------------------------------------------------------------------------

SERPIHAN = (
    "jumlah persentase obat laporan 100% 95 tanggal 5 per tahun setiap bulan rekam medis SMART , . - “ 1.000.000 3,5 "
    "tepat waktu baik \n 2026 dua belas 90-95% /bulan tgl ½ ² ١٢"
)
KATA = st.sampled_from(SERPIHAN.split(" "))
TEKS = st.one_of(st.lists(KATA, max_size=14).map(" ".join), st.text(max_size=80))


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(1, 12),
    teks=st.lists(TEKS, min_size=14, max_size=14),
    pilihan=st.lists(
        st.sampled_from([None, "aktivitas", "output", "kuantitas", "waktu", "r1", "r3", "x"]), min_size=8, max_size=8
    ),
)
def test_no_answer_ever_breaks_grading_or_leaves_its_bounds(seed, teks, pilihan):
    jawaban = {
        "pilah": {"pilahan": {f"n{n:02d}": {"jenis": pilihan[n % 8]} for n in range(1, 13)}},
        "perbaiki": {
            f"i{n}_{b}": teks[n * 2 - 2 + k] for n in range(1, 5) for k, b in enumerate(("indikator", "target"))
        }
        | {f"i{n}_aspek": pilihan[n] for n in range(1, 5)},
        "tulis": {
            "rhk": pilihan[5],
            "iki": {f"t{n}": {"aspek": pilihan[n + 4], "indikator": teks[7 + n], "target": teks[n]} for n in (1, 2, 3)},
        },
        "alasan": {"iki": "t1", "hasil": teks[12], "bukti": teks[13]},
    }
    clean, _ = validate(jawaban, case(seed).tampilan)
    temuan = CHECKS.grade(clean, case(seed))

    for soal, poin in POIN.items():
        assert -1e-9 <= sum(satu.poin for satu in temuan if satu.soal == soal) <= poin + 1e-6
    assert len({(satu.soal, satu.butir, satu.kriteria) for satu in temuan}) == len(temuan)


def test_grading_and_drawing_a_case_are_quick():
    kasus = case(3)
    clean, _ = validate(CHECKS.reference_answer(kasus), kasus.tampilan)
    CHECKS.grade(clean, kasus)
    lama = []
    for seed in range(40, 60):
        mulai = time.perf_counter()
        CHECKS.grade(clean, kasus)
        tengah = time.perf_counter()
        CHECKS.make_case(seed)
        lama.append((tengah - mulai, time.perf_counter() - tengah))

    assert statistics.median(nilai for nilai, _ in lama) < 0.020
    assert statistics.median(buat for _, buat in lama) < 0.020


def test_the_folder_holds_no_answer_file_and_all_its_parts():
    nama = {berkas.name for berkas in Path(LATIHAN.folder).iterdir()}

    assert {"exercise.yaml", "solution.py", "checks.py", "cases.yaml", "notes.md", "README.md"} <= nama
    assert not [satu for satu in nama if satu.startswith("jawaban")]
