"""Group D: master data, profiles, structure, calendar.

Scene: *Sinkronisasi ASN* and the administrator's menus mend them. May import: simulator.domain, rules, store, workflow.
Facts: katalog.tsv, F08–F22. Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Connection

from simulator.domain.akun import Akun, Peran
from simulator.domain.kepegawaian import Jabatan, Pegawai, Penugasan, Profil, StatusPenugasan, UnitKerja
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP, StatusSKP
from simulator.rules.periode import batas_baku, periode_baku
from simulator.store import repository
from simulator.store.rows import to_value
from simulator.store.schema import jabatan as tabel_jabatan
from simulator.workflow.gangguan import bahan
from simulator.workflow.gangguan.macam import ADMIN, Gangguan, Terpasang, tidak_cocok
from simulator.workflow.transaction import Tindakan

#: A post of an older nomenclature (REKAAN penyusun).
LAMA = "Pengadministrasi Umum (nomenklatur lama)"
DAFTAR, DETAIL = "/skp", r"/skp/{skp}"


def staf(connection: Connection) -> list[int]:
    """Active people who have a superior and lead nobody."""
    atasan = {p.atasan_id for p in repository.find(connection, Pegawai, aktif=True)}
    return [
        p.pegawai_id
        for p in repository.find(connection, Pegawai, aktif=True)
        if p.atasan_id is not None and p.pegawai_id not in atasan
    ]


def staf_dekat(connection: Connection) -> list[int]:
    """The same without those right under the head: what their superior lacks, everybody below the head would lack."""
    kepala = {u.pimpinan_id for u in repository.find(connection, UnitKerja, induk_id=None)}
    return [p for p in staf(connection) if repository.get(connection, Pegawai, p).atasan_id not in kepala]


class ProfilBerbeda(Gangguan):
    """F08: the profile is older than SIASN."""

    kode = "F08"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        golongan = "II/b" if t.ambil(Pegawai, pegawai_id).golongan != "II/b" else "III/a"
        t.ubah(Profil, pegawai_id, jabatan_nama=LAMA, golongan=golongan)
        return Terpasang({"pegawai": pegawai_id}, (pegawai_id,), "/profil")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        pegawai = repository.get(connection, Pegawai, isi["pegawai"])
        profil = repository.get(connection, Profil, isi["pegawai"])
        jabatan = repository.get(connection, Jabatan, pegawai.jabatan_id)
        return (profil.golongan, profil.jabatan_nama) != (pegawai.golongan, jabatan.nama)


class ProfilAtasanKeliru(Gangguan):
    """F09: the superior's own profile is wrong, and the SKP below copied it."""

    kode = "F09"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        skp = bahan.skp_tahun_ini(t, pegawai_id) or bahan.salin_skp(t, pegawai_id, StatusSKP.DRAFT)
        if skp.status not in (StatusSKP.DRAFT, StatusSKP.PERSETUJUAN) or skp.penilai_id != atasan_id:
            raise tidak_cocok("Kartu penilai pada SKP pegawai ini tidak dapat diperbarui.")
        t.ubah(Profil, atasan_id, jabatan_nama=LAMA)
        t.ubah(SKP, skp.skp_id, penilai_jabatan=LAMA)
        isi = {"atasan": atasan_id, "skp": skp.skp_id, "salah": LAMA}
        return Terpasang(isi, (pegawai_id,), DETAIL.format(skp=skp.skp_id), {"salah": LAMA})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        return skp is not None and skp.identitas_penilai is not None and skp.identitas_penilai.jabatan == isi["salah"]


def _pindah(t: Tindakan, pegawai_id: int, nama: str) -> int:
    """Put somebody into a post of this name beside their own; its number."""
    jabatan = t.ambil(Jabatan, t.ambil(Pegawai, pegawai_id).jabatan_id)
    there = t.kunci(tabel_jabatan, unit_id=jabatan.unit_id, nama=nama, jenis=jabatan.jenis, jenjang=jabatan.jenjang)
    if there is None:
        values = {field.name: to_value(getattr(jabatan, field.name)) for field in fields(Jabatan)}
        there = t.id_baru()
        t.tambah_baris(tabel_jabatan, {**values, "jabatan_id": there, "nama": nama, "pimpinan_unit": False})
    t.ubah(Pegawai, pegawai_id, jabatan_id=there)
    return there


class JabatanKosong(Gangguan):
    """F10: the post is blank in the master data and in the profile."""

    kode = "F10"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        _pindah(t, pegawai_id, "")
        t.ubah(Profil, pegawai_id, jabatan_nama="", jenis_jabatan="")
        return Terpasang({"pegawai": pegawai_id}, (pegawai_id,), "/skp|/profil")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        profil = repository.get(connection, Profil, isi["pegawai"])
        return profil.unit_id is None or not profil.jabatan_nama.strip() or not profil.jenis_jabatan.strip()


