"""*Sinkronisasi ASN*: the profile becomes what SIASN says today.

Scene: Profil screen. May import: simulator.domain, store, workflow core.
Facts: profile fields come from SIASN and are refreshed by this button (CONFIRMED, BKN regional FAQ); an inactive unit
is refused with the sentence about "Referensi Unit Kerja" (CONFIRMED, help centre).
Add: another field of the profile here and in domain/kepegawaian.py.
"""

from __future__ import annotations

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
