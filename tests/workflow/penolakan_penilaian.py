"""What is refused in feedback, ratings, objections: name → (stage, kind, code, what is tried)."""

from __future__ import annotations

from simulator.domain.errors import (
    BelumLengkap,
    BimtekError,
    DataTidakSah,
    StatusTidakSesuai,
    TidakBerwenang,
)
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.penilaian import PredikatOrganisasi, Rating
from simulator.workflow import actions as a
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import UMPAN_BALIK_MAKS
from tests.workflow.adegan import TAHUNAN, TW1, TW2
from tests.workflow.formulir import (
    ATASAN,
    ATASAN_ATASAN,
    SANG_ADMIN,
    SAYA,
    Laku,
    rating,
    umpan,
    umpan_rekan,
)
from tests.workflow.kantor_kecil import (
    KASI,
    PENGADMINISTRASI,
    PERAWAT,
)

PENOLAKAN: dict[str, tuple[str, type[BimtekError], str, Laku]] = {
    # --- umpan balik dan penilaian
    "umpan balik kosong": ("berjalan", BelumLengkap, "umpan-balik-kosong", lambda k, d, c: umpan(k, d, isi=" ")),
    "umpan balik hanya tanda baca": ("berjalan", BelumLengkap, "umpan-kosong", lambda k, d, c: umpan(k, d, isi="!!!")),
    "umpan balik terlalu panjang": (
        "berjalan",
        DataTidakSah,
        "umpan-balik-terlalu-panjang",
        lambda k, d, c: umpan(k, d, isi="a" * (UMPAN_BALIK_MAKS + 1)),
    ),
    "umpan balik indikator tanpa indikator": (
        "berjalan",
        BelumLengkap,
        "umpan-balik-tanpa-indikator",
        lambda k, d, c: umpan(k, d, sasaran=SasaranUmpanBalik.IKI),
    ),
    "umpan balik perilaku tanpa nilai": (
        "berjalan",
        BelumLengkap,
        "umpan-balik-tanpa-nilai",
        lambda k, d, c: umpan(k, d, sasaran=SasaranUmpanBalik.PERILAKU),
    ),
    "umpan balik umum dengan indikator": (
        "berjalan",
        DataTidakSah,
        "umpan-balik-salah-sasaran",
        lambda k, d, c: umpan(k, d, iki_id=d.iki[PERAWAT]),
    ),
    "umpan rekan tanpa satu nilai pun": (
        "berjalan",
        BelumLengkap,
        "umpan-rekan-tanpa-nilai",
        lambda k, d, c: umpan_rekan(k, d, harmonis=None),
    ),
    "umpan rekan hanya tanda baca": (
        "berjalan",
        BelumLengkap,
        "umpan-kosong",
        lambda k, d, c: umpan_rekan(k, d, isi="..."),
    ),
    "umpan rekan dari orang bidang lain": (
        "berjalan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: umpan_rekan(k, d, Pelaku.pegawai(PENGADMINISTRASI)),
    ),
    "umpan rekan dari penilainya": (
        "berjalan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: umpan_rekan(k, d, Pelaku.pegawai(KASI)),
    ),
    "umpan rekan untuk diri sendiri": (
        "berjalan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: umpan_rekan(k, d, Pelaku.pegawai(PERAWAT)),
    ),
    "umpan rekan sebelum periodenya": (
        "berjalan",
        StatusTidakSesuai,
        "periode-belum-mulai",
        lambda k, d, c: umpan_rekan(k, d, periode_id=TW2),
    ),
    "umpan rekan dihapus orang lain": (
        "berjalan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: a.hapus_umpan_rekan(k, Pelaku.pegawai(PERAWAT), c["umpan_rekan"]),
    ),
    "rating sebelum periode berakhir": (
        "berjalan",
        StatusTidakSesuai,
        "periode-belum-berakhir",
        lambda k, d, c: rating(k, d, periode_id=TAHUNAN),
    ),
    "rating tanpa umpan balik": (
        "berjalan",
        BelumLengkap,
        "umpan-balik-belum-ada",
        lambda k, d, c: a.beri_rating(
            k,
            ATASAN_ATASAN,
            d.skp[KASI],
            periode_id=TW1,
            rating_hasil=Rating.SESUAI,
            rating_perilaku=Rating.SESUAI,
        ),
    ),
    "rating hasil kosong": (
        "berjalan",
        BelumLengkap,
        "rating-hasil-kosong",
        lambda k, d, c: rating(k, d, rating_hasil=None),
    ),
    "rating perilaku kosong": (
        "berjalan",
        BelumLengkap,
        "rating-perilaku-kosong",
        lambda k, d, c: rating(k, d, rating_perilaku=None),
    ),
    "rating saat keberatan berjalan": (
        "keberatan",
        StatusTidakSesuai,
        "evaluasi-dalam-keberatan",
        lambda k, d, c: rating(k, d, rating_hasil=Rating.DI_ATAS),
    ),
    "kunci periode yang belum berakhir": (
        "berjalan",
        StatusTidakSesuai,
        "periode-belum-berakhir",
        lambda k, d, c: a.kunci_periode(k, SANG_ADMIN, TW1),
    ),
    "capaian di luar periode": (
        "berjalan",
        StatusTidakSesuai,
        "periode-terkunci",
        lambda k, d, c: a.tetapkan_capaian_organisasi(
            k, ATASAN_ATASAN, 4, periode_id=TW2, predikat=PredikatOrganisasi.BAIK, nilai=90
        ),
    ),
    "capaian bukan bilangan": (
        "berjalan",
        DataTidakSah,
        "nilai-organisasi-tidak-sah",
        lambda k, d, c: a.tetapkan_capaian_organisasi(
            k, ATASAN_ATASAN, 4, periode_id=TW1, predikat=PredikatOrganisasi.BAIK, nilai=float("nan")
        ),
    ),
    # --- keberatan
    "keberatan tanpa kata": (
        "dinilai",
        BelumLengkap,
        "alasan-kosong",
        lambda k, d, c: a.ajukan_keberatan(k, SAYA, c["evaluasi"], alasan="123"),
    ),
    "keberatan kedua": (
        "keberatan",
        StatusTidakSesuai,
        "keberatan-sudah-ada",
        lambda k, d, c: a.ajukan_keberatan(k, SAYA, c["evaluasi"], alasan="Sekali lagi"),
    ),
    "putusan tanpa penjelasan penilai": (
        "keberatan",
        StatusTidakSesuai,
        "penjelasan-belum-ada",
        lambda k, d, c: a.putuskan_keberatan(k, ATASAN_ATASAN, c["keberatan"], diterima=False, keputusan="Tetap"),
    ),
    "putusan menerima tanpa rating": (
        "penjelasan",
        BelumLengkap,
        "rating-hasil-kosong",
        lambda k, d, c: a.putuskan_keberatan(k, ATASAN_ATASAN, c["keberatan"], diterima=True, keputusan="Ubah"),
    ),
    "putusan menerima tanpa perubahan": (
        "penjelasan",
        DataTidakSah,
        "keputusan-tanpa-perubahan",
        lambda k, d, c: a.putuskan_keberatan(
            k,
            ATASAN_ATASAN,
            c["keberatan"],
            diterima=True,
            keputusan="Ubah",
            rating_hasil=Rating.SESUAI,
            rating_perilaku=Rating.SESUAI,
        ),
    ),
    "penilai memutus keberatan atas dirinya": (
        "penjelasan",
        TidakBerwenang,
        "tidak-berwenang",
        lambda k, d, c: a.putuskan_keberatan(k, ATASAN, c["keberatan"], diterima=False, keputusan="Tetap"),
    ),
}
