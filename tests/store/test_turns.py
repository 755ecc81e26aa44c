"""Writers of one process are served in the order in which they asked."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic

from simulator.store.turns import Turns


def _di_utas_lain(kerja: Callable[[], object]) -> Thread:
    utas = Thread(target=kerja)
    utas.start()
    return utas


def _menunggu(turns: Turns, banyak: int) -> None:
    """Until so many queue; a queue that nobody joins fails instead of keeping the whole run waiting."""
    ende = monotonic() + 10
    while len(turns._waiting) < banyak:
        assert monotonic() < ende


def test_whoever_waits_comes_before_the_one_who_just_let_go() -> None:
    turns, urutan = Turns(), []

    def satu(nama: str) -> None:
        assert turns.acquire(10)
        urutan.append(nama)
        turns.release()

    assert turns.acquire(10)
    utas = []
    for banyak, nama in enumerate(("pertama", "kedua"), start=1):
        utas.append(_di_utas_lain(lambda nama=nama: satu(nama)))
        _menunggu(turns, banyak)
    turns.release()
    satu("lagi")
    for satu_utas in utas:
        satu_utas.join()

    assert urutan == ["pertama", "kedua", "lagi"]


def test_the_one_who_holds_it_may_take_it_again_and_patience_ends() -> None:
    turns, hasil = Turns(), []
    assert turns.acquire(1)
    assert turns.acquire(1)
    turns.release()
    _di_utas_lain(lambda: hasil.append(turns.acquire(0.01))).join()
    assert hasil == [False]
    turns.release()

    _di_utas_lain(lambda: hasil.append(turns.acquire(0.01) and turns.release() is None)).join()
    assert hasil == [False, True]
