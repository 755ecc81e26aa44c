"""Where a participant works: found, unpacked, never overwritten; every refusal has a sentence and a code."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from simulator.domain.errors import BimtekError
from simulator.notebook_server import participant_folder as pf


@pytest.fixture(autouse=True)
def rumah(tmp_path, monkeypatch) -> Path:
    """A home of its own: the tests never look at the person's real one."""
    folder = tmp_path / "rumah"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    return folder


def isi_paket(kelas="Bimtek Angkatan 1", peserta="p01", latihan=("01_contoh",)) -> dict:
    daftar = [{"id": nama, "judul": nama, "ringkas": "", "menit": 30, "poin": 100} for nama in latihan]
    return {"versi": 1, "kelas": kelas, "peserta": peserta, "nama": "Contoh 901", "latihan": daftar}


def buat_folder(folder: Path, **paket) -> Path:
    folder.mkdir(parents=True)
    (folder / "paket.json").write_text(json.dumps(isi_paket(**paket)), encoding="utf-8")
    return folder


def buat_zip(berkas: Path, isi: dict[str, str], awalan: str = "", **paket) -> Path:
    with zipfile.ZipFile(berkas, "w") as arsip:
        for nama, teks in {"paket.json": json.dumps(isi_paket(**paket)), **isi}.items():
            arsip.writestr(awalan + nama, teks)
    return berkas


def kode(aksi) -> str:
    with pytest.raises(BimtekError) as galat:
        aksi()
    assert galat.value.pesan.endswith((".", ")"))
    return galat.value.kode


def test_a_package_is_unpacked_into_a_visible_folder_named_after_the_class(tmp_path, rumah):
    berkas = buat_zip(tmp_path / "p01.zip", {"01_contoh/kasus.json": "{}"})

    folder = pf.unpack(berkas)

    assert folder.path == rumah / "Bimtek-eKinerja" / "Bimtek Angkatan 1"
    assert (folder.path / "01_contoh" / "kasus.json").read_text() == "{}"
    assert folder.peserta == "p01"


def test_a_package_zipped_with_its_outer_folder_is_the_same_package(tmp_path):
    datar = pf.unpack(buat_zip(tmp_path / "a.zip", {"01_contoh/kasus.json": "{}"}), tmp_path / "a")
    berlapis = pf.unpack(buat_zip(tmp_path / "b.zip", {"01_contoh/kasus.json": "{}"}, awalan="p01/"), tmp_path / "b")

    assert isi_folder(datar.path) == isi_folder(berlapis.path)


def isi_folder(folder: Path) -> list[str]:
    return sorted(satu.relative_to(folder).as_posix() for satu in folder.rglob("*") if satu.is_file())


def test_unpacking_again_renews_the_exercise_and_keeps_everything_the_participant_made(tmp_path):
    milik = ("01_contoh/jawaban.json", "01_contoh/jawaban.rusak-1.json", "kantor.ekin.db", "kumpulan/p01__x__001.zip")
    baru = dict.fromkeys((*milik, "01_contoh/kasus.json", "umpan_balik/01_contoh.html"), "dari paket")
    folder = pf.unpack(buat_zip(tmp_path / "p01.zip", {"01_contoh/kasus.json": "lama"})).path
    for nama in milik:
        (folder / nama).parent.mkdir(exist_ok=True)
        (folder / nama).write_text("punya peserta")

    pf.unpack(buat_zip(tmp_path / "p01-lagi.zip", baru))

    assert {nama: (folder / nama).read_text() for nama in milik} == dict.fromkeys(milik, "punya peserta")
    assert (folder / "01_contoh/kasus.json").read_text() == "dari paket"
    assert (folder / "umpan_balik/01_contoh.html").read_text() == "dari paket"


