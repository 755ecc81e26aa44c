"""Kantor kelas in the participant's JupyterLab: from the home page to an RHK that the whole class's office has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from peramban_uji import lab_berjalan
from web_uji import AXE, MELEBAR, Orang, web_berjalan

from simulator.domain.skp import StatusSKP
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KASI, KantorKecil

pytestmark = pytest.mark.peramban

PAKET = {"versi": 1, "kelas": "Kelas Uji", "peserta": "p01", "nama": "Contoh 901", "latihan": [], "kotak": None}
RHK = "Tersedianya data kunjungan yang lengkap setiap bulan"


def test_a_participant_writes_an_rhk_into_the_office_of_the_class(
    tmp_path: Path, buka_axe: Callable, buka: Callable, gambar: Callable
) -> None:
    berkas, folder = tmp_path / "kantor.ekin.db", tmp_path / "peserta"
    found_office(KantorKecil(), berkas, benih_publik=False)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
    folder.mkdir()
    (folder / "paket.json").write_text(json.dumps(PAKET), encoding="utf-8")
    with web_berjalan(berkas) as alamat, lab_berjalan(folder, "--kantor", alamat) as lab:
        halaman = buka_axe()
        halaman.goto(lab.alamat)
        halaman.get_by_role("button", name="Buka kantor kelas").click(timeout=60_000)
        halaman.get_by_label("Cari nama, NIP, atau jabatan").fill("Contoh Enam")
        halaman.get_by_role("button", name="Cari").click()
        halaman.locator("select:visible option:checked", has_text="Contoh Enam").wait_for(state="attached")
        halaman.get_by_role("button", name="Perankan").click()
        halaman.get_by_text("Anda Contoh Enam").wait_for()
        tulis = halaman.get_by_label("Rencana Hasil Kerja")
        halaman.get_by_role("button", name="Tambah SKP 2026").click()
        tulis.wait_for()
        tulis.press_sequentially("Melaksanakan kunjungan rumah")
        halaman.get_by_text("adalah kata kerja").wait_for()
        tulis.fill(RHK)
        halaman.get_by_text("Susunan kalimat sudah baik").wait_for()
        halaman.get_by_role("button", name="Simpan ke kantor kelas").click()
        halaman.get_by_role("cell", name=RHK).wait_for()
        gambar(halaman, "kantor kelas")

        assert halaman.evaluate(AXE) == []
        assert halaman.galat == []
        halaman.set_viewport_size({"width": 360, "height": 800})
        assert halaman.evaluate(MELEBAR) <= 0
        assert halaman.locator(".bimtek").evaluate("satu => satu.scrollWidth - satu.clientWidth") <= 0
        gambar(halaman, "kantor kelas di telepon")
        # The same person at the office itself sees it at once.
        kantor_web = Orang(buka(), alamat).jadi("Contoh Enam").menu("SKP").klik("Detail SKP", baris="SKP 2026")
        assert RHK in kantor_web.teks
        assert StatusSKP.DRAFT.label in kantor_web.teks
