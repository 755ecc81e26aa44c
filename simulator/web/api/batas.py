"""How long each text of the API may be, said in its description; the actions themselves refuse what is longer.

Scene: read while the addresses are made. May import: simulator.workflow.limits.
Facts: the application publishes no limits (label simulasi, workflow/limits.py).
Add: a text that a new action takes. A test looks that every text has its row, and compares each row with what the
action really refuses.
"""

from __future__ import annotations

from simulator.workflow import limits as m

#: ``field`` or, where the same word means different things, ``noun.field`` (the noun is the action's file, or the
#: class of a plan).
BATAS: dict[str, int] = {
    "teks_rhk": m.RHK_MAKS,
    "penugasan_dari": m.PENUGASAN_MAKS,
    "indikator": m.INDIKATOR_MAKS,
    "target": m.TARGET_MAKS,
    "lampiran.isi": m.LAMPIRAN_MAKS,
    "ekspektasi.isi": m.EKSPEKTASI_MAKS,
    "peran": m.PERAN_HASIL_MAKS,
    "deskripsi": m.RENCANA_AKSI_MAKS,
    "kegiatan": m.KEGIATAN_MAKS,
    "satuan": m.SATUAN_MAKS,
    "tautan": m.TAUTAN_MAKS,
    "dokumen.nama": m.NAMA_DOKUMEN_MAKS,
    "dokumen.folder": m.NAMA_DOKUMEN_MAKS,
    "dokumen.jenis": m.SATUAN_MAKS,
    "dokumen.isi_ringkas": m.ISI_DOKUMEN_MAKS,
    "nama_eviden": m.NAMA_EVIDEN_MAKS,
    "realisasi": m.REALISASI_MAKS,
    "sumber_data": m.NAMA_EVIDEN_MAKS,
    "umpan_balik.isi": m.UMPAN_BALIK_MAKS,
    "umpan_rekan.isi": m.UMPAN_BALIK_MAKS,
    "catatan": m.CATATAN_MAKS,
    "alasan": m.ALASAN_MAKS,
    "keberatan.isi": m.CATATAN_MAKS,
    "keputusan": m.CATATAN_MAKS,
    "dasar": m.PENUGASAN_MAKS,
    "periode.nama": m.NAMA_PERIODE_MAKS,
    "tim_kerja.nama": m.NAMA_TIM_MAKS,
    "tim_kerja.tugas": m.TUGAS_TIM_MAKS,
    "RHKBaru.teks": m.RHK_MAKS,
    "ButirBaru.teks": m.LAMPIRAN_MAKS,
}


def batas(noun: str, bidang: str) -> int | None:
    """The longest text this field takes; None: a new field that has no row yet."""
    return BATAS.get(bidang, BATAS.get(f"{noun}.{bidang}"))
