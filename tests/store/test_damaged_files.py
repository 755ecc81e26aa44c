"""Files that are not an office, or no longer a whole one: told so, never a crash, never a false "all is well"."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import zipfile
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

import pytest

from simulator.domain.errors import BerkasRusak, BimtekError, DataTidakSah, StatusTidakSesuai, TidakDitemukan
from simulator.store.engine import shown
from simulator.store.verification import verify
from simulator.workflow.office import open_office
from tests.workflow.sidik_kantor import sidik_kantor

NOBODY = 65534


def _kode(path: Path) -> str:
    with pytest.raises(BimtekError) as refusal:
        verify(path)

    assert refusal.value.pesan.endswith(".")
    return refusal.value.kode


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TidakDitemukan) as refusal:
        verify(tmp_path / "tidak-ada.ekin.db")

    assert "tidak-ada.ekin.db" in refusal.value.pesan
    assert not (tmp_path / "tidak-ada.ekin.db").exists()


def test_what_is_no_office_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "kosong.db").write_bytes(b"")
    (tmp_path / "teks.db").write_text("nama,nip\n", encoding="utf-8")
    (tmp_path / "sangat-pendek.db").write_bytes(b"SQLite")
    with zipfile.ZipFile(tmp_path / "rekap.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    other = sqlite3.connect(tmp_path / "lain.db")
    other.execute("CREATE TABLE catatan (a)")
    other.commit()
    other.close()

    assert _kode(tmp_path) == "berkas-folder"
    assert _kode(tmp_path / "kosong.db") == "berkas-kosong"
    assert _kode(tmp_path / "teks.db") == "berkas-bukan-instansi"
    assert _kode(tmp_path / "sangat-pendek.db") == "berkas-bukan-instansi"
    assert _kode(tmp_path / "rekap.xlsx") == "berkas-bukan-instansi"
    assert _kode(tmp_path / "lain.db") == "berkas-bukan-instansi"


@pytest.mark.parametrize(
    "alamat", ["mysql://server/kelas", "oracle+apa://server/kelas", "postgresql+apa://server/kelas", "foo://[", "://"]
)
def test_an_address_of_another_kind_of_database_is_told_in_words(alamat: str) -> None:
    with pytest.raises(DataTidakSah) as refusal:
        verify(alamat)

    assert refusal.value.kode == "alamat-tidak-dikenali"


def test_a_password_is_never_shown() -> None:
    alamat = shown("postgresql://instruktur:sandi-kelas@server/kelas")

    assert "sandi-kelas" not in alamat
    assert "server/kelas" in alamat
    assert shown("kantor.ekin.db") == "kantor.ekin.db"


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StatusTidakSesuai) as refusal:
        verify("postgresql://server/kelas")

    assert refusal.value.kode == "paket-postgres-belum-ada"
    assert "psycopg" in refusal.value.pesan


@pytest.mark.parametrize("bagian", [0.0005, 0.01, 0.3, 0.7, 0.999])
def test_a_file_cut_short_is_told_so(bagian: float, berkas: Path) -> None:
    whole = berkas.read_bytes()
    berkas.write_bytes(whole[: max(20, int(len(whole) * bagian))])

    assert _kode(berkas) == "berkas-terpotong"
    with pytest.raises(BerkasRusak), open_office(berkas):
        pytest.fail("a truncated office must not open")


def test_damage_is_told_without_the_librarys_own_words(berkas: Path, tmp_path: Path) -> None:
    content = bytearray(berkas.read_bytes())
    for page in range(2, len(content) // 4096, 7):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    berkas.write_bytes(content)
    (tmp_path / "kosong.db").write_bytes(b"")
    (tmp_path / "terpotong.db").write_bytes(bytes(content[:9000]))
    said = []
    for path in (berkas, tmp_path / "kosong.db", tmp_path / "terpotong.db"):
        with pytest.raises(BerkasRusak) as refusal:
            verify(path)
        said.append(refusal.value.pesan)

    assert said[0].startswith("Berkas “kantor.ekin.db” rusak di dalam. ")
    assert said[1].startswith("Berkas “kosong.db” kosong. ")
    assert said[2].startswith("Berkas “terpotong.db” terpotong: ukurannya lebih kecil daripada seharusnya. ")


@pytest.mark.parametrize("benih", range(60))
def test_bytes_overwritten_anywhere_are_found_unless_nothing_reads_them(benih: int, berkas: Path) -> None:
    rng = random.Random(benih)
    content = bytearray(berkas.read_bytes())
    before = sidik_kantor(berkas)
    start = rng.randrange(100, len(content) - 64)
    content[start : start + 64] = rng.randbytes(64)
    berkas.write_bytes(content)
    try:
        found = not verify(berkas).ok
    except BerkasRusak:
        found = True

    assert found or sidik_kantor(berkas) == before


def test_looking_changes_nothing_and_works_where_nothing_can_be_written(berkas: Path) -> None:
    before = berkas.read_bytes()
    berkas.chmod(0o444)
    berkas.parent.chmod(0o555)
    try:
        hasil = verify(berkas)
    finally:
        berkas.parent.chmod(0o755)
        berkas.chmod(0o644)

    assert hasil.ok
    assert berkas.read_bytes() == before
    assert sorted(p.name for p in berkas.parent.iterdir()) == ["kantor.ekin.db"]


def test_an_office_of_another_version_is_not_worked_in(berkas: Path) -> None:
    db = sqlite3.connect(berkas)
    db.execute("UPDATE instansi SET versi_skema = 99")
    db.commit()
    db.close()
    with pytest.raises(StatusTidakSesuai) as refusal, open_office(berkas):
        pytest.fail("must not open")

    assert refusal.value.kode == "versi-skema-berbeda"


def _sebagai_orang_biasa(pipe: Pipe, path: Path) -> None:
    """The child: gives up being root, for whom no file is read-only, and tries to work."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        with open_office(path) as kantor:
            kantor.maju_ke(kantor.hari.replace(month=5))
        pipe.send("berhasil")
    except BimtekError as refusal:
        pipe.send(refusal.kode)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="izin berkas seperti ini hanya ada di sistem mirip Unix")
