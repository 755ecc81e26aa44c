"""Group E: evidence that does not serve.

Scene: Pengisian Bukti Dukung of the employee, Penilaian Bawahan of the assessor. May import: simulator.domain, store,
workflow. Facts: katalog.tsv, F41–F44. Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from simulator.domain.pelaksanaan import Akses, BuktiDukung, Dokumen, Realisasi
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


class DikumpulkanDiAkhir(KepadaStaf):
    """F42: all gathered on one day: one paper beside the point, one outside the folder, work without any paper."""

    kode = "F42"
    nama, tercecer = "Foto jalan sehat hari jadi.pdf", "Folder baru"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode, daftar = _ikis(t, pegawai_id, 3)
        if len(daftar) < 3:
            raise tidak_cocok("SKP pegawai ini memuat kurang dari tiga indikator.")
        where = {"skp_id": skp.skp_id, "periode_id": periode.periode_id, "iki_id": daftar[2].iki_id}
        if t.satu(Realisasi, **where) is not None or t.satu(BuktiDukung, **where) is not None:
            raise tidak_cocok("Bukti dukung pegawai ini sudah terisi.")
        foto = bahan.dokumen_baru(
            t, pegawai_id, self.nama, "Dokumentasi jalan sehat pada hari jadi daerah.", tanggal=t.hari,
            akses=Akses.PENILAI,
        )  # fmt: skip
        lepas = bahan.dokumen_baru(
            t, pegawai_id, "Laporan (2) final.pdf", "Laporan pelaksanaan periode ini.", tanggal=t.hari,
            akses=Akses.PENILAI, folder=self.tercecer,
        )  # fmt: skip
        satu = bahan.pasang_bukti(t, skp, periode, daftar[0], self.nama, dokumen=foto)
        bahan.pasang_bukti(t, skp, periode, daftar[1], "Laporan", dokumen=lepas)
        t.tambah(
            Realisasi, realisasi_id=t.id_baru(), **where, realisasi="Seluruh kegiatan selesai pada akhir periode",
            sumber_data="Ingatan pelaksana", dicatat_pada=t.hari,
        )  # fmt: skip
        isi = {"bukti": satu.bukti_id, "dokumen": foto.dokumen_id, "lepas": lepas.dokumen_id, "tanpa": where}
        return _tempat(skp, periode, isi, {"nama": self.nama, "folder": self.tercecer})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        bukti = repository.find_one(connection, BuktiDukung, bukti_id=isi["bukti"])
        lepas = repository.find_one(connection, Dokumen, dokumen_id=isi["lepas"])
        tak_terdokumentasi = repository.find(connection, Realisasi, **isi["tanpa"]) and not repository.find(
            connection, BuktiDukung, **isi["tanpa"]
        )
        return (
            (bukti is not None and bukti.dokumen_id == isi["dokumen"])
            or (lepas is not None and lepas.folder == self.tercecer)
            or bool(tak_terdokumentasi)
        )


class DiLuarPeriode(KepadaStaf):
    """F43: dated before the period began."""

    kode, nama = "F43", "Laporan periode lalu.pdf"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode, daftar = _ikis(t, pegawai_id, 1)
        dokumen = bahan.dokumen_baru(
            t, pegawai_id, self.nama, "Laporan pelaksanaan periode sebelumnya.",
            tanggal=periode.periode_awal - timedelta(days=40), akses=Akses.PENILAI,
        )  # fmt: skip
        bukti = bahan.pasang_bukti(t, skp, periode, daftar[0], self.nama, dokumen=dokumen)
        isi = {"dokumen": dokumen.dokumen_id, "bukti": bukti.bukti_id}
        return _tempat(skp, periode, isi, {"nama": self.nama})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        bukti = repository.find_one(connection, BuktiDukung, bukti_id=isi["bukti"])
        return bukti is not None and bukti.dokumen_id == isi["dokumen"]


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


SEMUA: tuple[Gangguan, ...] = (TautanDibatasi(), DikumpulkanDiAkhir(), DiLuarPeriode(), SatuFolder())
