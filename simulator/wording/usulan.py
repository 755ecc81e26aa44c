"""One or two result-worded proposals built from the statement's own object: a start, never the answer.

Scene: shown beside an *aktivitas* finding. Imports leksikon, morfologi, orientasi. Facts: lexicon/usulan.tsv.
Add: a verb or process in the row of its result form.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from simulator.wording import leksikon
from simulator.wording.pangkal import pangkal
from simulator.wording.teks import Teks

if TYPE_CHECKING:
    from simulator.wording.bahan import Bahan

TANPA_OBJEK = "… (sebutkan objeknya)"
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
    if b.putusan.sebab in ("kegiatan-dihitung", "keikutsertaan"):
        acara = _ekor(b.teks, b.putusan.akhir).removesuffix(" yang dilaksanakan").removesuffix(" yang diikuti")
        return (
            f"Jumlah rekomendasi hasil {acara} yang ditindaklanjuti",
            f"Persentase tindak lanjut hasil {acara} yang selesai",
        )
    i = _lewati_pengantar(b.teks, b.putusan.awal)
    hasil, objek = _bagian(b.teks, i)
    selesai, _, tambahan = hasil.partition(" ")
    objek = f"{tambahan} {objek}".strip()
    sifat = selesai.removesuffix("nya")
    if b.ukuran is None:
        return (
            f"{selesai.capitalize()} {objek}",
            f"IKI: Jumlah {objek} yang {sifat} (kuantitas); ketepatan waktu {objek} (waktu)",
        )
    return (f"Jumlah {objek} yang {sifat}", f"Persentase {objek} yang {sifat} tepat waktu")


def _bagian(teks: Teks, i: int) -> tuple[str, str]:
    """The result form and the object it is said of. A verb nobody listed still leaves its object behind."""
    kata = teks.kata[i]
    hasil = bentuk_hasil(kata)
    if " " in hasil and not kata.startswith("me"):
        # *Koordinasi pengendalian inflasi*: the meeting stays in the object, only its yield is put in front.
        return hasil, f"{kata[3:]} {_ekor(teks, i + 1)}".strip() if kata.startswith("ber") else _ekor(teks, i)
    if hasil:
        return hasil, _ekor(teks, i + 1) or TANPA_OBJEK
    if teks.gol[i] in ("verba", "verba-ubah"):
        return "terselesaikannya", _ekor(teks, i + 1) or TANPA_OBJEK
    return "terlaksananya", _ekor(teks, i) or TANPA_OBJEK


def _lewati_pengantar(teks: Teks, i: int) -> int:
    """*Melaksanakan penyusunan laporan*: the second word names the work."""
    while (
        teks.kata[i] in _PENGANTAR
        and i + 1 < len(teks.kata)
        and (bentuk_hasil(teks.kata[i + 1]) and teks.gol[i + 1] in ("proses", "kegiatan", "layanan"))
    ):
        i += 1
    return i


def _ekor(teks: Teks, mulai: int) -> str:
    """The object in its own words, without a closing degree (*dengan baik*)."""
    akhir = len(teks.kata) - 1
    while akhir >= mulai and teks.gol[akhir] == "tanda":
        akhir -= 1
    if (
        akhir > mulai
        and teks.kata[akhir] in leksikon.kelompok("derajat", "samar", "samar-lemah")
        and teks.kata[akhir - 1] in ("dengan", "secara")
    ):
        akhir -= 2
    if mulai > akhir:
        return ""
    ekor = teks.kutip(mulai, akhir)
    if ekor.isupper() and len(ekor) > 8:
        ekor = ekor.lower()
    elif mulai == 0 and ekor[1:2].islower():
        ekor = ekor[0].lower() + ekor[1:]
    return ekor[:140]
