"""A file that comes with a form: read, checked, within its sender's share, and kept with its document.

Scene: *Simpan Dokumen* of the drive. May import: simulator.domain, simulator.web, workflow.
Facts: none; the share of one person is REKAAN of the course (unggahan.JATAH). Add: nothing about one page.
"""

from __future__ import annotations

import json

from simulator.domain.errors import DataTidakSah
from simulator.domain.pelaksanaan import Dokumen
from simulator.web import catatan, unggahan
from simulator.web.layar import Layar
from simulator.workflow import actions, drive

#: Where it is remembered which documents of a person came with a file, deleted ones included.
_UNGGAHAN = "unggahan"


def baca_kiriman(layar: Layar) -> unggahan.Berkas | None:
    """The file that was sent, checked. An empty file field is sent as a file without a name."""
    kiriman = layar.berkas
    if kiriman is None or not kiriman.filename:
        return None
    return unggahan.periksa_berkas(kiriman.filename, kiriman.file.read(unggahan.TERBESAR + 1))


def wajib_akhiran_sama(nama: str, nama_berkas: str) -> None:
    """Raises: DataTidakSah — the document calls itself something else than its file is."""
    disebut, sebenarnya = nama.rpartition(".")[2].lower(), nama_berkas.rpartition(".")[2].lower()
    if "." in nama and disebut in unggahan.JENIS and unggahan.JENIS[disebut] != unggahan.JENIS[sebenarnya]:
        raise DataTidakSah(
            f"Nama dokumen berakhiran .{disebut}, sedangkan berkasnya .{sebenarnya}. Samakan akhirannya.",
            kode="akhiran-berbeda",
        )


def wajib_cukup_jatah(layar: Layar, besar: int) -> None:
    """Raises: DataTidakSah. Files of deleted documents make room first."""
    nomor: list[int] = layar.ingatan(_UNGGAHAN, [])
    with layar.data.lihat() as connection:
        tersimpan = unggahan.ringkasan(connection, nomor)
    terpakai = sum(satu for _, satu in tersimpan.values())
    if terpakai + besar <= unggahan.JATAH:
        return
    masih = drive.masih_ada(layar.kantor, list(tersimpan))
    with layar.data.ubah() as connection:
        unggahan.buang(connection, set(tersimpan) - masih)
    layar.ingat(_UNGGAHAN, sorted(masih))
    if sum(tersimpan[satu][1] for satu in masih) + besar > unggahan.JATAH:
        raise _jatah_habis()


def _jatah_habis() -> DataTidakSah:
    return DataTidakSah(
        f"Semua berkas Anda bersama-sama paling besar {unggahan.ukuran(unggahan.JATAH)}. Hapus dokumen berberkas "
        "yang tidak terpakai, atau simpan yang ini tanpa berkas.",
        kode="jatah-berkas-habis",
    )


def simpan_kiriman(layar: Layar, dokumen: Dokumen, berkas: unggahan.Berkas) -> None:
    """Office and web data are two stores: a document whose file cannot be kept is taken back."""
    try:
        # In one change: of two files that arrive at once the second sees the first.
        with layar.data.ubah() as connection:
            isi = catatan.baca(connection, layar.saya.pegawai_id, _UNGGAHAN)
            nomor = [*(json.loads(isi) if isi else []), dokumen.dokumen_id]
            unggahan.simpan(connection, dokumen.dokumen_id, berkas)
            catatan.simpan(connection, layar.saya.pegawai_id, _UNGGAHAN, json.dumps(nomor))
            if sum(besar for _, besar in unggahan.ringkasan(connection, nomor).values()) > unggahan.JATAH:
                raise _jatah_habis()
    except Exception:
        actions.hapus_dokumen(layar.kantor, layar.pelaku, dokumen.dokumen_id)
        raise
