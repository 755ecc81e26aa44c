"""What is refused in planning: name → (stage, kind, code, what is tried)."""

from __future__ import annotations

from datetime import date

from simulator.domain.errors import (
    BelumLengkap,
    BimtekError,
    DataTidakSah,
    StatusTidakSesuai,
    TidakDitemukan,
)
from simulator.domain.skp import Aspek, JenisLampiran, NilaiBerAKHLAK
from simulator.workflow import actions as a
from simulator.workflow.actor import Pelaku
from simulator.workflow.impor.rencana import BARIS_MAKS, ButirBaru, IKIBaru, RencanaImpor, RHKBaru
from simulator.workflow.limits import RHK_MAKS, TARGET_MAKS
from tests.workflow.adegan import AKHIR, AWAL
from tests.workflow.formulir import (
    ATASAN,
    SANG_ADMIN,
    SAYA,
    Laku,
    buat,
    impor,
    peran,
)
from tests.workflow.kantor_kecil import (
    KABID,
    KASI,
    KEPALA,
    PENGELOLA,
    PERAWAT,
)

PENOLAKAN: dict[str, tuple[str, type[BimtekError], str, Laku]] = {
    # --- SKP
    "periode terbalik": (
        "draft",
        DataTidakSah,
        "periode-terbalik",
        lambda k, d, c: buat(k, awal=date(2026, 5, 1), akhir=date(2026, 4, 1)),
    ),
    "periode beda tahun": (
        "draft",
        DataTidakSah,
        "periode-beda-tahun",
        lambda k, d, c: buat(k, akhir=date(2027, 1, 31)),
    ),
    "periode sudah dipakai": ("pengajuan", DataTidakSah, "periode-bertindihan", lambda k, d, c: buat(k)),
    "plt tanpa penugasan": (
        "draft",
        StatusTidakSesuai,
        "bukan-plt",
        lambda k, d, c: buat(k, plt_plh_pjb=True),
    ),
    "skp bernomor lebih besar daripada yang dapat disimpan": (
        "draft",
        TidakDitemukan,
        "skp-tidak-ditemukan",
        lambda k, d, c: a.ajukan_skp(k, SAYA, 2**70),
    ),
    "anggota bernomor lebih besar daripada yang dapat disimpan": (
        "draft",
        DataTidakSah,
        "anggota-tidak-ditemukan",
        lambda k, d, c: a.hapus_anggota(k, ATASAN, d.skp[KASI], 2**70),
    ),
    "skp yang tidak ada": (
        "draft",
        TidakDitemukan,
        "skp-tidak-ditemukan",
        lambda k, d, c: a.ajukan_skp(k, SAYA, 123_456),
    ),
    "ubah periode sesudah diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.ubah_periode(k, SAYA, d.skp[PERAWAT], periode_awal=AWAL, periode_akhir=AKHIR),
    ),
    "hapus skp yang diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.hapus_skp(k, SAYA, d.skp[PERAWAT]),
    ),
    "ajukan dua kali": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.ajukan_skp(k, SAYA, d.skp[PERAWAT]),
    ),
    "ajukan dengan rhk tanpa indikator": (
        "draft",
        BelumLengkap,
        "rhk-tanpa-iki",
        lambda k, d, c: a.ajukan_skp(k, SAYA, d.skp[PERAWAT]),
    ),
    "setujui yang belum diajukan": (
        "draft",
        StatusTidakSesuai,
        "skp-draft",
        lambda k, d, c: a.setujui_skp(k, ATASAN, d.skp[PERAWAT]),
    ),
    "kembalikan tanpa alasan": (
        "pengajuan",
        BelumLengkap,
        "alasan-kosong",
        lambda k, d, c: a.kembalikan_skp(k, ATASAN, d.skp[PERAWAT], alasan="  "),
    ),
    "kembalikan yang sudah dijalankan": (
        "berjalan",
        StatusTidakSesuai,
        "skp-sudah-dijalankan",
        lambda k, d, c: a.kembalikan_skp(k, ATASAN, d.skp[PERAWAT], alasan="Keliru"),
    ),
    "ke draft sesudah dinilai": (
        "dinilai",
        StatusTidakSesuai,
        "skp-sudah-dinilai",
        lambda k, d, c: a.kembalikan_ke_draft(k, SANG_ADMIN, d.skp[PERAWAT], alasan="Keliru"),
    ),
    "ke draft tanpa alasan": (
        "berjalan",
        BelumLengkap,
        "alasan-kosong",
        lambda k, d, c: a.kembalikan_ke_draft(k, SANG_ADMIN, d.skp[PERAWAT], alasan=""),
    ),
    "revisi yang belum disetujui": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.revisi_skp(k, SAYA, d.skp[PERAWAT], alasan="Anggaran berubah"),
    ),
    "revisi tanpa alasan": (
        "berjalan",
        BelumLengkap,
        "alasan-kosong",
        lambda k, d, c: a.revisi_skp(k, SAYA, d.skp[PERAWAT], alasan="\n"),
    ),
    # --- RHK, IKI, lampiran, ekspektasi
    "rhk kosong": (
        "draft",
        BelumLengkap,
        "rencana-hasil-kerja-kosong",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk=" "),
    ),
    "rhk yang tidak terlihat": (
        "draft",
        BelumLengkap,
        "rencana-hasil-kerja-kosong",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="\u200b\u2060\n\ufeff"),
    ),
    "rhk terlalu panjang": (
        "draft",
        DataTidakSah,
        "rencana-hasil-kerja-terlalu-panjang",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="x" * (RHK_MAKS + 1)),
    ),
    "rhk dengan karakter kendali": (
        "draft",
        DataTidakSah,
        "rencana-hasil-kerja-karakter-asing",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="Tersusun\x00nya"),
    ),
    "rhk dengan separuh huruf": (
        "draft",
        DataTidakSah,
        "rencana-hasil-kerja-karakter-asing",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="Laporan \ud83d"),
    ),
    "intervensi rhk kepala dinas yang bukan penilai": (
        "draft",
        DataTidakSah,
        "rhk-atasan-tidak-dikenal",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="Laporan", rhk_atasan_id=d.rhk[KEPALA]),
    ),
    "intervensi rhk sendiri": (
        "draft",
        DataTidakSah,
        "rhk-atasan-tidak-dikenal",
        lambda k, d, c: a.ubah_rhk(k, SAYA, d.rhk[PERAWAT], rhk_atasan_id=d.rhk[PERAWAT]),
    ),
    "rhk sesudah diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.tambah_rhk(k, SAYA, d.skp[PERAWAT], teks_rhk="Laporan"),
    ),
    "ubah rhk sesudah disetujui": (
        "berjalan",
        StatusTidakSesuai,
        "skp-persetujuan",
        lambda k, d, c: a.ubah_rhk(k, SAYA, d.rhk[PERAWAT], teks_rhk="Laporan lain"),
    ),
    "iki tanpa target": (
        "draft",
        BelumLengkap,
        "target-kosong",
        lambda k, d, c: a.tambah_iki(k, SAYA, d.rhk[PERAWAT], aspek=Aspek.BIAYA, indikator="Anggaran"),
    ),
    "target terlalu panjang": (
        "draft",
        DataTidakSah,
        "target-terlalu-panjang",
        lambda k, d, c: a.ubah_iki(k, SAYA, d.iki[PERAWAT], target="9" * (TARGET_MAKS + 1)),
    ),
    "hapus iki sesudah disetujui": (
        "berjalan",
        StatusTidakSesuai,
        "skp-persetujuan",
        lambda k, d, c: a.hapus_iki(k, SAYA, d.iki[PERAWAT]),
    ),
    "lampiran kosong": (
        "draft",
        BelumLengkap,
        "konsekuensi-kosong",
        lambda k, d, c: a.tambah_lampiran(k, SAYA, d.skp[PERAWAT], jenis=JenisLampiran.KONSEKUENSI, isi=""),
    ),
    "ekspektasi sesudah disetujui": (
        "berjalan",
        StatusTidakSesuai,
        "skp-persetujuan",
        lambda k, d, c: a.isi_ekspektasi(k, ATASAN, d.skp[PERAWAT], nilai=NilaiBerAKHLAK.LOYAL, isi="Setia"),
    ),
    "hapus ekspektasi yang tidak ada": (
        "draft",
        TidakDitemukan,
        "ekspektasi-tidak-ditemukan",
        lambda k, d, c: a.hapus_ekspektasi(k, ATASAN, d.skp[PERAWAT], nilai=NilaiBerAKHLAK.LOYAL),
    ),
    # --- impor
    "impor ke skp yang diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: impor(k, d, RHKBaru("Tersedianya pedoman")),
    ),
    "impor kosong": ("draft", BelumLengkap, "impor-kosong", lambda k, d, c: impor(k, d)),
    "impor terlalu banyak": (
        "draft",
        DataTidakSah,
        "impor-terlalu-banyak",
        lambda k, d, c: impor(k, d, *(RHKBaru(f"Tersedianya pedoman {n}") for n in range(BARIS_MAKS + 1))),
    ),
    "impor rhk yang sudah ada": (
        "draft",
        DataTidakSah,
        "rhk-sudah-ada",
        lambda k, d, c: impor(k, d, RHKBaru(f"  1. tersusunnya laporan layanan PEGAWAI {PERAWAT}.")),
    ),
    "impor rhk yang sama dua kali": (
        "draft",
        DataTidakSah,
        "rhk-sudah-ada",
        lambda k, d, c: impor(k, d, RHKBaru("Tersedianya pedoman"), RHKBaru("tersedianya  pedoman")),
    ),
    "impor dengan rhk pimpinan orang lain": (
        "draft",
        DataTidakSah,
        "rhk-atasan-tidak-dikenal",
        lambda k, d, c: impor(k, d, RHKBaru("Tersedianya pedoman", rhk_atasan_id=d.rhk[KABID])),
    ),
    "impor yang rusak di baris terakhir": (
        "draft",
        BelumLengkap,
        "target-kosong",
        lambda k, d, c: impor(
            k,
            d,
            RHKBaru("Tersedianya pedoman", daftar_iki=(IKIBaru(Aspek.KUANTITAS, "Jumlah pedoman", "1 Pedoman"),)),
            RHKBaru("Tersedianya data", daftar_iki=(IKIBaru(Aspek.KUANTITAS, "Jumlah data"),)),
        ),
    ),
    "impor butir lampiran kosong": (
        "draft",
        BelumLengkap,
        "konsekuensi-kosong",
        lambda k, d, c: a.impor_skp(
            k, SAYA, d.skp[PERAWAT], rencana=RencanaImpor((), (ButirBaru(JenisLampiran.KONSEKUENSI, " "),))
        ),
    ),
    "urungkan impor yang tidak ada": (
        "draft",
        StatusTidakSesuai,
        "impor-tidak-ada",
        lambda k, d, c: a.hapus_impor(k, SAYA, d.skp[PERAWAT]),
    ),
    "urungkan impor sesudah diajukan": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: a.hapus_impor(k, SAYA, d.skp[PERAWAT]),
    ),
    # --- matriks
    "sinkronisasi skp yang belum disetujui": (
        "draft",
        StatusTidakSesuai,
        "skp-draft",
        lambda k, d, c: a.sinkronkan_skp_bawahan(k, Pelaku.penilai(PERAWAT), d.skp[PERAWAT]),
    ),
    "anggota yang sama dua kali": (
        "draft",
        DataTidakSah,
        "anggota-sudah-ada",
        lambda k, d, c: a.tambah_anggota(k, ATASAN, d.skp[KASI], PERAWAT),
    ),
    "pimpinan sebagai anggota": (
        "draft",
        DataTidakSah,
        "anggota-tidak-sah",
        lambda k, d, c: a.tambah_anggota(k, ATASAN, d.skp[KASI], KASI),
    ),
    "matriks yang belum dibuka": (
        "berjalan",
        StatusTidakSesuai,
        "matriks-belum-ada",
        lambda k, d, c: a.tambah_anggota(k, Pelaku.penilai(PERAWAT), d.skp[PERAWAT], PENGELOLA),
    ),
    "hapus anggota yang mengintervensi": (
        "draft",
        StatusTidakSesuai,
        "anggota-masih-mengintervensi",
        lambda k, d, c: a.hapus_anggota(k, ATASAN, d.skp[KASI], PERAWAT),
    ),
    "hapus bukan anggota": (
        "draft",
        DataTidakSah,
        "anggota-tidak-ditemukan",
        lambda k, d, c: a.hapus_anggota(k, ATASAN, d.skp[KASI], KABID),
    ),
    "peran untuk bukan anggota": (
        "draft",
        DataTidakSah,
        "anggota-tidak-ditemukan",
        lambda k, d, c: peran(k, d, pegawai_id=KABID),
    ),
    "peran pada rhk orang lain": (
        "draft",
        DataTidakSah,
        "rhk-bukan-milik-skp",
        lambda k, d, c: peran(k, d, rhk_pimpinan_id=d.rhk[KABID]),
    ),
    "peran kosong": ("draft", BelumLengkap, "peran-kosong", lambda k, d, c: peran(k, d, peran="")),
}
