"""``bimtek web`` at the terminal: which office it opens, and what it says where none can be opened."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from simulator.commands import pilih_kantor as modul
from simulator.commands.app import main
from simulator.commands.pilih_kantor import pilih_kantor
from simulator.domain.errors import TidakDitemukan
from simulator.workflow.office import open_office


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """An empty folder to stand in, on a computer without packages."""
    (tmp_path / "rumah").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "rumah"))
    kerja = tmp_path / "kerja"
    kerja.mkdir()
    monkeypatch.chdir(kerja)
    return kerja


@pytest.fixture
def jawab(monkeypatch):
    """Somebody at the terminal who answers in turn."""

    def satu(*daftar: str) -> None:
        sisa = iter(daftar)
        monkeypatch.setattr(modul, "ada_orang", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _tanya: next(sisa))

    return satu


@pytest.mark.parametrize(
    ("sasaran", "kode"),
    [
        ("tidak-ada.ekin.db", "berkas-tidak-ada"),
        ("catatan.ekin.db", "berkas-bukan-instansi"),
        pytest.param(
            "postgresql://127.0.0.1:1/kelas",
            "server-tidak-terhubung",
            marks=pytest.mark.skipif(find_spec("psycopg") is None, reason="psycopg belum terpasang"),
        ),
        pytest.param(
            # A mistyped server: a name that by its end is nobody's (RFC 2606).
            "postgresql://servr.invalid/kelas",
            "server-tidak-terhubung",
            marks=pytest.mark.skipif(find_spec("psycopg") is None, reason="psycopg belum terpasang"),
        ),
        ("http://contoh.id/kelas", "kantor-sudah-dilayani"),
        (" HTTP://contoh.id/kelas", "kantor-sudah-dilayani"),
    ],
)
def test_an_office_that_cannot_be_opened_is_told_in_words_and_no_address_is_promised(folder, capsys, sasaran, kode):
    (folder / "catatan.ekin.db").write_text("bukan kantor", encoding="utf-8")
    with pytest.raises(SystemExit) as selesai:
        main(["web", sasaran, "--port", "0"])
    keluar = capsys.readouterr()

    assert selesai.value.code == 1
    assert keluar.out == ""
    assert f"Kode: {kode}" in keluar.err
    assert "Traceback" not in keluar.err


def test_a_port_that_does_not_exist_is_refused(folder, capsys):
    with pytest.raises(SystemExit):
        main(["web", "x.ekin.db", "--port", "70000"])

    assert "Pilih angka antara 1024 dan 65535" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("pilihan", "kalimat"),
    [
        (["--ujian", "--kelas"], "jadi --kelas tidak berarti di sana"),
        (["--ujian", "--kunci-instruktur", "kunci-kelas-1", "--kelas"], "jadi --kelas dan --kunci-instruktur tidak"),
        (["--otp-di-layar"], "--otp-di-layar hanya untuk ujian"),
        (["--soket", "s", "--untuk-jaringan"], "Soket berkas hanya terbuka di komputer ini"),
    ],
)
def test_options_that_would_count_for_nothing_are_refused(folder, capsys, pilihan, kalimat):
    with pytest.raises(SystemExit) as selesai:
        main(["web", "x.ekin.db", *pilihan])

    assert selesai.value.code == 1
    assert kalimat in capsys.readouterr().err


def test_a_key_that_this_computer_has_for_its_classes_does_not_hinder_an_exam(folder, capsys, monkeypatch):
    monkeypatch.setenv("BIMTEK_KUNCI_INSTRUKTUR", "kunci-kelas-1")
    with pytest.raises(SystemExit):
        main(["web", "tidak-ada.ekin.db", "--ujian"])
    keluhan = capsys.readouterr().err

    assert "BIMTEK_KUNCI_INSTRUKTUR tidak dipakai: dalam ujian tidak ada kunci instruktur" in keluhan
    assert "berkas-tidak-ada" in keluhan, "nothing else is the matter"


def test_it_says_where_the_office_is_open_how_to_enter_and_how_to_close(kantor_asli, folder):
    shutil.copy(kantor_asli, folder / "dinas.ekin.db")
    with socket.socket() as dipakai:
        dipakai.bind(("127.0.0.1", 0))
        dipakai.listen()
        perintah = [sys.executable, "-m", "simulator.commands.app", "web", "--tanpa-browser"]
        perintah += ["--port", str(dipakai.getsockname()[1])]
        akar = str(Path(__file__).parents[2])
        with subprocess.Popen(
            perintah, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": akar}
        ) as proses:
            assert proses.stdout is not None
            baris = [proses.stdout.readline() for _ in range(5)]
            proses.send_signal(signal.SIGINT)
            _, keluhan = proses.communicate(timeout=30)

    assert "dinas.ekin.db" in "".join(baris)
    assert "http://127.0.0.1:" in "".join(baris)
    assert "pilih satu nama" in "".join(baris)
    assert "Ctrl+C" in baris[-1]
    assert proses.returncode == 0
    assert "sedang dipakai program lain" in keluhan
    assert "ditutup" in keluhan


def test_without_a_name_the_only_office_here_is_opened_and_of_several_one_is_chosen(folder, jawab):
    (folder / "a.ekin.db").touch()
    assert pilih_kantor(None, boleh_tanya=False) == str(folder / "a.ekin.db")

    (folder / "b.ekin.db").touch()
    with pytest.raises(TidakDitemukan, match=r"bimtek web \"a.ekin.db\""):
        pilih_kantor(None, boleh_tanya=False)
    jawab("7", "2")
    assert pilih_kantor(None, boleh_tanya=True) == str(folder / "b.ekin.db")
    assert pilih_kantor("lain.ekin.db", boleh_tanya=True) == "lain.ekin.db"


def test_the_office_in_an_opened_package_is_found(folder, tmp_path):
    paket = tmp_path / "rumah" / "Bimtek-eKinerja" / "Angkatan 1"
    paket.mkdir(parents=True)
    (paket / "paket.json").write_text('{"kelas": "Angkatan 1", "peserta": "p01"}', encoding="utf-8")
    (paket / "kantor.ekin.db").touch()

    assert pilih_kantor(None, boleh_tanya=False) == str(paket / "kantor.ekin.db")


def test_who_has_no_office_yet_is_offered_one(folder, jawab):
    with pytest.raises(TidakDitemukan, match="bimtek instansi buat --skenario"):
        pilih_kantor(None, boleh_tanya=False)
    jawab("t")
    with pytest.raises(TidakDitemukan):
        pilih_kantor(None, boleh_tanya=True)
    assert list(folder.iterdir()) == []

    jawab("apa?", "")
    with open_office(pilih_kantor(None, boleh_tanya=True)) as kantor:
        assert kantor.hari.year == 2027


def test_a_participants_package_is_not_served_to_the_network(folder, kantor_asli, capsys):
    paket = folder / "p001"
    paket.mkdir()
    shutil.copy(kantor_asli, paket / "kantor.ekin.db")
    (paket / "paket.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["web", str(paket / "kantor.ekin.db"), "--untuk-jaringan", "--port", "0"])

    assert "siapa pun dapat mengisi dan mengumpulkan" in capsys.readouterr().err
    assert not (paket / "kantor.web.db").exists(), "nothing was opened"
