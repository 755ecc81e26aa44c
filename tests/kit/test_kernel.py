"""A real kernel: messages for the page, nothing lost when it is shut down, values back in the next one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import KernelManager

from exercises.kit.session import clock_text

BATAS = 60


class Kernel:
    """A kernel in a participant's folder, asked like the page asks."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.manager = KernelManager(kernel_name="python3")
        self.manager.start_kernel(cwd=str(folder), env={**os.environ, "PYTHONPATH": str(root)})
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=BATAS)

    def run(self, code: str) -> list[dict[str, Any]]:
        """The messages that one piece of code led to; a failing piece fails the test."""
        nomor = self.client.execute(code)
        pesan = []
        while True:
            satu = self.client.get_iopub_msg(timeout=BATAS)
            if satu["parent_header"].get("msg_id") != nomor:
                continue
            assert satu["msg_type"] != "error", "\n".join(satu["content"]["traceback"])
            if satu["msg_type"] == "status" and satu["content"]["execution_state"] == "idle":
                return pesan
            pesan.append(satu)

    def later(self, jenis: str) -> list[dict[str, Any]]:
        """Messages of a kind that came after the code had ended, up to the first one."""
        while True:
            satu = self.client.get_iopub_msg(timeout=BATAS)
            if satu["msg_type"] == "comm_msg" and satu["content"]["data"].get("jenis") == jenis:
                return [satu["content"]["data"]]

    def stop(self) -> None:
        self.manager.shutdown_kernel(now=False)
        self.client.stop_channels()


@pytest.fixture
def kernel(paket: Path, root: Path) -> Iterator[Kernel]:
    satu = Kernel(paket / "01_contoh", root)
    yield satu
    if satu.manager.has_kernel:
        satu.stop()


MULAI = 'from exercises.kit import session\nsession.mulai_latihan("01_contoh")\nsession.form("alasan")'
KETIK = 'session._session.forms["alasan"].fields["teks"]._control.value = "Kalimat terakhir"'


def test_the_page_hears_of_progress_and_saving_without_any_page_there(kernel: Kernel, paket: Path) -> None:
    dibuka = [satu["content"] for satu in kernel.run(MULAI) if satu["msg_type"] == "comm_open"]
    kanal = [satu["data"] for satu in dibuka if satu["target_name"] == "bimtek"]
    assert kanal == [{"jenis": "kemajuan", "terisi": 0, "total": 10}]

    kernel.run(KETIK)
    assert kernel.later("kemajuan") == [{"jenis": "kemajuan", "terisi": 1, "total": 10}]
    jam = kernel.later("tersimpan")[0]["jam"]
    assert len(jam) == len("10.32.05 WIB")
    # nothing is printed anywhere, neither by the form nor by the buttons
    assert not [satu for satu in kernel.run("session.periksa()") if satu["msg_type"] == "stream"]
    disimpan = json.loads((paket / "01_contoh" / "jawaban.json").read_text(encoding="utf-8"))["disimpan"]
    assert jam == clock_text(disimpan)


def test_what_was_typed_just_before_shutdown_is_saved_and_back_in_the_next_kernel(
    kernel: Kernel, paket: Path, root: Path
) -> None:
    kernel.run(MULAI)
    kernel.run(KETIK)
    kernel.stop()
    isi = json.loads((paket / "01_contoh" / "jawaban.json").read_text(encoding="utf-8"))
    assert isi["soal"] == {"alasan": {"teks": "Kalimat terakhir"}}

    lanjut = Kernel(paket / "01_contoh", root)
    try:
        lanjut.run(MULAI)
        pesan = lanjut.run('print(session._session.forms["alasan"].fields["teks"]._control.value)')
    finally:
        lanjut.stop()
    teks = [satu["content"]["text"] for satu in pesan if satu["msg_type"] == "stream"]
    assert teks == ["Kalimat terakhir\n"]
