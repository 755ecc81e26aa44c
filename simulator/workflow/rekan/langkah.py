"""Moving the day with everybody at work.

Scene: the one way in which a class moves on. May import: store, workflow core, rekan.
Facts: none. Working day by working day: read the office once, do everything that is due in one order (stage, person,
record). Nothing depends on how far one call goes: ten calls of one day leave the same work behind as one of ten days.
Add: a kind of task in ``_tugas``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection, func, select

from simulator.domain.errors import StatusTidakSesuai
from simulator.store.schema import jurnal
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja
from simulator.workflow.rekan.angka_kredit import tugas_angka_kredit
from simulator.workflow.rekan.kalender import tugas_kalender
from simulator.workflow.rekan.keberatan import tugas_keberatan
from simulator.workflow.rekan.organisasi import tugas_organisasi
from simulator.workflow.rekan.papan import Ingatan, Papan
from simulator.workflow.rekan.pelaksana import tugas_pelaksana
from simulator.workflow.rekan.penilai import tugas_penilai
from simulator.workflow.rekan.penyusun import tugas_penyusun
from simulator.workflow.rekan.ringkasan import Ringkasan
from simulator.workflow.rekan.sehari import KantorSehari, sehari
from simulator.workflow.rekan.sejawat import tugas_sejawat
from simulator.workflow.rekan.tugas import Tugas
from simulator.workflow.seen import berdasarkan, nomor_terakhir


def majukan(
    kantor: Kantor,
    sampai: date,
    pemain: frozenset[int] | Callable[[], frozenset[int]] = frozenset(),
    maju: Callable[[date], None] | None = None,
) -> Ringkasan:
    """Move the simulated day to ``sampai``; on the way everybody who is not in ``pemain`` does their work.

    ``pemain``: people whom humans play (0: the head of the region); nothing is done for them. A function is asked again
    every day: who sits down meanwhile decides for themselves from the next day on. ``maju`` is told every day that is
    over. Each day is saved whole: an error in between leaves the office at the end of the last one.
    Raises: StatusTidakSesuai — ``sampai`` lies in the past.
    """
    start = kantor.hari
    if sampai < start:
        raise StatusTidakSesuai(
            f"Hari simulasi sudah {start:%d-%m-%Y}; waktu tidak dapat mundur ke {sampai:%d-%m-%Y}. "
            "Pilih hari yang sama atau sesudahnya.",
            kode="hari-mundur",
        )
    total, memory = Ringkasan(start, start), Ingatan()
    # What a page had seen when its button was pressed says nothing about what colleagues may change.
    with berdasarkan(None):
        while total.sampai < sampai:
            playing = pemain() if callable(pemain) else pemain
            with sehari(kantor) as k:
                _satu_hari(k, sampai, playing, memory, total)
            if maju is not None:
                maju(total.sampai)
    return total


def _satu_hari(k: KantorSehari, sampai: date, pemain: frozenset[int], memory: Ingatan, total: Ringkasan) -> None:
    today = k.hari
    if today >= sampai:
        total.sampai = today  # somebody else has moved the day meanwhile
        return
    total.sampai = k.maju_ke(min(sampai, harikerja.sesudah(today)))
    if not harikerja.bekerja(total.sampai):
        return
    total.hari_kerja += 1
    before = nomor_terakhir(k.connection)
    for task in sorted(_tugas(k, pemain, memory), key=lambda task: task.kunci):
        if task.jatuh <= total.sampai:
            refusal = task.lakukan(k)
            if refusal is not None:
                total.ditolak[task.kunci] = refusal.kode
    total.tindakan.update(_tindakan(k.connection, before))


def _tugas(k: KantorSehari, pemain: frozenset[int], memory: Ingatan) -> list[Tugas]:
    papan = Papan(k.connection, memory)
    return [
        task
        for tasks in (
            tugas_kalender(papan),
            tugas_penyusun(papan),
            tugas_pelaksana(papan),
            tugas_sejawat(papan),
            tugas_penilai(papan),
            tugas_organisasi(papan),
            tugas_keberatan(papan, k),
            tugas_angka_kredit(papan, k.connection),
        )
        for task in tasks
        if task.pegawai_id not in pemain
    ]


def _tindakan(connection: Connection, sesudah: int) -> dict[str, int]:
    """How often each action was done since that entry of the journal."""
    query = select(jurnal.c.aksi, func.count()).where(jurnal.c.nomor > sesudah).group_by(jurnal.c.aksi)
    return {row[0]: row[1] for row in connection.execute(query)}
