"""The SKP as a document: made, dated, submitted, removed.

Scene: Daftar SKP and Detail SKP of the employee. Decisions about it are in persetujuan.py, revisions in revisi.py.
May import: simulator.domain, rules.perencanaan, store, workflow core.
Facts: fields and sequence CONFIRMED (BKN guide); refusals for other years, reversed dates and used periods seen in a
look-alike (label simulasi).
Add: another thing the owner does with the whole document.
"""

from __future__ import annotations

from datetime import date

from simulator.domain.errors import BelumLengkap, DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Jabatan, Pegawai, Penugasan, Profil, UnitKerja
from simulator.domain.skp import IKI, RHK, SKP, IdentitasSKP, Lampiran, Pendekatan, RiwayatKeterangan, StatusSKP
from simulator.rules import perencanaan
from simulator.rules.penilai import boleh_skp_plt
from simulator.rules.perencanaan import periksa_skp
from simulator.store.repository import leads_the_top, whole_skp
from simulator.store.rows import identity_columns
from simulator.store.schema import ekspektasi, evaluasi, matriks, rencana_aksi, umpan_balik, umpan_rekan
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import wajib_lepas_rhk
from simulator.workflow.choices import checks_choices
from simulator.workflow.kelengkapan import konteks_skp
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.structure import (
    KARTU_KEPALA_DAERAH,
    kartu,
    kartu_penugasan,
    pemangku_di_atas,
    profil_lengkap,
)
from simulator.workflow.transaction import Tindakan


@checks_choices
def buat_skp(
    kantor: Kantor,
    pelaku: Pelaku,
    *,
    periode_awal: date,
    periode_akhir: date,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    plt_plh_pjb: bool = False,
    pegawai_id: int | None = None,
) -> SKP:
    """Make a Draft with both identity cards filled in."""
    with kantor.tindakan("buat_skp", pelaku) as t:
        whose = t.saya if pegawai_id is None else pegawai_id
        t.izinkan(pemilik=whose)
        profil = profil_lengkap(t, whose)
        pegawai = t.ambil(Pegawai, whose)
        post, unit_id, card, penilai_id = _jabatan_skp(t, pegawai, profil, periode_awal, periode_akhir, plt=plt_plh_pjb)
        skp_id = t.id_baru()
        t.tentang("skp", skp_id)
        skp = t.tambah(
            SKP,
            skp_id=skp_id,
            pegawai_id=whose,
            penilai_id=penilai_id,
            jabatan_id=post.jabatan_id,
            unit_id=unit_id,
            tahun=periode_awal.year,
            periode_awal=periode_awal,
            periode_akhir=periode_akhir,
            pendekatan=pendekatan,
            status=StatusSKP.DRAFT,
            versi=1,
            versi_sebelumnya_id=None,
            plt_plh_pjb=plt_plh_pjb,
            diajukan_pada=None,
            disetujui_pada=None,
            **identity_columns("pegawai", card),
            **identity_columns("penilai", _kartu_penilai(t, whose, penilai_id)),
        )
        _wajib_periode_sah(t, skp)
        return skp


def _jabatan_skp(
    t: Tindakan, pegawai: Pegawai, profil: Profil, awal: date, akhir: date, *, plt: bool
) -> tuple[Jabatan, int, IdentitasSKP | None, int | None]:
    """Post, unit, card and assessor: those of the own post, or of the one somebody acts in."""
    if plt:
        post, card, penilai_id = _sebagai_plt(t, pegawai, awal, akhir)
        return post, post.unit_id, card, penilai_id
    return t.ambil(Jabatan, pegawai.jabatan_id), pegawai.unit_id, kartu(t, pegawai.pegawai_id), profil.atasan_id


def _sebagai_plt(
    t: Tindakan, pegawai: Pegawai, awal: date, akhir: date
) -> tuple[Jabatan, IdentitasSKP | None, int | None]:
    """Post, card and assessor of an acting official."""
    registered = t.cari(Penugasan, pegawai_id=pegawai.pegawai_id)
    if not boleh_skp_plt(pegawai.pegawai_id, registered, awal, akhir):
        raise StatusTidakSesuai(
            "Anda tidak terdaftar sebagai PLT/PLH pada periode itu. Hilangkan centang SKP PLT/PLH/PJB, atau "
            "minta admin "
            "mendaftarkan penugasan Anda di menu PLT/PLH.",
            kode="bukan-plt",
        )
    acting = [row for row in registered if boleh_skp_plt(pegawai.pegawai_id, [row], awal, akhir)]
    penugasan = acting[-1]
    post = t.ambil(Jabatan, penugasan.jabatan_id)
    unit = t.ambil(UnitKerja, post.unit_id)
    above = unit if not post.pimpinan_unit or unit.induk_id is None else t.ambil(UnitKerja, unit.induk_id)
    return post, kartu_penugasan(t, penugasan, post), pemangku_di_atas(t.connection, above, pegawai, t.hari)


def _kartu_penilai(t: Tindakan, pegawai_id: int, penilai_id: int | None) -> IdentitasSKP | None:
    if penilai_id is not None or not leads_the_top(t.connection, pegawai_id):
        return kartu(t, penilai_id)
    # Who assesses the head is nobody inside: the card of an earlier SKP knows their name better than we do.
    earlier = [skp.identitas_penilai for skp in t.cari(SKP, pegawai_id=pegawai_id) if skp.identitas_penilai is not None]
    return earlier[-1] if earlier else KARTU_KEPALA_DAERAH


