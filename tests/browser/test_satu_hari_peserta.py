"""A participant's day: home page, exercise, answers that stay, Periksa, Kumpulkan; then grading and feedback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from peramban_uji import bimtek, buka_latihan, tunggu_siap, tunggu_tersimpan

pytestmark = pytest.mark.peramban

LATIHAN = "01_iki_smart"
TEKS = "Persentase berkas izin yang terbit tepat waktu dengan target 95 persen sampai Desember 2026"


def test_from_the_home_page_to_feedback_with_the_right_mark(kelas, lab, buka, gambar):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    gambar(halaman, "2 latihan")

    acuan = isi_soal_pertama(halaman, kelas.folder, lab.folder)
    halaman.locator(".bimtek-lembar textarea").first.fill(TEKS)
    tunggu_tersimpan(lab.folder, LATIHAN, halaman, TEKS)
    halaman.reload()
    tunggu_siap(halaman)

    assert halaman.locator(".bimtek-lembar textarea").first.input_value() == TEKS
    assert pilihan_terlihat(halaman, acuan) == acuan["label"]

    halaman.get_by_role("button", name="Periksa").click()
    dialog = halaman.get_by_role("dialog")
    dialog.wait_for()
    gambar(halaman, "3 periksa")
    assert "Hasil periksa" in dialog.text_content()
    halaman.keyboard.press("Escape")
    dialog.wait_for(state="detached")

    kumpulkan(halaman, gambar)
    halaman.get_by_role("button", name="Kembali ke Beranda").click()
    halaman.wait_for_selector('.bimtek-kartu[data-status="terkumpul"]')
    kiriman = sorted(berkas.name for berkas in (lab.folder / "kumpulan").glob("*.zip"))
    assert kiriman == [f"{lab.folder.name}__{LATIHAN}__001.zip"]

    bimtek("kelas", "kumpulkan", kelas.folder)
    assert bimtek("kelas", "nilai", kelas.folder)["dinilai"] == 1
    assert bimtek("kelas", "umpan-balik", kelas.folder)["banyak"] == 1
    periksa_umpan_balik(halaman, lab.folder, acuan, gambar)
    assert halaman.galat == []


def isi_soal_pertama(halaman: Any, kelas: Path, folder: Path) -> dict[str, Any]:
    """Answer the sorting question by hand as the reference answer has it; returns what was chosen."""
    from exercises.kit.case import Case
    from exercises.kit.catalog import load

    exercise = load(LATIHAN)
    case = Case.read(kelas / "kunci" / folder.name / f"{LATIHAN}.json")
    soal = exercise.spec.soal[0]
    isian = next(satu for satu in case.tampilan["soal"][soal.id]["isian"] if satu["jenis"] == "tabel")
    kolom = isian["kolom"][0]
    label = {opsi["kode"]: opsi["label"] for opsi in kolom["opsi"]}
    jawaban = exercise.checks.reference_answer(case)[soal.id][isian["id"]]
    pilihan = [label[jawaban[baris["id"]][kolom["id"]]] for baris in isian["baris"]]
    acuan = {
        "soal": soal,
        "isian": f".isian-{soal.id}-{isian['id']}",
        "label": pilihan,
        "exercise": exercise,
        "case": case,
    }
    for kotak, nilai in zip(halaman.locator(f"{acuan['isian']} select").all(), pilihan, strict=True):
        kotak.select_option(label=nilai)
    return acuan


def pilihan_terlihat(halaman: Any, acuan: dict[str, Any]) -> list[str]:
    return halaman.locator(f"{acuan['isian']} select").evaluate_all(
        "semua => semua.map(satu => satu.options[satu.selectedIndex]?.label ?? '')"
    )


def kumpulkan(halaman: Any, gambar: Any) -> None:
    halaman.get_by_role("button", name="Kumpulkan", exact=True).click()
    tanya = halaman.get_by_role("dialog")
    tanya.wait_for()
    gambar(halaman, "4 sebelum mengumpulkan")
    assert "Masih ada isian yang kosong" in tanya.inner_text()
    tanya.get_by_role("button", name="Kumpulkan apa adanya").click()
    halaman.wait_for_selector("dialog:has-text('sudah dikumpulkan')")
    gambar(halaman, "5 terkumpul")


def periksa_umpan_balik(halaman: Any, folder: Path, acuan: dict[str, Any], gambar: Any) -> None:
    """The mark on the feedback page is the one that grading the answer file gives, and question one is full."""
    from exercises.kit.grading import grade_answer

    hasil = grade_answer(acuan["exercise"], acuan["case"], (folder / LATIHAN / "jawaban.json").read_bytes())
    soal = acuan["soal"]
    assert hasil.soal[soal.id].skor == soal.poin
    total = sum(satu.skor or 0 for satu in hasil.soal.values() if satu.jenis == "auto")

    halaman.reload()
    tautan = halaman.get_by_role("link", name="Baca umpan balik")
    tautan.wait_for()
    gambar(halaman, "6 beranda sesudah dinilai")
    kartu = halaman.locator(f'.bimtek-kartu[data-latihan="{LATIHAN}"]').inner_text()
    assert "Nilai tidak berubah setelah umpan balik" in kartu
    assert "mengumpulkan lagi" not in kartu
    with halaman.context.expect_page() as baru:
        tautan.click()
    umpan_balik = baru.value
    umpan_balik.wait_for_load_state()
    gambar(umpan_balik, "7 umpan balik")
    teks = umpan_balik.locator("body").inner_text()

    assert f"{angka(soal.poin)} / {angka(soal.poin)} poin" in teks
    assert f"{angka(total)} dari 100" in " ".join(teks.split())


def angka(nilai: float) -> str:
    return f"{nilai:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def test_home_page_says_who_what_and_what_next(kelas, lab, buka, gambar):
    halaman = buka()
    halaman.goto(lab.alamat)
    halaman.wait_for_selector(".bimtek-kartu")
    gambar(halaman, "1 beranda")
    info = json.loads((lab.folder / "paket.json").read_text(encoding="utf-8"))
    teks = halaman.locator("body").inner_text()

    assert f"Selamat datang, {info['nama']}" in teks
    assert info["kelas"] in teks
    assert "SIMULASI PELATIHAN — bukan sistem BKN" in teks
    assert f"Mulai dengan latihan “{info['latihan'][0]['judul']}”" in teks
    assert [satu["judul"] for satu in info["latihan"]] == halaman.locator(".bimtek-kartu h3").all_inner_texts()
    assert "token=" not in halaman.url


def test_the_lesson_of_an_exercise_opens_beside_it(kelas, lab, buka, gambar):
    halaman = buka()
    halaman.goto(lab.alamat)
    with halaman.context.expect_page() as dari_beranda:
        halaman.locator(f'.bimtek-kartu[data-latihan="{LATIHAN}"]').get_by_role("link", name="Baca pelajaran").click()
    judul = dari_beranda.value.locator("h1").inner_text()
    gambar(dari_beranda.value, "8 pelajaran")
    buka_latihan(halaman, lab.alamat, LATIHAN)
    with halaman.context.expect_page() as dari_latihan:
        halaman.get_by_role("link", name="Baca pelajaran").click()

    assert "SMART" in judul
    assert dari_latihan.value.locator("h1").inner_text() == judul


def test_a_long_exercise_offers_a_way_to_each_question(kelas, lab, buka):
    halaman = buka()
    buka_latihan(halaman, lab.alamat, LATIHAN)
    daftar = halaman.get_by_role("navigation", name="Daftar soal")
    soal = [satu.inner_text() for satu in halaman.locator(".bimtek-teks h2").all()]
    daftar.get_by_role("link", name=soal[-1]).click()

    assert daftar.get_by_role("link").all_inner_texts()[: len(soal)] == soal
    assert halaman.evaluate("document.activeElement.textContent") == soal[-1]
    atas = halaman.locator(".bimtek-teks h2").last.bounding_box()["y"]
    assert halaman.locator(".bimtek-bilah").bounding_box()["y"] < atas < 900
