"""Periksa looks at what the form declares and never at a key."""

from __future__ import annotations

from exercises.kit.formative import remarks
from exercises.kit.readable import answer_html

RATING = [{"kode": kode, "label": kode} for kode in ("di_bawah_ekspektasi", "sesuai_ekspektasi", "di_atas_ekspektasi")]
PREDIKAT = [{"kode": kode, "label": kode} for kode in ("baik", "sangat_baik", "kurang")]


def _tampilan(*isian: dict) -> dict:
    return {"latihan": "x", "judul": "X", "soal": {"s": {"judul": "Soal", "pengantar": "", "isian": list(isian)}}}


def _pesan(isian: dict, nilai: object, *lain: dict) -> list[str]:
    return [satu.pesan for satu in remarks({"s": {isian["id"]: nilai}}, _tampilan(isian, *lain))]


def test_an_empty_form_names_every_required_field(kasus) -> None:
    hasil = remarks({}, kasus.tampilan)

    assert [(satu.soal, satu.isian) for satu in hasil] == [
        ("pilah", "jenis"), ("susun", "target"), ("susun", "aspek"), ("susun", "ciri"), ("susun", "kalimat"),
        ("susun", "tim"), ("alasan", "teks"),
    ]  # fmt: skip


def test_the_model_answer_leaves_little_to_say(kasus, acuan) -> None:
    assert {satu.isian for satu in remarks(acuan, kasus.tampilan)} <= {"kalimat", "tim"}


def test_optional_fields_are_not_asked_for_unless_they_say_so() -> None:
    isian = {"jenis": "teks", "id": "t", "label": "T", "wajib": False}

    assert _pesan(isian, "") == []
    assert _pesan({**isian, "periksa": ["wajib"]}, "") == ["Belum diisi."]


def test_a_short_story_is_told_how_much_is_missing() -> None:
    isian = {"jenis": "uraian", "id": "u", "label": "U", "min_kata": 5}

    assert _pesan(isian, "hanya tiga kata") == ["Baru 3 kata; paling sedikit 5. Tambahkan alasan atau contoh."]
    assert _pesan(isian, "ini sudah lima kata penuh") == []


def test_wording_is_looked_at_where_the_form_asks_for_it() -> None:
    isian = {"jenis": "teks", "id": "i_indikator", "label": "I", "petunjuk": "smart"}

    assert any(
        "Melaksanakan" in satu or "aktivitas" in satu.lower() for satu in _pesan(isian, "Melaksanakan rapat rutin")
    )
    assert _pesan({**isian, "petunjuk": "", "periksa": ["smart"]}, "Melaksanakan rapat rutin")
    assert _pesan(isian, "ya") == ["Kalimatnya masih terlalu pendek untuk dibaca sebagai pernyataan."]


def test_evidence_names_are_held_to_the_class_standard() -> None:
    isian = {"jenis": "teks", "id": "n", "label": "N", "periksa": ["nama_bukti"]}

    assert _pesan(isian, "laporan final.pdf")
    assert _pesan(isian, "2026_TW1_RHK01_IKI-KN_laporan-imunisasi.pdf") == []


def test_ratings_and_predikat_must_agree_with_the_kuadran() -> None:
    isian = {
        "jenis": "tabel", "id": "t", "label": "T", "periksa": ["kuadran"],
        "kolom": [
            {"jenis": "pilihan", "id": "rating_hasil", "label": "H", "opsi": RATING},
            {"jenis": "pilihan", "id": "rating_perilaku", "label": "P", "opsi": RATING},
            {"jenis": "pilihan", "id": "predikat", "label": "Predikat", "opsi": PREDIKAT},
        ],
        "baris": [{"id": "a", "label": "Ani"}, {"id": "b", "label": "Budi"}],
    }  # fmt: skip
    sesuai = {"rating_hasil": "sesuai_ekspektasi", "rating_perilaku": "sesuai_ekspektasi", "predikat": "baik"}

    assert _pesan(isian, {"a": sesuai, "b": sesuai}) == []
    assert _pesan(isian, {"a": sesuai, "b": {**sesuai, "predikat": "sangat_baik"}}) == [
        "Budi: predikat tidak sesuai kuadran untuk kedua rating yang Anda pilih."
    ]