def _wajib_periode_sah(t: Tindakan, skp: SKP) -> None:
    konteks = konteks_skp(t.connection, skp)
    for found in (*perencanaan.periode(skp, konteks), *perencanaan.tumpang_tindih(skp, konteks)):
        raise DataTidakSah(found.pesan, kode=found.kode)


@checks_choices
def ubah_periode(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    periode_awal: date,
    periode_akhir: date,
    pendekatan: Pendekatan | None = None,
) -> SKP:
    """Change the dates (and the approach) of a Draft."""
    with kantor.tindakan("ubah_periode", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Setting Periode SKP")
        t.tentang("skp", skp_id)
        changed = t.ubah(
            SKP,
            skp_id,
            periode_awal=periode_awal,
            periode_akhir=periode_akhir,
            tahun=periode_awal.year,
            pendekatan=pendekatan or skp.pendekatan,
        )
        _wajib_periode_sah(t, changed)
        return changed


def perbaiki_penilai(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> SKP:
    """Refresh both identity cards, and with them post, unit and assessor, to what they are today."""
    with kantor.tindakan("perbaiki_penilai", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, StatusSKP.PERSETUJUAN, untuk="Perbarui kartu identitas")
        profil = profil_lengkap(t, skp.pegawai_id)
        t.tentang("skp", skp_id)
        pegawai = t.ambil(Pegawai, skp.pegawai_id)
        post, unit_id, card, penilai_id = _jabatan_skp(
            t, pegawai, profil, skp.periode_awal, skp.periode_akhir, plt=skp.plt_plh_pjb
        )
        return t.ubah(
            SKP,
            skp_id,
            penilai_id=penilai_id,
            jabatan_id=post.jabatan_id,
            unit_id=unit_id,
            **identity_columns("pegawai", card),
            **identity_columns("penilai", _kartu_penilai(t, skp.pegawai_id, penilai_id)),
        )


def hapus_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> Terhapus:
    """Delete a Draft with everything in it; refused as soon as anything else rests on it."""
    with kantor.tindakan("hapus_skp", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Hapus SKP")
        _wajib_belum_dipakai(t, skp)
        whole = whole_skp(t.connection, skp_id)
        for rhk in whole.daftar_rhk:
            wajib_lepas_rhk(t, rhk.rhk_id)
            for iki in rhk.daftar_iki:
                t.hapus(IKI, iki.iki_id)
            t.hapus(RHK, rhk.rhk_id)
        _hapus_pelengkap(t, whole)
        t.tentang("skp", skp_id)
        t.hapus(SKP, skp_id)
        return Terhapus(t.nomor, "skp", skp_id, f"SKP {skp.periode_awal:%d-%m-%Y} s.d. {skp.periode_akhir:%d-%m-%Y}")


def _wajib_belum_dipakai(t: Tindakan, skp: SKP) -> None:
    if t.ada(matriks, skp_pimpinan_id=skp.skp_id) or any(
        t.ada(tabel, skp_id=skp.skp_id) for tabel in (rencana_aksi, umpan_balik, umpan_rekan, evaluasi)
    ):
        raise StatusTidakSesuai(
            "SKP ini sudah dipakai di Matriks Peran Hasil atau di penilaian, jadi tidak dapat dihapus. "
            "Perbaiki isinya, lalu ajukan lagi.",
            kode="skp-sudah-dipakai",
        )
    # A revision that was approved once and then returned: without it nothing would be in force any more.
    if skp.versi_sebelumnya_id is not None and t.ambil(SKP, skp.versi_sebelumnya_id).status is StatusSKP.DIGANTI:
        raise StatusTidakSesuai(
            f"Versi {skp.versi} ini sudah pernah disetujui dan menggantikan versi sebelumnya, jadi tidak dapat "
            "dihapus. Perbaiki isinya, lalu ajukan lagi.",
            kode="skp-sudah-menggantikan",
        )


def _hapus_pelengkap(t: Tindakan, whole: SKP) -> None:
    for butir in whole.daftar_lampiran:
        t.hapus(Lampiran, butir.lampiran_id)
    for harapan in whole.daftar_ekspektasi:
        key = t.kunci(ekspektasi, skp_id=whole.skp_id, nilai=harapan.nilai)
        assert key is not None
        t.hapus_baris(ekspektasi, key)
    for keterangan in t.cari(RiwayatKeterangan, skp_id=whole.skp_id):
        t.hapus(RiwayatKeterangan, keterangan.keterangan_id)


def ajukan_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> SKP:
    """Submit a Draft to the assessor, once it is complete."""
    with kantor.tindakan("ajukan_skp", pelaku) as t:
        skp = whole_skp(t.connection, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Ajukan SKP")
        found = periksa_skp(skp, konteks_skp(t.connection, skp))
        if found:
            listed = "\n".join(f"{nomor}. {temuan.pesan}" for nomor, temuan in enumerate(found, start=1))
            raise BelumLengkap(
                f"SKP belum dapat diajukan. Perbaiki {len(found)} hal ini:\n{listed}", kode=found[0].kode
            )
        t.tentang("skp", skp_id)
        return t.ubah(SKP, skp_id, status=StatusSKP.PENGAJUAN, diajukan_pada=t.hari)
