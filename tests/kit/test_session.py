"""The words of a course notebook, with a participant, under grading and on an author's desk."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import warnings
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType

import pytest

from exercises.kit import answers, screen, session
from exercises.kit.answers import AnswerFile, read_answer
from exercises.kit.case import dump_json
from exercises.kit.incoming import read_submission
from simulator.domain.errors import BerkasRusak, TidakDitemukan


@pytest.fixture
def layar(monkeypatch: pytest.MonkeyPatch) -> list:
    """Everything a notebook would have shown, as (html, json) or widgets."""
    isi: list = []
    monkeypatch.setattr(screen, "show", lambda html, data=None: isi.append((html, data)))
    monkeypatch.setattr(screen, "show_widget", isi.append)
    monkeypatch.setattr(session, "_session", None)
    return isi


@pytest.fixture
def peserta(paket: Path, layar: list, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A participant who has opened the sample exercise."""
    monkeypatch.chdir(paket / "01_contoh")
    session.mulai_latihan("01_contoh")
    return paket / "01_contoh"


def _type(soal: str, isian: str, nilai: object) -> None:
    session._session.forms[soal].fields[isian]._control.value = nilai


def test_what_is_typed_is_in_the_file_and_back_after_reopening(peserta: Path) -> None:
    session.form("susun")
    _type("susun", "target", "12,5")
    _type("susun", "kalimat", "Persentase laporan tepat waktu")

    assert read_answer(peserta).soal["susun"] == {"target": 12.5, "kalimat": "Persentase laporan tepat waktu"}
    session.form("susun")
    formulir = session._session.forms["susun"]
    assert formulir.fields["target"]._control.value == "12,5"
    assert "✔ Tersimpan" in formulir._status.value


def test_the_answer_file_names_person_exercise_and_progress(peserta: Path) -> None:
    session.form("alasan")
    _type("alasan", "teks", "Karena hasil.")
    isi = json.loads((peserta / "jawaban.json").read_text(encoding="utf-8"))

    assert (isi["versi"], isi["latihan"], isi["peserta"]) == (1, "01_contoh", "p001")
    assert isi["kemajuan"] == {"terisi": 1, "total": 10}


def test_a_notebook_that_only_imports_finds_its_exercise_by_itself(paket, layar, monkeypatch) -> None:
    monkeypatch.chdir(paket / "01_contoh")
    session.form("pilah")

    assert session._session.tempat.latihan == "01_contoh"


def test_marks_are_not_given_in_a_participants_folder(peserta: Path, layar: list) -> None:
    assert session.score("pilah") is None
    assert "dinilai otomatis setelah dikumpulkan" in layar[-1][0]
    with pytest.raises(TidakDitemukan, match="penulis"):
        session.fill("pilah", "benar")


def test_a_broken_answer_file_is_told_on_opening(peserta: Path, layar: list) -> None:
    (peserta / "jawaban.json").write_text("{rusak", encoding="utf-8")
    session.mulai_latihan("01_contoh")

    assert "jawaban.rusak-1.json" in layar[-1][0]
    assert (peserta / "jawaban.rusak-1.json").read_text(encoding="utf-8") == "{rusak"


def test_periksa_explains_and_leads_back_without_a_key(peserta: Path, layar: list, kasus) -> None:
    session.form("susun")
    _type("susun", "kalimat", "Menyusun laporan yang baik dan benar")
    session.periksa()
    html = layar[-1][0]

    assert "4 baris belum lengkap" in html
    assert 'data-bimtek-isian="isian-susun-aspek"' in html
    assert "kembali ke isian" in html
    assert str(kasus.kunci["target"]) not in html
    assert session._session.forms["susun"]._remarks["aspek"].value == '<ul class="bk-saran"><li>Belum diisi.</li></ul>'


def test_kumpulkan_packs_and_says_so_to_people_and_to_the_page(peserta: Path, layar: list) -> None:
    session.form("alasan")
    _type("alasan", "teks", "Karena hasil kerja itu penting.")
    session.kumpulkan()
    html, data = layar[-1]

    assert data == {"status": "ok", "berkas": "p001__01_contoh__001.zip", "nomor": 1, "terkirim": None}
    assert "9 isian kosong" in html
    isi = read_submission(peserta.parent / "kumpulan" / data["berkas"], peserta="p001")
    assert b"Karena hasil kerja itu penting." in isi.jawaban
    session.mulai_latihan("01_contoh")
    assert "kiriman ke-1" in layar[-1][0]