class AtasanLowong(Gangguan):
    """F11: the superior has left, the post is vacant, nobody acts in it."""

    kode = "F11"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        dipimpin = t.cari(UnitKerja, pimpinan_id=atasan_id)
        jabatan = t.ambil(Jabatan, t.ambil(Pegawai, atasan_id).jabatan_id)
        if not dipimpin or not jabatan.pimpinan_unit or any(unit.induk_id is None for unit in dipimpin):
            raise tidak_cocok("Atasan pegawai ini bukan pimpinan unit di bawah pimpinan instansi.")
        t.ubah(Pegawai, atasan_id, aktif=False)
        for unit in dipimpin:
            t.ubah(UnitKerja, unit.unit_id, pimpinan_id=None)
        tim = [p.pegawai_id for p in t.cari(Pegawai, atasan_id=atasan_id)]
        for anggota in tim:
            t.ubah(Pegawai, anggota, atasan_id=None)
            t.ubah(Profil, anggota, atasan_id=None)
        return Terpasang({"pegawai": pegawai_id, "jabatan": jabatan.jabatan_id}, tuple(tim), "/skp|/profil")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return repository.get(connection, Profil, isi["pegawai"]).atasan_id is None


class CentangPlt(Gangguan):
    """F12: somebody who acts for nobody ticked SKP PLT/PLH/PJB."""

    kode = "F12"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        if t.cari(Penugasan, pegawai_id=pegawai_id):
            raise tidak_cocok("Pegawai ini punya penugasan PLT/PLH.")
        skp = bahan.skp_draft(t, pegawai_id)
        t.ubah(SKP, skp.skp_id, plt_plh_pjb=True)
        return Terpasang({"skp": skp.skp_id}, (pegawai_id,), rf"/skp(/{skp.skp_id})?")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        skp = repository.find_one(connection, SKP, skp_id=isi["skp"])
        return skp is not None and skp.plt_plh_pjb and skp.status is not StatusSKP.DIGANTI


class MerangkapSatuSkp(Gangguan):
    """F13: an acting appointment without an SKP of its own."""

    kode = "F13"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        jabatan = t.ambil(Jabatan, t.ambil(Pegawai, atasan_id).jabatan_id)
        tahun = t.hari.year
        akhir = date(tahun, 12, 31)
        ber_skp = bool(t.cari(SKP, pegawai_id=pegawai_id, tahun=tahun, plt_plh_pjb=True))
        if ber_skp or t.cari(Penugasan, jabatan_id=jabatan.jabatan_id, status=StatusPenugasan.PLH, selesai=akhir):
            raise tidak_cocok("Jabatan atau pegawai ini sudah punya penugasan dengan SKP-nya.")
        status = StatusPenugasan.PLH
        t.tambah(
            Penugasan, penugasan_id=t.id_baru(), pegawai_id=pegawai_id, jabatan_id=jabatan.jabatan_id, status=status,
            mulai=t.hari, selesai=akhir, dasar="Surat perintah pelaksana harian (latihan)",
        )  # fmt: skip
        isi = {"pegawai": pegawai_id, "tahun": tahun, "jabatan": jabatan.jabatan_id}
        return Terpasang(isi, (pegawai_id,), DAFTAR, {"status": status.label, "jabatan": jabatan.nama})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"pegawai_id": isi["pegawai"], "jabatan_id": isi["jabatan"], "tahun": isi["tahun"]}
        return not repository.find(connection, SKP, plt_plh_pjb=True, **where)


class PimpinanBelumTerdaftar(Gangguan):
    """F14: the leader is not registered as leader of the unit."""

    kode = "F14"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        skp = bahan.skp_draft(t, pegawai_id)
        jabatan = t.ambil(Jabatan, t.ambil(Pegawai, atasan_id).jabatan_id)
        unit = t.ambil(UnitKerja, jabatan.unit_id)
        if not jabatan.pimpinan_unit or unit.pimpinan_id != atasan_id or unit.induk_id is None:
            raise tidak_cocok("Atasan pegawai ini tidak memimpin unit.")
        t.ubah(UnitKerja, unit.unit_id, pimpinan_id=None)
        return Terpasang({"unit": unit.unit_id}, (pegawai_id,), DETAIL.format(skp=skp.skp_id))

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return repository.get(connection, UnitKerja, isi["unit"]).pimpinan_id is None


class UnorTidakAktif(Gangguan):
    """F15: the unit is not active in the reference."""

    kode = "F15"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        unit = t.ambil(UnitKerja, t.ambil(Pegawai, pegawai_id).unit_id)
        if unit.induk_id is None:
            raise tidak_cocok("Pegawai ini berada di unit tertinggi.")
        t.ubah(UnitKerja, unit.unit_id, aktif=False)
        tim = [p.pegawai_id for p in t.cari(Pegawai, unit_id=unit.unit_id, aktif=True)]
        return Terpasang({"unit": unit.unit_id}, tuple(tim), "/skp|/profil")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return not repository.get(connection, UnitKerja, isi["unit"]).aktif


