"""Making a class and handing out: twice is once, secrets stay, everybody has their own."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from kelas_uji import LATIHAN, PESERTA, TENGGAT

from exercises.kit.case import Case
from exercises.kit.package import read_package
from exercises.kit.wib import WIB
from instructor.course import distribution
from instructor.course.daftar import read_daftar
from instructor.course.kelas import Kelas, open_kelas, parse_waktu
from instructor.course.making import make_kelas, nbgrader_config, new_kelas, people_of
from instructor.course.roster import Peserta, read_roster
from simulator.domain.errors import BelumLengkap, BerkasRusak, DataTidakSah, StatusTidakSesuai, TidakDitemukan

ISI_PAKET = [f"{LATIHAN}/{LATIHAN}.ipynb", f"{LATIHAN}/kasus.json", "kantor.ekin.db", "paket.json"]


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {
        str(berkas.relative_to(folder)): berkas.read_bytes()
        for berkas in sorted(folder.rglob("*"))
        if berkas.is_file() and berkas.name != "gradebook.db"
    }


def test_making_a_class_twice_changes_nothing(kelas: Kelas) -> None:
    sebelum = isi_folder(kelas.folder)
    make_kelas(kelas, read_roster(kelas.roster))

    assert isi_folder(kelas.folder) == sebelum


def test_a_longer_list_adds_people_and_loses_nobody(kelas: Kelas) -> None:
    from nbgrader.api import Gradebook

    make_kelas(kelas, [Peserta("eko", "Eko Contoh 05", "", "Sekretariat")])

    assert {satu.id for satu in read_roster(kelas.roster)} == {"eko", *(satu.id for satu in PESERTA)}
    with Gradebook(f"sqlite:///{kelas.gradebook}", kelas.kode) as buku:
        assert buku.find_student("ani").last_name == "dr. Ani Contoh 01, S.Ked., M.M."
        assert {satu.id for satu in buku.students} == {"eko", *(satu.id for satu in PESERTA)}


def test_a_spoiled_roster_is_mended_from_the_list_and_everybody_keeps_their_id(kelas: Kelas, tmp_path: Path) -> None:
    (kelas.folder / "peserta.csv").write_text("id;nama\nrusak", encoding="utf-8")
    daftar = tmp_path / "daftar.csv"
    baris = [f'"{satu.nama.replace(chr(34), chr(34) * 2)}";{satu.nip};"{satu.unit}"' for satu in reversed(PESERTA)]
    daftar.write_text("Nama;NIP;Unit\n" + "\n".join(baris), encoding="utf-8")
    make_kelas(kelas, read_daftar(daftar, people_of(kelas)).peserta)

    assert set(read_roster(kelas.roster)) == set(PESERTA)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, contoh: None) -> None:
    (tmp_path / "surat.docx").write_bytes(b"penting")
    with pytest.raises(StatusTidakSesuai, match="berkas lain"):
        make_kelas(new_kelas(tmp_path, judul="Kelas", skenario="dinas_kesehatan"), PESERTA)

    assert [satu.name for satu in tmp_path.iterdir()] == ["surat.docx"]


def test_another_class_is_not_overwritten(kelas: Kelas) -> None:
    with pytest.raises(StatusTidakSesuai, match="Kelas Uji"):
        make_kelas(new_kelas(kelas.folder, judul="Kelas Lain", skenario="dinas_kesehatan"), PESERTA)


def test_a_class_has_its_own_secret_that_only_its_owner_reads(tmp_path: Path, contoh: None) -> None:
    satu, dua = (new_kelas(tmp_path / nama, judul="K", skenario="dinas_kesehatan", benih=1) for nama in "ab")

    assert satu.rahasia != dua.rahasia
    assert satu.benih_peserta("ani") != dua.benih_peserta("ani")
    satu.folder.mkdir()
    satu.save()
    if os.name != "nt":
        assert (satu.folder / "kelas.json").stat().st_mode & 0o077 == 0
    assert open_kelas(satu.folder / "lebih" / "dalam").rahasia == satu.rahasia


def test_settings_that_make_no_sense_are_refused(tmp_path: Path, contoh: None) -> None:
    with pytest.raises(DataTidakSah, match="99_tidak_ada"):
        new_kelas(tmp_path, judul="K", skenario="x", latihan=["99_tidak_ada"])
    with pytest.raises(DataTidakSah, match="antara 0 dan 100"):
        new_kelas(tmp_path, judul="K", skenario="x", lulus=170)


@pytest.mark.parametrize("isi", ["{", "[]", '{"kode": "a"}', '{"potongan_terlambat": 7}'])
def test_a_damaged_class_file_is_told(kelas: Kelas, isi: str) -> None:
    (kelas.folder / "kelas.json").write_text(isi, encoding="utf-8")
    with pytest.raises(BerkasRusak, match="rahasia"):
        open_kelas(kelas.folder)


def test_a_folder_without_a_class_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(TidakDitemukan, match="kelas buat"):
        open_kelas(tmp_path)


def test_a_due_time_without_a_zone_is_wib() -> None:
    assert parse_waktu("2026-11-24T16:00") == datetime(2026, 11, 24, 16, 0, tzinfo=WIB) == TENGGAT
    assert parse_waktu("2026-11-24T09:00+00:00") == TENGGAT
    assert parse_waktu("") is None
    with pytest.raises(DataTidakSah, match="2026-11-24T16:00"):
        parse_waktu("besok sore")


def test_an_exercise_may_have_its_own_due_time(kelas: Kelas) -> None:
    lain = datetime(2026, 11, 25, 9, 0, tzinfo=WIB)
    replace(kelas, tenggat_latihan={LATIHAN: lain}).save()

    assert open_kelas(kelas.folder).tenggat_untuk(LATIHAN) == lain
    assert open_kelas(kelas.folder).tenggat_untuk("lain") == TENGGAT


def test_the_guide_of_the_class_is_derived_from_its_exercises(kelas: Kelas) -> None:
    isi = (kelas.folder / "panduan.md").read_text(encoding="utf-8")

    assert "| Alasan jelas | 12 | Menyebut hasil kerja, bukan kegiatan. |" in isi
    assert "| 3 | Alasan Anda | 20 | instruktur | Modul Contoh, bagian 3 |" in isi
    assert "Contoh untuk menguji perangkat latihan." in isi


def test_nbgrader_reads_our_settings(kelas: Kelas) -> None:
    config = nbgrader_config(kelas)

    assert config.CourseDirectory.root == str(kelas.folder)
    assert config.Autograde.exclude_overwriting == {LATIHAN: ["jawaban.json", "kasus.json"]}
    assert config.OverwriteCells.add_missing_cells is True


def test_everybody_has_a_case_of_their_own_that_stays(kelas: Kelas) -> None:
    kasus = {satu.id: Case.read(kelas.kunci(satu.id, LATIHAN)) for satu in PESERTA}
    distribution.bagikan(kelas)
    isi = isi_folder(kelas.folder)
    laporan = distribution.bagikan(kelas)

    assert len({satu.benih for satu in kasus.values()}) == len(PESERTA)
    assert (laporan.paket, laporan.kasus_baru) == (len(PESERTA), 0)
    assert isi_folder(kelas.folder) == isi


def test_a_package_holds_no_key_no_rubric_and_no_secret(kelas: Kelas) -> None:
    paket = isi_folder(kelas.paket("ani"))
    kunci = Case.read(kelas.kunci("ani", LATIHAN))
    semua = b"".join(paket.values()).decode(errors="replace")

    assert sorted(paket) == ISI_PAKET
    for rahasia in ("Rubrik", "MARK SCHEME", '"kunci"', '"benih"', kelas.rahasia.hex(), str(kunci.benih)):
        assert rahasia not in semua


def test_a_participants_work_survives_handing_out_again(kelas: Kelas) -> None:
    jawaban = kelas.paket("ani") / LATIHAN / "jawaban.json"
    jawaban.write_text("{}", encoding="utf-8")
    (kelas.paket("ani") / "kantor.ekin.db").write_bytes(b"sudah dipakai")
    distribution.bagikan(kelas)

    assert jawaban.read_text(encoding="utf-8") == "{}"
    assert (kelas.paket("ani") / "kantor.ekin.db").read_bytes() == b"sudah dipakai"


def test_a_zip_for_the_road_opens_on_another_computer_and_holds_no_answer(kelas: Kelas, tmp_path: Path) -> None:
    from simulator.notebook_server.participant_folder import unpack

    (kelas.paket("ani") / LATIHAN / "jawaban.json").write_text("{}", encoding="utf-8")
    berkas = distribution.write_zip(kelas, PESERTA[0])
    folder = unpack(berkas, tmp_path / "rumah").path

    assert sorted(isi_folder(folder)) == [
        f"{LATIHAN}/{LATIHAN}.ipynb",
        f"{LATIHAN}/kasus.json",
        "kantor.ekin.db",
        "paket.json",
    ]
    assert read_package(folder).kotak is None
    assert distribution.write_zip(kelas, PESERTA[0]).read_bytes() == berkas.read_bytes()


def test_handing_out_before_the_release_is_told(kelas: Kelas) -> None:
    kelas.release(LATIHAN).unlink()
    with pytest.raises(BelumLengkap, match="belum diterbitkan"):
        distribution.bagikan(kelas)


def test_the_real_office_of_a_participant_hides_its_seed(kelas: Kelas, tmp_path: Path) -> None:
    import sqlite3

    distribution.write_office(kelas, PESERTA[0], [], tmp_path / "kantor.ekin.db")
    with sqlite3.connect(tmp_path / "kantor.ekin.db") as db:
        assert db.execute("select benih from instansi").fetchone() == (0,)
        assert db.execute("select count(*) from pegawai").fetchone() == (60,)
