"""The situation a fault needs: an SKP of this year, its superior's, an open period, something filled in.

Scene: inside the one action that switches a fault on. What the person has already is used; what is missing is written
as the system. May import: simulator.domain, rules.periode, store, workflow core.
Facts: texts written here when nobody has an older SKP to copy are REKAAN penyusun. Add: another thing to be ready.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from simulator.domain.kepegawaian import Jabatan, JenisJabatan, Pegawai, Profil, UnitKerja
from simulator.domain.matriks import MatriksPeranHasil
from simulator.domain.pelaksanaan import Akses, BuktiDukung, Dokumen, RencanaAksi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import (
    IKI,
    RHK,
    SKP,
    Aspek,
    Ekspektasi,
    JenisLampiran,
    JenisRHK,
    KlasifikasiRHK,
    Lampiran,
    Pendekatan,
    Perspektif,
    StatusSKP,
)
from simulator.rules.periode import periode_baku, periode_pada, terbuka
from simulator.store.repository import leads_the_top, whole_matrix, whole_skp
from simulator.store.rows import identity_columns
from simulator.store.schema import matriks_anggota
from simulator.workflow.actions.dokumen import tautan_dokumen
from simulator.workflow.gangguan.macam import tidak_cocok
from simulator.workflow.structure import KARTU_KEPALA_DAERAH, kartu
from simulator.workflow.transaction import ID_BARU, Tindakan

HIDUP = (StatusSKP.DRAFT, StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


def skp_tahun_ini(t: Tindakan, pegawai_id: int) -> SKP | None:
    """The person's definitive SKP of the year it is, the newest version."""
    found = t.cari(SKP, pegawai_id=pegawai_id, tahun=t.hari.year, status=HIDUP, plt_plh_pjb=False)
    return max(found, key=lambda skp: (skp.versi, skp.skp_id), default=None)


def atasan_dari(t: Tindakan, pegawai_id: int) -> int:
    """The superior as the profile has them. Raises: StatusTidakSesuai."""
    atasan_id = t.ambil(Profil, pegawai_id).atasan_id
    if atasan_id is None or not t.ambil(Pegawai, atasan_id).aktif:
        raise tidak_cocok("Pegawai ini tidak punya atasan di instansi.")
    return atasan_id


def wajib_tanpa_skp(t: Tindakan, pegawai_id: int) -> None:
    """Raises: StatusTidakSesuai — the person has an SKP of this year already."""
    if skp_tahun_ini(t, pegawai_id) is not None:
        raise tidak_cocok(f"{t.ambil(Pegawai, pegawai_id).nama} sudah punya SKP tahun {t.hari.year}.")


def skp_disetujui(t: Tindakan, pegawai_id: int) -> SKP:
    """An approved SKP of this year with everything in it. Raises: StatusTidakSesuai."""
    there = skp_tahun_ini(t, pegawai_id)
    if there is None:
        return salin_skp(t, pegawai_id, StatusSKP.PERSETUJUAN)
    if there.status is not StatusSKP.PERSETUJUAN:
        raise tidak_cocok(f"SKP {t.ambil(Pegawai, pegawai_id).nama} berstatus {there.status.label}.")
    return _wajib_berisi(whole_skp(t.connection, there.skp_id))


def skp_draft(t: Tindakan, pegawai_id: int) -> SKP:
    """A Draft of this year with everything in it, whose superior's RHK can be intervened. Raises: StatusTidakSesuai."""
    there = skp_tahun_ini(t, pegawai_id)
    if there is None:
        return salin_skp(t, pegawai_id, StatusSKP.DRAFT)
    if there.status is not StatusSKP.DRAFT:
        raise tidak_cocok(f"SKP {t.ambil(Pegawai, pegawai_id).nama} tidak lagi Draft.")
    return _wajib_berisi(whole_skp(t.connection, there.skp_id))


def _wajib_berisi(skp: SKP) -> SKP:
    if not any(rhk.daftar_iki for rhk in skp.daftar_rhk):
        raise tidak_cocok("SKP pegawai ini belum memuat RHK dan indikator.")
    return skp


def salin_skp(
    t: Tindakan,
    pegawai_id: int,
    status: StatusSKP,
    *,
    awal: date | None = None,
    akhir: date | None = None,
    berinduk: bool = True,
) -> SKP:
    """This year's SKP written from the last one's contents; ``berinduk``: first the superior's, approved and shared."""
    t.ambil(Profil, pegawai_id)
    atasan_id = None if leads_the_top(t.connection, pegawai_id) else atasan_dari(t, pegawai_id)
    pimpinan = skp_disetujui(t, atasan_id) if berinduk and atasan_id is not None else None
    if pimpinan is not None:
        bagikan(t, pimpinan)
    skp = skp_kosong(t, pegawai_id, status, awal=awal, akhir=akhir)
    source = _contoh(t, pegawai_id, skp)
    for rhk in source.daftar_rhk:
        _tulis_rhk(t, skp.skp_id, rhk, _padanan(t, rhk, pimpinan))
    for butir in source.daftar_lampiran:
        t.tambah(Lampiran, **{**_kolom(butir, Lampiran), "lampiran_id": t.id_baru(), "skp_id": skp.skp_id})
    for harapan in source.daftar_ekspektasi:
        t.tambah(Ekspektasi, **{**_kolom(harapan, Ekspektasi), "ekspektasi_id": t.id_baru(), "skp_id": skp.skp_id})
    return whole_skp(t.connection, skp.skp_id)