@pytest.mark.parametrize(
    ("izin", "kode"), [(0o444, "berkas-hanya-baca"), (0o000, "berkas-tanpa-izin")], ids=["hanya baca", "tertutup"]
)
def test_a_file_without_the_right_to_write_is_refused_in_words(izin: int, kode: str, berkas: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bimtek-izin-"))
    path = Path(shutil.copy(berkas, folder / "kantor.ekin.db"))
    path.chmod(izin)
    folder.chmod(0o555)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_sebagai_orang_biasa, args=(theirs, path))
    try:
        child.start()
        theirs.close()
        heard = ours.recv()
        child.join()
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)

    assert heard == kode


def test_an_office_of_another_name_with_a_stale_wal_beside_it_still_opens(berkas: Path) -> None:
    berkas.with_name(berkas.name + "-wal").write_bytes(b"")

    assert verify(berkas).ok


@pytest.mark.parametrize(
    "nama", ["kantor saya.ekin.db", "100% #1 & lain?.ekin.db", "kantor é ✓.ekin.db", "a'b.ekin.db"]
)
def test_an_office_may_have_any_name_a_person_gives_it(nama: str, berkas: Path) -> None:
    if os.name == "nt" and "?" in nama:
        pytest.skip("Windows tidak mengizinkan tanda tanya pada nama berkas")
    path = berkas.rename(berkas.with_name(nama))
    with open_office(path) as kantor:
        kantor.maju_ke(kantor.hari.replace(month=5))

        assert kantor.verifikasi().ok
    assert verify(path).hari_simulasi == "2026-05-20"
