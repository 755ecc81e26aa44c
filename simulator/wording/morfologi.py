"""What the shape of an Indonesian word says: me-/ber- do, di- is done, ter-…-nya is finished, pe-…-an is a process.

Scene: asked for the class of single words; every answer is remembered. Imports simulator.wording.leksikon only.
Facts: lexicon/bentuk.tsv for words whose shape deceives; affixes as in Tata Bahasa Baku Bahasa Indonesia.
Add: a deceiving word in bentuk.tsv; a new affix here, with cases in tests/wording.
"""

from __future__ import annotations

import re
from functools import cache

from simulator.wording import leksikon

_ME = re.compile(r"me(?:m[bpfv]\w|n[cdjtsz]\w|ng\w\w|ny\w\w|l\w|r\w|w\w|y\w|m[aeiou]\w|n[aeiou]\w)\w*$")
_PE_AN = re.compile(r"(?:pe(?:m|n|ng|ny|r|l|w|y)?|pem|pen)\w{3,}an(?:nya)?$")
_KE_AN = re.compile(r"ke\w{3,}an(?:nya)?$")
_ISASI = re.compile(r"\w{3,}(?:isasi|fikasi)(?:nya)?$")
_AKHIRAN = ("lah", "kah", "pun")


@cache
def _bentuk_tetap() -> dict[str, str]:
    nama = {"verba": "verba", "verba-ubah": "verba-ubah", "selesai": "ter-nya", "jadi": "jadi", "wujud": "wujud"}
    peta = {kata: nama[k] for k, daftar, _ in leksikon.baris("bentuk") if k in nama for kata in daftar}
    return peta | dict.fromkeys(leksikon.kelompok("bentuk", "bukan-verba", "bukan-di", "bukan-ter"), "lain")


@cache
def _benda() -> frozenset[str]:
    return leksikon.kelompok("bentuk", "benda", "benda-ke")


def _nya(kata: str) -> str:
    """Class of a word that ends in -nya, or an empty string."""
    if kata.startswith("ter"):
        return "ter-nya"
    if kata.startswith("di"):
        return "di-nya"
    if (kata.startswith("me") and _ME.match(kata)) or kata.startswith("ber"):
        return "jadi"
    return ""


_KEPALA_FRASA = frozenset(
    ("proses", "kegiatan", "acara", "produk", "publik", "layanan", "uang", "orang", "mutu", "naik", "turun", "ke-an")
)


def _frasa(kata: str) -> str:
    """A phrase no head file names is what its first word is: *penilaian kinerja* is a process, as *penilaian* is."""
    awal = golongan(kata.split()[0])
    return awal if awal in _KEPALA_FRASA else "lain"


def _golongkan(kata: str) -> str:
    tetap = _bentuk_tetap().get(kata)
    if tetap and tetap != "lain":
        return tetap
    kepala = leksikon.kelas_kepala().get(kata)
    if kepala:
        return kepala
    if " " in kata:
        return _frasa(kata)
    if not kata[0].isalpha():
        return "angka" if kata[0].isdigit() else "tanda"
    if kata in leksikon.kelompok("tugas"):
        return "tugas"
    if tetap or kata in _benda():
        return "lain"
    if kata.endswith("nya"):
        if len(kata) >= 9 and (bentuk := _nya(kata)):
            return bentuk
        dasar = kata[:-3]
        if dasar in leksikon.kelas_kepala():
            return leksikon.kelas_kepala()[dasar]
    return _imbuhan(kata)


def _imbuhan(kata: str) -> str:
    if kata.startswith("me") and len(kata) >= 6 and _ME.match(kata):
        return "verba"
    if kata.startswith("ber") and len(kata) >= 6:
        return "ber"
    if kata.startswith("di") and len(kata) >= 6:
        return "di"
    if kata.startswith("ter") and len(kata) >= 6:
        return "ter"
    if len(kata) >= 7 and _PE_AN.match(kata):
        return "proses"
    if len(kata) >= 7 and _KE_AN.match(kata):
        return "ke-an"
    if _ISASI.match(kata):
        return "kegiatan"
    return "lain"


_ingatan: dict[str, str] = {}


def golongan(kata: str) -> str:
    """The class of one word (see the lexicon files and the affix names used in this module)."""
    jawab = _ingatan.get(kata)
    if jawab is None:
        jawab = _golongkan(kata) if kata else "tanda"
        if len(_ingatan) < 200_000:
            _ingatan[kata] = jawab
    return jawab
