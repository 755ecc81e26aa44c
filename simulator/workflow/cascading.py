"""Which RHK of the superior an employee may intervene, and what still hangs on an RHK.

Scene: *RHK Pimpinan yang Diintervensi* in the RHK form; deleting an RHK.
May import: simulator.domain, simulator.rules.matriks, simulator.store.
Facts: the superior's RHK can be picked once *Sinkronisasi SKP Bawahan* was pressed (SINGLE, BKN guide); only from an
approved SKP (seen in a look-alike only: mock decision, label simulasi).
Add: another reason why the list is empty, with the sentence that says what to do.
"""

from __future__ import annotations

from sqlalchemy import Connection

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Jabatan, Pegawai, UnitKerja
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.rules.matriks import boleh_diintervensi
from simulator.store import repository
from simulator.store.schema import bukti_dukung, iki, peran_hasil, realisasi, rencana_aksi, rhk, umpan_balik
from simulator.workflow.transaction import Tindakan

BERLAKU = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


def skp_pimpinan(connection: Connection, skp: SKP) -> list[SKP]:
    """The approved SKP of the assessor that overlap this SKP's period."""
    if skp.penilai_id is None:
        return []
    return [
        other
        for other in repository.find(connection, SKP, pegawai_id=skp.penilai_id, status=BERLAKU)
        if other.periode_awal <= skp.periode_akhir and skp.periode_awal <= other.periode_akhir
    ]


def rhk_dapat_diintervensi(connection: Connection, skp: SKP) -> list[RHK]:
    """What the select box *RHK Pimpinan yang Diintervensi* offers for this SKP."""
    offered: list[RHK] = []
    if penilai_belum_terdaftar(connection, skp):
        return offered
    for leader in skp_pimpinan(connection, skp):
        matrix = repository.whole_matrix(connection, leader.skp_id)
        if matrix is not None and boleh_diintervensi(matrix, skp.pegawai_id):
            offered += repository.find(connection, RHK, skp_id=leader.skp_id)
    return offered


def penilai_belum_terdaftar(connection: Connection, skp: SKP) -> bool:
    """The assessor holds the leading post of a unit that names nobody as its leader (SINGLE, fault F14)."""
    penilai = repository.find_one(connection, Pegawai, pegawai_id=skp.penilai_id, aktif=True)
    post = None if penilai is None else repository.find_one(connection, Jabatan, jabatan_id=penilai.jabatan_id)
    if post is None or not post.pimpinan_unit:
        return False
    unit = repository.find_one(connection, UnitKerja, unit_id=post.unit_id)
    return unit is not None and unit.pimpinan_id is None


def wajib_dapat_diintervensi(t: Tindakan, skp: SKP, rhk_atasan_id: int | None) -> None:
    """Refuse an RHK that the list does not offer, and say why. Raises: StatusTidakSesuai, DataTidakSah."""
    if rhk_atasan_id is None:
        return
    offered = rhk_dapat_diintervensi(t.connection, skp)
    if any(rhk.rhk_id == rhk_atasan_id for rhk in offered):
        return
    if offered:
        raise DataTidakSah(
            "RHK itu bukan milik pejabat penilai Anda. Pilih dari daftar RHK pimpinan; bila nama penilai keliru, tekan "
            "Perbarui kartu identitas.",
            kode="rhk-atasan-tidak-dikenal",
        )
    raise alasan_daftar_kosong(t.connection, skp)


def alasan_daftar_kosong(connection: Connection, skp: SKP) -> StatusTidakSesuai:
    """Why *RHK Pimpinan yang Diintervensi* offers nothing, and what to do; also shown beside the empty list."""
    if penilai_belum_terdaftar(connection, skp):
        return StatusTidakSesuai(
            "Daftar RHK pimpinan kosong: pejabat penilai Anda belum terdaftar sebagai pimpinan unit organisasi. Minta "
            "admin menetapkannya di Manajemen Unor, lalu muat ulang halaman ini.",
            kode="pimpinan-belum-terdaftar",
        )
    if not skp_pimpinan(connection, skp):
        return StatusTidakSesuai(
            f"Daftar RHK pimpinan kosong: SKP {skp.tahun} pejabat penilai {_keadaan_skp_penilai(connection, skp)}. "
            "Periksa nama penilai pada SKP Anda, lalu tunggu SKP pimpinan disetujui (dari atas ke bawah).",
            kode="rhk-pimpinan-belum-ada",
        )
    return StatusTidakSesuai(
        "Daftar RHK pimpinan kosong: pimpinan belum menekan Sinkronisasi SKP Bawahan di Matriks Peran Hasil, atau Anda "
        "belum tercantum di sana. Minta pimpinan menambahkan Anda dan menekan tombol itu.",
        kode="belum-disinkronkan",
    )


def _keadaan_skp_penilai(connection: Connection, skp: SKP) -> str:
    """Where the assessor's own plan stands: who waits for it should see it come nearer."""
    own = [] if skp.penilai_id is None else repository.find(
        connection, SKP, pegawai_id=skp.penilai_id, tahun=skp.tahun, status=(StatusSKP.DRAFT, StatusSKP.PENGAJUAN)
    )  # fmt: skip
    if not own:
        return "belum dibuat"
    if any(other.status is StatusSKP.PENGAJUAN for other in own):
        return "sudah diajukan, tetapi belum disetujui"
    return "masih Draft"


def wajib_lepas_rhk(t: Tindakan, rhk_id: int) -> None:
    """Refuse to delete an RHK on which something still rests. Raises: StatusTidakSesuai."""
    if t.ada(rhk, rhk_atasan_id=rhk_id):
        raise StatusTidakSesuai(
            "RHK ini masih diintervensi RHK bawahan. Minta bawahan memilih RHK lain dahulu, atau ubah teks RHK ini.",
            kode="rhk-masih-diintervensi",
        )
    if t.ada(peran_hasil, rhk_pimpinan_id=rhk_id):
        raise StatusTidakSesuai(
            "RHK ini masih dibagi di Matriks Peran Hasil. Hapus perannya di matriks dahulu.",
            kode="rhk-masih-di-matriks",
        )
    if t.ada(rencana_aksi, rhk_id=rhk_id):
        raise StatusTidakSesuai(
            "RHK ini sudah punya rencana aksi. Hapus rencana aksinya dahulu, atau ubah teks RHK ini.",
            kode="rhk-sudah-dijalankan",
        )
    for iki_id in t.connection.scalars(
        iki.select().with_only_columns(iki.c.iki_id).where(iki.c.rhk_id == rhk_id)
    ).all():
        wajib_lepas_iki(t, iki_id)


def wajib_lepas_iki(t: Tindakan, iki_id: int) -> None:
    """Refuse to delete an IKI that evidence, realisation or feedback refers to. Raises: StatusTidakSesuai."""
    for tabel, sebutan in ((bukti_dukung, "bukti dukung"), (realisasi, "realisasi"), (umpan_balik, "umpan balik")):
        if t.ada(tabel, iki_id=iki_id):
            raise StatusTidakSesuai(
                f"Indikator ini sudah punya {sebutan}. Hapus {sebutan} itu dahulu, atau ubah teks indikatornya.",
                kode="iki-sudah-dijalankan",
            )
