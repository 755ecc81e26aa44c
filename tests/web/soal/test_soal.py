"""The exercises in the web office: same file, same grade as the notebook; nothing typed is lost, nothing is wiped."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from exercises.kit import session, web_form
from exercises.kit.answers import ANSWER_FILE, AnswerFile, read_answer
from exercises.kit.catalog import exercise_ids, load
from exercises.kit.grading import grade_answer
from exercises.kit.incoming import read_submission
from exercises.kit.package import OFFICE_FILE, PACKAGE_FILE
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from tests.web.conftest import Peramban
from tests.web.mengisi_soal import (
    PEGAWAI,
    Kantor,
    buka_notebook,
    isi_lewat_notebook,
    isi_lewat_web,
    nama_isian,
    tulis_paket,
)


@pytest.mark.parametrize("nama", exercise_ids())
def test_an_exercise_in_the_web_is_the_same_file_and_the_same_grade_as_in_the_notebook(
    nama: str, tmp_path: Path, kantor_asli: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latihan = load(nama)
    kasus = latihan.checks.make_case(1)
    acuan = latihan.checks.reference_answer(kasus)
    web = tulis_paket(tmp_path / "web", latihan, kasus, kantor_asli)
    lab = Path(shutil.copytree(web, tmp_path / "lab"))

    with Peramban(create_app(web / OFFICE_FILE, Pengaturan())) as peramban:
        kantor = Kantor(peramban.jadi(PEGAWAI), web, latihan.nama)
        isi_lewat_web(kantor, kasus.tampilan, acuan)
        kumpul = peramban.kirim(f"/soal/{latihan.nama}/kumpulkan", dari=f"/soal/{latihan.nama}/kumpulkan")
    isi_lewat_notebook(lab / latihan.nama, latihan.nama, kasus.tampilan, acuan, monkeypatch)

    dari_web, dari_lab = (json.loads((f / latihan.nama / ANSWER_FILE).read_bytes()) for f in (web, lab))
    dari_web.pop("disimpan"), dari_lab.pop("disimpan")
    assert dari_web == dari_lab
    assert f"p001__{nama}__001.zip" in kumpul.text
    kiriman = read_submission(web / "kumpulan" / f"p001__{nama}__001.zip", peserta="p001", latihan=nama)
    nilai_web = grade_answer(latihan, kasus, kiriman.jawaban, peserta="p001")
    nilai_lab = grade_answer(latihan, kasus, (lab / latihan.nama / ANSWER_FILE).read_bytes(), peserta="p001")
    otomatis = {s.id: s.poin for s in latihan.spec.soal if not s.manual}
    assert {s: nilai_web.soal[s].skor for s in otomatis} == otomatis, "the model answer earns everything"
    assert {s: h.skor for s, h in nilai_web.soal.items()} == {s: h.skor for s, h in nilai_lab.soal.items()}
    assert not nilai_web.problems


def _keliru(nama: str) -> dict:
    """The first usual mistake of an exercise, with the points it earns."""
    contoh = yaml.safe_load((load(nama).folder / "cases.yaml").read_text(encoding="utf-8"))
    return next(satu for satu in contoh if satu["macam"] == "keliru")


@pytest.mark.parametrize("nama", exercise_ids())
def test_a_usual_mistake_made_in_the_web_stands_in_the_notebook_and_earns_what_it_always_earns(
    nama: str, tmp_path: Path, kantor_asli: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latihan, contoh = load(nama), _keliru(nama)
    kasus = latihan.checks.make_case(contoh["benih"])
    paket = tulis_paket(tmp_path / "p001", latihan, kasus, kantor_asli)
    with Peramban(create_app(paket / OFFICE_FILE, Pengaturan())) as peramban:
        isi_lewat_web(Kantor(peramban.jadi(PEGAWAI), paket, nama), kasus.tampilan, contoh["jawaban"])

    buka_notebook(paket / nama, nama, monkeypatch)
    tersimpan = read_answer(paket / nama, keep_aside=False).soal
    assert set(tersimpan) == set(contoh["jawaban"])
    for soal, jawaban in tersimpan.items():
        session.form(soal)
        di_notebook = {isian: f.value() for isian, f in session._session.forms[soal].fields.items()}
        assert {isian: di_notebook[isian] for isian in jawaban} == jawaban

    hasil = grade_answer(latihan, kasus, (paket / nama / ANSWER_FILE).read_bytes(), peserta="p001")
    assert {soal: hasil.soal[soal].skor for soal in contoh["poin"]} == contoh["poin"]


@pytest.mark.parametrize(
    ("soal", "isian", "nilai"),
    [
        ("susun", "aspek", "mutu"),
        ("susun", "ciri", ["output", "outcome"]),
        ("susun", "target", 12.5),
        ("susun", "target", "dua belas"),
        ("susun", "kalimat", "\n  Persentase <laporan> & “tepat waktu”  \nbaris kedua\n"),
        ("alasan", "teks", "Satu baris.\n\nDua baris;\ttab, 50%, <b>bukan tebal</b>"),
        ("pilah", "jenis", {f"p{n}": {"macam": isi} for n, isi in enumerate(("aktivitas", None, "outcome", None), 1)}),
        ("susun", "tim", {"b1": {"nama": "Pegawai, Contoh", "predikat": "baik"}}),
    ],
)  # fmt: skip
def test_each_kind_of_field_goes_to_the_file_and_comes_back_unchanged(
    kantor: Kantor, contoh, soal, isian, nilai
) -> None:
    uraian = next(i for i in contoh.checks.make_case(3).tampilan["soal"][soal]["isian"] if i.get("id") == isian)
    formulir = kantor.buka(soal)

    kantor.kirim(soal, formulir, **nama_isian(uraian, nilai))

    assert kantor.jawaban == {soal: {isian: nilai}}, "only what was filled in is written"
    sebelum = (kantor.folder / ANSWER_FILE).read_bytes()
    lagi = kantor.buka(soal)
    kantor.kirim(soal, lagi)
    assert (kantor.folder / ANSWER_FILE).read_bytes() == sebelum, "an untouched form changes nothing"


def test_what_is_filled_can_be_emptied_again(kantor: Kantor) -> None:
    kantor.kirim("susun", kantor.buka("susun"), **{"target": "7", "ciri:output": "1", "kalimat": "Ada"})
    kantor.kirim("susun", kantor.buka("susun"), **{"target": "", "ciri:output": None, "kalimat": ""})

    assert kantor.jawaban["susun"] == {"target": None, "ciri": [], "kalimat": ""}


def test_rows_are_added_removed_and_fetched_back(kantor: Kantor) -> None:
    kantor.kirim("susun", kantor.buka("susun"), lakukan="tambah:tim", **{"tim:b1:nama": "Satu"})
    kantor.kirim("susun", kantor.buka("susun"), **{"tim:b2:nama": "Dua", "tim:b2:predikat": "baik"})
    halaman = kantor.kirim("susun", kantor.buka("susun"), lakukan="hapus:tim:b1")
    assert list(kantor.jawaban["susun"]["tim"]) == ["b2"]
    assert "Urungkan" in halaman.text

    kantor.kirim("susun", kantor.buka("susun"), lakukan="tambah:tim")
    assert list(kantor.jawaban["susun"]["tim"]) == ["b2", "b3"], "a number once used is not used again"
    kantor.kirim("susun", kantor.buka("susun"), lakukan="urungkan:tim")

    tim = kantor.jawaban["susun"]["tim"]
    assert list(tim) == ["b1", "b2", "b3"]
    assert (tim["b1"]["nama"], tim["b2"]["predikat"]) == ("Satu", "baik")
    assert "Urungkan</button>" not in kantor.peramban.get(kantor.alamat("susun")).text


def test_no_more_rows_than_allowed(kantor: Kantor) -> None:
    for _ in range(3):
        kantor.kirim("susun", kantor.buka("susun"), lakukan="tambah:tim")
    penuh = kantor.kirim("susun", kantor.buka("susun"), lakukan="tambah:tim")

    assert len(kantor.jawaban["susun"]["tim"]) == 4
    assert "Paling banyak 4 baris" in penuh.text


def test_the_page_saves_by_itself_and_tells_hints_and_progress(kantor: Kantor) -> None:
    formulir = kantor.buka("susun")
    hasil = kantor.kirim(
        "susun", formulir, kepala={"X-Otomatis": "ya"}, kalimat="Menyusun laporan yang baik dan benar", target="banyak"
    ).json()

    assert hasil["tersimpan"].startswith("Tersimpan pukul")
    assert hasil["kemajuan"] == "1 dari 10 isian terisi di latihan ini", "what is no number does not count"
    assert sorted(hasil["berubah"]) == ["kalimat", "target"]
    assert any("bk-saran" in satu for satu in hasil["petunjuk"].values())
    assert any("Belum terbaca sebagai angka" in satu for satu in hasil["petunjuk"].values())
    # The same page goes on: what is put back to how the page first showed it is saved as well.
    formulir.isi[":dasar"] = hasil["dasar"]
    kantor.kirim("susun", formulir, kepala={"X-Otomatis": "ya"})
    assert kantor.jawaban["susun"] == {"kalimat": "", "target": None}


def test_a_full_or_forbidden_disk_is_told_and_keeps_what_was_typed(kantor: Kantor) -> None:
    (kantor.folder / ANSWER_FILE).mkdir()
    formulir = kantor.buka("alasan")
    sendiri = kantor.kirim("alasan", formulir, kepala={"X-Otomatis": "ya"}, teks="Jangan hilang")
    assert "BELUM tersimpan" in sendiri.json()["gagal"]

    halaman = kantor.kirim("alasan", formulir, teks="Jangan hilang")

    assert "BELUM tersimpan" in halaman.text
    assert "Tersimpan pukul" not in halaman.text
    (kantor.folder / ANSWER_FILE).rmdir()
    ulang = kantor.buka("alasan")
    assert ulang.isi["teks"] == "Jangan hilang"
    kantor.kirim("alasan", ulang)
    assert kantor.jawaban == {"alasan": {"teks": "Jangan hilang"}}


def test_what_was_typed_survives_an_expired_session(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    formulir = kantor.buka("alasan")
    monkeypatch.setattr("simulator.web.sesi.DIAM", -1.0)
    assert "Sesi Anda berakhir" in kantor.kirim("alasan", formulir, teks="Karena hasil kerja").text
    monkeypatch.undo()

    kantor.peramban.jadi(PEGAWAI)

    ulang = kantor.buka("alasan")
    assert ulang.isi["teks"] == "Karena hasil kerja"
    kantor.kirim("alasan", ulang)
    assert kantor.jawaban["alasan"]["teks"] == "Karena hasil kerja"


def test_periksa_leads_back_to_the_field_and_gives_no_key_away(kantor: Kantor, contoh) -> None:
    halaman = kantor.kirim("susun", kantor.buka("susun"), lakukan="periksa", kalimat="Menyusun laporan yang baik")

    assert halaman.url.path == "/soal/01_contoh/periksa"
    assert "4 baris belum lengkap" in halaman.text
    # As a number of its own: the page also holds random signs, which may contain the same digits.
    assert not re.search(rf"(?<![\w-]){contoh.checks.make_case(3).kunci['target']}(?![\w-])", halaman.text)
    ke = re.search(r'href="([^"]*#isian-susun-aspek)"', halaman.text)[1]
    kembali = kantor.peramban.get(ke).text
    assert 'id="isian-susun-aspek"' in kembali
    assert re.search(r'data-catatan="aspek"><li>Belum diisi\.', kembali)


def test_kumpulkan_asks_packs_and_hands_in_what_is_on_the_page(kantor: Kantor) -> None:
    kosong = kantor.peramban.kirim("/soal/01_contoh/kumpulkan", dari="/soal/01_contoh/kumpulkan")
    assert "Belum ada jawaban yang tersimpan" in kosong.text
    tanya = kantor.kirim("alasan", kantor.buka("alasan"), lakukan="kumpulkan", teks="Karena hasil kerja itu penting.")
    assert "Masih ada isian yang kosong" in tanya.text

    terima = kantor.peramban.kirim("/soal/01_contoh/kumpulkan", dari="/soal/01_contoh/kumpulkan")

    assert "kiriman ke-1" in terima.text
    isi = read_submission(kantor.paket / "kumpulan" / "p001__01_contoh__001.zip", peserta="p001", latihan="01_contoh")
    assert b"Karena hasil kerja itu penting." in isi.jawaban
    assert isi.notebook is not None
    unduhan = kantor.peramban.get("/soal/01_contoh/kumpulan/1")
    assert unduhan.content == (kantor.paket / "kumpulan" / "p001__01_contoh__001.zip").read_bytes()
    assert kantor.peramban.get("/soal/01_contoh/kumpulan/9").status_code == 404
    assert zipfile.is_zipfile(kantor.paket / "kumpulan" / "p001__01_contoh__001.zip")


def test_after_the_deadline_it_is_said_until_everything_is_handed_in(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    lewat, alamat = "Tenggat sudah lewat. Tetap kumpulkan", ("/soal/01_contoh", "/soal/01_contoh/kumpulkan")
    kantor.kirim("alasan", kantor.buka("alasan"), teks="Karena hasil kerja")
    for kini, tampak in (("2026-03-05T16:59:00+07:00", False), ("2026-03-05T10:01:00+00:00", True)):
        monkeypatch.setattr(web_form, "kini", lambda kini=kini: datetime.fromisoformat(kini))
        assert [lewat in kantor.peramban.get(satu).text for satu in alamat] == [tampak] * 2

    assert lewat not in kantor.peramban.kirim("/soal/01_contoh/kumpulkan", dari=alamat[1]).text


def test_a_deadline_without_a_zone_passes_in_wib_as_it_is_shown(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = kantor.folder.parent / PACKAGE_FILE
    isi = re.sub(r'"tenggat": "[^"]*"', '"tenggat": "2026-03-05T17:00:00"', berkas.read_text(encoding="utf-8"))
    berkas.write_text(isi, encoding="utf-8")
    for kini, tampak in (("2026-03-05T09:59:00+00:00", False), ("2026-03-05T10:01:00+00:00", True)):
        monkeypatch.setattr(web_form, "kini", lambda kini=kini: datetime.fromisoformat(kini))
        halaman = kantor.peramban.get("/soal/01_contoh").text
        assert "5 Maret 2026 pukul 17.00 WIB" in halaman
        assert ("Tenggat sudah lewat" in halaman) == tampak


def test_a_text_longer_than_any_form_holds_is_told_as_that(kantor: Kantor) -> None:
    jawab = kantor.kirim("alasan", kantor.buka("alasan"), teks="kata " * 14_000)

    assert jawab.status_code == 400
    assert "lebih panjang dari 60.000 huruf, ringkas dahulu" in jawab.text
    assert not (kantor.folder / ANSWER_FILE).exists()


def test_a_broken_answer_file_is_put_aside_and_told(kantor: Kantor) -> None:
    (kantor.folder / ANSWER_FILE).write_text("{rusak", encoding="utf-8")

    assert "jawaban.rusak-1.json" in kantor.peramban.get("/soal/01_contoh").text
    assert (kantor.folder / "jawaban.rusak-1.json").read_text(encoding="utf-8") == "{rusak"


def test_the_exercises_stand_in_the_menu_and_their_pages_say_what_to_do(kantor: Kantor) -> None:
    judul = kantor.peramban.app.state.latihan_paket.paket.exercises()[0].judul
    depan = kantor.peramban.get("/skp").text
    assert re.search(rf'href="/soal/01_contoh"[^>]*>{re.escape(judul)}<', depan)

    daftar = kantor.peramban.get("/soal").text
    assert "Belum dimulai" in daftar
    assert "Tenggat 5 Maret 2026 pukul 17.00" in daftar
    satu = kantor.peramban.get("/soal/01_contoh").text
    assert "0 dari 10 isian terisi" in satu
    assert "Bantuan halaman ini" in satu
    assert 'href="/panduan#soal"' in satu


@pytest.mark.parametrize(
    "alamat", ["/soal/02_lain", "/soal/01_contoh/isi/tidak_ada", "/soal/..%2F..%2Fetc", "/soal/01_contoh/isi/"]
)
def test_an_exercise_or_question_that_is_not_there_is_told(kantor: Kantor, alamat: str) -> None:
    assert kantor.peramban.get(alamat).status_code == 404


def test_a_form_that_does_not_say_what_it_showed_changes_nothing(kantor: Kantor) -> None:
    formulir = kantor.buka("alasan")
    assert "tidak utuh" in kantor.kirim("alasan", formulir, teks="x", **{":dasar": "[]"}).text
    assert not (kantor.folder / ANSWER_FILE).exists()


def test_exercises_need_a_login_and_a_participants_folder(kantor: Kantor, peramban: Peramban) -> None:
    kantor.peramban.kirim("/keluar", dari="/skp")
    assert kantor.peramban.get("/soal/01_contoh", follow_redirects=False).status_code == 303

    assert peramban.jadi(PEGAWAI).get("/soal").status_code == 404, "another folder holds an office only"
    assert "/soal" not in re.sub(r"panduan#soal", "", peramban.get("/skp").text)


def test_a_package_that_cannot_be_read_is_told_and_the_office_goes_on(kantor: Kantor) -> None:
    (kantor.paket / "paket.json").write_text("{rusak", encoding="utf-8")

    assert kantor.peramban.get("/skp").status_code == 200
    assert "Minta instruktur membagikan ulang" in kantor.peramban.get("/soal").text


def test_an_answer_of_another_shape_is_drawn_and_not_trusted(kantor: Kantor) -> None:
    aneh = {"pilah": {"jenis": ["x"]}, "susun": {"aspek": {"a": 1}, "ciri": "output", "tim": {"b1": 3, "b99999": {}}}}
    isi = AnswerFile("01_contoh", "p001", aneh).to_dict()
    (kantor.folder / ANSWER_FILE).write_text(json.dumps(isi), encoding="utf-8")

    kantor.kirim("pilah", kantor.buka("pilah"))
    kantor.kirim("susun", kantor.buka("susun"))

    assert kantor.jawaban == aneh, "looking at it does not change it"
