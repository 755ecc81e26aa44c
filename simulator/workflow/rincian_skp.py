"""Everything that the page of one SKP shows, read in one look.

Scene: Detail SKP, for its owner and for those who may read it. May import: simulator.domain, store, workflow core.
Facts: parts of the page (CONFIRMED, ekinerja-app §1.3); that a superior's RHK is chosen from a list that may be empty
for two reasons is in cascading.py. Add: another part of the page as a field, filled in ``rincian_skp``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.kepegawaian import JenisJabatan, Pegawai
from simulator.domain.skp import RHK, SKP, JenisRHK, Pendekatan, RiwayatKeterangan, StatusSKP
from simulator.rules.temuan import Temuan
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import alasan_daftar_kosong, rhk_dapat_diintervensi
from simulator.workflow.kelengkapan import kekurangan, konteks_skp
from simulator.workflow.office import Kantor
from simulator.workflow.viewing import wajib_boleh_melihat_skp


@dataclass(frozen=True, slots=True)
class RincianSKP:
    """One SKP with what stands around it.

    ``rhk_pimpinan``: what the select box offers; ``alasan_kosong`` says why it offers nothing. ``teks_atasan``: the
    text of every RHK that one of its rows intervenes. ``riwayat``: (return, who), newest first.
    """

    skp: SKP
    milik_saya: bool
    jenis_jabatan: JenisJabatan
    puncak: bool
    rhk_pimpinan: tuple[RHK, ...]
    alasan_kosong: str
    teks_atasan: dict[int, str]
    kekurangan: tuple[Temuan, ...]
    riwayat: tuple[tuple[RiwayatKeterangan, str], ...]
    versi_lama: SKP | None
    versi_baru: SKP | None

    @property
    def jpt(self) -> bool:
        """Is this the form with Perspektif and without the superior's RHK?"""
        return self.jenis_jabatan is JenisJabatan.JPT

    @property
    def kualitatif(self) -> bool:
        """Are measure and target one narrative?"""
        return self.skp.pendekatan is Pendekatan.KUALITATIF

    @property
    def dapat_diisi(self) -> bool:
        """May the one who looks change its contents now?"""
        return self.milik_saya and self.skp.status is StatusSKP.DRAFT

    @property
    def wajib(self) -> list[Temuan]:
        """What keeps it from being submitted."""
        return [temuan for temuan in self.kekurangan if temuan.wajib]

    @property
    def saran(self) -> list[Temuan]:
        """What is only advised."""
        return [temuan for temuan in self.kekurangan if not temuan.wajib]

    def rhk(self, jenis: JenisRHK) -> list[RHK]:
        """The rows of one section."""
        return [rhk for rhk in self.skp.daftar_rhk if rhk.jenis is jenis]


def rincian_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> RincianSKP:
    """Raises: TidakDitemukan; TidakBerwenang — not for this person's eyes."""
    with kantor.lihat() as connection:
        skp = repository.whole_skp(connection, skp_id)
        wajib_boleh_melihat_skp(connection, pelaku, skp)
        konteks = konteks_skp(connection, skp)
        offered = rhk_dapat_diintervensi(connection, skp)
        return RincianSKP(
            skp=skp,
            milik_saya=pelaku.pegawai_id == skp.pegawai_id,
            jenis_jabatan=konteks.jenis_jabatan,
            puncak=konteks.puncak,
            rhk_pimpinan=tuple(offered),
            alasan_kosong="" if offered or konteks.puncak else alasan_daftar_kosong(connection, skp).pesan,
            teks_atasan=_teks_atasan(connection, skp),
            kekurangan=kekurangan(connection, skp) if skp.status is StatusSKP.DRAFT else (),
            riwayat=_riwayat(connection, skp_id),
            versi_lama=None
            if skp.versi_sebelumnya_id is None
            else repository.get(connection, SKP, skp.versi_sebelumnya_id),
            versi_baru=repository.find_one(connection, SKP, versi_sebelumnya_id=skp_id),
        )


def _teks_atasan(connection: Connection, skp: SKP) -> dict[int, str]:
    wanted = [rhk.rhk_atasan_id for rhk in skp.daftar_rhk if rhk.rhk_atasan_id is not None]
    return {rhk.rhk_id: rhk.teks for rhk in repository.find(connection, RHK, rhk_id=wanted)}


def _riwayat(connection: Connection, skp_id: int) -> tuple[tuple[RiwayatKeterangan, str], ...]:
    rows = repository.find(connection, RiwayatKeterangan, skp_id=skp_id)
    names = {
        p.pegawai_id: p.nama for p in repository.find(connection, Pegawai, pegawai_id={row.oleh_id for row in rows})
    }
    # 0 stands for the head of the region, who is nobody inside the institution.
    return tuple((row, names.get(row.oleh_id, "Kepala Daerah")) for row in reversed(rows))
