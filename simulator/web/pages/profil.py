"""Profil: what e-Kinerja knows about oneself, beside what SIASN says today.

Scene: the first thing to check each year, before Tambah SKP. May import: simulator.web, workflow.
Facts: fields, *Edit Profil* and *Sinkronisasi ASN* (CONFIRMED, ekinerja-app §1.2, §1.3, §2.1). Add: a field in
profil_siasn.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.profil_siasn import profil_siasn

rute = Rute("/profil")
#: What Edit Profil offers: the name of its field, and the label of the row it stands for.
DAPAT_DIUBAH = (("unit_kerja", "Unit kerja"), ("jabatan", "Jabatan"), ("golongan", "Golongan"))
SIASN = "siasn"


@rute.get("")
def halaman(layar: Layar) -> Response:
    p = profil_siasn(layar.kantor, layar.saya.pegawai_id)
    baris = {satu.label: satu for satu in p.baris}
    return layar.tampil("profil.html", p=p, siasn=SIASN, isian=[(nama, baris[label]) for nama, label in DAPAT_DIUBAH])


@rute.post("/ubah")
def ubah(layar: Layar) -> Response:
    dipilih = {nama: layar.isian.teks(nama) == SIASN for nama, _ in DAPAT_DIUBAH}
    actions.ubah_profil(layar.kantor, layar.pelaku, **dipilih)
    diubah = ", ".join(label for nama, label in DAPAT_DIUBAH if dipilih[nama])
    return layar.pergi("/profil", f"Profil tersimpan. Yang diubah: {diubah}. Lanjutkan dengan Sinkronisasi ASN.")


@rute.post("/sinkronisasi")
def sinkronisasi(layar: Layar) -> Response:
    berbeda = [baris.label for baris in profil_siasn(layar.kantor, layar.saya.pegawai_id).berbeda]
    actions.sinkronkan_profil(layar.kantor, layar.pelaku)
    if not berbeda:
        return layar.pergi("/profil", "Sinkronisasi selesai; tidak ada yang berbeda dari SIASN.")
    return layar.pergi("/profil", f"Sinkronisasi selesai. Yang diperbarui: {', '.join(berbeda)}.")
