"""A rough root, for comparing words: *penanganan*, *tertangani* and *menangani* meet at the same key.

Scene: asked by relevan.py and usulan.py; the key itself is never shown. Imports leksikon.
Facts: affixes as in Tata Bahasa Baku Bahasa Indonesia; class akar-utuh of lexicon/aturan.tsv (*terbit*, *kerja*).
Add: a root that is cut wrongly to that class, with its forms in tests/wording/test_pangkal.py.
"""

from __future__ import annotations

from functools import cache

from simulator.wording import leksikon

_AWALAN = ("memper", "diper", "keter", "keber", "meny", "meng", "peny", "peng", "mem", "men", "pem", "pen", "per",
           "ber", "ter", "me", "pe", "di", "ke")  # fmt: skip
_PENDEK = frozenset(("cek", "sah", "tes", "lap", "cat", "bom", "pel"))
_DASAR_R = (
    "rumus", "rancang", "rencana", "rekam", "rawat", "rekrut", "ringkas", "ramal", "resmi", "rakit", "rinci", "rintis",
    "rehab", "rapi", "raih", "rekap", "revisi", "renovasi",
)  # fmt: skip
_luluh = frozenset("ptks")
_ingatan: dict[str, str] = {}


@cache
def _utuh() -> tuple[frozenset[str], tuple[str, ...]]:
    """Roots that are whole words only, and roots that may begin a word: *petani* does not begin with *peta*."""
    akar = leksikon.kelompok("aturan", "akar-utuh")
    return frozenset(k for k in akar if len(k) < 5), tuple(sorted(k for k in akar if len(k) >= 5))


def pangkal(kata: str) -> str:
    """The key of one word in lower case.

    The first p, t, k or s of a root is dropped before a vowel, because the nasal prefixes swallow it, and a last *i*
    everywhere, because it may be a suffix (*awasi*) or the root's own (*verifikasi*).
    """
    jawab = _ingatan.get(kata)
    if jawab is None:
        jawab = _potong(kata)
        if len(_ingatan) < 200_000:
            _ingatan[kata] = jawab
    return jawab


def _potong(kata: str) -> str:
    if kata.endswith("nya") and len(kata) > 6:
        kata = kata[:-3]
    asli = kata
    # *laporkan* loses -kan, but *tunggakan* only -an: without a verb's prefix the k belongs to the root.
    for akhiran in ("kan", "an") if kata.startswith(("me", "di", "ter")) else ("an",):
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 4 and not kata.startswith(("jalan", "badan")):
            kata = kata[: -len(akhiran)]
            break
    kata = _tanpa_awalan(kata, kata != asli)
    if len(kata) > 3 and kata[0] in _luluh and kata[1] in "aeiou":
        kata = kata[1:]
    return kata[:-1] if len(kata) > 3 and kata[-1] == "i" else kata


def _tanpa_awalan(kata: str, berakhiran: bool) -> str:
    """Take one prefix off; *pe-* before a root in r and *menge-* before a short root are told apart by the root."""
    if kata[:5] in ("menge", "penge") and kata[5:] in _PENDEK:
        return kata[5:]
    pendek, panjang = _utuh()
    if kata in pendek or kata.startswith(panjang):
        return kata
    if kata.startswith(("pe", "me", "di", "ke")) and (kata[2:] in pendek or kata.startswith(panjang, 2)):
        return kata[2:]
    if kata.startswith("per") and kata.startswith(_DASAR_R, 2):
        return kata[2:]
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= 3:
            if awalan == "ke" and not berakhiran:
                return kata
            return kata[len(awalan) :]
    return kata
