"""What must be known of the office to check a sheet: the Draft, its cards, master data, the superior's RHK.

Scene: read once before the checks. May import: simulator.domain, store, workflow core.
Facts: only the owner imports, and only into a Draft (as each RHK by hand).
Add: something the checks ask for.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Jabatan, JenisJabatan, UnitKerja
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import alasan_daftar_kosong, rhk_dapat_diintervensi
from simulator.workflow.kelengkapan import konteks_skp
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor


@dataclass(frozen=True, slots=True)
class KonteksImpor:
    """``alasan_kosong``: why the superior's list offers nothing, where it does not."""

    skp: SKP
    jpt: bool
    puncak: bool
    daftar_jabatan: tuple[str, ...]
    daftar_unit: tuple[str, ...]
    ditawarkan: tuple[RHK, ...]
    alasan_kosong: str = ""


def konteks_impor(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> KonteksImpor:
    """Raises: TidakBerwenang, TidakDitemukan, StatusTidakSesuai — not the own SKP, none, or no Draft any more."""
    with kantor.lihat() as connection:
        skp = repository.whole_skp(connection, skp_id)
        if skp.pegawai_id != pelaku.pegawai_id:
            raise TidakBerwenang(
                "SKP ini milik pegawai lain. Impor hanya ke Draft SKP Anda sendiri: buka Daftar SKP, lalu pilih Draft "
                "Anda.",
                kode="skp-bukan-milik-anda",
            )
        wajib_status(skp, StatusSKP.DRAFT, untuk="Impor Draft SKP")
        perencanaan = konteks_skp(connection, skp)
        ditawarkan = tuple(rhk_dapat_diintervensi(connection, skp))
        return KonteksImpor(
            skp=skp,
            jpt=perencanaan.jenis_jabatan is JenisJabatan.JPT,
            puncak=perencanaan.puncak,
            daftar_jabatan=tuple(sorted({satu.nama for satu in repository.find(connection, Jabatan)})),
            daftar_unit=tuple(sorted({satu.nama for satu in repository.find(connection, UnitKerja, aktif=True)})),
            ditawarkan=ditawarkan,
            alasan_kosong="" if ditawarkan else alasan_daftar_kosong(connection, skp).pesan,
        )
