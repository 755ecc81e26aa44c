"""The fields of one sent form, read as what they should be.

Scene: handlers of POST. May import: the standard library, simulator.domain.
Facts: limits of texts are those of the actions (workflow/limits.py); here only what a field can be at all.
Add: another kind of field as a method that raises DataTidakSah with a sentence naming the field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import TypeVar

from simulator.domain.errors import DataTidakSah
from simulator.domain.label import Berlabel

B = TypeVar("B", bound=Berlabel)


class Formulir:
    """Names → texts as typed; ``asli`` keeps them for drawing the form again."""

    def __init__(self, asli: Mapping[str, str]) -> None:
        self.asli = dict(asli)

    def teks(self, nama: str, sebutan: str = "", *, wajib: bool = False) -> str:
        """The text without outer spaces; empty where the field was not sent."""
        isi = self.asli.get(nama, "").replace("\r\n", "\n").strip()
        if wajib and not isi:
            raise DataTidakSah(
                f"Isian “{sebutan or nama}” masih kosong. Isi dahulu, lalu simpan lagi.", kode="isian-kosong"
            )
        return isi

    def bilangan(self, nama: str, sebutan: str = "") -> int:
        """A whole number. Raises: DataTidakSah."""
        isi = self.teks(nama, sebutan, wajib=True)
        if re.fullmatch(r"-?[0-9]{1,18}", isi) is None:
            raise DataTidakSah(
                f"Isian “{sebutan or nama}” harus bilangan bulat, misalnya 3; yang tertulis “{isi[:40]}”.",
                kode="bukan-bilangan",
            )
        return int(isi)

    def bilangan_atau_kosong(self, nama: str, sebutan: str = "") -> int | None:
        """A whole number, or None where nothing was chosen."""
        return self.bilangan(nama, sebutan) if self.teks(nama) else None

    def tanggal(self, nama: str, sebutan: str = "") -> date:
        """A day as browsers send it (2026-03-31). Raises: DataTidakSah."""
        isi = self.teks(nama, sebutan, wajib=True)
        try:
            return date.fromisoformat(isi)
        except ValueError as error:
            raise DataTidakSah(
                f"Isian “{sebutan or nama}” bukan tanggal. Pilih dari kalender, atau tulis seperti 2026-03-31.",
                kode="bukan-tanggal",
            ) from error

    def tanggal_atau_kosong(self, nama: str, sebutan: str = "") -> date | None:
        """A day, or None."""
        return self.tanggal(nama, sebutan) if self.teks(nama) else None

    def jam(self, nama: str, sebutan: str = "") -> time:
        """A time of day (08:30). Raises: DataTidakSah."""
        isi = self.teks(nama, sebutan, wajib=True)
        try:
            jam = time.fromisoformat(isi)
            if jam.tzinfo is not None:
                raise ValueError("a time of day has no zone")
            return jam
        except ValueError as error:
            raise DataTidakSah(f"Isian “{sebutan or nama}” bukan jam, misalnya 08:30.", kode="bukan-jam") from error

    def pilihan(self, nama: str, kelas: type[B], sebutan: str = "") -> B:
        """A member of a labelled choice. Raises: DataTidakSah."""
        isi = self.teks(nama, sebutan, wajib=True)
        try:
            return kelas(isi)  # type: ignore[call-arg]
        except ValueError as error:
            daftar = ", ".join(satu.label for satu in kelas)
            raise DataTidakSah(f"Pilih “{sebutan or nama}” dari daftarnya: {daftar}.", kode="bukan-pilihan") from error

    def pilihan_atau_kosong(self, nama: str, kelas: type[B], sebutan: str = "") -> B | None:
        """A member, or None."""
        return self.pilihan(nama, kelas, sebutan) if self.teks(nama) else None

    def centang(self, nama: str) -> bool:
        """A box that is ticked is sent, one that is not is not."""
        return bool(self.asli.get(nama))
