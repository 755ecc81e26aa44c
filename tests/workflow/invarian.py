"""What must hold in every office at every moment, asked of the file itself, past the application."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from simulator.domain.skp import StatusSKP

#: Legal changes of an SKP's status; None: no such SKP.
LANGKAH_SKP = {
    (None, "draft"),
    ("draft", None),
    ("draft", "pengajuan"),
    ("pengajuan", "draft"),
    ("pengajuan", "persetujuan"),
    ("persetujuan", "draft"),
    ("persetujuan", "diganti"),
    ("persetujuan", "selesai"),
    ("selesai", "persetujuan"),
}
#: child table, its reference, parent table, its key
_RUJUKAN = (
    ("rhk", "skp_id", "skp", "skp_id"),
    ("rhk", "rhk_atasan_id", "rhk", "rhk_id"),
    ("iki", "rhk_id", "rhk", "rhk_id"),
    ("lampiran", "skp_id", "skp", "skp_id"),
    ("ekspektasi", "skp_id", "skp", "skp_id"),
    ("peran_hasil", "rhk_pimpinan_id", "rhk", "rhk_id"),
    ("peran_hasil", "pegawai_id", "pegawai", "pegawai_id"),
    ("matriks", "skp_pimpinan_id", "skp", "skp_id"),
    ("rencana_aksi", "rhk_id", "rhk", "rhk_id"),
    ("progres_harian", "rencana_id", "rencana_aksi", "rencana_id"),
    ("bukti_dukung", "iki_id", "iki", "iki_id"),
    ("bukti_dukung", "dokumen_id", "dokumen", "dokumen_id"),
    ("realisasi", "iki_id", "iki", "iki_id"),
    ("umpan_balik", "iki_id", "iki", "iki_id"),
    ("umpan_rekan", "skp_id", "skp", "skp_id"),
    ("umpan_rekan", "pemberi_id", "pegawai", "pegawai_id"),
    ("evaluasi", "skp_id", "skp", "skp_id"),
    ("keberatan", "evaluasi_id", "evaluasi", "evaluasi_id"),
    ("skp", "versi_sebelumnya_id", "skp", "skp_id"),
)
_HIDUP = "('pengajuan', 'persetujuan', 'selesai')"
_LARANGAN = {
    "dua SKP hidup seorang pegawai bertindihan": f"""
        SELECT a.skp_id, b.skp_id FROM skp a JOIN skp b ON a.pegawai_id = b.pegawai_id AND a.skp_id < b.skp_id
        WHERE a.plt_plh_pjb = b.plt_plh_pjb AND a.periode_awal <= b.periode_akhir
        AND b.periode_awal <= a.periode_akhir AND a.status IN {_HIDUP} AND b.status IN {_HIDUP}
        AND coalesce(b.versi_sebelumnya_id, -1) <> a.skp_id AND coalesce(a.versi_sebelumnya_id, -1) <> b.skp_id""",
    "rating tanpa predikat, atau predikat tanpa rating": """
        SELECT evaluasi_id FROM evaluasi
        WHERE (rating_hasil IS NULL) <> (predikat IS NULL) OR (rating_perilaku IS NULL) <> (predikat IS NULL)""",
    "bukti tanpa rencana aksi": """
        SELECT b.bukti_id FROM bukti_dukung b JOIN iki i ON i.iki_id = b.iki_id WHERE NOT EXISTS (SELECT 1 FROM
        rencana_aksi r WHERE r.skp_id = b.skp_id AND r.periode_id = b.periode_id AND r.rhk_id = i.rhk_id)""",
    "realisasi tanpa rencana aksi": """
        SELECT b.realisasi_id FROM realisasi b JOIN iki i ON i.iki_id = b.iki_id WHERE NOT EXISTS (SELECT 1 FROM
        rencana_aksi r WHERE r.skp_id = b.skp_id AND r.periode_id = b.periode_id AND r.rhk_id = i.rhk_id)""",
    "isian milik indikator SKP lain": """
        SELECT b.bukti_id FROM bukti_dukung b JOIN iki i ON i.iki_id = b.iki_id JOIN rhk r ON r.rhk_id = i.rhk_id
        WHERE r.skp_id <> b.skp_id
        UNION SELECT b.umpan_id FROM umpan_balik b JOIN iki i ON i.iki_id = b.iki_id
        JOIN rhk r ON r.rhk_id = i.rhk_id WHERE r.skp_id <> b.skp_id
        UNION SELECT b.rencana_id FROM rencana_aksi b JOIN rhk r ON r.rhk_id = b.rhk_id WHERE r.skp_id <> b.skp_id""",
    "SKP hidup tanpa RHK, atau RHK hidup tanpa indikator": f"""
        SELECT skp_id FROM skp WHERE status IN {_HIDUP} AND NOT EXISTS
        (SELECT 1 FROM rhk WHERE rhk.skp_id = skp.skp_id)
        UNION SELECT r.rhk_id FROM rhk r JOIN skp s ON s.skp_id = r.skp_id WHERE s.status IN {_HIDUP}
        AND NOT EXISTS (SELECT 1 FROM iki i WHERE i.rhk_id = r.rhk_id)""",
    "peran untuk orang yang bukan anggota matriks": """
        SELECT peran_id FROM peran_hasil p WHERE NOT EXISTS (SELECT 1 FROM matriks_anggota m
        WHERE m.skp_pimpinan_id = p.skp_pimpinan_id AND m.pegawai_id = p.pegawai_id)""",
    "keberatan diputus oleh penilai sendiri atau pegawainya": """
        SELECT k.keberatan_id FROM keberatan k JOIN evaluasi e ON e.evaluasi_id = k.evaluasi_id
        WHERE k.diputus_oleh_id IN (e.penilai_id, e.pegawai_id)""",
    "dinilai dua kali pada satu periode, di versi lama dan baru": """
        SELECT a.evaluasi_id FROM evaluasi a JOIN skp s ON s.skp_id = a.skp_id
        JOIN evaluasi b ON b.skp_id = s.versi_sebelumnya_id AND b.periode_id = a.periode_id
        WHERE a.predikat IS NOT NULL AND b.predikat IS NOT NULL""",
    "SKP yang dinilai kembali menjadi draft": """
        SELECT e.evaluasi_id FROM evaluasi e JOIN skp s ON s.skp_id = e.skp_id
        WHERE s.status IN ('draft', 'pengajuan')""",
    "dua butir lampiran bernomor sama": """
        SELECT min(lampiran_id) FROM lampiran GROUP BY skp_id, jenis, urutan HAVING count(*) > 1""",
    "versi pengganti hilang": """
        SELECT a.skp_id FROM skp a WHERE a.status = 'diganti'
        AND NOT EXISTS (SELECT 1 FROM skp b WHERE b.versi_sebelumnya_id = a.skp_id)""",
    "umpan rekan untuk diri sendiri": """
        SELECT u.umpan_rekan_id FROM umpan_rekan u JOIN skp s ON s.skp_id = u.skp_id
        WHERE u.pemberi_id = s.pegawai_id""",
    "dinilai oleh diri sendiri": "SELECT evaluasi_id FROM evaluasi WHERE penilai_id = pegawai_id",
    "dua versi pengganti untuk satu SKP": """
        SELECT versi_sebelumnya_id FROM skp WHERE versi_sebelumnya_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1""",
    "versi lama masih berlaku di samping versi baru yang disetujui": """
        SELECT a.skp_id FROM skp a JOIN skp b ON b.versi_sebelumnya_id = a.skp_id
        WHERE b.status IN ('persetujuan', 'selesai') AND a.status <> 'diganti'""",
}


def query(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """One look, with a connection of its own."""
    plain = sqlite3.connect(path)
    try:
        return plain.execute(statement).fetchall()
    finally:
        plain.close()


def pelanggaran(path: Path) -> list[str]:
    """What does not hold, in words; empty when the office is whole."""
    found = []
    plain = sqlite3.connect(path)
    try:
        for child, column, parent, key in _RUJUKAN:
            orphans = plain.execute(
                f"SELECT {column} FROM {child} WHERE {column} IS NOT NULL "
                f"AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = {child}.{column})"
            ).fetchall()
            found += [f"{child}.{column} = {value} yatim" for (value,) in orphans]
        for name, statement in _LARANGAN.items():
            found += [f"{name}: {row}" for row in plain.execute(statement).fetchall()]
        known = {status.value for status in StatusSKP}
        found += [f"status {s}" for (s,) in plain.execute("SELECT DISTINCT status FROM skp") if s not in known]
    finally:
        plain.close()
    return found
