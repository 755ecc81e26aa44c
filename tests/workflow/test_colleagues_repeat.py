"""The same seed gives the same colleagues, day by day or in one go, and another seed others."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.rekan import majukan
from simulator.workflow.rekan.papan import Ingatan, Papan
from simulator.workflow.rekan.undian import Soal, Undian
from simulator.workflow.rekan.watak import Watak, watak
from tests.workflow.jurnal_orang import jurnal_orang
from tests.workflow.kantor_kecil import KantorKecil


def _kepala(kantor: Kantor) -> tuple[int, str]:
    return kantor.verifikasi().kepala


def test_the_same_office_moved_twice_has_the_same_journal(berkas: Path, tmp_path: Path) -> None:
    """Past the ratings of the first quarter; the head of the journal is a fingerprint of every entry before it."""
    other = Path(shutil.copy(berkas, tmp_path / "lagi.ekin.db"))
    with open_office(berkas) as kantor, open_office(other) as again:
        for office in (kantor, again):
            assert majukan(office, date(2026, 4, 13)).tindakan["beri_rating"] == 9

        assert _kepala(kantor) == _kepala(again)


def test_day_by_day_or_in_one_go_is_the_same(berkas: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(berkas, tmp_path / "sekali.ekin.db"))
    hari = [date(2026, 1, 6 + step) for step in range(25)]
    with open_office(berkas) as kantor, open_office(other) as at_once:
        for day in hari:
            majukan(kantor, day)
        majukan(at_once, hari[-1])

        assert len(jurnal_orang(kantor)) > 50
        assert jurnal_orang(kantor) == jurnal_orang(at_once)


def test_another_seed_is_another_office(tmp_path: Path) -> None:
    class Lain(KantorKecil):
        def __init__(self) -> None:
            super().__init__()
            self._rows["instansi"][0]["benih"] = 4712

    journals = []
    for name, office in (("a", KantorKecil()), ("b", Lain())):
        found_office(office, tmp_path / f"{name}.ekin.db")
        with open_office(tmp_path / f"{name}.ekin.db") as kantor:
            majukan(kantor, date(2026, 2, 1))
            journals.append(jurnal_orang(kantor))

    assert journals[0] != journals[1]


def test_offices_whose_seed_is_hidden_have_colleagues_of_their_own(tmp_path: Path) -> None:
    """Every participant of a class has an office of another seed, which its file does not tell."""

    class Lain(KantorKecil):
        def __init__(self) -> None:
            super().__init__()
            self._rows["pegawai"][0]["nama"] = "Orang Lain"

    kinds = []
    for name, office in (("a", KantorKecil()), ("b", Lain()), ("c", KantorKecil())):
        found_office(office, tmp_path / f"{name}.ekin.db", benih_publik=False)
        with open_office(tmp_path / f"{name}.ekin.db") as kantor, kantor.lihat() as connection:
            draws = Papan(connection, Ingatan()).undian
            kinds.append([watak(draws, who) for who in range(1, 61)])

    assert kinds[0] != kinds[1]
    assert kinds[0] == kinds[2]


def test_draws_stay_what_they_are() -> None:
    """Old offices keep their people: these numbers may never change."""
    draws = Undian(4711)

    assert [draws.di_bawah(1000, 5, date(2026, 1, 2), Soal.MULAI, sub) for sub in range(5)] == [331, 103, 636, 100, 24]
    assert [sum(watak(Undian(1), n) is kind for n in range(2000)) for kind in Watak] == [574, 383, 302, 223, 261, 257]
    spread = [draws.lonceng(n, None, Soal.MUTU) for n in range(500)]
    assert min(spread) >= 0
    assert max(spread) <= 100
    assert 45 < sum(spread) / 500 < 55
