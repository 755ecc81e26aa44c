"""What is refused in doing and documenting: name → (stage, kind, code, what is tried)."""

from __future__ import annotations

from datetime import date, time

from simulator.domain.errors import (
    BelumLengkap,
    BimtekError,
    DataTidakSah,
    StatusTidakSesuai,
    TidakBerwenang,
    TidakDitemukan,
)
from simulator.workflow import actions as a
from simulator.workflow.actor import Pelaku
from tests.workflow.adegan import TW1, TW4
from tests.workflow.formulir import (
    REKAN,
    SAYA,
    Laku,
    bukti,
    hapus_kedua_rencana,
    progres,
    tautan_bukti,
)
from tests.workflow.kantor_kecil import (
    KASI,
    PERAWAT,
)

PENOLAKAN: dict[str, tuple[str, type[BimtekError], str, Laku]] = {
    # --- pelaksanaan
    "rencana aksi pada skp yang belum disetujui": (
        "pengajuan",
        StatusTidakSesuai,
        "skp-pengajuan",
        lambda k, d, c: d.rencana(),
    ),
    "rencana aksi periode yang belum mulai": (
        "berjalan",
        StatusTidakSesuai,
        "periode-belum-mulai",
        lambda k, d, c: d.rencana(periode_id=TW4),
    ),
    "rencana aksi untuk rhk orang lain": (
        "berjalan",
        DataTidakSah,
        "rhk-bukan-milik-skp",
        lambda k, d, c: a.tambah_rencana_aksi(
            k, SAYA, d.skp[PERAWAT], periode_id=TW1, rhk_id=d.rhk[KASI], deskripsi="Menyusun", target="1 Laporan"
        ),
    ),
    "rencana aksi tanpa target": (
        "berjalan",
        BelumLengkap,
        "target-kosong",
        lambda k, d, c: a.ubah_rencana_aksi(k, SAYA, c["rencana"], target=" "),
    ),
    "progres sebelum periode": (
        "berjalan",
        DataTidakSah,
        "tanggal-di-luar-periode",
        lambda k, d, c: progres(k, c, tanggal=date(2025, 12, 31)),
    ),
    "progres hari esok": (
        "berjalan",
        DataTidakSah,
        "tanggal-di-luar-periode",
        lambda k, d, c: progres(k, c, tanggal=date(2026, 4, 1)),
    ),
    "progres dengan jam terbalik": (
        "berjalan",
        DataTidakSah,
        "jam-terbalik",
        lambda k, d, c: progres(k, c, jam_selesai=time(8)),
    ),
    "progres negatif": (
        "berjalan",
        DataTidakSah,
        "realisasi-tidak-sah",
        lambda k, d, c: progres(k, c, realisasi=-1),
    ),
    "progres dengan tautan http": (
        "berjalan",
        DataTidakSah,
        "tautan-tidak-aman",
        lambda k, d, c: progres(k, c, tautan="http://contoh.go.id/a"),
    ),
    "progres tanpa kegiatan": (
        "berjalan",
        BelumLengkap,
        "kegiatan-harian-kosong",
        lambda k, d, c: a.ubah_progres(k, SAYA, c["progres"], kegiatan=""),
    ),
    "bukti sebelum rencana aksi": (
        "berjalan",
        StatusTidakSesuai,
        "rencana-aksi-belum-ada",
        lambda k, d, c: a.tambah_bukti(
            k,
            Pelaku.pegawai(KASI),
            d.skp[KASI],
            periode_id=TW1,
            iki_id=d.iki[KASI],
            nama_eviden="Rekap",
            tautan="https://contoh.go.id/a",
        ),  # fmt: skip
    ),
    "realisasi sebelum rencana aksi": (
        "berjalan",
        StatusTidakSesuai,
        "rencana-aksi-belum-ada",
        lambda k, d, c: a.isi_realisasi(
            k, Pelaku.pegawai(KASI), d.skp[KASI], periode_id=TW1, iki_id=d.iki[KASI], realisasi="1", sumber_data="Rekap"
        ),
    ),
    "bukti tanpa tautan": ("berjalan", DataTidakSah, "tautan-kosong", lambda k, d, c: bukti(k, d)),
    "bukti dengan tautan folder": (
        "berjalan",
        DataTidakSah,
        "tautan-folder",
        lambda k, d, c: bukti(k, d, tautan="https://drive.contoh/folders/9"),
    ),
    "bukti dengan tautan drive yang keliru": (
        "berjalan",
        DataTidakSah,
        "tautan-tidak-sah",
        lambda k, d, c: bukti(k, d, tautan="drive://dokumen/laporan"),
    ),
    "bukti ke dokumen yang tidak ada": (
        "berjalan",
        TidakDitemukan,
        "dokumen-tidak-ditemukan",
        lambda k, d, c: bukti(k, d, dokumen_id=42),
    ),
    "bukti untuk indikator orang lain": (
        "berjalan",
        DataTidakSah,
        "iki-bukan-milik-skp",
        lambda k, d, c: bukti(k, d, iki_id=d.iki[KASI], tautan="https://contoh.go.id/a"),
    ),
    "bukti yang sama dua kali": (
        "berjalan",
        DataTidakSah,
        "bukti-sudah-ada",
        lambda k, d, c: bukti(k, d, dokumen_id=a.nomor_dokumen(tautan_bukti(k, c))),
    ),
    "hapus rencana aksi terakhir yang berbukti": (
        "berjalan",
        StatusTidakSesuai,
        "rencana-aksi-masih-dipakai",
        lambda k, d, c: hapus_kedua_rencana(k, c),
    ),
    "realisasi tanpa sumber data": (
        "berjalan",
        BelumLengkap,
        "sumber-data-kosong",
        lambda k, d, c: a.isi_realisasi(
            k, SAYA, d.skp[PERAWAT], periode_id=TW1, iki_id=d.iki[PERAWAT], realisasi="1 laporan", sumber_data=""
        ),
    ),
    # --- drive
    "dokumen bertanggal esok": (
        "draft",
        DataTidakSah,
        "tanggal-dokumen-mendahului",
        lambda k, d, c: a.simpan_dokumen(k, SAYA, nama="x.pdf", jenis="Laporan", tanggal=date(2026, 12, 1)),
    ),
    "dokumen bernama sama": (
        "draft",
        DataTidakSah,
        "nama-sudah-dipakai",
        lambda k, d, c: d.dokumen(nama="bebas.pdf"),
    ),
    "hapus dokumen yang menjadi bukti": (
        "berjalan",
        StatusTidakSesuai,
        "dokumen-masih-dipakai",
        lambda k, d, c: a.hapus_dokumen(k, SAYA, a.nomor_dokumen(tautan_bukti(k, c)) or 0),
    ),
    "buka dokumen pribadi orang lain": (
        "draft",
        TidakBerwenang,
        "akses-ditolak",
        lambda k, d, c: a.buka_dokumen(k, REKAN, c["dokumen"]),
    ),
    "buka tautan yang bukan drive": (
        "draft",
        TidakDitemukan,
        "tautan-bukan-drive",
        lambda k, d, c: a.buka_dokumen(k, REKAN, "https://contoh.go.id/a"),
    ),
}
