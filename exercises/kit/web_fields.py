"""The fields of one *soal* as a web form: what to draw, and what a sent form says.

Scene: between the answer file and a page without script. May import: kit, simulator.notebook's pure parts.
Facts: field kinds of exercises/README.md. A value written and read back unchanged is the value; names of controls are
``isian``, ``isian:opsi``, ``isian:baris:kolom`` and ``isian:baris:kolom:opsi`` (ids hold no colon).
Add: a kind is a branch in ``_kirim_satu`` and ``_baca_satu`` and its drawing in templates/soal_isian.html.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exercises.kit.validation import MAX_ROWS, READ_ONLY, answer_fields, empty_value
from simulator.notebook.distribution import OUTSIDE, Share, distribution_html
from simulator.notebook.hints import field_hint
from simulator.notebook.markup import context_html, esc, facts_list, html_table, inline, number_text, simple_markdown
from simulator.notebook.typed import few_and_short, parse_number

#: The ids of rows that a person adds.
ADDED = re.compile(r"b([1-9][0-9]{0,3})")
Sent = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: ``nama`` and ``kode`` as the form sends them."""

    nama: str
    kode: str
    label: str
    terpilih: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One field to draw. ``label``, ``bantuan``, ``konteks`` and ``petunjuk`` are safe HTML; ``teks`` is not HTML."""

    macam: str
    nama: str
    kunci: str
    label: str
    sisipan: str
    wajib: bool
    bantuan: str
    konteks: str
    opsi: tuple[Option, ...]
    teks: str
    contoh: str
    petunjuk: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as a card; ``tambahan``: it may be removed."""

    id: str
    judul: str
    keterangan: str
    sel: tuple[Control, ...]
    tambahan: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table; ``urutan`` lists the added ones. ``batas``: how many may be added, None for none."""

    baris: tuple[Row, ...]
    urutan: str
    batas: int | None

    @property
    def penuh(self) -> bool:
        """No further row may be added."""
        return self.batas is not None and sum(satu.tambahan for satu in self.baris) >= self.batas


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form in its order: a block to read (``html``), a single field, or a table."""

    id: str
    macam: str
    label: str = ""
    bantuan: str = ""
    html: str = ""
    kendali: Control | None = None
    tabel: Table | None = None


# --- what a form sends ---


def as_sent(isian: Mapping[str, Any], nilai: Any) -> dict[str, str]:
    """What an untouched form would send for a stored value; a value of another shape counts as not answered."""
    if isian["jenis"] != "tabel":
        return dict(_kirim_satu(isian, isian["id"], nilai))
    isi = nilai if isinstance(nilai, Mapping) else {}
    tambahan = added_rows(isian, isi)
    hasil = {f"{isian['id']}:": ",".join(tambahan)}
    for baris_id in (*_fixed(isian), *tambahan):
        baris = isi.get(baris_id)
        for kolom in answer_fields({"isian": isian["kolom"]}):
            sel = baris.get(kolom["id"]) if isinstance(baris, Mapping) else None
            hasil |= dict(_kirim_satu(kolom, f"{isian['id']}:{baris_id}:{kolom['id']}", sel))
    return hasil


def _kirim_satu(isian: Mapping[str, Any], nama: str, nilai: Any) -> Iterator[tuple[str, str]]:
    jenis = isian["jenis"]
    if jenis == "pilihan":
        yield nama, nilai if nilai in codes(isian) else ""
    elif jenis == "banyak":
        terpilih = nilai if isinstance(nilai, list) else []
        yield from ((f"{nama}:{kode}", "1") for kode in codes(isian) if kode in terpilih)
    elif jenis == "angka":
        yield nama, "" if nilai is None or isinstance(nilai, (bool, list, dict)) else number_text(nilai)
    else:
        yield nama, nilai if isinstance(nilai, str) else ""


def from_sent(isian: Mapping[str, Any], kiriman: Sent) -> Any:
    """The value that a sent form holds for one field, as the answer file keeps it."""
    if isian["jenis"] != "tabel":
        return _baca_satu(isian, isian["id"], kiriman)
    disebut = kiriman.get(f"{isian['id']}:", "").split(",")
    tambahan = _in_order(satu for satu in disebut if ADDED.fullmatch(satu))[: row_limit(isian) or 0]
    return {
        baris_id: {
            kolom["id"]: _baca_satu(kolom, f"{isian['id']}:{baris_id}:{kolom['id']}", kiriman)
            for kolom in answer_fields({"isian": isian["kolom"]})
        }
        for baris_id in (*_fixed(isian), *tambahan)
    }


