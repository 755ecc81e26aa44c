"""Objections: filed by some of those with a low result, explained by the assessor, decided one level above.

Scene: within fourteen days of a rating. May import: workflow.actions, rekan.
Facts: in writing with reasons, within 14 days, decided by the assessor's superior, final (CONFIRMED, PP 30/2019 Pasal
59); who objects and how it is decided is REKAAN penyusun.
Add: another step of the procedure as one more Tugas.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Evaluasi, Keberatan, Predikat, Rating
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja, kalimat
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.tugas import KEPALA_DAERAH_ID, Tugas, Urut, pelaku_penilai
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak
from simulator.workflow.structure import atasan_menurut_siasn

RENDAH = (Predikat.SANGAT_KURANG, Predikat.KURANG, Predikat.BUTUH_PERBAIKAN)


def tugas_keberatan(papan: Papan, kantor: Kantor) -> Iterator[Tugas]:
    """Objections to file, to explain, to decide."""
    names = {periode.periode_id: periode.nama for periode in papan.periode}
    for evaluasi in papan.dapat_keberatan:
        me, given = evaluasi.pegawai_id, evaluasi.dinilai_pada
        if me not in papan.orang or given is None or evaluasi.predikat not in RENDAH:
            continue
        if papan.undian.peluang(papan.kebiasaan(me).keberatan, me, given, Soal.KEBERATAN):
            day = harikerja.sesudah(given, 2 + papan.undian.di_bawah(7, me, given, Soal.KEBERATAN, 1))
            yield Tugas(
                day, me, Urut.KEBERATAN, (0, evaluasi.evaluasi_id),
                partial(_ajukan, papan=papan, evaluasi=evaluasi, periode=names.get(evaluasi.periode_id, "periode ini")),
            )  # fmt: skip
    for keberatan in papan.keberatan:
        yield from _ditangani(papan, kantor, keberatan, names)


def _ajukan(kantor: Kantor, *, papan: Papan, evaluasi: Evaluasi, periode: str) -> None:
    me = evaluasi.pegawai_id
    text = papan.undian.pilih(kalimat.ALASAN_KEBERATAN, me, evaluasi.dinilai_pada, Soal.KEBERATAN, 2)
    actions.ajukan_keberatan(kantor, Pelaku.pegawai(me), evaluasi.evaluasi_id, alasan=text.format(periode=periode))


def _ditangani(papan: Papan, kantor: Kantor, keberatan: Keberatan, names: dict[int, str]) -> Iterator[Tugas]:
    with kantor.lihat() as connection:
        evaluasi = repository.get(connection, Evaluasi, keberatan.evaluasi_id)
        assessor = repository.find_one(connection, Pegawai, pegawai_id=evaluasi.penilai_id)
        above = None if assessor is None else atasan_menurut_siasn(connection, assessor, papan.hari)
    leader = KEPALA_DAERAH_ID if evaluasi.penilai_id is None else evaluasi.penilai_id
    outside = evaluasi.penilai_id is None or evaluasi.penilai_id in papan.puncak
    judge = KEPALA_DAERAH_ID if outside else above
    filed = keberatan.diajukan_pada
    if not keberatan.penjelasan_penilai:
        delay = papan.undian.antara(papan.kebiasaan(leader).setuju, leader, filed, Soal.PENJELASAN)
        yield Tugas(
            harikerja.sesudah(filed, delay), leader, Urut.KEBERATAN, (1, keberatan.keberatan_id),
            partial(_jelaskan, keberatan=keberatan, leader=leader, periode=names.get(evaluasi.periode_id, "")),
        )  # fmt: skip
    elif judge is not None:
        delay = 5 + papan.undian.antara(papan.kebiasaan(judge).setuju, judge, filed, Soal.PUTUSAN)
        yield Tugas(
            harikerja.sesudah(filed, delay), judge, Urut.KEBERATAN, (2, keberatan.keberatan_id),
            partial(_putuskan, papan=papan, keberatan=keberatan, evaluasi=evaluasi, judge=judge),
        )  # fmt: skip


def _jelaskan(kantor: Kantor, *, keberatan: Keberatan, leader: int, periode: str) -> None:
    text = kalimat.PENJELASAN.format(periode=periode)
    actions.beri_penjelasan(kantor, pelaku_penilai(leader), keberatan.keberatan_id, isi=text)


def _putuskan(kantor: Kantor, *, papan: Papan, keberatan: Keberatan, evaluasi: Evaluasi, judge: int) -> None:
    """Generous people give way more often; a result is raised by one level, never beyond Sesuai."""
    share = {Watak.MURAH: 700, Watak.KETAT: 150}.get(papan.watak(judge), 350)
    draw = papan.undian.peluang(share, judge, keberatan.diajukan_pada, Soal.PUTUSAN, 1 + evaluasi.pegawai_id)
    raised = (_naik(evaluasi.rating_hasil), _naik(evaluasi.rating_perilaku))
    accepted = draw and raised != (evaluasi.rating_hasil, evaluasi.rating_perilaku)
    actions.putuskan_keberatan(
        kantor,
        pelaku_penilai(judge),
        keberatan.keberatan_id,
        diterima=accepted,
        keputusan=kalimat.PUTUSAN_TERIMA if accepted else kalimat.PUTUSAN_TOLAK,
        rating_hasil=raised[0] if accepted else None,
        rating_perilaku=raised[1] if accepted else None,
    )


def _naik(given: Rating | None) -> Rating | None:
    return Rating.SESUAI if given is Rating.DI_BAWAH else given
