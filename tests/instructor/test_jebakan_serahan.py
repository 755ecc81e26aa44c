"""Traps of collecting that aim at the collector itself: one file that cannot be read may never stop the class."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import LATIHAN, PENUH, SEKARANG, TENGGAT, jalankan, kode, nilai, status

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.wib import WIB
from instructor.course.collection import kumpulkan
from instructor.course.giliran import turn
from instructor.course.kelas import Kelas, tulis_utuh
from instructor.feedback.pages import write_feedback
from instructor.grading.executor import grade_kelas
from instructor.results.tables import BERMASALAH, read_tables
from instructor.synthetic_class import mishaps
from simulator.domain.errors import StatusTidakSesuai

Serahkan = Callable[..., Path]
SETENGAH = "\ud800"  # half a letter: JSON can spell it, no file can hold it


def _in_json(berkas: str, ubah: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Path], None]:
    def celaka(zip_: Path) -> None:
        mishaps.rewrite_zip(
            zip_,
            lambda isi: {
                nama: json.dumps(ubah(json.loads(data))).encode() if nama.endswith(berkas) else data
                for nama, data in isi.items()
            },
        )

    return celaka


ANEH: dict[str, Callable[[Path], None]] = {
    "half a letter in a question": _in_json(ANSWER_FILE, lambda isi: isi | {"soal": isi["soal"] | {SETENGAH: 1}}),
    "half a letter in a field": _in_json(
        ANSWER_FILE, lambda isi: isi | {"soal": isi["soal"] | {"pilah": isi["soal"]["pilah"] | {SETENGAH: 1}}}
    ),
    "half a letter in the name": _in_json(ANSWER_FILE, lambda isi: isi | {"peserta": SETENGAH}),
    "half a letter in a cell": _in_json(
        ".ipynb",
        lambda isi: {"cells": [{"cell_type": "code", "metadata": {"nbgrader": {"grade_id": SETENGAH}}}] * 2},
    ),
    "half a letter in the package": _in_json("paket.json", lambda isi: isi | {"peserta": SETENGAH}),
    "packed before there were clocks": _in_json(
        "manifest.json", lambda isi: isi | {"dibuat": "0001-01-01T00:00:00+14:00"}
    ),
}


@pytest.mark.parametrize("celaka", ANEH.values(), ids=ANEH.keys())
def test_letters_and_times_that_cannot_be_written_cost_nothing(
    kelas: Kelas, serahkan: Serahkan, celaka: Callable[[Path], None]
) -> None:
    celaka(serahkan("budi", jam=TENGGAT + timedelta(hours=1)))
    serahkan("dodi")
    _, laporan, tabel = jalankan(kelas)
    write_feedback(kelas, sekarang=SEKARANG)

    assert laporan.gagal == []
    assert nilai(tabel, "budi") == nilai(tabel, "dodi") == PENUH


def test_a_mark_that_no_file_can_hold_is_a_foreign_mark(kelas: Kelas, serahkan: Serahkan) -> None:
    _in_json("manifest.json", lambda isi: isi | {"tanda": SETENGAH})(serahkan("budi"))
    serahkan("dodi")
    _, _, tabel = jalankan(kelas)

    assert "tanda-berbeda" in kode(tabel, "budi")
    assert nilai(tabel, "dodi") == PENUH


@pytest.mark.parametrize("disimpan", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_an_answer_saved_outside_the_calendar_is_still_an_answer(
    kelas: Kelas, serahkan: Serahkan, disimpan: str
) -> None:
    serahkan("budi", simpan_folder=True).unlink()
    berkas = kelas.paket("budi") / LATIHAN / ANSWER_FILE
    berkas.write_text(json.dumps(json.loads(berkas.read_bytes()) | {"disimpan": disimpan}), encoding="utf-8")
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "budi") == PENUH


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_file_whose_name_is_not_text_is_told(kelas: Kelas, serahkan: Serahkan) -> None:
    berkas = serahkan("budi")
    os.rename(os.fsencode(berkas), os.fsencode(kelas.kotak) + b"/budi \xff.zip")
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "budi") == PENUH
    assert "nama-berkas-berubah" in kode(tabel, "budi")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("dodi")
    os.mkfifo(kelas.kotak / f"budi__{LATIHAN}__001.zip")
    _, _, tabel = jalankan(kelas)

    assert status(tabel, "budi") == BERMASALAH
    assert nilai(tabel, "dodi") == PENUH


def test_a_package_that_is_a_thousand_brackets_stops_nobody(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("budi", simpan_folder=True).unlink()
    (kelas.paket("budi") / "paket.json").write_bytes(b"[" * 100_000)
    serahkan("dodi")
    _, _, tabel = jalankan(kelas)

    assert status(tabel, "budi") == BERMASALAH
    assert nilai(tabel, "dodi") == PENUH


def test_a_folder_nobody_may_open_is_told_and_the_rest_of_the_drive_is_read(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb = kelas.folder / "usb"
    for nama in ("Foto", "System Volume Information"):
        (usb / nama).mkdir(parents=True)
    berkas = serahkan("dodi")
    berkas.rename(usb / berkas.name)
    asli = Path.iterdir

    def tertutup(folder: Path) -> Any:
        if folder.name in ("Foto", "System Volume Information"):
            raise PermissionError(13, "Permission denied", str(folder))
        return asli(folder)

    monkeypatch.setattr(Path, "iterdir", tertutup)
    kumpul = kumpulkan(kelas, dari=[usb])

    assert ("dodi", LATIHAN) in kumpul.serahan
    assert {(satu.berkas, satu.kode) for satu in kumpul.masalah} == {("Foto", "tidak-terbuka")}


def test_an_answer_held_by_another_program_is_told_by_name(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    for orang in ("budi", "dodi"):
        serahkan(orang, simpan_folder=True).unlink()
    asli = Path.open

    def terkunci(berkas: Path, *cara: Any, **lain: Any) -> Any:
        if berkas.name == ANSWER_FILE and "budi" in berkas.parts:
            raise PermissionError(13, "Permission denied", str(berkas))
        return asli(berkas, *cara, **lain)

    monkeypatch.setattr(Path, "open", terkunci)
    kumpul = kumpulkan(kelas)

    assert ("dodi", LATIHAN) in kumpul.serahan
    assert ("budi", LATIHAN, "tidak-terbuka") in {(satu.peserta, satu.latihan, satu.kode) for satu in kumpul.masalah}


MASA_DEPAN = datetime(2099, 1, 1, tzinfo=WIB)


def test_a_clock_in_the_future_does_not_keep_a_later_submission_out(kelas: Kelas, serahkan: Serahkan) -> None:
    keliru = serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=MASA_DEPAN)
    kumpul = kumpulkan(kelas, sekarang=SEKARANG)
    assert kumpul.serahan[("ani", LATIHAN)].saat == SEKARANG
    assert [(satu.kode, satu.peserta) for satu in kumpul.masalah] == [("jam-mustahil", "ani")]

    serahkan("ani", jam=SEKARANG + timedelta(minutes=5))
    assert keliru.is_file()
    kumpulkan(kelas, sekarang=SEKARANG + timedelta(minutes=30))
    grade_kelas(kelas, sekarang=SEKARANG)
    assert nilai(read_tables(kelas), "ani") == PENUH


def test_the_day_of_a_demo_is_its_own(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", jam=MASA_DEPAN)
    kumpul = kumpulkan(replace(kelas, peragaan=True), sekarang=SEKARANG)

    assert kumpul.serahan[("ani", LATIHAN)].saat == MASA_DEPAN
    assert kumpul.masalah == []


def test_of_two_submissions_the_number_decides_when_a_clock_cannot(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=SEKARANG)
    serahkan("ani", jam=MASA_DEPAN)
    serahkan("budi", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=MASA_DEPAN)
    serahkan("budi", jam=SEKARANG)
    kumpulkan(kelas, sekarang=SEKARANG)
    grade_kelas(kelas, sekarang=SEKARANG)
    tabel = read_tables(kelas)

    assert nilai(tabel, "ani") == nilai(tabel, "budi") == PENUH


def test_feedback_without_a_key_is_told_and_the_others_get_theirs(kelas: Kelas, serahkan: Serahkan) -> None:
    for orang in ("ani", "budi"):
        serahkan(orang)
    jalankan(kelas)
    kelas.kunci("ani", LATIHAN).unlink()
    gagal: list[tuple[str, str]] = []
    halaman = write_feedback(
        kelas, sekarang=SEKARANG, gagal=lambda orang, latihan, galat: gagal.append((orang, latihan))
    )

    assert gagal == [("ani", LATIHAN)]
    assert halaman == [kelas.feedback("budi", LATIHAN)]


# --- two at once ----------------------------------------------------------------------------------------------------

PEMEGANG = """
import sys
from pathlib import Path
from instructor.course.giliran import turn
from instructor.course.kelas import open_kelas
with turn(open_kelas(Path(sys.argv[1]))):
    print("dipegang", flush=True)
    sys.stdin.read()