def _baca_satu(isian: Mapping[str, Any], nama: str, kiriman: Sent) -> Any:
    jenis = isian["jenis"]
    if jenis == "banyak":
        return [kode for kode in codes(isian) if f"{nama}:{kode}" in kiriman]
    teks = kiriman.get(nama, "").replace("\r\n", "\n").replace("\r", "\n")
    if jenis == "pilihan":
        return teks if teks in codes(isian) else None
    return parse_number(teks) if jenis == "angka" else teks


def digest(nilai: Any) -> str:
    """A short fingerprint, by which a form knows later what it showed."""
    return hashlib.blake2b(json.dumps(nilai, sort_keys=True).encode("utf-8", "replace"), digest_size=8).hexdigest()


# --- rows ---


def row_limit(isian: Mapping[str, Any]) -> int | None:
    """How many rows may be added; None where none may."""
    tambah = isian.get("tambah")
    return min(int(tambah.get("maks") or MAX_ROWS), MAX_ROWS) if tambah else None


def added_rows(isian: Mapping[str, Any], isi: Mapping[str, Any]) -> list[str]:
    """The added rows of a stored table in order, filled up to as many as the table asks for."""
    batas = row_limit(isian)
    if batas is None:
        return []
    ada = _in_order(kunci for kunci in isi if ADDED.fullmatch(str(kunci)))[:batas]
    while len(ada) < int(isian["tambah"].get("min") or 0):
        ada.append(next_row(ada))
    return ada


def next_row(ada: Sequence[str], pernah: str = "") -> str:
    """A row id that was not used: also not by the row that was removed last (``pernah``)."""
    nomor = [int(cocok[1]) for satu in (*ada, pernah) if (cocok := ADDED.fullmatch(satu))]
    return f"b{max(nomor, default=0) + 1}"


def empty_row(isian: Mapping[str, Any]) -> dict[str, Any]:
    """A row in which nothing is filled."""
    return {kolom["id"]: empty_value(kolom) for kolom in answer_fields({"isian": isian["kolom"]})}


def _in_order(daftar: Iterator[str] | Sequence[str]) -> list[str]:
    return sorted(dict.fromkeys(daftar), key=lambda kunci: int(kunci[1:]))


def _fixed(isian: Mapping[str, Any]) -> list[str]:
    return [baris["id"] for baris in isian.get("baris", ())]


def codes(isian: Mapping[str, Any]) -> list[str]:
    """The codes of a choice in the order of the form."""
    return [opsi["kode"] for opsi in isian["opsi"]]


# --- what to draw ---


def parts(soal: Mapping[str, Any], isi: Mapping[str, Any]) -> list[Part]:
    """The whole form of one *soal* for the values it holds."""
    nilai = {isian["id"]: from_sent(isian, as_sent(isian, isi.get(isian["id"]))) for isian in answer_fields(soal)}
    return [_part(nomor, isian, nilai, soal) for nomor, isian in enumerate(soal["isian"])]


def _part(nomor: int, isian: Mapping[str, Any], nilai: Mapping[str, Any], soal: Mapping[str, Any]) -> Part:
    jenis = isian["jenis"]
    if jenis in READ_ONLY:
        return Part(f"bagian-{nomor}", jenis, html=_read_only(isian, nilai, soal))
    bantuan = inline(str(isian.get("bantuan") or ""))
    if jenis == "tabel":
        tabel = _table(nomor, isian, nilai[isian["id"]])
        return Part(isian["id"], jenis, inline(str(isian["label"])), bantuan, tabel=tabel)
    kendali = _control(isian, isian["id"], f"k{nomor}", nilai[isian["id"]], nilai)
    return Part(isian["id"], jenis, kendali=kendali)


def _read_only(isian: Mapping[str, Any], nilai: Mapping[str, Any], soal: Mapping[str, Any]) -> str:
    if isian["jenis"] == "info":
        return f'<div class="bk-info">{simple_markdown(isian.get("teks", ""))}</div>'
    if isian["jenis"] == "data":
        return html_table(isian.get("judul", ""), isian.get("kolom", ()), isian.get("baris", ()))
    return chart(isian, nilai, soal)


def chart(isian: Mapping[str, Any], nilai: Mapping[str, Any], soal: Mapping[str, Any]) -> str:
    """The spread of what is chosen in a table, beside its pattern."""
    tabel = next(satu for satu in soal["isian"] if satu.get("id") == isian["dari"]["tabel"])
    kolom = isian["dari"]["kolom"]
    opsi = next(satu["opsi"] for satu in tabel["kolom"] if satu["id"] == kolom)
    pilihan = [baris.get(kolom) for baris in nilai[tabel["id"]].values()]
    pola, dasar = isian.get("pola") or {}, isian.get("dasar") or {}
    return distribution_html(
        isian.get("judul", "Sebaran"), opsi, pilihan, pola, dasar, isian.get("toleransi_sampai"), gambar=_bars
    )


