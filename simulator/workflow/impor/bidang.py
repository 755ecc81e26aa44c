"""The cells of one row as fields: aspek, target, choices, lengths, and cells that are not what they show.

Scene: format check of an import. May import: simulator.domain, rules, wording (reading), workflow.limits, this folder.
Facts: four aspek (CONFIRMED); a target is one string with number and unit (CONFIRMED, API); *Kuantitas/Output* and
*Kualitas/Mutu* are the headings of the older form (PP 46/2011 era) that many drafts still carry.
Add: another older word in _ASPEK_LAMA.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from difflib import get_close_matches
from typing import TypeVar

from simulator.domain.errors import BimtekError
from simulator.domain.label import Berlabel
from simulator.domain.skp import Aspek
from simulator.rules.target import urai_target
from simulator.wording.berkas.sel_xlsx import RUMUS, RUMUS_KOSONG, RUSAK, TANGGAL
from simulator.workflow.impor.rencana import seragam
from simulator.workflow.impor.temuan import GALAT, PERINGATAN

B = TypeVar("B", bound=Berlabel)
Lapor = Callable[[str, str, str, str], None]  # tingkat, kode, pesan, saran
_ASPEK_LAMA = {"output": Aspek.KUANTITAS, "mutu": Aspek.KUALITAS, "jumlah": Aspek.KUANTITAS, "anggaran": Aspek.BIAYA}
_UANG = re.compile(r"Rp\.?\s*(\d[\d.]*)(?:,(?:-|00))?", re.IGNORECASE)
_BUTIR = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[-•*])\s+")


def rapi(teks: str | None) -> str:
    """One line without a list number before it, and without signs that nobody sees."""
    tampak = "".join(huruf for huruf in teks or "" if unicodedata.category(huruf) != "Cf")
    return _BUTIR.sub("", re.sub(r"\s+", " ", tampak).strip(), count=1)


def baca_aspek(teks: str, lapor: Lapor) -> Aspek | None:
    """The aspek, also as *1. Kuantitas/Output*; an unknown one is reported with what was probably meant."""
    kata = re.findall(r"[a-z]+", seragam(teks))
    label = {aspek.value: aspek for aspek in Aspek} | _ASPEK_LAMA
    if kata and (aspek := label.get(kata[0])) is not None and len(kata) <= 3:
        return aspek
    pilihan = ", ".join(aspek.label for aspek in Aspek)
    if not kata:
        lapor(GALAT, "aspek-kosong", "Aspek belum diisi.", f"Pilih salah satu: {pilihan}.")
        return None
    mirip = get_close_matches(kata[0], label, n=1, cutoff=0.6)
    saran = f"Maksudnya {label[mirip[0]].label}? " if mirip else ""
    lapor(GALAT, "aspek-tidak-dikenal", f"Aspek “{teks[:60]}” tidak dikenal.", f"{saran}Pilih salah satu: {pilihan}.")
    return None


def baca_target(target: str | None, satuan: str | None, lapor: Lapor, *, wajib: bool) -> str:
    """Target and unit as the one string e-Kinerja keeps; a quantitative one must have both."""
    teks, unit = rapi_target(target), rapi_target(satuan)
    if unit and unit.casefold() not in teks.casefold():
        teks = f"{teks} {unit}".strip()
    if not wajib:
        return teks
    if not teks:
        lapor(GALAT, "target-kosong", "Target belum diisi.", "Isi angka dan satuannya, misalnya 12 Laporan.")
    elif urai_target(teks) is None:
        lapor(
            GALAT, "target-tidak-terurai", f"Target “{teks[:60]}” belum memuat angka dan satuan.",
            "Tulis angka lalu satuannya dalam satu sel, misalnya 12 Laporan, 95 Persen, atau 6 Bulan.",
        )  # fmt: skip
    return teks


def rapi_target(teks: str | None) -> str:
    """One line; an amount of money as number and unit (*Rp 25.000.000,-* → *25.000.000 Rupiah*)."""
    baris = re.sub(r"\s+", " ", teks or "").strip()
    uang = _UANG.fullmatch(baris)
    return baris if uang is None else f"{uang[1]} Rupiah"


def baca_pilihan(teks: str, kelas: type[B], nama: str, bawaan: B | None, lapor: Lapor) -> B | None:
    """A member by code or label; the default where nothing was written."""
    if not teks:
        return bawaan
    try:
        return kelas.dari(rapi(teks))
    except ValueError:
        pilihan = ", ".join(anggota.label for anggota in kelas)
        kode = f"{nama.lower().replace(' ', '-')}-tidak-dikenal"
        lapor(GALAT, kode, f"{nama} “{teks[:60]}” tidak dikenal.", f"Pilih salah satu: {pilihan}; atau kosongkan.")
        return bawaan


def periksa_batas(periksa: Callable[[], object], lapor: Lapor) -> None:
    """A limit of the form, told in the form's own sentence."""
    try:
        periksa()
    except BimtekError as galat:
        lapor(GALAT, galat.kode, galat.pesan, "Perbaiki isi sel ini, lalu unggah lagi.")


def periksa_khusus(macam: str, nilai: str, lapor: Lapor) -> None:
    """What somebody must know about a cell that was not simply typed."""
    if macam == RUMUS:
        lapor(
            PERINGATAN, "sel-rumus", f"Sel ini rumus; yang diimpor hasilnya: “{nilai[:80]}”.",
            "Bila hasilnya benar, biarkan; bila tidak, ketik nilainya.",
        )  # fmt: skip
    elif macam == RUMUS_KOSONG:
        lapor(
            GALAT, "rumus-tanpa-hasil", "Sel ini rumus yang hasilnya tidak tersimpan di berkas.",
            "Buka di aplikasi lembar kerja lalu simpan ulang, atau ganti rumus dengan nilainya.",
        )  # fmt: skip
    elif macam == RUSAK:
        lapor(GALAT, "sel-galat", f"Sel ini berisi galat lembar kerja ({nilai[:20]}).", "Ketik nilai yang dimaksud.")
    elif macam == TANGGAL:
        lapor(
            PERINGATAN, "sel-tanggal", f"Sel ini tersimpan sebagai tanggal dan dibaca “{nilai[:40]}”.",
            "Bila maksudnya bukan tanggal (misalnya 3-4), ubah format sel menjadi Teks dan ketik ulang.",
        )  # fmt: skip
