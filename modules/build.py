"""Make readable lessons out of pelajaran.py: a notebook with its outputs, and one HTML page that stands alone.

Scene: READ. Run ``python modules/build.py FOLDER`` to write all lessons there; one way, never back. Run
``python modules/build.py --peta`` after a lesson or an exercise changed its rules: it renews the map in README.md.
``lesson_page`` is the quick way to the page: the cells run in this process, no kernel is started.
May import: jupytext, nbclient, nbconvert (instructor's tools); the lessons themselves import simulator only.
Facts: none. Add: a lesson is a folder with pelajaran.py; nothing to register here.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

import jupytext
import nbformat
import yaml
from nbformat import NotebookNode

MODULES = Path(__file__).parent
PETA_AWAL = "<!-- peta kursus: dibuat oleh python modules/build.py --peta -->"
PETA_AKHIR = "<!-- akhir peta kursus -->"
_STYLE = (
    "body{font:17px/1.6 system-ui,sans-serif;color:#1b2a3a;max-width:60rem;margin:0 auto;padding:1rem}"
    "h1,h2{line-height:1.25}h2{margin-top:2.2rem;border-top:1px solid #d5dde5;padding-top:1rem}"
    "table{border-collapse:collapse}td,th{border:1px solid #b8c4d0;padding:6px 10px;text-align:left;vertical-align:top}"
    "details{background:#f3f6f9;border-radius:6px;padding:.5rem 1rem}svg{max-width:100%;height:auto}"
    ".bk-redup{color:#52606d;font-size:.9em}.hasil{overflow-x:auto;margin:1rem 0}"
    "aside{background:#fff4d6;padding:.4rem 1rem;border-radius:6px}"
    # Cells carry their own sizes, for notebooks; on a phone a table has to fit.
    "@media(max-width:45rem){.hasil table{zoom:.86}}"
)
_BANNER = "SIMULASI PELATIHAN – bukan sistem BKN"


def lesson_folders() -> tuple[Path, ...]:
    """All lessons in course order."""
    return tuple(sorted(berkas.parent for berkas in MODULES.glob("[0-9][0-9]_*/pelajaran.py")))


def lesson_source(folder: Path) -> NotebookNode:
    """The lesson as a notebook without outputs: code hidden, runs when opened as a page."""
    notebook = jupytext.read(folder / "pelajaran.py")
    for nomor, cell in enumerate(notebook.cells):
        cell["id"] = f"{folder.name.replace('_', '-')}-{nomor:02d}"
        if cell.cell_type == "code":
            cell.metadata["jupyter"] = {"source_hidden": True}
            cell.metadata["editable"] = False
    notebook.metadata.pop("jupytext", None)
    notebook.metadata["bimtek"] = {
        "pelajaran": folder.name,
        "halaman": True,
        "sederhana": True,
        "jalankan_otomatis": True,
        "versi": 1,
    }
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return notebook


def executed_lesson(folder: Path) -> NotebookNode:
    """The lesson with its outputs stored, so that it can be read without running anything."""
    from nbclient import NotebookClient

    notebook = lesson_source(folder)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # clock times would make every build differ
    return notebook


def lesson_page(folder: Path) -> str:
    """The page of a lesson, made without a kernel: quick enough for every package of a class."""
    notebook = lesson_source(folder)
    nama: dict[str, object] = {"__name__": f"pelajaran_{folder.name}"}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            hasil = _last_value(cell.source, nama)
            if hasattr(hasil, "_repr_html_"):
                cell.outputs = [
                    nbformat.v4.new_output("execute_result", {"text/html": hasil._repr_html_()}, execution_count=1)
                ]
    return lesson_html(notebook)


def _last_value(source: str, nama: dict[str, object]) -> object:
    """Run one cell of the course's own text and return what its last line is, as a notebook would show it."""
    pohon = ast.parse(source)
    akhir = pohon.body[-1] if pohon.body else None
    if not isinstance(akhir, ast.Expr):
        exec(compile(pohon, "pelajaran.py", "exec"), nama)
        return None
    pohon.body.pop()
    exec(compile(pohon, "pelajaran.py", "exec"), nama)
    return eval(compile(ast.Expression(akhir.value), "pelajaran.py", "eval"), nama)


