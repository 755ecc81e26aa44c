"""Matriks Peran Hasil: the leader shares the results of the own SKP with the team.

Scene: Matriks Peran Hasil of the leader. May import: simulator.domain, store, workflow core.
Facts: *Sinkronisasi SKP Bawahan*, *Tambah Pegawai*, roles stated as results, members from other units allowed
(CONFIRMED); syncing only from an approved SKP is ours (label simulasi).
Add: another column of the matrix in domain/matriks.py and in tetapkan_peran.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap, DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai, Profil
from simulator.domain.matriks import JenisCascading, MatriksPeranHasil, PeranHasil, TingkatHasil
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.store.repository import whole_matrix
from simulator.store.schema import matriks_anggota
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import PERAN_HASIL_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan
from simulator.workflow.versions import asal_versi


def _milik(t: Tindakan, skp_id: int, untuk: str) -> SKP:
    skp = t.ambil(SKP, skp_id)
    t.izinkan_skp(skp)
    wajib_status(skp, StatusSKP.PERSETUJUAN, untuk=untuk)
    return skp


def _utuh(t: Tindakan, skp_id: int) -> MatriksPeranHasil:
    whole = whole_matrix(t.connection, skp_id)
    if whole is None:
        raise StatusTidakSesuai(
            "Matriks Peran Hasil untuk SKP ini belum dibuka. Tekan Sinkronisasi SKP Bawahan dahulu.",
            kode="matriks-belum-ada",
        )
    return whole


def sinkronkan_skp_bawahan(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> MatriksPeranHasil:
    """Offer the leader's RHK to the team: list the direct subordinates, and take over what an older version had."""
    with kantor.tindakan("sinkronkan_skp_bawahan", pelaku) as t:
        skp = _milik(t, skp_id, "Sinkronisasi SKP Bawahan")
        if not t.cari(RHK, skp_id=skp_id):
            raise BelumLengkap(
                "SKP ini belum memuat RHK, jadi tidak ada yang dapat diintervensi bawahan. Tambah RHK dahulu.",
                kode="skp-tanpa-rhk",
            )
        t.tentang("matriks", skp_id)
        whole = whole_matrix(t.connection, skp_id)
        if whole is None:
            t.tambah(MatriksPeranHasil, skp_pimpinan_id=skp_id, pimpinan_id=skp.pegawai_id, disinkronkan=True)
        else:
            t.ubah(MatriksPeranHasil, skp_id, disinkronkan=True)
        members = set() if whole is None else set(whole.anggota_id)
        if skp.versi_sebelumnya_id is not None:
            members |= _ambil_alih(t, skp, members)
        for pegawai_id in _bawahan(t, skp.pegawai_id):
            if pegawai_id not in members:
                _tulis_anggota(t, skp_id, pegawai_id)
        return _utuh(t, skp_id)


def _bawahan(t: Tindakan, pimpinan_id: int) -> list[int]:
    """Direct subordinates, as SIASN or their profiles have it."""
    by_siasn = {row.pegawai_id for row in t.cari(Pegawai, atasan_id=pimpinan_id)}
    by_profile = {row.pegawai_id for row in t.cari(Profil, atasan_id=pimpinan_id)}
    active = {row.pegawai_id for row in t.cari(Pegawai, aktif=True)}
    return sorted((by_siasn | by_profile) & active - {pimpinan_id})


def _tulis_anggota(t: Tindakan, skp_id: int, pegawai_id: int) -> None:
    values = {"anggota_id": t.id_baru(), "skp_pimpinan_id": skp_id, "pegawai_id": pegawai_id}
    t.tambah_baris(matriks_anggota, values)


def _ambil_alih(t: Tindakan, skp: SKP, members: set[int]) -> set[int]:
    """Bring members, roles and the team's interventions over from the version before."""
    assert skp.versi_sebelumnya_id is not None
    older = whole_matrix(t.connection, skp.versi_sebelumnya_id)
    if older is None:
        return set()
    asal_rhk, _ = asal_versi(t.connection, skp.skp_id)
    alive = {rhk.rhk_id for rhk in t.cari(RHK, skp_id=skp.skp_id)}
    for pegawai_id in older.anggota_id:
        if pegawai_id not in members:
            _tulis_anggota(t, skp.skp_id, pegawai_id)
    for peran in older.daftar_peran:
        new = asal_rhk.get(peran.rhk_pimpinan_id)
        if new in alive and not t.cari(PeranHasil, rhk_pimpinan_id=new, pegawai_id=peran.pegawai_id):
            _tulis_peran(t, skp.skp_id, new, peran.pegawai_id, peran.peran, peran.cascading, peran.tingkat)
    for old, new in asal_rhk.items():
        for child in t.cari(RHK, rhk_atasan_id=old) if new in alive else ():
            if t.ambil(SKP, child.skp_id).status is not StatusSKP.DIGANTI:
                t.ubah(RHK, child.rhk_id, rhk_atasan_id=new)
    return set(older.anggota_id)


