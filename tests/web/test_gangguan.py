"""The fault catalogue in a running office: every fault that can be switched on shows its real text, the documented way
through the pages mends it, and the log names who did it and when.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from simulator.commands.instansi_gangguan import keadaan_gangguan
from simulator.domain.kepegawaian import Jabatan, Pegawai, UnitKerja
from simulator.institution.generate import generate
from simulator.store import repository
from simulator.web.app import create_app
from simulator.web.gangguan import akses, catat, rekap_cacat, saklar
from simulator.web.gangguan.naskah import Butir, pasang_naskah
from simulator.web.gangguan.tempat import DiTerminal
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow.founding import found_office
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.katalog import GRUP, katalog, sumber
from simulator.workflow.gangguan.perbaikan import STEP
from simulator.workflow.rekan import majukan
from tests.web.cara_memperbaiki import PERBAIKAN, Latihan
from tests.web.conftest import Peramban
from tests.workflow.server import alamat_server


def _pasang(peramban: Peramban, kode: str) -> Latihan:
    """Switch one on for whom the seed chooses."""
    peramban.jadi(1)
    jawab = peramban.kirim("/latihan/gangguan/pasang", dari="/latihan/gangguan", kode=kode, nip="", unit="", benih=3)
    assert "Gangguan terpasang" in jawab.text, jawab.text
    with peramban.app.state.data.lihat() as connection:
        (satu,) = catat.terpasang(connection, kode)
    return Latihan(peramban, satu)


def test_the_catalogue_is_whole_and_every_source_is_resolved() -> None:
    entri = katalog()

    assert list(entri) == [f"F{nomor:02d}" for nomor in range(1, 55)]
    assert {satu.grup for satu in entri.values()} == set(GRUP)
    assert {kunci for satu in entri.values() for kunci in satu.sumber} <= set(sumber())
    assert {satu.kode for satu in entri.values() if not satu.tersedia} == {"F16", "F18", "F19"}
    assert set(saklar.TERSEDIA) == {*DI_KANTOR, *akses.KODE, *rekap_cacat.KODE} == set(PERBAIKAN)


@pytest.mark.parametrize("kode", ["F01", "F02", "F03"])
def test_a_disturbed_login_is_no_way_around_for_a_notebook(peramban: Peramban, kode: str) -> None:
    latihan = _pasang(peramban, kode)

    jawab = peramban.post("/api/v1/pemeran", json={"pegawai_id": latihan.satu.pegawai_id})

    assert jawab.status_code == 403
    assert jawab.json()["galat"]["kode"] == "masuk-terganggu"
    assert peramban.post("/api/v1/pemeran", json={"pegawai_id": latihan.satu.pegawai_id + 1}).status_code == 200


@pytest.mark.parametrize("kode", sorted(PERBAIKAN))
def test_it_is_seen_mended_and_logged(peramban: Peramban, kode: str) -> None:
    latihan = _pasang(peramban, kode)
    assert latihan.terlihat(), f"{latihan.teks} is not seen"

    oleh = PERBAIKAN[kode](latihan)

    assert not latihan.terlihat(), f"{latihan.teks} is still seen"
    peramban.jadi(7)
    log = peramban.get("/admin/log").text.partition("Gangguan yang sudah diperbaiki")[2]
    baris = re.search(r"<tr>(?:(?!</tr>).)*" + re.escape(oleh) + r".*?</tr>", log, re.DOTALL)
    assert baris, log
    assert peramban.app.state.kantor.hari.isoformat() in baris[0]
    assert peramban.app.state.kantor.verifikasi().ok


@pytest.mark.postgres
def test_on_the_database_of_a_class_each_group_is_seen_mended_and_logged() -> None:
    """All at once, as a class has them; which entry mended it is found in a transaction that is thrown away."""
    alamat = alamat_server()
    found_office(generate("dinas_kesehatan", 7, 60), alamat, benih_publik=False, timpa=True)
    with Peramban(create_app(alamat)) as peramban:
        tempat = DiTerminal(peramban.app.state.kantor, peramban.app.state.data)
        kode = ("F03", "F08", "F25", "F32", "F38", "F41", "F42", "F46", "F53")
        assert pasang_naskah(tempat, [Butir(satu) for satu in kode], 3) == []
        with tempat.data.lihat() as web:
            daftar = [Latihan(peramban, satu) for satu in catat.terpasang(web)]
        oleh = {}
        for latihan in daftar:
            assert latihan.terlihat(), latihan.teks
            oleh[latihan.satu.kode] = PERBAIKAN[latihan.satu.kode](latihan)
            assert not latihan.terlihat(), latihan.teks
        assert {c["kode"]: c["oleh"] for c in keadaan_gangguan(tempat, [])["diperbaiki"]} == oleh
        assert tempat.kantor.verifikasi().ok


def test_the_entry_named_is_the_one_that_mended(peramban: Peramban) -> None:
    """Later work, also on the same rows, does not take the credit: hundreds of entries before anybody looks."""
    latihan, lain = _pasang(peramban, "F15"), _pasang(peramban, "F25")
    oleh = PERBAIKAN["F15"](latihan), PERBAIKAN["F25"](lain)
    kantor = peramban.app.state.kantor
    assert majukan(kantor, date(2027, 1, 26)).jumlah > 2 * STEP

    peramban.jadi(7)
    log = peramban.get("/admin/log").text.partition("Gangguan yang sudah diperbaiki")[2]

    for nama, tombol in zip(oleh, ("Manajemen Unor: aktif", "Perbarui kartu identitas"), strict=True):
        assert re.search(rf"<tr>(?:(?!</tr>).)*{re.escape(nama)}(?:(?!</tr>).)*{tombol}(?:(?!</tr>).)*2027-01-22", log)


def test_a_fault_waits_for_a_human_however_far_the_day_moves(peramban: Peramban) -> None:
    """Colleagues would have submitted it, and approved it, by the next morning."""
    diam, diajukan = _pasang(peramban, "F29"), _pasang(peramban, "F30")
    peramban.jadi(1).kirim("/latihan/maju", dari="/latihan", langkah="minggu")

    assert diam.terlihat()
    assert diajukan.terlihat()
    assert PERBAIKAN["F30"](diajukan) == diajukan.nama(diajukan.isi["atasan"])
    assert not diajukan.terlihat()


def test_participants_do_not_see_what_is_on(kelas: Peramban) -> None:
    peramban = kelas.instruktur()
    jawab = peramban.kirim("/latihan/gangguan/pasang", dari="/latihan/gangguan", kode="F15", nip="", unit="", benih=3)
    assert "1 gangguan" not in jawab.text, "in a class the instructor reads the list at once"
    with peramban.app.state.data.lihat() as connection:
        (latihan,) = catat.terpasang(connection, "F15")
    assert latihan.katalog.perbaikan in jawab.text

    peramban.jadi(latihan.pegawai_id)
    halaman = peramban.get("/latihan/gangguan").text

    assert "Kunci instruktur" in halaman
    assert "Terpasang" not in halaman
    assert "Cabut" not in halaman
    assert "F15" not in peramban.get("/profil").text
    assert "kunci instruktur" in peramban.kirim(
        "/latihan/gangguan/acak", dari="/latihan/gangguan", benih=1, banyak=3, grup=""
    ).text  # fmt: skip


def test_a_wrong_key_opens_nothing(kelas: Peramban) -> None:
    kelas.jadi(5)

    halaman = kelas.kirim("/latihan/kunci", dari="/latihan/gangguan", kunci="bukan-kuncinya").text

    assert "Kunci instruktur itu salah" in halaman
    assert "Acak dengan benih" not in halaman


def test_in_an_exam_there_are_none(berkas) -> None:
    with Peramban(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert klien.get("/masuk/lupa").status_code == 403
        assert "/masuk/lupa" not in klien.get("/masuk").text
    with Peramban(create_app(berkas, Pengaturan(Mode.LATIHAN))) as klien:
        klien.jadi(7)
        for alamat in ("/latihan/gangguan", "/latihan/rekap", "/admin/akun"):
            klien.app.state.atur = Pengaturan()
            assert klien.get(alamat).status_code == 200
            klien.app.state.atur = Pengaturan(Mode.UJIAN)
            assert klien.get(alamat).status_code == 403


def test_a_seed_chooses_alike(berkas, tmp_path) -> None:
    import shutil

    pilihan = []
    for nomor in (1, 2):
        salinan = shutil.copy(berkas, tmp_path / f"salinan{nomor}.ekin.db")
        with Peramban(create_app(salinan, Pengaturan())) as klien:
            klien.jadi(1)
            jawab = klien.kirim("/latihan/gangguan/acak", dari="/latihan/gangguan", benih=11, banyak=6, grup="")
            assert "6 gangguan terpasang" in jawab.text
            with klien.app.state.data.lihat() as connection:
                pilihan.append([(c.kode, c.pegawai_id) for c in catat.terpasang(connection)])
            assert klien.app.state.kantor.verifikasi().ok
    assert pilihan[0] == pilihan[1]
    assert len({kode for kode, _ in pilihan[0]}) == 6


def test_taken_out_it_is_gone_and_the_log_says_so(peramban: Peramban) -> None:
    latihan = _pasang(peramban, "F25")
    assert latihan.terlihat()
    peramban.jadi(1)

    halaman = peramban.kirim(f"/latihan/gangguan/{latihan.satu.gangguan_id}/cabut", dari="/latihan/gangguan").text

    assert "Gangguan dicabut" in halaman
    assert "Dicabut tanpa diperbaiki" in halaman
    assert not latihan.terlihat()
    assert peramban.app.state.kantor.verifikasi().ok


def test_it_is_refused_where_it_does_not_fit(peramban: Peramban) -> None:
    peramban.jadi(1)
    with peramban.app.state.kantor.lihat() as connection:
        kepala = repository.get(connection, Pegawai, 1)

    halaman = peramban.kirim(
        "/latihan/gangguan/pasang", dari="/latihan/gangguan", kode="F13", nip=kepala.nip, unit="", benih=1
    ).text  # fmt: skip

    assert "Pilih orang lain" in halaman


def test_a_leader_without_a_unit_is_not_confused_with_an_ordinary_assessor(peramban: Peramban) -> None:
    """F14 counts only where a leading post has no leader: nobody in a sound office is stopped by it."""
    from simulator.domain.skp import SKP
    from simulator.workflow.cascading import penilai_belum_terdaftar

    with peramban.app.state.kantor.lihat() as connection:
        assert repository.find(connection, UnitKerja, pimpinan_id=14)
        assert repository.get(connection, Jabatan, 501).pimpinan_unit
        assert not any(penilai_belum_terdaftar(connection, skp) for skp in repository.find(connection, SKP))
