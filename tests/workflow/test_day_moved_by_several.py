"""The day moved by two at once, cut off in the middle, and while somebody sits down: always the same year."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.store.schema import jurnal
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.rekan import langkah, majukan
from tests.workflow.kantor_kecil import PERAWAT

#: January and February: planning, approval, the first lines of the log.
SAMPAI = date(2026, 2, 27)


@pytest.fixture(scope="module")
def sekali(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    """The end of the journal when one mover went all the way undisturbed."""
    path = Path(shutil.copy(cetakan, tmp_path_factory.mktemp("sekali") / "kantor.ekin.db"))
    with open_office(path) as kantor:
        majukan(kantor, SAMPAI)
        return kantor.verifikasi().kepala


def test_two_movers_at_once_leave_the_same_journal_as_one(berkas: Path, sekali: tuple[int, str]) -> None:
    """Two servers of one class: each day is done once, by whoever comes first."""

    def satu(sampai: date) -> date:
        with open_office(berkas) as kantor:
            return majukan(kantor, sampai).sampai

    with ThreadPoolExecutor(3) as pool:
        tiba = list(pool.map(satu, (SAMPAI, SAMPAI, date(2026, 2, 10))))

    assert tiba[:2] == [SAMPAI, SAMPAI]
    assert tiba[2] >= date(2026, 2, 10)
    with open_office(berkas) as kantor:
        assert kantor.verifikasi().temuan == ()
        assert kantor.verifikasi().kepala == sekali


def test_cut_off_in_the_middle_of_a_day_it_goes_on_as_if_nothing_had_been(
    berkas: Path, sekali: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the power fails: half a day is no day."""
    asli, hitungan = langkah._tindakan, []

    def putus(*isi: Any) -> Any:
        hitungan.append(isi)
        if len(hitungan) == 12:
            raise KeyboardInterrupt
        return asli(*isi)

    monkeypatch.setattr(langkah, "_tindakan", putus)
    with open_office(berkas) as kantor:
        with pytest.raises(KeyboardInterrupt):
            majukan(kantor, SAMPAI)
        terhenti = kantor.hari
    assert date(2026, 1, 5) < terhenti < SAMPAI

    with open_office(berkas) as kantor:
        assert kantor.verifikasi().temuan == ()
        majukan(kantor, SAMPAI)
        assert kantor.verifikasi().kepala == sekali


def test_who_sits_down_meanwhile_decides_from_the_next_day_on(berkas: Path) -> None:
    duduk = date(2026, 1, 20)
    with open_office(berkas) as kantor:
        majukan(kantor, SAMPAI, lambda: frozenset({PERAWAT} if kantor.hari >= duduk else ()))

        hari = _hari_bekerja(kantor, PERAWAT)
    assert hari, "before that a colleague worked for her"
    assert max(hari) <= duduk


def _hari_bekerja(kantor: Kantor, pegawai_id: int) -> set[date]:
    query = jurnal.select().with_only_columns(jurnal.c.hari).where(jurnal.c.pelaku_id == pegawai_id)
    with kantor.lihat() as connection:
        return set(connection.execute(query).scalars())
