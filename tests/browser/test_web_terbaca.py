"""Every page and modal of the web office: nothing serious found by axe, nothing sideways on a phone, no word broken in
a table, no console error.

The list of pages comes from the routes (daftar_halaman.py), so a new page is looked at without a line here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from daftar_halaman import TAMU, Daftar, Halaman, semua_halaman
from jelajah import dengan_jendela, jendela, kumpulkan, layar_bertahap, menjadi, per_orang, unggah_draft
from kantor_lengkap import ADMIN, PEGAWAI, PENILAI, PIMPINAN, Keadaan, buat_kantor
from web_uji import AXE, KELAS, MELEBAR, Orang, web_berjalan

pytestmark = pytest.mark.peramban

DIAM = "dialog => { if (dialog.open) dialog.close(); dialog.showModal(); }"


# What axe calls advice and a listener stumbles over: a paragraph that a form or a list ended early leaves an empty one;
# headings that leave out a level; a name or a description that is not on the page.
SALAH_SUSUN = """() => {
  const kepala = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')], tingkat = satu => Number(satu.tagName[1]);
  const rujukan = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'list'];
  return [
    ...[...document.querySelectorAll('p:empty:not([role])')]
      .map(p => `a paragraph was broken before ${p.previousElementSibling?.outerHTML.slice(0, 120)}`),
    ...kepala.filter((satu, i) => i && tingkat(satu) > tingkat(kepala[i - 1]) + 1)
      .map(satu => `a level is left out before ${satu.outerHTML.slice(0, 120)}`),
    ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
    ...rujukan.flatMap(nama => [...document.querySelectorAll(`[${nama}]`)]
      .filter(satu => satu.getAttribute(nama).split(' ').some(id => id && !document.getElementById(id)))
      .map(satu => `${nama} leads nowhere: ${satu.outerHTML.slice(0, 120)}`)),
  ];
}"""

# A column that is too narrow goes on with a word in the next line.
TERPUTUS = """() => [...document.querySelectorAll('main td, main th')].flatMap(sel => {
  const terputus = [], jalan = document.createTreeWalker(sel, NodeFilter.SHOW_TEXT);
  while (jalan.nextNode()) {
    const teks = jalan.currentNode, rentang = document.createRange();
    if (teks.parentElement.closest('.tersembunyi, option')) continue;
    for (const kata of teks.data.matchAll(/[^\\s\\/–—-]{4,}/g)) {
      rentang.setStart(teks, kata.index);
      rentang.setEnd(teks, kata.index + kata[0].length);
      const baris = new Set([...rentang.getClientRects()].map(kotak => Math.round(kotak.top)));
      if (baris.size > 1) terputus.push(`a table breaks the word ${kata[0]}`);
    }
  }
  return terputus;
})"""


class Tempat(NamedTuple):
    """A served office with its pages."""

    berkas: Path
    alamat: str
    keadaan: list[Keadaan]
    daftar: Daftar


@pytest.fixture(scope="module")
def tempat(tmp_path_factory: pytest.TempPathFactory) -> Any:
    berkas, keadaan = buat_kantor(tmp_path_factory.mktemp("lengkap") / "p001")
    with web_berjalan(berkas, *KELAS) as alamat:
        yield Tempat(berkas, alamat, keadaan, semua_halaman(keadaan))


def _bagian(alamat: str) -> str:
    return next((b for b in (PENILAI, ADMIN, PIMPINAN, "/skp", "/soal") if alamat.startswith(b)), PEGAWAI)


def test_every_page_is_looked_at(tempat):
    """Whoever adds a page with a number in its address says in kantor_lengkap.py which one to look at."""
    assert tempat.daftar.belum == []


@pytest.mark.parametrize("bagian", [PEGAWAI, "/skp", "/soal", PENILAI, ADMIN, PIMPINAN])
def test_pages_can_be_read_by_everybody(tempat, buka_axe, bagian):
    if bagian == PEGAWAI:
        unggah_draft(Orang(buka_axe(), tempat.alamat), tempat.keadaan)
    temuan, sudah = [], set()
    for orang, daftar in per_orang(
        [s for s in tempat.daftar.layar if _bagian(s.alamat) == bagian], buka_axe, tempat.alamat
    ):
        for satu in daftar:
            temuan += [f"{satu.alamat}: {isi}" for isi in _periksa(orang, satu, sudah)]

    assert temuan == []


def test_screens_reached_by_steps_can_be_read_as_well(tempat, buka_axe):
    temuan = []
    for nama, halaman in layar_bertahap(buka_axe, tempat.alamat, tempat.berkas, tempat.keadaan):
        temuan += [f"{nama}: {isi}" for isi in halaman.evaluate(AXE) + _sempit(halaman)]

    assert temuan == []


def _periksa(orang: Orang, satu: Halaman, sudah: set[tuple[str, str]]) -> list[str]:
    halaman = orang.halaman
    halaman.galat.clear()
    jawab = halaman.goto(orang.alamat + satu.alamat)
    assert jawab is not None
    temuan: list[str] = halaman.evaluate(AXE) + _sempit(halaman) + halaman.evaluate(SALAH_SUSUN)
    temuan += halaman.evaluate(TERPUTUS)
    if satu.menolak != (400 <= jawab.status < 500):
        temuan.append(f"status {jawab.status}: {orang.teks[:200]}")
    # A refused page is told by the browser as an error of its own.
    temuan += [isi for isi in halaman.galat if not satu.menolak or "Failed to load resource" not in isi]
    for nama in jendela(orang, satu, sudah) if satu.siapa != TAMU else ():
        temuan += _periksa_jendela(halaman, orang.alamat + dengan_jendela(satu.alamat, nama), nama)
    return temuan


def _periksa_jendela(halaman: Any, alamat: str, nama: str) -> list[str]:
    dialog = halaman.locator(f'dialog[id="{nama}"]')
    if dialog.count():
        dialog.evaluate(DIAM)
    else:
        halaman.goto(alamat)
    if not dialog.count():
        return [f"?buka={nama} opens nothing"]
    temuan: list[str] = [f"{nama}: {isi}" for isi in dialog.evaluate(AXE) + _sempit(halaman)]
    dialog.evaluate("dialog => dialog.close()")
    return temuan


def _sempit(halaman: Any) -> list[str]:
    """On a phone nothing has to be pushed sideways."""
    halaman.set_viewport_size({"width": 360, "height": 740})
    lebih = halaman.evaluate(MELEBAR)
    halaman.set_viewport_size({"width": 1280, "height": 900})
    return [f"wider than a phone by {lebih} pixels"] if lebih > 0 else []


def test_files_come_as_files(tempat, buka):
    for orang, daftar in per_orang(tempat.daftar.berkas, buka, tempat.alamat):
        if any(satu.alamat == "/impor/laporan" for satu in daftar):
            unggah_draft(orang, tempat.keadaan)
        if any("/kumpulan/" in satu.alamat for satu in daftar):
            kumpulkan(orang, tempat.keadaan)
        for satu in daftar:
            jawab = orang.halaman.context.request.get(orang.alamat + satu.alamat)
            assert jawab.status == 200, f"{satu.alamat}: {jawab.status}"
            assert "html" not in jawab.headers["content-type"], f"{satu.alamat} is a page; name it in daftar_halaman"


def test_a_pdf_is_drawn_by_the_viewer_of_the_browser(tempat, buka, chromium_lengkap):
    """A sheet is read before it is kept: no header of ours may turn it into a download or keep the viewer away."""
    orang = Orang(buka(konteks=chromium_lengkap.new_context()), tempat.alamat)
    menjadi(orang, tempat.keadaan[0].siapa[PEGAWAI])
    lembar = f"{tempat.alamat}/cetak/skp/{tempat.keadaan[0].nomor['skp_id']}"
    # Inside the page stands the viewer, and inside the viewer the sheet once more: that is what is drawn.
    with orang.halaman.expect_event("framenavigated", lambda satu: satu.url == lembar and satu.parent_frame) as dalam:
        orang.halaman.goto(lembar)

    assert dalam.value.parent_frame.url.startswith("chrome-extension://")
