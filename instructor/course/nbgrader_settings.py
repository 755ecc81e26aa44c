"""``nbgrader_config.py`` of a class: what nbgrader must know, explained in Indonesian.

Scene: written by ``kelas buat``, read by nbgrader and formgrader. May import: nothing.
Facts: traps measured with nbgrader 0.9.6 — master files replace submitted ones of the same name unless excluded by
literal assignment name; a deleted locked cell scores zero unless it is added back.
Add: a setting with the reason above it.
"""

from __future__ import annotations

from collections.abc import Iterable

ANSWER_FILES = ("jawaban.json", "kasus.json")


def settings_text(kode: str, latihan: Iterable[str]) -> str:
    """The configuration file of one class."""
    dikecualikan = "\n".join(f"    {nama!r}: {list(ANSWER_FILES)!r}," for nama in latihan)
    return _TEMPLATE.format(kode=kode, dikecualikan=dikecualikan)


_TEMPLATE = '''\
"""Pengaturan nbgrader untuk kelas ini. Dibuat oleh "bimtek kelas buat"; boleh ditambah di bagian paling bawah."""

from pathlib import Path

c = get_config()  # noqa: F821

# Kelas ini dan foldernya. Pindahkan folder kelas sesuka hati: letaknya dibaca dari berkas ini.
c.CourseDirectory.course_id = {kode!r}
c.CourseDirectory.root = str(Path(__file__).resolve().parent)

# Jawaban peserta adalah berkas di sebelah buku kerja. Tanpa baris ini nbgrader menimpanya dengan berkas sumber.
c.Autograde.exclude_overwriting = {{
{dikecualikan}
}}

# Sel penilaian yang terhapus peserta dikembalikan, supaya jawaban yang benar tetap bernilai.
c.OverwriteCells.add_missing_cells = True

# Terlambat hanya tanda. Potongan nilai, bila ada, diatur di kelas.json (potongan_terlambat).
c.LateSubmissionPlugin.penalty_method = "none"

# Penilaian biasa oleh nbgrader (pembanding): waktu tunggu yang longgar untuk mesin kelas, kernel ditutup segera.
c.Execute.startup_timeout = 300
c.Execute.timeout = 120
c.Execute.shutdown_kernel = "immediate"

# Kalimat yang menggantikan jawaban contoh di buku kerja peserta.
c.ClearSolutions.code_stub = {{"python": "# Isi jawaban Anda di formulir di atas."}}
c.ClearSolutions.text_stub = "Isi jawaban Anda di formulir di atas."

# Waktu ditampilkan dalam WIB.
c.NbGraderAPI.timezone = "Asia/Jakarta"
'''
