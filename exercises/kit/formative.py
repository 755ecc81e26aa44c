"""Periksa: what a participant can still improve, without touching a key.

Scene: the button beside the form; friendly, never a mark. May import: kit, simulator.notebook, rules, wording (late).
Facts: it looks at what the form itself declares: required fields, ``min_kata``, ``petunjuk`` and ``periksa``.
Add: a named check is one function in _CHECKS and its row in exercises/README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exercises.kit.answers import answered
from exercises.kit.progress import required, row_filled
from exercises.kit.validation import answer_fields, validate
from simulator.notebook.distribution import OUTSIDE, spread
from simulator.notebook.hints import context_of, count_words, smart_findings

_MAX_ROWS_NAMED = 4


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at again, at one field ("" for the whole question)."""

    soal: str
    isian: str
    label: str
    pesan: str


def remarks(answer: Mapping[str, Any], tampilan: Mapping[str, Any]) -> tuple[Remark, ...]:
    """Everything worth a second look, in the order of the form."""
    clean, problems = validate(answer, tampilan)
    hasil = []
    for soal_id, soal in tampilan["soal"].items():
        for asli in answer_fields(soal):
            isian = with_inherited(asli, soal)
            nama = isian["id"]
            tidak_terbaca = [satu.pesan for satu in problems if satu.soal == soal_id and satu.isian == nama]
            pesan = tidak_terbaca or list(_field_remarks(isian, clean[soal_id][nama], clean[soal_id]))
            hasil += [Remark(soal_id, nama, str(isian["label"]), satu) for satu in pesan]
        hasil += [Remark(soal_id, nama, label, satu) for nama, label, satu in _spread_remarks(soal, clean[soal_id])]
    return tuple(hasil)


def with_inherited(isian: Mapping[str, Any], soal: Mapping[str, Any]) -> Mapping[str, Any]:
    """The field with those checks of its question (``periksa`` on the *soal*) that suit its kind."""
    umum = [satu for satu in soal.get("periksa", ()) if isian["jenis"] in KINDS.get(str(satu).partition(":")[0], ())]
    return {**isian, "periksa": [*umum, *isian.get("periksa", ())]} if umum else isian


def _field_remarks(isian: Mapping[str, Any], nilai: Any, sekitar: Mapping[str, Any]) -> Iterator[str]:
    if isian["jenis"] == "tabel":
        yield from _table_remarks(isian, nilai)
    else:
        yield from _value_remarks(isian, nilai, sekitar)
    for nama, rincian in _declared(isian):
        if nama not in _PER_VALUE:
            yield from _CHECKS[nama](isian, nilai, rincian)


def _value_remarks(isian: Mapping[str, Any], nilai: Any, sekitar: Mapping[str, Any]) -> Iterator[str]:
    """Remarks on one value, in a table cell or on its own; ``sekitar``: the values of its row or question."""
    dinyatakan = dict(_declared(isian))
    if not answered({"nilai": nilai}):
        if required(isian) or "wajib" in dinyatakan:
            yield "Belum diisi."
        return
    kurang = int(isian.get("min_kata") or 0) - count_words(nilai) if isian["jenis"] == "uraian" else 0
    if kurang > 0:
        yield f"Baru {count_words(nilai)} kata; paling sedikit {isian['min_kata']}. Tambahkan alasan atau contoh."
    if isian.get("petunjuk") == "smart" or "smart" in dinyatakan:
        yield from _smart(isian, nilai, sekitar)
    if "nama_bukti" in dinyatakan:
        yield from _evidence_name(nilai)


def _table_remarks(isian: Mapping[str, Any], nilai: Mapping[str, Any]) -> Iterator[str]:
    tetap = {baris["id"]: str(baris.get("label") or baris["id"]) for baris in isian.get("baris", ())}
    nama = {kunci: tetap.get(kunci) or f"Baris {nomor}" for nomor, kunci in enumerate(nilai, 1)}
    kosong = [nama[kunci] for kunci, baris in nilai.items() if required(isian) and not row_filled(baris, isian)]
    if kosong:
        lebih = f", dan {len(kosong) - _MAX_ROWS_NAMED} baris lain" if len(kosong) > _MAX_ROWS_NAMED else ""
        yield f"{len(kosong)} baris belum lengkap: {'; '.join(kosong[:_MAX_ROWS_NAMED])}{lebih}."
    diminta = int((isian.get("tambah") or {}).get("min") or 0)
    ada = len(nilai) - len(tetap)
    if ada < diminta:
        yield f"Baru {ada} baris terisi; paling sedikit {diminta}."
    for kunci, baris in nilai.items():
        for kolom in answer_fields({"isian": isian["kolom"]}):
            isi = baris[kolom["id"]]
            if answered({"nilai": isi}):
                yield from (f"{nama[kunci]}, {kolom['label']}: {pesan}" for pesan in _value_remarks(kolom, isi, baris))


