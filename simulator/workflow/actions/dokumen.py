"""The mock drive: documents, their names, and who may open them.

Scene: evidence is a link, never an upload; the document behind it lives here.
May import: simulator.domain, store, workflow core.
Facts: links to an online drive, refused when access must be requested (CONFIRMED); the four access levels are ours.
Add: another access level in domain/pelaksanaan.py and in ``_boleh_membuka``.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import blake2b

from sqlalchemy import Connection

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah, StatusTidakSesuai, TidakBerwenang, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai, Profil
from simulator.domain.pelaksanaan import Akses, Dokumen
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.store.schema import bukti_dukung
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import ISI_DOKUMEN_MAKS, NAMA_DOKUMEN_MAKS, SATUAN_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan

DRIVE = "drive://dokumen/"


def tautan_dokumen(dokumen_id: int) -> str:
    """The link of a document, as *Salin tautan* gives it."""
    return f"{DRIVE}{dokumen_id}"


def nomor_dokumen(tautan: str) -> int | None:
    """The document a drive link points to; None for any other link."""
    rest = tautan.strip().removeprefix(DRIVE)
    return int(rest) if re.fullmatch("[0-9]{1,18}", rest) and rest != tautan.strip() else None


@checks_choices
def simpan_dokumen(
    kantor: Kantor,
    pelaku: Pelaku,
    *,
    nama: str,
    jenis: str,
    tanggal: date,
    folder: str = "",
    akses: Akses = Akses.PRIBADI,
    bertanda_tangan: bool = False,
    isi_ringkas: str = "",
    pemilik_id: int | None = None,
) -> Dokumen:
    """Put a document on the own drive."""
    with kantor.tindakan("simpan_dokumen", pelaku) as t:
        whose = t.saya if pemilik_id is None else pemilik_id
        t.izinkan(pemilik=whose)
        if tanggal > t.hari:
            raise DataTidakSah(
                f"Tanggal dokumen {tanggal:%d-%m-%Y} belum tiba. Isi tanggal yang tertulis pada dokumen.",
                kode="tanggal-dokumen-mendahului",
            )
        name, place = (
            teks(nama, "Nama Dokumen", NAMA_DOKUMEN_MAKS),
            teks(folder, "Folder", NAMA_DOKUMEN_MAKS, wajib=False),
        )
        content = teks(isi_ringkas, "Isi", ISI_DOKUMEN_MAKS, wajib=False)
        _wajib_nama_baru(t, whose, place, name)
        dokumen_id = t.id_baru()
        t.tentang("dokumen", dokumen_id)
        return t.tambah(
            Dokumen,
            dokumen_id=dokumen_id,
            pemilik_id=whose,
            nama=name,
            jenis=teks(jenis, "Jenis Dokumen", SATUAN_MAKS),
            tanggal=tanggal,
            folder=place,
            akses=akses,
            sidik=blake2b(f"{jenis}\n{tanggal.isoformat()}\n{content}".encode(), digest_size=16).hexdigest(),
            bertanda_tangan=bertanda_tangan,
            isi_ringkas=content,
            diunggah_pada=t.hari,
        )


def _wajib_nama_baru(t: Tindakan, pemilik_id: int, folder: str, nama: str) -> None:
    if t.cari(Dokumen, pemilik_id=pemilik_id, folder=folder, nama=nama):
        raise DataTidakSah(
            f"Di folder itu sudah ada dokumen bernama “{nama}”. Pakai nama lain atau folder lain.",
            kode="nama-sudah-dipakai",
        )


def ganti_nama_dokumen(
    kantor: Kantor, pelaku: Pelaku, dokumen_id: int, *, nama: str, folder: str | None = None
) -> Dokumen:
    """Rename a document, or move it to another folder; its link stays the same."""
    with kantor.tindakan("ganti_nama_dokumen", pelaku) as t:
        dokumen = t.ambil(Dokumen, dokumen_id)
        t.izinkan(pemilik=dokumen.pemilik_id)
        name = teks(nama, "Nama Dokumen", NAMA_DOKUMEN_MAKS)
        place = dokumen.folder if folder is None else teks(folder, "Folder", NAMA_DOKUMEN_MAKS, wajib=False)
        if (name, place) != (dokumen.nama, dokumen.folder):
            _wajib_nama_baru(t, dokumen.pemilik_id, place, name)
        t.tentang("dokumen", dokumen_id)
        return t.ubah(Dokumen, dokumen_id, nama=name, folder=place)


@checks_choices
def atur_akses(kantor: Kantor, pelaku: Pelaku, dokumen_id: int, *, akses: Akses) -> Dokumen:
    """Say who may open a document."""
    with kantor.tindakan("atur_akses", pelaku) as t:
        dokumen = t.ambil(Dokumen, dokumen_id)
        t.izinkan(pemilik=dokumen.pemilik_id)
        t.tentang("dokumen", dokumen_id)
        return t.ubah(Dokumen, dokumen_id, akses=akses)


def hapus_dokumen(kantor: Kantor, pelaku: Pelaku, dokumen_id: int) -> Terhapus:
    """Delete a document that no evidence points to."""
    with kantor.tindakan("hapus_dokumen", pelaku) as t:
        dokumen = t.ambil(Dokumen, dokumen_id)
        t.izinkan(pemilik=dokumen.pemilik_id)
        if t.ada(bukti_dukung, dokumen_id=dokumen_id):
            raise StatusTidakSesuai(
                "Dokumen ini masih menjadi bukti dukung. Hapus bukti dukungnya dahulu.", kode="dokumen-masih-dipakai"
            )
        t.hapus(Dokumen, dokumen_id)
        t.tentang("dokumen", dokumen_id)
        return Terhapus(t.nomor, "dokumen", dokumen_id, f"Dokumen “{dokumen.nama[:60]}”")


def buka_dokumen(kantor: Kantor, pelaku: Pelaku, dokumen: int | str) -> Dokumen:
    """Open a document by number or drive link, as a click on the link does. Nothing is changed.

    Raises: TidakDitemukan; TidakBerwenang — *Akses Ditolak*.
    """
    dokumen_id = dokumen if isinstance(dokumen, int) else nomor_dokumen(dokumen)
    if dokumen_id is None:
        raise TidakDitemukan("Tautan itu tidak menuju dokumen di drive simulasi.", kode="tautan-bukan-drive")
    with kantor.lihat() as connection:
        found = repository.get(connection, Dokumen, dokumen_id)
        wajib_boleh_membuka(connection, pelaku, found)
        return found


def wajib_boleh_membuka(connection: Connection, pelaku: Pelaku, dokumen: Dokumen) -> None:
    """Refuse whom the access level shuts out. Raises: TidakBerwenang."""
    if _boleh_membuka(connection, pelaku, dokumen):
        return
    raise TidakBerwenang(
        f"Akses Ditolak. Dokumen itu diatur “{dokumen.akses.label}”. Minta pemiliknya mengubah akses "
        "dokumen, bukan mengirim salinannya.",
        kode="akses-ditolak",
    )


def _boleh_membuka(connection: Connection, pelaku: Pelaku, dokumen: Dokumen) -> bool:
    me = pelaku.pegawai_id
    if dokumen.akses is Akses.PUBLIK or (me is not None and me == dokumen.pemilik_id):
        return True
    if dokumen.akses is Akses.PRIBADI:
        return False
    if me is None:
        return pelaku.peran is Peran.PIMPINAN and (
            dokumen.akses is Akses.INSTANSI or repository.leads_the_top(connection, dokumen.pemilik_id)
        )
    if dokumen.akses is Akses.INSTANSI:
        return repository.find_one(connection, Pegawai, pegawai_id=me, aktif=True) is not None
    return me in _penilai_dari(connection, dokumen.pemilik_id)


def _penilai_dari(connection: Connection, pegawai_id: int) -> set[int | None]:
    """Everybody who assesses this person: by SIASN, by profile, or by an SKP in force."""
    found: set[int | None] = {repository.superior_of(connection, pegawai_id)}
    found |= {row.atasan_id for row in repository.find(connection, Profil, pegawai_id=pegawai_id)}
    in_force = [StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, StatusSKP.SELESAI]
    found |= {row.penilai_id for row in repository.find(connection, SKP, pegawai_id=pegawai_id, status=in_force)}
    return found
