"""What is refused in the admin's screens, people and days: name → (stage, kind, code, what is tried)."""

from __future__ import annotations

from datetime import date

from simulator.domain.errors import (
    BelumLengkap,
    BimtekError,
    DataTidakSah,
    StatusTidakSesuai,
    TidakBerwenang,
    TidakDitemukan,
)
from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.periode import TipePeriodik
from simulator.workflow import actions as a
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from tests.workflow.adegan import TW1
from tests.workflow.formulir import (
    ATASAN,
    REKAN,
    SANG_ADMIN,
    SAYA,
    Laku,
    nomor_penghapusan,
    periode,
    plt,
)
from tests.workflow.kantor_kecil import (
    KABID,
    PENGELOLA,
    PERAWAT,
    SEKRETARIS,
)

PENOLAKAN: dict[str, tuple[str, type[BimtekError], str, Laku]] = {
    # --- tim kerja
    "tim dari yang tidak punya bawahan": (
        "draft",
        StatusTidakSesuai,
        "bukan-atasan",
        lambda k, d, c: a.bentuk_tim_kerja(k, Pelaku.penilai(PERAWAT), nama="Tim", tugas="Tugas", ketua_id=PERAWAT),
    ),
    "tim dengan nama yang sudah dipakai": (
        "draft",
        DataTidakSah,
        "nama-tim-terpakai",
        lambda k, d, c: a.bentuk_tim_kerja(k, ATASAN, nama="tim rujukan", tugas="Tugas", ketua_id=PERAWAT),
    ),
    "ketua tim menjadi anggota": (
        "draft",
        DataTidakSah,
        "anggota-tim-sudah-ada",
        lambda k, d, c: a.tambah_anggota_tim(k, ATASAN, c["tim"], PERAWAT),
    ),
    "bukan anggota tim dihapus": (
        "draft",
        DataTidakSah,
        "anggota-tim-tidak-ditemukan",
        lambda k, d, c: a.hapus_anggota_tim(k, ATASAN, c["tim"], SEKRETARIS),
    ),
    # --- admin
    "angka periodik ganda": (
        "draft",
        DataTidakSah,
        "angka-ganda",
        lambda k, d, c: periode(k, angka=12),
    ),
    "angka periodik di luar jangkauan": (
        "draft",
        DataTidakSah,
        "angka-di-luar-jangkauan",
        lambda k, d, c: periode(k, angka=13),
    ),
    "bulan di tahun yang bertriwulan": (
        "draft",
        DataTidakSah,
        "tipe-tidak-seragam",
        lambda k, d, c: periode(
            k,
            tahun=2026,
            periode_awal=date(2026, 7, 1),
            periode_akhir=date(2026, 7, 31),
            batas_pengisian=date(2026, 8, 5),
        ),
    ),
    "triwulan yang mengaku bulan": (
        "draft",
        DataTidakSah,
        "tipe-tidak-sesuai-rentang",
        lambda k, d, c: periode(k, periode_akhir=date(2028, 9, 30), batas_pengisian=date(2028, 10, 5)),
    ),
    "bulan diubah menjadi triwulan keenam": (
        "draft",
        DataTidakSah,
        "angka-di-luar-jangkauan",
        lambda k, d, c: a.ubah_periode_penilaian(k, SANG_ADMIN, c["periode"], tipe=TipePeriodik.TRIWULANAN, angka=6),
    ),
    "batas sebelum akhir": (
        "draft",
        DataTidakSah,
        "batas-terlalu-awal",
        lambda k, d, c: periode(k, batas_pengisian=date(2028, 7, 15)),
    ),
    "periode di tahun lain": ("draft", DataTidakSah, "periode-beda-tahun", lambda k, d, c: periode(k, tahun=2025)),
    "batas yang sudah lewat": (
        "draft",
        DataTidakSah,
        "batas-sudah-lewat",
        lambda k, d, c: periode(
            k,
            tahun=2025,
            periode_awal=date(2025, 7, 1),
            periode_akhir=date(2025, 7, 31),
            batas_pengisian=date(2025, 8, 5),
        ),
    ),
    "geser periode yang sudah berisi": (
        "berjalan",
        StatusTidakSesuai,
        "periode-sudah-dipakai",
        lambda k, d, c: a.ubah_periode_penilaian(k, SANG_ADMIN, TW1, batas_pengisian=date(2026, 5, 1)),
    ),
    "hapus periode yang sudah berisi": (
        "berjalan",
        StatusTidakSesuai,
        "periode-sudah-dipakai",
        lambda k, d, c: a.hapus_periode(k, SANG_ADMIN, TW1),
    ),
    "perpanjang mundur": (
        "berjalan",
        DataTidakSah,
        "batas-baru-terlalu-awal",
        lambda k, d, c: a.perpanjang_periode(k, SANG_ADMIN, TW1, batas_baru=date(2026, 4, 10), alasan="Jaringan"),
    ),
    "perpanjang tanpa alasan": (
        "berjalan",
        BelumLengkap,
        "alasan-kosong",
        lambda k, d, c: a.perpanjang_periode(k, SANG_ADMIN, TW1, batas_baru=date(2026, 5, 1), alasan=""),
    ),
    "atasan berputar": (
        "draft",
        DataTidakSah,
        "atasan-berputar",
        lambda k, d, c: a.atur_pegawai(k, SANG_ADMIN, KABID, atasan_id=PERAWAT),
    ),
    "jabatan di unit mati": (
        "draft",
        DataTidakSah,
        "unit-tidak-terdaftar",
        lambda k, d, c: a.atur_pegawai(k, SANG_ADMIN, PENGELOLA, jabatan_id=10),
    ),
    "pimpinan dari unit lain": (
        "draft",
        DataTidakSah,
        "pimpinan-bukan-anggota-unit",
        lambda k, d, c: a.atur_pimpinan_unit(k, SANG_ADMIN, 4, pimpinan_id=SEKRETARIS),
    ),
    "matikan unit yang berpenghuni": (
        "draft",
        StatusTidakSesuai,
        "unit-masih-dipakai",
        lambda k, d, c: a.aktifkan_unor(k, SANG_ADMIN, 4, aktif=False),
    ),
    "plt bertindihan": ("draft", StatusTidakSesuai, "penugasan-bertindihan", lambda k, d, c: plt(k)),
    "plt pada jabatan terisi": (
        "draft",
        StatusTidakSesuai,
        "jabatan-tidak-kosong",
        lambda k, d, c: plt(k, jabatan_id=3),
    ),
    "plt pada jabatan sendiri": ("draft", DataTidakSah, "penugasan-tidak-sah", lambda k, d, c: plt(k, jabatan_id=2)),
    "penugasan definitif": (
        "draft",
        DataTidakSah,
        "penugasan-definitif",
        lambda k, d, c: plt(k, status=StatusPenugasan.DEFINITIF),
    ),
    "penugasan terbalik": (
        "draft",
        DataTidakSah,
        "penugasan-terbalik",
        lambda k, d, c: plt(k, selesai=date(2026, 1, 1)),
    ),
    "akhiri sebelum mulai": (
        "draft",
        DataTidakSah,
        "penugasan-terbalik",
        lambda k, d, c: a.akhiri_penugasan(k, SANG_ADMIN, c["penugasan"], selesai=date(2026, 1, 1)),
    ),
    # --- pelaku dan waktu
    "pegawai yang tidak ada": (
        "draft",
        TidakBerwenang,
        "akun-tidak-aktif",
        lambda k, d, c: a.sinkronkan_profil(k, Pelaku.pegawai(99)),
    ),
    "edit profil tanpa pilihan": (
        "draft",
        DataTidakSah,
        "profil-tidak-berubah",
        lambda k, d, c: a.ubah_profil(k, Pelaku.pegawai(PERAWAT)),
    ),
    "admin tanpa peran admin": (
        "draft",
        TidakBerwenang,
        "peran-tidak-dimiliki",
        lambda k, d, c: a.kunci_periode(k, Pelaku.admin(PERAWAT), TW1),
    ),
    "kepala daerah menyetujui skp bawahan": (
        "pengajuan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: a.setujui_skp(k, KEPALA_DAERAH, d.skp[PERAWAT]),
    ),
    "hari mundur": ("berjalan", StatusTidakSesuai, "hari-mundur", lambda k, d, c: k.maju_ke(date(2026, 1, 6))),
    "urungkan penghapusan orang lain": (
        "pengajuan",
        TidakBerwenang,
        "bukan-penghapus",
        lambda k, d, c: a.pulihkan(k, REKAN, nomor_penghapusan(k)),
    ),
    "urungkan sesudah diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.pulihkan(k, SAYA, nomor_penghapusan(k)),
    ),
    "urungkan yang bukan penghapusan": (
        "pengajuan",
        TidakDitemukan,
        "tidak-ditemukan",
        lambda k, d, c: a.pulihkan(k, SAYA, 2),
    ),
}
