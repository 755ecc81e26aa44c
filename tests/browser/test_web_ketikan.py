"""What was typed is safe when the connection is lost, and one form is filled without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from web_uji import Orang, web_berjalan

from simulator.domain.skp import RHK, SKP
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KASI, PERAWAT, KantorKecil

pytestmark = pytest.mark.peramban

TEKS = "Tersedianya rekap kunjungan yang lengkap setiap bulan"


@pytest.fixture
def perawat(tmp_path: Path, buka):
    """Somebody with an SKP in Draft, at a browser."""
    berkas = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), berkas, benih_publik=False)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI).draft(PERAWAT)
    with web_berjalan(berkas) as alamat:
        yield Orang(buka(), alamat).jadi("Contoh Lima")


def test_a_lost_connection_keeps_what_was_typed_until_it_is_saved(perawat, gambar):
    halaman = perawat.halaman
    perawat.menu("SKP").klik("Detail SKP").klik("Tambah RHK").isi(teks_rhk=TEKS, penugasan_dari="Kepala Puskesmas")
    skp = halaman.url
    halaman.context.set_offline(True)
    halaman.get_by_role("button", name="OK", exact=True).click()
    halaman.wait_for_url("chrome-error://**")
    halaman.context.set_offline(False)

    halaman.goto(skp)
    perawat.klik("Tambah RHK")
    gambar(halaman, "ketikan kembali")
    assert "yang belum tersimpan dikembalikan" in halaman.locator("dialog:modal").inner_text()
    assert halaman.locator('dialog:modal [name="teks_rhk"]').input_value() == TEKS
    assert halaman.locator('dialog:modal [name="penugasan_dari"]').input_value() == "Kepala Puskesmas"

    perawat.isi(rhk_atasan_id="Tersusunnya laporan layanan pegawai").simpan()
    assert TEKS in perawat.teks
    perawat.klik("Tambah RHK")
    assert halaman.locator('dialog:modal [name="teks_rhk"]').input_value() == ""


def test_what_the_browser_kept_does_not_overrule_what_was_written_elsewhere_meanwhile(perawat, tmp_path):
    """A copy of the typing is as old as the page it was typed on, also when it comes back to a new one."""
    halaman = perawat.halaman
    perawat.menu("SKP").klik("Detail SKP").klik("Ubah").isi(teks_rhk=TEKS)
    skp = halaman.url
    with open_office(tmp_path / "kantor.ekin.db") as kantor, kantor.lihat() as connection:
        rhk = repository.find(connection, RHK, skp_id=repository.find(connection, SKP, pegawai_id=PERAWAT)[0].skp_id)[0]
        actions.ubah_rhk(kantor, Pelaku.pegawai(PERAWAT), rhk.rhk_id, teks_rhk="Ditulis di tempat lain")

    halaman.goto(skp)
    assert halaman.locator('dialog:modal [name="teks_rhk"]').input_value() == TEKS
    halaman.get_by_role("button", name="OK", exact=True).click()

    ditolak = halaman.locator("dialog:modal [role=alert]")
    ditolak.wait_for()
    assert "Anda sendiri sudah mengubah data ini" in ditolak.inner_text()
    assert halaman.locator('dialog:modal [name="teks_rhk"]').input_value() == TEKS


def test_a_form_is_found_filled_and_sent_with_the_keyboard_alone(perawat):
    halaman = perawat.halaman
    perawat.ke("/skp")
    halaman.keyboard.press("Tab")
    assert fokus(halaman) == "Langsung ke isi"
    halaman.keyboard.press("Enter")
    tab_sampai(halaman, "Tambah SKP")
    halaman.keyboard.press("Space")
    assert fokus(halaman) == "Periode Awal *"
    halaman.keyboard.press("Escape")
    assert fokus(halaman) == "Tambah SKP", "closing a modal leads back to what opened it"

    halaman.keyboard.press("Enter")
    halaman.keyboard.type("01012028")
    tab_sampai(halaman, "Pendekatan *")
    halaman.keyboard.press("ArrowDown")
    kirim(halaman)
    # The refusal comes with the form open again, filled as it was, the focus in it.
    dialog = halaman.locator("dialog:modal")
    assert dialog.get_by_role("alert").is_visible()
    assert dialog.locator('[name="periode_awal"]').input_value() == "2028-01-01"
    assert dialog.locator('[name="pendekatan"]').input_value() == "kualitatif"
    assert fokus(halaman) == "Periode Awal *"
    # Whoever hears the page is told with its title, and with the modal that opens.
    assert halaman.title().startswith("Belum berhasil: Daftar SKP")
    assert dialog.get_attribute("aria-describedby") == dialog.get_by_role("alert").get_attribute("id")

    halaman.keyboard.type("01012026")
    kirim(halaman)
    assert "SKP dibuat" in perawat.pesan
    assert halaman.title().startswith("Sasaran Kinerja Pegawai")
    halaman.locator("[data-umumkan]", has_text="SKP dibuat").wait_for(state="attached")
    assert "Pendekatan Kualitatif" in perawat.teks


def test_the_keyboard_comes_back_to_the_row_whose_modal_was_closed_and_reaches_ajukan(perawat):
    halaman = perawat.halaman
    perawat.menu("SKP").klik("Detail SKP")
    halaman.keyboard.press("Tab")
    halaman.keyboard.press("Enter")
    tab_sampai(halaman, "Tambah RHK", 40)
    halaman.keyboard.press("Enter")
    tab_sampai(halaman, "Rencana Hasil Kerja *")
    halaman.keyboard.type(TEKS)
    kirim(halaman)
    assert TEKS in perawat.teks

    tab_sampai(halaman, "Tambah Indikator", 60)
    with halaman.expect_navigation():  # this modal comes from the server, with its row
        halaman.keyboard.press("Enter")
    assert fokus(halaman) == "Aspek *"
    halaman.keyboard.press("Escape")
    halaman.wait_for_function("() => document.activeElement !== document.body")
    assert fokus(halaman) == "Tambah Indikator"
    halaman.keyboard.press("Enter")
    assert fokus(halaman) == "Aspek *", "the same link opens it again, although it leads to the page one is on"

    perawat.ke(halaman.url.removeprefix(perawat.alamat).partition("?")[0])
    tab_sampai(halaman, "Ajukan SKP", 60)
    with halaman.expect_navigation():
        halaman.keyboard.press("Enter")
    assert halaman.get_by_role("alert").first.is_visible(), "what is still missing is said, not swallowed"
    assert "Masih kurang sebelum Ajukan SKP" in perawat.teks


def kirim(halaman) -> None:
    """On to OK, and press it."""
    tab_sampai(halaman, "OK")
    with halaman.expect_navigation():
        halaman.keyboard.press("Enter")


def fokus(halaman) -> str:
    """The name of what has the focus: its label where it has one, else its words."""
    teks: str = halaman.evaluate(
        "(e => (e.labels?.[0]?.innerText || e.innerText || '').trim())(document.activeElement)"
    )
    return " ".join(teks.split())


def tab_sampai(halaman, nama: str, paling_banyak: int = 12) -> None:
    """On with Tab until this has the focus."""
    for _ in range(paling_banyak):
        if fokus(halaman) == nama:
            return
        halaman.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach “{nama}”, but {fokus(halaman)}")


def test_a_long_choice_is_read_whole_below_its_list_on_a_phone(perawat, gambar):
    halaman = perawat.ke("/skp").halaman
    halaman.set_viewport_size({"width": 360, "height": 740})
    halaman.get_by_role("link", name="Detail SKP").first.click()
    halaman.get_by_role("button", name="Tambah RHK", exact=True).click()
    pilihan = halaman.get_by_label("RHK Pimpinan yang Diintervensi")
    panjang = max(pilihan.locator("option").all_inner_texts(), key=len)
    utuh = halaman.locator("dialog:modal [data-pilihan]").first
    assert utuh.inner_text() == ""

    pilihan.select_option(label=panjang)
    gambar(halaman, "pilihan panjang")

    assert utuh.inner_text() == panjang
    assert utuh.is_visible()
    pilihan.select_option(index=0)
    assert not utuh.is_visible()
