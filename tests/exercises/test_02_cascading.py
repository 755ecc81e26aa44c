"""Exercise 02 keeps its promises in the participant's own office: full marks, exact losses, nothing for tricks."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.catalog import load
from exercises.kit.grading import grade_answer
from exercises.kit.office import classroom_office
from exercises.kit.validation import validate
from simulator.wording import Pernyataan, periksa

LATIHAN = load("02_cascading")
CHECKS = LATIHAN.checks
POIN = {soal.id: soal.poin for soal in LATIHAN.spec.soal if not soal.manual}


@cache
def case(seed):
    return CHECKS.make_case(seed)


@cache
def kantor(seed):
    return CHECKS.kantor.baca(classroom_office(seed))


def as_file(answer):
    return json.dumps({"versi": 1, "latihan": LATIHAN.nama, "soal": answer}).encode()


def scores(answer, kasus):
    hasil = grade_answer(LATIHAN, kasus, as_file(answer))
    assert not hasil.galat, hasil.galat
    return {soal: hasil.soal[soal].skor for soal in POIN}


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


# --- the key follows the office --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 21))
def test_owners_are_those_whose_skp_supports_the_rhk_and_never_everybody_everywhere(seed):
    isi = kantor(seed)
    kunci = case(seed).kunci["pemilik"]
    semua = set(kunci["anggota"])

    assert 4 <= len(semua) <= 8
    assert len(kunci["rhk"]) >= 3
    for h, satu in kunci["rhk"].items():
        berperan = {f"o{anak.orang_id}" for anak in isi.anak[int(h[1:])]} & semua
        assert set(satu["pemilik"]) == berperan != set()
        assert not set(satu["boleh"]) & berperan
    assert any(set(satu["pemilik"]) | set(satu["boleh"]) != semua for satu in kunci["rhk"].values())
    assert {orang for satu in kunci["rhk"].values() for orang in satu["pemilik"]} == semua


@pytest.mark.parametrize("seed", range(1, 21))
def test_pairs_are_mixed_and_only_slices_are_called_langsung(seed):
    isi = kantor(seed)
    jenis = [satu["jenis"] for satu in case(seed).kunci["jenis"].values()]

    assert len(jenis) == 6
    assert 2 <= jenis.count("langsung") <= 4
    for induk_id in isi.hasil:
        bagian = isi.langsung(induk_id)
        if len(bagian) > 1:
            assert sum(satu.ukuran.nilai for satu in bagian) == isi.hasil[induk_id].ukuran.nilai


@pytest.mark.parametrize("seed", range(1, 21))
def test_the_three_problems_are_what_the_shown_rows_say(seed):
    kasus = case(seed)
    kunci = kasus.kunci["temukan"]
    tabel = next(satu for satu in kasus.tampilan["soal"]["temukan"]["isian"] if satu["jenis"] == "tabel")
    baris = {satu["id"]: satu["keterangan"] for satu in tabel["baris"]}
    grup = {satu["masalah"]: satu for satu in kunci["kelompok"]}

    assert set(grup) == {"menggantung", "kembar", "jumlah"}
    assert len(kunci["bersih"]) >= 4
    assert len(baris) <= 16

    kosong = {kode for kode, isi in baris.items() if isi["RHK pimpinan"] == "(tidak dipilih)"}
    utama = {kode for kode in kosong if baris[kode]["Jenis"].startswith("Utama")}
    assert utama == set(grup["menggantung"]["baris"])

    indikator = [isi["Indikator"] for isi in baris.values()]
    kembar = {kode for kode, isi in baris.items() if indikator.count(isi["Indikator"]) > 1}
    assert kembar == set(grup["kembar"]["baris"])

    keluarga = [baris[kode] for kode in grup["jumlah"]["baris"]]
    atas, bawah = number(keluarga[0]["Target"]), sum(number(satu["Target"]) for satu in keluarga[1:])
    assert (bawah > atas) == (grup["jumlah"]["alasan"] == "lebih_besar")
    assert bawah != atas


@pytest.mark.parametrize("seed", range(1, 21))
def test_every_other_direct_family_in_the_table_adds_up(seed):
    kasus = case(seed)
    tabel = next(satu for satu in kasus.tampilan["soal"]["temukan"]["isian"] if satu["jenis"] == "tabel")
    salah = {baris for satu in kasus.kunci["temukan"]["kelompok"] for baris in satu["baris"]}
    bersih = [satu["keterangan"] for satu in tabel["baris"] if satu["id"] not in salah]
    for atas in bersih:
        bagian = [
            satu
            for satu in bersih
            if satu["RHK pimpinan"] == atas["RHK"] and satu["Jenis"].endswith("cascading langsung")
        ]
        if len(bagian) > 1:
            assert sum(number(satu["Target"]) for satu in bagian) == number(atas["Target"])


def number(target):
    return float(target.split()[0].replace(".", "").replace(",", "."))


def test_every_role_that_can_be_asked_has_a_full_sentence():
    for satu in CHECKS.peran.bank():
        bacaan = periksa(Pernyataan(teks=satu["teks"], jenis_pernyataan="rhk", jabatan=satu["jabatan"]))

        assert bacaan.orientasi != "aktivitas", satu["teks"]
        assert bacaan.S is not False, satu["teks"]


# --- the case --------------------------------------------------------------------------------------------------------


def test_points_of_findings_add_up_to_the_points_of_the_question():
    for seed in range(1, 11):
        for jawaban in ({}, CHECKS.reference_answer(case(seed))):
            clean, _ = validate(jawaban, case(seed).tampilan)
            temuan = CHECKS.grade(clean, case(seed))
            for soal in LATIHAN.spec.soal:
                maks = sum(satu.maks for satu in temuan if satu.soal == soal.id)

                assert maks == pytest.approx(0 if soal.manual else soal.poin)


@pytest.mark.parametrize("seed", range(1, 7))
def test_the_office_a_participant_receives_does_not_answer_the_questions(seed):
    kasus, penuh = case(seed), classroom_office(seed)
    tertutup = CHECKS.close_office(penuh, kasus)
    pimpinan = {int(h[1:]) for h in kasus.kunci["pemilik"]["rhk"]}
    ditanya = {satu["teks"] for satu in kasus.kunci["jenis"].values()}

    assert not [satu for satu in tertutup.rows("rhk") if satu["rhk_atasan_id"] in pimpinan]
    assert not [satu for satu in tertutup.rows("peran_hasil") if satu["rhk_pimpinan_id"] in pimpinan]
    assert not [satu for satu in tertutup.rows("peran_hasil") if satu["peran"] in ditanya and unique(satu, penuh)]
    for tabel in penuh.tables:
        if tabel not in ("rhk", "peran_hasil"):
            assert tertutup.rows(tabel) == penuh.rows(tabel)
    assert len(tertutup.rows("rhk")) == len(penuh.rows("rhk"))


def unique(peran, kantor_penuh):
    """Colleagues in the other Puskesmas hold the same words; only a role that stands once points at the pair asked."""
    return sum(satu["peran"] == peran["peran"] for satu in kantor_penuh.rows("peran_hasil")) == 1


# --- whatever people answer ------------------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(1, 8), acak=st.randoms(use_true_random=False), teks=st.lists(st.text(max_size=80), min_size=3))
def test_no_answer_ever_breaks_grading_or_leaves_its_bounds(seed, acak, teks):
    kasus = case(seed)
    jawaban = {}
    for soal_id, soal in kasus.tampilan["soal"].items():
        jawaban[soal_id] = {isian["id"]: any_value(isian, acak, teks) for isian in soal["isian"] if "id" in isian}
    clean, _ = validate(jawaban, kasus.tampilan)
    temuan = CHECKS.grade(clean, kasus)

    for soal, poin in POIN.items():
        assert -1e-9 <= sum(satu.poin for satu in temuan if satu.soal == soal) <= poin + 1e-6
    assert len({(satu.soal, satu.butir, satu.kriteria) for satu in temuan}) == len(temuan)


def any_value(isian, acak, teks):
    """A value of the right kind, or of a wrong one."""
    if acak.random() < 0.1:
        return acak.choice([None, 7, [], {}, "x"])
    if isian["jenis"] == "tabel":
        return {
            baris["id"]: {kolom["id"]: any_value(kolom, acak, teks) for kolom in isian["kolom"]}
            for baris in isian["baris"]
            if acak.random() < 0.9
        }
    if isian["jenis"] in ("pilihan", "banyak"):
        kode = [satu["kode"] for satu in isian["opsi"]]
        return acak.choice(kode) if isian["jenis"] == "pilihan" else acak.sample(kode, acak.randint(0, len(kode)))
    return acak.choice(teks)


def test_guessing_everything_alike_earns_nothing_much():
    for seed in range(1, 11):
        kasus = case(seed)
        for nomor in range(4):
            jawaban = {}
            for soal_id in ("jenis", "temukan"):
                tabel = next(satu for satu in kasus.tampilan["soal"][soal_id]["isian"] if satu["jenis"] == "tabel")
                kode = [satu["kode"] for satu in tabel["kolom"][0]["opsi"]]
                pilihan = {tabel["kolom"][0]["id"]: kode[nomor % len(kode)]}
                jawaban[soal_id] = {tabel["id"]: {baris["id"]: pilihan for baris in tabel["baris"]}}
            skor = scores(jawaban, kasus)

            assert skor["jenis"] == 0
            assert skor["temukan"] <= CHECKS.temukan.POIN_MASALAH


def test_a_key_dealt_without_the_words_of_the_office_still_grades():
    kasus = case(7)
    lama = type(kasus)(
        kasus.latihan, 7, kasus.tampilan, {nama: isi for nama, isi in kasus.kunci.items() if nama != "kosakata"}
    )

    assert scores(CHECKS.reference_answer(kasus), lama)["peran"] == POIN["peran"]


@pytest.mark.parametrize("seed", range(1, 13))
@pytest.mark.parametrize(
    "teks",
    [
        "Tersedianya bebu tapimo kidana ronu batipe",
        "Tersusunnya lirape nakudo sogemi",
        "Meningkatnya jadwal pertandingan sepak bola antarkampung",
        "Tersedianya kuda terbang untuk semua orang",
    ],
)
def test_a_result_of_nothing_in_this_office_earns_nothing_but_a_persons_look(seed, teks):
    kasus = case(seed)
    temuan = CHECKS.peran.nilai({"p1": teks, "p2": ""}, kasus)

    assert sum(satu.poin for satu in temuan) == 0
    assert all(satu.perlu_instruktur for satu in temuan if satu.butir == "p1")


def test_every_post_that_can_be_asked_has_words_of_its_work_and_they_count():
    for satu in CHECKS.peran.bank():
        assert satu["jabatan"] in CHECKS.peran.kata_pekerjaan(), satu["jabatan"]

    kasus = case(7)
    asing = {"lingkup": [], "skp": [], "ukuran": [], "rhk": "Terwujudnya tata kearsipan dinas"}
    arsiparis = kasus.kunci["peran"]["p1"]
    teks = "Tertatanya boks di ruang simpan"
    for lingkup, poin in ((arsiparis["lingkup"], 3.0), ([], 0.0)):
        kunci = kasus.kunci | {"peran": {"p1": arsiparis | asing | {"lingkup": lingkup}}}
        temuan = CHECKS.peran.nilai({"p1": teks}, type(kasus)(kasus.latihan, 7, kasus.tampilan, kunci))

        assert next(satu for satu in temuan if "Mendukung" in satu.kriteria).poin == poin


@pytest.mark.parametrize("seed", range(1, 21))
def test_one_unit_alone_does_not_tell_which_pairs_are_langsung(seed):
    kasus = case(seed)
    tabel = next(satu for satu in kasus.tampilan["soal"]["jenis"]["isian"] if satu["jenis"] == "tabel")
    kunci = kasus.kunci["jenis"]
    tebakan = {}
    for baris in tabel["baris"]:
        atas, bawah = (baris["keterangan"][f"Target {siapa}"] for siapa in ("pimpinan", "bawahan"))
        sama = atas.split(maxsplit=1)[1] == bawah.split(maxsplit=1)[1]
        tebakan[baris["id"]] = {"jenis": "langsung" if sama else "tidak_langsung"}
        if sama and kunci[baris["id"]]["jenis"] == "tidak_langsung":
            assert baris["keterangan"]["Indikator pimpinan"] != baris["keterangan"]["Indikator bawahan"]
            assert "yang dihitung berbeda" in kunci[baris["id"]]["alasan"]

    assert scores({"jenis": {"pasangan": tebakan}}, kasus)["jenis"] < POIN["jenis"]


@pytest.mark.parametrize("seed", range(1, 13))
def test_owners_can_be_read_from_the_results_on_the_page_and_feedback_names_the_result(seed):
    kasus = case(seed)
    tim, matriks = kasus.tampilan["soal"]["pemilik"]["isian"]
    terlihat = {(nama, jabatan, rhk) for nama, jabatan, rhk in tim["baris"]}
    kunci = kasus.kunci["pemilik"]
    for h, satu in kunci["rhk"].items():
        for orang in satu["pemilik"]:
            nama, jabatan = kunci["anggota"][orang].rsplit(", ", 1)

            assert (nama, jabatan, satu["lewat"][orang]) in terlihat

        temuan = next(t for t in CHECKS.pemilik.nilai({}, kasus) if t.butir == h)
        assert temuan.pesan == "RHK ini belum punya pemilik."
    pertama = next(iter(kunci["rhk"].values()))
    asing = next(orang for orang in kunci["anggota"] if orang not in pertama["pemilik"])
    jawaban = {"matriks": {next(iter(kunci["rhk"])): {"pemilik": [asing]}}}
    pesan = CHECKS.pemilik.nilai(jawaban, kasus)[0].pesan

    assert all(pertama["lewat"][orang] in pesan for orang in pertama["pemilik"])


def test_the_examples_that_may_not_be_copied_stand_in_the_lesson():
    modul = Path(LATIHAN.folder).parent.parent / "modules" / "02_cascading" / "pelajaran.py"
    teks = modul.read_text(encoding="utf-8")

    assert all(satu in teks for satu in CHECKS.peran.CONTOH_MODUL)
