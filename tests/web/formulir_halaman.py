"""The forms of a page as a person meets them: what can be typed, and what stands there already."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: What a person neither types nor picks.
_BUKAN_KETIKAN = ("hidden", "submit", "button", "image")


@dataclass
class Bidang:
    """One control; ``isi`` None: a box or a radio button that is not ticked."""

    nama: str
    jenis: str
    isi: str | None = None
    pilihan: list[str] = field(default_factory=list)


@dataclass
class FormulirHalaman:
    """One form: where it goes, how, its controls in order, its hidden fields."""

    tindakan: str
    cara: str
    atribut: dict[str, str]
    bidang: list[Bidang] = field(default_factory=list)
    tersembunyi: dict[str, str] = field(default_factory=dict)

    @property
    def diketik(self) -> list[Bidang]:
        """What is typed or picked and may be given back: no passwords, no files."""
        return [satu for satu in self.bidang if satu.jenis not in ("password", "file")]

    @property
    def isi(self) -> dict[str, str]:
        """{name: value} as a browser would send it."""
        return {b.nama: b.isi for b in self.bidang if b.isi is not None and b.jenis not in ("password", "file")}


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.semua: list[FormulirHalaman] = []
        self._kini: FormulirHalaman | None = None
        self._teks: Bidang | None = None
        self._daftar: Bidang | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {nama: isi or "" for nama, isi in attrs}
        if tag == "form":
            self._kini = FormulirHalaman(a.get("action", ""), a.get("method", "get").lower(), a)
            self.semua.append(self._kini)
        if self._kini is None:
            return
        nama = a.get("name", "")
        if tag == "option" and self._daftar is not None:
            self._daftar.pilihan.append(a.get("value", ""))
            if "selected" in a or self._daftar.isi is None:
                self._daftar.isi = a.get("value", "")
        if not nama or tag not in ("input", "select", "textarea"):
            return
        jenis = a.get("type", "text") if tag == "input" else tag
        if jenis == "hidden":
            self._kini.tersembunyi[nama] = a.get("value", "")
        if jenis in _BUKAN_KETIKAN:
            return
        satu = Bidang(nama, jenis)
        if jenis in ("checkbox", "radio"):
            satu.pilihan = [a.get("value", "on")]
            satu.isi = a.get("value", "on") if "checked" in a else None
        elif tag == "input":
            satu.isi = a.get("value", "")
        elif tag == "textarea":
            satu.isi, self._teks = "", satu
        else:
            self._daftar = satu
        self._kini.bidang.append(satu)

    def handle_data(self, data: str) -> None:
        if self._teks is not None:
            self._teks.isi = (self._teks.isi or "") + data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._kini = None
        if tag == "textarea" and self._teks is not None:
            self._teks.isi = (self._teks.isi or "").removeprefix("\n")
            self._teks = None
        if tag == "select":
            self._daftar = None


def formulir_di(html: str) -> list[FormulirHalaman]:
    """Every form of a page."""
    pembaca = _Pembaca()
    pembaca.feed(html)
    return pembaca.semua
