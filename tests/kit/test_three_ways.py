"""Two windows on one field: both changes stay, and the same cell changed in both is told."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.kit.three_ways import canonical, changed_elsewhere, merge, seen

OPSI = [{"kode": "a", "label": "Satu"}, {"kode": "b", "label": "Dua"}]
TEKS = {"jenis": "teks", "id": "t", "label": "Alasan"}
TABEL = {
    "jenis": "tabel",
    "id": "tim",
    "label": "Anggota",
    "kolom": [
        {"jenis": "teks", "id": "nama", "label": "Nama"},
        {"jenis": "pilihan", "id": "nilai", "label": "Nilai", "opsi": OPSI},
        {"jenis": "banyak", "id": "ciri", "label": "Ciri", "opsi": OPSI},
    ],
    "baris": [{"id": "r1", "label": "Ketua"}, {"id": "r2", "label": "Wakil"}],
    "tambah": {"maks": 2},
}


def _isi(**baris: dict[str, Any]) -> dict[str, Any]:
    return canonical(TABEL, baris)


def _gabung(isian: dict, dilihat: Any, kini: Any, baru: Any) -> tuple[Any, int]:
    hasil, bentrok = merge(isian, seen(isian, dilihat), kini, baru)
    return hasil, len(bentrok)


@pytest.mark.parametrize(
    ("dilihat", "kini", "baru", "hasil", "bentrok"),
    [
        ("", "", "saya", "saya", 0),
        ("", "dia", "", "dia", 0),
        ("", "sama", "sama", "sama", 0),
        ("lama", "dia", "saya", "saya", 1),
        ("lama", "", "saya", "saya", 1),
        ("lama", "lama", "", "", 0),
    ],
)
def test_one_field(dilihat: str, kini: str, baru: str, hasil: str, bentrok: int) -> None:
    assert _gabung(TEKS, dilihat, kini, baru) == (hasil, bentrok)


@pytest.mark.parametrize(
    ("dilihat", "kini", "baru", "hasil", "bentrok"),
    [
        pytest.param({}, {"r1": {"nama": "K"}}, {"r2": {"nilai": "b"}}, {"r1": {"nama": "K"}, "r2": {"nilai": "b"}}, 0,
                     id="two rows"),
        pytest.param({}, {"r1": {"nama": "K"}}, {"r1": {"nilai": "b"}}, {"r1": {"nama": "K", "nilai": "b"}}, 0,
                     id="two cells of a row"),
        pytest.param({}, {"r1": {"nama": "K"}}, {"r1": {"nama": "L"}}, {"r1": {"nama": "L"}}, 1, id="one cell"),
        pytest.param({}, {"b1": {"nama": "K"}}, {}, {"b1": {"nama": "K"}}, 0, id="added there"),
        pytest.param({}, {}, {"b1": {"nama": "K"}}, {"b1": {"nama": "K"}}, 0, id="added here"),
        pytest.param({}, {"b1": {"nama": "K"}}, {"b1": {"nama": "L"}}, {"b1": {"nama": "L"}}, 1, id="added in both"),
        pytest.param({}, {"b1": {"nama": "K"}}, {"b1": {}}, {"b1": {"nama": "K"}}, 0, id="an empty one added here"),
        pytest.param({"b1": {"nama": "K"}}, {"b1": {"nama": "K"}}, {}, {}, 0, id="removed here"),
        pytest.param({"b1": {"nama": "K"}}, {}, {"b1": {"nama": "K"}}, {}, 0, id="removed there"),
        pytest.param({"b1": {"nama": "K"}}, {"b1": {"nama": "L"}}, {}, {}, 1, id="removed here, changed there"),
        pytest.param({"b1": {"nama": "K"}}, {}, {"b1": {"nama": "L"}}, {"b1": {"nama": "L"}}, 1,
                     id="changed here, removed there"),
        pytest.param({}, {"b1": {"nama": "K"}, "b2": {"nama": "L"}}, {"b3": {"nama": "M"}}, {"b3": {"nama": "M"}}, 1,
                     id="together too many"),
    ],
)  # fmt: skip
def test_a_table(dilihat: dict, kini: dict, baru: dict, hasil: dict, bentrok: int) -> None:
    assert _gabung(TABEL, _isi(**dilihat), _isi(**kini), _isi(**baru)) == (_isi(**hasil), bentrok)


SEL = st.fixed_dictionaries(
    {
        "nama": st.text("xyz", max_size=2),
        "nilai": st.sampled_from([None, "a", "b"]),
        "ciri": st.sampled_from([[], ["a"]]),
    }
)
ISI = st.fixed_dictionaries({"r1": SEL, "r2": SEL}, optional={"b1": SEL, "b2": SEL})


@settings(max_examples=100, deadline=None, derandomize=True)
@given(dilihat=ISI, kini=ISI, baru=ISI)
def test_nothing_that_only_one_of_them_changed_is_lost(dilihat: dict, kini: dict, baru: dict) -> None:
    hasil, bentrok = merge(TABEL, seen(TABEL, dilihat), kini, baru)
    di = {(satu.baris, satu.kolom) for satu in bentrok}

    for baris in dilihat.keys() & kini.keys() & baru.keys():
        for kolom, lama in dilihat[baris].items():
            pilihan = {repr(satu[baris][kolom]) for satu in (kini, baru)} - {repr(lama)}
            assert ((baris, kolom) in di) == (len(pilihan) == 2)
            if (baris, kolom) not in di:
                assert repr(hasil[baris][kolom]) == next(iter(pilihan), repr(lama))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(dilihat=ISI, baru=ISI)
def test_alone_everything_is_written_as_it_stands(dilihat: dict, baru: dict) -> None:
    assert merge(TABEL, seen(TABEL, dilihat), copy.deepcopy(dilihat), baru) == (
        dict(sorted(baru.items(), key=lambda satu: ["r1", "r2", "b1", "b2"].index(satu[0]))),
        (),
    )


def test_what_a_window_wrote_a_moment_ago_is_no_surprise_to_itself() -> None:
    kosong, tadi, kini = _isi(), _isi(r1={"nama": "Kar"}), _isi(r1={"nama": "Karsa"})

    assert merge(TABEL, seen(TABEL, kosong), tadi, kini, seen(TABEL, tadi)) == (kini, ())
    assert merge(TABEL, seen(TABEL, kosong), tadi, kosong, seen(TABEL, tadi)) == (kosong, ()), "taken back at once"


@pytest.mark.parametrize("aneh", [None, 3, "x", [], {"r1": 3}, {"r1": {"nama": []}}, {"x": {}}])
def test_what_a_form_claims_to_have_shown_is_not_trusted(aneh: object) -> None:
    kini, baru = _isi(r1={"nama": "K"}), _isi(r1={"nama": "L"})

    assert merge(TABEL, aneh, kini, baru)[1]
    assert merge(TEKS, aneh, "K", "L")[1]


def test_it_is_told_where_and_what_stands_there_now() -> None:
    _, bentrok = merge(TABEL, seen(TABEL, _isi()), _isi(r1={"nilai": "a"}), _isi(r1={"nilai": "b"}))
    pesan = changed_elsewhere(TABEL, bentrok, "Simpan").pesan

    assert "“Anggota” (baris “Ketua”, “Nilai”: sekarang “Satu”)" in pesan
    assert "tekan Simpan bila yang ini yang dipakai" in pesan
