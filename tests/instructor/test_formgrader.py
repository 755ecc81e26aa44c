"""formgrader, as it comes with nbgrader, opens what we graded: answers readable, marks editable."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from kelas_uji import LATIHAN, SEKARANG

from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.grading.executor import grade_kelas
from instructor.grading.marks import comments, marks
from instructor.grading.opening import buka_buku_nilai
from instructor.results.tables import SELESAI, read_tables

KATA_SANDI = "uji"


class Formgrader:
    """A running formgrader and how to ask it."""

    def __init__(self, alamat: str) -> None:
        self.alamat = alamat

    def get(self, jalur: str) -> str:
        return self._ask(Request(f"{self.alamat}/formgrader{jalur}"))

    def put(self, jalur: str, isi: dict[str, Any]) -> str:
        data = json.dumps(isi).encode()
        kepala = {"Content-Type": "application/json"}
        return self._ask(Request(f"{self.alamat}/formgrader{jalur}", data=data, method="PUT", headers=kepala))

    def _ask(self, tanya: Request) -> str:
        tanya.add_header("Authorization", f"token {KATA_SANDI}")
        with urlopen(tanya, timeout=60) as jawab:
            return jawab.read().decode()


@pytest.fixture
def formgrader(kelas: Kelas, serahkan: Callable[..., Path], tmp_path: Path) -> Iterator[Formgrader]:
    """The class with one graded submission, opened by a real Jupyter server."""
    serahkan("ani")
    kumpulkan(kelas)
    grade_kelas(kelas, sekarang=SEKARANG)
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    lingkungan = os.environ | {
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_DATA_DIR": str(tmp_path / "data"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    perintah = [
        sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--port={port}",
        "--ServerApp.ip=127.0.0.1",
        f"--IdentityProvider.token={KATA_SANDI}", f"--ServerApp.root_dir={kelas.folder}",
        "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
    ]  # fmt: skip
    proses = subprocess.Popen(
        perintah, cwd=kelas.folder, env=lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_it_listens(proses, port)
        yield Formgrader(f"http://127.0.0.1:{port}")
    finally:
        proses.terminate()
        proses.wait(timeout=30)


def _wait_until_it_listens(proses: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) == 0:
                return
        try:
            proses.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail("formgrader did not start: " + " ".join(proses.args))  # type: ignore[arg-type]


def test_formgrader_shows_answers_and_takes_marks_that_we_read_back(kelas: Kelas, formgrader: Formgrader) -> None:
    serahan = json.loads(formgrader.get(f"/api/submitted_notebooks/{LATIHAN}/{LATIHAN}"))

    assert [(satu["student"], satu["score"], satu["needs_manual_grade"]) for satu in serahan] == [("ani", 80.0, True)]
    assert serahan[0]["last_name"] == "dr. Ani Contoh 01, S.Ked., M.M."

    halaman = formgrader.get(f"/submissions/{serahan[0]['id']}/")
    assert "Karena hasil kerja lebih penting daripada kegiatan." in halaman
    assert "Persentase laporan kinerja yang disampaikan tepat waktu" in halaman
    assert "Rubrik (20 poin)" in halaman
    assert 'id="manual-alasan"' in halaman

    grade = json.loads(formgrader.get(f"/api/grades?submission_id={serahan[0]['id']}"))
    manual = next(satu for satu in grade if satu["name"] == "manual-alasan")
    assert manual["needs_manual_grade"] is True
    assert manual["max_score"] == 20.0
    formgrader.put(f"/api/grade/{manual['id']}", {"manual_score": 15.5})
    komentar = json.loads(formgrader.get(f"/api/comments?submission_id={serahan[0]['id']}"))
    (satu,) = [satu for satu in komentar if satu["name"] == "manual-alasan"]
    formgrader.put(f"/api/comment/{satu['id']}", {"manual_comment": "Contohnya kurang."})

    tabel = read_tables(kelas)
    assert tabel.nilai.set_index("id").loc["ani", "nilai"] == 80.0 + 15.5
    assert tabel.nilai.set_index("id").loc["ani", "status"] == SELESAI
    with buka_buku_nilai(kelas.gradebook) as buku:
        assert comments(buku) == {("ani", LATIHAN, "manual-alasan"): "Contohnya kurang."}
        assert {satu.sel: satu.skor for satu in marks(buku)}["manual-alasan"] == 15.5
