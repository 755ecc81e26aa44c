"""PLT/PLH: acting officials, registered and ended by the admin.

Scene: Menu Administrator. An acting official then makes an SKP with the box *SKP PLT/PLH/PJB* ticked.
May import: simulator.domain, store, workflow core.
Facts: registration by the admin and the tick (CONFIRMED); PLT only for a vacant post, PLH for an absent holder (class
reading of the two words).
Add: another kind of acting appointment in domain/kepegawaian.py.
"""

from __future__ import annotations

from datetime import date

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Jabatan, Pegawai, Penugasan, StatusPenugasan
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import PENUGASAN_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


@checks_choices
def daftarkan_penugasan(
    kantor: Kantor,
    pelaku: Pelaku,
    *,
    pegawai_id: int,
    jabatan_id: int,
    status: StatusPenugasan,
    mulai: date,
    selesai: date | None = None,
    dasar: str,
) -> Penugasan:
    """Register an acting appointment with the letter it rests on."""
    with kantor.tindakan("daftarkan_penugasan", pelaku) as t:
        t.izinkan()
        pegawai, post = t.ambil(Pegawai, pegawai_id), t.ambil(Jabatan, jabatan_id)
        _wajib_boleh_bertugas(t, pegawai, post, status)
        if selesai is not None and selesai < mulai:
            raise DataTidakSah("Penugasan berakhir sebelum dimulai. Perbaiki tanggalnya.", kode="penugasan-terbalik")
        for other in t.cari(Penugasan, jabatan_id=jabatan_id, status=status):
            if (other.selesai is None or other.selesai >= mulai) and (selesai is None or other.mulai <= selesai):
                raise StatusTidakSesuai(
                    f"{post.nama} sudah punya {status.label} pada waktu itu. Akhiri penugasan yang lama dahulu.",
                    kode="penugasan-bertindihan",
                )
        penugasan_id = t.id_baru()
        t.tentang("penugasan", penugasan_id)
        return t.tambah(
            Penugasan,
            penugasan_id=penugasan_id,
            pegawai_id=pegawai_id,
            jabatan_id=jabatan_id,
            status=status,
            mulai=mulai,
            selesai=selesai,
            dasar=teks(dasar, "Dasar Penugasan", PENUGASAN_MAKS),
        )


def _wajib_boleh_bertugas(t: Tindakan, pegawai: Pegawai, post: Jabatan, status: StatusPenugasan) -> None:
    if status is StatusPenugasan.DEFINITIF:
        raise DataTidakSah(
            "Jabatan definitif diatur di Manajemen Pegawai. Di sini pilih PLT atau PLH.", kode="penugasan-definitif"
        )
    if not pegawai.aktif or pegawai.jabatan_id == post.jabatan_id:
        raise DataTidakSah(
            f"{pegawai.nama} tidak aktif atau sudah memangku {post.nama} secara definitif.", kode="penugasan-tidak-sah"
        )
    if status is StatusPenugasan.PLT and t.cari(Pegawai, jabatan_id=post.jabatan_id, aktif=True):
        raise StatusTidakSesuai(
            f"{post.nama} masih ada pemangku definitifnya. Bila ia berhalangan sementara, daftarkan PLH.",
            kode="jabatan-tidak-kosong",
        )


def akhiri_penugasan(kantor: Kantor, pelaku: Pelaku, penugasan_id: int, *, selesai: date) -> Penugasan:
    """Set the last day of an acting appointment."""
    with kantor.tindakan("akhiri_penugasan", pelaku) as t:
        t.izinkan()
        penugasan = t.ambil(Penugasan, penugasan_id)
        if selesai < penugasan.mulai:
            raise DataTidakSah("Penugasan berakhir sebelum dimulai. Perbaiki tanggalnya.", kode="penugasan-terbalik")
        if penugasan.selesai is not None and penugasan.selesai < t.hari:
            raise StatusTidakSesuai(
                f"Penugasan ini sudah berakhir {penugasan.selesai:%d-%m-%Y}.", kode="penugasan-sudah-berakhir"
            )
        t.tentang("penugasan", penugasan_id)
        return t.ubah(Penugasan, penugasan_id, selesai=selesai)
