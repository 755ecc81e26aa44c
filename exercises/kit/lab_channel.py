"""The thread from the kernel to the bar above an exercise page.

Scene: tells how much is filled and that it is saved. May import: comm (part of ipykernel).
Facts: comm target "bimtek"; messages kemajuan, tersimpan, gagal_simpan as the lab page reads them. Where no page
listens, the messages go nowhere and nothing fails.
Add: a message as one method here and its reading in labextension/bimtek-lab/static/bilah.js.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import comm

TARGET = "bimtek"


class LabChannel:
    """One comm to the page, opened anew each time the page runs the setup cell."""

    def __init__(self) -> None:
        self._comm: Any = None

    def open(self, kemajuan: Mapping[str, int], jam: str) -> None:
        """Open the channel with the present state."""
        self._comm = comm.create_comm(target_name=TARGET, data={"jenis": "kemajuan", **kemajuan})
        if jam:
            self.send_saved(jam)

    def send_progress(self, kemajuan: Mapping[str, int]) -> None:
        """How much is filled."""
        self._send({"jenis": "kemajuan", **kemajuan})

    def send_saved(self, jam: str) -> None:
        """Saved, at this time of day (HH:MM:SS)."""
        self._send({"jenis": "tersimpan", "jam": jam})

    def send_failure(self, pesan: str) -> None:
        """Not saved, and how to mend it."""
        self._send({"jenis": "gagal_simpan", "pesan": pesan})

    def _send(self, isi: dict[str, Any]) -> None:
        if self._comm is not None:
            self._comm.send(isi)
