"""Switching a fault on or off, whatever kind it is, and choosing by seed for whom.

Scene: the instructor's page. May import: simulator.domain, store, web, workflow. Facts: none. Add: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import BimtekError, StatusTidakSesuai, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.gangguan import akses, catat, rekap_cacat
from simulator.web.layar import Layar
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.katalog import katalog
from simulator.workflow.gangguan.pasang import cabut_gangguan, pasang_gangguan

TERSEDIA: tuple[str, ...] = tuple(kode for kode, entri in katalog().items() if entri.tersedia)


def calon(layar: Layar, kode: str, unit_id: int | None = None) -> list[int]:
    """People it could be given to, in a fixed order."""
    with layar.lihat() as connection:
        aktif = {p.pegawai_id: p.unit_id for p in repository.find(connection, Pegawai, aktif=True)}
        if kode in DI_KANTOR:
            mungkin = set(DI_KANTOR[kode].calon(connection))
        elif kode in rekap_cacat.KODE:
            mungkin = {a.pegawai_id for a in repository.find(connection, Akun) if Peran.ADMIN in a.peran}
        else:
            mungkin = {a.pegawai_id for a in repository.find(connection, Akun)}
    return sorted(p for p in mungkin if p in aktif and unit_id in (None, aktif[p]))


def pasang(layar: Layar, kode: str, pegawai_id: int) -> None:
    """Switch one on for one person. Raises: TidakDitemukan; StatusTidakSesuai — it does not fit, or is on already."""
    if kode not in TERSEDIA:
        raise TidakDitemukan(f"Gangguan {kode} tidak tersedia di kantor ini.", kode="gangguan-tidak-tersedia")
    hari = layar.hari.isoformat()
    with layar.data.lihat() as web:
        if catat.milik(web, kode, pegawai_id) is not None:
            raise StatusTidakSesuai("Gangguan itu sudah terpasang pada orang ini.", kode="gangguan-sudah-terpasang")
    if kode in akses.KODE:
        with layar.lihat() as connection:
            pegawai = repository.get(connection, Pegawai, pegawai_id)
        with layar.data.ubah() as web:
            akses.pasang(web, kode, pegawai, hari)
        return
    if kode in rekap_cacat.KODE:
        terpasang, nomor = rekap_cacat.pasang(layar.kantor, kode), 0
    else:
        hasil = pasang_gangguan(layar.kantor, kode, pegawai_id)
        terpasang, nomor = hasil.terpasang, hasil.nomor
    with layar.data.ubah() as web:
        catat.pasang(web, kode, pegawai_id, terpasang, hari=hari, nomor=nomor)


def pasang_terpilih(layar: Layar, kode: str, benih: int, unit_id: int | None, hindari: Sequence[int] = ()) -> int:
    """Switch one on for somebody the seed chooses. Raises: StatusTidakSesuai — it fits nobody."""
    orang = [p for p in calon(layar, kode, unit_id) if kode in rekap_cacat.KODE or p not in hindari]
    Random(f"gangguan:{benih}:{kode}").shuffle(orang)
    for pegawai_id in orang:
        try:
            pasang(layar, kode, pegawai_id)
        except BimtekError:
            continue  # does not fit this person: the next one in the drawn order
        return pegawai_id
    raise StatusTidakSesuai(
        f"{kode} tidak cocok untuk siapa pun di sini pada hari ini. Pilih gangguan lain, atau majukan hari.",
        kode="gangguan-tidak-cocok",
    )


def pasang_acak(layar: Layar, benih: int, banyak: int, grup: str = "") -> int:
    """So many different faults for different people; how many came in."""
    urutan = [kode for kode in TERSEDIA if grup in ("", katalog()[kode].grup)]
    Random(f"gangguan:{benih}").shuffle(urutan)
    kena: list[int] = []
    for kode in urutan:
        if len(kena) == banyak:
            break
        try:
            kena.append(pasang_terpilih(layar, kode, benih, None, kena))
        except StatusTidakSesuai:
            continue  # fits nobody today: the next kind in the drawn order
    return len(kena)


def cabut(layar: Layar, gangguan_id: int) -> int:
    """Take one out without its being mended; how many rows of the office went back. Raises: TidakDitemukan."""
    with layar.data.lihat() as web:
        satu = next((c for c in catat.terpasang(web) if c.gangguan_id == gangguan_id), None)
    if satu is None:
        raise TidakDitemukan("Gangguan itu sudah tidak terpasang. Muat ulang halaman.", kode="gangguan-tidak-terpasang")
    banyak = cabut_gangguan(layar.kantor, satu.nomor) if satu.kode in DI_KANTOR else 0
    with layar.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, satu.pegawai_id)
    with layar.data.ubah() as web:
        if satu.kode in akses.KODE:
            akses.cabut(web, satu, pegawai)
        catat.selesaikan(web, satu, oleh="Instruktur", cara="Dicabut tanpa diperbaiki", hari=layar.hari.isoformat())
    return banyak