def skp_kosong(
    t: Tindakan, pegawai_id: int, status: StatusSKP, *, awal: date | None = None, akhir: date | None = None
) -> SKP:
    """An SKP of this year with its identity cards and nothing else."""
    pegawai, profil = t.ambil(Pegawai, pegawai_id), t.ambil(Profil, pegawai_id)
    puncak = leads_the_top(t.connection, pegawai_id)
    penilai_id = None if puncak else profil.atasan_id
    approved = status is StatusSKP.PERSETUJUAN
    return t.tambah(
        SKP, skp_id=t.id_baru(), pegawai_id=pegawai_id, penilai_id=penilai_id, jabatan_id=pegawai.jabatan_id,
        unit_id=pegawai.unit_id, tahun=t.hari.year, periode_awal=awal or date(t.hari.year, 1, 1),
        periode_akhir=akhir or date(t.hari.year, 12, 31), pendekatan=Pendekatan.KUANTITATIF, status=status, versi=1,
        versi_sebelumnya_id=None, plt_plh_pjb=False,
        diajukan_pada=None if status is StatusSKP.DRAFT else t.hari, disetujui_pada=t.hari if approved else None,
        **identity_columns("pegawai", kartu(t, pegawai_id)),
        **identity_columns("penilai", KARTU_KEPALA_DAERAH if puncak else kartu(t, penilai_id)),
    )  # fmt: skip


def mutasikan(t: Tindakan, pegawai_id: int) -> None:
    """Move somebody to a post of the same kind in another unit, profile and superior with it. Raises."""
    orang = t.ambil(Pegawai, pegawai_id)
    lama = t.ambil(Jabatan, orang.jabatan_id)
    for baru in t.cari(Jabatan, jenis=lama.jenis, pimpinan_unit=False):
        unit = t.ambil(UnitKerja, baru.unit_id)
        pindah = baru.jabatan_id < ID_BARU and unit.aktif and unit.unit_id != orang.unit_id
        # The unit that is left goes on without this person: nobody may be moved under somebody who was below them.
        if pindah and unit.pimpinan_id not in (None, pegawai_id, orang.atasan_id):
            t.ubah(Pegawai, pegawai_id, jabatan_id=baru.jabatan_id, unit_id=unit.unit_id, atasan_id=unit.pimpinan_id)
            t.ubah(
                Profil, pegawai_id, unit_id=unit.unit_id, unit_nama=unit.nama, jabatan_nama=baru.nama,
                jenis_jabatan=baru.jenis, atasan_id=unit.pimpinan_id, disinkronkan_pada=t.hari,
            )  # fmt: skip
            return
    raise tidak_cocok("Tidak ada jabatan sejenis di unit lain.")


def _contoh(t: Tindakan, pegawai_id: int, baru: SKP) -> SKP:
    """The last SKP with contents; else a small complete one (REKAAN penyusun), whose ids are not used."""
    older = [
        whole_skp(t.connection, skp.skp_id)
        for skp in t.cari(SKP, pegawai_id=pegawai_id, plt_plh_pjb=False, pendekatan=Pendekatan.KUANTITATIF)
        if skp.skp_id != baru.skp_id and skp.status in HIDUP
    ]
    filled = [skp for skp in older if any(rhk.daftar_iki for rhk in skp.daftar_rhk) and skp.daftar_lampiran]
    if filled:
        return max(filled, key=lambda skp: (skp.periode_akhir, skp.versi))
    jpt = t.ambil(Jabatan, baru.jabatan_id).jenis is JenisJabatan.JPT
    targets = ((Aspek.KUANTITAS, "4 Laporan"), (Aspek.KUALITAS, "90 Persen"), (Aspek.WAKTU, "12 Bulan"))
    iki = tuple(IKI(0, 0, aspek, f"Laporan layanan unit, {aspek.label.lower()}", target) for aspek, target in targets)
    rhk = RHK(
        0, 0, JenisRHK.UTAMA, KlasifikasiRHK.ORGANISASI, "Tersusunnya laporan layanan unit",
        perspektif=Perspektif.PROSES_BISNIS if jpt else None, daftar_iki=iki,
    )  # fmt: skip
    annex = tuple(Lampiran(0, 0, jenis, 1, f"{jenis.label} sesuai DPA unit") for jenis in JenisLampiran)
    return SKP(**{**_kolom(baru, SKP), "daftar_rhk": (rhk,), "daftar_lampiran": annex, "daftar_ekspektasi": ()})


