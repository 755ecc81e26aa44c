"""PAK: assessors approve the draft of the year and send it, once nobody can object to the yearly predikat any more.

Scene: some weeks after the yearly rating. May import: SQLAlchemy, store, workflow.actions, rekan.
Facts: approve the draft, then *Sinkron AK SIASN* (SINGLE, BKN guide ch. 8 as quoted). That an assessor waits for the
end of the fourteen days is REKAAN penyusun.
Add: another step after the approval.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, Row, and_, select

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.penilaian import StatusKeberatan
from simulator.domain.periode import TipePeriodik
from simulator.rules.keberatan import batas_keberatan
from simulator.store.schema import evaluasi, jabatan, keberatan, pak, periode_penilaian, skp
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.tugas import Tugas, Urut
from simulator.workflow.rekan.undian import Soal


def tugas_angka_kredit(papan: Papan, connection: Connection) -> Iterator[Tugas]:
    """Every yearly predikat of a functional post that has no PAK yet."""
    for row in _belum_ditetapkan(connection):
        if row.penilai_id not in papan.orang:
            continue
        last = batas_keberatan(row.dinilai_pada)
        habit = papan.kebiasaan(row.penilai_id).nilai
        delay = papan.undian.antara(habit, row.penilai_id, row.dinilai_pada, Soal.PAK, row.pegawai_id)
        yield Tugas(
            harikerja.sesudah(last, delay), row.penilai_id, Urut.PAK, (row.tahun, row.pegawai_id),
            partial(_tetapkan, penilai_id=row.penilai_id, pegawai_id=row.pegawai_id, tahun=row.tahun),
        )  # fmt: skip


def _belum_ditetapkan(connection: Connection) -> list[Row[tuple[int, ...]]]:
    """(person, assessor, year, day of the rating), the earliest year first: that is the order of approval."""
    objected = select(keberatan.c.evaluasi_id).where(keberatan.c.status == StatusKeberatan.DIAJUKAN.value)
    query = (
        select(evaluasi.c.pegawai_id, evaluasi.c.penilai_id, periode_penilaian.c.tahun, evaluasi.c.dinilai_pada)
        .join(periode_penilaian, periode_penilaian.c.periode_id == evaluasi.c.periode_id)
        .join(skp, skp.c.skp_id == evaluasi.c.skp_id)
        .join(jabatan, jabatan.c.jabatan_id == skp.c.jabatan_id)
        .outerjoin(pak, and_(pak.c.pegawai_id == evaluasi.c.pegawai_id, pak.c.tahun == periode_penilaian.c.tahun))
        .where(
            periode_penilaian.c.tipe == TipePeriodik.TAHUNAN.value,
            evaluasi.c.predikat.is_not(None),
            evaluasi.c.dinilai_pada.is_not(None),
            evaluasi.c.penilai_id.is_not(None),
            jabatan.c.jenis == JenisJabatan.JF.value,
            skp.c.plt_plh_pjb.is_(False),
            pak.c.pak_id.is_(None),
            evaluasi.c.evaluasi_id.not_in(objected),
        )
        .order_by(periode_penilaian.c.tahun, evaluasi.c.pegawai_id)
    )
    return list(connection.execute(query))


def _tetapkan(kantor: Kantor, *, penilai_id: int, pegawai_id: int, tahun: int) -> None:
    me = Pelaku.penilai(penilai_id)
    actions.setujui_pak(kantor, me, pegawai_id, tahun=tahun)
    actions.sinkron_ak_siasn(kantor, me, pegawai_id, tahun=tahun)
