"""Ratings, predikat, lock, and the organisation's result.

Scene: Penilaian Bawahan of the assessor; Kunci Periode of the admin.
May import: simulator.domain, rules.kuadran, store, workflow core.
Facts: two ratings give one predikat (CONFIRMED, kuadran kinerja); a predikat may change until the lock (SINGLE);
organisation results are set one level above (CONFIRMED, SE MenPANRB 3/2023). That a rating needs feedback first and the
end of the period is ours (label simulasi).
Add: another decision of an assessor about a whole period.
"""

from __future__ import annotations

from datetime import timedelta

from simulator.domain.errors import BelumLengkap, DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import UnitKerja
from simulator.domain.pelaksanaan import UmpanBalik
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi, Keberatan, PredikatOrganisasi, Rating
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP, StatusSKP
from simulator.rules.kuadran import tetapkan_predikat
from simulator.rules.periode import terbuka
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.doing import skp_berjalan
from simulator.workflow.limits import CATATAN_MAKS, teks
from simulator.workflow.locking import dalam_masa, kunci_evaluasi
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan
from simulator.workflow.versions import dinilai_pada_versi_lama

#: The highest organisation result that can be typed in; the sources give no scale (label simulasi).
NILAI_ORGANISASI_MAKS = 150.0


@checks_choices
def beri_rating(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    periode_id: int,
    rating_hasil: Rating | None,
    rating_perilaku: Rating | None,
    catatan: str = "",
) -> Evaluasi:
    """Rate results and behaviour; the predikat follows. May be repeated until the period is locked."""
    with kantor.tindakan("beri_rating", pelaku) as t:
        skp, periode = skp_berjalan(t, skp_id, periode_id, "Beri Rating")
        there = t.satu(Evaluasi, skp_id=skp_id, periode_id=periode_id)
        _wajib_siap_dinilai(t, skp, periode, there)
        assert t.pelaku is not None
        values = {
            "penilai_id": t.pelaku.pegawai_id,
            "rating_hasil": rating_hasil,
            "rating_perilaku": rating_perilaku,
            "predikat": tetapkan_predikat(rating_hasil, rating_perilaku),
            "catatan": teks(catatan, "Catatan", CATATAN_MAKS, wajib=False),
            "dinilai_pada": t.hari,
        }
        if there is not None:
            t.tentang("evaluasi", there.evaluasi_id)
            return t.ubah(Evaluasi, there.evaluasi_id, **values)
        evaluasi_id = t.id_baru()
        t.tentang("evaluasi", evaluasi_id)
        return t.tambah(
            Evaluasi,
            evaluasi_id=evaluasi_id,
            skp_id=skp_id,
            periode_id=periode_id,
            pegawai_id=skp.pegawai_id,
            dikunci_pada=None,
            **values,
        )


def _wajib_siap_dinilai(t: Tindakan, skp: SKP, periode: PeriodePenilaian, there: Evaluasi | None) -> None:
    if there is not None and t.cari(Keberatan, evaluasi_id=there.evaluasi_id):
        raise StatusTidakSesuai(
            "Hasil ini sedang atau sudah diajukan keberatan, jadi hanya atasan pejabat penilai yang dapat mengubahnya.",
            kode="evaluasi-dalam-keberatan",
        )
    if dinilai_pada_versi_lama(t, skp, periode.periode_id):
        raise StatusTidakSesuai(
            f"{periode.nama} sudah dinilai pada versi SKP sebelumnya; hasil itu tetap berlaku. Nilai periode "
            "berikutnya "
            "pada versi ini.",
            kode="sudah-dinilai-versi-lama",
        )
    end = min(periode.periode_akhir, skp.periode_akhir)
    if t.hari < end:
        raise StatusTidakSesuai(
            f"{periode.nama} baru berakhir {end:%d-%m-%Y}. Beri umpan balik dahulu; rating diberikan setelah periode "
            "berakhir.",
            kode="periode-belum-berakhir",
        )
    if not t.cari(UmpanBalik, skp_id=skp.skp_id, periode_id=periode.periode_id):
        raise BelumLengkap(
            "Belum ada umpan balik untuk "
            f"{skp.identitas_pegawai.nama if skp.identitas_pegawai else 'pegawai ini'} pada "
            f"{periode.nama}. Tulis umpan balik dahulu, supaya rating punya alasan.",
            kode="umpan-balik-belum-ada",
        )