def tambah_anggota(kantor: Kantor, pelaku: Pelaku, skp_id: int, pegawai_id: int) -> MatriksPeranHasil:
    """Add a member, also from another unit."""
    with kantor.tindakan("tambah_anggota", pelaku) as t:
        skp = _milik(t, skp_id, "Tambah Pegawai")
        whole = _utuh(t, skp_id)
        pegawai = t.ambil(Pegawai, pegawai_id)
        if pegawai_id == skp.pegawai_id or not pegawai.aktif:
            raise DataTidakSah(
                "Pegawai itu tidak dapat menjadi anggota: pilih pegawai aktif selain pimpinan matriks ini.",
                kode="anggota-tidak-sah",
            )
        if pegawai_id in whole.anggota_id:
            raise DataTidakSah(f"{pegawai.nama} sudah tercantum di matriks ini.", kode="anggota-sudah-ada")
        _tulis_anggota(t, skp_id, pegawai_id)
        t.tentang("matriks", skp_id)
        return _utuh(t, skp_id)


def hapus_anggota(kantor: Kantor, pelaku: Pelaku, skp_id: int, pegawai_id: int) -> Terhapus:
    """Remove a member with their roles; refused while they intervene one of the leader's RHK."""
    with kantor.tindakan("hapus_anggota", pelaku) as t:
        _milik(t, skp_id, "Hapus Pegawai")
        key = t.kunci(matriks_anggota, skp_pimpinan_id=skp_id, pegawai_id=pegawai_id)
        if key is None:
            raise DataTidakSah("Pegawai itu tidak tercantum di matriks ini.", kode="anggota-tidak-ditemukan")
        results = [rhk.rhk_id for rhk in t.cari(RHK, skp_id=skp_id)]
        for child in t.cari(RHK, rhk_atasan_id=results):
            owner = t.ambil(SKP, child.skp_id)
            if owner.pegawai_id == pegawai_id and owner.status is not StatusSKP.DIGANTI:
                raise StatusTidakSesuai(
                    "Pegawai itu masih mengintervensi RHK pada SKP ini. Minta yang bersangkutan memilih RHK lain "
                    "dahulu.",
                    kode="anggota-masih-mengintervensi",
                )
        for peran in t.cari(PeranHasil, skp_pimpinan_id=skp_id, pegawai_id=pegawai_id):
            t.hapus(PeranHasil, peran.peran_id)
        t.hapus_baris(matriks_anggota, key)
        t.tentang("matriks", skp_id)
        return Terhapus(t.nomor, "matriks", skp_id, f"Baris {t.ambil(Pegawai, pegawai_id).nama} di matriks")


@checks_choices
def tetapkan_peran(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    rhk_pimpinan_id: int,
    pegawai_id: int,
    peran: str,
    cascading: JenisCascading,
    tingkat: TingkatHasil,
) -> PeranHasil:
    """Fill one cell: what this member contributes to that RHK, said as a result."""
    with kantor.tindakan("tetapkan_peran", pelaku) as t:
        _milik(t, skp_id, "Isi Peran Hasil")
        whole = _utuh(t, skp_id)
        if pegawai_id not in whole.anggota_id:
            raise DataTidakSah(
                "Pegawai itu belum tercantum di matriks. Tekan Tambah Pegawai dahulu.", kode="anggota-tidak-ditemukan"
            )
        if t.ambil(RHK, rhk_pimpinan_id).skp_id != skp_id:
            raise DataTidakSah(
                "RHK itu bukan milik SKP pimpinan ini. Pilih kolom yang benar.", kode="rhk-bukan-milik-skp"
            )
        text = teks(peran, "Peran", PERAN_HASIL_MAKS)
        there = t.satu(PeranHasil, rhk_pimpinan_id=rhk_pimpinan_id, pegawai_id=pegawai_id, skp_pimpinan_id=skp_id)
        if there is None:
            return _tulis_peran(t, skp_id, rhk_pimpinan_id, pegawai_id, text, cascading, tingkat)
        t.tentang("peran_hasil", there.peran_id)
        return t.ubah(PeranHasil, there.peran_id, peran=text, cascading=cascading, tingkat=tingkat)


def _tulis_peran(
    t: Tindakan,
    skp_id: int,
    rhk_id: int,
    pegawai_id: int,
    peran: str,
    cascading: JenisCascading,
    tingkat: TingkatHasil,
) -> PeranHasil:
    return t.tambah(
        PeranHasil,
        peran_id=t.id_baru(),
        skp_pimpinan_id=skp_id,
        rhk_pimpinan_id=rhk_id,
        pegawai_id=pegawai_id,
        peran=peran,
        cascading=cascading,
        tingkat=tingkat,
    )


def hapus_peran(kantor: Kantor, pelaku: Pelaku, peran_id: int) -> Terhapus:
    """Empty one cell."""
    with kantor.tindakan("hapus_peran", pelaku) as t:
        peran = t.ambil(PeranHasil, peran_id)
        _milik(t, peran.skp_pimpinan_id, "Hapus Peran Hasil")
        t.hapus(PeranHasil, peran_id)
        t.tentang("peran_hasil", peran_id)
        return Terhapus(t.nomor, "peran_hasil", peran_id, f"Peran “{peran.peran[:60]}”")
