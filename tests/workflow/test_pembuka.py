"""The frame of a page: how many notifications are new stays right without being counted for every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.workflow.office import Kantor, open_office
from simulator.workflow.pemberitahuan import Jenis
from simulator.workflow.pembuka import TIDAK_DIKABARKAN, Hitungan, pembuka
from simulator.workflow.permissions import IZIN
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT, SEKRETARIS
from tests.workflow.tahap import Tahap, semua_tahap
from tests.workflow.test_permission_table import PELAKU, PERKARA, SEBELUM

ORANG = (PERAWAT, PENGELOLA, KASI, KABID, SEKRETARIS, KEPALA, ADMIN)


@pytest.fixture(scope="module")
def tahap(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tahap]:
    return semua_tahap(cetakan, tmp_path_factory.mktemp("tahap"))


def _baru(kantor: Kantor, hitungan: Hitungan | None) -> dict[int, int]:
    return {satu: pembuka(kantor, satu, 0, hitungan).belum_dibaca for satu in ORANG}


@pytest.mark.parametrize("aksi", sorted(PERKARA))
def test_the_count_after_any_action_is_what_counting_anew_gives(
    aksi: str, tahap: dict[str, Tahap], tmp_path: Path
) -> None:
    stage, who, laku = PERKARA[aksi]
    with open_office(tahap[stage].salin(tmp_path / "kantor.db")) as kantor:
        hitungan = Hitungan()
        if aksi in SEBELUM:
            SEBELUM[aksi](kantor, tahap[stage])
        _baru(kantor, hitungan)
        laku(kantor, PELAKU[who], tahap[stage])

        assert _baru(kantor, hitungan) == _baru(kantor, None)


def test_what_is_left_uncounted_is_told_to_nobody() -> None:
    assert set(TIDAK_DIKABARKAN) <= set(IZIN)
    assert not {satu.value for satu in Jenis} & set(TIDAK_DIKABARKAN)