def kunci_periode(kantor: Kantor, pelaku: Pelaku, periode_id: int) -> int:
    """Close a period that is over, before its closing day if everybody has been rated; how many were locked."""
    with kantor.tindakan("kunci_periode", pelaku) as t:
        t.izinkan()
        periode = t.ambil(PeriodePenilaian, periode_id)
        t.tentang("periode_penilaian", periode_id)
        if t.hari <= periode.periode_akhir:
            raise StatusTidakSesuai(
                f"{periode.nama} baru berakhir {periode.periode_akhir:%d-%m-%Y}; belum dapat dikunci.",
                kode="periode-belum-berakhir",
            )
        if periode.batas_pengisian >= t.hari:
            waiting = len(_belum_dinilai(t, periode))
            if waiting:
                raise BelumLengkap(
                    f"{waiting} pegawai belum dinilai pada {periode.nama}. Ingatkan penilainya, atau tunggu batas "
                    "pengisian "
                    f"{periode.batas_pengisian:%d-%m-%Y}.",
                    kode="masih-ada-yang-belum-dinilai",
                )
            periode = t.ubah(PeriodePenilaian, periode_id, batas_pengisian=t.hari - timedelta(days=1))
        return kunci_evaluasi(t, periode)


def _belum_dinilai(t: Tindakan, periode: PeriodePenilaian) -> list[int]:
    """SKP in force in this period that have no predikat yet."""
    rated = {row.skp_id for row in t.cari(Evaluasi, periode_id=periode.periode_id) if row.predikat is not None}
    return [
        skp.skp_id
        for skp in t.cari(SKP, status=StatusSKP.PERSETUJUAN)
        if dalam_masa(periode, skp)
        and skp.skp_id not in rated
        and not dinilai_pada_versi_lama(t, skp, periode.periode_id)
    ]


@checks_choices
def tetapkan_capaian_organisasi(
    kantor: Kantor, pelaku: Pelaku, unit_id: int, *, periode_id: int, predikat: PredikatOrganisasi, nilai: float
) -> CapaianOrganisasi:
    """Set a unit's result in one period, from one level above."""
    with kantor.tindakan("tetapkan_capaian_organisasi", pelaku) as t:
        unit = t.ambil(UnitKerja, unit_id)
        t.izinkan(unit=unit_id)
        periode = t.ambil(PeriodePenilaian, periode_id)
        if not terbuka(periode, t.hari):
            raise StatusTidakSesuai(
                f"{periode.nama} belum dimulai atau sudah ditutup. Capaian {unit.nama} ditetapkan selama periode "
                "terbuka.",
                kode="periode-terkunci",
            )
        if not 0 <= nilai <= NILAI_ORGANISASI_MAKS:  # nor is "not a number" in between
            raise DataTidakSah(
                f"Nilai capaian organisasi harus antara 0 dan {NILAI_ORGANISASI_MAKS:.0f}.",
                kode="nilai-organisasi-tidak-sah",
            )
        assert t.pelaku is not None
        values = {
            "predikat": predikat,
            "nilai": float(nilai),
            "ditetapkan_oleh_id": t.pelaku.pegawai_id,
            "ditetapkan_pada": t.hari,
        }
        there = t.satu(CapaianOrganisasi, unit_id=unit_id, periode_id=periode_id)
        if there is not None:
            t.tentang("capaian_organisasi", there.capaian_id)
            return t.ubah(CapaianOrganisasi, there.capaian_id, **values)
        capaian_id = t.id_baru()
        t.tentang("capaian_organisasi", capaian_id)
        return t.tambah(CapaianOrganisasi, capaian_id=capaian_id, unit_id=unit_id, periode_id=periode_id, **values)
