"""The answer file: whole or not at all, never overwriting what it cannot read."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exercises.kit import answers
from exercises.kit.answers import (
    MAX_BYTES,
    AnswerFile,
    JawabanTidakTersimpan,
    answered,
    parse_answer,
    read_answer,
    update_answer,
    write_answer,
)
from simulator.domain.errors import JawabanTidakTerbaca

JAM = datetime(2026, 3, 2, 10, 32, 5, tzinfo=UTC)
ISI = {"pilah": {"p": "x"}}


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    write_answer(tmp_path, AnswerFile("01_contoh", "p001", ISI, {"terisi": 1, "total": 4}), sekarang=JAM)

    kembali = read_answer(tmp_path)

    assert (kembali.latihan, kembali.peserta, kembali.soal) == ("01_contoh", "p001", ISI)
    assert kembali.kemajuan == {"terisi": 1, "total": 4}
    assert kembali.disimpan == "2026-03-02T10:32:05+00:00"


def test_a_folder_without_answers_reads_as_empty(tmp_path: Path) -> None:
    assert read_answer(tmp_path, latihan="a", peserta="b") == AnswerFile("a", "b")


@pytest.mark.parametrize(
    ("raw", "kode"),
    [
        (b"", "jawaban-json"),
        (b'{"versi": 1, "soal": {"a"', "jawaban-json"),
        (b"[]", "jawaban-bentuk"),
        (b'{"versi": 1}', "jawaban-bentuk"),
        (b'{"versi": 2, "soal": {}}', "jawaban-versi"),
        (b'{"versi": true, "soal": {}}', "jawaban-versi"),
        (b'{"versi": 1, "soal": {"a": 1, "a": 2}}', "jawaban-json"),
        (b'{"versi": 1, "soal": {"a": NaN}}', "jawaban-json"),
        (b'{"versi": 1, "soal": {"a": -Infinity}}', "jawaban-json"),
        (b'{"versi": 1, "soal": {"a": 1' + b"0" * 5000 + b"}}", "jawaban-json"),
        (b'{"versi": 1, "soal": {"a": "\xff\xfe"}}', "jawaban-huruf"),
        (b'{"versi": 1, "soal": ' + b'{"a": ' * 40 + b"1" + b"}" * 41, "jawaban-bentuk"),
        (b'{"versi": 1, "soal": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "jawaban-bentuk"),
        (b'{"versi": 1, "soal": {"a": "' + b"x" * 2_100_000 + b'"}}', "jawaban-terlalu-besar"),
    ],
)
def test_unreadable_bytes_are_told_with_their_reason(raw: bytes, kode: str) -> None:
    with pytest.raises(JawabanTidakTerbaca) as galat:
        parse_answer(raw)

    assert galat.value.kode == kode
    assert "tidak dianggap salah" in galat.value.pesan


def test_a_byte_order_mark_of_a_windows_editor_does_no_harm() -> None:
    raw = b"\xef\xbb\xbf" + json.dumps({"versi": 1, "soal": ISI}).encode()

    assert parse_answer(raw).soal == ISI


def test_a_broken_file_is_kept_aside_and_never_overwritten(tmp_path: Path) -> None:
    for nomor in (1, 2):
        (tmp_path / "jawaban.json").write_text(f"rusak {nomor}", encoding="utf-8")
        kembali = read_answer(tmp_path)

        assert kembali.rusak == f"jawaban.rusak-{nomor}.json"
        assert (tmp_path / kembali.rusak).read_text(encoding="utf-8") == f"rusak {nomor}"


def test_a_file_that_broke_meanwhile_is_kept_aside_on_writing(tmp_path: Path) -> None:
    (tmp_path / "jawaban.json").write_text("{rusak", encoding="utf-8")
    write_answer(tmp_path, AnswerFile("a", "b", ISI), sekarang=JAM)

    assert (tmp_path / "jawaban.rusak-1.json").read_text(encoding="utf-8") == "{rusak"
    assert read_answer(tmp_path).soal == ISI


def test_grading_leaves_a_broken_file_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "jawaban.json").write_text("{rusak", encoding="utf-8")
    with pytest.raises(JawabanTidakTerbaca):
        read_answer(tmp_path, keep_aside=False)

    assert [berkas.name for berkas in tmp_path.iterdir()] == ["jawaban.json"]


def test_two_open_tabs_do_not_wipe_each_others_fields(tmp_path: Path) -> None:
    satu = dua = AnswerFile("a", "b")
    satu = write_answer(tmp_path, update_answer(tmp_path, satu, "s", {"x": 1}), sekarang=JAM)
    write_answer(tmp_path, update_answer(tmp_path, dua, "s", {"y": 2}), sekarang=JAM)
    write_answer(tmp_path, update_answer(tmp_path, satu, "t", {"z": 3}), sekarang=JAM)

    assert read_answer(tmp_path).soal == {"s": {"x": 1, "y": 2}, "t": {"z": 3}}


@pytest.mark.parametrize(
    ("nomor", "petunjuk"), [(errno.ENOSPC, "penuh"), (errno.EROFS, "hanya bisa dibaca"), (errno.EACCES, "ditulisi")]
)
def test_a_write_that_fails_says_why_and_leaves_the_old_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int, petunjuk: str
) -> None:
    write_answer(tmp_path, AnswerFile("a", "b", ISI), sekarang=JAM)

    def gagal(_: int) -> None:
        raise OSError(nomor, os.strerror(nomor))

    monkeypatch.setattr(answers.os, "fsync", gagal)
    with pytest.raises(JawabanTidakTersimpan, match=petunjuk):
        write_answer(tmp_path, AnswerFile("a", "b", {"pilah": {"p": "y"}}), sekarang=JAM)

    assert read_answer(tmp_path).soal == ISI
    assert [berkas.name for berkas in tmp_path.iterdir()] == ["jawaban.json"]


@pytest.mark.parametrize(("sering", "tersimpan"), [(2, True), (99, False)])
def test_windows_lets_one_wait_for_another_program_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sering: int, tersimpan: bool
) -> None:
    asli, kali = os.replace, iter(range(99))

    def ganti(*tempat: str) -> None:
        if next(kali) < sering:
            galat = PermissionError(errno.EACCES, "The process cannot access the file")
            galat.winerror = 32
            raise galat
        asli(*tempat)

    monkeypatch.setattr(answers.os, "replace", ganti)
    monkeypatch.setattr(answers, "_AGAIN", (0.0, 0.0, 0.0))
    if tersimpan:
        write_answer(tmp_path, AnswerFile("01_contoh", "p001", ISI), sekarang=JAM)
        assert read_answer(tmp_path).soal == ISI
        return
    with pytest.raises(JawabanTidakTersimpan, match="sedang dibuka program lain"):
        write_answer(tmp_path, AnswerFile("01_contoh", "p001", ISI), sekarang=JAM)


def test_an_answer_too_big_to_be_read_again_is_not_written(tmp_path: Path) -> None:
    write_answer(tmp_path, AnswerFile("a", "b", ISI), sekarang=JAM)
    with pytest.raises(JawabanTidakTersimpan, match="2 MB"):
        write_answer(tmp_path, AnswerFile("a", "b", {"s": {"t": "x" * 2_100_000}}), sekarang=JAM)

    assert read_answer(tmp_path).soal == ISI


def test_a_vanished_folder_is_told_as_not_saved(tmp_path: Path) -> None:
    with pytest.raises(JawabanTidakTersimpan, match="tidak ada"):
        write_answer(tmp_path / "hilang", AnswerFile("a", "b", ISI), sekarang=JAM)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from exercises.kit.answers import AnswerFile, write_answer
folder = Path(sys.argv[1])
print("mulai", flush=True)
nomor = 0
while True:
    nomor += 1
    isi = {"s": {"nomor": nomor, "teks": "kata " * 2000}}
    write_answer(folder, AnswerFile("a", "b", isi), sekarang=datetime(2026, 3, 2, tzinfo=UTC))
    print(nomor, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL tidak ada di Windows")
def test_a_process_killed_in_the_middle_leaves_a_whole_file(tmp_path: Path, root: Path) -> None:
    for putaran in range(8):
        proses = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, text=True
        )
        assert proses.stdout is not None
        terakhir = 0
        for baris in proses.stdout:
            # Killed after another number of writes each time, so that it falls into different moments.
            if baris.strip().isdigit() and (terakhir := int(baris)) > putaran * 2:
                break
        proses.send_signal(signal.SIGKILL)
        proses.wait()
        proses.stdout.close()

        assert read_answer(tmp_path).soal["s"]["nomor"] >= terakhir
        assert not list(tmp_path.glob("jawaban.rusak*"))


def test_leftovers_of_interrupted_writes_are_swept_once_old(tmp_path: Path) -> None:
    lama, baru = tmp_path / ".jawaban-lama.tmp", tmp_path / ".jawaban-baru.tmp"
    lama.write_text("x", encoding="utf-8")
    baru.write_text("x", encoding="utf-8")
    os.utime(lama, (0, 0))
    write_answer(tmp_path, AnswerFile("a", "b", ISI), sekarang=JAM)

    assert not lama.exists()
    assert baru.exists()


@pytest.mark.parametrize("isi", [{}, {"a": ""}, {"a": "  \n"}, {"a": None, "b": []}, {"t": {"r1": {"k": " "}}}])
def test_blank_is_not_an_answer(isi: dict) -> None:
    assert not answered(isi)


@pytest.mark.parametrize("isi", [{"a": 0}, {"a": False}, {"a": "x"}, {"t": {"r1": {"k": ["x"]}}}])
def test_anything_said_is_an_answer(isi: dict) -> None:
    assert answered(isi)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b'{"versi": 1, "soal": {"a": NaN}}', b"[" * 400, b"[]", b'{"versi": 7}']
)
def test_a_broken_file_is_explained_without_words_of_the_machine(raw: bytes) -> None:
    with pytest.raises(JawabanTidakTerbaca) as galat:
        parse_answer(raw)

    for kata in ("JSON", "UTF", "NaN", "Expecting", "codec", "None", "char "):
        assert kata not in galat.value.pesan


@pytest.mark.parametrize(("lebih", "tertulis"), [(1, "2,1 MB"), (900_000, "2,9 MB")])
def test_a_size_is_written_with_a_comma_and_never_looks_allowed(lebih: int, tertulis: str) -> None:
    with pytest.raises(JawabanTidakTerbaca, match=f"ukurannya {tertulis}; batasnya 2 MB"):
        parse_answer(b" " * (MAX_BYTES + lebih))
