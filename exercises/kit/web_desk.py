"""One exercise at the web: the same session as the notebook's, opened and saved for forms that are sent.

Scene: the pages of web_form.py. May import: kit, simulator.domain.
Facts: the answer file is the truth; what is sent names what its page showed, and only fields that differ are written,
so that the notebook and the web, or two tabs, do not wipe each other's fields.
Add: another thing to do with an open exercise as a method here.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from exercises.kit.answers import AnswerFile
from exercises.kit.case import CASE_FILE
from exercises.kit.formative import Remark, remarks
from exercises.kit.package import PackageInfo, PaketLatihan, read_package, safe_name
from exercises.kit.progress import progress, unfilled
from exercises.kit.session import Session
from exercises.kit.situation import Situasi, find_situation
from exercises.kit.submission import SENT_FOLDER, Sent, last_submission, submission_time, write_submission
from exercises.kit.three_ways import seen
from exercises.kit.validation import answer_fields, validate
from exercises.kit.web_fields import (
    added_rows,
    empty_row,
    from_sent,
    next_row,
    row_limit,
)
from exercises.kit.web_windows import JENDELA, Windows, merged, shown, shows
from simulator.domain.errors import DataTidakSah, TidakDitemukan

_SOFT_BREAK = re.compile(r"(?<=[^\n])\n(?!\s|[-•]\s|\d{1,2}[.)]\s)")
_FORM_CALL = re.compile(r"form\(\s*[\"']([^\"']+)[\"']\s*\)")


@dataclass(frozen=True, slots=True)
class Removed:
    """The row that was removed last from a table."""

    soal: str
    isian: str
    baris: str
    isi: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving led to: which fields were written, and what the page shows now.

    ``ada_lain``: another window has changed something of them meanwhile that this page does not show.
    """

    berubah: tuple[str, ...]
    dasar: str
    disimpan: str
    kemajuan: dict[str, int]
    ada_lain: bool = False


