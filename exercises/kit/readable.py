"""An answer as a page to read: for graders in formgrader, for feedback, for the participant's own record.

Scene: wherever an answer is looked at but not changed. May import: kit, simulator.notebook.markup.
Facts: none; it shows what was answered, escaped, in the order of the form.
Add: a kind of field as one entry in _SHOW.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from exercises.kit.validation import answer_fields, validate
from simulator.notebook.markup import esc, facts_list, number_text, plain_block, simple_markdown

_EMPTY = '<em class="bk-kosong">belum dijawab</em>'
STYLE = """<style>
.bk-baca{font:15px/1.5 system-ui,sans-serif;color:#1b2a3a;max-width:60rem}
.bk-baca dt{font-weight:600;margin-top:.7em}.bk-baca dd{margin:.15em 0 0 0}
.bk-baca table{border-collapse:collapse;width:100%;margin:.4em 0}
.bk-baca th,.bk-baca td{border:1px solid #b8c4d0;padding:.35em .6em;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
.bk-baca thead th{background:#eef3f8}.bk-baca .bk-gulir{overflow-x:auto}
.bk-baca .bk-teks{white-space:pre-wrap;overflow-wrap:anywhere}
.bk-baca .bk-kosong{color:#6a4b00}.bk-baca .bk-fakta{font-size:.9em;color:#44566a;margin:0}
</style>"""


def answer_html(tampilan: Mapping[str, Any], soal_id: str, answer: Any) -> str:
    """The answer to one *soal* as HTML, everything escaped. ``answer`` is the whole answer, {soal: {isian: value}}.

    Malformed values show as unanswered with the reason, so that a grader sees what was set aside.
    """
    soal = tampilan["soal"][soal_id]
    clean, problems = validate(answer, tampilan)
    isi = "".join(_field(isian, clean[soal_id][isian["id"]]) for isian in answer_fields(soal))
    catatan = "".join(f"<li>{esc(satu.pesan)}</li>" for satu in problems if satu.soal == soal_id)
    if catatan:
        catatan = f'<p role="note">Tidak terbaca dan belum dinilai:</p><ul>{catatan}</ul>'
    return (
        f'{STYLE}<section class="bk-baca" aria-label="Jawaban: {esc(soal["judul"])}"><dl>{isi}</dl>{catatan}</section>'
    )


def question_html(tampilan: Mapping[str, Any], soal_id: str) -> str:
    """The introduction of one *soal*, for pages that show question and answer together."""
    soal = tampilan["soal"][soal_id]
    return f"<h3>{esc(soal['judul'])}</h3>{simple_markdown(soal.get('pengantar', ''))}"


def _field(isian: Mapping[str, Any], nilai: Any) -> str:
    konteks = plain_block(isian["konteks"]) if isinstance(isian.get("konteks"), str) else ""
    return f"<dt>{esc(isian['label'])}</dt><dd>{konteks}{value_html(isian, nilai)}</dd>"


def value_html(isian: Mapping[str, Any], nilai: Any) -> str:
    """One validated value as HTML."""
    return _SHOW[isian["jenis"]](isian, nilai)


def _choice(isian: Mapping[str, Any], nilai: Any) -> str:
    return esc(_labels(isian)[nilai]) if nilai is not None else _EMPTY


def _choices(isian: Mapping[str, Any], nilai: Any) -> str:
    label = _labels(isian)
    return f"<ul>{''.join(f'<li>{esc(label[kode])}</li>' for kode in nilai)}</ul>" if nilai else _EMPTY


def _text(isian: Mapping[str, Any], nilai: Any) -> str:
    return plain_block(nilai) if nilai.strip() else _EMPTY


def _number(isian: Mapping[str, Any], nilai: Any) -> str:
    return esc(number_text(nilai)) if nilai is not None else _EMPTY


def _table(isian: Mapping[str, Any], nilai: Any) -> str:
    kolom = answer_fields({"isian": isian["kolom"]})
    tetap = {baris["id"]: baris for baris in isian.get("baris", ())}
    baris_html = []
    for nomor, (baris_id, baris) in enumerate(nilai.items(), 1):
        tanda = tetap.get(baris_id, {})
        nama = esc(tanda.get("label") or f"Baris tambahan {nomor - len(tetap)}")
        sel = "".join(f"<td>{value_html(satu, baris[satu['id']])}</td>" for satu in kolom)
        baris_html.append(f'<tr><th scope="row">{nama}{facts_list(tanda.get("keterangan") or {})}</th>{sel}</tr>')
    if not baris_html:
        return _EMPTY
    kepala = "".join(f'<th scope="col">{esc(satu["label"])}</th>' for satu in kolom)
    return (
        f'<div class="bk-gulir"><table><thead><tr><th scope="col">{esc(isian["label"])}</th>{kepala}</tr></thead>'
        f"<tbody>{''.join(baris_html)}</tbody></table></div>"
    )


def _labels(isian: Mapping[str, Any]) -> dict[str, str]:
    return {opsi["kode"]: opsi["label"] for opsi in isian["opsi"]}


_SHOW: dict[str, Callable[[Mapping[str, Any], Any], str]] = {
    "pilihan": _choice,
    "banyak": _choices,
    "teks": _text,
    "uraian": _text,
    "angka": _number,
    "tabel": _table,
}
