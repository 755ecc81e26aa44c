"""An SKP draft in a workbook as a whole: identity, tables with their sections, annex lists, peculiar cells.

Scene: the SKP import. May import: this folder. Facts: sections A. UTAMA and B. TAMBAHAN (CONFIRMED, SKP form).
Add: another part of the form as a reader of its own, called here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.domain.errors import DataTidakSah
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.identitas import Identitas, baca_identitas
from simulator.wording.berkas.kolom import bagian, cari_kepala, huruf_kolom, kolom_kembar
from simulator.wording.berkas.lampiran import ButirLampiran, baca_lampiran
from simulator.wording.berkas.tabel_xlsx import Lembar, awal_lembar, isi_tabel, punya_kepala, semua_lembar
from simulator.wording.teks import bersihkan

#: Sheets that explain or list, and are no draft.
_BUKAN_DRAF = re.compile(r"^(?:contoh|petunjuk|panduan|daftar|referensi|laporan temuan)\b", re.IGNORECASE)
UTAMA, TAMBAHAN = "utama", "tambahan"
_LAIN = ("jenis_rhk", "klasifikasi", "penugasan_dari", "perspektif")
#: What a row says beside an indicator that is missing.
_SISA = ("aspek", "target", "satuan")


@dataclass(frozen=True, slots=True)
class BarisSKP:
    """One row of a table with its section and the columns that only e-Kinerja has, as typed."""

    baris: Baris
    bagian: str
    lain: Mapping[str, str]
    atasan_terbawa: bool = False


class KolomKembar(NamedTuple):
    """A filled column that is not read, because the column ``dibaca`` stands for the same field."""

    dibaca: str
    judul: str
    lain: str
    judul_lain: str
    baris: int


@dataclass(frozen=True, slots=True)
class LembarSKP:
    """What one sheet holds."""

    nama: str
    baris: tuple[BarisSKP, ...] = ()
    identitas: tuple[Identitas, ...] = ()
    lampiran: tuple[ButirLampiran, ...] = ()
    khusus: Mapping[str, str] = field(default_factory=dict)
    tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[str] = frozenset()
    kembar: tuple[KolomKembar, ...] = ()


@dataclass(frozen=True, slots=True)
class Naskah:
    """The sheets that hold something of an SKP, and the names of those that were passed over."""

    lembar: tuple[LembarSKP, ...]
    dilewati: tuple[str, ...] = ()


def baca_naskah(isi: bytes, hanya: str = "") -> Naskah:
    """Read a workbook; ``hanya`` names the only sheet whose table counts (annexes are read from the others too).

    Raises: BerkasRusak, DataTidakSah — not an XLSX, or no table of an SKP in it.
    """
    dibaca, dilewati = [], []
    semua = semua_lembar(isi)
    for lembar in semua:
        if not lembar.tampak or _BUKAN_DRAF.match(lembar.nama.strip()):
            dilewati.append(lembar.nama)
            continue
        satu = _satu(lembar, tabel=punya_kepala(lembar) and hanya in ("", lembar.nama))
        if satu.baris or satu.identitas or satu.lampiran:
            dibaca.append(satu)
        elif lembar.baris:
            dilewati.append(lembar.nama)
    if not any(satu.baris for satu in dibaca):
        if not any(punya_kepala(lembar) for lembar in semua):
            cari_kepala(awal_lembar(semua))
        raise DataTidakSah(
            "Tabel SKP ditemukan, tetapi tidak ada baris isinya. Isi RHK, aspek, indikator, dan target di bawah judul "
            "kolom pada lembar yang terlihat (bukan lembar Contoh), lalu unggah lagi.",
            kode="impor-kosong",
        )
    return Naskah(tuple(dibaca), tuple(dilewati))


def _satu(lembar: Lembar, *, tabel: bool) -> LembarSKP:
    lampiran = tuple(baca_lampiran(lembar))
    if not tabel:
        return LembarSKP(lembar.nama, lampiran=lampiran, khusus=lembar.khusus)
    kepala, peta = cari_kepala(lembar.baris)
    return LembarSKP(
        lembar.nama, tuple(_baris(lembar, kepala)), tuple(baca_identitas(lembar, kepala)), lampiran, lembar.khusus,
        lembar.tersembunyi, lembar.kolom_tersembunyi, tuple(_kembar(lembar, kepala, peta)),
    )  # fmt: skip


def _kembar(lembar: Lembar, kepala: int, peta: dict[str, int]) -> Iterator[KolomKembar]:
    judul = dict(lembar.baris)[kepala]
    for dibaca, lain in kolom_kembar(judul, peta):
        if any(nomor > kepala and len(sel) > lain and bersihkan(sel[lain]) for nomor, sel in lembar.baris):
            yield KolomKembar(
                huruf_kolom(dibaca), bersihkan(judul[dibaca]), huruf_kolom(lain), bersihkan(judul[lain]), kepala
            )


def _baris(lembar: Lembar, kepala: int) -> Iterator[BarisSKP]:
    sekarang = TAMBAHAN if TAMBAHAN in lembar.nama.lower() else UTAMA
    isi = dict(lembar.baris)
    bagian_pada = {}
    for nomor, sel in lembar.baris:
        if nomor > kepala and (nama := bagian(sel)) in (UTAMA, TAMBAHAN):
            sekarang = nama
        bagian_pada[nomor] = sekarang
    for satu in isi_tabel(lembar):
        dibaca = _LAIN if satu.pernyataan is not None else (*_LAIN, *_SISA)
        lain = {nama: _nilai(isi[satu.nomor], satu.sel.get(nama, "")) for nama in dibaca}
        atasan = satu.sel.get("rhk_atasan", "")
        terbawa = bool(atasan) and not _nilai(isi[satu.nomor], atasan)
        yield BarisSKP(satu, bagian_pada[satu.nomor], lain, terbawa)


def _nilai(sel: list[object], alamat: str) -> str:
    """The text of a cell of this row by its address."""
    kolom = 0
    for huruf in alamat.rstrip("0123456789"):
        kolom = kolom * 26 + ord(huruf) - 64
    return bersihkan(sel[kolom - 1]) if 0 < kolom <= len(sel) and sel[kolom - 1] is not None else ""
