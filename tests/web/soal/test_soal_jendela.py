"""One exercise in several windows, of the office and of JupyterLab: none of them wipes what another one wrote."""

from __future__ import annotations

import pytest

from exercises.kit import session
from exercises.kit.answers import ANSWER_FILE
from tests.web.mengisi_soal import Kantor, buka_notebook


def test_a_row_is_added_to_what_the_notebook_has_written_meanwhile(kantor: Kantor) -> None:
    kantor.kirim("susun", kantor.buka("susun"), lakukan="tambah:tim", **{"tim:b1:nama": "Satu"})
    formulir = kantor.buka("susun")
    tim = kantor.jawaban["susun"]["tim"]
    tempat = session.find_situation(kantor.folder, "01_contoh")
    session.Session(tempat).save("susun", {"tim": tim | {"b1": tim["b1"] | {"nama": "Dari lembar JupyterLab"}}})

    kantor.kirim("susun", formulir, lakukan="tambah:tim")

    assert kantor.jawaban["susun"]["tim"]["b1"]["nama"] == "Dari lembar JupyterLab"
    assert len(kantor.jawaban["susun"]["tim"]) == 3


def test_two_pages_and_the_notebook_do_not_wipe_each_others_fields(kantor: Kantor) -> None:
    satu, dua = kantor.buka("susun"), kantor.buka("susun")
    kantor.kirim("susun", satu, aspek="mutu")
    tempat = session.find_situation(kantor.folder, "01_contoh")
    session.Session(tempat).save("susun", {"kalimat": "Dari lembar JupyterLab"})

    kantor.kirim("susun", dua, target="80")

    assert kantor.jawaban["susun"] == {"aspek": "mutu", "kalimat": "Dari lembar JupyterLab", "target": 80}


def test_one_field_of_an_exercise_in_two_tabs_is_told_and_the_others_are_not_touched(kantor: Kantor) -> None:
    kiri, kanan = kantor.buka("susun"), kantor.buka("susun")
    kantor.kirim("susun", kiri, kalimat="Dari kiri", target="5")

    otomatis = kantor.kirim("susun", kanan, kepala={"X-Otomatis": "ya"}, kalimat="Dari kanan").json()
    assert otomatis["berhenti"]
    assert "“Dari kiri”" in otomatis["gagal"]
    halaman = kantor.kirim("susun", kanan, kalimat="Dari kanan").text
    assert "di tab, peramban, atau lembar lain" in halaman
    assert kantor.jawaban["susun"] == {"kalimat": "Dari kiri", "target": 5}

    lagi = kantor.buka("susun")
    assert (lagi.isi["kalimat"], lagi.isi["target"]) == ("Dari kanan", "5"), "typed here; changed there and not here"
    kantor.kirim("susun", lagi)
    assert kantor.jawaban["susun"] == {"kalimat": "Dari kanan", "target": 5}


def test_two_pages_fill_in_different_rows_of_one_table(kantor: Kantor) -> None:
    satu, dua = kantor.buka("pilah"), kantor.buka("pilah")
    kantor.kirim("pilah", satu, **{"jenis:p1:macam": "output"})
    sendiri = kantor.kirim("pilah", dua, kepala={"X-Otomatis": "ya"}, **{"jenis:p2:macam": "outcome"}).json()
    assert "diubah di jendela lain dan tetap tersimpan" in sendiri["tersimpan"]

    tersimpan = kantor.jawaban["pilah"]["jenis"]
    assert (tersimpan["p1"]["macam"], tersimpan["p2"]["macam"]) == ("output", "outcome")
    tetap = kantor.kirim("pilah", dua, **{"jenis:p1:macam": "aktivitas"}).text
    assert "sekarang “Output" in tetap
    lagi = kantor.buka("pilah")
    assert (lagi.isi["jenis:p1:macam"], lagi.isi["jenis:p2:macam"]) == ("aktivitas", "outcome")


def test_a_notebook_left_open_wipes_nothing_that_the_office_wrote_meanwhile(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    buka_notebook(kantor.folder, "01_contoh", monkeypatch)
    session.form("pilah"), session.form("susun")
    pilah, susun = (session._session.forms[soal] for soal in ("pilah", "susun"))
    kantor.kirim("pilah", kantor.buka("pilah"), **{"jenis:p1:macam": "output"})
    kantor.kirim("susun", kantor.buka("susun"), kalimat="Dari kantor")

    pilah.fields["jenis"].rows()["p2"].fields["macam"]._control.value = "outcome"
    jenis = kantor.jawaban["pilah"]["jenis"]
    assert (jenis["p1"]["macam"], jenis["p2"]["macam"]) == ("output", "outcome")
    assert "muat ulang halaman" in pilah._status.value

    susun.fields["kalimat"]._control.value = "Dari lembar"
    assert kantor.jawaban["susun"]["kalimat"] == "Dari kantor"
    assert "Isinya sekarang: “Dari kantor”" in susun._status.value
    assert not session._session.flush(), "handing in would leave it out"
    susun.fields["target"]._control.value = "80"
    assert kantor.jawaban["susun"] == {"kalimat": "Dari kantor", "target": 80}, "the rest of the form goes on"
    susun._ulang.click()
    assert kantor.jawaban["susun"]["kalimat"] == "Dari lembar"
    assert "✔ Tersimpan" in susun._status.value

    for baris, macam in (("p1", "aktivitas"), ("p3", "output")):
        pilah.fields["jenis"].rows()[baris].fields["macam"]._control.value = macam
    jenis = {baris: sel["macam"] for baris, sel in kantor.jawaban["pilah"]["jenis"].items()}
    assert jenis == {"p1": "output", "p2": "outcome", "p3": "output", "p4": None}, "so do the other rows of a table"


def test_a_window_that_saves_by_itself_and_by_its_button_at_once_is_one_window(kantor: Kantor) -> None:
    formulir = kantor.buka("alasan")
    kantor.kirim("alasan", formulir, kepala={"X-Otomatis": "ya"}, teks="Karena")

    kantor.kirim("alasan", formulir, teks="Karena hasil")

    assert kantor.jawaban["alasan"] == {"teks": "Karena hasil"}


def test_what_a_page_showed_is_still_known_when_the_file_breaks_meanwhile(kantor: Kantor) -> None:
    kantor.kirim("alasan", kantor.buka("alasan"), teks="Yang pertama")
    formulir = kantor.buka("susun")
    (kantor.folder / ANSWER_FILE).write_text("{rusak", encoding="utf-8")

    kantor.kirim("susun", formulir, target="80")

    assert kantor.jawaban == {"alasan": {"teks": "Yang pertama"}, "susun": {"target": 80}}