def _declared(isian: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The checks a field asks for, as (name, detail): "min_baris:3" is ("min_baris", "3")."""
    for satu in isian.get("periksa", ()):
        nama, _, rincian = str(satu).partition(":")
        if isian["jenis"] in KINDS.get(nama, ()):
            yield nama, rincian


def _smart(isian: Mapping[str, Any], nilai: str, sekitar: Mapping[str, Any]) -> Iterator[str]:
    temuan = smart_findings(nilai, context_of(isian, sekitar))
    if temuan is None:
        yield "Kalimatnya masih terlalu pendek untuk dibaca sebagai pernyataan."
        return
    for satu in temuan:
        kutipan = f"“{satu.kutipan}”: " if satu.kutipan and satu.kutipan not in satu.pesan else ""
        yield f"{kutipan}{satu.pesan} {satu.saran}".strip()


def _evidence_name(nilai: str) -> Iterator[str]:
    from simulator.rules.nama_bukti import periksa_nama

    for temuan in periksa_nama(nilai.strip()):
        yield temuan.pesan


def _min_rows(isian: Mapping[str, Any], nilai: Mapping[str, Any], rincian: str) -> Iterator[str]:
    terisi = sum(row_filled(baris, isian) for baris in nilai.values())
    if terisi < int(rincian):
        yield f"Baru {terisi} baris lengkap; paling sedikit {rincian}."


def _quadrant(isian: Mapping[str, Any], nilai: Mapping[str, Any], rincian: str) -> Iterator[str]:
    """The kuadran is law and on the form, so it gives no key away: ratings and predikat must agree."""
    from simulator.domain.penilaian import Predikat, Rating
    from simulator.rules.kuadran import tetapkan_predikat

    hasil, perilaku, predikat = (rincian or "rating_hasil,rating_perilaku,predikat").split(",")
    nama = {baris["id"]: str(baris.get("label") or baris["id"]) for baris in isian.get("baris", ())}
    for kunci, baris in nilai.items():
        if not all(baris.get(satu) for satu in (hasil, perilaku, predikat)):
            continue
        menurut = tetapkan_predikat(Rating.dari(baris[hasil]), Rating.dari(baris[perilaku]))
        if Predikat.dari(baris[predikat]) is not menurut:
            yield f"{nama.get(kunci, kunci)}: predikat tidak sesuai kuadran untuk kedua rating yang Anda pilih."


def _spread_remarks(soal: Mapping[str, Any], isi: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """A distribution outside its pattern, as the chart shows it; allowed with a reason, so it is only pointed at."""
    for sebaran in soal["isian"]:
        if sebaran["jenis"] != "distribusi":
            continue
        tabel, kolom = sebaran["dari"]["tabel"], sebaran["dari"]["kolom"]
        isian = next(satu for satu in soal["isian"] if satu.get("id") == tabel)
        opsi = next(satu["opsi"] for satu in isian["kolom"] if satu["id"] == kolom)
        pilihan = [baris.get(kolom) for baris in isi.get(tabel, {}).values()]
        if None in pilihan or not pilihan:
            continue  # a spread of half the people says nothing yet
        pola, dasar, batas = sebaran.get("pola") or {}, sebaran.get("dasar") or {}, sebaran.get("toleransi_sampai")
        for satu in spread(opsi, pilihan, pola, dasar, batas):
            if satu.putusan in OUTSIDE:
                pesan = (
                    f"{satu.label} ada {satu.jumlah} orang, di luar kisaran pola. Lihat grafik sebaran; "
                    "penyimpangan boleh, asalkan ada alasannya."
                )
                yield tabel, str(isian["label"]), pesan


_PER_VALUE = ("wajib", "smart", "nama_bukti")
# Named checks and the kinds of field they suit; the build refuses any other use.
KINDS: dict[str, tuple[str, ...]] = {
    "wajib": ("pilihan", "banyak", "teks", "uraian", "angka"),
    "smart": ("teks", "uraian"),
    "nama_bukti": ("teks",),
    "min_baris": ("tabel",),
    "kuadran": ("tabel",),
}
_CHECKS: dict[str, Callable[[Mapping[str, Any], Any, str], Iterator[str]]] = {
    "min_baris": _min_rows,
    "kuadran": _quadrant,
}
