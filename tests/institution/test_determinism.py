"""The same seed gives the same office: again, in another process, and as part of a bigger one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sidik_instansi import sidik

from simulator.institution import generate

PROGRAM = Path(__file__).with_name("sidik_instansi.py")
CODES = "C01,B04:3,U02,R03"
#: sha256 of all rows of the office of sixty with seed 1. It changes whenever a value of the generator or a sentence of
#: the pack changes. If the change was meant, renew it: python tests/institution/sidik_instansi.py 1 60
EMAS = "5dbe1810930a1592044dc9b1a45554f5220cf7ca0949723270868f7df06f5695"
EMAS_BERCACAT = "59d655cda8eff3994da10763c2b718e84e8db1894ac6c75fddb04c79f3527902"


def test_the_golden_office_has_not_changed() -> None:
    assert sidik(generate("dinas_kesehatan", 1, 60)) == EMAS


def test_the_golden_office_with_faults_has_not_changed() -> None:
    assert sidik(generate("dinas_kesehatan", 1, 60, faults=tuple(CODES.split(",")))) == EMAS_BERCACAT


@pytest.mark.parametrize("seed", [1, 2, 20_260_101])
def test_twice_the_same_bytes(seed: int) -> None:
    once, again = generate("dinas_kesehatan", seed, 75), generate("dinas_kesehatan", seed, 75)

    assert sidik(once) == sidik(again)


def test_another_seed_is_another_office() -> None:
    assert len({sidik(generate("dinas_kesehatan", seed, 60)) for seed in range(4)}) == 4


@pytest.mark.parametrize("hash_seed", ["0", "4242"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(hash_seed: str) -> None:
    said = subprocess.run(
        [sys.executable, str(PROGRAM), "3", "60", CODES],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Jayapura", "LC_ALL": "C"},
    ).stdout.strip()

    assert said == sidik(generate("dinas_kesehatan", 3, 60, faults=tuple(CODES.split(","))))


def test_the_order_of_the_questions_does_not_matter() -> None:
    forward, backward = generate("dinas_kesehatan", 5, 60), generate("dinas_kesehatan", 5, 60)
    first = {table: forward.rows(table) for table in forward.tables}
    last = {table: backward.rows(table) for table in reversed(backward.tables)}

    assert first == last


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("size", [60, 61, 67, 74])
def test_growing_to_two_hundred_changes_no_row_that_was_there(seed: int, size: int) -> None:
    small, big = generate("dinas_kesehatan", seed, size), _big(seed)
    for table in small.tables:
        grown = {next(iter(row.values())): row for row in big[table]}
        for row in small.rows(table):
            assert grown[next(iter(row.values()))] == row, table


_BIG: dict[int, dict[str, list[dict[str, object]]]] = {}


def _big(seed: int) -> dict[str, list[dict[str, object]]]:
    if seed not in _BIG:
        inst = generate("dinas_kesehatan", seed, 200)
        _BIG[seed] = {table: inst.rows(table) for table in inst.tables}
    return _BIG[seed]


def test_growing_keeps_the_people_of_a_hundred_thousand() -> None:
    small, big = generate("dinas_kesehatan", 9, 3_000), generate("dinas_kesehatan", 9, 100_000)
    few, many = small.columns("pegawai"), big.columns("pegawai")
    for name, values in few.items():
        assert (many[name][:3_000] == values).all(), name


def test_rows_come_in_pieces_as_they_come_whole() -> None:
    inst = generate("dinas_kesehatan", 1, 60, faults=("B04:3",))
    for table in ("dokumen", "bukti_dukung", "pegawai"):
        pieces = [row for piece in inst.chunks(table, size=37) for row in piece]
        assert pieces == inst.rows(table)
        assert len(pieces) == inst.count(table)


def test_a_row_that_is_changed_by_its_reader_does_not_change_the_office() -> None:
    inst = generate("dinas_kesehatan", 1, 60)
    inst.rows("pegawai")[0]["nama"] = "coret"

    assert inst.rows("pegawai")[0]["nama"] != "coret"
