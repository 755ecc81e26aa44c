"""What the words of a notebook put on the page: sentences and small pieces of HTML.

Scene: session.py decides, this file says it. May import: kit, simulator.notebook.markup, IPython (when called).
Facts: none. Everything from people or files is escaped.
Add: a message as one function that returns HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from exercises.kit.finding import Finding
from exercises.kit.formative import Remark
from exercises.kit.grading import DINILAI, GALAT_PEMERIKSA, KOSONG, MENUNGGU, TIDAK_TERBACA, ExerciseResult
from exercises.kit.readable import answer_html
from exercises.kit.submission import Sent
from exercises.kit.wib import jam_wib
from simulator.notebook.markup import esc, number_text

_BOX = "border-left:4px solid {warna};background:{latar};padding:8px 14px;margin:8px 0;line-height:1.5"
_CALM = _BOX.format(warna="#0b5563", latar="#e9f3f5")
_WARN = _BOX.format(warna="#a8480b", latar="#fff4e5")
_GOOD = _BOX.format(warna="#1d6330", latar="#eaf5ec")
# A long table is entered at the first cell that must be filled and is not; the first line of a list is "pilih".
_STILL_EMPTY = (
    "function(k){return k.querySelector('.bk-wajib')&&!Array.from(k.querySelectorAll('textarea,input,select'))"
    ".some(function(s){return /checkbox|radio/.test(s.type)?s.checked:s.selectedIndex===undefined?s.value.trim()"
    ":s.selectedIndex!==0})}"
)
_STATUS = {
    DINILAI: "",
    KOSONG: "Soal ini belum dijawab.",
    MENUNGGU: "Soal ini dinilai oleh instruktur.",
    TIDAK_TERBACA: "Sebagian jawaban tidak terbaca; bagian itu belum dinilai dan tidak dianggap salah.",
    GALAT_PEMERIKSA: "Pemeriksa latihan ini gagal. Nilai belum ada; instruktur perlu memperbaiki dan menilai ulang.",
}


def show(isi: str, data: Mapping[str, Any] | None = None) -> None:
    """Display HTML, and with it JSON for the page's bar."""
    from IPython.display import display

    bundel: dict[str, Any] = {"text/html": isi}
    if data is not None:
        bundel["application/json"] = dict(data)
    display(bundel, raw=True)


def show_data(data: Any) -> None:
    """Display JSON that only the page's bar reads."""
    from IPython.display import display

    display({"application/json": data}, raw=True)


def show_widget(widget: Any) -> None:
    """Display a widget."""
    from IPython.display import display

    display(widget)


def broken_file(nama: str) -> str:
    """A broken answer file was found and put aside."""
    return (
        f'<div role="alert" style="{_WARN}"><strong>Berkas jawaban sebelumnya rusak.</strong> Isinya disimpan sebagai '
        f"<code>{esc(nama)}</code> di folder latihan ini. Formulir dimulai dari awal; tunjukkan berkas itu kepada "
        "instruktur bila isinya masih diperlukan.</div>"
    )


def handed_in(nomor: int, waktu: datetime, disimpan: str) -> str:
    """The last submission, seen on opening."""
    berubah = _later(disimpan, waktu)
    lanjut = (
        " Jawaban berubah setelah itu: kumpulkan lagi bila sudah selesai."
        if berubah
        else " Anda masih boleh memperbaiki dan mengumpulkan lagi."
    )
    gaya = _WARN if berubah else _GOOD
    return f'<div style="{gaya}">Terakhir dikumpulkan {jam_wib(waktu)} (kiriman ke-{nomor}).{lanjut}</div>'


def _later(disimpan: str, waktu: datetime) -> bool:
    """Whether the answer was saved after a moment; two clocks may write the same moment in different zones."""
    try:
        return datetime.fromisoformat(disimpan).astimezone() > waktu
    except ValueError:
        return False


def handed_in_now(kiriman: Sent, kemajuan: Mapping[str, int]) -> str:
    """The submission just made."""
    kurang = kemajuan["total"] - kemajuan["terisi"]
    catatan = f"<p>Masih ada {kurang} isian kosong. Anda boleh melengkapi lalu mengumpulkan lagi.</p>" if kurang else ""
    gaya = _WARN if kiriman.terkirim is False else _GOOD
    return f'<div role="status" style="{gaya}"><p>{esc(kiriman.pesan)}</p>{catatan}</div>'


