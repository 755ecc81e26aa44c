"""A small office in a browser without a browser: one institution, founded once, a fresh copy for every test."""

from __future__ import annotations

import re
import shutil
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.institution.generate import generate
from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor
from tests.workflow.server import alamat_server

_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@pytest.fixture(scope="session")
def kantor_asli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The founded office that every test copies."""
    berkas = tmp_path_factory.mktemp("kantor") / "kantor.ekin.db"
    found_office(generate("dinas_kesehatan", 7, 60), berkas, benih_publik=False)
    return berkas


@pytest.fixture(scope="session")
def paket_lengkap(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list]:
    """A participant's folder whose office has something to show on every page: (its file, the situations). To copy."""
    from tests.web.kantor_penuh import buat_kantor

    return buat_kantor(tmp_path_factory.mktemp("lengkap") / "p001")


@pytest.fixture
def berkas(kantor_asli: Path, tmp_path: Path) -> Path:
    """One test's own office."""
    return Path(shutil.copy(kantor_asli, tmp_path / "kantor.ekin.db"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def sasaran(request: pytest.FixtureRequest, berkas: Path) -> str | Path:
    """One test's own office, once per kind of database."""
    if request.param == "sqlite":
        return berkas
    alamat = alamat_server()
    found_office(generate("dinas_kesehatan", 7, 60), alamat, benih_publik=False, timpa=True)
    return alamat


#: A class as ``bimtek web --kelas`` serves it: the day and the faults are the instructor's.
KUNCI = "kunci-kelas-1"
KELAS = Pengaturan(Mode.LATIHAN, kunci_instruktur=KUNCI)


class Peramban(TestClient):
    """A browser that logs in with one click and sends forms as a page would."""

    def jadi(self, pegawai_id: int) -> Peramban:
        """Play somebody."""
        self.kirim("/pemeran", dari="/pemeran", pegawai_id=pegawai_id)
        return self

    def instruktur(self, pegawai_id: int = 1) -> Peramban:
        """Play somebody and open this browser with the key of the class."""
        self.jadi(pegawai_id).kirim("/latihan/kunci", dari="/latihan", kunci=KUNCI)
        return self

    def kirim(self, alamat: str, *, dari: str, ikut: bool = True, **isian: object):
        """Send the form ``alamat`` that stands on the page ``dari``; the answer after following redirects."""
        halaman = self.get(dari)
        csrf = _CSRF.search(halaman.text)
        assert csrf, f"{dari} has no form: {halaman.status_code}"
        sejak = re.search(r'name="sejak" value="(\d+)"', halaman.text)
        isi = {"csrf": csrf[1], "kembali": dari, "sejak": sejak[1] if sejak else ""}
        return self.post(alamat, data=isi | {k: str(v) for k, v in isian.items()}, follow_redirects=ikut)


def bulan_kosong(kantor: Kantor, bulan: int) -> PeriodePenilaian:
    """A month of 2026 in which nobody has done anything, still open: what a calendar of mixed types may hold."""
    with kantor.tindakan("pasang_gangguan", None) as t:
        return t.tambah(
            PeriodePenilaian, periode_id=t.id_baru(), nama=f"Bulanan {bulan} Tahun 2026", tahun=2026, angka=bulan,
            tipe=TipePeriodik.BULANAN, periode_awal=date(2026, bulan, 1),
            periode_akhir=date(2026, bulan, monthrange(2026, bulan)[1]), batas_pengisian=date(2027, 2, 1),
        )  # fmt: skip


@pytest.fixture
def peramban(berkas: Path) -> Iterator[Peramban]:
    """A browser at this test's own office, nobody logged in."""
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        yield klien


@pytest.fixture
def kelas(berkas: Path) -> Iterator[Peramban]:
    """A browser at a class, nobody logged in."""
    with Peramban(create_app(berkas, KELAS)) as klien:
        yield klien
