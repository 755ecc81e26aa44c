"""The tables and the drawing of the page *Kantor kelas*: own SKP, indicators, periods, and for a superior the staff.

Scene: the page *Kantor kelas*. May import: ipywidgets, simulator.notebook, this folder.
Facts: every number of the drawing also stands in the table below it. Add: a part as one function in ``BAGIAN``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ipywidgets

from simulator.domain.errors import TidakDitemukan
from simulator.notebook.kantor import tabel
from simulator.notebook.kantor.bagian import batang_html, kabar, kotak, tabel_html
from simulator.notebook.kantor.sambungan import KantorKelas

if TYPE_CHECKING:
    from pandas import DataFrame

_BELUM = "Masuk dahulu; sesudah itu tabelnya muncul di sini."


class Lihat:
    """One part that only shows; ``isi`` draws it for whoever is logged in."""

    def __init__(self, isi: Callable[[KantorKelas], str]) -> None:
        self._isi = isi
        self._html = ipywidgets.HTML(kabar(_BELUM))
        self.widget = kotak(self._html)

    def segarkan(self, kantor: KantorKelas | None) -> None:
        """Draw it anew. Raises: BimtekError — the office does not answer."""
        dikenal = kantor is not None and kantor.saya is not None and kantor.saya["pegawai_id"] is not None
        self._html.value = self._isi(kantor) if kantor is not None and dikenal else kabar(_BELUM)


def skp_saya(kantor: KantorKelas) -> str:
    """Daftar SKP, and the RHK and indicators of the newest one."""
    daftar = _tabel("SKP saya", tabel.skp_saya(kantor), "Anda belum punya SKP di kantor kelas ini.")
    try:
        skp = tabel.skp_terbaru(kantor)
    except TidakDitemukan:
        return daftar
    tahun = f"SKP {skp['tahun']}"
    rhk = _tabel(f"RHK pada {tahun}", tabel.rhk(kantor, skp["skp_id"]), f"{tahun} belum berisi RHK.")
    iki = _tabel(f"IKI pada {tahun}", tabel.iki(kantor, skp["skp_id"]), f"{tahun} belum berisi indikator.")
    return daftar + rhk + iki


def penilaian_saya(kantor: KantorKelas) -> str:
    """How far each period of the newest approved SKP is, as bars and as a table."""
    for skp_id in tabel.skp_saya(kantor).index:
        isi = tabel.penilaian(kantor, int(skp_id))
        if len(isi):
            return _kemajuan(isi) + _tabel("Penilaian saya", isi, "")
    return kabar("Belum ada periode yang dapat diisi: SKP Anda belum disetujui.")


def _kemajuan(isi: DataFrame) -> str:
    nilai = [
        (str(satu["Periode"]), int(satu["Realisasi"]), f"{satu['Realisasi']} dari {satu['Indikator']} indikator")
        for satu in isi.to_dict("records")
    ]
    return batang_html("Indikator yang sudah berealisasi", nilai)


def bawahan(kantor: KantorKelas) -> str:
    """Direct subordinates, and how many of them are at which state of their SKP."""
    isi = tabel.bawahan(kantor)
    if not len(isi):
        return kabar("Anda tidak mempunyai bawahan langsung di kantor ini.")
    hitung = isi["Status SKP"].value_counts()
    nilai = [(str(status), int(banyak), f"{banyak} orang") for status, banyak in sorted(hitung.items())]
    return batang_html("Status SKP bawahan", nilai) + _tabel("Bawahan", isi, "")


def _tabel(judul: str, isi: DataFrame, kosong: str) -> str:
    return tabel_html(judul, [str(nama) for nama in isi.columns], isi.to_numpy().tolist(), kosong)
