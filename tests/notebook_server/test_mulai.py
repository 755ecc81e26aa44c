"""``bimtek mulai`` as a command: starts, joins what runs, refuses clearly, stops cleanly."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.notebook_server.server import choose_port
from simulator.notebook_server.settings import office_of

ROOT = Path(__file__).resolve().parents[2]
PAKET = {"versi": 1, "kelas": "Kelas Uji", "peserta": "p01", "nama": "Contoh 901", "latihan": [], "kotak": None}


@pytest.fixture
def folder(tmp_path) -> Path:
    tempat = tmp_path / "folder peserta"
    tempat.mkdir()
    (tempat / "paket.json").write_text(json.dumps(PAKET), encoding="utf-8")
    return tempat


def lingkungan(rumah: Path) -> dict[str, str]:
    tanpa = {nama: isi for nama, isi in os.environ.items() if not nama.startswith("JUPYTER")}
    jalur = [str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**tanpa, "HOME": str(rumah), "USERPROFILE": str(rumah), "PYTHONPATH": os.pathsep.join(filter(None, jalur))}


def perintah(*argumen: str | Path) -> list[str]:
    return [sys.executable, "-m", "simulator.commands.app", "mulai", *map(str, argumen), "--tanpa-peramban"]


def jalankan(rumah: Path, *argumen: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        perintah(*argumen),
        capture_output=True,
        text=True,
        env=lingkungan(rumah),
        cwd=cwd or rumah,
        timeout=120,
        check=False,
    )


@contextmanager
def berjalan(
    rumah: Path, *argumen: str | Path, cwd: Path | None = None
) -> Iterator[tuple[subprocess.Popen[str], dict]]:
    proses = subprocess.Popen(
        [*perintah(*argumen), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=lingkungan(rumah),
        cwd=cwd or rumah,
    )
    with proses:
        baris = proses.stdout.readline()
        if not baris:
            pytest.fail(proses.stderr.read())
        try:
            yield proses, json.loads(baris)
        finally:
            if proses.poll() is None:
                proses.terminate()


def test_it_serves_the_folder_and_a_second_start_joins_the_first(folder, tmp_path):
    with berjalan(tmp_path, folder) as (proses, isi):
        alamat = f"http://127.0.0.1:{isi['port']}/api/contents/paket.json?token={isi['token']}"
        with urllib.request.urlopen(alamat, timeout=30) as balasan:
            assert json.loads(json.load(balasan)["content"]) == PAKET
        lagi = jalankan(tmp_path, folder, "--json")

        assert lagi.returncode == 0, lagi.stderr
        assert json.loads(lagi.stdout) == {**isi, "sudah_berjalan": True}
        proses.send_signal(signal.SIGINT)
        assert proses.wait(timeout=30) == 0
        # What Jupyter itself says goes to the log, in its own language.
        assert proses.stderr.read() == ""
        assert "Jupyter Server" in (folder / ".bimtek" / "catatan.log").read_text(encoding="utf-8")


def test_it_says_in_indonesian_where_to_go_and_how_to_stop(folder, tmp_path):
    proses = subprocess.Popen(perintah(folder), stdout=subprocess.PIPE, text=True, env=lingkungan(tmp_path))
    with proses:
        baris = [proses.stdout.readline() for _ in range(6)]
        proses.terminate()
        sisa = proses.stdout.read()

    assert "SIMULASI PELATIHAN, bukan sistem BKN" in baris[0]
    assert "Contoh 901 – Kelas Uji" in baris[1]
    assert "http://127.0.0.1:" in baris[3]
    assert "tekan “Tutup Bimtek” di Beranda, atau Ctrl+C" in baris[5]
    assert "Semua jawaban tersimpan" in sisa


def test_a_port_in_use_is_told_and_another_is_chosen_when_none_is_asked_for(folder, tmp_path):
    with socket.socket() as kabel:
        kabel.bind(("127.0.0.1", 0))
        kabel.listen()
        dipakai = kabel.getsockname()[1]
        hasil = jalankan(tmp_path, folder, "--port", str(dipakai), "--json")

    assert hasil.returncode == 1
    assert json.loads(hasil.stdout)["galat"]["kode"] == "mulai-port-terpakai"


def test_a_package_file_starts_in_the_home_of_packages(tmp_path):
    berkas = tmp_path / "p01.zip"
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("paket.json", json.dumps(PAKET))
    with berjalan(tmp_path, berkas) as (_, isi):
        assert isi["folder"] == str(tmp_path / "Bimtek-eKinerja" / "Kelas Uji")

    # Now it is the only known folder: nothing needs to be named any more.
    kosong = tmp_path / "tempat lain"
    kosong.mkdir()
    with berjalan(tmp_path) as (_, isi):
        assert isi["folder"] == str(tmp_path / "Bimtek-eKinerja" / "Kelas Uji")


def test_in_a_clone_with_nothing_handed_out_it_makes_a_self_study_folder(tmp_path):
    tempat = tmp_path / "salinan"
    tempat.mkdir()
    with berjalan(tmp_path, cwd=tempat) as (_, isi):
        assert isi["folder"] == str(tempat / "latihan")
    info = json.loads((tempat / "latihan" / "paket.json").read_text(encoding="utf-8"))

    assert info["kelas"] == "Belajar mandiri"
    assert len(info["latihan"]) >= 4


def test_the_same_folder_gets_the_same_port_and_gives_way_when_it_is_taken(folder):
    pertama = choose_port(folder)
    with socket.socket() as kabel:
        kabel.bind(("127.0.0.1", pertama))
        kabel.listen()

        assert choose_port(folder) != pertama
    assert choose_port(folder) == pertama


def test_with_several_folders_it_lists_them_instead_of_guessing(folder, tmp_path):
    lain = folder.with_name("folder lain")
    lain.mkdir()
    (lain / "paket.json").write_text(json.dumps({**PAKET, "peserta": "p02"}), encoding="utf-8")
    hasil = jalankan(tmp_path, cwd=tmp_path)

    assert hasil.returncode == 1
    assert "mulai-pilih-folder" in hasil.stderr
    assert str(folder) in hasil.stderr
    assert str(lain) in hasil.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="pengguna root boleh menulis di mana saja")
def test_a_folder_that_cannot_be_written_is_told(folder, tmp_path):
    folder.chmod(0o555)
    try:
        hasil = jalankan(tmp_path, folder, "--json")
    finally:
        folder.chmod(0o755)

    assert json.loads(hasil.stdout)["galat"]["kode"] == "mulai-folder-terkunci"


def test_a_state_folder_that_cannot_be_made_is_told(folder, tmp_path):
    (folder / ".bimtek").write_text("berkas, bukan folder", encoding="utf-8")
    hasil = jalankan(tmp_path, folder, "--json")

    assert hasil.returncode == 1
    assert json.loads(hasil.stdout)["galat"]["kode"] == "mulai-folder-terkunci"


def test_the_office_of_the_class_is_offered_by_option_or_by_the_package(folder, tmp_path):
    (folder / "paket.json").write_text(json.dumps(PAKET | {"kantor_kelas": "http://10.0.0.5:8765"}), encoding="utf-8")

    with berjalan(tmp_path, folder):
        assert (folder / "kantor_kelas" / "kantor_kelas.ipynb").is_file()
        assert office_of(folder) == "http://10.0.0.5:8765"

        sama = jalankan(tmp_path, folder, "--kantor", "10.0.0.5:8765/masuk")
        lain = jalankan(tmp_path, folder, "--kantor", "10.0.0.6:8765")

    assert sama.returncode == 0, sama.stderr
    assert lain.returncode == 1
    assert "mulai-kantor-lain" in lain.stderr


def test_what_is_no_address_is_refused_before_anything_starts(folder, tmp_path):
    hasil = jalankan(tmp_path, folder, "--kantor", "kantor kelas")

    assert hasil.returncode == 1
    assert "alamat-kantor-tidak-sah" in hasil.stderr
    assert not (folder / ".bimtek").exists()
