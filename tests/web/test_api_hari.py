"""The day as a notebook moves it: the same move, the same refusals, and how far it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from tests.web.conftest import KUNCI, Peramban
from tests.web.test_api import API, ditolak, jadi

#: The small office is generated up to 2027-01-22.
STAF = 20


def test_the_day_moves_for_everybody_and_colleagues_work(peramban: Peramban) -> None:
    saya, rekan = jadi(peramban, STAF), jadi(peramban, 5)
    assert peramban.get(f"{API}/hari/jalan", headers=saya).json()["data"] is None

    maju = peramban.post(f"{API}/hari/maju", json={"sampai": "2027-01-29"}, headers=saya).json()["data"]

    assert (maju["dari"], maju["hari"], maju["berjalan"], maju["galat"]) == ("2027-01-22", "2027-01-29", False, "")
    assert (maju["persen"], maju["tindakan"] > 20) == (100, True)
    assert peramban.get(f"{API}/hari", headers=rekan).json()["data"] == "2027-01-29"
    assert peramban.get(f"{API}/kantor").json()["data"]["hari"] == "2027-01-29"
    assert peramban.get(f"{API}/hari/jalan", headers=rekan).json()["data"] == maju
    kantor = peramban.app.state.kantor
    with kantor.lihat() as connection:
        punya = {skp.pegawai_id for skp in repository.find(connection, SKP, tahun=2027)}
    assert punya.isdisjoint({STAF, 5}), "whom a human plays is left alone"
    assert len(punya) > 20


@pytest.mark.parametrize(
    ("sampai", "status", "kode"),
    [("2027-01-22", 409, "hari-mundur"), ("2029-01-01", 400, "hari-terlalu-jauh"), ("besok", 400, "isian-tidak-sah")],
)
def test_a_day_that_cannot_be_reached_is_refused_in_words(
    peramban: Peramban, sampai: str, status: int, kode: str
) -> None:
    jawab = peramban.post(f"{API}/hari/maju", json={"sampai": sampai}, headers=jadi(peramban, STAF))

    assert ditolak(jawab, status, kode)
    assert peramban.app.state.kantor.hari == date(2027, 1, 22)


def test_in_a_class_the_day_moves_with_the_instructors_key(kelas: Peramban) -> None:
    saya, sampai = jadi(kelas, STAF), {"sampai": "2027-01-23"}
    ruang = kelas.get(f"{API}/kantor").json()["data"]
    assert (ruang["boleh_majukan_hari"], ruang["hari_dengan_kunci"]) == (False, True)
    ditolak(kelas.post(f"{API}/hari/maju", json=sampai), 401, "belum-masuk")
    jawab = kelas.post(f"{API}/hari/maju", json=sampai, headers=saya)
    assert "oleh instruktur" in ditolak(jawab, 403, "hari-bukan-hak-anda")
    ditolak(kelas.post(f"{API}/hari/maju", json=sampai | {"kunci": "tebakan"}, headers=saya), 400, "kunci-salah")

    maju = kelas.post(f"{API}/hari/maju", json=sampai | {"kunci": KUNCI}, headers=saya).json()["data"]

    assert maju["hari"] == "2027-01-23"
    lagi = kelas.post(f"{API}/hari/maju", json={"sampai": "2027-01-24"}, headers=saya).json()["data"]
    assert lagi["hari"] == "2027-01-24", "the token stays open"
    rekan = kelas.post(f"{API}/hari/maju", json={"sampai": "2027-01-25"}, headers=jadi(kelas, 5))
    ditolak(rekan, 403, "hari-bukan-hak-anda")


def test_the_way_in_is_told_to_strangers_and_whom_to_play_only_in_teaching(peramban: Peramban, berkas: Path) -> None:
    ruang = peramban.get(f"{API}/kantor").json()["data"]
    assert ruang == {
        "nama": "Dinas Kesehatan Kabupaten Girimukti Selatan", "hari": "2027-01-22", "latihan": True,
        "boleh_majukan_hari": True, "hari_dengan_kunci": False,
    }  # fmt: skip
    kadis = peramban.get(f"{API}/pemeran", params={"cari": "kepala dinas"}).json()["data"]
    assert kadis[0]["sebutan"].startswith("Kepala Dinas")

    with TestClient(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert klien.get(f"{API}/kantor").json()["data"]["latihan"] is False
        ditolak(klien.get(f"{API}/pemeran"), 403, "pemeran-dalam-ujian")
