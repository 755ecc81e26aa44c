"""How long a text may be, and what makes it a text at all.

Scene: every form field. May import: simulator.domain.errors.
Facts: the application publishes no limits; all numbers here are mock decisions (label simulasi).
Add: a field with its limit, in the order of the screens.
"""

from __future__ import annotations

import unicodedata

from simulator.domain.errors import BelumLengkap, DataTidakSah

RHK_MAKS = 500
PENUGASAN_MAKS = 200
INDIKATOR_MAKS = 500
TARGET_MAKS = 100
LAMPIRAN_MAKS = 500
EKSPEKTASI_MAKS = 500
PERAN_HASIL_MAKS = 500
RENCANA_AKSI_MAKS = 500
KEGIATAN_MAKS = 500
SATUAN_MAKS = 60
NAMA_DOKUMEN_MAKS = 200
ISI_DOKUMEN_MAKS = 5_000
NAMA_EVIDEN_MAKS = 200
TAUTAN_MAKS = 500
REALISASI_MAKS = 1_000
UMPAN_BALIK_MAKS = 1_000
CATATAN_MAKS = 2_000
ALASAN_MAKS = 2_000
NAMA_PERIODE_MAKS = 100
NAMA_TIM_MAKS = 100
TUGAS_TIM_MAKS = 500


def angka(banyak: int) -> str:
    """A number as offices write it: 100.000."""
    return f"{banyak:,}".replace(",", ".")


def teks(nilai: str, nama: str, maks: int, *, wajib: bool = True) -> str:
    """The text without the space around it.

    ``nama`` is the label of the field; the codes derive from it. Raises: BelumLengkap, DataTidakSah.
    """
    # A browser sends every line of a text box with both of its ends, wherever it runs.
    rapi = nilai.replace("\r\n", "\n").replace("\r", "\n").strip()
    kode = nama.lower().replace(" ", "-")
    if wajib and not any(unicodedata.category(huruf)[0] not in "CZ" for huruf in rapi):
        raise BelumLengkap(f"Isian {nama} masih kosong. Tulis isinya, lalu simpan lagi.", kode=f"{kode}-kosong")
    if len(rapi) > maks:
        raise DataTidakSah(
            f"Isian {nama} berisi {angka(len(rapi))} huruf, paling banyak {angka(maks)}. Ringkas isinya, lalu "
            "simpan lagi.",
            kode=f"{kode}-terlalu-panjang",
        )
    if any(unicodedata.category(huruf) in ("Cc", "Cs") and huruf not in "\n\t" for huruf in rapi):
        raise DataTidakSah(
            f"Isian {nama} memuat karakter yang tidak dapat disimpan. Ketik ulang teksnya tanpa salin-tempel.",
            kode=f"{kode}-karakter-asing",
        )
    return rapi
