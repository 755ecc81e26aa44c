"""*Sinkronisasi ASN*: the profile becomes what SIASN says today; *Edit Profil*: some of its fields do.

Scene: Profil screen. May import: simulator.domain, store, workflow core.
Facts: profile fields come from SIASN and are refreshed by these buttons (CONFIRMED, BKN regional FAQ; that Edit Profil
adjusts unit, post and grade, press); an inactive unit is refused with the sentence about "Referensi Unit Kerja"
(CONFIRMED, help centre). That Edit Profil takes nothing but what SIASN has is ours (label simulasi).
Add: another field of the profile here and in domain/kepegawaian.py.
"""

from __future__ import annotations

from typing import Any

from simulator.domain.errors import DataTidakSah
from simulator.domain.kepegawaian import Jabatan, Pegawai, Profil
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.structure import atasan_menurut_siasn, unit_terdaftar


def sinkronkan_profil(kantor: Kantor, pelaku: Pelaku, pegawai_id: int | None = None) -> Profil:
    """Copy name, unit, post, grade and superior from SIASN into the profile."""
    with kantor.tindakan("sinkronkan_profil", pelaku) as t:
        whose = t.saya if pegawai_id is None else pegawai_id
        t.izinkan(pemilik=whose)
        pegawai = t.ambil(Pegawai, whose)
        unit = unit_terdaftar(t, pegawai.unit_id)
        jabatan = t.ambil(Jabatan, pegawai.jabatan_id)
        t.tentang("profil", whose)
        return t.ubah(
            Profil,
            whose,
            nama=pegawai.nama,
            unit_id=unit.unit_id,
            unit_nama=unit.nama,
            jabatan_nama=jabatan.nama,
            jenis_jabatan=jabatan.jenis,
            golongan=pegawai.golongan,
            atasan_id=atasan_menurut_siasn(t.connection, pegawai, t.hari),
            disinkronkan_pada=t.hari,
        )


def ubah_profil(
    kantor: Kantor,
    pelaku: Pelaku,
    pegawai_id: int | None = None,
    *,
    unit_kerja: bool = False,
    jabatan: bool = False,
    golongan: bool = False,
) -> Profil:
    """Take over the chosen fields from SIASN; the superior follows with Sinkronisasi ASN only."""
    with kantor.tindakan("ubah_profil", pelaku) as t:
        whose = t.saya if pegawai_id is None else pegawai_id
        t.izinkan(pemilik=whose)
        if not (unit_kerja or jabatan or golongan):
            raise DataTidakSah(
                "Belum ada yang diubah. Pilih “Menurut SIASN” pada sedikitnya satu isian, atau tekan Close.",
                kode="profil-tidak-berubah",
            )
        pegawai = t.ambil(Pegawai, whose)
        values: dict[str, Any] = {}
        if unit_kerja:
            unit = unit_terdaftar(t, pegawai.unit_id)
            values |= {"unit_id": unit.unit_id, "unit_nama": unit.nama}
        if jabatan:
            post = t.ambil(Jabatan, pegawai.jabatan_id)
            values |= {"jabatan_nama": post.nama, "jenis_jabatan": post.jenis}
        if golongan:
            values["golongan"] = pegawai.golongan
        t.tentang("profil", whose)
        return t.ubah(Profil, whose, **values)
