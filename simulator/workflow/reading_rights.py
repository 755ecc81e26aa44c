"""Who may open the pages about many people: the administrator group, the recap, one unit's overview.

Scene: asked by these pages before they show anything; one person's SKP is viewing.py.
May import: simulator.domain, store, workflow.viewing and actor.
Facts: one user menu plus an administrator group; Monitoring for everybody (CONFIRMED, ekinerja-app §1.2); the
leadership's reading page and who sees which unit are label simulasi (§10).
Add: another kind of overview as one more function.
"""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.store import repository
from simulator.workflow.viewing import peran_tambahan


def wajib_admin(connection: Connection, pegawai_id: int) -> None:
    """Raises: TidakBerwenang — no hat of the administrator group."""
    if Peran.ADMIN not in peran_tambahan(connection, pegawai_id):
        raise TidakBerwenang(
            "Halaman ini bagian dari Menu Administrator dan hanya untuk Admin Instansi. Bila ada data yang keliru, "
            "sampaikan kepada admin instansi Anda; hasil pekerjaannya terlihat sesudah Anda menekan Sinkronisasi ASN.",
            kode="bukan-admin",
        )


def wajib_pembaca_instansi(connection: Connection, pegawai_id: int) -> None:
    """Raises: TidakBerwenang — neither leadership nor admin."""
    if not peran_tambahan(connection, pegawai_id):
        raise TidakBerwenang(
            "Rekap seluruh instansi hanya dibaca Pimpinan/PPK dan Admin Instansi. Sebaran unit Anda sendiri ada di "
            "Monitoring Kurva, pengisiannya di Monitoring Pengisian.",
            kode="bukan-pimpinan",
        )


def wajib_menjelaskan_batas_admin() -> None:
    """The answer to an admin who wants to fill in somebody's SKP.

    Source: each employee fills in, the admin facilitates and verifies (SINGLE, ekinerja-app §5.3 and fault F51); the
    permission table has no filling action for the admin. Raises: TidakBerwenang — always.
    """
    raise TidakBerwenang(
        "Admin tidak mengisikan SKP, rencana aksi, bukti dukung, atau realisasi pegawai, dan tidak memberi rating: "
        "setiap pegawai mengisi sendiri supaya ia dapat mempertanggungjawabkan isinya, dan jejak di jurnal menunjukkan "
        "siapa yang bekerja. Yang dapat Anda lakukan: memperbaiki jabatan dan atasannya, memperpanjang batas "
        "pengisian, Kembalikan ke Draft beserta alasan, dan mengingatkan pegawai itu.",
        kode="admin-tidak-mengisikan",
    )


def unit_terlihat(connection: Connection, pegawai_id: int) -> list[UnitKerja]:
    """Units whose overview this person may open: all for admin and leadership, else the own one and those led."""
    units = repository.find(connection, UnitKerja)
    if peran_tambahan(connection, pegawai_id):
        return units
    me = repository.get(connection, Pegawai, pegawai_id)
    below: defaultdict[int | None, list[int]] = defaultdict(list)
    for unit in units:
        below[unit.induk_id].append(unit.unit_id)
    seen, waiting = {me.unit_id}, [unit.unit_id for unit in units if unit.pimpinan_id == pegawai_id]
    led: set[int] = set()
    while waiting:
        current = waiting.pop()
        if current not in led:
            led.add(current)
            waiting += below[current]
    return [unit for unit in units if unit.unit_id in seen | led]


def wajib_unit_terlihat(connection: Connection, pegawai_id: int, unit_id: int | None) -> UnitKerja | None:
    """The unit, or None for the whole institution. Raises: TidakBerwenang, TidakDitemukan."""
    if unit_id is None:
        wajib_pembaca_instansi(connection, pegawai_id)
        return None
    unit = repository.get(connection, UnitKerja, unit_id)
    if all(satu.unit_id != unit_id for satu in unit_terlihat(connection, pegawai_id)):
        raise TidakBerwenang(
            f"Anda hanya dapat melihat unit Anda sendiri dan unit yang Anda pimpin, bukan {unit.nama}. Semua unit "
            "dilihat Admin Instansi dan Pimpinan.",
            kode="unit-bukan-untuk-anda",
        )
    return unit
