"""Umpan Balik Rekan Kerja in the browser: who gives, what the receiver reads, what the assessor reads."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.store import repository
from simulator.web.api import gerbang
from simulator.workflow.actor import Pelaku
from simulator.workflow.pemberitahuan import Jenis, pemberitahuan
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


def _tutup_periode(peramban: Peramban) -> None:
    with kantor(peramban).lihat() as connection:
        batas = repository.get(connection, PeriodePenilaian, TAHUNAN).batas_pengisian
    kantor(peramban).maju_ke(batas + timedelta(days=1))


def test_the_receiver_reads_it_without_names_once_two_have_given_and_no_more_can_come(peramban: Peramban) -> None:
    _beri(peramban, REKAN, "Data dibagikan sebelum diminta.")
    _beri(peramban, REKAN_LAIN, "Bahan rapat sebaiknya dikirim lebih awal.")
    terbuka = teks(peramban.jadi(STAF).get(HASIL))
    assert "Periode ini terbuka sampai" in terbuka
    assert "sebelum diminta" not in terbuka

    _tutup_periode(peramban)
    dua = teks(peramban.get(HASIL))

    assert "Seorang rekan: Data dibagikan sebelum diminta." in dua
    assert dua.index("Seorang rekan: Bahan rapat") < dua.index("Seorang rekan: Data dibagikan"), "not as they came"
    assert "2 menjadi teladan" in dua
    for nama in _nama(peramban, REKAN, REKAN_LAIN):
        assert nama not in dua


def test_one_voice_alone_is_not_read_after_the_end_either(peramban: Peramban) -> None:
    _beri(peramban, REKAN, "Data dibagikan sebelum diminta.")
    _tutup_periode(peramban)
    satu = teks(peramban.jadi(STAF).get(HASIL))

    assert "Hanya 1 rekan yang memberi" in satu
    assert "sebelum diminta" not in satu


def test_who_looks_again_and_again_does_not_see_when_a_colleague_gives(peramban: Peramban) -> None:
    """Not on the page, not among the notifications, not through the API."""

    def dilihat() -> tuple[str, ...]:
        peramban.jadi(STAF)
        tanda = peramban.post("/api/v1/pemeran", json={"pegawai_id": STAF}).json()["data"]["tanda"]
        api = peramban.get(
            f"/api/v1/skp/{STAF}/penilaian/{TAHUNAN}/rekan", headers={"Authorization": f"Bearer {tanda}"}
        )
        assert api.json()["data"]["banyak"] == 0
        return (teks(peramban.get(HASIL)), teks(peramban.get("/pemberitahuan")), api.text)

    semula = dilihat()
    for siapa in (REKAN, REKAN_LAIN):
        _beri(peramban, siapa, "Data dibagikan sebelum diminta.")
        assert dilihat() == semula
    assert all(satu.jenis is not Jenis.REKAN for satu in pemberitahuan(kantor(peramban), STAF))


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
    assert "menjadi teladan" not in teks(peramban.jadi(admin).get(PENILAIAN))
    _tutup_periode(peramban)
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
