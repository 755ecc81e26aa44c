"""Group E: evidence that does not serve.

Scene: Pengisian Bukti Dukung of the employee, Penilaian Bawahan of the assessor. May import: simulator.domain, store,
workflow. Facts: katalog.tsv, F41–F44. Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from simulator.domain.pelaksanaan import Akses, BuktiDukung, Dokumen
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, SKP
from simulator.store import repository
from simulator.workflow.gangguan import bahan
from simulator.workflow.gangguan.alur import KepadaStaf
from simulator.workflow.gangguan.macam import Gangguan, Terpasang, tidak_cocok
from simulator.workflow.transaction import Tindakan


def _ikis(t: Tindakan, pegawai_id: int, banyak: int) -> tuple[SKP, PeriodePenilaian, list[IKI]]:
    """A running SKP, the running period, and indicators of it whose RHK is planned."""
    skp, periode = bahan.skp_disetujui(t, pegawai_id), bahan.periode_berjalan(t)
    if skp.penilai_id is None:
        raise tidak_cocok("SKP pegawai ini tidak punya penilai di instansi.")
    found: list[IKI] = []
    for rhk in skp.daftar_rhk:
        if rhk.daftar_iki and len(found) < banyak:
            bahan.rencanakan(t, skp, periode, rhk)
            found += rhk.daftar_iki
    return skp, periode, found[:banyak]


def _tempat(skp: SKP, periode: PeriodePenilaian, isi: dict[str, Any], teks: dict[str, str]) -> Terpasang:
    """Seen by the owner beside the evidence, and by the assessor beside the rating."""
    nomor = periode.periode_id
    alamat = rf"/skp/{skp.skp_id}/penilaian/{nomor}/eviden|/penilai/penilaian/{skp.skp_id}/{nomor}"
    assert skp.penilai_id is not None  # asked for in _ikis
    return Terpasang(isi, (skp.pegawai_id, skp.penilai_id), alamat, teks)


class TautanDibatasi(KepadaStaf):
    """F41: only the owner may open it."""

    kode = "F41"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode, daftar = _ikis(t, pegawai_id, 1)
        dokumen = bahan.dokumen_baru(
            t, pegawai_id, "Laporan kegiatan.pdf", "Laporan pelaksanaan.", tanggal=t.hari, akses=Akses.PRIBADI
        )
        bukti = bahan.pasang_bukti(t, skp, periode, daftar[0], "Laporan kegiatan", dokumen=dokumen)
        assert skp.penilai_id is not None  # asked for in _ikis
        alamat = f"/penilai/penilaian/{skp.skp_id}/{periode.periode_id}/bukti/{bukti.bukti_id}"
        isi = {"dokumen": dokumen.dokumen_id, "bukti": bukti.bukti_id}
        return Terpasang(isi, (skp.penilai_id,), alamat)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        dokumen = repository.find_one(connection, Dokumen, dokumen_id=isi["dokumen"])
        bukti = repository.find_one(connection, BuktiDukung, bukti_id=isi["bukti"])
        return (
            dokumen is not None and dokumen.akses is Akses.PRIBADI
            and bukti is not None and bukti.dokumen_id == dokumen.dokumen_id
        )  # fmt: skip


class _BuktiDokumen(KepadaStaf):
    """One paper attached that must be replaced."""

    nama = ""

    def _pasang(self, t: Tindakan, pegawai_id: int, isi_ringkas: str, mundur: int) -> Terpasang:
        skp, periode, daftar = _ikis(t, pegawai_id, 1)
        tanggal = periode.periode_awal - timedelta(days=mundur) if mundur else t.hari
        dokumen = bahan.dokumen_baru(t, pegawai_id, self.nama, isi_ringkas, tanggal=tanggal, akses=Akses.PENILAI)
        bukti = bahan.pasang_bukti(t, skp, periode, daftar[0], self.nama, dokumen=dokumen)
        isi = {"dokumen": dokumen.dokumen_id, "bukti": bukti.bukti_id}
        return _tempat(skp, periode, isi, {"nama": self.nama})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        bukti = repository.find_one(connection, BuktiDukung, bukti_id=isi["bukti"])
        return bukti is not None and bukti.dokumen_id == isi["dokumen"]


class TidakRelevan(_BuktiDokumen):
    """F42: it shows something else than the indicator asks for."""

    kode, nama = "F42", "Foto jalan sehat hari jadi.pdf"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        return self._pasang(t, pegawai_id, "Dokumentasi jalan sehat pada hari jadi daerah.", 0)


class DiLuarPeriode(_BuktiDokumen):
    """F43: dated before the period began."""

    kode, nama = "F43", "Laporan periode lalu.pdf"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        return self._pasang(t, pegawai_id, "Laporan pelaksanaan periode sebelumnya.", 40)


class SatuFolder(KepadaStaf):
    """F44: one folder for every indicator."""

    kode = "F44"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode, daftar = _ikis(t, pegawai_id, 2)
        if len(daftar) < 2:
            raise tidak_cocok("SKP pegawai ini hanya punya satu indikator.")
        tautan = f"https://drive.contoh.invalid/folder/{pegawai_id}"
        for iki in daftar:
            bahan.pasang_bukti(t, skp, periode, iki, "Semua bukti saya", dokumen=None, tautan=tautan)
        return _tempat(skp, periode, {"skp": skp.skp_id, "periode": periode.periode_id, "tautan": tautan}, {})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"skp_id": isi["skp"], "periode_id": isi["periode"], "tautan": isi["tautan"]}
        return len(repository.find(connection, BuktiDukung, **where)) > 1


SEMUA: tuple[Gangguan, ...] = (TautanDibatasi(), TidakRelevan(), DiLuarPeriode(), SatuFolder())
