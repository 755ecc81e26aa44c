"""Help that follows the typing: word count, and what the wording engine sees in a statement.

Scene: below a field, while the participant writes; it teaches and never grades. May import: simulator.wording (late).
Facts: findings come from the wording engine as they are.
Add: a kind of hint as one function, called by the field that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.notebook.markup import esc

MAX_TEXT = 20_000
_WORD = re.compile(r"\w+(?:[-'’/]\w+)*")
_MIN_WORDS_FOR_HINT = 3
_NOT_A_NUMBER = '<p class="bk-awas" role="alert">Belum terbaca sebagai angka. Tulis angkanya saja, misalnya 12,5.</p>'
_MAX_SHOWN = 4
# What a target settles is not asked of the indicator alone: the target has a field of its own.
_NEEDS_TARGET = ("tanpa-target", "tanpa-waktu")
_SIBLINGS = ("aspek", "target", "satuan", "rhk")
_KNOWN = ("jenis_pernyataan", "rhk", "rhk_atasan", "aspek", "target", "satuan", "jabatan", "konteks")


def field_hint(isian: Mapping[str, Any], nilai: Any, tetangga: Mapping[str, Any]) -> str:
    """What stands below one field for what it holds now; ``tetangga``: the values around it. "" for none."""
    if isian["jenis"] == "angka":
        return _NOT_A_NUMBER if isinstance(nilai, str) else ""
    if isian["jenis"] not in ("teks", "uraian"):
        return ""
    kata = words_line(count_words(nilai), int(isian.get("min_kata") or 0)) if isian["jenis"] == "uraian" else ""
    panjang = length_line(nilai)
    if panjang or isian.get("petunjuk") != "smart":
        return kata + panjang
    return kata + smart_hint(nilai, context_of(isian, tetangga))


def count_words(teks: str) -> int:
    """Words as people count them; numbers count, punctuation does not."""
    return len(_WORD.findall(teks))


def length_line(teks: str) -> str:
    """A warning once a text is longer than can be graded; "" otherwise."""
    if len(teks) <= MAX_TEXT:
        return ""
    banyak, batas = (f"{angka:,}".replace(",", ".") for angka in (len(teks), MAX_TEXT))
    return f'<p class="bk-awas" role="alert">Teks ini {banyak} huruf; paling panjang {batas}. Ringkas dahulu.</p>'


def words_line(jumlah: int, paling_sedikit: int) -> str:
    """How many words there are, and how many are asked for."""
    if not paling_sedikit:
        return f'<p class="bk-hitung">{jumlah} kata</p>'
    cukup = jumlah >= paling_sedikit
    tanda = "✔ " if cukup else ""
    kelas = "bk-hitung bk-baik" if cukup else "bk-hitung"
    return f'<p class="{kelas}">{tanda}{jumlah} kata (paling sedikit {paling_sedikit})</p>'


def context_of(isian: Mapping[str, Any], tetangga: Mapping[str, Any]) -> dict[str, Any]:
    """What is known around a statement: what the case says, and what the neighbouring fields hold by now.

    Neighbours are columns called aspek, target, satuan, rhk, or fields that share the part before the last underscore:
    ``i1_indikator`` reads ``i1_aspek`` and ``i1_target``.
    """
    konteks = dict(isian.get("petunjuk_konteks") or {})
    awal, garis, _ = str(isian["id"]).rpartition("_")
    for nama in _SIBLINGS:
        nilai = tetangga.get(f"{awal}{garis}{nama}")
        if isinstance(nilai, str) and nilai.strip():
            konteks[nama] = nilai.strip()
    return konteks


def smart_findings(teks: str, konteks: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Findings of the wording engine; None when there is too little text to speak of."""
    if count_words(teks) < _MIN_WORDS_FOR_HINT:
        return None
    # The lexicon is read on first use only: a form without hints does not pay for it.
    from simulator.wording import periksa
    from simulator.wording.pernyataan import Pernyataan

    dikenal = {nama: konteks[nama] for nama in _KNOWN if konteks.get(nama)}
    hasil = periksa(Pernyataan(teks=teks, **dikenal))
    return tuple(satu for satu in hasil.temuan if dikenal.get("target") or satu.kode not in _NEEDS_TARGET)


def smart_hint(teks: str, konteks: Mapping[str, Any]) -> str:
    """What the wording engine sees, as a short list that quotes the words concerned."""
    temuan = smart_findings(teks, konteks)
    if temuan is None:
        return ""
    if not temuan:
        return '<p class="bk-baik">✔ Susunan kalimat sudah baik.</p>'
    butir = "".join(f"<li>{finding_html(satu)}</li>" for satu in temuan[:_MAX_SHOWN])
    lebih = len(temuan) - _MAX_SHOWN
    sisa = f"<li>dan {lebih} saran lain</li>" if lebih > 0 else ""
    return f'<ul class="bk-saran" aria-label="Saran penulisan">{butir}{sisa}</ul>'


def finding_html(temuan: Any) -> str:
    """One wording finding: the words it rests on, what it says, how to mend it."""
    # Many sentences quote the words themselves; they are then not said twice.
    kutipan = f"<q>{esc(temuan.kutipan)}</q>: " if temuan.kutipan and temuan.kutipan not in temuan.pesan else ""
    saran = f' <span class="bk-redup">{esc(temuan.saran)}</span>' if temuan.saran else ""
    return f"{kutipan}{esc(temuan.pesan)}{saran}"
