"""Typed validation: any JSON is survived, malformed values are reported, valid ones pass unchanged."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests_kit_paths import CONTOH

from exercises.kit.catalog import load_folder
from exercises.kit.progress import progress
from exercises.kit.validation import MAX_TEXT, answer_fields, clean_text, validate

TAMPILAN = load_folder(CONTOH / "01_contoh").checks.make_case(3).tampilan
KODE = ["aktivitas", "output", "outcome"]
NAMA = ["pilah", "susun", "alasan", "jenis", "target", "aspek", "ciri", "kalimat", "tim", "teks", "p1", "b1", "macam"]

any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([*KODE, "mutu", "b1"]),
    lambda isi: (
        st.lists(isi, max_size=4) | st.dictionaries(st.sampled_from(NAMA) | st.text(max_size=4), isi, max_size=6)
    ),
    max_leaves=30,
)
plain_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)
valid_answer = st.fixed_dictionaries(
    {
        "pilah": st.fixed_dictionaries(
            {
                "jenis": st.fixed_dictionaries(
                    {
                        nama: st.fixed_dictionaries({"macam": st.sampled_from([None, *KODE])})
                        for nama in ("p1", "p2", "p3", "p4")
                    }
                )
            }
        ),
        "susun": st.fixed_dictionaries(
            {
                "target": st.none() | st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15),
                "aspek": st.sampled_from([None, "mutu", "jumlah"]),
                "ciri": st.lists(st.sampled_from(KODE), unique=True).map(lambda isi: sorted(isi, key=KODE.index)),
                "kalimat": plain_text,
                "tim": st.dictionaries(
                    st.sampled_from(["b1", "b2", "b7"]),
                    st.fixed_dictionaries({"nama": plain_text, "predikat": st.sampled_from(["baik", "sangat_baik"])}),
                ).map(lambda isi: dict(sorted(isi.items()))),
            }
        ),
        "alasan": st.fixed_dictionaries({"teks": plain_text}),
    }
)


@given(any_json)
@settings(max_examples=300, deadline=None)
def test_any_json_is_survived_and_what_remains_is_valid(isi: object) -> None:
    clean, problems = validate(isi, TAMPILAN)

    assert list(clean) == list(TAMPILAN["soal"])
    assert all(problem.pesan.endswith(".") for problem in problems)
    ulang, sisa = validate(clean, TAMPILAN)
    assert (ulang, sisa) == (clean, ())
    json.dumps(clean, allow_nan=False).encode("utf-8")
    assert 0 <= progress(clean, TAMPILAN)["terisi"] <= progress(clean, TAMPILAN)["total"]


@given(valid_answer)
@settings(max_examples=200, deadline=None)
def test_a_valid_answer_passes_unchanged(isi: dict) -> None:
    assert validate(isi, TAMPILAN) == (isi, ())


def test_every_field_is_there_also_when_nothing_was_answered() -> None:
    clean, problems = validate({}, TAMPILAN)

    assert problems == ()
    assert clean["susun"] == {"target": None, "aspek": None, "ciri": [], "kalimat": "", "tim": {}}
    assert clean["pilah"]["jenis"]["p3"] == {"macam": None}


@pytest.mark.parametrize(
    ("isian", "nilai", "kode"),
    [
        ("target", "12,5", "bukan-angka"),
        ("target", True, "bukan-angka"),
        ("target", 10**400, "bukan-angka"),
        ("aspek", "biaya", "pilihan-asing"),
        ("aspek", ["mutu"], "pilihan-asing"),
        ("ciri", "output", "bentuk"),
        ("ciri", ["output", "lain"], "pilihan-asing"),
        ("kalimat", 5, "bukan-teks"),
        ("kalimat", "x" * (MAX_TEXT + 1), "teks-terlalu-panjang"),
        ("tim", [], "bentuk"),
        ("tim", {"b1": "x"}, "bentuk"),
    ],
)
def test_a_malformed_value_is_set_aside_with_its_place_and_remedy(isian: str, nilai: object, kode: str) -> None:
    _, problems = validate({"susun": {isian: nilai}}, TAMPILAN)

    assert [(satu.soal, satu.isian, satu.kode, satu.menunda) for satu in problems] == [("susun", isian, kode, True)]
    assert "Susun target" in problems[0].pesan


def test_a_text_that_is_too_long_is_told_with_its_length_as_people_write_it() -> None:
    _, problems = validate({"susun": {"kalimat": "x" * 50_000}}, TAMPILAN)

    assert "teksnya 50.000 huruf, paling panjang 20.000. Ringkas" in problems[0].pesan


def test_what_is_readable_in_a_half_broken_field_is_kept() -> None:
    clean, _ = validate({"susun": {"ciri": ["output", 5], "tim": {"b1": {"nama": "A", "predikat": 9}}}}, TAMPILAN)

    assert clean["susun"]["ciri"] == ["output"]
    assert clean["susun"]["tim"]["b1"] == {"nama": "A", "predikat": None}


def test_rows_beyond_the_limit_and_unknown_rows_are_left_out_and_said_so() -> None:
    baris = {f"b{nomor}": {"nama": "A", "predikat": "baik"} for nomor in range(1, 9)}
    clean, problems = validate({"susun": {"tim": baris | {"x": {}}}}, TAMPILAN)

    assert list(clean["susun"]["tim"]) == ["b1", "b2", "b3", "b4"]
    assert [(satu.kode, satu.menunda) for satu in problems] == [("baris-asing", False)]


def test_an_added_row_left_blank_is_not_an_answer() -> None:
    clean, problems = validate({"susun": {"tim": {"b1": {"nama": " ", "predikat": None}}}}, TAMPILAN)

    assert (clean["susun"]["tim"], problems) == ({}, ())


def test_ten_thousand_unknown_keys_become_a_short_list() -> None:
    _, problems = validate({f"asing{nomor}": 1 for nomor in range(10_000)}, TAMPILAN)

    assert len(problems) == 61


def test_text_copied_from_a_word_processor_is_tidied() -> None:
    assert clean_text("satu\r\ndua\x0btiga\x00\ud800") == "satu\ndua\ntiga?"


def test_read_only_blocks_take_no_answer() -> None:
    assert [isian["id"] for isian in answer_fields(TAMPILAN["soal"]["pilah"])] == ["jenis"]
