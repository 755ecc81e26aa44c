"""A form without a browser: what is entered is saved, kept when saving fails, and back again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from simulator.domain.errors import BimtekError
from simulator.notebook.distribution import distribution_html, spread
from simulator.notebook.fields import Angka, Banyak, Pilihan, Teks, Uraian
from simulator.notebook.form import Form, Saved, field_class
from simulator.notebook.hints import context_of, count_words, smart_hint
from simulator.notebook.schedule import Later
from simulator.notebook.table import Tabel
from simulator.notebook.typed import parse_number

OPSI = [{"kode": "a", "label": "Satu"}, {"kode": "b", "label": "Dua"}]
TABEL = {
    "jenis": "tabel",
    "id": "tim",
    "label": "Anggota",
    "kolom": [
        {"jenis": "teks", "id": "nama", "label": "Nama"},
        {"jenis": "pilihan", "id": "nilai", "label": "Nilai", "opsi": OPSI},
    ],
    "baris": [{"id": "r1", "label": "Ketua", "keterangan": {"Jabatan": "Pengawas"}}],
    "tambah": {"min": 0, "maks": 3},
}
SOAL = {
    "judul": "Uji",
    "pengantar": "Isi **semua**.",
    "isian": [
        {"jenis": "info", "teks": "Bacalah."},
        {"jenis": "pilihan", "id": "p", "label": "Pilih", "opsi": OPSI, "konteks": "Sebuah *pernyataan*"},
        {"jenis": "banyak", "id": "c", "label": "Centang", "opsi": OPSI},
        {"jenis": "teks", "id": "t", "label": "Teks"},
        {"jenis": "uraian", "id": "u", "label": "Uraian", "min_kata": 3},
        {"jenis": "angka", "id": "n", "label": "Angka"},
        TABEL,
        {"jenis": "distribusi", "id": "d", "dari": {"tabel": "tim", "kolom": "nilai"}, "pola": {"a": {"maks": 0.5}}},
    ],
}


class Kotak:
    """Stands for the answer file: remembers what was saved, refuses when told to."""

    def __init__(self) -> None:
        self.isi: dict[str, Any] = {}
        self.penuh = False

    def simpan(self, berubah: dict[str, Any], dilihat: dict[str, Any], tetap: bool) -> Saved:
        if self.penuh:
            raise BimtekError("Ruang simpan penuh. Hapus berkas, lalu tekan “Simpan lagi”.")
        self.isi |= berubah
        return Saved("10:32:05", len(self.isi), 6)


@pytest.fixture
def kotak() -> Kotak:
    return Kotak()


@pytest.fixture
def formulir(kotak: Kotak) -> Form:
    return Form("s", SOAL, {}, kotak.simpan)


def test_every_kind_of_field_saves_what_is_entered(formulir: Form, kotak: Kotak) -> None:
    formulir.fields["p"]._control.value = "b"
    formulir.fields["c"]._kotak[1][1].value = True
    formulir.fields["t"]._control.value = "halo"
    formulir.fields["u"]._control.value = "satu dua"
    formulir.fields["n"]._control.value = "1.250,5"
    formulir.fields["tim"].rows()["r1"].fields["nilai"]._control.value = "a"

    assert kotak.isi == {
        "p": "b",
        "c": ["b"],
        "t": "halo",
        "u": "satu dua",
        "n": 1250.5,
        "tim": {"r1": {"nama": "", "nilai": "a"}},
    }
    assert "✔ Tersimpan 10:32:05" in formulir._status.value
    assert "6 dari 6 isian terisi" in formulir._status.value


def test_saved_values_are_shown_again(formulir: Form, kotak: Kotak) -> None:
    nilai = {
        "p": "a", "c": ["a", "b"], "t": "halo", "u": "satu", "n": 12.5,
        "tim": {"r1": {"nama": "X", "nilai": "b"}, "b7": {"nama": "Y", "nilai": None}},
    }  # fmt: skip

    assert Form("s", SOAL, nilai, kotak.simpan).value() == nilai


@pytest.mark.parametrize("rusak", [{"p": 5, "c": "a", "t": [], "u": {}, "n": [], "tim": []}, {"tim": {"r1": 3}}])
def test_malformed_saved_values_do_not_keep_the_form_from_opening(rusak: dict, kotak: Kotak) -> None:
    isi = Form("s", SOAL, rusak, kotak.simpan).value()

    assert (isi["p"], isi["c"], isi["t"], isi["n"]) == (None, [], "", None)
    assert kotak.isi == {}


def test_a_failed_save_is_told_kept_and_repeated(formulir: Form, kotak: Kotak) -> None:
    kotak.penuh = True
    formulir.fields["t"]._control.value = "penting"
    assert 'role="alert"' in formulir._status.value
    assert "Ruang simpan penuh" in formulir._status.value
    assert formulir._ulang.layout.display == ""
    assert formulir.flush(force=True) is False

    kotak.penuh = False
    formulir._ulang.click()
    assert kotak.isi == {"t": "penting"}
    assert formulir._ulang.layout.display == "none"


def test_a_deleted_row_can_be_fetched_back(formulir: Form, kotak: Kotak) -> None:
    tim = formulir.fields["tim"]
    tim.add_row()
    tim.add_row()
    tim.rows()["b1"].fields["nama"]._control.value = "Sari"
    tim.remove_row("b1")

    assert list(kotak.isi["tim"]) == ["r1", "b2"]
    assert "dihapus" in tim._kabar.value
    assert tim._urungkan.layout.display == ""
    tim._urungkan.click()
    assert list(kotak.isi["tim"]) == ["r1", "b1", "b2"]
    assert kotak.isi["tim"]["b1"]["nama"] == "Sari"
    assert tim._urungkan.layout.display == "none"


def test_no_more_rows_than_allowed_and_numbers_are_not_used_twice(formulir: Form) -> None:
    tim = formulir.fields["tim"]
    for _ in range(5):
        tim.add_row()
    assert list(tim.rows()) == ["r1", "b1", "b2", "b3"]
    assert tim._tombol.disabled
    tim.remove_row("b3")
    tim.add_row()

    assert list(tim.rows()) == ["r1", "b1", "b2", "b4"]


def test_a_table_asks_for_its_least_number_of_rows_and_says_when_it_is_empty() -> None:
    kosong = {**TABEL, "baris": []}
    assert "Belum ada baris" in Tabel(kosong, None, lambda: None)._kabar.value

    assert list(Tabel({**kosong, "tambah": {"min": 2, "maks": 3}}, None, lambda: None).rows()) == ["b1", "b2"]


def test_labels_help_and_row_names_are_with_their_controls() -> None:
    isian = {"jenis": "teks", "id": "t", "label": "Indikator", "bantuan": "Satu kalimat.", "wajib": False}
    label = Teks(isian, "", {"sisipan": "IKI 1"}, lambda: None)._control.description

    for bagian in ("IKI 1: ", "Indikator", "Satu kalimat.", "boleh kosong"):
        assert bagian in label


def test_markup_in_labels_and_options_stays_text(kotak: Kotak) -> None:
    opsi = [{"kode": "a", "label": "<b>"}, {"kode": "b", "label": "<b>"}]
    isian = {"id": "x", "label": "<img>", "opsi": opsi}
    banyak = Banyak({**isian, "jenis": "banyak"}, [], {}, lambda: None)
    pilihan = Pilihan({**isian, "jenis": "pilihan"}, "b", {}, lambda: None)

    assert banyak._kotak[0][1].description == '<span class="bk-sr">&lt;img&gt;: </span>&lt;b&gt;'
    assert "<img>" not in pilihan._control.description
    assert pilihan.value() == "b"


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("", None), (" ", None), ("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("1.250", 1250), ("1.250,75", 1250.75),
        ("-3", -3), ("+4", 4), ("1 250", 1250), ("12%", "12%"), ("dua", "dua"), ("1.25.3", "1.25.3"), ("1e9", "1e9"),
        ("9" * 30, "9" * 30), ("x" * 300, "x" * 200),
    ],
)  # fmt: skip
def test_numbers_are_read_as_indonesians_write_them(teks: str, nilai: object) -> None:
    assert parse_number(teks) == nilai


def test_what_is_no_number_is_kept_and_told() -> None:
    angka = Angka({"jenis": "angka", "id": "n", "label": "N"}, "dua belas", {}, lambda: None)
    angka.refresh_hint()

    assert angka.value() == "dua belas"
    assert "Belum terbaca sebagai angka" in angka._hint.value


def test_a_text_too_long_to_be_graded_is_told_while_typing() -> None:
    teks = Teks({"jenis": "teks", "id": "t", "label": "T"}, "x" * 20_001, {}, lambda: None)

    assert "20.001 huruf; paling panjang 20.000" in teks.hint()
    teks._control.value = "x" * 20_000
    assert teks.hint() == ""


def test_words_are_counted_and_the_goal_is_shown() -> None:
    uraian = Uraian(
        {"jenis": "uraian", "id": "u", "label": "U", "min_kata": 4}, "hasil-kerja, 3 orang.", {}, lambda: None
    )

    assert count_words("hasil-kerja, 3 orang.") == 3
    assert "3 kata (paling sedikit 4)" in uraian.hint()
    assert "✔" not in uraian.hint()
    uraian._control.value = "satu dua tiga empat"
    assert "✔ 4 kata" in uraian.hint()


def test_hints_quote_the_words_and_do_not_ask_the_indicator_for_the_target_beside_it() -> None:
    isian = {"id": "i1_indikator", "petunjuk_konteks": {"jenis_pernyataan": "iki"}}
    sendiri = smart_hint("Laporan tersusun dengan baik", context_of(isian, {}))
    bertarget = context_of(isian, {"i1_target": " 12 laporan ", "i2_target": "9", "i1_aspek": None})

    assert "Laporan tersusun" in sendiri
    assert "Target belum diisi" not in sendiri
    assert bertarget == {"jenis_pernyataan": "iki", "target": "12 laporan"}
    assert smart_hint("satu", {}) == ""


def test_the_chart_says_in_words_what_it_shows() -> None:
    pola = {"a": {"min": 0, "maks": 0.5}, "b": {"min": 0.0, "maks": 1}}
    html = distribution_html("Sebaran", OPSI, ["a", "a", "a", None], pola, {"b": 1})

    assert "3 dari 4 sudah dipilih, 1 belum. 1 orang lain di unit ini sudah dinilai" in html
    assert "3 orang (75%)" in html
    assert "▲ di atas pola" in html
    assert "tidak dibatasi pola" in html
    assert 'style="width:75.0%"' in html


@pytest.mark.parametrize(
    ("ada", "lain", "putusan"),
    [
        (0, 0, "belum"),
        (0, 4, "tepi"),
        (1, 4, "sesuai"),
        (2, 3, "tepi"),
        (3, 2, "atas"),
        (1, 9, "bawah"),
        (0, 10, "bawah"),
    ],
)
def test_less_than_one_person_beside_the_pattern_is_the_edge(ada: int, lain: int, putusan: str) -> None:
    bagian = spread(OPSI, ["a"] * ada + ["b"] * lain, {"a": {"min": 0.2, "maks": 0.3}}, {})[0]

    assert (bagian.jumlah, bagian.putusan) == (ada, putusan)


def test_a_unit_above_the_named_size_has_no_edge() -> None:
    pita = {"a": {"maks": 0.7}}
    kecil, besar = (spread(OPSI, ["a"] * ada + ["b"] * lain, pita, {}, 10)[0] for ada, lain in ((5, 2), (10, 4)))

    assert (kecil.putusan, besar.putusan) == ("tepi", "atas")


def test_the_chart_follows_the_table(formulir: Form) -> None:
    formulir.fields["tim"].rows()["r1"].fields["nilai"]._control.value = "a"

    assert "1 orang (100%)" in formulir._charts[0][0].value


def test_remarks_of_periksa_appear_at_their_field_and_go_when_it_changes(formulir: Form) -> None:
    formulir.remark({"t": ["Belum <diisi>."]})
    assert "Belum &lt;diisi&gt;." in formulir._remarks["t"].value
    formulir.fields["t"]._control.value = "x"

    assert formulir._remarks["t"].value == ""


def test_a_field_can_be_found_again_by_its_class(formulir: Form) -> None:
    assert field_class("s", "t") in [satu for kotak in formulir.widget.children for satu in kotak._dom_classes]


class Jam:
    """An event loop whose time a test moves itself."""

    def __init__(self) -> None:
        self.kini = 0.0
        self.rencana: list[tuple[float, Any, dict]] = []

    def time(self) -> float:
        return self.kini

    def call_later(self, tunggu: float, kerja: Any) -> Any:
        batal = {"batal": False}
        self.rencana.append((self.kini + tunggu, kerja, batal))
        return type("Handle", (), {"cancel": lambda _: batal.update(batal=True)})()

    def maju(self, sampai: float) -> None:
        while siap := [satu for satu in self.rencana if not satu[2]["batal"] and satu[0] <= sampai + 1e-9]:
            saat = min(siap, key=lambda satu: satu[0])
            self.rencana.remove(saat)
            self.kini = saat[0]
            saat[1]()
        self.kini = sampai


def test_typing_is_saved_after_a_pause_and_at_the_latest_after_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    jam, simpanan = Jam(), []
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: jam)
    nanti = Later(lambda: simpanan.append(round(jam.kini, 3)), pause=0.3, longest=1.0)
    for huruf in range(8):  # one letter every 0.2 s, the last at 1.4
        jam.maju(huruf * 0.2)
        nanti.request()
    jam.maju(5)

    assert simpanan == [1.0, 1.4 + 0.3]
    assert not nanti.waiting


def test_leaving_saves_what_still_waits(kotak: Kotak) -> None:
    async def ketik() -> None:
        formulir = Form("s", SOAL, {}, kotak.simpan)
        formulir.fields["t"]._control.value = "tergesa"
        assert kotak.isi == {}
        assert "Menyimpan" in formulir._status.value
        assert formulir.flush() is True

    asyncio.run(ketik())

    assert kotak.isi == {"t": "tergesa"}
