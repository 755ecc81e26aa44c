"""Rekap Kiriman: workbooks that came back with a complaint; download, mend in a spreadsheet, send back.

Scene: an administrator meets it from Laporan dan Rekap; never in an exam. May import: simulator.web, domain, workflow.
Facts: what goes wrong with recaps (F45–F50); that they come back here is label simulasi. Add: nothing about one fault.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah, TidakBerwenang, TidakDitemukan
from simulator.web.buku_xlsx import JENIS_ISI
from simulator.web.gangguan import catat, rekap_cacat
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.wording.berkas.pagar_xlsx import BERKAS_MAKS
from simulator.workflow.reading_rights import wajib_admin

rute = Rute("/latihan/rekap", peran=Peran.ADMIN)


@rute.get("")
def halaman(layar: Layar) -> Response:
    _wajib(layar)
    with layar.data.lihat() as web:
        daftar = catat.terpasang(web, *rekap_cacat.KODE)
    return layar.tampil("latihan_rekap.html", daftar=daftar)


@rute.get("/{gangguan_id:int}.xlsx")
def unduh(layar: Layar, gangguan_id: int) -> Response:
    _wajib(layar)
    satu = _satu(layar, gangguan_id)
    isi = rekap_cacat.berkas(layar.kantor, satu.kode, satu.terpasang.isi)
    return Response(
        isi, media_type=JENIS_ISI, headers={"Content-Disposition": f'attachment; filename="rekap-{gangguan_id}.xlsx"'}
    )


@rute.post("/{gangguan_id:int}")
def kirim(layar: Layar, gangguan_id: int) -> Response:
    _wajib(layar)
    satu = _satu(layar, gangguan_id)
    if layar.berkas is None or not layar.berkas.filename:
        raise DataTidakSah("Berkas belum dipilih. Pilih rekap yang sudah dibetulkan.", kode="berkas-belum-dipilih")
    isi = layar.berkas.file.read(BERKAS_MAKS + 1)
    keluhan = rekap_cacat.periksa(layar.kantor, satu.kode, satu.terpasang.isi, isi, layar.berkas.filename)
    if keluhan is not None:
        raise DataTidakSah(keluhan, kode="rekap-belum-betul")
    with layar.data.ubah() as web:
        catat.selesaikan(
            web, satu, oleh=layar.saya.nama, cara="Kirim rekap yang dibetulkan", hari=layar.hari.isoformat()
        )
    return layar.pergi("/latihan/rekap", "Rekap diterima bagian tunjangan: kolom, NIP, label, dan predikatnya cocok.")


def _wajib(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian Rekap Kiriman tidak dipakai.", kode="gangguan-dalam-ujian")
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)


def _satu(layar: Layar, gangguan_id: int) -> catat.Catatan:
    with layar.data.lihat() as web:
        found = [c for c in catat.terpasang(web, *rekap_cacat.KODE) if c.gangguan_id == gangguan_id]
    if not found:
        raise TidakDitemukan("Rekap itu sudah diterima atau tidak ada. Muat ulang halaman.", kode="rekap-tidak-ada")
    return found[0]
