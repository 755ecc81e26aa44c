"""The commands an instructor types, from a list to an overview; and the demo, the same for the same seed."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import LATIHAN
from typer.testing import CliRunner

from exercises.kit import catalog
from exercises.kit.answers import AnswerFile, write_answer
from exercises.kit.case import Case
from exercises.kit.submission import write_submission
from exercises.kit.wib import WIB
from instructor.commands import demo as perintah_demo
from instructor.commands.demo import TANDA, prepare_folder
from instructor.commands.kelas import app
from simulator.domain.errors import BimtekError, StatusTidakSesuai

AKAR = Path(__file__).resolve().parents[2]
NIP = "198001012005012901"


@pytest.fixture(scope="module")
def demo_kecil(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A demo of three people over the real exercises."""
    folder = prepare_folder(tmp_path_factory.mktemp("demo") / "satu")
    return perintah_demo.run_story(folder, 3, 1, "dinas_kesehatan")


def jalankan(*kata: str) -> Any:
    hasil = CliRunner().invoke(app, [*kata, "--json"], catch_exceptions=False)

    assert hasil.exit_code == 0, hasil.output
    return json.loads(hasil.stdout)


@pytest.mark.usefixtures("contoh")
def test_a_teaching_day_from_the_list_to_the_overview(tmp_path: Path) -> None:
    from datetime import datetime

    daftar = tmp_path / "daftar.csv"
    daftar.write_text(
        f'Nama;NIP;Unit\n"Ani Contoh 01, S.E.";{NIP};Sekretariat\nBudi Contoh 02;;P2P\n', encoding="utf-8"
    )
    folder = tmp_path / "Kelas A"
    buat = jalankan("buat", str(folder), "--peserta", str(daftar), "--tenggat", "2026-11-24T16:00", "--latihan", "1")

    assert buat["peserta"] == 2
    assert buat["latihan"] == [LATIHAN]
    assert jalankan("buat", str(folder))["peserta"] == 2, "an existing class needs no list"
    assert jalankan("bagikan", str(folder), "--kantor", "10.0.0.5:8765/masuk")["paket"] == 2
    assert jalankan("bagikan", str(folder))["paket"] == 2, "handing out again keeps the address of the class's office"
    with zipfile.ZipFile(folder / "paket" / "budi-contoh-02.zip") as arsip:
        (nama,) = [satu for satu in arsip.namelist() if satu.endswith("paket.json")]
        assert json.loads(arsip.read(nama))["kantor_kelas"] == "http://10.0.0.5:8765"
    assert sorted(berkas.name for berkas in (folder / "paket").iterdir()) == ["ani-contoh-01.zip", "budi-contoh-02.zip"]

    paket = folder / "peserta" / "ani-contoh-01"
    with sqlite3.connect(paket / "kantor.ekin.db") as db:
        assert db.execute("select count(*) from pegawai").fetchone() == (60,)
    case = Case.read(folder / "kunci" / "ani-contoh-01" / f"{LATIHAN}.json")
    jawaban = catalog.load(LATIHAN).checks.reference_answer(case)
    jam = datetime(2026, 11, 24, 15, 0, tzinfo=WIB)
    write_answer(paket / LATIHAN, AnswerFile(LATIHAN, "ani-contoh-01", jawaban), sekarang=jam)
    kiriman = write_submission(paket, LATIHAN, sekarang=jam)
    os.utime(folder / "kotak" / kiriman.berkas.name, (jam.timestamp(), jam.timestamp()))

    kumpul = jalankan("kumpulkan", str(folder))
    assert (kumpul["kiriman"], kumpul["baru"], kumpul["terlambat"], kumpul["ditolak"]) == (1, 1, 0, 0)
    nilai = jalankan("nilai", str(folder))
    assert (nilai["dinilai"], nilai["tidak_berubah"], nilai["gagal"]) == (1, 0, [])
    nilai = jalankan("nilai", str(folder), "--peserta", NIP, "--ulang")
    assert nilai["dinilai"] == 1
    assert jalankan("nilai", str(folder))["tidak_berubah"] == 1
    assert jalankan("umpan-balik", str(folder))["banyak"] == 1
    assert Path(jalankan("rekap", str(folder))["berkas"]).is_file()
    assert Path(jalankan("dasbor", str(folder))["berkas"]).is_file()
    assert (paket / "umpan_balik" / f"{LATIHAN}.html").is_file()


@pytest.mark.usefixtures("contoh")
def test_people_read_sentences_and_tables(kelas: Any) -> None:
    (kelas.kotak / "budi tugas.docx").write_bytes(b"docx")
    hasil = CliRunner().invoke(app, ["kumpulkan", str(kelas.folder)], catch_exceptions=False)

    assert "0 kiriman ada" in hasil.stdout
    assert "budi tugas.docx" in hasil.stdout
    assert "Berikutnya: bimtek kelas nilai" in hasil.stdout


