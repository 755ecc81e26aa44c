"""Founding: quick, sealed, whole or not at all, and never over somebody's work."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.institution import generate
from simulator.store import schema
from simulator.store.verification import verify
from simulator.workflow import queries
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.kantor_kecil import KantorKecil
from tests.workflow.sidik_kantor import sidik_kantor


class Tanpa(KantorKecil):
    """The small institution with one thing missing."""

    def __init__(self, **without: object) -> None:
        super().__init__()
        for name, change in without.items():
            self._rows[name] = change(self._rows[name])  # type: ignore[operator]


def _tanpa_nip(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{name: value for name, value in row.items() if name != "nip"} for row in rows]


def test_a_generated_office_of_sixty_is_written_table_by_table_and_verifies(tmp_path: Path) -> None:
    inst = generate("dinas_kesehatan", seed=1, size=60)
    written: Counter[str] = Counter()

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO"):
            written[statement.split()[2].strip('"')] += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        found_office(inst, tmp_path / "kantor.ekin.db")
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    hasil = verify(tmp_path / "kantor.ekin.db")

    # One statement per table, however many rows: founding stays quick (tests/benchmarks/bench_founding.py times it).
    filled = {name for name in inst.tables if inst.rows(name)}
    assert written == Counter({*filled, "segel", "jurnal"})
    assert hasil.temuan == ()
    assert hasil.jumlah_baris == sum(len(inst.rows(name)) for name in inst.tables)


def test_what_is_read_back_is_what_was_generated(tmp_path: Path) -> None:
    inst = generate("dinas_kesehatan", seed=3, size=60, faults=("C01",))
    found_office(inst, tmp_path / "kantor.ekin.db")
    with open_office(tmp_path / "kantor.ekin.db") as kantor, kantor.lihat() as connection:
        for table in schema.OFFICE_TABLES:
            (key,) = table.primary_key.columns
            rows = [dict(row) for row in connection.execute(table.select().order_by(key)).mappings()]

            assert rows == [dict(row) for row in inst.rows(table.name)], table.name


def test_the_same_institution_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        found_office(KantorKecil(), tmp_path / f"{name}.ekin.db")

    assert (tmp_path / "a.ekin.db").read_bytes() == (tmp_path / "b.ekin.db").read_bytes()


def test_a_participants_copy_does_not_hold_the_seed(tmp_path: Path) -> None:
    found_office(KantorKecil(), tmp_path / "peserta.ekin.db", benih_publik=False)
    found_office(KantorKecil(), tmp_path / "instruktur.ekin.db")
    with open_office(tmp_path / "peserta.ekin.db") as kantor:
        assert kantor.instansi.benih == 0
    with open_office(tmp_path / "instruktur.ekin.db") as kantor:
        assert kantor.instansi.benih == KantorKecil.seed
    assert verify(tmp_path / "peserta.ekin.db").ok
    assert b"4711" not in (tmp_path / "peserta.ekin.db").read_bytes()


def test_an_existing_office_is_not_overwritten_unless_asked(berkas: Path) -> None:
    before = sidik_kantor(berkas)
    with pytest.raises(StatusTidakSesuai) as refusal:
        found_office(KantorKecil(), berkas)

    assert refusal.value.kode == "berkas-sudah-ada"
    assert sidik_kantor(berkas) == before

    found_office(KantorKecil(), berkas, timpa=True)

    assert sidik_kantor(berkas) != before
    assert verify(berkas).ok


def test_overwriting_does_not_replay_the_old_offices_wal(berkas: Path, tmp_path: Path) -> None:
    old = tmp_path / "lama.ekin.db"
    with open_office(berkas) as kantor:
        kantor.maju_ke(kantor.hari.replace(month=5))
        shutil.copy(berkas, old)
        shutil.copy(f"{berkas}-wal", f"{old}-wal")
    found_office(KantorKecil(), old, timpa=True)

    assert verify(old).jumlah_entri == 1


@pytest.mark.parametrize(
    ("institution", "kode"),
    [
        (Tanpa(pegawai=_tanpa_nip), "kolom-tidak-cocok"),
        (Tanpa(instansi=lambda rows: []), "instansi-kosong"),
        (Tanpa(unit_kerja=lambda rows: rows[1:]), "rujukan-putus"),
    ],
    ids=["kolom kurang", "tanpa instansi", "rujukan putus"],
)
def test_an_institution_that_does_not_fit_leaves_no_file_behind(
    institution: KantorKecil, kode: str, tmp_path: Path
) -> None:
    with pytest.raises(DataTidakSah) as refusal:
        found_office(institution, tmp_path / "kantor.ekin.db")

    assert refusal.value.kode == kode
    assert list(tmp_path.iterdir()) == []


def test_a_founded_file_is_one_file_in_plain_mode(tmp_path: Path) -> None:
    found_office(KantorKecil(), tmp_path / "kantor.ekin.db")
    db = sqlite3.connect(tmp_path / "kantor.ekin.db")

    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    db.close()
    assert [path.name for path in tmp_path.iterdir()] == ["kantor.ekin.db"]


def test_a_closed_office_is_one_file_again(tmp_path: Path) -> None:
    path = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), path)
    with open_office(path) as kantor:
        kantor.maju_ke(kantor.hari.replace(month=2))
        assert len(queries.daftar_periode(kantor)) == 5

    assert [p.name for p in tmp_path.iterdir()] == ["kantor.ekin.db"]
