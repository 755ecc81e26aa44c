"""An exercise in the web office in a real browser: it saves itself, loses nothing, and works without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from web_uji import Orang, web_berjalan

from exercises.kit.answers import ANSWER_FILE, read_answer
from exercises.kit.build import participant_notebook
from exercises.kit.catalog import load_folder
from exercises.kit.package import OFFICE_FILE, bahan, write_package
from simulator.workflow.founding import found_office
from tests.workflow.kantor_kecil import KantorKecil

pytestmark = pytest.mark.peramban

CONTOH = Path(__file__).parent.parent / "kit" / "contoh" / "01_contoh"
SUSUN = "/soal/01_contoh/isi/susun"


class Meja:
    """A served participant's folder."""

    def __init__(self, alamat: str, paket: Path) -> None:
        self.alamat, self.paket = alamat, paket

    @property
    def jawaban(self) -> dict:
        return read_answer(self.paket / "01_contoh").soal


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    latihan = load_folder(CONTOH)
    paket = tmp_path / "p001"
    write_package(
        paket, kelas="Kelas Uji", peserta="p001", nama="Peserta Uji",
        isi=[bahan(latihan, latihan.checks.make_case(3), participant_notebook(latihan))],
        tulis_kantor=lambda tujuan: found_office(KantorKecil(), tujuan, benih_publik=False),
    )  # fmt: skip
    with web_berjalan(paket / OFFICE_FILE) as alamat:
        yield Meja(alamat, paket)


def _tersimpan(orang: Orang) -> None:
    orang.halaman.wait_for_function("() => /Tersimpan/.test(document.querySelector('[data-tersimpan]').textContent)")


def _sampai(orang: Orang, syarat: Callable[[], bool]) -> None:
    """What a page sends while it goes away is answered to nobody: the file tells when it arrived."""
    batas = monotonic() + 20
    while not syarat():
        assert monotonic() < batas, "it never arrived"
        orang.halaman.wait_for_timeout(100)


def test_it_saves_itself_while_typed_offline_and_on_leaving(meja: Meja, buka: Callable, gambar: Callable) -> None:
    orang = (
        Orang(buka(), meja.alamat)
        .jadi("Contoh Lima")
        .ke("/skp")
        .menu("Latihan contoh: memilah dan menyusun")
        .klik("Mulai")
    )
    orang.halaman.get_by_role("button", name="Berikutnya: soal 2").click()
    orang.halaman.get_by_label("Kalimat IKI").fill("Menyusun laporan yang baik dan benar")
    _tersimpan(orang)
    gambar(orang.halaman, "soal tersimpan")
    assert meja.jawaban["susun"] == {"kalimat": "Menyusun laporan yang baik dan benar"}
    assert orang.halaman.locator(".bk-saran").count() == 1, "the hint on wording follows the typing"

    orang.halaman.context.set_offline(True)
    orang.halaman.get_by_role("radio", name="Kualitas").check()
    orang.halaman.get_by_text("Belum tersimpan.").wait_for()
    orang.halaman.context.set_offline(False)
    _tersimpan(orang)
    assert meja.jawaban["susun"]["aspek"] == "mutu"

    orang.halaman.get_by_label("Target tahun ini").press_sequentially("1250,5")
    orang.menu("Profil")
    # Whoever leaves at once takes the last letters along.
    _sampai(orang, lambda: meja.jawaban["susun"].get("target") == 1250.5)
    orang.ke(SUSUN)
    assert "dikembalikan dari peramban" not in orang.teks
    assert orang.halaman.get_by_role("radio", name="Kualitas").is_checked()


def test_a_copy_kept_by_the_browser_comes_back_as_it_was_typed(meja: Meja, buka: Callable) -> None:
    orang = Orang(buka(), meja.alamat).jadi("Contoh Lima").ke(SUSUN)
    # The disk takes nothing and then the browser dies, which sends nothing after itself as leaving does.
    (meja.paket / "01_contoh" / ANSWER_FILE).mkdir()
    orang.halaman.get_by_role("radio", name="Kualitas").check()
    orang.halaman.get_by_label("Kalimat IKI").fill("Belum sampai")
    orang.halaman.get_by_text("Belum tersimpan.").wait_for()
    from playwright.sync_api import Error

    with orang.halaman.expect_event("crash"), suppress(Error):
        orang.halaman.goto("chrome://crash")
    (meja.paket / "01_contoh" / ANSWER_FILE).rmdir()

    orang = Orang(buka(konteks=orang.halaman.context), meja.alamat)
    orang.ke(SUSUN)
    assert "dikembalikan dari peramban" in orang.teks
    assert "Belum tersimpan. Tekan Simpan." in orang.teks, "the browser's copy is not the office's yet"
    assert orang.halaman.get_by_role("radio", name="Kualitas").is_checked()
    orang.halaman.get_by_role("button", name="Simpan", exact=True).click()
    orang.halaman.get_by_text("Jawaban tersimpan pukul").wait_for()

    assert meja.jawaban["susun"] == {"aspek": "mutu", "kalimat": "Belum sampai"}
    assert "dikembalikan dari peramban" not in orang.ke(SUSUN).teks


def test_without_script_every_button_saves(meja: Meja, chromium, gambar: Callable) -> None:
    konteks = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    g = konteks.new_page()
    g.goto(meja.alamat + "/pemeran?cari=Contoh+Lima")
    g.get_by_role("main").get_by_role("button", name="Contoh Lima", exact=True).click()
    g.goto(meja.alamat + SUSUN)
    g.get_by_label("Baris 1: Nama").fill("Pegawai Contoh")
    g.get_by_role("button", name="Tambah baris").click()
    g.get_by_label("Baris 2: Nama").fill("Pegawai Lain")
    g.get_by_role("button", name="Hapus baris ini (Baris 1)").click()
    g.get_by_role("button", name="Urungkan").click()
    g.get_by_label("Output", exact=True).check()
    g.get_by_role("button", name="Berikutnya: soal 3").click()
    g.get_by_label("Alasan").fill("Karena hasil lebih penting daripada kegiatan.")
    g.get_by_role("button", name="Periksa").click()
    assert "hal yang dapat Anda lihat kembali" in g.content()
    g.get_by_role("link", name="kembali ke isian Kalimat IKI").click()
    gambar(g, "kembali ke isian")
    g.get_by_role("button", name="Kumpulkan").click()
    g.get_by_role("button", name="Kumpulkan apa adanya").click()
    assert "kiriman ke-1" in g.content()
    konteks.close()

    assert meja.jawaban["susun"]["ciri"] == ["output"]
    assert [satu["nama"] for satu in meja.jawaban["susun"]["tim"].values()] == ["Pegawai Contoh", "Pegawai Lain"]
    assert (meja.paket / "kumpulan" / "p001__01_contoh__001.zip").is_file()
