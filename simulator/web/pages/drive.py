"""Bukti Dukung (Drive): folders, documents, their names, who may open them, their link.

Scene: beside the application, as Google Drive is in an office. May import: simulator.web, workflow.
Facts: evidence is a link to an online drive that the assessor can open (CONFIRMED, ekinerja-app §6); folder habits
{tahun}/{triwulan}/{RHK} (SINGLE, §6.2); the drive and its file limits are REKAAN of the course.
Add: an action on one document here; opening a link is drive_buka.py, what a file may be is
unggahan.py, how it arrives kiriman.py.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah
from simulator.domain.pelaksanaan import Akses, Dokumen
from simulator.web import unggahan
from simulator.web.kiriman import baca_kiriman, simpan_kiriman, wajib_akhiran_sama, wajib_cukup_jatah
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, drive, queries
from simulator.workflow.limits import NAMA_DOKUMEN_MAKS, SATUAN_MAKS

rute = Rute("/drive")
#: Room for the line about a file that is added to the summary.
RINGKAS_MAKS = 4_800
DALAM_MAKS = 6


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = queries.daftar_dokumen(layar.kantor, layar.saya.pegawai_id)
    folder, cari = layar.request.query_params.get("folder", ""), layar.request.query_params.get("cari", "").strip()
    if cari:
        isi = [satu for satu in semua if cari.casefold() in f"{satu.nama} {satu.jenis} {satu.folder}".casefold()]
    else:
        isi = [satu for satu in semua if satu.folder == folder]
    nomor = [satu.dokumen_id for satu in isi]
    with layar.data.lihat() as connection:
        berkas = unggahan.ringkasan(connection, nomor)
    return layar.tampil(
        "drive.html", isi=isi, folder=folder, cari=cari[:100], anak=_anak_folder(semua, folder), jalur=_jalur(folder),
        kosong=not semua, berkas=berkas, dipakai=drive.banyak_pemakaian(layar.kantor, nomor), **_pilihan(semua),
    )  # fmt: skip


@rute.post("/simpan")
def simpan(layar: Layar) -> Response:
    """A new document, with or without a file."""
    isian, berkas = layar.isian, baca_kiriman(layar)
    nama = _nama(isian.teks("nama") or (berkas.nama if berkas else ""))
    if berkas is not None:
        wajib_akhiran_sama(nama, berkas.nama)
        wajib_cukup_jatah(layar, len(berkas.isi))
    ringkas = isian.teks("isi_ringkas")
    if len(ringkas) > RINGKAS_MAKS:
        raise DataTidakSah(
            f"Isi ringkas paling banyak {RINGKAS_MAKS} huruf. Ringkas lagi, lalu simpan.", kode="isi-terlalu-panjang"
        )
    dokumen = actions.simpan_dokumen(
        layar.kantor, layar.pelaku, nama=nama, jenis=isian.teks("jenis"), folder=_folder(isian.teks("folder")),
        tanggal=isian.tanggal("tanggal", "Tanggal Dokumen"), akses=isian.pilihan("akses", Akses, "Akses"),
        bertanda_tangan=isian.centang("bertanda_tangan"),
        isi_ringkas=ringkas if berkas is None else unggahan.tambah_sidik(ringkas, berkas),
    )  # fmt: skip
    if berkas is not None:
        simpan_kiriman(layar, dokumen, berkas)
    return layar.pergi(_alamat_folder(dokumen.folder), f"Dokumen “{dokumen.nama}” disimpan.")


@rute.get("/{dokumen_id:int}")
def kelola(layar: Layar, dokumen_id: int) -> Response:
    dokumen, pemakaian = drive.dokumen_sendiri(layar.kantor, layar.pelaku, dokumen_id)
    semua = queries.daftar_dokumen(layar.kantor, layar.saya.pegawai_id)
    with layar.data.lihat() as connection:
        berkas = unggahan.ringkasan(connection, [dokumen_id]).get(dokumen_id)
    return layar.tampil(
        "drive_dokumen.html", dokumen=dokumen, pemakaian=pemakaian, berkas=berkas, jalur=_jalur(dokumen.folder),
        tautan=actions.tautan_dokumen(dokumen_id), penilai=drive.sebagai_penilai(layar.kantor, dokumen.pemilik_id)[1],
        **_pilihan(semua),
    )  # fmt: skip


@rute.post("/{dokumen_id:int}/nama")
def ganti_nama(layar: Layar, dokumen_id: int) -> Response:
    """Rename, or move to another folder; the link stays."""
    dokumen = actions.ganti_nama_dokumen(
        layar.kantor, layar.pelaku, dokumen_id, nama=_nama(layar.isian.teks("nama")),
        folder=_folder(layar.isian.teks("folder")),
    )  # fmt: skip
    return layar.pergi(f"/drive/{dokumen_id}", f"Dokumen sekarang bernama “{dokumen.nama}”; tautannya tetap sama.")


@rute.post("/{dokumen_id:int}/akses")
def akses(layar: Layar, dokumen_id: int) -> Response:
    dokumen = actions.atur_akses(
        layar.kantor, layar.pelaku, dokumen_id, akses=layar.isian.pilihan("akses", Akses, "Akses")
    )
    return layar.pergi(f"/drive/{dokumen_id}", f"Yang dapat membuka dokumen ini sekarang: {dokumen.akses.label}.")


@rute.post("/{dokumen_id:int}/hapus")
def hapus(layar: Layar, dokumen_id: int) -> Response:
    """Delete; the file stays beside the office as long as there is room, so that *Urungkan* brings it back too."""
    dokumen, _ = drive.dokumen_sendiri(layar.kantor, layar.pelaku, dokumen_id)
    terhapus = actions.hapus_dokumen(layar.kantor, layar.pelaku, dokumen_id)
    return layar.pergi(_alamat_folder(dokumen.folder), hapus=terhapus)


# --- fields ------------------------------------------------------------------------------------------------------


def _nama(nama: str) -> str:
    """Raises: DataTidakSah — a name that looks like a path."""
    if "/" in nama or "\\" in nama:
        raise DataTidakSah(
            "Nama dokumen tidak boleh memuat garis miring. Tulis foldernya di isian Folder.",
            kode="nama-dokumen-berfolder",
        )
    return nama


def _folder(folder: str) -> str:
    """Names joined by single slashes; empty: the top. Raises: DataTidakSah."""
    bagian = [satu.strip() for satu in folder.strip("/ ").split("/")] if folder.strip("/ ") else []
    if "\\" in folder or len(bagian) > DALAM_MAKS or any(satu.strip(".") == "" for satu in bagian):
        raise DataTidakSah(
            f"Folder ditulis seperti 2026/TW1/RHK-01: paling dalam {DALAM_MAKS} tingkat, tanpa titik-titik dan tanpa "
            "garis miring terbalik.",
            kode="folder-tidak-sah",
        )
    return "/".join(bagian)


def _alamat_folder(folder: str) -> str:
    return f"/drive?folder={quote(folder, safe='')}" if folder else "/drive"


def _jalur(folder: str) -> list[tuple[str, str]]:
    """Every folder above, from the top: name and address."""
    bagian = folder.split("/") if folder else []
    return [(nama, _alamat_folder("/".join(bagian[: urutan + 1]))) for urutan, nama in enumerate(bagian)]


def _anak_folder(semua: list[Dokumen], folder: str) -> list[tuple[str, str, int]]:
    """Folders right below this one: name, address, number of documents in it and below."""
    awalan = f"{folder}/" if folder else ""
    banyak = Counter(
        satu.folder.removeprefix(awalan).partition("/")[0]
        for satu in semua
        if satu.folder.startswith(awalan) and satu.folder != folder
    )
    return [(nama, _alamat_folder(awalan + nama), banyak[nama]) for nama in sorted(banyak)]


def _pilihan(semua: list[Dokumen]) -> dict[str, Any]:
    """What every form of the drive offers."""
    return {
        "pilihan_akses": list(Akses),
        "semua_folder": sorted({satu.folder for satu in semua if satu.folder}),
        "semua_jenis": sorted({satu.jenis for satu in semua}),
        "maks_nama": NAMA_DOKUMEN_MAKS,
        "maks_jenis": SATUAN_MAKS,
        "maks_ringkas": RINGKAS_MAKS,
        "terbesar": unggahan.TERBESAR,
        "jenis_berkas": list(unggahan.JENIS),
        "ukuran": unggahan.ukuran,
        "alamat_folder": _alamat_folder,
    }
