"""A scenario of faults: which ones, for whom, written on a command line or in a file.

Scene: an instructor prepares an office before the class. May import: simulator.domain, store, web.
Facts: none (label simulasi). Add: another kind of item in ``_butir`` with its sentence in ``BENTUK``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.errors import BimtekError, DataTidakSah, StatusTidakSesuai, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.gangguan import catat, saklar
from simulator.web.gangguan.tempat import Tempat
from simulator.workflow.gangguan.katalog import GRUP, katalog

BENTUK = (
    "Tulis kode seperti F25, kode untuk orang tertentu seperti F25@NIP, satu grup seperti W, atau acak:5; dipisahkan "
    "koma, atau satu per baris dalam berkas."
)
TERBANYAK = 54
#: Need somebody without an SKP of this year, or a team in which nobody wrote anything yet: the others use those up.
DULU = ("F35", "F17", "F23", "F26", "F27", "F51", "F52")
#: Closes a period for everybody: whatever else needs it open comes first.
TERAKHIR = ("F32",)


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of a scenario: ``kode`` for ``nip`` (empty: whom the seed chooses), or ``banyak`` drawn at random."""

    kode: str = ""
    nip: str = ""
    banyak: int = 0


def baca_naskah(tulisan: str) -> list[Butir]:
    """What is asked for: items after commas, or a file with one on each line and ``#`` before remarks.

    Raises: DataTidakSah — an item that says nothing, with how they are written.
    """
    isi = tulisan
    if tulisan.endswith(".txt"):
        try:
            isi = Path(tulisan).expanduser().read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise DataTidakSah(
                f"Naskah gangguan “{tulisan}” tidak dapat dibaca. Periksa nama berkasnya; isinya teks biasa.",
                kode="naskah-tidak-terbaca",
            ) from error
    potongan = [satu.strip() for baris in isi.splitlines() for satu in baris.partition("#")[0].split(",")]
    butir = [b for satu in potongan if satu for b in _butir(satu)]
    if not butir:
        raise DataTidakSah(f"Belum ada gangguan yang disebut. {BENTUK}", kode="naskah-kosong")
    return butir


def _butir(satu: str) -> Iterator[Butir]:
    acak = re.fullmatch(r"acak:([0-9]{1,2})", satu, re.IGNORECASE)
    kode, _, nip = (bagian.strip() for bagian in satu.upper().partition("@"))
    if acak and 1 <= int(acak[1]) <= TERBANYAK:
        yield Butir(banyak=int(acak[1]))
    elif kode in GRUP and not nip:
        yield from (Butir(k) for k in saklar.TERSEDIA if katalog()[k].grup == kode)
    elif kode in katalog():
        yield Butir(kode, nip)
    else:
        raise DataTidakSah(f"Butir “{satu[:40]}” tidak dikenal. {BENTUK}", kode="naskah-tidak-dikenal")


def pasang_naskah(tempat: Tempat, butir: list[Butir], benih: int) -> list[str]:
    """Switch on what is asked for, nobody twice where the seed chooses; what did not fit, each with the reason."""
    gagal: list[str] = []
    for satu in sorted(butir, key=_giliran):
        with tempat.data.lihat() as web:
            kena = [c.pegawai_id for c in catat.terpasang(web)]
        try:
            _pasang(tempat, satu, benih, kena)
        except BimtekError as error:
            gagal.append(f"{satu.kode or 'acak'}: {error.pesan}")
    return gagal


def _giliran(satu: Butir) -> int:
    return DULU.index(satu.kode) if satu.kode in DULU else len(DULU) + (satu.kode in TERAKHIR)


def _pasang(tempat: Tempat, satu: Butir, benih: int, kena: list[int]) -> None:
    if satu.banyak:
        masuk = saklar.pasang_acak(tempat, benih, satu.banyak)
        if masuk < satu.banyak:
            raise StatusTidakSesuai(
                f"Hanya {masuk} dari {satu.banyak} gangguan yang cocok dengan kantor pada hari ini.",
                kode="gangguan-tidak-cocok",
            )
    elif satu.nip:
        with tempat.lihat() as connection:
            pegawai = repository.find_one(connection, Pegawai, nip=satu.nip)
        if pegawai is None:
            raise TidakDitemukan(f"Tidak ada pegawai dengan NIP “{satu.nip[:30]}”.", kode="nip-tidak-ditemukan")
        saklar.pasang(tempat, satu.kode, pegawai.pegawai_id)
    else:
        saklar.pasang_terpilih(tempat, satu.kode, benih, None, kena)