def _bars(baris: list[Share]) -> str:
    """Bars as a drawing: the web allows no inline style. The same stands in words in the table below."""
    tinggi, lebar, kiri = 34, 400, 150
    isi = []
    for nomor, satu in enumerate(baris):
        atas = nomor * tinggi
        if satu.pita is not None:
            x, panjang = kiri + satu.pita[0] * lebar, max((satu.pita[1] - satu.pita[0]) * lebar, 4)
            isi.append(f'<rect class="sebaran-pita" x="{x:.1f}" y="{atas + 4}" width="{panjang:.1f}" height="26"/>')
        luar = " sebaran-luar" if satu.putusan in OUTSIDE else ""
        panjang = satu.bagian * lebar
        isi.append(
            f'<rect class="sebaran-batang{luar}" x="{kiri}" y="{atas + 10}" width="{panjang:.1f}" height="14"/>'
            f'<text x="{kiri - 8}" y="{atas + 22}" text-anchor="end">{esc(satu.label)}</text>'
            f'<text x="{kiri + lebar + 8}" y="{atas + 22}">{satu.jumlah}</text>'
        )
    return (
        f'<svg class="grafik sebaran" viewBox="0 0 {kiri + lebar + 40} {tinggi * len(baris)}" aria-hidden="true">'
        f'{"".join(isi)}</svg><p class="bk-redup" aria-hidden="true">Batang: jumlah sekarang. '
        "Kotak garis putus: kisaran menurut pola.</p>"
    )


def _table(nomor: int, isian: Mapping[str, Any], nilai: Mapping[str, Any]) -> Table:
    tetap = {baris["id"]: baris for baris in isian.get("baris", ())}
    hasil = []
    for urut, (baris_id, isi) in enumerate(nilai.items(), 1):
        baris = tetap.get(baris_id, {})
        judul = str(baris.get("label") or baris_id) if baris else f"Baris {urut}"
        sel = tuple(
            _control(
                kolom, f"{isian['id']}:{baris_id}:{kolom['id']}", f"k{nomor}-{urut}-{ke}", isi[kolom["id"]], isi, judul
            )
            for ke, kolom in enumerate(answer_fields({"isian": isian["kolom"]}))
        )
        hasil.append(Row(baris_id, inline(judul), facts_list(baris.get("keterangan") or {}), sel, not baris))
    urutan = ",".join(satu.id for satu in hasil if satu.tambahan)
    return Table(tuple(hasil), urutan, row_limit(isian))


def _control(
    isian: Mapping[str, Any], nama: str, kunci: str, nilai: Any, sekitar: Mapping[str, Any], sisipan: str = ""
) -> Control:
    jenis = isian["jenis"]
    opsi: tuple[Option, ...] = ()
    if jenis == "banyak":
        opsi = tuple(
            Option(f"{nama}:{satu['kode']}", "1", str(satu["label"]), satu["kode"] in nilai) for satu in isian["opsi"]
        )
    elif jenis == "pilihan":
        opsi = tuple(Option(nama, satu["kode"], str(satu["label"]), satu["kode"] == nilai) for satu in isian["opsi"])
        if few_and_short([satu.label for satu in opsi]) and not sisipan:
            jenis = "radio"
    konteks = isian.get("konteks")
    return Control(
        jenis, nama, kunci, inline(str(isian["label"])), sisipan, isian.get("wajib", True) is not False,
        inline(str(isian.get("bantuan") or "")), context_html(konteks) if konteks else "", opsi,
        dict(_kirim_satu(isian, nama, nilai)).get(nama, ""), str(isian.get("contoh", "")),
        field_hint(isian, nilai, sekitar),
    )  # fmt: skip


def hints(daftar: Sequence[Part], isian: Sequence[str]) -> dict[str, str]:
    """{key: HTML} of what follows the typing, for the named fields: hints below controls, and every chart."""
    hasil = {}
    for satu in daftar:
        if satu.macam == "distribusi":
            hasil[satu.id] = satu.html
        elif satu.id in isian:
            kendali = [satu.kendali] if satu.kendali else [sel for baris in satu.tabel.baris for sel in baris.sel]  # type: ignore[union-attr]
            hasil |= {k.kunci: k.petunjuk for k in kendali if k.macam in ("teks", "uraian", "angka")}
    return hasil
