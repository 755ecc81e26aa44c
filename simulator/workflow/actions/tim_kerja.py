"""Tim kerja: a superior forms a team, names its head, adds and removes members.

Scene: *Tim Kerja*. May import: simulator.domain, store, workflow core.
Facts: everybody sees the teams, a superior can create one (CONFIRMED, ekinerja-app §1.2); the fields, members from any
unit, and that a team changes nothing in an SKP are ours (label simulasi).
Add: another field of a team in domain/tim_kerja.py and in both ``bentuk_…`` and ``ubah_…``.
"""

from __future__ import annotations

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.tim_kerja import AnggotaTim, TimKerja
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import NAMA_TIM_MAKS, TUGAS_TIM_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def bentuk_tim_kerja(
    kantor: Kantor, pelaku: Pelaku, *, nama: str, tugas: str, ketua_id: int, pembentuk_id: int | None = None
) -> TimKerja:
    """Form a team; its head may be somebody else than who forms it."""
    with kantor.tindakan("bentuk_tim_kerja", pelaku) as t:
        owner = t.saya if pembentuk_id is None else pembentuk_id
        t.izinkan(pemilik=owner)
        if not t.cari(Pegawai, atasan_id=owner, aktif=True):
            raise StatusTidakSesuai(
                "Tim kerja dibentuk oleh atasan, dan Anda tidak punya bawahan. Minta atasan Anda membentuknya.",
                kode="bukan-atasan",
            )
        _wajib_aktif(t, ketua_id)
        tim_id = t.id_baru()
        t.tentang("tim_kerja", tim_id)
        return t.tambah(
            TimKerja,
            tim_id=tim_id,
            nama=_nama_bebas(t, owner, nama),
            tugas=teks(tugas, "Tugas Tim", TUGAS_TIM_MAKS),
            pembentuk_id=owner,
            ketua_id=ketua_id,
            dibentuk_pada=t.hari,
        )


def ubah_tim_kerja(kantor: Kantor, pelaku: Pelaku, tim_id: int, *, nama: str, tugas: str, ketua_id: int) -> TimKerja:
    """Correct name, task or head. A member who becomes the head is no longer listed as member."""
    with kantor.tindakan("ubah_tim_kerja", pelaku) as t:
        tim = _milik(t, tim_id)
        _wajib_aktif(t, ketua_id)
        for satu in t.cari(AnggotaTim, tim_id=tim_id, pegawai_id=ketua_id):
            t.hapus(AnggotaTim, satu.anggota_id)
        t.tentang("tim_kerja", tim_id)
        return t.ubah(
            TimKerja,
            tim_id,
            nama=_nama_bebas(t, tim.pembentuk_id, nama, kecuali=tim_id),
            tugas=teks(tugas, "Tugas Tim", TUGAS_TIM_MAKS),
            ketua_id=ketua_id,
        )


def hapus_tim_kerja(kantor: Kantor, pelaku: Pelaku, tim_id: int) -> Terhapus:
    """Dissolve a team with its list of members."""
    with kantor.tindakan("hapus_tim_kerja", pelaku) as t:
        tim = _milik(t, tim_id)
        for satu in t.cari(AnggotaTim, tim_id=tim_id):
            t.hapus(AnggotaTim, satu.anggota_id)
        t.hapus(TimKerja, tim_id)
        t.tentang("tim_kerja", tim_id)
        return Terhapus(t.nomor, "tim_kerja", tim_id, f"Tim “{tim.nama}”")


def tambah_anggota_tim(kantor: Kantor, pelaku: Pelaku, tim_id: int, pegawai_id: int) -> AnggotaTim:
    """Add a member, also from another unit."""
    with kantor.tindakan("tambah_anggota_tim", pelaku) as t:
        tim = _milik(t, tim_id)
        orang = _wajib_aktif(t, pegawai_id)
        if pegawai_id == tim.ketua_id or t.satu(AnggotaTim, tim_id=tim_id, pegawai_id=pegawai_id) is not None:
            raise DataTidakSah(f"{orang.nama} sudah tercantum di tim ini.", kode="anggota-tim-sudah-ada")
        anggota_id = t.id_baru()
        t.tentang("tim_kerja_anggota", anggota_id)
        return t.tambah(AnggotaTim, anggota_id=anggota_id, tim_id=tim_id, pegawai_id=pegawai_id)


def hapus_anggota_tim(kantor: Kantor, pelaku: Pelaku, tim_id: int, pegawai_id: int) -> Terhapus:
    """Take a member out of the list."""
    with kantor.tindakan("hapus_anggota_tim", pelaku) as t:
        tim = _milik(t, tim_id)
        satu = t.satu(AnggotaTim, tim_id=tim_id, pegawai_id=pegawai_id)
        if satu is None:
            raise DataTidakSah("Pegawai itu tidak tercantum di tim ini.", kode="anggota-tim-tidak-ditemukan")
        t.hapus(AnggotaTim, satu.anggota_id)
        t.tentang("tim_kerja", tim_id)
        return Terhapus(t.nomor, "tim_kerja", tim_id, f"{t.ambil(Pegawai, pegawai_id).nama} dari tim “{tim.nama}”")


def _milik(t: Tindakan, tim_id: int) -> TimKerja:
    tim = t.ambil(TimKerja, tim_id)
    t.izinkan(pemilik=tim.pembentuk_id)
    return tim


def _wajib_aktif(t: Tindakan, pegawai_id: int) -> Pegawai:
    orang = t.ambil(Pegawai, pegawai_id)
    if not orang.aktif:
        raise DataTidakSah(
            f"{orang.nama} tidak aktif, jadi tidak dapat masuk tim. Pilih pegawai yang aktif.",
            kode="anggota-tim-tidak-sah",
        )
    return orang


def _nama_bebas(t: Tindakan, pembentuk_id: int, nama: str, *, kecuali: int | None = None) -> str:
    rapi = teks(nama, "Nama Tim", NAMA_TIM_MAKS)
    for tim in t.cari(TimKerja, pembentuk_id=pembentuk_id):
        if tim.tim_id != kecuali and tim.nama.casefold() == rapi.casefold():
            raise DataTidakSah(
                f"Anda sudah membentuk tim bernama “{tim.nama}”. Pakai nama lain.", kode="nama-tim-terpakai"
            )
    return rapi