class Desk:
    """One exercise. All methods may be called from several threads at once."""

    def __init__(self, folder: Path, latihan: str) -> None:
        self.folder, self.latihan = folder, latihan
        self._kunci = threading.RLock()
        self._session: Session | None = None
        self._removed: Removed | None = None
        self._windows = Windows()

    def open(self) -> Session:
        """Read situation and answers as they are now.

        Raises: TidakDitemukan, BerkasRusak — the exercise is not in this folder, or its case is broken.
        """
        with self._kunci:
            if not (self.folder / CASE_FILE).is_file():
                raise TidakDitemukan(
                    f"Folder latihan “{self.latihan}” tidak lengkap: {CASE_FILE} tidak ada. Minta instruktur "
                    "membagikan ulang; jawaban Anda tetap aman.",
                    kode="kasus-tidak-ada",
                )
            tempat = find_situation(self.folder, self.latihan)
            if tempat.situasi is not Situasi.PESERTA:
                raise TidakDitemukan("Latihan hanya dikerjakan dari folder peserta.", kode="bukan-peserta")
            self._session = Session(tempat)
            return self._session

    def _current(self) -> Session:
        return self._session or self.open()

    def soal(self, soal: str) -> dict[str, Any]:
        """The description of one *soal*. Raises: TidakDitemukan."""
        daftar = self._current().tempat.tampilan["soal"]
        if soal not in daftar:
            raise TidakDitemukan(f"Soal “{soal:.40}” tidak ada di latihan ini. Pilih dari daftar soal.", kode="soal")
        return dict(daftar[soal])

    def questions(self) -> list[tuple[int, str, dict[str, Any]]]:
        """(number, id, description) of every *soal* in order."""
        daftar = self._current().tempat.tampilan["soal"]
        return [(nomor, kunci, isi) for nomor, (kunci, isi) in enumerate(daftar.items(), 1)]

    def values(self, soal: str) -> dict[str, Any]:
        """What is answered in one *soal*."""
        isi = self._current().jawaban.soal.get(soal)
        return isi if isinstance(isi, dict) else {}

    def base(self, soal: str) -> str:
        """The fingerprints of what a page shows now, to be sent back with its form."""
        return json.dumps(shows(self.soal(soal), self.values(soal)))

    def merged(self, soal: str, kept: Mapping[str, str], *, told: bool) -> tuple[dict[str, Any], str]:
        """A kept form laid over what is answered now (web_windows.merged)."""
        return merged(self.soal(soal), self.values(soal), kept, told=told)

    def save(self, soal: str, kiriman: Mapping[str, str]) -> Saved:
        """Write the fields of a sent form that differ from what its page showed.

        Raises: JawabanTidakTersimpan — nothing was written; DataTidakSah — the form does not say what it showed;
        JawabanSudahBerubah — one of them was changed in another window meanwhile.
        """
        with self._kunci:
            session = self._current()
            ditampilkan = shown(kiriman)
            nilai = {
                isian["id"]: from_sent(isian, kiriman)
                for isian in answer_fields(self.soal(soal))
                if isian["id"] in ditampilkan
            }
            dilihat = {
                isian["id"]: seen(isian, nilai[isian["id"]])
                for isian in answer_fields(self.soal(soal))
                if isian["id"] in nilai
            }
            berubah = {isian: isi for isian, isi in nilai.items() if dilihat[isian] != ditampilkan[isian]}
            if not berubah:
                return Saved((), json.dumps(dilihat), session.jawaban.disimpan, self.progress())
            ada = session.in_the_file(soal)
            ditulis = self._windows.with_others(soal, self.soal(soal), ada, kiriman, berubah)
            jawaban = session.save(soal, ditulis)
            self._windows.wrote(soal, {isian: dilihat[isian] for isian in berubah}, kiriman.get(JENDELA, ""))
            lain = ditulis != berubah
            return Saved(tuple(berubah), json.dumps(dilihat), jawaban.disimpan, self.progress(), lain)

    def add_row(self, soal: str, isian: str) -> None:
        """Another empty row, unless there are as many as allowed."""
        with self._kunci:
            tabel, isi = self._table(soal, isian)
            ada = added_rows(tabel, isi)
            if len(ada) >= (row_limit(tabel) or 0):
                raise DataTidakSah(f"Paling banyak {row_limit(tabel) or 0} baris tambahan.", kode="baris-penuh")
            pernah = self._removed.baris if self._removed and self._removed.isian == isian else ""
            self._write_rows(soal, tabel, isi, [*ada, next_row(ada, pernah)])

    def remove_row(self, soal: str, isian: str, baris: str) -> None:
        """Take an added row away; ``undo`` fetches it back."""
        with self._kunci:
            tabel, isi = self._table(soal, isian)
            ada = added_rows(tabel, isi)
            if baris in ada:
                lama = isi.get(baris)
                self._removed = Removed(soal, isian, baris, dict(lama) if isinstance(lama, dict) else empty_row(tabel))
                self._write_rows(soal, tabel, isi, [satu for satu in ada if satu != baris])

    def removed(self, soal: str, isian: str) -> bool:
        """Can the row removed last be put back into this table?"""
        return self._removed is not None and (self._removed.soal, self._removed.isian) == (soal, isian)

    def undo(self, soal: str, isian: str) -> None:
        """Put the row removed last back to its place."""
        with self._kunci:
            if self._removed is None or not self.removed(soal, isian):
                return
            kembali, self._removed = self._removed, None
            tabel, isi = self._table(soal, isian)
            ada = [satu for satu in added_rows(tabel, isi) if satu in isi]
            self._write_rows(soal, tabel, {**isi, kembali.baris: kembali.isi}, [*ada, kembali.baris])

    def _table(self, soal: str, isian: str) -> tuple[dict[str, Any], dict[str, Any]]:
        tabel = next(
            (satu for satu in self.soal(soal)["isian"] if satu.get("id") == isian and satu.get("tambah")), None
        )
        if tabel is None:
            raise TidakDitemukan("Tabel itu tidak ada di soal ini, atau barisnya tetap.", kode="tabel")
        isi = self._current().in_the_file(soal).get(isian)  # not what a page showed: the notebook writes here too
        return tabel, isi if isinstance(isi, dict) else {}

    def _write_rows(self, soal: str, tabel: Mapping[str, Any], isi: Mapping[str, Any], tambahan: list[str]) -> None:
        tetap = [baris["id"] for baris in tabel.get("baris", ())]
        urut = sorted(tambahan, key=lambda satu: int(satu[1:]))
        baru = {baris: isi.get(baris) or empty_row(tabel) for baris in (*tetap, *urut)}
        self._current().save(soal, {tabel["id"]: baru})

    # --- the whole exercise ---

    def _clean(self) -> dict[str, dict[str, Any]]:
        session = self._current()
        return validate(session.jawaban.soal, session.tempat.tampilan)[0]

    def progress(self) -> dict[str, int]:
        """{"terisi": n, "total": m} over the exercise."""
        return progress(self._clean(), self._current().tempat.tampilan)

    def progress_of(self, soal: str) -> dict[str, int]:
        """The same for one *soal*."""
        return progress(self._clean(), {"soal": {soal: self.soal(soal)}})

    def unfilled(self) -> list[dict[str, Any]]:
        """What is still empty, question by question."""
        return unfilled(self._clean(), self._current().tempat.tampilan)

    def remarks(self) -> tuple[Remark, ...]:
        """Periksa: what can still be improved; no key is needed."""
        session = self._current()
        return remarks(session.jawaban.soal, session.tempat.tampilan)

    def hand_in(self) -> Sent:
        """Kumpulkan. Raises: BelumLengkap, JawabanTidakTerbaca — nothing was handed in."""
        with self._kunci:
            return write_submission(self.folder.parent, self.latihan, sekarang=datetime.now().astimezone())

    def handed_in(self) -> tuple[int, Path, datetime] | None:
        """The newest submission: number, file, when."""
        tempat = self._current().tempat
        terakhir = last_submission(tempat.paket / SENT_FOLDER, tempat.peserta, tempat.latihan)
        if terakhir is None:
            return None
        nomor, berkas = terakhir
        return nomor, berkas, submission_time(berkas) or datetime.fromtimestamp(berkas.stat().st_mtime).astimezone()

    def changed_since(self, waktu: datetime) -> bool:
        """Was an answer saved after a moment?"""
        try:
            return datetime.fromisoformat(self.answer.disimpan).astimezone() > waktu
        except ValueError:
            return False

    @property
    def answer(self) -> AnswerFile:
        """The answers as they were read or written last."""
        return self._current().jawaban

    def guidance(self) -> dict[str, str]:
        """The words between the forms of the notebook: {"": at its start, soal: before and after its form}.

        Empty where the notebook was renamed or is unreadable: every *soal* has its own introduction besides.
        """
        try:
            sel = json.loads((self.folder / f"{self.latihan}.ipynb").read_text(encoding="utf-8"))["cells"]
            teks = [(str(satu["cell_type"]), _source(satu), satu["metadata"]) for satu in sel]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        hasil: dict[str, str] = {"": ""}
        tunggu, kini = "", ""
        for macam, isi, meta in teks:
            if macam == "markdown" and kini and "nbgrader" in meta:
                hasil[kini] += f"\n\n{isi}"
            elif macam == "markdown":
                tunggu += f"\n\n{isi}"
            elif cocok := _FORM_CALL.search(isi):
                kini = cocok[1]
                hasil[kini], tunggu = tunggu.strip(), ""
            elif not hasil[""] and not kini:
                hasil[""], tunggu = tunggu.strip(), ""
        return hasil


