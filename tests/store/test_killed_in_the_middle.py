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
from simulator.workflow.office import open_office
from tests.workflow.adegan import AKHIR, AWAL
from tests.workflow.kantor_kecil import PERAWAT

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
            if kind == "skp" or not drafts:
                made = actions.buat_skp(kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR).skp_id
                pipe.send(("jadi", "skp", made))
            elif kind == "rhk":
                made = actions.tambah_rhk(kantor, SAYA, rng.choice(drafts), teks_rhk="Tersusunnya laporan").rhk_id
                pipe.send(("jadi", "rhk", made))
            elif kind == "lampiran":
                made = actions.tambah_lampiran(
                    kantor, SAYA, rng.choice(drafts), jenis=JenisLampiran.KONSEKUENSI, isi="Pujian"
                ).lampiran_id
                pipe.send(("jadi", "lampiran", made))
            else:
                gone = rng.choice(drafts)
                pipe.send(("akan hapus", "skp", gone))
                actions.hapus_skp(kantor, SAYA, gone)
                pipe.send(("hapus", "skp", gone))


def _report_statements(engine: object, pipe: Pipe, stop_at: int | None) -> None:
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1
        pipe.send(("langkah", count, None))
        if count == stop_at:
            signal.pause()  # the parent kills us here, between two statements or just before the commit

    for moment in ("before_cursor_execute", "commit"):
        event.listen(engine, moment, tick)


def _sampai_mati(path: Path, seed: int) -> list[tuple[str, object, object]]:
    """Start a child, kill it at a seeded step, and return everything it had reported."""
    rng = random.Random(seed)
    kill_at = rng.randrange(1, 160)
    waits = seed % 2 == 0  # every other child is killed while it keeps running: then also inside a commit
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_bekerja, args=(path, theirs, seed, kill_at if waits else None), daemon=True)
    child.start()
    theirs.close()
    heard: list[tuple[str, object, object]] = []
    killed = False
    while True:
        try:
            heard.append(ours.recv())
        except EOFError:
            break
        if not killed and heard[-1][:2] == ("langkah", kill_at):
            os.kill(child.pid or 0, signal.SIGKILL)
            killed = True
    child.join()
    ours.close()

    assert child.exitcode == -signal.SIGKILL, heard[-3:]
    return heard


def test_forty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, dimainkan: tuple[Path, dict[str, int]]) -> None:
    from simulator.workflow.founding import found_office
    from tests.workflow.kantor_kecil import KantorKecil

    path = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), path)
    alive: dict[str, set[object]] = {"skp": set(), "rhk": set(), "lampiran": set()}
    unsure: set[object] = set()
    for seed in range(40):
        for what, noun, key in _sampai_mati(path, seed):
            if what == "jadi":
                alive[str(noun)].add(key)
            elif what == "akan hapus":
                unsure.add(key)
            elif what == "hapus":
                alive["skp"].discard(key)
        copy = Path(shutil.copy(path, tmp_path / "bukti.ekin.db"))
        for suffix in ("-wal", "-shm"):
            if Path(f"{path}{suffix}").exists():
                shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")

        assert verify(path).temuan == (), seed
        assert verify(copy).temuan == (), seed

        with open_office(path) as kantor:
            documents = [queries.skp_lengkap(kantor, skp.skp_id) for skp in queries.daftar_skp(kantor, PERAWAT)]
        there = {
            "skp": {skp.skp_id for skp in documents},
            "rhk": {rhk.rhk_id for skp in documents for rhk in skp.daftar_rhk},
            "lampiran": {butir.lampiran_id for skp in documents for butir in skp.daftar_lampiran},
        }
        # A deletion that was on its way may or may not have happened; with an SKP its children go as well.
        assert alive["skp"] - unsure <= there["skp"], seed
        if not unsure:
            assert alive["rhk"] <= there["rhk"], seed
            assert alive["lampiran"] <= there["lampiran"], seed
        alive, unsure = there, set()  # type: ignore[assignment]

    assert verify(path).jumlah_entri > 40
