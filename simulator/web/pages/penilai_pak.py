"""PAK Bawahan: approve the draft of a year, then send it to SIASN.

Scene: the assessor of functional officials, after the yearly predikat. May import: simulator.domain, web, workflow.
Facts: approve the draft PAK, then *Sinkron AK SIASN* (SINGLE, ekinerja-app §1.4); the list is label simulasi.
Add: another step with its action in workflow/actions/pak.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.angka_kredit import StatusPAK
from simulator.web.berikutnya import pak_berikutnya
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.buku_ak import pak_bawahan

rute = Rute("/penilai/pak", peran=Peran.PENILAI)


@rute.get("")
def daftar(layar: Layar) -> Response:
    return layar.tampil("penilai_pak.html", daftar=pak_bawahan(layar.kantor, layar.saya.pegawai_id), S=StatusPAK)


@rute.post("/{pegawai_id:int}/{tahun:int}/setujui")
def setujui(layar: Layar, pegawai_id: int, tahun: int) -> Response:
    pak = actions.setujui_pak(layar.kantor, layar.pelaku, pegawai_id, tahun=tahun)
    lanjut = pak_berikutnya(layar, sesudah_sinkron=False)
    jumlah = f"{pak.angka_kredit:.2f}".replace(".", ",")
    return layar.kembali(
        f"PAK {tahun} disetujui: {jumlah} angka kredit. Kirim dengan Sinkron AK SIASN.", lanjut=[lanjut]
    )


@rute.post("/{pegawai_id:int}/{tahun:int}/sinkron")
def sinkron(layar: Layar, pegawai_id: int, tahun: int) -> Response:
    actions.sinkron_ak_siasn(layar.kantor, layar.pelaku, pegawai_id, tahun=tahun)
    lanjut = pak_berikutnya(layar, sesudah_sinkron=True)
    return layar.kembali(f"Angka kredit {tahun} terkirim ke SIASN (simulasi).", lanjut=[lanjut])
