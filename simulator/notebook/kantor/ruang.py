"""The page *Kantor kelas* as a whole: its parts hear of every login and every change, and none breaks the others.

Scene: the hidden cells of the notebook that ``bimtek mulai --kantor`` opens: ``ruang = kantor_kelas()`` and its words.
May import: ipywidgets, this folder. Facts: none.
Add: a part with its word here; the page runs only the words named in exercises/kit/labextension (lembar.js).
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import ipywidgets

from simulator.domain.errors import BimtekError
from simulator.notebook.kantor import lihat
from simulator.notebook.kantor.bagian import gagal, kotak
from simulator.notebook.kantor.draf import Draf
from simulator.notebook.kantor.masuk import Masuk
from simulator.notebook.kantor.sambungan import KantorKelas, KantorTidakTersambung, alamat_dari_lingkungan
from simulator.notebook.kantor.tulis_rhk import TulisRHK


class Bagian(Protocol):
    """A part of the page."""

    widget: ipywidgets.Widget

    def segarkan(self, kantor: KantorKelas | None) -> None:
        """Show what is true now. Raises: BimtekError."""


class Ruang:
    """One page, one connection, one person at a time."""

    def __init__(self, alamat: str, folder: Path) -> None:
        self._draf = Draf(folder)
        self._bagian: list[tuple[Bagian, ipywidgets.HTML]] = []
        self._kantor: KantorKelas | None = None
        self._masuk = Masuk(alamat, self._ganti)

    @property
    def kantor(self) -> KantorKelas | None:
        """The connection, for those who go on in code; None while nobody is logged in."""
        return self._kantor

    def masuk(self) -> ipywidgets.Widget:
        """Masuk."""
        return self._masuk.widget

    def skp_saya(self) -> ipywidgets.Widget:
        """SKP saya, and what stands in the newest one."""
        return self._pasang(lihat.Lihat(lihat.skp_saya))

    def penilaian_saya(self) -> ipywidgets.Widget:
        """Penilaian saya."""
        return self._pasang(lihat.Lihat(lihat.penilaian_saya))

    def bawahan(self) -> ipywidgets.Widget:
        """Bawahan."""
        return self._pasang(lihat.Lihat(lihat.bawahan))

    def tulis_rhk(self) -> ipywidgets.Widget:
        """Tulis RHK."""
        return self._pasang(TulisRHK(self._draf, self._segarkan, self._masuk.perlu_masuk))

    # --- inside ------------------------------------------------------------------------------------------------------

    def _pasang(self, bagian: Bagian) -> ipywidgets.Widget:
        galat = ipywidgets.HTML()
        self._bagian.append((bagian, galat))
        self._satu(bagian, galat)
        return kotak(galat, bagian.widget)

    def _ganti(self, kantor: KantorKelas | None) -> None:
        self._kantor = kantor
        self._segarkan()

    def _segarkan(self) -> None:
        terputus = ""
        for bagian, galat in self._bagian:
            # Where one has waited in vain, the others need not.
            if terputus:
                galat.value = terputus
            else:
                terputus = self._satu(bagian, galat)

    def _satu(self, bagian: Bagian, galat: ipywidgets.HTML) -> str:
        """One part that fails says so above what it showed last. Returns what it said, if nobody answered."""
        galat.value = ""
        try:
            bagian.segarkan(self._kantor)
        except KantorTidakTersambung as putus:
            galat.value = gagal(f"{putus.pesan} Sesudah itu tekan Muat ulang di bagian Masuk.")
            return galat.value
        except BimtekError as sebab:
            galat.value = gagal(sebab.pesan)
        return ""


def kantor_kelas(alamat: str | None = None, folder: Path | None = None) -> Ruang:
    """The page of the office at this address; without one, of the office that ``bimtek mulai`` was told."""
    return Ruang(alamat_dari_lingkungan() if alamat is None else alamat, folder or Path.cwd())