def sections(folder: Path) -> tuple[tuple[int, str], ...]:
    """The numbered sections of a lesson: (number, title)."""
    teks = (folder / "pelajaran.py").read_text(encoding="utf-8")
    return tuple((int(nomor), judul.strip()) for nomor, judul in re.findall(r"^# ## Bagian (\d+)\. (.+)$", teks, re.M))


def lesson_html(notebook: NotebookNode) -> str:
    """One self-contained page out of an executed lesson; ``#bagian-2`` leads to section 2."""
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    isi = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            isi.append(_anchors(markdown2html_mistune(cell.source)))
            continue
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data:
                isi.append(f'<div class="hasil">{data["text/html"]}</div>')
    judul = next(cell.source.splitlines()[0].lstrip("# ") for cell in notebook.cells if cell.cell_type == "markdown")
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{escape(judul)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><aside>{_BANNER}</aside><main>{''.join(isi)}</main></body></html>"
    )


def _anchors(html: str) -> str:
    html = re.sub(r'<a class="anchor-link"[^>]*>.*?</a>', "", html)
    return re.sub(r"<h2[^>]*>(Bagian (\d+)\.)", r'<h2 id="bagian-\2">\1', html)


def rules_taught(folder: Path) -> tuple[str, ...]:
    """The rule ids a lesson ends with, in its order."""
    teks = (folder / "pelajaran.py").read_text(encoding="utf-8")
    return tuple(re.findall(r'"([a-z_0-9]+\.[a-z_]+)"', teks.rsplit("dasar_hukum(", 1)[1]))


def course_map() -> str:
    """The generated table rule → lesson → exercise questions, rules in the order of the law."""
    from simulator.rules.registry import daftar_aturan

    diajarkan = {id: folder.name for folder in lesson_folders() for id in reversed(rules_taught(folder))}
    ditanyakan: dict[str, list[str]] = {}
    for berkas in sorted(MODULES.parent.glob("exercises/[0-9][0-9]_*/exercise.yaml")):
        for soal in yaml.safe_load(berkas.read_text(encoding="utf-8"))["soal"]:
            for id in soal.get("aturan") or ():
                ditanyakan.setdefault(id, []).append(f"{berkas.parent.name}: {soal['judul']}")
    baris = [
        f"| {aturan.judul} (`{aturan.id}`) | {diajarkan.get(aturan.id, '–')} | "
        f"{'<br>'.join(ditanyakan.get(aturan.id, ['–']))} |"
        for aturan in daftar_aturan()
        if aturan.id in diajarkan or aturan.id in ditanyakan
    ]
    return "\n".join(
        [PETA_AWAL, "", "| Aturan | Pelajaran | Ditanyakan pada |", "|---|---|---|", *baris, "", PETA_AKHIR]
    )


def renewed_page(lama: str) -> str:
    """README.md with its course map renewed; everything people wrote around it stays."""
    sebelum, sisa = lama.split(PETA_AWAL, 1)
    return sebelum + course_map() + sisa.split(PETA_AKHIR, 1)[1]


def main(arguments: Sequence[str]) -> int:
    """Write every lesson as .ipynb and .html into a folder."""
    if len(arguments) != 1:
        print("Pemakaian: python modules/build.py FOLDER, atau --peta untuk memperbarui peta kursus")
        return 2
    if arguments[0] == "--peta":
        halaman = MODULES / "README.md"
        halaman.write_text(renewed_page(halaman.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    tujuan = Path(arguments[0])
    tujuan.mkdir(parents=True, exist_ok=True)
    for folder in lesson_folders():
        notebook = executed_lesson(folder)
        nbformat.write(notebook, tujuan / f"{folder.name}.ipynb")
        (tujuan / f"{folder.name}.html").write_text(lesson_html(notebook), encoding="utf-8")
        print(f"✔ {folder.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
