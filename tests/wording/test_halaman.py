"""The teachers' page and the sentences of the engine speak of the same findings."""

from __future__ import annotations

import re
from pathlib import Path

from simulator import wording
from simulator.wording.bahan import pesan
from simulator.wording.pernyataan import KRITERIA

FOLDER = Path(wording.__file__).parent
HALAMAN = Path(__file__).resolve().parents[2] / "instructor" / "handbook" / "temuan-kata.md"


def test_every_finding_has_a_row_on_the_teachers_page_and_no_row_is_left_over() -> None:
    baris = re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", HALAMAN.read_text(encoding="utf-8"), re.MULTILINE)

    assert dict(baris) == {kode: isi[0] for kode, isi in pesan().items()}
    assert len(baris) == len(pesan())


def test_every_finding_belongs_to_a_criterion_and_ends_its_sentences() -> None:
    for kode, (kriteria, kalimat, saran, nama) in pesan().items():
        assert kriteria in KRITERIA, kode
        assert kalimat.rstrip("}x").endswith((".", "{")), kode
        assert saran.endswith("."), kode
        assert " " in nama or nama == "singkatan", kode
    assert len({isi[3] for isi in pesan().values()}) == len(pesan())


def test_every_lexicon_file_is_named_in_its_readme() -> None:
    readme = (FOLDER / "lexicon" / "README.md").read_text(encoding="utf-8")

    assert {b.name for b in (FOLDER / "lexicon").glob("*.tsv")} == set(re.findall(r"`(\w+\.tsv)` \|", readme))