def _padanan(t: Tindakan, rhk: RHK, pimpinan: SKP | None) -> int | None:
    """The superior's RHK of this year that says what the one intervened last year said."""
    if pimpinan is None or rhk.jenis is not JenisRHK.UTAMA:
        return None
    lama = None if rhk.rhk_atasan_id is None else t.satu(RHK, rhk_id=rhk.rhk_atasan_id)
    sama = [satu for satu in pimpinan.daftar_rhk if lama is not None and satu.teks == lama.teks]
    return (sama or list(pimpinan.daftar_rhk))[0].rhk_id


def _tulis_rhk(t: Tindakan, skp_id: int, rhk: RHK, induk_id: int | None) -> None:
    rhk_id = t.id_baru()
    t.tambah(RHK, **{**_kolom(rhk, RHK), "rhk_id": rhk_id, "skp_id": skp_id, "rhk_atasan_id": induk_id})
    for iki in rhk.daftar_iki:
        t.tambah(IKI, **{**_kolom(iki, IKI), "iki_id": t.id_baru(), "rhk_id": rhk_id})


def _kolom(benda: Any, kelas: type) -> dict[str, Any]:
    return {field.name: getattr(benda, field.name) for field in fields(kelas)}


def bagikan(t: Tindakan, pimpinan: SKP) -> None:
    """Put the team into the leader's Matriks Peran Hasil and offer the RHK to them."""
    whole = whole_matrix(t.connection, pimpinan.skp_id)
    if whole is None:
        t.tambah(MatriksPeranHasil, skp_pimpinan_id=pimpinan.skp_id, pimpinan_id=pimpinan.pegawai_id, disinkronkan=True)
    elif not whole.disinkronkan:
        t.ubah(MatriksPeranHasil, pimpinan.skp_id, disinkronkan=True)
    members = set() if whole is None else set(whole.anggota_id)
    team = {row.pegawai_id for row in t.cari(Profil, atasan_id=pimpinan.pegawai_id)}
    for pegawai_id in sorted(team - members):
        t.tambah_baris(
            matriks_anggota,
            {"anggota_id": t.id_baru(), "skp_pimpinan_id": pimpinan.skp_id, "pegawai_id": pegawai_id},
        )


def periode_berjalan(t: Tindakan) -> PeriodePenilaian:
    """The month or quarter it is, open for filling; added to the calendar where there is none."""
    for periode in t.cari(PeriodePenilaian, tahun=t.hari.year):
        if periode.tipe is not TipePeriodik.TAHUNAN and periode.periode_awal <= t.hari <= periode.periode_akhir:
            if not terbuka(periode, t.hari):
                raise tidak_cocok(f"{periode.nama} sudah ditutup.")
            return periode
    baku = periode_pada(periode_baku(t.hari.year, TipePeriodik.TRIWULANAN, t.hari), TipePeriodik.TRIWULANAN, t.hari)
    assert baku is not None  # the quarters of a year cover every day of it
    return t.tambah(PeriodePenilaian, **{**_kolom(baku, PeriodePenilaian), "periode_id": t.id_baru()})


def rencanakan(t: Tindakan, skp: SKP, periode: PeriodePenilaian, rhk: RHK) -> RencanaAksi:
    """A rencana aksi for this RHK in this period: the one there is, else a new one."""
    there = t.satu(RencanaAksi, skp_id=skp.skp_id, periode_id=periode.periode_id, rhk_id=rhk.rhk_id)
    return there or t.tambah(
        RencanaAksi, rencana_id=t.id_baru(), skp_id=skp.skp_id, periode_id=periode.periode_id, rhk_id=rhk.rhk_id,
        deskripsi=f"Menyiapkan bahan untuk: {rhk.teks}"[:400], target="1 Laporan", dibuat_pada=t.hari,
    )  # fmt: skip


def dokumen_baru(
    t: Tindakan,
    pemilik_id: int,
    nama: str,
    isi: str,
    *,
    tanggal: date,
    akses: Akses,
    folder: str = "",
    jenis: str = "Laporan",
) -> Dokumen:
    """A paper on somebody's drive; without ``folder`` in that of its year."""
    nomor = t.id_baru()
    return t.tambah(
        Dokumen, dokumen_id=nomor, pemilik_id=pemilik_id, nama=nama, jenis=jenis, tanggal=tanggal,
        folder=folder or f"{tanggal.year}", akses=akses, sidik=f"{nomor:032x}"[-32:], bertanda_tangan=True,
        isi_ringkas=isi, diunggah_pada=t.hari,
    )  # fmt: skip


def pasang_bukti(
    t: Tindakan, skp: SKP, periode: PeriodePenilaian, iki: IKI, nama: str, *, dokumen: Dokumen | None, tautan: str = ""
) -> BuktiDukung:
    """Evidence for one indicator: a document of the drive, or any link."""
    return t.tambah(
        BuktiDukung, bukti_id=t.id_baru(), skp_id=skp.skp_id, periode_id=periode.periode_id, iki_id=iki.iki_id,
        nama_eviden=nama, tautan=tautan_dokumen(dokumen.dokumen_id) if dokumen is not None else tautan,
        dokumen_id=None if dokumen is None else dokumen.dokumen_id, dicatat_pada=t.hari,
    )  # fmt: skip
