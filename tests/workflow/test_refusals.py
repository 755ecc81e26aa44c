"""The right person at the wrong moment, or with an incomplete form: refused by kind and code, nothing changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert

from simulator.domain.errors import (
    BimtekError,
)
from simulator.store.engine import open_engine, reading
from simulator.store.schema import metadata
from simulator.workflow.office import open_office
from tests.workflow import penolakan_admin, penolakan_pelaksanaan, penolakan_penilaian, penolakan_perencanaan
from tests.workflow.server import alamat_server
from tests.workflow.sidik_kantor import sidik_kantor
from tests.workflow.tahap import NAMA, Tahap, semua_tahap

PENOLAKAN = {
    **penolakan_perencanaan.PENOLAKAN,
    **penolakan_pelaksanaan.PENOLAKAN,
    **penolakan_penilaian.PENOLAKAN,
    **penolakan_admin.PENOLAKAN,
}


class Panggung:
    """Offices at the stages of the story, one kind of database; refusals change nothing, so a stage is shared."""

    def __init__(self, stages: dict[str, Tahap], folder: Path, url: str | None) -> None:
        self.stages, self.folder, self.url = stages, folder, url
        self.standing: str | None = None

    def alamat(self, name: str) -> str | Path:
        """Where the office of that stage is."""
        if self.url is None:
            path = self.folder / f"{name}.ekin.db"
            return path if path.exists() else self.stages[name].salin(path)
        if self.standing != name:
            salin_ke_server(self.stages[name].berkas, self.url)
            self.standing = name
        return self.url


def salin_ke_server(berkas: Path, url: str) -> None:
    """The same office, row by row, in a database server."""
    source, target = open_engine(berkas), create_engine(url)
    metadata.drop_all(target)
    metadata.create_all(target)
    with reading(source) as one, target.begin() as other:
        for table in metadata.sorted_tables:
            rows = [dict(row) for row in one.execute(table.select()).mappings()]
            if rows:
                other.execute(insert(table), rows)
    source.dispose()
    target.dispose()


@pytest.fixture(scope="module")
def tahap(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tahap]:
    return semua_tahap(cetakan, tmp_path_factory.mktemp("tahap"))


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def panggung(
    request: pytest.FixtureRequest, tahap: dict[str, Tahap], tmp_path_factory: pytest.TempPathFactory
) -> Panggung:
    url = alamat_server() if request.param == "postgres" else None
    return Panggung(tahap, tmp_path_factory.mktemp("panggung"), url)


@pytest.mark.parametrize("nama", sorted(PENOLAKAN, key=lambda nama: NAMA.index(PENOLAKAN[nama][0])))
def test_refused_with_its_kind_and_code_and_nothing_changed(nama: str, panggung: Panggung) -> None:
    stage, kind, kode, act = PENOLAKAN[nama]
    scene = panggung.stages[stage]
    alamat = panggung.alamat(stage)
    undoes = nama == "hapus rencana aksi terakhir yang berbukti"
    before = sidik_kantor(alamat)
    with open_office(alamat) as kantor, pytest.raises(BimtekError) as refusal:
        act(kantor, replace(scene.adegan, kantor=kantor), scene.catatan)

    assert (type(refusal.value), refusal.value.kode) == (kind, kode), refusal.value
    assert refusal.value.pesan[0].isupper()
    assert refusal.value.pesan.endswith(".")
    assert undoes or sidik_kantor(alamat) == before


def test_every_code_is_lower_case_with_hyphens() -> None:
    assert all(kode == kode.lower() and " " not in kode and "_" not in kode for _, _, kode, _ in PENOLAKAN.values())