class AtasanTanpaSkp(Gangguan):
    """F17: the superior has no SKP of this year."""

    kode = "F17"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf_dekat(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        bahan.wajib_tanpa_skp(t, atasan_id)
        skp = bahan.skp_tahun_ini(t, pegawai_id) or bahan.salin_skp(t, pegawai_id, StatusSKP.DRAFT, berinduk=False)
        if skp.status is not StatusSKP.DRAFT:
            raise tidak_cocok("SKP pegawai ini tidak lagi Draft.")
        isi = {"atasan": atasan_id, "tahun": t.hari.year}
        return Terpasang(isi, (pegawai_id,), rf"/skp(/{skp.skp_id})?")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        return not repository.find(connection, SKP, pegawai_id=isi["atasan"], tahun=isi["tahun"], plt_plh_pjb=False)


class _Periode(Gangguan):
    """A period that does not fit the calendar, seen by the administrators."""

    perorangan = False

    def calon(self, connection: Connection) -> Iterable[int]:
        return [a.pegawai_id for a in repository.find(connection, Akun) if Peran.ADMIN in a.peran]

    def _tambah(self, t: Tindakan, tipe: TipePeriodik, geser: int) -> Terpasang:
        tahun = t.hari.year + 1
        for baku in periode_baku(tahun, TipePeriodik.TRIWULANAN, t.hari):
            if any(
                lain.tipe is not TipePeriodik.TAHUNAN
                and lain.periode_awal <= baku.periode_akhir
                and baku.periode_awal <= lain.periode_akhir
                for lain in t.cari(PeriodePenilaian)
            ):
                continue  # fmt: skip
            awal, akhir = baku.periode_awal.replace(day=1 + geser), baku.periode_akhir.replace(day=28 if geser else 30)
            periode = t.tambah(
                PeriodePenilaian, periode_id=t.id_baru(), nama=baku.nama, tahun=tahun, tipe=tipe,
                angka=baku.angka, periode_awal=awal, periode_akhir=akhir if geser else baku.periode_akhir,
                batas_pengisian=batas_baku(baku.periode_akhir, t.hari),
            )  # fmt: skip
            return Terpasang(
                {"periode": periode.periode_id}, (ADMIN,), "/admin/periode|/admin/log", {"nama": baku.nama}
            )
        raise tidak_cocok(f"Kalender {tahun} sudah penuh.")


class TipeTidakKonsisten(_Periode):
    """F20: a quarter that says it is a month."""

    kode = "F20"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        return self._tambah(t, TipePeriodik.BULANAN, 0)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        satu = repository.find_one(connection, PeriodePenilaian, periode_id=isi["periode"])
        if satu is None or satu.tipe is not TipePeriodik.BULANAN:
            return False
        return satu.periode_akhir.month != satu.periode_awal.month


class PeriodeTidakBaku(_Periode):
    """F21: a quarter that begins and ends in the middle of a month."""

    kode = "F21"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        return self._tambah(t, TipePeriodik.TRIWULANAN, 4)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        satu = repository.find_one(connection, PeriodePenilaian, periode_id=isi["periode"])
        if satu is None:
            return False
        baku = periode_baku(satu.tahun, satu.tipe, satu.periode_awal)
        return (satu.periode_awal, satu.periode_akhir) not in {(b.periode_awal, b.periode_akhir) for b in baku}


class NomenklaturLama(Gangguan):
    """F22: SIASN still has an old name of the post."""

    kode = "F22"

    def calon(self, connection: Connection) -> Iterable[int]:
        return staf(connection)

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        jabatan_id = _pindah(t, pegawai_id, LAMA)
        t.ubah(Profil, pegawai_id, jabatan_nama=LAMA)
        isi = {"pegawai": pegawai_id, "jabatan": jabatan_id, "salah": LAMA}
        return Terpasang(isi, (pegawai_id,), "/skp|/profil", {"salah": LAMA})

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        pegawai = repository.get(connection, Pegawai, isi["pegawai"])
        return (
            pegawai.jabatan_id == isi["jabatan"]
            or repository.get(connection, Profil, isi["pegawai"]).jabatan_nama == isi["salah"]
        )


SEMUA: tuple[Gangguan, ...] = (
    ProfilBerbeda(), ProfilAtasanKeliru(), JabatanKosong(), AtasanLowong(), CentangPlt(), MerangkapSatuSkp(),
    PimpinanBelumTerdaftar(), UnorTidakAktif(), AtasanTanpaSkp(), TipeTidakKonsisten(), PeriodeTidakBaku(),
    NomenklaturLama(),
)  # fmt: skip
