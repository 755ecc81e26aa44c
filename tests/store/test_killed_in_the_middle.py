"""A process is killed for real, many times, in the middle of its actions; nothing that was acknowledged may be lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

import pytest
from sqlalchemy import event

from simulator.domain.skp import JenisLampiran
from simulator.store.verification import verify
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import AKHIR, AWAL
from tests.workflow.kantor_kecil import PERAWAT, KantorKecil

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL dan fork hanya ada di sistem mirip Unix")

SAYA = Pelaku.pegawai(PERAWAT)


def _bekerja(path: Path, pipe: Pipe, seed: int, stop_at: int | None) -> None:
    """The child: acts for ever and reports; with ``stop_at`` it waits at that statement to be killed right there."""
    rng = random.Random(seed)
    with open_office(path) as kantor:
        _report_statements(kantor.engine, pipe, stop_at)
        while True:
            kind = rng.choice(("skp", "rhk", "lampiran", "hapus"))
            drafts = [skp.skp_id for skp in queries.daftar_skp(kantor, PERAWAT)]
            chosen = rng.choice(drafts) if drafts else 0
            if kind == "skp" or not drafts:
                made = actions.buat_skp(kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR).skp_id
                pipe.send(("jadi", "skp", made, made))
            elif kind == "rhk":
                made = actions.tambah_rhk(kantor, SAYA, chosen, teks_rhk="Tersusunnya laporan").rhk_id
                pipe.send(("jadi", "rhk", made, chosen))
            elif kind == "lampiran":
                jenis = JenisLampiran.KONSEKUENSI
                made = actions.tambah_lampiran(kantor, SAYA, chosen, jenis=jenis, isi="Pujian").lampiran_id
                pipe.send(("jadi", "lampiran", made, chosen))
            else:
                pipe.send(("akan hapus", "skp", chosen, chosen))
                actions.hapus_skp(kantor, SAYA, chosen)


def _report_statements(engine: object, pipe: Pipe, stop_at: int | None) -> None:
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1
        pipe.send(("langkah", "", count, 0))
        if count == stop_at:
            signal.pause()  # the parent kills us here, between two statements or just before the commit

    for moment in ("before_cursor_execute", "commit"):
        event.listen(engine, moment, tick)


def _sampai_mati(path: Path, seed: int) -> list[tuple[str, str, object, object]]:
    """Start a child, kill it at a seeded step, and return everything it had reported."""
    rng = random.Random(seed)
    kill_at = rng.randrange(1, 160)
    waits = seed % 2 == 0  # every other child is killed while it keeps running: then also inside a commit
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_bekerja, args=(path, theirs, seed, kill_at if waits else None), daemon=True)
    child.start()
    theirs.close()
    heard: list[tuple[str, str, object, object]] = []
    killed = False
    while True:
        try:
            heard.append(ours.recv())
        except EOFError:
            break
        if not killed and heard[-1][::2] == ("langkah", kill_at):
            os.kill(child.pid or 0, signal.SIGKILL)
            killed = True
    child.join()
    ours.close()

    assert child.exitcode == -signal.SIGKILL, heard[-3:]
    return heard


def _hidup(path: Path) -> dict[str, dict[object, object]]:
    """noun → key → the SKP it belongs to."""
    with open_office(path) as kantor:
        documents = [queries.skp_lengkap(kantor, skp.skp_id) for skp in queries.daftar_skp(kantor, PERAWAT)]
    return {
        "skp": {skp.skp_id: skp.skp_id for skp in documents},
        "rhk": {rhk.rhk_id: skp.skp_id for skp in documents for rhk in skp.daftar_rhk},
        "lampiran": {butir.lampiran_id: skp.skp_id for skp in documents for butir in skp.daftar_lampiran},
    }


def _salin_apa_adanya(path: Path, ke: Path) -> Path:
    """Copy the office as the killed process left it, with what lies beside it."""
    ke.parent.mkdir()
    for suffix in ("", "-wal", "-shm"):
        if Path(f"{path}{suffix}").exists():
            shutil.copy(f"{path}{suffix}", f"{ke}{suffix}")
    return ke


def test_forty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), path)
    for seed in range(40):
        expected = _hidup(path)
        leaving: set[object] = set()
        for what, noun, key, skp_id in _sampai_mati(path, seed):
            if what == "jadi":
                expected[noun][key] = skp_id
            elif what == "akan hapus":
                leaving.add(key)  # an SKP on its way out may be gone or not, but if gone then with everything in it
        copy = _salin_apa_adanya(path, tmp_path / str(seed) / "kantor.ekin.db")

        assert verify(copy).temuan == (), seed
        assert verify(path).temuan == (), seed

        there = _hidup(path)
        for noun, keys in expected.items():
            assert {key for key, skp_id in keys.items() if skp_id not in leaving} <= set(there[noun]), seed

    assert verify(path).jumlah_entri > 40


def _mendirikan(path: Path, pipe: Pipe, stop_at: int) -> None:
    """The child: founds an office and stops at one statement to be killed there."""
    from simulator.workflow import founding

    plain = founding.open_new_file

    def watched(target: Path) -> object:
        engine = plain(target)
        _report_statements(engine, pipe, stop_at)
        return engine

    founding.open_new_file = watched  # type: ignore[assignment]
    found_office(KantorKecil(), path)


def test_a_founding_that_is_killed_leaves_no_half_office(tmp_path: Path) -> None:
    path = tmp_path / "kantor.ekin.db"
    context = multiprocessing.get_context("fork")
    for stop_at in (1, 7, 30, 45, 60, 85):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_mendirikan, args=(path, theirs, stop_at), daemon=True)
        child.start()
        theirs.close()
        while ours.recv()[2] != stop_at:
            pass
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        ours.close()

        assert child.exitcode == -signal.SIGKILL
        assert not path.exists()

    found_office(KantorKecil(), path)

    assert verify(path).ok
