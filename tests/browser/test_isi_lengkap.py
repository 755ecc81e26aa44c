"""Exercises 02, 03 and 04 filled to the end through their real forms: kept, handed in, marked as expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from peramban_uji import bimtek, buka_latihan, tunggu_siap, tunggu_tersimpan

from exercises.kit.case import Case
from exercises.kit.catalog import load

pytestmark = pytest.mark.peramban

# Latihan → the automatic question left open, so that a mark below the full one is expected.
DILEWATI = {"02_cascading": "peran", "03_bukti_dukung": "akses", "04_kalibrasi": "temuan"}
ISI_FORMULIR = """() => [...document.querySelectorAll(
    '.bimtek-halaman:not(.lm-mod-hidden) .bimtek-lembar :is(textarea, select, input)')]
  .map(satu => /checkbox|radio/.test(satu.type) ? satu.checked : satu.value)"""
# What a mouse would be told by the browser: words for people, never marks or the word of a programmer.
KETERANGAN_TETIKUS = """() => [...document.querySelectorAll('.bimtek-halaman:not(.lm-mod-hidden) [title]')]
  .filter(satu => satu.checkVisibility() && getComputedStyle(satu).pointerEvents !== 'none')
  .map(satu => satu.title).filter(teks => /[<>]|null|undefined/.test(teks))"""


def test_three_exercises_filled_to_the_end_get_the_marks_they_should(kelas, lab, buka):
    halaman = buka(1366, 768)
    for latihan, dilewati in DILEWATI.items():
        buka_latihan(halaman, lab.alamat, latihan)
        assert halaman.evaluate(KETERANGAN_TETIKUS) == []
        terakhir = isi_semua(halaman, kelas.folder, lab.folder, latihan, dilewati)
        # Changes arrive in order: with the end of the last text in the file, all of them are.
        tunggu_tersimpan(lab.folder, latihan, halaman, terakhir[-40:])
        sebelum = isi_formulir(halaman)
        halaman.reload()
        tunggu_siap(halaman)
        assert isi_formulir(halaman) == sebelum
        kumpulkan_apa_adanya(halaman)
    bimtek("kelas", "kumpulkan", kelas.folder)
    bimtek("kelas", "nilai", kelas.folder)
    bimtek("kelas", "umpan-balik", kelas.folder)

    for latihan, dilewati in DILEWATI.items():
        soal = [satu for satu in load(latihan).spec.soal if satu.jenis == "auto"]
        penuh = sum(satu.poin for satu in soal)
        kosong = sum(satu.poin for satu in soal if satu.id == dilewati)
        assert f"{penuh - kosong:g} dari 100" in umpan_balik(halaman, lab.alamat, latihan)
    assert halaman.galat == []


def isi_semua(halaman: Any, kelas: Path, folder: Path, latihan: str, dilewati: str) -> str:
    """Every question but one, as the reference answer has it; returns the text written last."""
    case = Case.read(kelas / "kunci" / folder.name / f"{latihan}.json")
    jawaban = load(latihan).checks.reference_answer(case)
    terakhir = ""
    for soal, tampilan in case.tampilan["soal"].items():
        for isian in tampilan["isian"]:
            nilai = jawaban[soal].get(isian.get("id")) if soal != dilewati else None
            if nilai is None:
                continue
            kotak = halaman.locator(f".isian-{soal}-{isian['id']}")
            if isian["jenis"] == "tabel":
                isi_tabel(kotak, isian, nilai)
            else:
                isi_satu(kotak, isian, nilai)
                terakhir = nilai
    return str(terakhir)


def isi_tabel(kotak: Any, isian: dict[str, Any], nilai: dict[str, Any]) -> None:
    for nomor, baris in enumerate(isian["baris"]):
        kartu = kotak.locator(".bk-kartu").nth(nomor)
        for urutan, kolom in enumerate(isian["kolom"]):
            satu = nilai.get(baris["id"], {}).get(kolom["id"])
            if satu is not None:
                isi_satu(kartu.locator(".bk-isian").nth(urutan), kolom, satu)


def isi_satu(kotak: Any, isian: dict[str, Any], nilai: Any) -> None:
    """As hands do it: choose, tick, type; a number gets the comma of an Indonesian keyboard."""
    label = {opsi["kode"]: opsi["label"] for opsi in isian.get("opsi", ())}
    if isian["jenis"] == "banyak":
        for kode in nilai:
            kotak.locator("label", has_text=label[kode]).click()
    elif isian["jenis"] == "pilihan" and kotak.locator("select").count():
        kotak.locator("select").select_option(label=label[nilai])
    elif isian["jenis"] == "pilihan":
        kotak.get_by_label(label[nilai], exact=True).check()
    elif isian["jenis"] == "angka":
        kotak.locator("input").fill(f"{nilai},0")
        kotak.locator("input").press("Tab")
    else:
        kotak.locator("textarea").fill(nilai)


def isi_formulir(halaman: Any) -> list[Any]:
    """What the form shows; "7,0" as it was typed is "7" when it comes back."""
    isi = halaman.evaluate(ISI_FORMULIR)
    return [satu.removesuffix(",0") if isinstance(satu, str) else satu for satu in isi]


def kumpulkan_apa_adanya(halaman: Any) -> None:
    halaman.get_by_role("button", name="Kumpulkan", exact=True).click()
    halaman.get_by_role("dialog").get_by_role("button", name="Kumpulkan apa adanya").click()
    halaman.wait_for_selector("dialog:has-text('sudah dikumpulkan')")
    halaman.get_by_role("button", name="Kembali ke Beranda").click()


def umpan_balik(halaman: Any, alamat: str, latihan: str) -> str:
    halaman.goto(alamat)
    tautan = halaman.locator(f'.bimtek-kartu[data-latihan="{latihan}"]').get_by_role("link", name="Baca umpan balik")
    with halaman.context.expect_page() as baru:
        tautan.click()
    return " ".join(baru.value.locator("body").inner_text().split())
