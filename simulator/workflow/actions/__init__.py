"""Everything an actor can do, one noun per file; import the functions from here.

Scene: buttons of the screens. Every action is ``action(kantor, pelaku, …)``, keeps the order permission → state →
rule → change + one journal entry, and changes nothing when it refuses.
Add: a function in the file of its noun, its row in permissions.py, its name here.
"""

from simulator.workflow.actions.bukti import hapus_bukti, tambah_bukti, ubah_bukti
from simulator.workflow.actions.dokumen import (
    atur_akses,
    buka_dokumen,
    ganti_nama_dokumen,
    hapus_dokumen,
    nomor_dokumen,
    simpan_dokumen,
    tautan_dokumen,
)
from simulator.workflow.actions.ekspektasi import hapus_ekspektasi, isi_ekspektasi
from simulator.workflow.actions.iki import hapus_iki, tambah_iki, ubah_iki
from simulator.workflow.actions.impor import hapus_impor, impor_skp
from simulator.workflow.actions.keberatan import ajukan_keberatan, beri_penjelasan, putuskan_keberatan
from simulator.workflow.actions.kepegawaian import aktifkan_unor, atur_pegawai, atur_pimpinan_unit
from simulator.workflow.actions.lampiran import hapus_lampiran, tambah_lampiran, ubah_lampiran
from simulator.workflow.actions.matriks import (
    hapus_anggota,
    hapus_peran,
    sinkronkan_skp_bawahan,
    tambah_anggota,
    tetapkan_peran,
)
from simulator.workflow.actions.pak import setujui_pak, sinkron_ak_siasn
from simulator.workflow.actions.penilaian import beri_rating, kunci_periode, tetapkan_capaian_organisasi
from simulator.workflow.actions.penugasan import akhiri_penugasan, daftarkan_penugasan
from simulator.workflow.actions.periode import (
    hapus_periode,
    perpanjang_periode,
    tambah_periode,
    ubah_periode_penilaian,
)
from simulator.workflow.actions.persetujuan import kembalikan_ke_draft, kembalikan_skp, setujui_skp
from simulator.workflow.actions.profil import sinkronkan_profil, ubah_profil
from simulator.workflow.actions.progres import hapus_progres, tambah_progres, ubah_progres
from simulator.workflow.actions.realisasi import hapus_realisasi, isi_realisasi
from simulator.workflow.actions.rencana_aksi import hapus_rencana_aksi, tambah_rencana_aksi, ubah_rencana_aksi
from simulator.workflow.actions.revisi import revisi_skp
from simulator.workflow.actions.rhk import hapus_rhk, tambah_rhk, ubah_rhk
from simulator.workflow.actions.skp import ajukan_skp, buat_skp, hapus_skp, perbaiki_penilai, ubah_periode
from simulator.workflow.actions.tim_kerja import (
    bentuk_tim_kerja,
    hapus_anggota_tim,
    hapus_tim_kerja,
    tambah_anggota_tim,
    ubah_tim_kerja,
)
from simulator.workflow.actions.umpan_balik import beri_umpan_balik, hapus_umpan_balik, ubah_umpan_balik
from simulator.workflow.actions.umpan_rekan import beri_umpan_rekan, hapus_umpan_rekan
from simulator.workflow.actions.urungkan import pulihkan

__all__ = [
    "ajukan_keberatan",
    "ajukan_skp",
    "akhiri_penugasan",
    "aktifkan_unor",
    "atur_akses",
    "atur_pegawai",
    "atur_pimpinan_unit",
    "bentuk_tim_kerja",
    "beri_penjelasan",
    "beri_rating",
    "beri_umpan_balik",
    "beri_umpan_rekan",
    "buat_skp",
    "buka_dokumen",
    "daftarkan_penugasan",
    "ganti_nama_dokumen",
    "hapus_anggota",
    "hapus_anggota_tim",
    "hapus_bukti",
    "hapus_dokumen",
    "hapus_ekspektasi",
    "hapus_iki",
    "hapus_impor",
    "hapus_lampiran",
    "hapus_peran",
    "hapus_periode",
    "hapus_progres",
    "hapus_realisasi",
    "hapus_rencana_aksi",
    "hapus_rhk",
    "hapus_skp",
    "hapus_tim_kerja",
    "hapus_umpan_balik",
    "hapus_umpan_rekan",
    "impor_skp",
    "isi_ekspektasi",
    "isi_realisasi",
    "kembalikan_ke_draft",
    "kembalikan_skp",
    "kunci_periode",
    "nomor_dokumen",
    "perbaiki_penilai",
    "perpanjang_periode",
    "pulihkan",
    "putuskan_keberatan",
    "revisi_skp",
    "setujui_pak",
    "setujui_skp",
    "simpan_dokumen",
    "sinkron_ak_siasn",
    "sinkronkan_profil",
    "sinkronkan_skp_bawahan",
    "tambah_anggota",
    "tambah_anggota_tim",
    "tambah_bukti",
    "tambah_iki",
    "tambah_lampiran",
    "tambah_periode",
    "tambah_progres",
    "tambah_rencana_aksi",
    "tambah_rhk",
    "tautan_dokumen",
    "tetapkan_capaian_organisasi",
    "tetapkan_peran",
    "ubah_bukti",
    "ubah_iki",
    "ubah_lampiran",
    "ubah_periode",
    "ubah_periode_penilaian",
    "ubah_profil",
    "ubah_progres",
    "ubah_rencana_aksi",
    "ubah_rhk",
    "ubah_tim_kerja",
    "ubah_umpan_balik",
]