"""


def test_two_instructors_take_turns_and_a_killed_command_gives_its_turn_back(kelas: Kelas) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PEMEGANG, str(kelas.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as lain:
        assert lain.stdout is not None
        assert lain.stdout.readline() == "dipegang\n"
        with pytest.raises(StatusTidakSesuai, match="sedang dikerjakan perintah lain"), turn(kelas, sabar=0.0):
            pass
        lain.kill()
    with turn(kelas, sabar=0.0):
        pass


def test_two_writers_never_share_a_half_written_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one is about to put its file in place, another one writes the same file from start to end."""
    berkas = tmp_path / "rekap.xlsx"
    asli = os.replace

    def menyela(dari: Any, ke: Any) -> None:
        monkeypatch.setattr(os, "replace", asli)
        tulis_utuh(berkas, "kedua")
        asli(dari, ke)

    monkeypatch.setattr(os, "replace", menyela)
    tulis_utuh(berkas, "pertama")

    assert berkas.read_text(encoding="utf-8") == "pertama"
    assert list(tmp_path.iterdir()) == [berkas]


def test_a_workbook_open_in_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tmp_path / "rekap.xlsx"
    berkas.write_text("lama", encoding="utf-8")

    def terbuka(dari: Any, ke: Any) -> None:
        raise PermissionError(13, "Permission denied", str(ke))

    monkeypatch.setattr(os, "replace", terbuka)
    with pytest.raises(StatusTidakSesuai, match="Tutup berkas itu"):
        tulis_utuh(berkas, "baru")

    assert list(tmp_path.iterdir()) == [berkas]
