"""Group C: what is written into an SKP.

Scene: Detail SKP. May import: simulator.domain, rules.target, store, workflow. Facts: katalog.tsv, F37–F40.
Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from simulator.domain.skp import IKI, RHK, SKP, JenisLampiran, JenisRHK, Lampiran
from simulator.rules.target import urai_target
from simulator.store import repository
from simulator.workflow.gangguan import bahan
from simulator.workflow.gangguan.alur import KepadaStaf
from simulator.workflow.gangguan.data_induk import DETAIL
from simulator.workflow.gangguan.macam import Gangguan, Terpasang, tidak_cocok
from simulator.workflow.transaction import Tindakan

KABUR = "Baik"
DUKUNGAN_KELIRU = "Semangat dan doa restu seluruh pihak"


def _utama(skp: SKP) -> RHK:
    for rhk in skp.daftar_rhk:
        if rhk.jenis is JenisRHK.UTAMA and rhk.rhk_atasan_id is not None and rhk.daftar_iki:
            return rhk
    raise tidak_cocok("SKP pegawai ini belum memuat RHK utama yang terhubung.")


class MenyalinAtasan(KepadaStaf):
    """F37: the superior's RHK copied as an activity."""

    kode = "F37"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        rhk = _utama(skp)
        assert rhk.rhk_atasan_id is not None  # asked for in _utama
        teks = f"Melaksanakan kegiatan untuk {t.ambil(RHK, rhk.rhk_atasan_id).teks}"[:400]
        t.ubah(RHK, rhk.rhk_id, teks=teks)
        return Terpasang({"rhk": rhk.rhk_id, "teks": teks}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        rhk = repository.find_one(connection, RHK, rhk_id=isi["rhk"])
        return rhk is not None and rhk.teks.strip().lower().startswith("melaksanakan kegiatan untuk")


class TidakTerukur(KepadaStaf):
    """F38: a target without number and unit."""

    kode = "F38"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        iki = _utama(skp).daftar_iki[0]
        t.ubah(IKI, iki.iki_id, target=KABUR)
        return Terpasang({"iki": iki.iki_id}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        iki = repository.find_one(connection, IKI, iki_id=isi["iki"])
        return iki is not None and urai_target(iki.target) is None


class TidakTerhubung(KepadaStaf):
    """F39: a main RHK that supports nothing above."""

    kode = "F39"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        rhk = _utama(skp)
        t.ubah(RHK, rhk.rhk_id, rhk_atasan_id=None)
        return Terpasang({"rhk": rhk.rhk_id}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        rhk = repository.find_one(connection, RHK, rhk_id=isi["rhk"])
        return rhk is not None and rhk.jenis is JenisRHK.UTAMA and rhk.rhk_atasan_id is None


class KepalaKeliru(KepadaStaf):
    """F40: a period and a resource that do not belong on the print."""

    kode = "F40"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        butir = [satu for satu in skp.daftar_lampiran if satu.jenis is JenisLampiran.DUKUNGAN_SUMBER_DAYA]
        if not butir:
            raise tidak_cocok("Lampiran SKP pegawai ini masih kosong.")
        t.ubah(Lampiran, butir[0].lampiran_id, teks=DUKUNGAN_KELIRU)
        t.ubah(SKP, skp.skp_id, periode_akhir=date(t.hari.year, 11, 30))
        isi = {"skp": skp.skp_id, "lampiran": butir[0].lampiran_id}
        return Terpasang(isi, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        butir = repository.find_one(connection, Lampiran, lampiran_id=isi["lampiran"])
        return skp is not None and (
            (skp.periode_akhir.month, skp.periode_akhir.day) == (11, 30)
            or (butir is not None and butir.teks == DUKUNGAN_KELIRU)
        )


SEMUA: tuple[Gangguan, ...] = (MenyalinAtasan(), TidakTerukur(), TidakTerhubung(), KepalaKeliru())
