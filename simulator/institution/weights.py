"""The numbers the generator asks its pack for: which exist, and in which unit.

Scene: ``Pack.bilangan`` answers them from ``bobot.csv``; the linter compares that table with this list.
May import: nothing. Facts: none; every number stands in the pack with its source or REKAAN.
Add: a key here, its row in every pack's ``bobot.csv``, and its use by name (a test finds keys nobody asks for).
"""

from __future__ import annotations

#: Lowest and highest value that makes sense, by unit.
BATAS = {
    "persen": (0, 100),
    "permil": (0, 2000),
    "hari": (0, 366),
    "tahun": (0, 60),
    "setengah_jam": (0, 47),
    "skor": (0, 1020),
    "buah": (0, 20),
    "orang": (0, 20),
    "kali": (1, 10),
}

_HARI = (
    "skp.mulai_diajukan skp.diajukan skp.diajukan_ulang skp.ditelaah skp.disetujui penugasan.jeda penugasan.rentang "
    "penugasan.lama penugasan.tambahan rencana.dibuat progres.jarak progres.jeda progres.dicatat realisasi.dicatat "
    "dokumen.tanggal dokumen.unggah dokumen.unggah_malas dokumen.unggah_sisa bukti.dicatat capaian.ditetapkan "
    "capaian.ditetapkan_tahunan capaian.ragam nilai.mulai nilai.mulai_tahunan nilai.rentang nilai.rentang_tahunan "
    "umpan.sebelum keberatan.jeda"
)
_PERMIL = (
    "pegawai.nama_tunggal pegawai.rapi skp.dikembalikan rencana.kedua realisasi.tetap_tercapai realisasi.bawah_dari "
    "realisasi.bawah_sampai realisasi.sesuai_dari realisasi.sesuai_sampai realisasi.atas_dari realisasi.atas_sampai "
    "realisasi.kurang realisasi.lebih dokumen.foto dokumen.lain capaian.geser nilai.murah_hati nilai.diangkat "
    "nilai.triwulan_tetap keberatan.diajukan"
)
_PERSEN = (
    "dokumen.jenis_utama dokumen.akses_penilai capaian.istimewa capaian.butuh_perbaikan nilai.hasil_atas "
    "nilai.perilaku_atas nilai.perilaku_atas_bp"
)
_LAIN = {
    "tahun": "pegawai.masuk pegawai.masuk_pppk",
    "setengah_jam": "progres.jam_dari progres.jam_sampai progres.lama",
    "skor": "progres.pencatat",
    "buah": "progres.per_aksi progres.jumlah_dari progres.jumlah_sampai dokumen.lain_per_triwulan",
    "orang": "nilai.pejabat_sangat_baik nilai.pejabat_butuh_perbaikan",
    "kali": "nilai.bobot_pokok nilai.redam",
}
#: Unit of every number by key.
SATUAN = {
    key: unit
    for unit, keys in {"hari": _HARI, "permil": _PERMIL, "persen": _PERSEN, **_LAIN}.items()
    for key in keys.split()
}
#: Draws below these numbers: at least one.
PALING_SEDIKIT_SATU = (
    "pegawai.masuk",
    "skp.diajukan",
    "skp.disetujui",
    "penugasan.rentang",
    "penugasan.tambahan",
    "rencana.dibuat",
    "progres.dicatat",
    "realisasi.dicatat",
    "dokumen.tanggal",
    "dokumen.unggah",
    "bukti.dicatat",
    "capaian.ragam",
    "nilai.rentang",
    "nilai.rentang_tahunan",
    "umpan.sebelum",
)
#: Pairs that are a range: the first is not more than the second.
RENTANG = (
    ("progres.jam_dari", "progres.jam_sampai"),
    ("progres.jumlah_dari", "progres.jumlah_sampai"),
    ("realisasi.bawah_dari", "realisasi.bawah_sampai"),
    ("realisasi.bawah_sampai", "realisasi.kurang"),
    ("realisasi.kurang", "realisasi.sesuai_dari"),
    ("realisasi.sesuai_dari", "realisasi.sesuai_sampai"),
    ("realisasi.sesuai_sampai", "realisasi.lebih"),
    ("realisasi.lebih", "realisasi.atas_dari"),
    ("realisasi.atas_dari", "realisasi.atas_sampai"),
)
