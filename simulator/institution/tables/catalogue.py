"""All tables of the office, in the order in which they can be written.

Scene: what ``Institution`` offers. May import: the files of this folder.
Facts: names and order as OFFICE_TABLES in simulator/store/schema.py (a test compares them).
Add: a table here.
"""

from __future__ import annotations

import numpy as np

from simulator.institution.keys import Ints
from simulator.institution.tables import assessing, assignment, doing, drive, master, planning
from simulator.institution.tables.table import Columns, Rows, Table
from simulator.institution.world import World


def _no_columns(world: World) -> Columns:
    return {"id": np.zeros(0, dtype=np.int64)}


def _no_rows(world: World, columns: Columns, index: Ints) -> Rows:
    return []


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("instansi", master.instansi_columns, master.instansi_rows),
        Table("unit_kerja", master.unit_columns, master.unit_rows),
        Table("jabatan", master.jabatan_columns, master.jabatan_rows),
        Table("pegawai", master.pegawai_columns, master.pegawai_rows, 1),
        Table("profil", master.profil_columns, master.profil_rows, 1),
        Table("penugasan", assignment.penugasan_columns, assignment.penugasan_rows),
        Table("akun", master.akun_columns, master.akun_rows, 1),
        Table("periode_penilaian", master.periode_columns, master.periode_rows),
        # Nobody has extended a period yet: that is for the participants.
        Table("perpanjangan", _no_columns, _no_rows),
        Table("skp", planning.skp_columns, planning.skp_rows, 1),
        Table("rhk", planning.rhk_columns, planning.rhk_rows, 10),
        Table("iki", planning.iki_columns, planning.iki_rows, 100),
        Table("ekspektasi", planning.ekspektasi_columns, planning.ekspektasi_rows, 10),
        Table("lampiran", planning.lampiran_columns, planning.lampiran_rows, 10),
        Table("riwayat_keterangan", planning.keterangan_columns, planning.keterangan_rows, 10),
        Table("matriks", planning.matriks_columns, planning.matriks_rows, 1),
        Table("matriks_anggota", planning.anggota_columns, planning.anggota_rows, 1),
        Table("peran_hasil", planning.peran_columns, planning.peran_rows, 10),
        # Teams are formed, and PAK approved, by the people who play.
        Table("tim_kerja", _no_columns, _no_rows),
        Table("tim_kerja_anggota", _no_columns, _no_rows),
        Table("rencana_aksi", doing.rencana_columns, doing.rencana_rows, 1_000),
        Table("progres_harian", doing.progres_columns, doing.progres_rows, 100_000),
        Table("dokumen", drive.dokumen_columns, drive.dokumen_rows, 1_000),
        Table("bukti_dukung", drive.bukti_columns, drive.bukti_rows, 1_000),
        Table("realisasi", doing.realisasi_columns, doing.realisasi_rows, 1_000),
        Table("umpan_balik", assessing.umpan_columns, assessing.umpan_rows, 10_000),
        # Feedback of colleagues is a choice: the made year has none, whoever works in the office may give it.
        Table("umpan_rekan", _no_columns, _no_rows),
        Table("capaian_organisasi", assessing.capaian_columns, assessing.capaian_rows),
        Table("evaluasi", assessing.evaluasi_columns, assessing.evaluasi_rows, 10),
        Table("keberatan", assessing.keberatan_columns, assessing.keberatan_rows, 10),
        Table("pak", _no_columns, _no_rows),
    )
}