def not_handed_in(pesan: str) -> str:
    """Handing in was refused."""
    return f'<div role="alert" style="{_WARN}"><strong>Belum terkumpul.</strong> {esc(pesan)}</div>'


def graded_later() -> str:
    """In place of a mark, in a participant's folder."""
    return '<p style="color:#44566a;margin:4px 0">Soal ini dinilai otomatis setelah dikumpulkan.</p>'


def answer_to_read(tampilan: Mapping[str, Any], soal: str, hasil: ExerciseResult) -> str:
    """An answer for graders, with what could not be read."""
    masalah = "".join(f"<li>{esc(satu.pesan)}</li>" for satu in hasil.problems if satu.soal in ("", soal))
    catatan = f'<div role="note" style="{_WARN}"><ul>{masalah}</ul></div>' if masalah else ""
    return catatan + answer_html(tampilan, soal, hasil.answer)


def result_html(hasil: ExerciseResult, soal: str) -> str:
    """Points and findings of one *soal*."""
    satu = hasil.soal[soal]
    skor = "belum ada" if satu.skor is None else number_text(float(satu.skor))
    baris = "".join(_finding(temuan) for temuan in satu.findings)
    status = f"<p>{esc(_STATUS[satu.status])}</p>" if _STATUS[satu.status] else ""
    jejak = f"<pre>{esc(hasil.galat)}</pre>" if hasil.galat else ""
    gaya = _CALM if satu.status == DINILAI else _WARN
    return (
        f'<div style="{gaya}"><p><strong>Nilai: {skor} dari {number_text(float(satu.maks))}</strong></p>{status}'
        f"<ul>{baris}</ul>{jejak}</div>"
    )


def _finding(temuan: Finding) -> str:
    poin = f"{number_text(float(temuan.poin))}/{number_text(float(temuan.maks))}"
    kutipan = f" <q>{esc(temuan.kutipan)}</q>" if temuan.kutipan else ""
    saran = f" {esc(temuan.saran)}" if temuan.saran else ""
    return f"<li>[{poin}] {esc(temuan.kriteria)}:{kutipan} {esc(temuan.pesan)}{saran}</li>"


def remarks_html(tampilan: Mapping[str, Any], catatan: Sequence[Remark], *, tersimpan: bool) -> str:
    """The result of Periksa: one section per question, every remark with the way back to its field."""
    bagian = "".join(
        _question_remarks(soal_id, f"Soal {nomor}. {soal['judul']}", [satu for satu in catatan if satu.soal == soal_id])
        for nomor, (soal_id, soal) in enumerate(tampilan["soal"].items(), 1)
    )
    ringkas = (
        f"Ada {len(catatan)} hal yang dapat Anda lihat kembali."
        if catatan
        else "Semua isian sudah terisi dan tidak ada catatan. Baca sekali lagi, lalu kumpulkan."
    )
    gagal = "" if tersimpan else f'<p role="alert" style="{_WARN}">Ada isian yang belum tersimpan.</p>'
    return (
        f'<section aria-label="Hasil periksa">{gagal}<p><strong>{ringkas}</strong> Periksa membantu melengkapi dan '
        f"merapikan; benar tidaknya jawaban dinilai setelah dikumpulkan.</p>{bagian}</section>"
    )


def _question_remarks(soal_id: str, judul: str, catatan: list[Remark]) -> str:
    if not catatan:
        return f'<h3>{esc(judul)}</h3><p style="color:#1d6330">✔ Lengkap, tidak ada catatan.</p>'
    butir = "".join(
        f"<li><strong>{esc(satu.label)}</strong>: {esc(satu.pesan)} {_way_back(soal_id, satu.isian)}</li>"
        for satu in catatan
    )
    return f"<h3>{esc(judul)}</h3><ul>{butir}</ul>"


def _way_back(soal_id: str, isian: str) -> str:
    # The page may show this in a dialog that takes the focus back when it closes: hence the short delay.
    kelas = esc(f"isian-{soal_id}-{isian}")
    langkah = (
        "event.preventDefault();var d=this.closest('dialog');if(d)d.close();setTimeout(function(){"
        f"var t=document.querySelector('[class~=&quot;{kelas}&quot;]');if(!t)return;"
        f"t=Array.from(t.querySelectorAll('.bk-isian')).find({_STILL_EMPTY})||t;"
        "t.scrollIntoView({block:'center'});var f=t.querySelector('textarea,input,select');if(f)f.focus();},80)"
    )
    return f'<a href="#{kelas}" data-bimtek-isian="{kelas}" onclick="{langkah}">kembali ke isian</a>'
