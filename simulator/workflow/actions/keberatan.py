"""Keberatan: an objection, the assessor's explanation, the decision one level above.

Scene: Dokumen Evaluasi, sections 6–8. May import: simulator.domain, rules.keberatan and kuadran, store, workflow core.
Facts: in writing, with reasons, within 14 days, decided by the assessor's superior, final (CONFIRMED, PP 30/2019 Pasal
59); the superior hears both sides (CONFIRMED), here: the explanation must be there before the decision.
Add: another step of the procedure.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap, DataTidakSah, StatusTidakSesuai
from simulator.domain.penilaian import Evaluasi, Keberatan, Rating, StatusKeberatan
from simulator.rules.keberatan import alasan_terisi, batas_keberatan, boleh_diputus, boleh_keberatan
from simulator.rules.kuadran import tetapkan_predikat
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import ALASAN_MAKS, CATATAN_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


def ajukan_keberatan(kantor: Kantor, pelaku: Pelaku, evaluasi_id: int, *, alasan: str) -> Keberatan:
    """Object to one's own result."""
    with kantor.tindakan("ajukan_keberatan", pelaku) as t:
        evaluasi = t.ambil(Evaluasi, evaluasi_id)
        t.izinkan(pemilik=evaluasi.pegawai_id, penilai=evaluasi.penilai_id)
        _wajib_boleh_diajukan(t, evaluasi)
        reason = teks(alasan, "Alasan", ALASAN_MAKS)
        if not alasan_terisi(reason):
            raise BelumLengkap("Tulis alasan keberatan dengan kalimat, beserta datanya.", kode="alasan-kosong")
        keberatan_id = t.id_baru()
        t.tentang("keberatan", keberatan_id)
        return t.tambah(
            Keberatan,
            keberatan_id=keberatan_id,
            evaluasi_id=evaluasi_id,
            diajukan_oleh_id=evaluasi.pegawai_id,
            diajukan_pada=t.hari,
            alasan=reason,
            status=StatusKeberatan.DIAJUKAN,
            penjelasan_penilai="",
            diputus_oleh_id=None,
            diputus_pada=None,
            keputusan="",
            predikat_baru=None,
        )


def _wajib_boleh_diajukan(t: Tindakan, evaluasi: Evaluasi) -> None:
    if evaluasi.predikat is None or evaluasi.dinilai_pada is None:
        raise StatusTidakSesuai(
            "Hasil penilaian ini belum ada, jadi belum ada yang dapat diberi keberatan.", kode="belum-dinilai"
        )
    if t.cari(Keberatan, evaluasi_id=evaluasi.evaluasi_id):
        raise StatusTidakSesuai(
            "Keberatan atas hasil ini sudah pernah diajukan; keputusannya bersifat final.", kode="keberatan-sudah-ada"
        )
    if not boleh_keberatan(evaluasi.dinilai_pada, t.hari):
        raise StatusTidakSesuai(
            f"Batas mengajukan keberatan atas hasil ini {batas_keberatan(evaluasi.dinilai_pada):%d-%m-%Y}, sudah "
            "lewat. "
            "Bicarakan dengan pejabat penilai pada periode berikutnya.",
            kode="keberatan-lewat-batas",
        )


def _terbuka(t: Tindakan, keberatan_id: int) -> tuple[Keberatan, Evaluasi]:
    keberatan = t.ambil(Keberatan, keberatan_id)
    evaluasi = t.ambil(Evaluasi, keberatan.evaluasi_id)
    t.izinkan(pemilik=evaluasi.pegawai_id, penilai=evaluasi.penilai_id)
    if not boleh_diputus(keberatan.status):
        raise StatusTidakSesuai(
            "Keberatan ini sudah diputus, dan keputusannya bersifat final.", kode="keberatan-sudah-diputus"
        )
    return keberatan, evaluasi


def beri_penjelasan(kantor: Kantor, pelaku: Pelaku, keberatan_id: int, *, isi: str) -> Keberatan:
    """The assessor explains the result."""
    with kantor.tindakan("beri_penjelasan", pelaku) as t:
        _terbuka(t, keberatan_id)
        t.tentang("keberatan", keberatan_id)
        return t.ubah(Keberatan, keberatan_id, penjelasan_penilai=teks(isi, "Penjelasan", CATATAN_MAKS))


@checks_choices
def putuskan_keberatan(
    kantor: Kantor,
    pelaku: Pelaku,
    keberatan_id: int,
    *,
    diterima: bool,
    keputusan: str,
    rating_hasil: Rating | None = None,
    rating_perilaku: Rating | None = None,
) -> Keberatan:
    """Decide. An accepted objection comes with two ratings; the new predikat follows from them and is final."""
    with kantor.tindakan("putuskan_keberatan", pelaku) as t:
        keberatan, evaluasi = _terbuka(t, keberatan_id)
        if not keberatan.penjelasan_penilai:
            raise StatusTidakSesuai(
                "Pejabat penilai belum memberi penjelasan. Minta penjelasannya dahulu, baru putuskan.",
                kode="penjelasan-belum-ada",
            )
        verdict = teks(keputusan, "Keputusan", CATATAN_MAKS)
        predikat = None
        if diterima:
            predikat = tetapkan_predikat(rating_hasil, rating_perilaku)
            if (rating_hasil, rating_perilaku) == (evaluasi.rating_hasil, evaluasi.rating_perilaku):
                raise DataTidakSah(
                    "Keberatan diterima tetapi kedua rating sama seperti semula. Ubah rating, atau tolak keberatannya.",
                    kode="keputusan-tanpa-perubahan",
                )
            t.ubah(
                Evaluasi,
                evaluasi.evaluasi_id,
                rating_hasil=rating_hasil,
                rating_perilaku=rating_perilaku,
                predikat=predikat,
            )
        assert t.pelaku is not None
        t.tentang("keberatan", keberatan_id)
        return t.ubah(
            Keberatan,
            keberatan_id,
            status=StatusKeberatan.DITERIMA if diterima else StatusKeberatan.DITOLAK,
            diputus_oleh_id=t.pelaku.pegawai_id,
            diputus_pada=t.hari,
            keputusan=verdict,
            predikat_baru=predikat,
        )
