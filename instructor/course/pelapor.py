"""Telling what is odd about what was handed in: by name where the name is known or can be guessed.

Scene: below ``kelas kumpulkan``. May import: instructor.course.kelas, .serahan.
Facts: a file that cannot be read has only its name to tell whose it is.
Add: another clue to whose a file is belongs into ``_guess``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from instructor.course.kelas import Kelas
from instructor.course.serahan import MasalahSerahan


class Pelapor:
    """Collects ``masalah``, each of them once."""

    def __init__(self, kelas: Kelas, nama: Mapping[str, str]) -> None:
        self.kelas = kelas
        self.nama = nama
        self.masalah: list[MasalahSerahan] = []

    def _guess(self, nama: str) -> str:
        """Whose a file may be that cannot be read: the longest participant id its name starts with."""
        cocok = [satu for satu in self.nama if re.match(re.escape(satu) + r"(?![a-z0-9-])", nama)]
        return max(cocok, key=len, default="")

    def _guess_exercise(self, nama: str) -> str:
        return next((satu for satu in self.kelas.latihan if satu in nama), "")

    def _remarks(
        self, berkas: str, peserta: str, latihan: str, catatan: Iterable[tuple[str, str]], *, ditolak: bool = False
    ) -> None:
        for kode, pesan in catatan:
            self._tell(
                berkas, kode, pesan.removeprefix(f"{berkas}: "), peserta=peserta, latihan=latihan, ditolak=ditolak
            )

    def _tell(
        self, berkas: str, kode: str, pesan: str, *, peserta: str = "", latihan: str = "", ditolak: bool = False
    ) -> None:
        satu = MasalahSerahan(berkas, kode, pesan, peserta, latihan, ditolak)
        if satu not in self.masalah:
            self.masalah.append(satu)