def test_a_table_can_ask_for_complete_rows() -> None:
    isian = {
        "jenis": "tabel", "id": "t", "label": "T", "periksa": ["min_baris:2"], "wajib": False, "tambah": {"maks": 5},
        "kolom": [{"jenis": "teks", "id": "k", "label": "K"}],
    }  # fmt: skip

    assert _pesan(isian, {"b1": {"k": "x"}}) == ["Baru 1 baris lengkap; paling sedikit 2."]
    assert _pesan(isian, {"b1": {"k": "x"}, "b2": {"k": "y"}}) == []


def test_a_spread_outside_the_pattern_is_pointed_at_once_everybody_is_rated(kasus, acuan) -> None:
    def sebaran(*predikat: str | None) -> list[str]:
        tim = {f"b{nomor}": {"nama": "A", "predikat": satu} for nomor, satu in enumerate(predikat, 1)}
        hasil = remarks({**acuan, "susun": {**acuan["susun"], "tim": tim}}, kasus.tampilan)
        return [satu.pesan.split(",")[0] for satu in hasil if "pola" in satu.pesan]

    assert sebaran("sangat_baik", "sangat_baik") == ["Baik ada 0 orang", "Sangat Baik ada 2 orang"]
    assert sebaran("sangat_baik", "sangat_baik", None) == []
    assert sebaran("sangat_baik", "sangat_baik", "baik") == []  # less than one person beside the pattern


def test_an_unreadable_value_is_told_instead_of_called_empty() -> None:
    isian = {"jenis": "angka", "id": "n", "label": "N"}

    assert _pesan(isian, "dua belas") == [
        "Soal “Soal”, isian “N”: isinya bukan angka yang sah. Ketik angkanya kembali."
    ]


def test_a_check_on_the_question_reaches_the_fields_it_suits() -> None:
    tampilan = _tampilan(
        {"jenis": "teks", "id": "t", "label": "T", "wajib": False},
        {"jenis": "tabel", "id": "b", "label": "B", "wajib": False, "kolom": [], "baris": [], "tambah": {"maks": 2}},
    )
    tampilan["soal"]["s"]["periksa"] = ["wajib", "min_baris:1"]

    assert [(satu.isian, satu.pesan) for satu in remarks({}, tampilan)] == [
        ("t", "Belum diisi."), ("b", "Baru 0 baris lengkap; paling sedikit 1."),
    ]  # fmt: skip


def test_an_answer_is_shown_to_read_with_labels_not_codes(kasus, acuan) -> None:
    html = answer_html(kasus.tampilan, "susun", acuan)

    for bagian in ("Kualitas", "Output", "Pegawai Contoh", "Baris tambahan 1", "Target tahun ini"):
        assert bagian in html
    assert "belum dijawab" not in html
    assert answer_html(kasus.tampilan, "susun", {}).count("belum dijawab") == 5


def test_what_could_not_be_read_is_named_to_the_reader(kasus, acuan) -> None:
    html = answer_html(kasus.tampilan, "susun", {**acuan, "susun": {"target": "<b>x</b>"}})

    assert "Tidak terbaca dan belum dinilai" in html
    assert "<b>" not in html


def test_what_is_still_empty_is_counted_as_the_progress_line_counts():
    from exercises.kit.progress import progress, unfilled

    tampilan = {
        "soal": {
            "s": {
                "judul": "Soal satu",
                "isian": [
                    {"id": "a", "jenis": "teks", "label": "Isian a"},
                    {"id": "b", "jenis": "teks", "label": "Isian b", "wajib": False},
                    {
                        "id": "t",
                        "jenis": "tabel",
                        "label": "Tabel",
                        "kolom": [{"id": "k", "jenis": "teks", "label": "Kolom"}],
                        "baris": [{"id": "r1", "label": "1"}, {"id": "r2", "label": "2"}],
                    },
                ],
            }
        }
    }
    jawaban = {"s": {"a": "", "b": "", "t": {"r1": {"k": "isi"}, "r2": {"k": ""}}}}
    kosong = unfilled(jawaban, tampilan)

    assert kosong == [
        {"soal": "Soal 1. Soal satu", "isian": [{"label": "Isian a", "kosong": 1}, {"label": "Tabel", "kosong": 1}]}
    ]
    hitungan = progress(jawaban, tampilan)
    assert sum(satu["kosong"] for soal in kosong for satu in soal["isian"]) == hitungan["total"] - hitungan["terisi"]