@pytest.mark.usefixtures("contoh")
def test_a_list_that_needs_mending_writes_nothing_and_names_every_row(tmp_path: Path) -> None:
    daftar = tmp_path / "daftar.csv"
    daftar.write_text(f"Nama;NIP\nAni;{NIP}\nBudi;1,98E+17\nCici;{NIP}\n", encoding="utf-8")
    with pytest.raises(BimtekError) as galat:
        CliRunner().invoke(app, ["buat", str(tmp_path / "k"), "--peserta", str(daftar)], catch_exceptions=False)

    assert "Baris 3" in str(galat.value)
    assert "Baris 4" in str(galat.value)
    assert galat.value.kode == "daftar-peserta"
    assert not (tmp_path / "k").exists()
    with pytest.raises(BimtekError, match="--peserta"):
        CliRunner().invoke(app, ["buat", str(tmp_path / "k")], catch_exceptions=False)


def test_help_is_indonesian() -> None:
    for kata in ([], ["buat"], ["bagikan"], ["kumpulkan"], ["nilai"], ["umpan-balik"], ["rekap"], ["dasbor"]):
        isi = CliRunner().invoke(app, [*kata, "--help"]).stdout

        assert "--help" in isi
        assert re.search(r"[Ll]atihan|[Kk]elas|[Pp]eserta", isi)
        assert "TODO" not in isi


def test_every_command_is_in_the_instructors_readme() -> None:
    from typer.main import get_command

    isi = (AKAR / "instructor" / "README.md").read_text(encoding="utf-8")
    for nama in get_command(app).commands:
        assert f"bimtek kelas {nama} " in isi


def test_the_demo_never_overwrites_what_it_did_not_write(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"penting")
    with pytest.raises(StatusTidakSesuai, match="bukan hasil demo"):
        prepare_folder(tmp_path)
    (tmp_path / TANDA).write_text("selesai")
    with pytest.raises(StatusTidakSesuai):
        prepare_folder(tmp_path)

    assert (tmp_path / "surat.docx").read_bytes() == b"penting"
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(StatusTidakSesuai):
        prepare_folder(tmp_path / "berkas")


def test_an_earlier_demo_is_replaced(tmp_path: Path) -> None:
    folder = prepare_folder(tmp_path / "demo")
    (folder / "kelas").mkdir()
    (folder / "rekap.xlsx").write_bytes(b"lama")
    prepare_folder(folder)

    assert [satu.name for satu in folder.iterdir()] == [TANDA]


def test_the_demo_as_a_command_is_the_same_for_the_same_seed_and_tells_what_to_open(
    demo_kecil: dict[str, Any], tmp_path: Path
) -> None:
    satu, dua = demo_kecil, _demo_dari_perintah(tmp_path / "dua")
    tempat = [Path(isi["folder"]) for isi in (satu, dua)]
    halaman = [sorted(satu.relative_to(a) for satu in a.glob("kelas/feedback/*/*/*.html")) for a in tempat]

    assert satu["gagal"] == dua["gagal"] == []
    assert halaman[0] == halaman[1]
    assert len(halaman[0]) == satu["umpan_balik"] == satu["dinilai"] > 0
    for nama in [*halaman[0], Path("rekap.xlsx"), Path("dasbor.html")]:
        assert (tempat[0] / nama).read_bytes() == (tempat[1] / nama).read_bytes(), nama
    for nama in ("instansi/dinas_kesehatan.ekin.db", "kelas/gradebook.db", "kelas/nbgrader_config.py"):
        assert (tempat[0] / nama).is_file()
    assert len(list(tempat[0].glob("kelas/peserta/*/kantor.ekin.db"))) == 3

    jawaban = [sorted(a.glob("kelas/submitted/*/*/jawaban.json")) for a in tempat]
    assert [berkas.read_bytes() for berkas in jawaban[0]] == [berkas.read_bytes() for berkas in jawaban[1]]

    assert Path(dua["dasbor"]).is_file()
    assert dua["peserta"] == 3
    kalimat = "\n".join(perintah_demo._closing(dua, tempat[1]))
    for kata in (dua["dasbor"], dua["rekap"], "Formgrader", "bimtek mulai", "SIMULASI PELATIHAN"):
        assert kata in kalimat


def _demo_dari_perintah(folder: Path) -> dict[str, Any]:
    """The same demo by the command, in a process of its own; what it answers as JSON."""
    perintah = [sys.executable, "-c", "from simulator.commands.app import main; main()", "demo", "--peserta", "3"]
    hasil = subprocess.run(
        [*perintah, "--benih", "1", "--keluaran", str(folder), "--json"],
        env=os.environ | {"PYTHONPATH": str(AKAR)},
        capture_output=True,
        text=True,
        check=True,
    )
    isi: dict[str, Any] = json.loads(hasil.stdout)
    return isi


def test_a_demo_of_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BimtekError, match="antara 1 dan 500"):
        perintah_demo.demo(peserta=0, keluaran=tmp_path / "d")

    assert not (tmp_path / "d").exists()


def test_programs_are_named_as_they_must_be_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from instructor.commands.screen import typed

    monkeypatch.setattr(sys, "executable", str(tmp_path / "lingkungan" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "lain"))
    belum_aktif = typed("bimtek")
    program = tmp_path / "lingkungan" / "bimtek"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(program.parent))

    assert belum_aktif == str(program)
    assert typed("bimtek") == "bimtek"
