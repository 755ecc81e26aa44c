"""A real ``bimtek web`` and the people in front of it, for the browser tests and the screenshots."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peramban_uji import bimtek_berjalan

#: A class: with these the day and the faults are the instructor's, who has this key.
KUNCI = "kunci-kelas-1"
KELAS = ("--kunci-instruktur", KUNCI)
#: How far the page is wider than the window: one would have to scroll sideways to read it.
MELEBAR = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Serious and critical are what keeps somebody out; the rest is advice.
AXE = """(dalam) => axe.run(dalam || document, { resultTypes: ['violations'] }).then(hasil => hasil.violations
  .filter(satu => ['serious', 'critical'].includes(satu.impact))
  .flatMap(satu => satu.nodes.map(node => `${satu.id}: ${node.html.slice(0, 160)} – ${node.failureSummary}`)))"""


@contextmanager
def web_berjalan(target: str | Path, *pilihan: str) -> Iterator[str]:
    """One office served in a process of its own; the address without its last slash. It may not have failed once."""
    with bimtek_berjalan("web", target, "--tanpa-browser", "--port", "0", *pilihan) as (_proses, isi, keluhan):
        yield isi["alamat"].rstrip("/")
        assert "Traceback" not in keluhan(), keluhan()


class Orang:
    """One person at a browser of their own; steps are called as the person sees them."""

    def __init__(self, halaman: Any, alamat: str) -> None:
        self.halaman = halaman
        self.alamat = alamat
        halaman.on("dialog", lambda tanya: tanya.accept())

    # --- going ---------------------------------------------------------------------------------------------------

    def ke(self, alamat: str) -> Orang:
        """Open an address of the office."""
        jawab = self.halaman.goto(self.alamat + alamat)
        assert jawab is None or jawab.status < 400, f"{alamat}: {jawab.status}\n{self.teks[:400]}"
        return self._rapi()

    def menu(self, label: str) -> Orang:
        """Choose from the sidebar; on a phone it has to be opened first."""
        if (buka := self.halaman.locator("[data-menu]")).is_visible():
            buka.click()
        return self._pindah(self.halaman.locator("#menu").get_by_role("link", name=label, exact=True).click)

    def klik(self, nama: str, *, baris: str | None = None) -> Orang:
        """Press a button or follow a link; ``baris``: in the row or card where this text stands."""
        pola = re.compile(rf"^\s*{re.escape(nama)}(\s|$)")
        wadah = self._wadah(baris)
        sasaran = wadah.get_by_role("button", name=pola).or_(wadah.get_by_role("link", name=pola)).first
        if sasaran.evaluate("e => e.matches('[data-buka], [data-tutup], [type=button]')"):
            sasaran.click()
            return self
        return self._pindah(sasaran.click)

    def jadi(self, nama: str) -> Orang:
        """Teaching: become somebody with one click."""
        self.ke(f"/pemeran?cari={nama}")
        return self._pindah(self.halaman.get_by_role("main").get_by_role("button", name=nama, exact=True).click)

    # --- filling -------------------------------------------------------------------------------------------------

    def isi(self, **bidang: str | bool) -> Orang:
        """Fill the form in front, every field under the name it is sent with."""
        wadah = self._wadah(None)
        for nama, nilai in bidang.items():
            kotak = wadah.locator(f'[name="{nama}"]:visible').first
            if isinstance(nilai, bool):
                kotak.set_checked(nilai)
            elif kotak.evaluate("e => e.tagName") == "SELECT":
                kotak.select_option(value=_pilihan(kotak, nilai))
            else:
                kotak.fill(nilai)
        return self

    def simpan(self, tombol: str = "OK") -> Orang:
        """Send the form in front; it must be accepted."""
        self._pindah(self._wadah(None).get_by_role("button", name=tombol, exact=True).first.click)
        assert self.halaman.locator(".pesan.galat").count() == 0, self.pesan
        return self

    # --- reading -------------------------------------------------------------------------------------------------

    @property
    def teks(self) -> str:
        """What the page says, spaces drawn together."""
        return " ".join(self.halaman.locator("main").inner_text().split())

    @property
    def pesan(self) -> str:
        """The lines on top that tell what happened."""
        return " ".join(" ".join(self.halaman.locator(".pesan").all_inner_texts()).split())

    @property
    def judul(self) -> str:
        """The heading of the page."""
        judul: str = self.halaman.locator("h1").inner_text()
        return judul

    def _wadah(self, baris: str | None) -> Any:
        terbuka = self.halaman.locator("dialog:modal")
        wadah = terbuka if terbuka.count() else self.halaman.locator("main")
        return wadah if baris is None else wadah.locator("tr, article, li, section.kartu").filter(has_text=baris).last

    def _pindah(self, langkah: Callable[[], Any]) -> Orang:
        with self.halaman.expect_navigation():
            langkah()
        return self._rapi()

    def _rapi(self) -> Orang:
        assert self.halaman.evaluate(MELEBAR) <= 0, f"{self.halaman.url} needs scrolling sideways"
        return self


def _pilihan(kotak: Any, nilai: str) -> str:
    """The value of the choice that says this; a choice is known by its value as well."""
    daftar = kotak.locator("option").evaluate_all("semua => semua.map(o => [o.value, o.label])")
    cocok = [isi for isi, label in daftar if nilai in (isi, label)] or [isi for isi, label in daftar if nilai in label]
    assert cocok, f"“{nilai}” is not among {[label for _, label in daftar]}"
    return str(cocok[0])
