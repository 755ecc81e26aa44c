"""Every lesson runs, shows what it promises, and still shows the same when nbval runs it again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import nbformat
import pytest

from modules.build import executed_lesson, lesson_folders, lesson_html, lesson_page, lesson_source, main, sections

FOLDERS = lesson_folders()
IDS = [folder.name for folder in FOLDERS]


@pytest.fixture(scope="module")
def lessons(tmp_path_factory, request):
    """All lessons executed once and stored, as a reader would get them."""
    store = tmp_path_factory.mktemp("pelajaran")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(request.config.rootpath)  # the kernel is another process
    try:
        for folder in FOLDERS:
            nbformat.write(executed_lesson(folder), store / f"{folder.name}.ipynb")
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return store


def _nbval(root, *notebooks):
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return subprocess.run(
        [*command, "--rootdir", str(notebooks[0].parent), "-c", os.devnull, *map(str, notebooks)],
        cwd=notebooks[0].parent,
        env={
            **os.environ,
            "PYTHONPATH": str(root),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTEST_PLUGINS": "nbval.plugin",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_there_is_a_lesson_for_every_module_of_the_course(root):
    listed = re.findall(r"^\| `(\d\d_\w+)` \|", (root / "modules" / "README.md").read_text(encoding="utf-8"), re.M)

    assert listed == IDS
    assert len(IDS) == 4


def test_stored_outputs_come_out_again_when_nbval_runs_every_cell(lessons, root):
    result = _nbval(root, *sorted(lessons.glob("*.ipynb")))
    cells = sum(
        cell.cell_type == "code" and bool(cell.source.strip())
        for path in lessons.glob("*.ipynb")
        for cell in nbformat.read(path, 4).cells
    )

    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-1000:]
    assert f"{cells} passed" in result.stdout


def test_nbval_notices_an_output_that_is_not_true_any_more(lessons, root, tmp_path):
    notebook = nbformat.read(lessons / "01_iki_smart.ipynb", 4)
    first = next(cell for cell in notebook.cells if cell.get("outputs"))
    html = first.outputs[0].data["text/html"]
    assert "✘ tidak" in html
    first.outputs[0].data["text/html"] = html.replace("✘ tidak", "✔ ya", 1)
    nbformat.write(notebook, tmp_path / "dipalsukan.ipynb")

    assert _nbval(root, tmp_path / "dipalsukan.ipynb").returncode != 0


@pytest.mark.parametrize("name", IDS)
def test_every_cell_shows_something_readable_and_no_cell_complains(lessons, name):
    notebook = nbformat.read(lessons / f"{name}.ipynb", 4)
    shown = [
        cell for cell in notebook.cells if cell.cell_type == "code" and "setup" not in cell.metadata.get("tags", [])
    ]

    assert len(shown) >= 5
    for cell in shown:
        kinds = [output.output_type for output in cell.outputs]
        assert kinds == ["execute_result"], (cell.source, kinds)
        assert cell.outputs[0].data["text/html"].strip(), cell.source


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_sections_are_numbered_from_one_and_listed_in_the_folder_page(folder):
    found = sections(folder)
    page = (folder / "README.md").read_text(encoding="utf-8")

    assert [number for number, _ in found] == list(range(1, len(found) + 1))
    for number, title in found:
        assert f"Bagian {number}. {title} |" in page


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_minutes_of_the_folder_page_add_up_to_the_reading_time(folder):
    page = (folder / "README.md").read_text(encoding="utf-8")
    lesson = (folder / "pelajaran.py").read_text(encoding="utf-8")
    minutes = [int(value) for value in re.findall(r"^\| (\d+) menit \|", page, re.M)]
    promised = int(re.search(r"Waktu membaca sekitar (\d+) menit", lesson)[1])

    assert sum(minutes) == promised


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_a_lesson_ends_with_the_recap_and_the_law(folder):
    notebook = lesson_source(folder)

    assert notebook.cells[-1].source.startswith("dasar_hukum(")
    assert notebook.cells[-2].source.startswith("## Ringkasan")


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_code_is_hidden_and_the_notebook_is_a_course_page(folder):
    notebook = lesson_source(folder)

    assert notebook.metadata["bimtek"]["pelajaran"] == folder.name
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.metadata["jupyter"]["source_hidden"] is True
            assert cell.outputs == []


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_lessons_call_the_simulator_only(folder):
    imported = re.findall(r"^(?:from|import) (\w+)", (folder / "pelajaran.py").read_text(encoding="utf-8"), re.M)

    assert set(imported) <= {"simulator", "datetime", "decimal", "dataclasses", "IPython"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.outside, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []
        self.outside += [values[key] for key in ("src",) if key in values]
        self.outside += [values["href"]] if tag == "link" else []
        self.outside += ["script"] if tag == "script" else []

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_the_page_stands_alone_and_feedback_can_point_into_it(lessons, folder):
    html = lesson_html(nbformat.read(lessons / f"{folder.name}.ipynb", 4))
    reader = _Reader()
    reader.feed(html)

    assert reader.outside == []
    assert [name for name in reader.ids if name.startswith("bagian-")] == [f"bagian-{n}" for n, _ in sections(folder)]
    assert "SIMULASI PELATIHAN" in "".join(reader.text)
    assert "import" not in "".join(reader.text)


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_the_page_made_without_a_kernel_is_the_page_made_with_one(lessons, folder):
    assert lesson_page(folder) == lesson_html(nbformat.read(lessons / f"{folder.name}.ipynb", 4))


def test_building_the_same_lesson_twice_gives_the_same_notebook():
    assert lesson_source(FOLDERS[0]) == lesson_source(FOLDERS[0])


def test_the_command_asks_for_a_folder(capsys):
    assert main([]) == 2
    assert "FOLDER" in capsys.readouterr().out
