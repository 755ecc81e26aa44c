"""Every action, tried by everybody: the table below is what an office would say, not what the code says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.pelaksanaan import Akses, SasaranUmpanBalik
from simulator.domain.penilaian import PredikatOrganisasi, Rating
from simulator.domain.periode import TipePeriodik
from simulator.domain.skp import Aspek, JenisLampiran, NilaiBerAKHLAK
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.workflow import actions as a
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.impor.rencana import RencanaImpor, RHKBaru
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.permissions import IZIN, TABEL
from tests.workflow.adegan import AKHIR, AWAL, TW1, TW4
from tests.workflow.invarian import query
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT, SEKRETARIS
from tests.workflow.sidik_kantor import sidik_kantor
from tests.workflow.tahap import Tahap, semua_tahap

#: Who tries. The record is the nurse's (PERAWAT); KASI assesses her, KABID stands above KASI.
PELAKU = {
    "pemilik": Pelaku.pegawai(PERAWAT),
    "pemilik sebagai penilai": Pelaku.penilai(PERAWAT),
    "rekan": Pelaku.pegawai(PENGELOLA),
    "penilai": Pelaku.penilai(KASI),
    "penilai sebagai pegawai": Pelaku.pegawai(KASI),
    "atasan penilai": Pelaku.penilai(KABID),
    "pimpinan bidang lain": Pelaku.penilai(SEKRETARIS),
    "kepala dinas": Pelaku.penilai(KEPALA),
    "admin": Pelaku.admin(ADMIN),
    "admin sebagai pegawai": Pelaku.pegawai(ADMIN),
    "bukan admin": Pelaku.admin(PERAWAT),
    "kepala daerah": KEPALA_DAERAH,
}

Laku = Callable[[Kantor, Pelaku, Tahap], object]
#: action: (stage, who may, what to do)
PERKARA: dict[str, tuple[str, str, Laku]] = {
    "sinkronkan_profil": ("draft", "pemilik", lambda k, p, t: a.sinkronkan_profil(k, p, PERAWAT)),
    "ubah_profil": ("draft", "pemilik", lambda k, p, t: a.ubah_profil(k, p, PERAWAT, jabatan=True)),
    "buat_skp": (
        "draft",
        "pemilik",
        lambda k, p, t: a.buat_skp(k, p, periode_awal=AWAL, periode_akhir=AKHIR, pegawai_id=PERAWAT),
    ),
    "ubah_periode": (
        "draft",
        "pemilik",
        lambda k, p, t: a.ubah_periode(k, p, t.adegan.skp[PERAWAT], periode_awal=date(2026, 2, 1), periode_akhir=AKHIR),
    ),
    "perbaiki_penilai": ("draft", "pemilik", lambda k, p, t: a.perbaiki_penilai(k, p, t.adegan.skp[PERAWAT])),
    "hapus_skp": ("draft", "pemilik", lambda k, p, t: a.hapus_skp(k, p, t.adegan.skp[PERAWAT])),
    "ajukan_skp": ("draft", "pemilik", lambda k, p, t: a.ajukan_skp(k, p, t.adegan.skp[PERAWAT])),
    "setujui_skp": ("pengajuan", "penilai", lambda k, p, t: a.setujui_skp(k, p, t.adegan.skp[PERAWAT])),
    "kembalikan_skp": (
        "pengajuan",
        "penilai",
        lambda k, p, t: a.kembalikan_skp(k, p, t.adegan.skp[PERAWAT], alasan="Target belum jelas"),
    ),
    "kembalikan_ke_draft": (
        "pengajuan",
        "admin",
        lambda k, p, t: a.kembalikan_ke_draft(k, p, t.adegan.skp[PERAWAT], alasan="Salah unit"),
    ),
    "revisi_skp": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.revisi_skp(k, p, t.adegan.skp[PERAWAT], alasan="Anggaran berubah"),
    ),
    "tambah_rhk": (
        "draft",
        "pemilik",
        lambda k, p, t: a.tambah_rhk(k, p, t.adegan.skp[PERAWAT], teks_rhk="Tersusunnya pedoman"),
    ),
    "ubah_rhk": ("draft", "pemilik", lambda k, p, t: a.ubah_rhk(k, p, t.adegan.rhk[PERAWAT], teks_rhk="Teks baru")),
    "hapus_rhk": ("draft", "pemilik", lambda k, p, t: a.hapus_rhk(k, p, t.catatan["rhk_lepas"])),
    "tambah_iki": (
        "draft",
        "pemilik",
        lambda k, p, t: a.tambah_iki(
            k, p, t.adegan.rhk[PERAWAT], aspek=Aspek.KUALITAS, indikator="Laporan sahih", target="100 Persen"
        ),
    ),
    "ubah_iki": ("draft", "pemilik", lambda k, p, t: a.ubah_iki(k, p, t.adegan.iki[PERAWAT], target="5 Laporan")),
    "hapus_iki": ("draft", "pemilik", lambda k, p, t: a.hapus_iki(k, p, t.adegan.iki[PERAWAT])),
    "tambah_lampiran": (
        "draft",
        "pemilik",
        lambda k, p, t: a.tambah_lampiran(k, p, t.adegan.skp[PERAWAT], jenis=JenisLampiran.KONSEKUENSI, isi="Pujian"),
    ),
    "ubah_lampiran": (
        "draft",
        "pemilik",
        lambda k, p, t: a.ubah_lampiran(k, p, t.adegan.lampiran[PERAWAT], isi="Isi baru"),
    ),
    "hapus_lampiran": ("draft", "pemilik", lambda k, p, t: a.hapus_lampiran(k, p, t.adegan.lampiran[PERAWAT])),
    "impor_skp": (
        "draft",
        "pemilik",
        lambda k, p, t: a.impor_skp(
            k, p, t.adegan.skp[PERAWAT], rencana=RencanaImpor((RHKBaru("Tersedianya pedoman rujukan"),))
        ),
    ),
    "hapus_impor": ("draft", "pemilik", lambda k, p, t: a.hapus_impor(k, p, t.adegan.skp[PERAWAT])),
    "isi_ekspektasi": (
        "pengajuan",
        "penilai",
        lambda k, p, t: a.isi_ekspektasi(k, p, t.adegan.skp[PERAWAT], nilai=NilaiBerAKHLAK.LOYAL, isi="Jaga rahasia"),
    ),
    "hapus_ekspektasi": (
        "pengajuan",
        "penilai",
        lambda k, p, t: a.hapus_ekspektasi(k, p, t.adegan.skp[PERAWAT], nilai=NilaiBerAKHLAK.AKUNTABEL),
    ),
    "sinkronkan_skp_bawahan": (
        "draft",
        "penilai",
        lambda k, p, t: a.sinkronkan_skp_bawahan(k, p, t.adegan.skp[KASI]),
    ),
    "tambah_anggota": ("draft", "penilai", lambda k, p, t: a.tambah_anggota(k, p, t.adegan.skp[KASI], SEKRETARIS)),
    "hapus_anggota": ("draft", "penilai", lambda k, p, t: a.hapus_anggota(k, p, t.adegan.skp[KASI], PENGELOLA)),
    "tetapkan_peran": (
        "draft",
        "penilai",
        lambda k, p, t: a.tetapkan_peran(
            k,
            p,
            t.adegan.skp[KASI],
            rhk_pimpinan_id=t.adegan.rhk[KASI],
            pegawai_id=PENGELOLA,
            peran="Tersedianya data",
            cascading=JenisCascading.TIDAK_LANGSUNG,
            tingkat=TingkatHasil.LAYANAN,
        ),
    ),
    "hapus_peran": ("draft", "penilai", lambda k, p, t: a.hapus_peran(k, p, t.catatan["peran"])),
    "bentuk_tim_kerja": (
        "draft",
        "penilai",
        lambda k, p, t: a.bentuk_tim_kerja(
            k, p, nama="Tim Rujukan Malam", tugas="Menyiapkan jadwal", ketua_id=PENGELOLA, pembentuk_id=KASI
        ),
    ),
    "ubah_tim_kerja": (
        "draft",
        "penilai",
        lambda k, p, t: a.ubah_tim_kerja(
            k, p, t.catatan["tim"], nama="Tim Data", tugas="Merapikan data rujukan", ketua_id=PERAWAT
        ),
    ),
    "hapus_tim_kerja": ("draft", "penilai", lambda k, p, t: a.hapus_tim_kerja(k, p, t.catatan["tim"])),
    "tambah_anggota_tim": (
        "draft",
        "penilai",
        lambda k, p, t: a.tambah_anggota_tim(k, p, t.catatan["tim"], SEKRETARIS),
    ),
    "hapus_anggota_tim": (
        "draft",
        "penilai",
        lambda k, p, t: a.hapus_anggota_tim(k, p, t.catatan["tim"], PENGELOLA),
    ),
    "tambah_rencana_aksi": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.tambah_rencana_aksi(
            k,
            p,
            t.adegan.skp[PERAWAT],
            periode_id=TW1,
            rhk_id=t.adegan.rhk[PERAWAT],
            deskripsi="Menyusun laporan",
            target="1 Laporan",
        ),
    ),
    "ubah_rencana_aksi": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.ubah_rencana_aksi(k, p, t.catatan["rencana"], target="2 Laporan"),
    ),
    "hapus_rencana_aksi": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.hapus_rencana_aksi(k, p, t.catatan["rencana_kedua"]),
    ),
    "tambah_progres": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.tambah_progres(
            k,
            p,
            t.catatan["rencana"],
            tanggal=date(2026, 2, 2),
            jam_mulai=time(8),
            jam_selesai=time(9),
            kegiatan="Rapat data",
            realisasi=1,
            satuan="kegiatan",
        ),
    ),
    "ubah_progres": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.ubah_progres(k, p, t.catatan["progres"], realisasi=9),
    ),
    "hapus_progres": ("berjalan", "pemilik", lambda k, p, t: a.hapus_progres(k, p, t.catatan["progres"])),
    "simpan_dokumen": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.simpan_dokumen(
            k, p, nama="baru.pdf", jenis="Laporan", tanggal=date(2026, 3, 1), pemilik_id=PERAWAT
        ),
    ),
    "ganti_nama_dokumen": (
        "draft",
        "pemilik",
        lambda k, p, t: a.ganti_nama_dokumen(k, p, t.catatan["dokumen"], nama="nama-baku.pdf"),
    ),
    "atur_akses": (
        "draft",
        "pemilik",
        lambda k, p, t: a.atur_akses(k, p, t.catatan["dokumen"], akses=Akses.PUBLIK),
    ),
    "hapus_dokumen": ("draft", "pemilik", lambda k, p, t: a.hapus_dokumen(k, p, t.catatan["dokumen"])),
    "tambah_bukti": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.tambah_bukti(
            k,
            p,
            t.adegan.skp[PERAWAT],
            periode_id=TW1,
            iki_id=t.adegan.iki[PERAWAT],
            nama_eviden="Tautan lain",
            tautan="https://contoh.go.id/berkas/1",
        ),
    ),
    "ubah_bukti": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.ubah_bukti(k, p, t.catatan["bukti"], nama_eviden="Nama baru"),
    ),
    "hapus_bukti": ("berjalan", "pemilik", lambda k, p, t: a.hapus_bukti(k, p, t.catatan["bukti"])),
    "isi_realisasi": (
        "berjalan",
        "pemilik",
        lambda k, p, t: a.isi_realisasi(
            k,
            p,
            t.adegan.skp[PERAWAT],
            periode_id=TW1,
            iki_id=t.adegan.iki[PERAWAT],
            realisasi="2 laporan",
            sumber_data="Rekap",
        ),
    ),
    "hapus_realisasi": ("berjalan", "pemilik", lambda k, p, t: a.hapus_realisasi(k, p, t.catatan["realisasi"])),
    "beri_umpan_balik": (
        "berjalan",
        "penilai",
        lambda k, p, t: a.beri_umpan_balik(
            k, p, t.adegan.skp[PERAWAT], periode_id=TW1, sasaran=SasaranUmpanBalik.UMUM, isi="Pertahankan."
        ),
    ),
    "ubah_umpan_balik": (
        "berjalan",
        "penilai",
        lambda k, p, t: a.ubah_umpan_balik(k, p, t.catatan["umpan"], isi="Lebih rinci lagi."),
    ),
    "hapus_umpan_balik": ("berjalan", "penilai", lambda k, p, t: a.hapus_umpan_balik(k, p, t.catatan["umpan"])),
    "beri_umpan_rekan": (
        "berjalan",
        "rekan",
        lambda k, p, t: a.beri_umpan_rekan(
            k, p, t.adegan.skp[PERAWAT], periode_id=TW1, harmonis=SkalaRekan.TAMPAK, isi="Ramah kepada semua tamu."
        ),
    ),
    "hapus_umpan_rekan": (
        "berjalan",
        "rekan",
        lambda k, p, t: a.hapus_umpan_rekan(k, p, t.catatan["umpan_rekan"]),
    ),
    "beri_rating": (
        "berjalan",
        "penilai",
        lambda k, p, t: a.beri_rating(
            k,
            p,
            t.adegan.skp[PERAWAT],
            periode_id=TW1,
            rating_hasil=Rating.DI_ATAS,
            rating_perilaku=Rating.DI_ATAS,
        ),
    ),
    "tetapkan_capaian_organisasi": (
        "berjalan",
        "atasan penilai",
        lambda k, p, t: a.tetapkan_capaian_organisasi(
            k, p, 4, periode_id=TW1, predikat=PredikatOrganisasi.BAIK, nilai=95.0
        ),
    ),
    "kunci_periode": (
        "dinilai",
        "admin",
        lambda k, p, t: a.kunci_periode(k, p, TW1),
    ),
    "tambah_periode": (
        "draft",
        "admin",
        lambda k, p, t: a.tambah_periode(
            k,
            p,
            nama="Periode Bulanan 1 Tahun 2028",
            tahun=2028,
            tipe=TipePeriodik.BULANAN,
            angka=1,
            periode_awal=date(2028, 1, 1),
            periode_akhir=date(2028, 1, 31),
            batas_pengisian=date(2028, 2, 10),
        ),
    ),
    "ubah_periode_penilaian": (
        "draft",
        "admin",
        lambda k, p, t: a.ubah_periode_penilaian(k, p, TW4, nama="Triwulan Terakhir 2026"),
    ),
    "hapus_periode": ("draft", "admin", lambda k, p, t: a.hapus_periode(k, p, t.catatan["periode"])),
    "perpanjang_periode": (
        "berjalan",
        "admin",
        lambda k, p, t: a.perpanjang_periode(k, p, TW1, batas_baru=date(2026, 5, 1), alasan="Gangguan jaringan"),
    ),
    "ajukan_keberatan": (
        "dinilai",
        "pemilik",
        lambda k, p, t: a.ajukan_keberatan(k, p, t.catatan["evaluasi"], alasan="Belum dihitung"),
    ),
    "beri_penjelasan": (
        "keberatan",
        "penilai",
        lambda k, p, t: a.beri_penjelasan(k, p, t.catatan["keberatan"], isi="Terlambat"),
    ),
    "putuskan_keberatan": (
        "penjelasan",
        "atasan penilai",
        lambda k, p, t: a.putuskan_keberatan(k, p, t.catatan["keberatan"], diterima=False, keputusan="Tetap"),
    ),
    "setujui_pak": ("setahun", "penilai", lambda k, p, t: a.setujui_pak(k, p, PERAWAT, tahun=2026)),
    "sinkron_ak_siasn": ("pak", "penilai", lambda k, p, t: a.sinkron_ak_siasn(k, p, PERAWAT, tahun=2026)),
    "atur_pegawai": ("draft", "admin", lambda k, p, t: a.atur_pegawai(k, p, PENGELOLA, atasan_id=KABID)),
    "atur_pimpinan_unit": ("draft", "admin", lambda k, p, t: a.atur_pimpinan_unit(k, p, 4, pimpinan_id=None)),
    "aktifkan_unor": ("draft", "admin", lambda k, p, t: a.aktifkan_unor(k, p, 5, aktif=True)),
    "daftarkan_penugasan": (
        "draft",
        "admin",
        lambda k, p, t: a.daftarkan_penugasan(
            k,
            p,
            pegawai_id=SEKRETARIS,
            jabatan_id=3,
            status=StatusPenugasan.PLH,
            mulai=date(2026, 3, 1),
            dasar="SPT 1",
        ),
    ),
    "akhiri_penugasan": (
        "draft",
        "admin",
        lambda k, p, t: a.akhiri_penugasan(k, p, t.catatan["penugasan"], selesai=date(2026, 6, 30)),
    ),
}


def _semua_dinilai(kantor: Kantor, stage: Tahap) -> None:
    scene = replace(stage.adegan, kantor=kantor)
    for pegawai_id in (KEPALA, KABID, KASI):
        scene.dinilai(pegawai_id)
    kantor.maju_ke(date(2026, 4, 1))


#: What must have happened just before, so that the action has something to do.
SEBELUM: dict[str, Callable[[Kantor, Tahap], object]] = {
    "ajukan_skp": lambda k, t: a.hapus_rhk(k, Pelaku.pegawai(PERAWAT), t.catatan["rhk_lepas"]),
    "sinkronkan_skp_bawahan": lambda k, t: a.hapus_anggota(k, Pelaku.penilai(KASI), t.adegan.skp[KASI], PENGELOLA),
    "hapus_impor": lambda k, t: a.impor_skp(
        k, Pelaku.pegawai(PERAWAT), t.adegan.skp[PERAWAT], rencana=RencanaImpor((RHKBaru("Tersedianya pedoman"),))
    ),
    "kunci_periode": lambda k, t: _semua_dinilai(k, t),
    "sinkronkan_profil": lambda k, t: a.atur_pegawai(k, Pelaku.admin(ADMIN), PERAWAT, jabatan_id=6),
    "ubah_profil": lambda k, t: a.atur_pegawai(k, Pelaku.admin(ADMIN), PERAWAT, jabatan_id=6),
    "perbaiki_penilai": lambda k, t: (
        a.atur_pegawai(k, Pelaku.admin(ADMIN), PERAWAT, jabatan_id=6),
        a.sinkronkan_profil(k, Pelaku.pegawai(PERAWAT)),
    ),
}
#: Records of the head of the institution (and of those whom the head assesses): only the head of the region may.
PUNCAK: dict[str, tuple[str, Laku]] = {
    "kembalikan_skp": (
        "draft",
        lambda k, p, t: a.kembalikan_skp(k, p, t.adegan.skp[KEPALA], alasan="Sesuaikan perjanjian kinerja"),
    ),
    "beri_umpan_balik": (
        "berjalan",
        lambda k, p, t: a.beri_umpan_balik(
            k, p, t.adegan.skp[KEPALA], periode_id=TW1, sasaran=SasaranUmpanBalik.UMUM, isi="Teruskan."
        ),
    ),
    "ubah_umpan_balik": ("puncak", lambda k, p, t: a.ubah_umpan_balik(k, p, t.catatan["umpan_puncak"], isi="Baik.")),
    "hapus_umpan_balik": ("puncak", lambda k, p, t: a.hapus_umpan_balik(k, p, t.catatan["umpan_puncak"])),
    "beri_rating": (
        "puncak",
        lambda k, p, t: a.beri_rating(
            k,
            p,
            t.adegan.skp[KEPALA],
            periode_id=TW1,
            rating_hasil=Rating.DI_ATAS,
            rating_perilaku=Rating.SESUAI,
        ),
    ),
    "beri_penjelasan": (
        "puncak_keberatan",
        lambda k, p, t: a.beri_penjelasan(k, p, t.catatan["keberatan_puncak"], isi="Data akhir belum masuk."),
    ),
    "putuskan_keberatan": (
        "puncak_keberatan",
        lambda k, p, t: a.putuskan_keberatan(k, p, t.catatan["keberatan_puncak"], diterima=False, keputusan="Tetap"),
    ),
    "putuskan_keberatan (kepala bidang)": (
        "puncak_keberatan",
        lambda k, p, t: a.putuskan_keberatan(k, p, t.catatan["keberatan_kabid"], diterima=False, keputusan="Tetap"),
    ),
    "tetapkan_capaian_organisasi": (
        "berjalan",
        lambda k, p, t: a.tetapkan_capaian_organisasi(
            k, p, 1, periode_id=TW1, predikat=PredikatOrganisasi.ISTIMEWA, nilai=101.5
        ),
    ),
}


@pytest.fixture(scope="module")
def tahap(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tahap]:
    return semua_tahap(cetakan, tmp_path_factory.mktemp("tahap"))


def test_every_action_has_a_row_and_a_situation() -> None:
    helpers = {"buka_dokumen", "pulihkan", "nomor_dokumen", "tautan_dokumen"}

    assert set(IZIN) == set(a.__all__) - helpers == set(PERKARA)
    assert len(IZIN) == len(TABEL)


def test_the_admin_fills_in_and_rates_nothing() -> None:
    """The admin facilitates; planning, doing and assessing belong to the people concerned."""
    allowed = {izin.aksi for izin in TABEL if izin.kaitan(Peran.ADMIN) is not None}

    assert allowed == {
        "kembalikan_ke_draft",
        "kunci_periode",
        "tambah_periode",
        "ubah_periode_penilaian",
        "hapus_periode",
        "perpanjang_periode",
        "atur_pegawai",
        "atur_pimpinan_unit",
        "aktifkan_unor",
        "daftarkan_penugasan",
        "akhiri_penugasan",
    }


def _entri(path: Path) -> list[str]:
    return [str(aksi) for (aksi,) in query(path, "SELECT aksi FROM jurnal ORDER BY nomor")]


def _yang_boleh(stage: Tahap, path: Path, aksi: str, who: str, act: Laku) -> set[str]:
    """Everybody tries on one office, the expected one last; a refusal changes nothing, the action something."""
    stage.salin(path)
    allowed = set()
    with open_office(path) as kantor:
        if aksi in SEBELUM:
            SEBELUM[aksi](kantor, stage)
        for name in sorted(PELAKU, key=lambda name: name == who):
            before, entries = sidik_kantor(path), _entri(path)
            try:
                act(kantor, PELAKU[name], stage)
                allowed.add(name)
                assert len(_entri(path)) == len(entries) + 1, "satu tindakan, satu entri jurnal"
                assert not aksi or _entri(path)[-1] == aksi
            except TidakBerwenang as refusal:
                assert sidik_kantor(path) == before, (name, refusal)  # noqa: PT017 — who was refused matters here
        assert sidik_kantor(path) != before
    return allowed


@pytest.mark.parametrize("aksi", sorted(PERKARA))
def test_only_the_right_person_may(aksi: str, tahap: dict[str, Tahap], tmp_path: Path) -> None:
    stage, who, act = PERKARA[aksi]

    assert _yang_boleh(tahap[stage], tmp_path / "kantor.db", aksi, who, act) == {who}


@pytest.mark.parametrize("aksi", sorted(PUNCAK))
def test_only_the_head_of_the_region_acts_for_the_head_of_the_institution(
    aksi: str, tahap: dict[str, Tahap], tmp_path: Path
) -> None:
    stage, act = PUNCAK[aksi]

    assert _yang_boleh(tahap[stage], tmp_path / "kantor.db", "", "kepala daerah", act) == {"kepala daerah"}
