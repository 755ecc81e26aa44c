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
from simulator.web.gangguan.tempat import Tempat
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.katalog import katalog
from simulator.workflow.gangguan.pasang import cabut_gangguan, pasang_gangguan

TERSEDIA: tuple[str, ...] = tuple(kode for kode, entri in katalog().items() if entri.tersedia)


def calon(tempat: Tempat, kode: str, unit_id: int | None = None) -> list[int]:
    """People it could be given to, in a fixed order."""
    with tempat.lihat() as connection:
        aktif = {p.pegawai_id: p.unit_id for p in repository.find(connection, Pegawai, aktif=True)}
        if kode in DI_KANTOR:
            mungkin = set(DI_KANTOR[kode].calon(connection))
        elif kode in rekap_cacat.KODE:
            mungkin = {a.pegawai_id for a in repository.find(connection, Akun) if Peran.ADMIN in a.peran}
        else:
            mungkin = {a.pegawai_id for a in repository.find(connection, Akun)}
    return sorted(p for p in mungkin if p in aktif and unit_id in (None, aktif[p]))


def _wajib_tersedia(kode: str) -> None:
    if kode not in TERSEDIA:
        entri = katalog().get(kode)
        sebab = "" if entri is None else f": {entri.alasan}"
        raise TidakDitemukan(f"Gangguan {kode} tidak tersedia di kantor ini{sebab}.", kode="gangguan-tidak-tersedia")


def pasang(tempat: Tempat, kode: str, pegawai_id: int) -> None:
    """Switch one on for one person. Raises: TidakDitemukan; StatusTidakSesuai — it does not fit, or is on already."""
    _wajib_tersedia(kode)
    hari = tempat.hari.isoformat()
    with tempat.data.lihat() as web:
        if catat.milik(web, kode, pegawai_id) is not None:
            raise StatusTidakSesuai("Gangguan itu sudah terpasang pada orang ini.", kode="gangguan-sudah-terpasang")
    if kode in akses.KODE:
        with tempat.lihat() as connection:
            pegawai = repository.get(connection, Pegawai, pegawai_id)
        with tempat.data.ubah() as web:
            akses.pasang(web, kode, pegawai, hari)
        return
    if kode in rekap_cacat.KODE:
        terpasang, nomor = rekap_cacat.pasang(tempat.kantor, kode), 0
    else:
        with tempat.data.lihat() as web:
            sudah = [(satu.kode, satu.terpasang.isi) for satu in catat.terpasang(web, *DI_KANTOR)]
        hasil = pasang_gangguan(tempat.kantor, kode, pegawai_id, sudah)
        terpasang, nomor = hasil.terpasang, hasil.nomor
    with tempat.data.ubah() as web:
        catat.pasang(web, kode, pegawai_id, terpasang, hari=hari, nomor=nomor)


def pasang_terpilih(
    tempat: Tempat, kode: str, benih: int, unit_id: int | None, kena: Sequence[int] = (), *, boleh_dua: bool = True
) -> int:
    """Switch one on for somebody the seed chooses; ``kena`` have one already and come last, or not at all.

    Raises: TidakDitemukan — not available here; StatusTidakSesuai — it fits nobody.
    """
    _wajib_tersedia(kode)
    semua = calon(tempat, kode, unit_id)
    # What only the administrators meet may come to the same one again.
    milik_admin = kode in rekap_cacat.KODE or (kode in DI_KANTOR and not DI_KANTOR[kode].perorangan)
    Random(f"gangguan:{benih}:{kode}").shuffle(semua)
    bebas = [p for p in semua if milik_admin or p not in kena]
    lain = [p for p in semua if p not in bebas] if boleh_dua else []
    for pegawai_id in (*bebas, *lain):
        try:
            pasang(tempat, kode, pegawai_id)
        except BimtekError:
            continue  # does not fit this person: the next one in the drawn order
        return pegawai_id
    raise StatusTidakSesuai(
        f"{kode} tidak cocok untuk siapa pun di sini pada hari ini. Pilih gangguan lain, atau majukan hari.",
        kode="gangguan-tidak-cocok",
    )


def pasang_acak(tempat: Tempat, benih: int, banyak: int, grup: str = "") -> int:
    """So many faults of kinds that are not on yet, for people who have none; how many came in."""
    with tempat.data.lihat() as web:
        ada = catat.terpasang(web)
    kena, terpakai = [satu.pegawai_id for satu in ada], {satu.kode for satu in ada}
    urutan = [kode for kode in TERSEDIA if grup in ("", katalog()[kode].grup)]
    Random(f"gangguan:{benih}").shuffle(urutan)
    masuk = 0
    for kode in urutan:
        if masuk == banyak:
            break
        if kode in terpakai:
            continue
        try:
            kena.append(pasang_terpilih(tempat, kode, benih, None, kena, boleh_dua=False))
        except StatusTidakSesuai:
            continue  # fits nobody today: the next kind in the drawn order
        masuk += 1
    return masuk


def cabut(tempat: Tempat, gangguan_id: int) -> int:
    """Take one out without its being mended; how many rows of the office went back. Raises: TidakDitemukan."""
    with tempat.data.lihat() as web:
        satu = next((c for c in catat.terpasang(web) if c.gangguan_id == gangguan_id), None)
    if satu is None:
        raise TidakDitemukan("Gangguan itu sudah tidak terpasang. Muat ulang halaman.", kode="gangguan-tidak-terpasang")
    banyak = cabut_gangguan(tempat.kantor, satu.nomor) if satu.kode in DI_KANTOR else 0
    with tempat.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, satu.pegawai_id)
    with tempat.data.ubah() as web:
        if satu.kode in akses.KODE:
            akses.cabut(web, satu, pegawai)
        catat.selesaikan(web, satu, oleh="Instruktur", cara="Dicabut tanpa diperbaiki", hari=tempat.hari.isoformat())
    return banyak


def cabut_semua(tempat: Tempat) -> None:
    """Take out everything that is on, the newest first: later ones may stand on what earlier ones changed."""
    with tempat.data.lihat() as web:
        daftar = [satu.gangguan_id for satu in catat.terpasang(web)]
    for gangguan_id in reversed(daftar):
        cabut(tempat, gangguan_id)