def test_a_copied_folder_knows_when_it_was_handed_in(peserta: Path, layar: list) -> None:
    """Unpacking or copying gives the zip another time, and the answer was saved with another zone: nothing changed."""
    session.form("alasan")
    _type("alasan", "teks", "Karena hasil kerja itu penting.")
    session.kumpulkan()
    kiriman = peserta.parent / "kumpulan" / layar[-1][1]["berkas"]
    os.utime(kiriman, (0, 0))
    session.mulai_latihan("01_contoh")
    assert "1970" not in layar[-1][0]
    assert "berubah setelah itu" not in layar[-1][0]

    berkas = peserta / "jawaban.json"
    isi = json.loads(berkas.read_bytes())
    disimpan = datetime.fromisoformat(isi["disimpan"])
    lain_zona = disimpan.astimezone(timezone(timedelta(hours=9))).isoformat(timespec="seconds")
    berkas.write_text(json.dumps(isi | {"disimpan": lain_zona}), encoding="utf-8")
    session.mulai_latihan("01_contoh")
    assert "berubah setelah itu" not in layar[-1][0]
    nanti = (disimpan + timedelta(minutes=3)).astimezone(UTC).isoformat(timespec="seconds")
    berkas.write_text(json.dumps(isi | {"disimpan": nanti}), encoding="utf-8")
    session.mulai_latihan("01_contoh")
    assert "berubah setelah itu" in layar[-1][0]


def test_handing_in_nothing_is_refused_in_words(peserta: Path, layar: list) -> None:
    session.kumpulkan()

    assert layar[-1][1] == {"status": "galat", "kode": "kumpul-kosong", "pesan": layar[-1][1]["pesan"]}
    assert "Belum terkumpul" in layar[-1][0]


def test_a_save_that_fails_is_red_keeps_the_text_and_can_be_repeated(peserta, layar, monkeypatch) -> None:
    session.form("alasan")

    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(answers, "_replace_atomically", penuh)
    _type("alasan", "teks", "Belum boleh hilang")
    formulir = session._session.forms["alasan"]
    assert "Belum tersimpan" in formulir._status.value
    assert "disk" in formulir._status.value
    assert formulir._ulang.layout.display == ""
    session.kumpulkan()
    assert layar[-1][1]["kode"] == "belum-tersimpan"

    monkeypatch.undo()
    monkeypatch.chdir(peserta)
    formulir._ulang.click()
    assert read_answer(peserta).soal == {"alasan": {"teks": "Belum boleh hilang"}}
    assert formulir._ulang.layout.display == "none"


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"latihan": "01_contoh"}', '{"latihan": "02_lain", "soal": {}}'])
def test_a_broken_or_foreign_case_is_told(paket, layar, monkeypatch, isi: str) -> None:
    (paket / "01_contoh" / "kasus.json").write_text(isi, encoding="utf-8")
    monkeypatch.chdir(paket / "01_contoh")
    with pytest.raises(BerkasRusak):
        session.mulai_latihan("01_contoh")


