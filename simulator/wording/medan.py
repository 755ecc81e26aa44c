"""Words of one thing and words of one field of work: *dekubitus* and *luka tekan*, *kapal* and *nelayan*.

Scene: relevan.py asks it when two statements have no root in common. Imports leksikon, teks.
Facts: lexicon/medan.tsv (REKAAN, from fields of work). Add: a word or a class there (see lexicon/README.md).
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.wording import leksikon
from simulator.wording.teks import Teks

TERPANJANG = 3
UTUH = "utuh"
DILEWATI = frozenset(("yang", "telah", "sudah", "secara", "para"))
_IMBUHAN = ("ter", "di")
_DASAR_TERPENDEK = 4
_ingatan: dict[str, tuple[str, ...]] = {}


def medan(teks: Teks) -> frozenset[str]:
    """Every class a text talks about, by its words and by its phrases of up to three words.

    The words of a phrase of the class ``utuh`` are not read on their own: *rawat jalan* is no road. Words that only
    join are passed over: *perkara yang dilimpahkan* is found as *perkara dilimpahkan*.
    """
    peta = leksikon.medan()
    kata = [k for k in teks.kecil.split() if k not in DILEWATI]
    hasil: set[str] = set()
    utuh_sampai = 0
    for i, k in enumerate(kata):
        for akhir in range(i + 2, min(i + TERPANJANG, len(kata)) + 1):
            kelas = peta.get(" ".join(kata[i:akhir]), ())
            hasil.update(kelas)
            if UTUH in kelas:
                utuh_sampai = max(utuh_sampai, akhir)
        if i >= utuh_sampai:
            hasil.update(_satu(k))
    hasil.discard(UTUH)
    return frozenset(hasil)


def benda_sama(sebutan: Iterable[str], teks: Teks) -> bool:
    """Does one of the names stand for the same thing as something in the text? Fields of work do not count.

    Only the beginning of a name is looked at: *map rekam medis* is a folder, not a medical record.
    """
    peta = leksikon.medan()
    punya: set[str] = set()
    for isi in sebutan:
        kata = isi.split()
        punya.update(_satu(kata[0]))
        for akhir in range(2, min(TERPANJANG, len(kata)) + 1):
            punya.update(peta.get(" ".join(kata[:akhir]), ()))
    return any(k[0] == "=" for k in punya & medan(teks))


def _satu(kata: str) -> tuple[str, ...]:
    """Classes of one word, also without its -nya and its ter- or di-: *tervaksinasinya* is read as *vaksinasi*."""
    jawab = _ingatan.get(kata)
    if jawab is None:
        peta = leksikon.medan()
        dasar = kata[:-3] if kata.endswith("nya") else kata
        bentuk = [kata, dasar]
        bentuk += [dasar[len(a) :] for a in _IMBUHAN if dasar.startswith(a) and len(dasar) - len(a) >= _DASAR_TERPENDEK]
        jawab = next((peta[b] for b in bentuk if b in peta), ())
        if len(_ingatan) < 200_000:
            _ingatan[kata] = jawab
    return jawab
