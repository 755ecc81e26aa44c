"""The exercise page as a tool: ready without a click, safe to type in, honest when something stops.

How soon it is ready: tests/benchmarks/bench_form.py.
"""

from __future__ import annotations

import os
import re
import signal
import time

import pytest
from jupyter_client.blocking import BlockingKernelClient
from peramban_uji import buka_latihan, lab_berjalan, tunggu_siap, tunggu_tersimpan

pytestmark = pytest.mark.peramban

LATIHAN = "01_iki_smart"


def test_every_form_is_there_without_a_click_or_code(kelas, lab, buka):
    for latihan in kelas.latihan:
        halaman = buka()
        buka_latihan(halaman, lab.alamat, latihan)

        assert halaman.locator(".bimtek-lembar :is(select, input, textarea)").count() > 3
        assert halaman.locator(".cm-editor, .jp-InputArea, .jp-InputPrompt, .jp-OutputPrompt").count() == 0
        assert halaman.galat == []
        halaman.context.close()


def test_keys_that_delete_cells_in_a_notebook_do_nothing_here(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    sebelum = halaman.locator(".bimtek-lembar").inner_text()
    halaman.locator(".bimtek-bilah h1").focus()
    halaman.keyboard.press("Escape")
    halaman.keyboard.type("ddabxcvmyzoo00")
    halaman.keyboard.press("Control+s")
    isian = halaman.locator(".bimtek-lembar textarea").first
    isian.click()
    halaman.keyboard.type("ddab 00 x")

    assert isian.input_value() == "ddab 00 x"
    assert halaman.locator(".bimtek-lembar").inner_text().startswith(sebelum[:200])
    assert halaman.get_by_role("dialog").count() == 0
    assert halaman.galat == []


def test_everything_can_be_reached_and_answered_with_the_keyboard_alone(kelas, lab, buka):
    halaman = buka()
    halaman.goto(lab.alamat)
    halaman.wait_for_selector(".bimtek-kartu")
    halaman.keyboard.press("Tab")
    assert fokus(halaman) == "Mulai"
    halaman.keyboard.press("Enter")
    tunggu_siap(halaman)

    urutan = []
    for tombol in ("Shift+Tab", "Tab", "Tab"):
        halaman.keyboard.press(tombol)
        urutan.append(fokus(halaman))
    halaman.keyboard.press("Tab")
    assert urutan == ["← Beranda", "Periksa", "Kumpulkan"]
    assert halaman.evaluate("document.activeElement.closest('.bimtek-lembar') !== null")

    halaman.get_by_role("button", name="Periksa").focus()
    halaman.keyboard.press("Enter")
    halaman.get_by_role("dialog").wait_for()
    assert halaman.evaluate("document.activeElement.closest('dialog') !== null")
    halaman.keyboard.press("Escape")
    halaman.get_by_role("dialog").wait_for(state="detached")
    halaman.wait_for_function("document.activeElement.textContent === 'Periksa'")


def fokus(halaman) -> str:
    teks: str = halaman.evaluate("document.activeElement.textContent.trim()")
    return teks


def test_a_dead_kernel_is_told_and_the_button_brings_the_answers_back(kelas, lab, buka, gambar):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    halaman.locator(".bimtek-lembar textarea").first.fill("Sebelum terhenti")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Sebelum terhenti")
    for pid in lab.kernels():
        os.kill(pid, signal.SIGKILL)
    halaman.wait_for_selector('[data-keadaan="terhenti"]', timeout=20_000)
    gambar(halaman, "terhenti")
    # The field being typed in is far down the page; the message must be seen from there.
    assert halaman.locator(".bimtek-keadaan").bounding_box()["y"] < 200
    assert halaman.evaluate("document.querySelector('.bimtek-lembar').inert")

    halaman.get_by_role("button", name="Muat ulang formulir").click()
    tunggu_siap(halaman)
    isian = halaman.locator(".bimtek-lembar textarea").first
    assert isian.input_value() == "Sebelum terhenti"
    isian.fill("Sesudah terhenti")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Sesudah terhenti")


def test_a_kernel_that_lives_but_is_broken_is_replaced_by_the_button(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    halaman.locator(".bimtek-lembar textarea").first.fill("Sebelum rusak")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Sebelum rusak")
    rusak = lab.kernels()
    in_every_kernel(lab, "import sys; sys.modules['exercises.kit.session'] = None")
    halaman.reload()
    halaman.wait_for_selector('[data-keadaan="gagal"]', timeout=20_000)

    halaman.get_by_role("button", name="Muat ulang formulir").click()
    tunggu_siap(halaman)
    isian = halaman.locator(".bimtek-lembar textarea").first
    assert isian.input_value() == "Sebelum rusak"
    assert not set(rusak) & set(lab.kernels())
    isian.fill("Sesudah diganti")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Sesudah diganti")


def test_a_kernel_that_never_answers_can_be_left_as_well(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    halaman.locator(".bimtek-lembar textarea").first.fill("Sebelum macet")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Sebelum macet")
    for pid in lab.kernels():
        os.kill(pid, signal.SIGSTOP)
    halaman.clock.install()
    halaman.reload()
    halaman.wait_for_selector('[data-keadaan="menyiapkan"]')
    assert halaman.get_by_role("button", name="Mulai ulang formulir").count() == 0
    halaman.clock.fast_forward(21_000)

    halaman.get_by_role("button", name="Mulai ulang formulir").click()
    tunggu_siap(halaman)
    assert halaman.locator(".bimtek-lembar textarea").first.input_value() == "Sebelum macet"


def in_every_kernel(lab, kode: str) -> None:
    for berkas in (lab.folder / ".bimtek" / "jalan").glob("kernel-*.json"):
        klien = BlockingKernelClient()
        klien.load_connection_file(str(berkas))
        klien.start_channels()
        klien.execute(kode, reply=True, timeout=30)
        klien.stop_channels()


def test_nothing_is_called_saved_before_it_is_in_the_file(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    isian = halaman.locator(".bimtek-lembar textarea").first
    isian.fill("Yang pertama")
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Yang pertama")
    berkas = lab.folder / LATIHAN / "jawaban.json"
    for pid in lab.kernels():
        os.kill(pid, signal.SIGSTOP)
    try:
        isian.fill("Yang kedua")

        assert halaman.locator(".bimtek-tersimpan").inner_text() == "Menyimpan…"
        assert "Yang kedua" not in berkas.read_text(encoding="utf-8")
    finally:
        for pid in lab.kernels():
            os.kill(pid, signal.SIGCONT)
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, "Yang kedua")


def test_a_second_tab_takes_over_and_the_first_says_so(kelas, lab, buka):
    pertama = buka()
    buka_latihan(pertama, lab.alamat, LATIHAN)
    pertama.locator(".bimtek-lembar textarea").first.fill("Dari tab pertama")
    tunggu_tersimpan(lab.folder, LATIHAN, pertama, "Dari tab pertama")
    kedua = buka(konteks=pertama.context)
    kedua.goto(pertama.url)
    tunggu_siap(kedua)
    pertama.wait_for_selector('[data-keadaan="tab_lain"]')

    assert kedua.locator(".bimtek-lembar textarea").first.input_value() == "Dari tab pertama"
    kedua.locator(".bimtek-lembar textarea").first.fill("Dari tab kedua")
    tunggu_tersimpan(lab.folder, LATIHAN, kedua, "Dari tab kedua")
    pertama.get_by_role("button", name="Lanjutkan di sini").click()
    tunggu_siap(pertama)
    kedua.wait_for_selector('[data-keadaan="tab_lain"]')
    assert pertama.locator(".bimtek-lembar textarea").first.input_value() == "Dari tab kedua"


def test_when_the_server_is_gone_the_page_says_so_instead_of_taking_answers(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    lab.stop()
    halaman.wait_for_selector(":is([data-keadaan='terputus'], [data-keadaan='terhenti'])", timeout=20_000)

    assert halaman.evaluate("document.querySelector('.bimtek-lembar').inert")
    assert "Formulir siap diisi." not in halaman.locator(".bimtek-keadaan").inner_text()


def test_after_a_new_start_of_the_server_the_old_tab_goes_on(kelas, buka):
    folder = kelas.peserta
    halaman = buka()
    with lab_berjalan(folder) as lama:
        buka_latihan(halaman, lama.alamat, LATIHAN)
        halaman.locator(".bimtek-lembar textarea").first.fill("Sebelum ditutup")
        tunggu_tersimpan(folder, LATIHAN, halaman, "Sebelum ditutup")
    halaman.wait_for_selector(":is([data-keadaan='terputus'], [data-keadaan='terhenti'])", timeout=20_000)
    # The same folder gets the same port, so the address in the tab is right again.
    with lab_berjalan(folder):
        halaman.get_by_role("button", name=re.compile("Sambungkan lagi|Muat ulang formulir")).click()
        tunggu_siap(halaman)
        isian = halaman.locator(".bimtek-lembar textarea").first

        assert isian.input_value() == "Sebelum ditutup"
        isian.fill("Sesudah dibuka lagi")
        tunggu_tersimpan(folder, LATIHAN, halaman, "Sesudah dibuka lagi")


def test_leaving_the_page_is_never_held_up(kelas, lab, buka):
    halaman = buka()
    tanya = []
    halaman.on("dialog", lambda dialog: (tanya.append(dialog.type), dialog.accept()))
    buka_latihan(halaman, lab.alamat, LATIHAN)
    halaman.locator(".bimtek-lembar textarea").first.fill("Ditinggal begitu saja")
    halaman.close(run_before_unload=True)
    lain = buka(konteks=halaman.context)
    lain.goto(lab.alamat)
    batas = time.monotonic() + 10
    while time.monotonic() < batas and "begitu" not in jawaban(lab):
        lain.wait_for_timeout(100)

    assert tanya == []
    assert "Ditinggal begitu saja" in jawaban(lab)


def jawaban(lab) -> str:
    berkas = lab.folder / LATIHAN / "jawaban.json"
    return berkas.read_text(encoding="utf-8") if berkas.is_file() else ""


def test_tutup_bimtek_stops_the_server_and_says_goodbye(kelas, lab, buka):
    halaman = buka()
    halaman.goto(lab.alamat)
    halaman.get_by_role("button", name="Tutup Bimtek").click()
    halaman.get_by_role("heading", name="Bimtek sudah ditutup").wait_for()

    assert lab.proses.wait(timeout=30) == 0
