"""Impor Draft SKP: a draft that was kept in a spreadsheet is checked, shown, and taken over whole or not at all.

Scene: from Daftar SKP, with a Draft. May import: simulator.web, domain, wording (reading), workflow.
Facts: importing a sheet is a course feature, the application has none (label simulasi); the fields are those of the
RHK, IKI and Lampiran forms. Add: a check in workflow/impor.
"""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.skp import StatusSKP
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.wording.berkas.naskah_xlsx import baca_naskah
from simulator.wording.berkas.pagar_xlsx import BERKAS_MAKS, periksa_pagar
from simulator.workflow import actions, queries
from simulator.workflow.impor.konteks import konteks_impor
from simulator.workflow.impor.laporan import laporan_xlsx
from simulator.workflow.impor.periksa import periksa_naskah
from simulator.workflow.impor.rencana import BARIS_MAKS, RencanaImpor
from simulator.workflow.impor.templat import templat_xlsx
from simulator.workflow.impor.temuan import GALAT, TemuanImpor
from simulator.workflow.impor.terakhir import impor_terakhir

rute = Rute("/impor")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HASIL, _BERKAS = "impor:hasil", "impor:berkas"
#: Findings of one file that are still worth reading; a file with more is mended by its first ones.
TEMUAN_MAKS = 1_000


@rute.get("")
def halaman(layar: Layar) -> Response:
    draft = [skp for skp in queries.daftar_skp(layar.kantor, layar.saya.pegawai_id) if skp.status is StatusSKP.DRAFT]
    pilihan = [(skp.skp_id, f"SKP {skp.tahun}, versi {skp.versi} – {skp.identitas_pegawai.jabatan}") for skp in draft
               if skp.identitas_pegawai]  # fmt: skip
    hasil = layar.ingatan(_HASIL)
    with layar.lihat() as connection:
        sudah = [(nomor, sebutan, satu) for nomor, sebutan in pilihan
                 if (satu := impor_terakhir(connection, nomor)) is not None]  # fmt: skip
    return layar.tampil(
        "impor.html", draft=pilihan, sudah=sudah, pilih=layar.request.query_params.get("skp", ""),
        baris_maks=BARIS_MAKS, berkas_maks=BERKAS_MAKS,
        ada_hasil=hasil is not None and hasil["skp_id"] in dict(pilihan),
    )  # fmt: skip


@rute.get("/{skp_id:int}/templat")
def templat(layar: Layar, skp_id: int) -> Response:
    konteks = konteks_impor(layar.kantor, layar.pelaku, skp_id)
    return _unduh(templat_xlsx(konteks), f"Templat Draft SKP {konteks.skp.tahun}.xlsx")


@rute.post("/periksa")
def periksa(layar: Layar) -> Response:
    skp_id = layar.isian.bilangan("skp_id", "SKP tujuan")
    konteks_impor(layar.kantor, layar.pelaku, skp_id)  # the wrong person hears it before anything is read
    if layar.berkas is None or not layar.berkas.filename:
        raise DataTidakSah("Berkas belum dipilih. Pilih berkas XLSX, lalu tekan Periksa.", kode="berkas-belum-dipilih")
    isi = layar.berkas.file.read(BERKAS_MAKS + 1)
    periksa_pagar(isi, layar.berkas.filename)
    _nilai(layar, skp_id, layar.berkas.filename.replace("\\", "/").rpartition("/")[2][-100:], isi)
    layar.ingat(_BERKAS, base64.b64encode(isi).decode())
    return layar.pergi("/impor/hasil")


@rute.post("/lembar")
def lembar(layar: Layar) -> Response:
    """The same file again, with the table of one sheet only."""
    lama, isi = _ingat(layar), _isi(layar)
    _nilai(layar, lama["skp_id"], lama["nama"], isi, hanya=layar.isian.teks("lembar"))
    return layar.pergi("/impor/hasil")


def _nilai(layar: Layar, skp_id: int, nama: str, isi: bytes, hanya: str = "") -> None:
    """Read, check, and remember what came of it."""
    konteks = konteks_impor(layar.kantor, layar.pelaku, skp_id)
    naskah = baca_naskah(isi, hanya)
    hasil = periksa_naskah(naskah, konteks, redaksi=layar.atur.petunjuk_kata)
    semua = naskah if not hanya else baca_naskah(isi)
    layar.ingat(
        _HASIL,
        {
            "skp_id": skp_id,
            "nama": nama,
            "hanya": hanya,
            "pilihan": [satu.nama for satu in semua.lembar if satu.baris],
            "lembar": hasil.lembar,
            "dilewati": hasil.dilewati,
            "temuan": [asdict(satu) for satu in hasil.temuan[:TEMUAN_MAKS]],
            "lebih": max(0, len(hasil.temuan) - TEMUAN_MAKS),
            "rencana": hasil.rencana.ke_dict() if hasil.dapat_diimpor else None,
        },
    )


