"""``bimtek instansi``: makes a file, lists, verifies; refuses politely."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from simulator.commands.app import main
from simulator.institution.faults.catalogue import FAULTS


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        main(["instansi", *arguments])
        code = 0
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


def _make(capsys: pytest.CaptureFixture[str], file: Path, *more: str) -> tuple[int, str, str]:
    return _run(capsys, "buat", "--skenario", "dinas_kesehatan", "--benih", "5", "--keluaran", str(file), *more)


def test_buat_writes_a_file_that_verifies_and_says_what_was_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "baru" / "kantor.ekin.db"
    code, out, _ = _make(capsys, file, "--pegawai", "75", "--cacat", "C01,B04:3")
    assert code == 0
    for word in ("SIMULASI PELATIHAN", "75 (diminta 75)", "C01 2×", "B04 3×", "Unit kerja"):
        assert word in out

    code, out, _ = _run(capsys, "verifikasi", str(file))
    assert code == 0
    assert out.startswith("Sah: ")
    with sqlite3.connect(file) as base:
        assert base.execute("SELECT count(*) FROM pegawai").fetchone() == (75,)
        assert base.execute("SELECT benih, kalibrasi FROM instansi").fetchone() == (5, "latihan")


def test_json_and_the_answer_key_are_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, key = tmp_path / "k.ekin.db", tmp_path / "kunci.json"
    code, out, _ = _make(capsys, file, "--cacat", "semua", "--kunci", str(key), "--json")
    assert code == 0
    summary = json.loads(out)
    assert summary["pegawai"] == {"diminta": 60, "dibuat": 60}
    assert set(summary["cacat"]["ditanam"]) == set(FAULTS)
    answers = json.loads(key.read_text(encoding="utf-8"))
    assert {entry["kode"] for entry in answers["kunci"]} == set(FAULTS)
    assert {"kasus_id", "tabel", "kunci", "kolom", "nilai_asli", "nilai_tertanam", "keterangan", "bukan_salah"} <= set(
        answers["kunci"][0]
    )
    # The file itself holds no key.
    assert b"bukan_salah" not in file.read_bytes()


def test_an_existing_file_is_kept_unless_told_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "penting.ekin.db"
    file.write_text("pekerjaan orang")
    code, _, error = _make(capsys, file)
    assert (code, file.read_text()) == (1, "pekerjaan orang")
    assert "--timpa" in error
    assert "berkas-sudah-ada" in error

    assert _make(capsys, file, "--timpa")[0] == 0
    assert file.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--pegawai", "5"], "ukuran-di-luar-batas"),
        (["--cacat", "X1"], "cacat-tidak-dikenal"),
        (["--kalibrasi", "asal"], "kalibrasi-tidak-ada"),
        (["--kunci", "kunci.json"], "kunci-tanpa-cacat"),
        (["--kunci", "kunci.json", "--cacat", " , "], "kunci-tanpa-cacat"),
        (["--benih", str(1 << 63)], "benih-di-luar-batas"),
    ],
)
def test_what_cannot_be_made_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: str
) -> None:
    status, _, error = _make(capsys, tmp_path / "x.ekin.db", *more)

    assert status == 1
    assert code in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--keluaran", "--kunci"])
def test_a_place_where_nothing_can_be_written_is_named_before_the_work_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    occupied = tmp_path / "bukan-folder"
    occupied.write_text("sebuah berkas")
    code, out, error = _make(capsys, tmp_path / "x.ekin.db", "--cacat", "C01", option, str(occupied / "hasil.ekin.db"))

    assert code == 1
    assert out == ""
    assert "folder-tidak-dapat-ditulis" in error
    assert str(occupied) in error
    assert [file.name for file in tmp_path.iterdir()] == ["bukan-folder"]


def test_spaces_in_a_list_of_faults_do_not_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _make(capsys, tmp_path / "x.ekin.db", "--cacat", "c01, B04 : 2", "--json")

    assert code == 0
    assert json.loads(out)["cacat"]["ditanam"] == {"C01": 2, "B04": 2}


def test_an_installation_without_faults_does_not_hand_out_a_clean_office_as_a_faulty_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.institution.planting._FAULTS", "simulator.institution.tidak_terpasang")
    code, _, error = _make(capsys, tmp_path / "x.ekin.db", "--cacat", "semua")

    assert code == 1
    assert "cacat-tidak-terpasang" in error


def test_daftar_shows_scenarios_and_every_kind_of_fault(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _run(capsys, "daftar")
    assert "dinas_kesehatan" in out
    assert all(code in out for code in FAULTS)

    _, out, _ = _run(capsys, "daftar", "--json")
    listed = json.loads(out)
    assert [row["kode"] for row in listed["cacat"]] == list(FAULTS)
    assert listed["skenario"][0]["ukuran_bawaan"] == 60


def test_verifikasi_finds_a_change_behind_the_back_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kantor.ekin.db"
    _make(capsys, file)
    with sqlite3.connect(file) as base:
        base.execute("UPDATE evaluasi SET catatan = 'diubah diam-diam' WHERE evaluasi_id = 55")
    code, out, _ = _run(capsys, "verifikasi", str(file))
    assert code == 1
    assert out.startswith("TIDAK SAH")

    code, out, _ = _run(capsys, "verifikasi", str(file), "--json")
    result = json.loads(out)
    assert (code, result["sah"]) == (1, False)
    assert result["temuan"][0]["tabel"] == "evaluasi"


def test_verifikasi_of_a_missing_file_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, error = _run(capsys, "verifikasi", str(tmp_path / "tidak-ada.ekin.db"))

    assert code == 1
    assert "tidak" in error.lower()
