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


_AWALAN = ("memper", "diper", "keter", "keber", "meny", "meng", "peny", "peng", "mem", "men", "pem", "pen", "per",
           "ber", "ter", "me", "pe", "di", "ke", "se")  # fmt: skip
_PENDEK = frozenset(("cek", "sah", "tes", "lap", "cat", "bom", "pel"))
_DASAR_PER = ("periksa", "perintah")
_DASAR_R = (
    "rumus", "rancang", "rencana", "rekam", "rawat", "rekrut", "ringkas", "ramal", "resmi", "rakit", "rinci", "rintis",
    "rehab", "rapi", "raih", "rekap",
)  # fmt: skip
_luluh = frozenset("ptks")
_pangkal: dict[str, str] = {}


def pangkal(kata: str) -> str:
    """A rough root for comparing words: *penanganan*, *tertangani* and *menangani* meet at the same key.

    The first p, t, k or s of a root is dropped before a vowel, because the nasal prefixes swallow it.
    """
    jawab = _pangkal.get(kata)
    if jawab is None:
        jawab = _potong(kata)
        if len(_pangkal) < 200_000:
            _pangkal[kata] = jawab
    return jawab


def _potong(kata: str) -> str:
    asli = kata
    if kata.endswith("nya") and len(kata) > 6:
        kata = kata[:-3]
    # *laporkan* loses -kan, but *tunggakan* only -an: without a verb's prefix the k belongs to the root.
    berawalan = kata.startswith(("me", "di", "ter"))
    for akhiran in ("kan", "an", "i") if berawalan else ("an", "i"):
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 4 and _berimbuhan(asli):
            kata = kata[: -len(akhiran)]
            break
    kata = _tanpa_awalan(kata)
    if len(kata) > 3 and kata[0] in _luluh and kata[1] in "aeiou":
        kata = kata[1:]
    return kata


def _tanpa_awalan(kata: str) -> str:
    """Take one prefix off; *pe-* before a root in r and *menge-* before a short root are told apart by the root."""
    if kata[:5] in ("menge", "penge") and kata[5:] in _PENDEK:
        return kata[5:]
    if kata.startswith("per") and kata.startswith(_DASAR_R, 2):
        return kata[2:]
    if kata.startswith(_DASAR_PER):
        return kata
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= 3:
            if awalan == "diper" and kata.startswith(_DASAR_PER, 2):
                return kata[2:]
            return kata[len(awalan) :]
    return kata


def _berimbuhan(kata: str) -> bool:
    return kata.startswith(("me", "di", "ter", "ber", "pe", "ke")) or kata.endswith(("an", "nya"))