def test_a_participants_folder_inside_a_course_room_stays_a_participants_folder(paket, layar, monkeypatch) -> None:
    (paket.parent.parent / "kelas.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(paket / "01_contoh")
    session.mulai_latihan()

    assert session._session.tempat.situasi.value == "peserta"


@pytest.mark.parametrize("langkah", ["autograded", "submitted"])
def test_under_grading_the_mark_is_a_float_and_the_answer_readable(
    kursus, layar, monkeypatch, acuan, as_bytes, langkah: str
) -> None:
    folder = kursus / langkah / "p001" / "01_contoh"
    folder.mkdir(parents=True)
    (folder / "jawaban.json").write_bytes(as_bytes(acuan))
    monkeypatch.chdir(folder)
    session.mulai_latihan("01_contoh")
    session.form("alasan")
    assert "Karena hasil kerja lebih penting" in layar[-1][0]
    nilai = session.score("pilah")

    assert (type(nilai), nilai, session.score("susun")) == (float, 40.0, 40.0)
    assert [berkas.name for berkas in folder.iterdir()] == ["jawaban.json"]


@pytest.mark.parametrize("raw", [None, b"rusak", b'{"versi": 1, "soal": {"pilah": 5}}'])
def test_under_grading_bad_answers_still_give_a_float(kursus, layar, monkeypatch, raw: bytes | None) -> None:
    folder = kursus / "autograded" / "p001" / "01_contoh"
    folder.mkdir(parents=True)
    if raw is not None:
        (folder / "jawaban.json").write_bytes(raw)
    monkeypatch.chdir(folder)
    session.mulai_latihan("01_contoh")

    assert (type(session.score("pilah")), session.score("pilah")) == (float, 0.0)
    assert (folder / "jawaban.json").exists() == (raw is not None)


def test_noise_of_a_check_never_reaches_the_cell(kursus, layar, monkeypatch, capsys, contoh, as_bytes, acuan) -> None:
    folder = kursus / "autograded" / "p001" / "01_contoh"
    folder.mkdir(parents=True)
    (folder / "jawaban.json").write_bytes(as_bytes(acuan))
    monkeypatch.chdir(folder)
    asli = contoh.checks.grade

    def berisik(answer, case):
        warnings.warn("awas", stacklevel=1)
        logging.getLogger("latihan").error("galat")
        print("keluar")
        print("galat", file=sys.stderr)
        return asli(answer, case)

    session.mulai_latihan("01_contoh")
    modul = session._session.tempat.exercise.checks
    assert isinstance(modul, ModuleType)
    monkeypatch.setattr(modul, "grade", berisik)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert session.score("pilah") == 40.0

    assert capsys.readouterr() == ("", "")


def test_a_failing_check_shows_its_traceback_to_the_grader(kursus, layar, monkeypatch, as_bytes, acuan) -> None:
    folder = kursus / "autograded" / "p001" / "01_contoh"
    folder.mkdir(parents=True)
    (folder / "jawaban.json").write_bytes(as_bytes(acuan))
    monkeypatch.chdir(folder)
    session.mulai_latihan("01_contoh")

    def gagal(answer, case):
        raise RuntimeError("tabel hilang")

    monkeypatch.setattr(session._session.tempat.exercise.checks, "grade", gagal)
    assert session.score("pilah") == 0.0

    assert "RuntimeError: tabel hilang" in layar[-1][0]


def test_a_missing_key_stops_with_what_to_do(kursus, layar, monkeypatch) -> None:
    folder = kursus / "autograded" / "p999" / "01_contoh"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    with pytest.raises(TidakDitemukan, match="bimtek kelas bagikan"):
        session.mulai_latihan("01_contoh")


def test_an_author_fills_in_and_sees_full_marks(folder_contoh, layar, monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    session.mulai_latihan("01_contoh")
    for soal in ("pilah", "susun", "alasan"):
        session.fill(soal, "benar")

    assert [session.score("pilah"), session.score("susun")] == [40.0, 40.0]
    session.fill("susun", "target_lama")
    assert session.score("susun") == 20.0
    assert (tmp_path / "jawaban.json").is_file()


def test_an_author_leaves_no_answer_in_the_exercise_or_in_the_course_source(kursus, layar, monkeypatch) -> None:
    sumber = kursus / "source" / "01_contoh"
    sumber.mkdir(parents=True)
    monkeypatch.chdir(sumber)
    session.mulai_latihan("01_contoh")
    session.fill("pilah", "benar")

    assert session.score("pilah") == 40.0
    assert list(sumber.iterdir()) == []


def test_answers_of_others_show_as_text_never_as_markup(kursus, layar, monkeypatch, acuan) -> None:
    folder = kursus / "autograded" / "p001" / "01_contoh"
    folder.mkdir(parents=True)
    jahat = "<script>alert(1)</script><img src=x onerror=alert(1)>" + "a" * 5000
    isi = {**acuan, "alasan": {"teks": jahat}}
    (folder / "jawaban.json").write_text(dump_json(AnswerFile("01_contoh", "p001", isi).to_dict()), encoding="utf-8")
    monkeypatch.chdir(folder)
    session.mulai_latihan("01_contoh")
    session.form("alasan")

    assert "<script>" not in layar[-1][0]
    assert "<img" not in layar[-1][0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in layar[-1][0]


def test_opening_a_form_does_not_wait_for_what_only_instructors_need(root: Path) -> None:
    berat = ("yaml", "nbformat", "jupytext", "nbgrader", "numpy", "sqlalchemy", "ipywidgets", "simulator.wording")
    kode = f"import sys, exercises.kit.session; print([nama for nama in {berat} if nama in sys.modules])"
    proses = subprocess.run([sys.executable, "-c", kode], cwd=root, capture_output=True, text=True, check=True)

    assert proses.stdout == "[]\n"
