"""Two windows on one field: what each of them changed is kept; where both changed the same, neither wins unasked.

Scene: between what a form holds (a page of the office, a notebook) and the answer file. May import: kit's pure parts,
simulator.domain. Facts: what two windows can disagree about is one field, and in a table one cell; a row that only one
of them has is new there, or was removed here.
Add: nothing about one kind of field; those are web_fields.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from exercises.kit.web_fields import ADDED, as_sent, digest, empty_row, from_sent, row_limit
from simulator.domain.errors import StatusTidakSesuai

#: What a window showed: {isian: fingerprint}, for a table {isian: {row: {column: fingerprint}}}.
Seen = str | dict[str, dict[str, str]]


class JawabanSudahBerubah(StatusTidakSesuai):
    """The same field was changed in another window since this one showed it."""

    kode_bawaan = "jawaban-sudah-berubah"


class Clash(NamedTuple):
    """Where two windows disagree; ``baris`` and ``kolom`` are empty outside tables, ``isi`` is what the file holds."""

    baris: str
    kolom: str
    isi: Any


def canonical(isian: Mapping[str, Any], nilai: Any) -> Any:
    """A stored value as every form of this field would hold it."""
    return from_sent(isian, as_sent(isian, nilai))


def seen(isian: Mapping[str, Any], nilai: Any) -> Seen:
    """What a window that shows this value has seen."""
    if isian["jenis"] != "tabel":
        return digest(nilai)
    return {baris: {kolom: digest(isi) for kolom, isi in sel.items()} for baris, sel in nilai.items()}


def merge(
    isian: Mapping[str, Any], dilihat: Any, kini: Any, baru: Any, ditulis: Any = None
) -> tuple[Any, tuple[Clash, ...]]:
    """(what to write, where both changed the same); in a clash what is to be written is ``baru``'s.

    ``dilihat``: what the window showed (``seen``), ``kini``: what the file holds, ``baru``: what the window holds now,
    both canonical; ``ditulis``: what this window wrote last, which is no surprise to itself.
    """
    if isian["jenis"] != "tabel":
        return _cell("", "", dilihat, kini, baru, ditulis)
    lihat, tulis = (satu if isinstance(satu, Mapping) else {} for satu in (dilihat, ditulis))
    kosong = empty_row(isian)
    hasil: dict[str, Any] = {}
    bentrok: list[Clash] = []
    for baris in sorted({**kini, **baru}, key=_place(isian)):
        satu, lain = _row(baris, lihat.get(baris), kini.get(baris), baru.get(baris), tulis.get(baris), kosong)
        bentrok += lain
        if satu is not None:
            hasil[baris] = satu
    batas = row_limit(isian)
    if batas is not None and sum(ADDED.fullmatch(baris) is not None for baris in hasil) > batas:
        return baru, (Clash("", "", None),)
    return hasil, tuple(bentrok)


def _cell(baris: str, kolom: str, dilihat: Any, kini: Any, baru: Any, ditulis: Any) -> tuple[Any, tuple[Clash, ...]]:
    sidik = digest(kini)
    if sidik in (dilihat, ditulis, digest(baru)):
        return baru, ()
    return (kini, ()) if digest(baru) == dilihat else (baru, (Clash(baris, kolom, kini),))


def _row(
    baris: str, dilihat: Any, kini: Any, baru: Any, ditulis: Any, kosong: dict[str, Any]
) -> tuple[Any, tuple[Clash, ...]]:
    """One row of a table; None: there is none."""
    lihat, tulis = (satu if isinstance(satu, Mapping) else None for satu in (dilihat, ditulis))
    if lihat is None and tulis is None and kini is not None and baru is not None:  # both have added it
        if kini in (kosong, baru):
            return baru, ()
        return (kini, ()) if baru == kosong else (baru, (Clash(baris, "", kini),))
    if kini is None or baru is None:
        ada = kini if baru is None else baru
        if lihat is None and tulis is None:
            return ada, ()  # added in one of them
        sama = {kolom: digest(isi) for kolom, isi in ada.items()} in (lihat, tulis)
        return baru if baru is None or not sama else None, () if sama else (Clash(baris, "", kini),)
    hasil: dict[str, Any] = {}
    bentrok: tuple[Clash, ...] = ()
    for kolom, isi in baru.items():
        hasil[kolom], lain = _cell(
            baris, kolom, (lihat or {}).get(kolom), kini.get(kolom), isi, (tulis or {}).get(kolom)
        )
        bentrok += lain
    return hasil, bentrok


def _place(isian: Mapping[str, Any]) -> Any:
    tetap = {baris["id"]: nomor for nomor, baris in enumerate(isian.get("baris", ()))}
    return lambda baris: (0, tetap[baris]) if baris in tetap else (1, int(baris[1:]))


def undisputed(hasil: Any, bentrok: tuple[Clash, ...]) -> Any:
    """What may be written meanwhile: a table with the disputed cells as they are; None where that cannot be said."""
    if not all(satu.kolom for satu in bentrok):
        return None
    tetap = {(satu.baris, satu.kolom): satu.isi for satu in bentrok}
    return {
        baris: {kolom: tetap.get((baris, kolom), isi) for kolom, isi in sel.items()} for baris, sel in hasil.items()
    }


# --- in words ---


def changed_elsewhere(isian: Mapping[str, Any], bentrok: tuple[Clash, ...], tombol: str) -> JawabanSudahBerubah:
    """What to tell; ``tombol``: what to press where this window's text is to stand."""
    di = [_where(isian, satu) for satu in bentrok if satu.baris]
    teks = _words(isian, bentrok[0].isi) if not di else ""
    letak = f" ({'; '.join(di[:3])}{'; dan lainnya' if len(di) > 3 else ''})" if di else ""
    return JawabanSudahBerubah(
        f"Isian “{isian['label']}”{letak} sudah Anda ubah di tab, peramban, atau lembar lain sesudah halaman ini "
        f"dibuka.{f' Isinya sekarang: “{teks}”.' if teks else ''} Tulisan Anda di sini tidak hilang: bandingkan, lalu "
        f"tekan {tombol} bila yang ini yang dipakai."
    )


def _where(isian: Mapping[str, Any], satu: Clash) -> str:
    label = next((str(b.get("label") or b["id"]) for b in isian.get("baris", ()) if b["id"] == satu.baris), "")
    kolom = next((k for k in isian["kolom"] if k.get("id") == satu.kolom), None)
    baris = f"baris “{label:.80}”" if label else "baris tambahan"
    if kolom is None:
        return baris
    isi = _words(kolom, satu.isi)
    return f"{baris}, “{kolom['label']}”{f': sekarang “{isi}”' if isi else ''}"


def _words(isian: Mapping[str, Any], isi: Any) -> str:
    """A value as it reads; "" where it is empty or too much for a sentence."""
    if isian["jenis"] == "pilihan":
        return next((str(satu["label"]) for satu in isian["opsi"] if satu["kode"] == isi), "")
    return f"{isi:.200}" if isinstance(isi, str) else ""
