"""One office for all exercises of a participant."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests_kit_paths import CONTOH

from exercises.kit.catalog import EXERCISES_VARIABLE
from exercises.kit.office import classroom_office, planted_codes


@pytest.fixture(autouse=True)
def _tanpa_kantor_tersisa() -> Iterator[None]:
    """An office made for other exercises must not be found by the tests that come after."""
    yield
    classroom_office.cache_clear()


@pytest.fixture
def dua_latihan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two exercises that ask for different faults."""
    for nama, cacat in (("01_satu", "[C07, 'B01:2']"), ("02_dua", "['B01:4', C07]")):
        shutil.copytree(CONTOH / "01_contoh", tmp_path / nama)
        berkas = tmp_path / nama / "exercise.yaml"
        berkas.write_text(berkas.read_text(encoding="utf-8").replace("cacat: []", f"cacat: {cacat}"), encoding="utf-8")
    monkeypatch.setenv(EXERCISES_VARIABLE, str(tmp_path))


def test_faults_are_the_union_with_the_largest_number_of_each_kind(dua_latihan: None) -> None:
    assert planted_codes() == ("B01:4", "C07")


def test_the_same_seed_gives_the_same_office_and_another_seed_another(folder_contoh: Path) -> None:
    satu = classroom_office(5)

    assert classroom_office(5) is satu
    assert len(satu.rows("pegawai")) == 60
    assert satu.rows("rhk") != classroom_office(6).rows("rhk")
