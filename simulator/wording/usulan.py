"""One or two result-worded proposals built from the statement's own object: a start, never the answer.

Scene: shown beside an *aktivitas* finding. Imports leksikon, morfologi, orientasi. Facts: lexicon/usulan.tsv.
Add: a verb or process in the row of its result form.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from simulator.wording import leksikon
from simulator.wording.morfologi import pangkal
from simulator.wording.teks import Teks

if TYPE_CHECKING:
    from simulator.wording.bahan import Bahan

_PENGANTAR = frozenset(
    ("melaksanakan", "pelaksanaan", "melakukan", "menyelenggarakan", "penyelenggaraan", "mengadakan", "kegiatan")
)


@cache
def _bentuk_hasil() -> dict[str, str]:
    peta: dict[str, str] = {}
    for hasil, daftar, _ in leksikon.baris("usulan"):
        for kata in daftar:
            peta.setdefault(kata, hasil)
            peta.setdefault("~" + pangkal(kata), hasil)
    return peta


def bentuk_hasil(kata: str) -> str:
    """The result form of a verb or process word (*menyusun* → *tersusunnya*), or an empty string."""
    peta = _bentuk_hasil()
    return peta.get(kata) or peta.get("~" + pangkal(kata), "")


def usulkan(b: Bahan) -> tuple[str, ...]:
    """Proposals for a statement that names an activity; nothing for the others."""
    if b.putusan.label != "aktivitas" or not b.teks.kata:
        return ()
    i = b.putusan.awal
    if b.putusan.sebab in ("kegiatan-dihitung", "keikutsertaan"):
        acara = _ekor(b.teks, b.putusan.akhir)
        return (
            f"Jumlah rekomendasi hasil {acara} yang ditindaklanjuti",
            f"Persentase tindak lanjut hasil {acara} yang selesai",
        )
    i = _lewati_pengantar(b.teks, i)
    hasil = bentuk_hasil(b.teks.kata[i])
    objek = _ekor(b.teks, i + 1) if hasil else _ekor(b.teks, i)
    if not objek:
        objek = "… (sebutkan objeknya)"
    hasil = hasil or "terlaksananya"
    if b.ukuran is None:
        return (
            f"{hasil.capitalize()} {objek}",
            f"IKI: Jumlah {objek} yang {_kata_sifat(hasil)} (kuantitas); ketepatan waktu {objek} (waktu)",
        )
    return (f"Jumlah {objek} yang {_kata_sifat(hasil)}", f"Persentase {objek} yang {_kata_sifat(hasil)} tepat waktu")


def _lewati_pengantar(teks: Teks, i: int) -> int:
    """*Melaksanakan penyusunan laporan*: the second word names the work."""
    while (
        teks.kata[i] in _PENGANTAR
        and i + 1 < len(teks.kata)
        and (bentuk_hasil(teks.kata[i + 1]) and teks.gol[i + 1] in ("proses", "kegiatan", "layanan"))
    ):
        i += 1
    return i


def _kata_sifat(hasil: str) -> str:
    return hasil.removesuffix("nya")


def _ekor(teks: Teks, mulai: int) -> str:
    ekor = teks.ekor(mulai).strip(" .;,:")
    if ekor.isupper() and len(ekor) > 8:
        ekor = ekor.lower()
    return ekor[:140]
