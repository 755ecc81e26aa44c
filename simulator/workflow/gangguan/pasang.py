"""Switching a fault on and off: one action of the system, in the journal like every other.

Scene: the instructor's page. May import: SQLAlchemy, simulator.domain, store, workflow core, the faults.
Facts: the journal does not name the fault; which ones are on stays beside the office. Add: nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from simulator.domain.errors import TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.store.canonical import canonical_image, python_row
from simulator.store.rows import KELAS
from simulator.store.schema import OFFICE_TABLES, jurnal
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.macam import Terpasang, tidak_cocok
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan

_TABEL = {tabel.name: tabel for tabel in OFFICE_TABLES}
_KELAS = {tabel.name: kelas for kelas, tabel in KELAS.items()}


@dataclass(frozen=True, slots=True)
class Hasil:
    """``nomor``: the journal entry that put it in (or the last one there was, where nothing had to change)."""

    kode: str
    pegawai_id: int
    terpasang: Terpasang
    nomor: int


def pasang_gangguan(
    kantor: Kantor, kode: str, pegawai_id: int, sudah: Iterable[tuple[str, Mapping[str, Any]]] = ()
) -> Hasil:
    """Switch one fault on for one person; ``sudah``: (code, its ``isi``) of those that are on and must stay.

    Raises: TidakDitemukan; StatusTidakSesuai — it does not fit, or it would take away what another one stands on.
    """
    if kode not in DI_KANTOR:
        raise TidakDitemukan(f"Gangguan {kode} tidak dapat dipasang di kantor ini.", kode="gangguan-tidak-tersedia")
    macam = DI_KANTOR[kode]
    with kantor.tindakan("pasang_gangguan", None) as t:
        if not t.ambil(Pegawai, pegawai_id).aktif:
            raise tidak_cocok("Pegawai itu tidak aktif.")
        t.tentang("pegawai", pegawai_id)
        terpasang = macam.pasang(t, pegawai_id)
        if not macam.masih_ada(t.connection, terpasang.isi):
            raise tidak_cocok("Keadaan itu tidak terbentuk pada pegawai ini.")
        for lain, isi in sudah:
            if not DI_KANTOR[lain].masih_ada(t.connection, dict(isi)):
                raise tidak_cocok(f"Keadaan itu menghapus gangguan {lain} yang sudah terpasang.")
        nomor = t.nomor
    return Hasil(kode, pegawai_id, terpasang, nomor)


def cabut_gangguan(kantor: Kantor, nomor: int) -> int:
    """Take a fault out as far as nobody worked on with it; how many rows that were.

    Altered rows that still stand as it left them go back; rows it added go away unless a later entry knows them.
    """
    banyak = 0
    with kantor.tindakan("cabut_gangguan", None) as t:
        entri = t.connection.execute(select(jurnal).where(jurnal.c.nomor == nomor)).mappings().first()
        if entri is None or entri["aksi"] != "pasang_gangguan":
            return 0
        t.tentang(entri["objek"], entri["objek_id"])
        perubahan = json.loads(entri["isi"])["perubahan"]
        dipakai = _dikenal_sesudahnya(t, nomor, [satu["kunci"] for satu in perubahan if satu["lama"] is None])
        for satu in reversed(perubahan):
            tabel = _TABEL[satu["tabel"]]
            kini = t.baris(tabel, satu["kunci"])
            if kini is None or canonical_image(tabel, kini) != satu["baru"]:
                continue
            if satu["lama"] is not None:
                t.ubah(_KELAS[tabel.name], satu["kunci"], **python_row(tabel, satu["lama"]))
            elif dipakai:
                continue
            else:
                t.hapus_baris(tabel, satu["kunci"])
            banyak += 1
    return banyak


def _dikenal_sesudahnya(t: Tindakan, nomor: int, kunci: list[int]) -> bool:
    """Does a later entry mention one of these rows? Ids of new rows are long and never used twice."""
    later = t.connection.execute(select(jurnal.c.isi).where(jurnal.c.nomor > nomor)).scalars()
    return any(str(satu) in isi for isi in later for satu in kunci)
