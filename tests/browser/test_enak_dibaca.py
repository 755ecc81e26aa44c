"""Can everyone read and use the pages? Names, language, contrast, a narrow screen, addresses, broken packages."""

from __future__ import annotations

import json
import re

import pytest
from peramban_uji import buka_latihan, lab_berjalan, tunggu_siap

pytestmark = pytest.mark.peramban

LATIHAN = "01_iki_smart"
# English that JupyterLab shows by default, and words of programmers that no participant should meet.
ASING = (
    "File|Edit|View|Run|Kernel|Tabs|Settings|Help|Launcher|Notebook|Terminal|Console|Untitled|Python|Save|Loading|"
    "Cancel|Dismiss|Error|Traceback|Warning|Trusted|Select|Close|Submit|Cell|Markdown|Widget|undefined|null|NaN"
)
# Every visible control with its accessible name, as assistive technology computes it (labels, aria, title, text).
TANPA_NAMA = """() => {
  const nama = satu => {
    const rujuk = (satu.getAttribute('aria-labelledby') || '').split(/\\s+/).filter(Boolean)
      .map(id => document.getElementById(id)?.textContent || '').join(' ');
    const label = [...(satu.labels || [])].map(isi => isi.textContent).join(' ');
    const teks = /^(BUTTON|A|SUMMARY)$/.test(satu.tagName) ? satu.textContent : '';
    return [rujuk, satu.getAttribute('aria-label'), label, teks, satu.title].find(isi => isi && isi.trim());
  };
  const kendali = 'button, a[href], input, select, textarea, summary, [role=button], [role=progressbar]';
  return [...document.querySelectorAll(kendali)]
    .filter(satu => satu.checkVisibility())
    .filter(satu => !nama(satu))
    .map(satu => satu.outerHTML.slice(0, 160));
}"""
ID_KEMBAR = """() => {
  const semua = [...document.querySelectorAll('[id]')].map(satu => satu.id);
  return semua.filter((satu, i) => semua.indexOf(satu) !== i);
}"""
KONTRAS_KURANG = """() => {
  const angka = warna => (warna.match(/[\\d.]+/g) || []).map(Number);
  const terang = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const latar = satu => {
    for (let node = satu; node; node = node.parentElement) {
      const warna = angka(getComputedStyle(node).backgroundColor);
      if (warna.length && (warna[3] ?? 1) > 0.5) return warna;
    }
    return [255, 255, 255];
  };
  const hasil = [];
  for (const satu of document.querySelectorAll('.bimtek *, .bimtek-dialog *')) {
    const teks = [...satu.childNodes].some(isi => isi.nodeType === 3 && isi.textContent.trim());
    const kotak = satu.getBoundingClientRect();
    if (!teks || !satu.checkVisibility() || kotak.width < 2 || satu.closest(':disabled, svg')) continue;
    const [a, b] = [terang(angka(getComputedStyle(satu).color)), terang(latar(satu))].sort((p, q) => q - p);
    const rasio = (a + 0.05) / (b + 0.05);
    if (rasio < 4.5) hasil.push(`${rasio.toFixed(2)} ${satu.outerHTML.slice(0, 120)}`);
  }
  return hasil;
}"""


@pytest.fixture
def halaman(lab, buka):
    satu = buka()
    satu.alamat = lab.alamat
    return satu


@pytest.fixture(scope="module")
def lab(kelas_asli, tmp_path_factory):
    with lab_berjalan(kelas_asli.salin(tmp_path_factory.mktemp("kelas") / "kelas").peserta) as satu:
        yield satu


def ke_beranda(halaman) -> None:
    halaman.goto(halaman.alamat)
    halaman.wait_for_selector(".bimtek-kartu")
    for satu in halaman.locator("summary").all():
        satu.click()


def ke_latihan(halaman) -> None:
    buka_latihan(halaman, halaman.alamat, LATIHAN)


def ke_periksa(halaman) -> None:
    ke_latihan(halaman)
    halaman.get_by_role("button", name="Periksa").click()
    halaman.get_by_role("dialog").wait_for()


def ke_kumpulkan(halaman) -> None:
    ke_latihan(halaman)
    halaman.get_by_role("button", name="Kumpulkan", exact=True).click()
    halaman.get_by_role("dialog").wait_for()


LAYAR = pytest.mark.parametrize("ke_layar", [ke_beranda, ke_latihan, ke_periksa, ke_kumpulkan])


@LAYAR
def test_a_screen_is_indonesian_named_and_readable(halaman, ke_layar):
    ke_layar(halaman)
    teks = halaman.evaluate("document.body.innerText")

    assert re.findall(rf"\b(?:{ASING})\b", teks) == []
    assert halaman.evaluate(TANPA_NAMA) == []
    assert halaman.evaluate(KONTRAS_KURANG) == []
    assert halaman.evaluate("document.documentElement.lang").split("-")[0] == "id"
    assert halaman.locator("h1:visible").count() == 1
    assert halaman.locator("main, [role=main]").evaluate_all("s => s.map(satu => satu.ariaLabel)") == [
        "Beranda dan latihan"
    ]
    assert halaman.evaluate(ID_KEMBAR) == []
    assert halaman.galat == []


def test_the_way_back_from_periksa_leads_to_the_first_empty_cell(halaman):
    ke_latihan(halaman)
    pilihan = halaman.locator(".bk-kartu select")
    for nomor in range(3):
        pilihan.nth(nomor).select_option(index=1)
    halaman.get_by_role("button", name="Periksa").click()
    halaman.get_by_role("dialog").get_by_role("link", name="kembali ke isian").first.click()
    halaman.get_by_role("dialog").wait_for(state="detached")

    halaman.wait_for_function("document.activeElement === document.querySelectorAll('.bk-kartu select')[3]")