class Package:
    """A participant's folder: its listing, and one desk for each exercise."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._desks: dict[str, Desk] = {}
        self._kunci = threading.Lock()

    def info(self) -> PackageInfo:
        """What ``paket.json`` says now. Raises: TidakDitemukan, BerkasRusak."""
        return read_package(self.folder)

    def exercises(self) -> tuple[PaketLatihan, ...]:
        """The exercises that are here."""
        return tuple(satu for satu in self.info().latihan if (self.folder / satu.id / CASE_FILE).is_file())

    def desk(self, latihan: str) -> tuple[PaketLatihan, Desk]:
        """One exercise with its desk. Raises: TidakDitemukan."""
        baris = next((satu for satu in self.exercises() if satu.id == latihan), None)
        if baris is None:
            raise TidakDitemukan(
                f"Latihan “{latihan:.40}” tidak ada di folder ini. Pilih dari menu Latihan.", kode="latihan"
            )
        with self._kunci:
            meja = self._desks.setdefault(latihan, Desk(self.folder / safe_name(latihan, "Id latihan"), latihan))
        return baris, meja


def _source(sel: Any) -> str:
    """The text of a cell: without headings, lines of a paragraph that an author broke run on."""
    isi = sel["source"]
    teks = "".join(isi) if isinstance(isi, list) else str(isi)
    if sel["cell_type"] != "markdown":
        return teks
    return _SOFT_BREAK.sub(" ", "\n".join(satu for satu in teks.splitlines() if not satu.startswith("#")))
