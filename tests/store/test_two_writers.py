"""Many people at once: writers queue for the journal's tail, nobody's work is lost, the chain stays one chain."""

from __future__ import annotations

import shutil
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError

from simulator.domain.errors import BimtekError, StatusTidakSesuai, TidakDitemukan
from simulator.domain.kepegawaian import Profil
from simulator.store import engine as store_engine
from simulator.store.engine import open_engine, open_read_only, reading, writing
from simulator.store.schema import jurnal, skp
from simulator.store.verification import verify, verify_connection
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.kantor_kecil import KABID, KASI, PENGELOLA, PERAWAT, SEKRETARIS, KantorKecil
from tests.workflow.server import alamat_server

ORANG = (PERAWAT, PENGELOLA, KASI, KABID, SEKRETARIS)
TIAP_ORANG = 8


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def alamat(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    if request.param == "sqlite":
        found_office(KantorKecil(), tmp_path / "kantor.ekin.db")
        return tmp_path / "kantor.ekin.db"
    url = alamat_server()
    found_office(KantorKecil(), url, timpa=True)
    return url


def _bekerja(alamat: str | Path, pegawai_id: int, start: threading.Barrier) -> int:
    """One person with a connection of their own."""
    me = Pelaku.pegawai(pegawai_id)
    with open_office(alamat) as kantor:
        start.wait()
        skp = actions.buat_skp(kantor, me, periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 12, 31))
        for number in range(TIAP_ORANG):
            actions.tambah_rhk(kantor, me, skp.skp_id, teks_rhk=f"Tersusunnya laporan {number}")
    return skp.skp_id


def test_whoever_looks_changes_nothing_not_even_after_an_action_on_the_same_connection(alamat: str | Path) -> None:
    with open_office(alamat) as kantor:
        actions.buat_skp(
            kantor, Pelaku.pegawai(PERAWAT), periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 12, 31)
        )
        for look in (reading, writing, reading):
            with look(kantor.engine) as connection:
                connection.execute(select(jurnal.c.nomor)).all()
        with pytest.raises((BimtekError, DBAPIError)), kantor.lihat() as connection:
            connection.execute(delete(skp))

        assert queries.daftar_skp(kantor, PERAWAT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tidak menghapus berkas yang sedang terbuka")
def test_into_a_file_that_was_deleted_meanwhile_nothing_is_said_to_be_saved(tmp_path: Path) -> None:
    berkas = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    awal, akhir = date(2026, 1, 1), date(2026, 12, 31)
    with open_office(berkas) as kantor:
        actions.buat_skp(kantor, Pelaku.pegawai(PERAWAT), periode_awal=awal, periode_akhir=akhir)
        berkas.rename(tmp_path / "terhapus.db")

        with pytest.raises(TidakDitemukan, match="belum tersimpan"):
            actions.buat_skp(kantor, Pelaku.pegawai(PENGELOLA), periode_awal=awal, periode_akhir=akhir)

        (tmp_path / "terhapus.db").rename(berkas)
        actions.buat_skp(kantor, Pelaku.pegawai(PENGELOLA), periode_awal=awal, periode_akhir=akhir)
    assert verify(berkas).temuan == ()


def test_five_people_writing_at_once_lose_nothing(alamat: str | Path) -> None:
    start = threading.Barrier(len(ORANG))
    with ThreadPoolExecutor(len(ORANG)) as pool:
        documents = list(pool.map(lambda who: _bekerja(alamat, who, start), ORANG))
    hasil = verify(alamat)
    with open_office(alamat) as kantor:
        counts = [len(queries.skp_lengkap(kantor, skp_id).daftar_rhk) for skp_id in documents]

    assert hasil.temuan == ()
    assert hasil.jumlah_entri == 1 + len(ORANG) * (1 + TIAP_ORANG)
    assert counts == [TIAP_ORANG] * len(ORANG)


def test_a_reader_sees_the_office_before_or_after_an_action_never_between(alamat: str | Path) -> None:
    me = Pelaku.pegawai(PERAWAT)
    with open_office(alamat) as kantor, open_office(alamat) as other:
        with kantor.tindakan("buat_skp", me) as t:
            t.izinkan(pemilik=PERAWAT)
            t.ubah(Profil, PERAWAT, nama="Nama Baru")

            assert queries.profil(other, PERAWAT).nama == "Contoh Lima"

        assert queries.profil(other, PERAWAT).nama == "Nama Baru"


def test_a_verification_under_way_is_not_disturbed_by_people_who_go_on_working(alamat: str | Path) -> None:
    me = Pelaku.pegawai(PERAWAT)
    with open_office(alamat) as kantor:
        actions.buat_skp(kantor, me, periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 12, 31))
        engine = open_read_only(alamat)
        with reading(engine) as look:
            entries = list(look.execute(select(jurnal.c.nomor)).scalars())
            actions.buat_skp(kantor, me, periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 12, 31))
            hasil = verify_connection(look)
        engine.dispose()

    assert hasil.temuan == ()
    assert hasil.jumlah_entri == len(entries)
    assert verify(alamat).jumlah_entri == len(entries) + 1


def test_an_office_that_stays_busy_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found_office(KantorKecil(), tmp_path / "kantor.ekin.db")
    monkeypatch.setattr(store_engine, "BUSY_TIMEOUT_MS", 50)
    holder = open_engine(tmp_path / "kantor.ekin.db")
    with writing(holder), open_office(tmp_path / "kantor.ekin.db") as kantor:
        with pytest.raises(StatusTidakSesuai) as refusal:
            kantor.maju_ke(date(2026, 2, 1))

        assert refusal.value.kode == "kantor-sibuk"
        assert kantor.hari == date(2026, 1, 5)  # reading goes on

    holder.dispose()


def test_a_copy_taken_while_somebody_works_is_whole(alamat: str | Path, tmp_path: Path) -> None:
    with open_office(alamat) as kantor:
        actions.buat_skp(
            kantor, Pelaku.pegawai(PERAWAT), periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 12, 31)
        )
        if not isinstance(alamat, Path):
            pytest.skip("menyalin berkas hanya untuk SQLite")
        kantor.salin_ke(tmp_path / "salinan.ekin.db")
        plain = Path(shutil.copy(alamat, tmp_path / "tanpa-wal.ekin.db"))

        assert verify(tmp_path / "salinan.ekin.db").jumlah_entri == 2
        assert verify(plain).jumlah_entri == 1  # what a plain copy misses, and why salin_ke exists