def _ingat(layar: Layar) -> dict[str, Any]:
    """What the last check found. Raises: StatusTidakSesuai."""
    hasil = layar.ingatan(_HASIL)
    if hasil is None:
        raise StatusTidakSesuai(
            "Belum ada berkas yang diperiksa. Buka Impor Draft SKP, lalu unggah berkasnya.", kode="impor-belum-ada"
        )
    return dict(hasil)


def _isi(layar: Layar) -> bytes:
    return base64.b64decode(layar.ingatan(_BERKAS, ""))


@rute.get("/hasil")
def hasil(layar: Layar) -> Response:
    ingat = _ingat(layar)
    konteks = konteks_impor(layar.kantor, layar.pelaku, ingat["skp_id"])
    temuan = [TemuanImpor(**satu) for satu in ingat["temuan"]]
    rencana = RencanaImpor.dari_dict(ingat["rencana"]) if ingat["rencana"] is not None else None
    return layar.tampil(
        "impor_hasil.html", ingat=ingat, skp=konteks.skp, rencana=rencana,
        galat=[t for t in temuan if t.tingkat == GALAT], peringatan=[t for t in temuan if t.tingkat != GALAT],
        atasan={rhk.rhk_id: rhk.teks for rhk in konteks.ditawarkan},
    )  # fmt: skip


@rute.get("/laporan")
def laporan(layar: Layar) -> Response:
    ingat = _ingat(layar)
    konteks_impor(layar.kantor, layar.pelaku, ingat["skp_id"])
    isi = laporan_xlsx(_isi(layar), [TemuanImpor(**satu) for satu in ingat["temuan"]])
    return _unduh(isi, f"Temuan - {ingat['nama']}")


@rute.post("/simpan")
def simpan(layar: Layar) -> Response:
    ingat = _ingat(layar)
    if ingat["rencana"] is None:
        raise StatusTidakSesuai(
            "Berkas ini masih bergalat, jadi belum ada yang diimpor. Perbaiki di lembarnya, lalu unggah lagi.",
            kode="impor-bergalat",
        )
    rencana, skp_id = RencanaImpor.dari_dict(ingat["rencana"]), int(ingat["skp_id"])
    if layar.isian.teks("sidik") != rencana.sidik or layar.isian.bilangan("skp_id", "SKP tujuan") != skp_id:
        raise StatusTidakSesuai(
            "Berkas lain sudah diperiksa sesudah halaman ini dibuka. Lihat hasilnya dahulu, lalu impor.",
            kode="impor-berganti",
        )
    actions.impor_skp(layar.kantor, layar.pelaku, skp_id, rencana=rencana)
    _lupakan(layar)
    layar.pesan(
        f"Impor tersimpan: {len(rencana.daftar_rhk)} RHK, {rencana.banyak_iki} indikator, dan "
        f"{len(rencana.daftar_lampiran)} butir lampiran. Periksa isinya, lalu tekan Ajukan SKP. Berkas keliru? "
        "Urungkan di sini, atau nanti di halaman Impor selama SKP masih Draft.",
        urungkan_ke=f"/impor/{skp_id}/urungkan",
    )
    return layar.pergi(f"/skp/{skp_id}")


@rute.post("/{skp_id:int}/urungkan")
def urungkan(layar: Layar, skp_id: int) -> Response:
    """Out again with what the last import brought in; that too can be taken back."""
    hapus = actions.hapus_impor(layar.kantor, layar.pelaku, skp_id)
    return layar.pergi(f"/skp/{skp_id}", f"{hapus.sebutan} dikeluarkan lagi dari SKP.", hapus=hapus)


@rute.post("/batal")
def batal(layar: Layar) -> Response:
    _lupakan(layar)
    return layar.pergi("/impor", "Berkas yang diperiksa sudah dibuang; SKP Anda tidak berubah.")


def _lupakan(layar: Layar) -> None:
    layar.ingat(_HASIL, None)
    layar.ingat(_BERKAS, "")


def _unduh(isi: bytes, nama: str) -> Response:
    return Response(
        isi, media_type=XLSX, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(nama, safe='')}"}
    )
