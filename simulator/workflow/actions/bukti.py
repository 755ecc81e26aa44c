"""Bukti dukung: a name and a link for one IKI in one period.

Scene: Penilaian, period, Pengisian Bukti Dukung. May import: simulator.domain, rules.bukti, store, workflow core.
Facts: name and link, no upload (CONFIRMED); rencana aksi first (SINGLE). Whether evidence is *valid* is judged by
simulator.rules.bukti in the exercises: the application itself takes any safe link.
Add: another field of the form here and in domain/pelaksanaan.py.
"""

from __future__ import annotations

from simulator.domain.errors import DataTidakSah
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen
from simulator.rules.bukti import periksa_tautan
from simulator.workflow.actions.dokumen import nomor_dokumen, tautan_dokumen, wajib_boleh_membuka
from simulator.workflow.actor import Pelaku
from simulator.workflow.doing import iki_milik, skp_berjalan, wajib_ada_rencana
from simulator.workflow.limits import NAMA_EVIDEN_MAKS, TAUTAN_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def tambah_bukti(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    periode_id: int,
    iki_id: int,
    nama_eviden: str,
    dokumen_id: int | None = None,
    tautan: str = "",
) -> BuktiDukung:
    """Attach a document of the drive, or another https link, to an indicator."""
    with kantor.tindakan("tambah_bukti", pelaku) as t:
        skp, periode = skp_berjalan(t, skp_id, periode_id, "Tambah Bukti Dukung")
        wajib_ada_rencana(t, skp, periode, iki_milik(t, skp, iki_id))
        link, document = _tautan(t, dokumen_id, tautan)
        _wajib_belum_terpasang(t, link, skp_id=skp_id, periode_id=periode_id, iki_id=iki_id)
        bukti_id = t.id_baru()
        t.tentang("bukti_dukung", bukti_id)
        return t.tambah(
            BuktiDukung,
            bukti_id=bukti_id,
            skp_id=skp_id,
            periode_id=periode_id,
            iki_id=iki_id,
            nama_eviden=teks(nama_eviden, "Nama Eviden", NAMA_EVIDEN_MAKS),
            tautan=link,
            dokumen_id=document,
            dicatat_pada=t.hari,
        )


def _tautan(t: Tindakan, dokumen_id: int | None, tautan: str) -> tuple[str, int | None]:
    """The link to store, and the document it points to; the document must exist and open for its user."""
    link = tautan_dokumen(dokumen_id) if dokumen_id is not None else teks(tautan, "Tautan", TAUTAN_MAKS, wajib=False)
    for found in periksa_tautan(link):
        raise DataTidakSah(found.pesan, kode=found.kode)
    number = nomor_dokumen(link)
    if number is None and not link.startswith("https://"):
        raise DataTidakSah(
            "Tautan drive itu tidak lengkap. Salin tautan dokumen dari drive, lalu tempel lagi.",
            kode="tautan-tidak-sah",
        )
    if number is not None:
        assert t.pelaku is not None
        wajib_boleh_membuka(t.connection, t.pelaku, t.ambil(Dokumen, number))
    return link, number


def _wajib_belum_terpasang(t: Tindakan, link: str, **where: int) -> None:
    if t.cari(BuktiDukung, tautan=link, **where):
        raise DataTidakSah(
            "Tautan itu sudah menjadi bukti dukung indikator ini. Pilih dokumen lain.", kode="bukti-sudah-ada"
        )


def ubah_bukti(
    kantor: Kantor,
    pelaku: Pelaku,
    bukti_id: int,
    *,
    nama_eviden: str | None = None,
    dokumen_id: int | None = None,
    tautan: str | None = None,
) -> BuktiDukung:
    """Change the name, or point the evidence to another document; what is not given stays."""
    with kantor.tindakan("ubah_bukti", pelaku) as t:
        bukti = t.ambil(BuktiDukung, bukti_id)
        skp_berjalan(t, bukti.skp_id, bukti.periode_id, "Ubah Bukti Dukung")
        link, document = bukti.tautan, bukti.dokumen_id
        if dokumen_id is not None or tautan is not None:
            link, document = _tautan(t, dokumen_id, tautan or "")
        if link != bukti.tautan:
            _wajib_belum_terpasang(t, link, skp_id=bukti.skp_id, periode_id=bukti.periode_id, iki_id=bukti.iki_id)
        t.tentang("bukti_dukung", bukti_id)
        return t.ubah(
            BuktiDukung,
            bukti_id,
            nama_eviden=bukti.nama_eviden
            if nama_eviden is None
            else teks(nama_eviden, "Nama Eviden", NAMA_EVIDEN_MAKS),
            tautan=link,
            dokumen_id=document,
        )


def hapus_bukti(kantor: Kantor, pelaku: Pelaku, bukti_id: int) -> Terhapus:
    """Detach one piece of evidence; the document stays on the drive."""
    with kantor.tindakan("hapus_bukti", pelaku) as t:
        bukti = t.ambil(BuktiDukung, bukti_id)
        skp_berjalan(t, bukti.skp_id, bukti.periode_id, "Hapus Bukti Dukung")
        t.hapus(BuktiDukung, bukti_id)
        t.tentang("bukti_dukung", bukti_id)
        return Terhapus(t.nomor, "bukti_dukung", bukti_id, f"Bukti “{bukti.nama_eviden[:60]}”")
