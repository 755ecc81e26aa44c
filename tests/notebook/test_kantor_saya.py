"""Kantor saya: the notebook shows what the web office of the same file holds, and only looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.domain.errors import TidakDitemukan
from simulator.domain.skp import JenisRHK
from simulator.notebook.kantor.milik import KantorSaya, berkas_kantor, kantor_saya
from simulator.notebook.kantor.sambungan import KANTOR
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from simulator.workflow import queries
from simulator.workflow.office import open_office
from tests.web.conftest import Peramban
from tests.workflow.kantor_kecil import KASI, PERAWAT

HASIL = "Tersedianya data kunjungan yang lengkap setiap bulan"


def test_what_was_changed_in_the_web_tab_is_in_the_notebook_after_muat_ulang(berkas: Path) -> None:
    halaman = KantorSaya(berkas)
    assert halaman.siapa.value == PERAWAT, "whose SKP was made last"
    assert "belum berisi RHK" in halaman._isi.value

    with open_office(berkas) as kantor:
        skp_id = queries.daftar_skp(kantor, PERAWAT)[0].skp_id
        atasan = queries.rhk_pimpinan(kantor, skp_id)[0]
    with Peramban(create_app(berkas, Pengaturan())) as peramban:
        peramban.jadi(PERAWAT).kirim(
            f"/skp/{skp_id}/rhk", dari=f"/skp/{skp_id}", teks_rhk=HASIL, rhk_atasan_id=atasan.rhk_id,
            jenis=JenisRHK.UTAMA.value, klasifikasi="organisasi",
        )  # fmt: skip
        halaman.muat_ulang()

    assert HASIL in halaman._isi.value
    assert atasan.teks in halaman._isi.value
    halaman.siapa.value = KASI
    assert HASIL not in halaman._isi.value
    assert atasan.teks in halaman._isi.value, "the superior's own RHK, without pressing anything"
    with open_office(berkas) as kantor:
        assert kantor.verifikasi().temuan == ()


def test_an_office_that_cannot_be_read_is_told_and_what_was_seen_stays(berkas: Path) -> None:
    halaman = KantorSaya(berkas)
    isi = halaman._isi.value
    berkas.write_bytes(b"bukan basis data")

    halaman.muat_ulang()

    assert 'role="alert"' in halaman._galat.value
    assert halaman._isi.value == isi


def test_the_office_is_the_one_of_the_folder_or_the_file_that_is_named(
    berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    monkeypatch.setenv(KANTOR, "http://192.168.1.10:8765")
    assert berkas_kantor(berkas.parent) == berkas, "the office of a class is for the other page"
    with pytest.raises(TidakDitemukan, match="Kantor simulasi belum ada"):
        kantor_saya(kosong)
    monkeypatch.setenv(KANTOR, str(berkas))
    assert berkas_kantor(kosong) == berkas
