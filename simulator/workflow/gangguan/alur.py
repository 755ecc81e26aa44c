"""Group W: the way of an SKP and of a period.

Scene: Daftar SKP, Detail SKP, Penilaian. May import: simulator.domain, rules, store, workflow.
Facts: katalog.tsv, F23–F36. Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.matriks import MatriksPeranHasil
from simulator.domain.pelaksanaan import ProgresHarian, RencanaAksi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, RHK, SKP, RiwayatKeterangan, StatusSKP
from simulator.rules.periode import terbuka
from simulator.store import repository
from simulator.store.rows import identity_columns
from simulator.workflow.gangguan import bahan
from simulator.workflow.gangguan.data_induk import DAFTAR, DETAIL, staf, staf_dekat
from simulator.workflow.gangguan.macam import Gangguan, Terpasang, tidak_cocok
from simulator.workflow.locking import dalam_masa
from simulator.workflow.structure import kartu
from simulator.workflow.transaction import Tindakan

AKTIF = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


class KepadaStaf(Gangguan):
    """Given to people who lead nobody, so that one fault does not hang on another one's SKP."""

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf(connection)


class AtasanTanpaRhk(Gangguan):
    """F23: the superior's SKP exists and is empty."""

    kode = "F23"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf_dekat(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        bahan.wajib_tanpa_skp(t, atasan_id)
        bahan.wajib_tanpa_skp(t, pegawai_id)
        bahan.skp_kosong(t, atasan_id, StatusSKP.DRAFT)
        skp = bahan.salin_skp(t, pegawai_id, StatusSKP.DRAFT, berinduk=False)
        isi = {"atasan": atasan_id, "tahun": t.hari.year}
        return Terpasang(isi, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        mine = repository.find(connection, SKP, pegawai_id=isi["atasan"], tahun=isi["tahun"])
        return not repository.find(connection, RHK, skp_id=[skp.skp_id for skp in mine])


class BelumDisinkronkan(KepadaStaf):
    """F24: the superior has not pressed Sinkronisasi SKP Bawahan."""

    kode = "F24"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        pimpinan = bahan.skp_disetujui(t, atasan_id)
        t.ubah(MatriksPeranHasil, pimpinan.skp_id, disinkronkan=False)
        return Terpasang({"skp": pimpinan.skp_id, "atasan": atasan_id}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        there = repository.find_one(connection, MatriksPeranHasil, skp_pimpinan_id=isi["skp"])
        return there is None or not there.disinkronkan


class PenilaiKeliru(KepadaStaf):
    """F25: another person stands on the SKP as assessor."""

    kode = "F25"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        lain = [p for p in staf(t.connection) if p not in (pegawai_id, skp.penilai_id)]
        if not lain:
            raise tidak_cocok("Tidak ada orang lain yang dapat tertukar.")
        salah = lain[0]
        t.ubah(SKP, skp.skp_id, penilai_id=salah, **identity_columns("penilai", kartu(t, salah)))
        teks = {"salah": t.ambil(Pegawai, salah).nama}
        return Terpasang({"skp": skp.skp_id, "salah": salah}, (pegawai_id,), DETAIL.format(skp=skp.skp_id), teks)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        return skp is not None and skp.penilai_id == isi["salah"]


class SkpPendek(KepadaStaf):
    """F26: one SKP per quarter."""

    kode = "F26"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        bahan.wajib_tanpa_skp(t, pegawai_id)
        tahun = t.hari.year
        awal = bahan.salin_skp(t, pegawai_id, StatusSKP.DRAFT, akhir=date(tahun, 3, 31))
        kedua = bahan.skp_kosong(t, pegawai_id, StatusSKP.DRAFT, awal=date(tahun, 4, 1), akhir=date(tahun, 6, 30))
        return Terpasang({"skp": [awal.skp_id, kedua.skp_id]}, (pegawai_id,), DAFTAR, {"tahun": str(tahun)})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return any(
            (skp.periode_akhir - skp.periode_awal).days < 100
            for skp in repository.find(connection, SKP, skp_id=isi["skp"])
        )


class Bertindihan(KepadaStaf):
    """F27: a new SKP over a period that is used."""

    kode = "F27"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        bahan.wajib_tanpa_skp(t, pegawai_id)
        tahun = t.hari.year
        bahan.salin_skp(t, pegawai_id, StatusSKP.PERSETUJUAN, akhir=date(tahun, 6, 30))
        baru = bahan.salin_skp(t, pegawai_id, StatusSKP.DRAFT)
        return Terpasang({"skp": baru.skp_id}, (pegawai_id,), DETAIL.format(skp=baru.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        return skp is not None and any(
            lain.skp_id != skp.skp_id and _bertemu(lain, skp)
            for lain in repository.find(connection, SKP, pegawai_id=skp.pegawai_id, status=AKTIF)
        )


def _bertemu(satu: SKP, lain: SKP) -> bool:
    return satu.periode_awal <= lain.periode_akhir and lain.periode_awal <= satu.periode_akhir


class TanggalTerbalik(KepadaStaf):
    """F28: the end before the beginning."""

    kode = "F28"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        tahun = t.hari.year
        t.ubah(SKP, skp.skp_id, periode_awal=date(tahun, 12, 31), periode_akhir=date(tahun, 1, 1))
        return Terpasang({"skp": skp.skp_id}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        return skp is not None and skp.periode_akhir < skp.periode_awal


class BelumDiajukan(KepadaStaf):
    """F29: complete, and never submitted."""

    kode = "F29"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        return Terpasang({"skp": skp.skp_id}, (pegawai_id,), rf"/skp(/{skp.skp_id})?")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return repository.find_one(connection, SKP, skp_id=isi["skp"], status=StatusSKP.DRAFT) is not None


class AtasanDiam(KepadaStaf):
    """F30: submitted, and nobody decides."""

    kode = "F30"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        sejak = t.hari - timedelta(days=14)
        t.ubah(SKP, skp.skp_id, status=StatusSKP.PENGAJUAN, diajukan_pada=sejak)
        teks = {"sejak": f"{sejak:%d-%m-%Y}"}
        return Terpasang({"skp": skp.skp_id, "atasan": skp.penilai_id}, (pegawai_id,), rf"/skp(/{skp.skp_id})?", teks)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return repository.find_one(connection, SKP, skp_id=isi["skp"], status=StatusSKP.PENGAJUAN) is not None


class DikembalikanTanpaPerbaikan(KepadaStaf):
    """F31: returned with a note that nobody acted on."""

    kode = "F31"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_draft(t, pegawai_id)
        iki = _iki_pertama(skp)
        t.tambah(
            RiwayatKeterangan, keterangan_id=t.id_baru(), skp_id=skp.skp_id, hari=t.hari, oleh_id=skp.penilai_id or 0,
            alasan=f"Target “{iki.target}” untuk “{iki.indikator}” belum sesuai kesepakatan; naikkan targetnya.",
        )  # fmt: skip
        isi = {"iki": iki.iki_id, "target": iki.target}
        return Terpasang(isi, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        iki = repository.find_one(connection, IKI, iki_id=isi["iki"])
        return iki is not None and iki.target == isi["target"]


def _iki_pertama(skp: SKP) -> IKI:
    return next(iki for rhk in skp.daftar_rhk for iki in rhk.daftar_iki)


class BatasLewat(Gangguan):
    """F32: the closing day has passed, for everybody."""

    kode = "F32"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        berlaku = t.cari(SKP, pegawai_id=pegawai_id, status=AKTIF, plt_plh_pjb=False)
        pilihan = [
            (periode, skp)
            for periode in t.cari(PeriodePenilaian)
            for skp in berlaku
            if periode.periode_akhir < t.hari and terbuka(periode, t.hari) and dalam_masa(periode, skp)
        ]
        if not pilihan:
            raise tidak_cocok("Tidak ada periode yang sudah berakhir dan masih terbuka pada hari ini.")
        periode, skp = pilihan[-1]
        t.ubah(PeriodePenilaian, periode.periode_id, batas_pengisian=t.hari - timedelta(days=1))
        alamat = rf"/skp/{skp.skp_id}/penilaian(/{periode.periode_id}(/\w+)?)?"
        return Terpasang({"periode": periode.periode_id}, (pegawai_id,), alamat)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        periode = repository.find_one(connection, PeriodePenilaian, periode_id=isi["periode"])
        return periode is not None and periode.batas_pengisian < repository.simulated_day(connection)


class RencanaKosong(KepadaStaf):
    """F33: one RHK without rencana aksi, so nothing can be attached."""

    kode = "F33"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode = bahan.skp_disetujui(t, pegawai_id), bahan.periode_berjalan(t)
        sisa = [
            rhk for rhk in skp.daftar_rhk
            if not t.cari(RencanaAksi, skp_id=skp.skp_id, periode_id=periode.periode_id, rhk_id=rhk.rhk_id)
        ]  # fmt: skip
        if not sisa:
            raise tidak_cocok("Rencana aksi pegawai ini sudah lengkap.")
        for rhk in sisa[1:]:
            bahan.rencanakan(t, skp, periode, rhk)
        isi = {"skp": skp.skp_id, "periode": periode.periode_id, "rhk": sisa[0].rhk_id}
        return Terpasang(isi, (pegawai_id,), f"/skp/{skp.skp_id}/penilaian/{periode.periode_id}/eviden")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"skp_id": isi["skp"], "periode_id": isi["periode"], "rhk_id": isi["rhk"]}
        return not repository.find(connection, RencanaAksi, **where)


class LangsungKeHasil(KepadaStaf):
    """F34: straight to the result, before the first stage."""

    kode = "F34"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode = bahan.skp_disetujui(t, pegawai_id), bahan.periode_berjalan(t)
        isi = {"skp": skp.skp_id, "periode": periode.periode_id}
        return Terpasang(isi, (pegawai_id,), f"/skp/{skp.skp_id}/penilaian/{periode.periode_id}/hasil")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return not repository.find(connection, RencanaAksi, skp_id=isi["skp"], periode_id=isi["periode"])


class DuaSkpAktif(KepadaStaf):
    """F35: moved to a post in another unit, the old SKP still runs to the end of the year."""

    kode = "F35"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        bahan.wajib_tanpa_skp(t, pegawai_id)
        if t.hari <= date(t.hari.year, 1, 2):
            raise tidak_cocok("Tahun baru saja dimulai; belum ada yang dapat dimutasi di tengah tahun.")
        bahan.salin_skp(t, pegawai_id, StatusSKP.PERSETUJUAN)
        bahan.mutasikan(t, pegawai_id)
        bahan.salin_skp(t, pegawai_id, StatusSKP.PERSETUJUAN, awal=t.hari)
        return Terpasang({"pegawai": pegawai_id, "tahun": t.hari.year}, (pegawai_id,), DAFTAR)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"pegawai_id": isi["pegawai"], "tahun": isi["tahun"], "plt_plh_pjb": False}
        aktif = repository.find(connection, SKP, status=AKTIF, **where)
        return any(_bertemu(a, b) for nomor, a in enumerate(aktif) for b in aktif[:nomor])


class ProgresGagal(KepadaStaf):
    """F36: a plan whose daily progress could not be saved."""

    kode = "F36"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp, periode = bahan.skp_disetujui(t, pegawai_id), bahan.periode_berjalan(t)
        rencana = bahan.rencanakan(t, skp, periode, skp.daftar_rhk[0])
        if t.cari(ProgresHarian, rencana_id=rencana.rencana_id):
            raise tidak_cocok("Pegawai ini sudah mencatat progress harian.")
        alamat = f"/skp/{skp.skp_id}/penilaian/{periode.periode_id}/progres"
        return Terpasang({"rencana": rencana.rencana_id}, (pegawai_id,), alamat)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return not repository.find(connection, ProgresHarian, rencana_id=isi["rencana"])


SEMUA: tuple[Gangguan, ...] = (
    AtasanTanpaRhk(), BelumDisinkronkan(), PenilaiKeliru(), SkpPendek(), Bertindihan(), TanggalTerbalik(),
    BelumDiajukan(), AtasanDiam(), DikembalikanTanpaPerbaikan(), BatasLewat(), RencanaKosong(), LangsungKeHasil(),
    DuaSkpAktif(), ProgresGagal(),
)  # fmt: skip
