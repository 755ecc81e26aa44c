"""Umpan Balik Rekan Kerja in the browser: who gives, what the receiver reads, what the assessor reads."""

from __future__ import annotations

import re

import pytest

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Evaluasi
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.store import repository
from simulator.web.api import gerbang
from simulator.workflow.actor import Pelaku
from simulator.workflow.pemberitahuan import pemberitahuan
from tests.web.adegan_penilai import KABID, KEPALA, ORANG_LAIN, STAF, TAHUNAN, kantor, teks
from tests.web.conftest import Peramban

#: Two colleagues of STAF; all three are assessed by KABID, and their SKP of 2026 carry the number of their owner.
REKAN, REKAN_LAIN = 16, 17
HALAMAN, FORMULIR = f"/rekan/{TAHUNAN}", f"/rekan/{TAHUNAN}/{STAF}"
PENILAIAN, HASIL = f"/penilai/penilaian/{STAF}/{TAHUNAN}", f"/skp/{STAF}/penilaian/{TAHUNAN}/hasil"
TANDA = {nilai.value: "" for nilai in NilaiBerAKHLAK} | {"kolaboratif": "teladan", "adaptif": "belum_tampak"}


def _beri(peramban: Peramban, siapa: int, isi: str):
    return peramban.jadi(siapa).kirim(FORMULIR, dari=HALAMAN, isi=isi, **TANDA)


def test_a_colleague_gives_changes_takes_back_and_puts_back(peramban: Peramban) -> None:
    assert peramban.jadi(REKAN).get("/rekan").url.path == HALAMAN, "the period that is being worked on"
    jawab = _beri(peramban, REKAN, "Data dibagikan sebelum diminta.")
    assert "Sudah diberi (1)" in teks(jawab)
    jawab = _beri(peramban, REKAN, "Data dibagikan sebelum diminta, juga saat cuti.")
    assert "juga saat cuti" in teks(jawab)

    jawab = peramban.kirim(f"{FORMULIR}/hapus", dari=HALAMAN)
    assert "Sudah diberi (0)" in teks(jawab)
    nomor, peran = re.findall(r'name="(?:nomor|peran)" value="([^"]+)"', jawab.text)
    jawab = peramban.kirim("/urungkan", dari=HALAMAN, nomor=nomor, peran=peran)

    assert "Sudah diberi (1)" in teks(jawab)
    assert "juga saat cuti" in teks(jawab)


def test_a_form_without_words_comes_back_as_it_was_typed(peramban: Peramban) -> None:
    jawab = _beri(peramban, REKAN, "...")

    assert "belum berisi kalimat" in teks(jawab)
    assert re.search(r'<option value="teladan" selected', jawab.text)
    with kantor(peramban).lihat() as connection:
        assert repository.find(connection, UmpanRekan) == []


def test_the_receiver_reads_it_without_names_once_two_have_given(peramban: Peramban) -> None:
    _beri(peramban, REKAN, "Data dibagikan sebelum diminta.")
    satu = teks(peramban.jadi(STAF).get(HASIL))
    assert "Baru 1 rekan yang memberi" in satu
    assert "sebelum diminta" not in satu

    _beri(peramban, REKAN_LAIN, "Bahan rapat sebaiknya dikirim lebih awal.")
    dua = teks(peramban.jadi(STAF).get(HASIL))

    assert "Seorang rekan: Data dibagikan sebelum diminta." in dua
    assert "2 menjadi teladan" in dua
    for nama in _nama(peramban, REKAN, REKAN_LAIN):
        assert nama not in dua
    kabar = pemberitahuan(kantor(peramban), STAF)[0]
    assert kabar.oleh == "Seorang rekan kerja"
    assert "sebelum diminta" not in kabar.kalimat + kabar.rincian


def test_the_assessor_reads_names_and_the_rating_stays_what_it_was(peramban: Peramban) -> None:
    with kantor(peramban).lihat() as connection:
        semula = repository.find_one(connection, Evaluasi, skp_id=STAF, periode_id=TAHUNAN)
    _beri(peramban, REKAN, "Data dibagikan sebelum diminta.")
    (nama,) = _nama(peramban, REKAN)

    assert f"{nama}: Data dibagikan sebelum diminta." in teks(peramban.jadi(KABID).get(PENILAIAN))
    assert "dari rekan: 1" in teks(peramban.get(f"/penilai/penilaian?periode={TAHUNAN}"))
    assert "Nama pemberi hanya terbaca oleh pejabat penilai dan atasannya" in teks(peramban.get(HASIL))
    assert nama in teks(peramban.get("/pemberitahuan"))
    assert f"{nama}: Data dibagikan" in teks(peramban.jadi(KEPALA).get(PENILAIAN)), "who decides an objection"
    with kantor(peramban).lihat() as connection:
        assert repository.find_one(connection, Evaluasi, skp_id=STAF, periode_id=TAHUNAN) == semula


def test_the_admin_reads_counts_only_and_finds_no_name_in_the_journal(peramban: Peramban) -> None:
    for siapa in (REKAN, REKAN_LAIN):
        _beri(peramban, siapa, "Data dibagikan sebelum diminta.")
    with kantor(peramban).lihat() as connection:
        admin = next(satu.pegawai_id for satu in repository.find(connection, Akun) if Peran.ADMIN in satu.peran)
        satu = repository.find_one(connection, UmpanRekan)
        topi = Pelaku(admin, Peran.ADMIN)
    dibaca = teks(peramban.jadi(admin).get(PENILAIAN))
    with kantor(peramban).lihat() as connection, pytest.raises(TidakBerwenang):
        gerbang.jejak(connection, topi, {"objek": "umpan_rekan", "objek_id": satu.umpan_rekan_id})

    assert "2 menjadi teladan" in dibaca
    assert "sebelum diminta" not in dibaca


def test_assessor_owner_and_strangers_give_nothing_here(peramban: Peramban) -> None:
    assert "Anda bukan rekan kerjanya" in teks(_beri(peramban, KABID, "Baik."))
    assert "Ini SKP Anda sendiri" in teks(_beri(peramban, STAF, "Baik."))
    assert "Pilih dari daftar" in teks(_beri(peramban, ORANG_LAIN, "Baik."))
    with kantor(peramban).lihat() as connection:
        assert repository.find(connection, UmpanRekan) == []


def _nama(peramban: Peramban, *siapa: int) -> list[str]:
    with kantor(peramban).lihat() as connection:
        return [repository.get(connection, Pegawai, satu).nama for satu in siapa]