def test_the_words_of_training_stay_in_sight_while_scrolling(halaman):
    ke_latihan(halaman)
    halaman.evaluate("document.querySelector('.bimtek').scrollTop = 4000")
    kotak = halaman.locator(".bimtek-simulasi").bounding_box()

    assert kotak["y"] == 0
    assert halaman.locator(".bimtek-bilah").bounding_box()["y"] == kotak["height"]


def test_a_narrow_screen_needs_no_sideways_scrolling(lab, buka, gambar):
    halaman = buka(360, 740)
    halaman.goto(lab.alamat)
    halaman.wait_for_selector(".bimtek-kartu")
    gambar(halaman, "sempit 1 beranda")
    assert lebar_berlebih(halaman) == 0

    halaman.locator(".bimtek-kartu button").first.click()
    tunggu_siap(halaman)
    gambar(halaman, "sempit 2 latihan")
    assert lebar_berlebih(halaman) == 0
    for nama in ("Periksa", "Kumpulkan"):
        kotak = halaman.get_by_role("button", name=nama, exact=True).bounding_box()
        assert kotak["x"] >= 0
        assert kotak["x"] + kotak["width"] <= 360
    assert halaman.locator(".bimtek-bilah").bounding_box()["height"] <= 740 / 5


def test_on_a_telephone_wide_tables_are_read_without_scrolling_sideways(lab, buka, gambar):
    halaman = buka(360, 740)
    buka_latihan(halaman, lab.alamat, "04_kalibrasi")
    terpotong = halaman.locator(".bk-gulir").evaluate_all(
        "semua => semua.filter(satu => satu.scrollWidth > satu.clientWidth).map(satu => satu.innerText)"
    )
    halaman.locator(".bk-lebar").first.scroll_into_view_if_needed()
    gambar(halaman, "sempit 3 tabel lebar")
    kartu = halaman.locator(".bk-lebar tbody tr").first

    assert terpotong == []
    # The name of a column stands before its value, because no heading is in sight above it.
    assert "Capaian" in kartu.locator("td").last.evaluate("sel => getComputedStyle(sel, '::before').content")

    halaman.get_by_role("navigation", name="Daftar soal").get_by_role("link", name="2.").click()
    bilah = halaman.locator(".bimtek-bilah").bounding_box()
    assert halaman.locator(".bimtek-teks h2:focus").bounding_box()["y"] >= bilah["y"] + bilah["height"]


def lebar_berlebih(halaman) -> int:
    lebih: int = halaman.evaluate(
        "() => { const b = document.querySelector('.bimtek'); return Math.max(0, b.scrollWidth - b.clientWidth) }"
    )
    return lebih


def test_an_address_of_a_notebook_opens_its_page(lab, buka):
    halaman = buka()
    halaman.goto(f"http://127.0.0.1:{lab.port}/lab/tree/{LATIHAN}/{LATIHAN}.ipynb?token={lab.token}")
    tunggu_siap(halaman)

    assert halaman.url == f"http://127.0.0.1:{lab.port}/lab#/latihan/{LATIHAN}"
    halaman.get_by_role("button", name="Beranda").click()
    halaman.wait_for_selector(".bimtek-kartu")
    halaman.go_back()
    tunggu_siap(halaman)


def test_without_the_token_the_page_says_in_indonesian_what_to_do(lab, buka):
    halaman = buka()
    halaman.goto(f"http://127.0.0.1:{lab.port}/lab")

    assert "perlu dibuka dari “bimtek mulai”" in halaman.locator("h1").inner_text()


def test_a_package_that_cannot_be_read_is_told_with_a_way_out(lab, buka, gambar):
    paket = lab.folder / "paket.json"
    utuh = paket.read_bytes()
    halaman = buka()
    try:
        paket.write_text("{", encoding="utf-8")
        halaman.goto(lab.alamat)
        halaman.get_by_role("heading", name="Daftar latihan belum dapat ditampilkan").wait_for()
        gambar(halaman, "rusak")
        assert "paket.json di folder ini rusak" in halaman.get_by_role("alert").inner_text()
    finally:
        paket.write_bytes(utuh)
    halaman.get_by_role("button", name="Coba lagi").click()
    halaman.wait_for_selector(".bimtek-kartu")


def test_code_that_is_not_the_kits_is_not_run(kelas, buka, gambar, tmp_path):
    """A package from who knows where cannot make the page run its code."""
    folder = kelas.peserta
    berkas = folder / LATIHAN / f"{LATIHAN}.ipynb"
    buku = json.loads(berkas.read_text(encoding="utf-8"))
    tanda = tmp_path / "dijalankan"
    sel = next(satu for satu in buku["cells"] if satu["cell_type"] == "code")
    sel["source"] = f"import pathlib\npathlib.Path({str(tanda)!r}).touch()"
    berkas.write_text(json.dumps(buku), encoding="utf-8")
    with lab_berjalan(folder) as lab:
        halaman = buka()
        halaman.goto(lab.alamat)
        halaman.click(f'.bimtek-kartu[data-latihan="{LATIHAN}"] button')
        halaman.wait_for_selector('[data-keadaan="asing"]', timeout=30_000)
        gambar(halaman, "kode asing")

        assert halaman.get_by_role("button", name="Kumpulkan", exact=True).is_disabled()
    assert not tanda.exists()
