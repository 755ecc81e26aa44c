"""Exercise 01 keeps its promises: full marks where earned, exact losses where not, nothing for tricks."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.catalog import load, load_module
from exercises.kit.grading import grade_answer
from exercises.kit.validation import validate

LATIHAN = load("01_iki_smart")
CHECKS = LATIHAN.checks
RENTANG = load_module(LATIHAN.folder / "ukuran.py").periksa_rentang
POIN = {soal.id: soal.poin for soal in LATIHAN.spec.soal if not soal.manual}


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


# --- full marks and exact losses -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 21))
def test_reference_answer_earns_full_marks_and_no_doubt(seed):
    kasus = case(seed)
    hasil = grade_answer(LATIHAN, kasus, as_file(CHECKS.reference_answer(kasus)))

    assert {soal: hasil.soal[soal].skor for soal in POIN} == POIN
    assert not [t for soal in POIN for t in hasil.soal[soal].findings if t.perlu_instruktur]


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


def test_points_of_findings_add_up_to_the_points_of_the_question():
    for seed in range(1, 11):
        for jawaban in ({}, CHECKS.reference_answer(case(seed))):
            clean, _ = validate(jawaban, case(seed).tampilan)
            temuan = CHECKS.grade(clean, case(seed))
            for soal in LATIHAN.spec.soal:
                maks = sum(satu.maks for satu in temuan if satu.soal == soal.id)

                assert maks == pytest.approx(0 if soal.manual else soal.poin)


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


def test_the_folder_holds_no_answer_file_and_all_its_parts():
    nama = {berkas.name for berkas in Path(LATIHAN.folder).iterdir()}

    assert {"exercise.yaml", "solution.py", "checks.py", "cases.yaml", "notes.md", "README.md"} <= nama
    assert not [satu for satu in nama if satu.startswith("jawaban")]


# --- what is graded can be read on the page --------------------------------------------------------------------------


def numbers(teks):
    return [float(satu.replace(",", ".")) for satu in re.findall(r"\d+(?:,\d+)?", teks)]


SITUASI = [
    *CHECKS.perbaiki.bank(),
    *(rhk for peran in CHECKS.tulis.bank() for rhk in peran["rhk"]),
]


@pytest.mark.parametrize("satu", SITUASI, ids=lambda satu: satu.get("rhk") or satu["teks"])
def test_a_percentage_is_too_high_only_where_the_shown_data_say_so(satu):
    terlihat = numbers(f"{satu['tahun_lalu']} {satu['kapasitas']}")
    batas = [ukuran["maks"] for ukuran in satu["ukuran"] if ukuran["satuan"] == ["persen"]]
    terbaca = {100} | {math.ceil(100 * a / b) for a, b in permutations(terlihat, 2) if a < b}
    terbaca |= {math.ceil(100 * (b - a) / b) for a, b in permutations(terlihat, 2) if a < b}
    if "tiga jenis" in satu["kapasitas"]:  # a number in words
        terbaca.add(math.ceil(100 * (40 - 3) / 40))

    assert set(batas) <= terbaca


@pytest.mark.parametrize("peran", CHECKS.tulis.bank(), ids=lambda satu: satu["jabatan"])
def test_the_rhk_with_a_measure_in_front_of_it_measures_nothing_new(peran):
    kasus = case(1)
    lain = type(kasus)(kasus.latihan, 1, kasus.tampilan, kasus.kunci | {"tulis": CHECKS.tulis.kunci(peran)})
    for rhk, satu in lain.kunci["tulis"]["rhk"].items():
        isi = satu["teks"][0].lower() + satu["teks"][1:]
        acuan = CHECKS.tulis.acuan(lain, rhk)["iki"]
        for kata in ("Persentase", "Persentase capaian", "Jumlah seluruh"):
            baris = {"t1": acuan["t1"] | {"indikator": f"{kata} {isi}"}}
            hilang = {t.kriteria[7:] for t in CHECKS.tulis.nilai({"rhk": rhk, "iki": baris}, lain)[:6] if not t.penuh}

            assert hilang == {CHECKS.perbaiki.KRITERIA["S"], CHECKS.perbaiki.KRITERIA["M"]}, (kata, isi)

        waktu = {"t1": acuan["t3"] | {"indikator": f"Rata-rata waktu {isi}"}}
        assert all(satu.penuh for satu in CHECKS.tulis.nilai({"rhk": rhk, "iki": waktu}, lain)[:6]), isi


def test_a_number_of_things_is_not_a_share_of_them():
    kasus = case(1)
    jawaban = CHECKS.reference_answer(kasus)
    jawaban["tulis"]["iki"]["t1"]["target"] = "93% setiap tahun"

    assert jawaban["tulis"]["iki"]["t1"]["indikator"].startswith("Jumlah")
    assert scores(jawaban, kasus)["tulis"] == pytest.approx(POIN["tulis"] - CHECKS.tulis.POIN_ASPEK)


def test_a_time_is_not_a_share():
    kasus = case(1)
    jawaban = CHECKS.reference_answer(kasus)
    jawaban["tulis"]["iki"]["t3"] |= {"target": "90% setiap bulan"}

    assert jawaban["tulis"]["iki"]["t3"]["aspek"] == "waktu"
    hilang = [t for t in CHECKS.tulis.nilai(jawaban["tulis"], kasus) if not t.penuh]
    assert "Aspek" in hilang[0].kriteria
    assert "persen" in hilang[0].pesan


@pytest.mark.parametrize(
    ("target", "indikator", "status"),
    [
        ("paling lambat 15 Juli 2026", "Tanggal penetapan rencana kerja", "dalam"),
        ("paling lambat 30 Juni 2026", "Tanggal penetapan rencana kerja", "dalam"),
        ("paling lambat 16 Juli 2026", "Tanggal penetapan rencana kerja", "luar"),
        ("paling lambat 10 Agustus 2026", "Tanggal penetapan rencana kerja", "luar"),
        ("95% per tahun", "Persentase surat yang terbit tanpa pengembalian", "dalam"),
        ("maksimal 5% per tahun", "Persentase surat yang dikembalikan", "dalam"),
        ("maksimal 40% per tahun", "Persentase surat yang dikembalikan", "luar"),
        ("5% per tahun", "Persentase surat yang terbit", "luar"),
    ],
)
def test_a_target_is_compared_by_month_and_failures_from_the_other_end(target, indikator, status):
    ukuran = [{"satuan": ["tanggal", "juli"], "min": 1, "maks": 15}, {"satuan": ["persen"], "min": 92, "maks": 100}]

    assert RENTANG(target, indikator, ukuran).status == status


@pytest.mark.parametrize("satu", SITUASI, ids=lambda satu: satu.get("rhk") or satu["teks"])
def test_no_target_within_what_the_page_shows_is_called_out_of_range(satu):
    """Every percentage that the page names or that follows from two of its numbers is no lower than the range."""
    teks = f"{satu['tahun_lalu']} {satu['kapasitas']}"
    tersebut = [float(angka) for angka in re.findall(r"(\d+)%", satu["tahun_lalu"])]
    terhitung = [100 * float(a) / float(b) for a, b in re.findall(r"(\d+) dari (\d+)", satu["tahun_lalu"])]
    for ukuran in satu["ukuran"]:
        if ukuran["satuan"] == ["persen"] and "dikembalikan" not in teks and "%" in satu["tahun_lalu"]:
            assert ukuran["min"] <= min(tersebut + terhitung) + 1e-9
        if ukuran["satuan"] == ["persen"]:
            assert numbers(teks), "a share that nothing on the page bears on may not be judged"


def test_no_statement_to_sort_contradicts_the_lesson_about_waiting():
    """The lesson calls a shorter wait of the patients an outcome; whoever read it must not be marked wrong for it."""
    lama = [satu for satu in CHECKS.pilah.bank() if re.search(r"waktu tunggu|lama penemuan", satu["teks"].casefold())]

    assert all(satu["label"] == "outcome" for satu in lama)