def test_two_participants_on_one_computer_do_not_share_a_folder(tmp_path):
    pertama = pf.unpack(buat_zip(tmp_path / "p01.zip", {}))
    kedua = pf.unpack(buat_zip(tmp_path / "p02.zip", {}, peserta="p02"))

    assert pertama.path != kedua.path
    assert pf.read_folder(pertama.path).peserta == "p01"
    assert pf.read_folder(kedua.path).peserta == "p02"


@pytest.mark.parametrize(
    "nama", ["../luar.txt", "/etc/luar.txt", "C:/luar.txt", "a/../../luar.txt", "..\\luar.txt", "01_contoh/CON.txt"]
)
def test_a_package_that_reaches_outside_its_folder_is_refused_whole(tmp_path, rumah, nama):
    berkas = buat_zip(tmp_path / "jahat.zip", {"01_contoh/kasus.json": "{}", nama: "luar"})

    assert kode(lambda: pf.unpack(berkas)) == "mulai-paket-tidak-aman"
    assert isi_folder(rumah) == []


def test_a_link_in_a_package_is_refused(tmp_path, rumah):
    berkas = buat_zip(tmp_path / "tautan.zip", {})
    with zipfile.ZipFile(berkas, "a") as arsip:
        tautan = zipfile.ZipInfo("01_contoh/kasus.json")
        tautan.external_attr = (stat.S_IFLNK | 0o777) << 16
        arsip.writestr(tautan, "/etc/passwd")

    assert kode(lambda: pf.unpack(berkas)) == "mulai-paket-tidak-aman"
    assert isi_folder(rumah) == []


def test_every_wrong_start_is_told_with_its_own_code(tmp_path):
    (tmp_path / "kosong").mkdir()
    buat_folder(tmp_path / "rusak")
    (tmp_path / "rusak" / "paket.json").write_text('{"kelas": "x"')
    (tmp_path / "bukan.zip").write_text("bukan zip")
    with zipfile.ZipFile(tmp_path / "lain.zip", "w") as arsip:
        arsip.writestr("surat.txt", "x")

    assert kode(lambda: pf.read_folder(tmp_path / "tiada")) == "mulai-folder-tidak-ada"
    assert kode(lambda: pf.read_folder(tmp_path / "kosong")) == "mulai-bukan-folder-latihan"
    assert kode(lambda: pf.read_folder(tmp_path / "rusak")) == "mulai-paket-json-rusak"
    assert kode(lambda: pf.unpack(tmp_path / "tiada.zip")) == "mulai-paket-tidak-ada"
    assert kode(lambda: pf.unpack(tmp_path / "bukan.zip")) == "mulai-paket-rusak"
    assert kode(lambda: pf.unpack(tmp_path / "lain.zip")) == "mulai-bukan-paket"


def test_folders_are_found_here_below_and_at_home_each_once(tmp_path, rumah):
    di_rumah = buat_folder(rumah / "Bimtek-eKinerja" / "Kelas A")
    di_sini = buat_folder(tmp_path / "kerja" / "latihan", peserta="p02")

    assert [satu.path for satu in pf.find_folders(tmp_path / "kerja")] == [di_sini, di_rumah]
    assert [satu.path for satu in pf.find_folders(di_sini)] == [di_sini, di_rumah]


def test_the_kernel_that_starts_early_is_of_the_first_exercise_not_handed_in(tmp_path):
    folder = buat_folder(tmp_path / "p01", latihan=("01_satu", "02_dua"))
    assert pf.read_folder(folder).next_notebook() is None
    for nama in ("01_satu", "02_dua"):
        (folder / nama).mkdir()
        (folder / nama / f"{nama}.ipynb").write_text("{}")
    assert pf.read_folder(folder).next_notebook() == "01_satu/01_satu.ipynb"

    (folder / "kumpulan").mkdir()
    (folder / "kumpulan" / "p01__01_satu__001.zip").touch()

    assert pf.read_folder(folder).next_notebook() == "02_dua/02_dua.ipynb"
