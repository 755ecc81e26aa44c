"""The build: the same bytes every time, and every doubt refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from tests_kit_paths import CONTOH

from exercises.kit.build import LatihanDitolak, author_notebook, build_source, participant_notebook
from exercises.kit.catalog import Exercise, exercise_ids, load, load_folder
from exercises.kit.leak import leaks
from simulator.domain.errors import BimtekError, DataTidakSah, TidakDitemukan


@pytest.fixture
def salinan(tmp_path: Path) -> Path:
    """A copy of the sample exercise that a test may spoil."""
    folder = tmp_path / "01_contoh"
    shutil.copytree(CONTOH / "01_contoh", folder)
    return folder


def _edit(folder: Path, nama: str, lama: str, baru: str) -> Exercise:
    berkas = folder / nama
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru, 1), encoding="utf-8")
    load_folder.cache_clear()
    return load_folder(folder)


def test_the_same_notebook_every_time(contoh: Exercise) -> None:
    assert nbformat.writes(build_source(contoh)) == nbformat.writes(build_source(contoh))
    assert nbformat.writes(participant_notebook(contoh)) == nbformat.writes(participant_notebook(contoh))


def test_points_and_ids_come_from_the_specification(contoh: Exercise) -> None:
    meta = [cell.metadata.get("nbgrader", {}) for cell in build_source(contoh).cells]
    poin = {satu["grade_id"]: satu["points"] for satu in meta if "points" in satu}

    assert poin == {"check-pilah": 40.0, "check-susun": 40.0, "manual-alasan": 20.0}
    assert [satu["grade_id"] for satu in meta if satu.get("task")] == ["manual-alasan"]
    assert all(satu["locked"] for satu in meta if satu)


def test_a_participant_sees_no_solution_no_rubric_and_no_code(contoh: Exercise) -> None:
    buku = participant_notebook(contoh)
    teks = nbformat.writes(buku)

    assert 'fill(\\"' not in teks
    assert "Rubrik" not in teks
    assert "MARK SCHEME" not in teks
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in buku.cells if cell.cell_type == "code")
    assert all(not cell.metadata["editable"] for cell in buku.cells if "nbgrader" in cell.metadata)


def test_the_rubric_is_in_the_source_for_graders(contoh: Exercise) -> None:
    rubrik = build_source(contoh).cells[-1].source

    assert "- **Alasan jelas** (12 poin): Menyebut hasil kerja, bukan kegiatan." in rubrik


def test_authors_get_the_solution_cells(contoh: Exercise) -> None:
    sumber = [cell.source for cell in author_notebook(contoh).cells]

    assert 'fill("pilah", "benar")' in sumber


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ('tags=["setup"]', 'tags=["awal"]', "tag “awal” tidak dikenal"),
        ('tags=["check:pilah"]', 'tags=["check"]', "tag “check” tidak dikenal"),
        ('tags=["check:pilah"]', 'tags=["check:pilah", "form:pilah"]', "2 tag"),
        ('tags=["check:pilah"]', 'tags=["check:pilah"] points=5', "metadata points"),
        ('score("pilah")', 'score("susun")', "harus diakhiri score"),
        ('score("pilah")', 'score("pilah"', "kode tidak dapat dibaca"),
        ('form("pilah")', 'form("pilah")\nprint(1)', "harus diakhiri form"),
        ('# %% tags=["form:pilah"]\nform("pilah")\n', "", "soal pilah"),
        ('# %% tags=["check:pilah"]\nscore("pilah")\n', "", "soal pilah"),
        ('[markdown] tags=["manual:alasan"]', "[markdown]", "soal alasan"),
        ('tags=["form:pilah"]\nform("pilah")', 'tags=["form:lain"]\nform("lain")', "soal “lain” tidak ada"),
        ('# %% tags=["form:pilah"]', "# %%", "sel kode tanpa tag"),
        ('[markdown] tags=["manual:alasan"]\n# ###', 'tags=["manual:alasan"]\n# ###', "harus sel markdown"),
        ("# ### Penilaian alasan", "# <!-- BEGIN MARK SCHEME -->", "belum ditutup"),
        ("# ### Penilaian alasan", "# END MARK SCHEME", "tanpa dibuka"),
        ("# Isi tiga soal", "# BEGIN SOLUTION\n# Isi tiga soal", "SOLUTION tidak dipakai"),
        ("# Isi tiga soal", "# BEGIN HIDDEN TESTS\n# Isi tiga soal", "HIDDEN TESTS tidak dipakai"),
        ("# Isi tiga soal", '# `fill("pilah", "benar")` Isi tiga soal', "membocorkan jawaban"),
        ("# Isi tiga soal", "# Menyebut hasil kerja, bukan kegiatan. Isi tiga", "rubrik soal alasan"),
        ("# Isi tiga soal", "# Karena hasil kerja lebih penting daripada kegiatan.", "jawaban acuan"),
    ],
)
def test_a_doubtful_notebook_is_refused(salinan: Path, lama: str, baru: str, sebab: str) -> None:
    exercise = _edit(salinan, "solution.py", lama, baru)
    with pytest.raises(LatihanDitolak) as galat:
        build_source(exercise)

    assert sebab in galat.value.pesan


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ("poin: 40", "poin: 30", "jumlah poin soal 90"),
        ("poin: 12", "poin: 11", "rubrik soal alasan"),
        ("id: susun", "id: pilah", "dua kali"),
        ("id: susun", "id: Susun-1", "huruf kecil"),
        ("jenis: manual", "jenis: lisan", "auto atau manual"),
        ("mode: mixed", "mode: campur", "tidak dikenal"),
        ("menit: 10", "menit: lama", "invalid literal"),
        ("judul: ", "judull: ", "belum ada"),
        ("4b1c0d5e-7a52-4f0e-9c53-0f6f5d2a9b11", "satu", "hexadecimal"),
    ],
)
def test_a_doubtful_specification_is_refused(salinan: Path, lama: str, baru: str, sebab: str) -> None:
    with pytest.raises(DataTidakSah, match=r"exercise\.yaml") as galat:
        _edit(salinan, "exercise.yaml", lama, baru)

    assert sebab in galat.value.pesan


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ("20 if pas else 0, 20", "20 if pas else 0, 25", "maks of soal susun"),
        ("20 if pas else 0, 20", "10 if pas else 0, 20", "soal susun tidak penuh"),
        ('"aspek": "mutu"', '"aspek": "salah"', "soal susun tidak penuh|pilihan yang tersimpan"),
        ('"jenis": "uraian"', '"jenis": "esai"', "jenis isian “esai” tidak dikenal"),
        ('"min_kata": 5', '"periksa": ["ajaib"]', "periksa “ajaib” tidak berlaku"),
        ('"min_kata": 5', '"periksa": ["kuadran"]', "periksa “kuadran” tidak berlaku"),
        ('"petunjuk": "smart"', '"petunjuk": "pintar"', "petunjuk “pintar” tidak dikenal"),
        ('"kolom": "predikat"}', '"kolom": "nama"}', "kolom pilihan"),
        ('"id": "target", ', '"id": "aspek", ', "id isian yang sama"),
        ('"latihan": "01_contoh", "judul"', '"latihan": "lain", "judul"', "nama latihan bukan"),
        ('{"target": target', "{1: target", "disimpan sebagai JSON"),
        ("susun = answer", "raise RuntimeError('bocor')\n    susun = answer", "RuntimeError: bocor"),
    ],
)
def test_a_doubtful_check_or_case_is_refused(salinan: Path, lama: str, baru: str, sebab: str) -> None:
    exercise = _edit(salinan, "checks.py", lama, baru)
    with pytest.raises(BimtekError, match=sebab):
        build_source(exercise)


def test_an_answer_file_in_the_source_is_refused_because_it_would_overwrite_everybodys(salinan: Path) -> None:
    (salinan / "jawaban.json").write_text("{}", encoding="utf-8")
    load_folder.cache_clear()
    with pytest.raises(LatihanDitolak) as galat:
        build_source(load_folder(salinan))

    assert galat.value.kode == "jawaban-di-sumber"


def test_a_leak_is_found_also_when_escaped(contoh: Exercise) -> None:
    kasus = contoh.checks.make_case(3)
    rahasia = contoh.checks.reference_answer(kasus)["alasan"]["teks"]

    assert leaks(f'{{"x": "{rahasia}"}}', contoh, kasus)
    assert not leaks(kasus.participant_json(), contoh, kasus)


def test_exercises_are_found_by_walking_folders(folder_contoh: Path) -> None:
    assert exercise_ids() == ("01_contoh",)
    assert load("01_contoh").spec.judul == "Latihan contoh: memilah dan menyusun"


@pytest.mark.parametrize("nama", ["99_tidak_ada", "../kit", "", "kit"])
def test_an_unknown_exercise_is_refused_by_name(folder_contoh: Path, nama: str) -> None:
    with pytest.raises(TidakDitemukan, match="01_contoh"):
        load(nama)


def test_files_of_an_exercise_import_one_another(salinan: Path) -> None:
    (salinan / "kata.py").write_text("SALAM = 'halo'\n", encoding="utf-8")
    exercise = _edit(salinan, "checks.py", "import random\n", "import random\n\nfrom .kata import SALAM\n")

    assert exercise.checks.SALAM == "halo"
