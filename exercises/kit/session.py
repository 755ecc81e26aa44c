"""The five words of a course notebook: form, fill, score, periksa, kumpulkan; and mulai_latihan before them.

Scene: called from hidden cells and the page's buttons; one session per kernel. May import: kit, simulator.notebook.
Facts: the situation (situation.py) decides; the answer file is the truth. The clock is read here, nowhere below.
Add: a word for notebooks is a function here, named in the README and offered to authors in their setup cell.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import logging
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from exercises.kit import screen
from exercises.kit.answers import ANSWER_FILE, AnswerFile, read_answer, update_answer, write_answer
from exercises.kit.formative import remarks
from exercises.kit.grading import ExerciseResult, grade_answer
from exercises.kit.lab_channel import LabChannel
from exercises.kit.progress import progress, unfilled
from exercises.kit.situation import Situasi, Tempat, find_situation
from exercises.kit.submission import SENT_FOLDER, last_submission, submission_time, write_submission
from exercises.kit.three_ways import canonical, changed_elsewhere, merge, seen, undisputed
from exercises.kit.validation import validate
from exercises.kit.wib import dalam_wib
from simulator.domain.errors import BimtekError, JawabanTidakTerbaca, TidakDitemukan

__all__ = ["fill", "form", "kumpulkan", "mulai_latihan", "periksa", "score"]


class Session:
    """One opened exercise: where it is, what is answered, which forms are on the page."""

    def __init__(self, tempat: Tempat) -> None:
        self.tempat = tempat
        self.channel = LabChannel()
        self.forms: dict[str, Any] = {}
        self.hasil: ExerciseResult | None = None
        menilai = tempat.situasi is Situasi.PENILAIAN
        self.jawaban = (
            AnswerFile(tempat.latihan, tempat.peserta)
            if menilai
            else read_answer(tempat.folder, latihan=tempat.latihan, peserta=tempat.peserta)
        )

    def save(self, soal: str, berubah: Mapping[str, Any]) -> AnswerFile:
        """Write changed fields of one *soal* and tell the page's bar."""
        return self._write(update_answer(self.tempat.folder, self.jawaban, soal, berubah))

    def save_beside_others(
        self, soal: str, berubah: Mapping[str, Any], dilihat: Mapping[str, Any], *, tetap: bool
    ) -> tuple[AnswerFile, bool]:
        """The same for a form that may have been open for long: what another window changed since is kept.

        ``dilihat``: what the form showed of these fields; ``tetap``: where both changed the same, the form's counts.
        Returns the file and whether it now holds something that the form does not show.
        Raises: JawabanSudahBerubah — both changed the same; only what is undisputed was written.
        """
        kini = self.in_the_file(soal)
        baru, lain, ditolak = {}, False, None
        for isian in self.tempat.tampilan["soal"][soal]["isian"]:
            kunci = isian.get("id", "")
            if kunci not in berubah:
                continue
            isi = canonical(isian, berubah[kunci])
            lihat = seen(isian, canonical(isian, dilihat.get(kunci)))
            hasil, bentrok = merge(isian, lihat, canonical(isian, kini.get(kunci)), isi)
            if bentrok and not tetap:
                ditolak = ditolak or changed_elsewhere(isian, bentrok, "“Simpan lagi”")
                if (sebagian := undisputed(hasil, bentrok)) is not None:
                    baru[kunci] = sebagian
                continue
            lain = lain or hasil != isi
            baru[kunci] = berubah[kunci] if hasil == isi else hasil
        berkas = self.save(soal, baru) if baru else self.jawaban
        if ditolak is not None:
            raise ditolak
        return berkas, lain

    def in_the_file(self, soal: str) -> Mapping[str, Any]:
        """One *soal* as the file holds it now; as this session knows it where the file cannot be read."""
        try:
            ada = read_answer(self.tempat.folder, keep_aside=False).soal
        except (OSError, JawabanTidakTerbaca):
            ada = {}  # saving puts a broken file aside, and tells one that cannot be read
        isi = (ada or self.jawaban.soal).get(soal)
        return isi if isinstance(isi, dict) else {}

    def write_soal(self, soal: str, isi: Mapping[str, Any]) -> AnswerFile:
        """Write a whole *soal* at once (authors only)."""
        return self._write(update_answer(self.tempat.folder, self.jawaban, soal, isi))

    def _write(self, baru: AnswerFile) -> AnswerFile:
        kemajuan = progress(validate(baru.soal, self.tempat.tampilan)[0], self.tempat.tampilan)
        baru = replace(baru, kemajuan=kemajuan)
        try:
            self.jawaban = write_answer(self.tempat.folder, baru, sekarang=_now())
        except BimtekError as galat:
            self.channel.send_failure(galat.pesan)
            raise
        self.channel.send_progress(kemajuan)
        self.channel.send_saved(clock_text(self.jawaban.disimpan))
        return self.jawaban

    def flush(self) -> bool:
        """Write whatever is still waiting in a form. True when nothing is left unsaved."""
        hasil = [formulir.flush(force=True) for formulir in self.forms.values()]  # every form, also after a failure
        return all(hasil)

    def graded(self) -> ExerciseResult:
        """The grading of this folder's answer, done once; only where the key is."""
        case, exercise = self.tempat.case, self.tempat.exercise
        if case is None or exercise is None:
            raise TidakDitemukan("Kunci tidak ada di folder peserta. Nilai diberikan instruktur.", kode="kunci")
        berkas = self.tempat.folder / ANSWER_FILE
        raw = berkas.read_bytes() if berkas.is_file() else None
        if self.hasil is None or self.tempat.situasi is Situasi.PENULIS:
            self.hasil = grade_answer(exercise, case, raw, peserta=self.tempat.peserta)
        return self.hasil


_session: Session | None = None


def mulai_latihan(latihan: str = "") -> None:
    """Open the exercise of this folder. First call of every course notebook; calling it again starts afresh."""
    global _session
    if _session is not None:
        _session.flush()
    _session = Session(find_situation(Path.cwd(), latihan))
    tempat, jawaban = _session.tempat, _session.jawaban
    if tempat.situasi is Situasi.PENILAIAN:
        return
    kemajuan = progress(validate(jawaban.soal, tempat.tampilan)[0], tempat.tampilan)
    _session.channel.open(kemajuan, clock_text(jawaban.disimpan))
    if jawaban.rusak:
        screen.show(screen.broken_file(jawaban.rusak))
    if tempat.situasi is Situasi.PESERTA:
        terakhir = last_submission(tempat.paket / SENT_FOLDER, tempat.peserta, tempat.latihan)
        if terakhir is not None:
            waktu = submission_time(terakhir[1]) or datetime.fromtimestamp(terakhir[1].stat().st_mtime).astimezone()
            screen.show(screen.handed_in(terakhir[0], waktu, jawaban.disimpan))


def form(soal: str) -> None:
    """Show the form of one *soal*; under grading, its answer to read."""
    if _session is not None and soal in _session.forms:
        mulai_latihan()  # the page was opened again in a living kernel: read the file, reopen the channel
    session = _current()
    tempat = session.tempat
    if soal not in tempat.tampilan["soal"]:
        raise TidakDitemukan(f"Soal “{soal}” tidak ada di latihan {tempat.latihan}. Hubungi instruktur.", kode="soal")
    if tempat.situasi is Situasi.PENILAIAN:
        with _quiet():
            isi = screen.answer_to_read(tempat.tampilan, soal, session.graded())
        screen.show(isi)
        return
    # Drawing needs ipywidgets, grading does not: it is imported only here.
    from simulator.notebook.form import Form, Saved

    def simpan(berubah: dict[str, Any], dilihat: dict[str, Any], tetap: bool) -> Saved:
        baru, ada_lain = session.save_beside_others(soal, berubah, dilihat, tetap=tetap)
        terisi, total = baru.kemajuan["terisi"], baru.kemajuan["total"]
        for lain in session.forms.values():
            lain.show_progress(terisi, total)
        return Saved(clock_text(baru.disimpan), terisi, total, ada_lain)

    jawaban = session.jawaban
    kemajuan = progress(validate(jawaban.soal, tempat.tampilan)[0], tempat.tampilan)
    awal = Saved(clock_text(jawaban.disimpan), kemajuan["terisi"], kemajuan["total"]) if jawaban.disimpan else None
    nilai = jawaban.soal.get(soal)
    formulir = Form(soal, tempat.tampilan["soal"][soal], nilai if isinstance(nilai, dict) else {}, simpan, awal=awal)
    session.forms[soal] = formulir
    screen.show_widget(formulir.widget)


def fill(soal: str, macam: str = "benar") -> None:
    """Authors only: write the model answer, or the answer with one usual mistake, of a *soal* into the answer file."""
    session = _current()
    tempat = session.tempat
    if tempat.situasi is not Situasi.PENULIS or tempat.exercise is None or tempat.case is None:
        raise TidakDitemukan("Jawaban acuan hanya ada pada penulis latihan.", kode="bukan-penulis")
    checks = tempat.exercise.checks
    isi = checks.reference_answer(tempat.case)
    if macam != "benar":
        import random

        keliru = {satu.id: satu for satu in checks.MISTAKES}
        if macam not in keliru:
            daftar = ", ".join(["benar", *keliru])
            raise TidakDitemukan(f"fill mengenal: {daftar}; bukan “{macam}”.", kode="fill")
        isi = keliru[macam].apply(isi, tempat.case, random.Random(tempat.case.benih))
    session.write_soal(soal, isi[soal])


def score(soal: str) -> float | None:
    """Grade one *soal*: a float between 0 and its points where the key is, None in a participant's folder.

    Nothing reaches stderr: nbgrader would give zero for a warning.
    """
    with _quiet():
        session = _current()
        if session.tempat.situasi is Situasi.PESERTA:
            isi, nilai = screen.graded_later(), None
        else:
            hasil = session.graded()
            exercise = session.tempat.exercise
            maks = exercise.spec.soal_by_id(soal).poin if exercise else 0.0
            nilai = min(max(float(hasil.soal[soal].skor or 0.0), 0.0), float(maks))
            isi = screen.result_html(hasil, soal)
    screen.show(isi)
    return nilai


def periksa() -> None:
    """Show what can still be improved, question by question; no key is needed and none is given away."""
    session = _current()
    tersimpan = session.flush()
    catatan = remarks(session.jawaban.soal, session.tempat.tampilan)
    for soal_id, formulir in session.forms.items():
        per_isian: dict[str, list[str]] = {}
        for satu in catatan:
            if satu.soal == soal_id:
                per_isian.setdefault(satu.isian, []).append(satu.pesan)
        formulir.remark(per_isian)
    screen.show(screen.remarks_html(session.tempat.tampilan, catatan, tersimpan=tersimpan))


def belum_terisi() -> None:
    """Tell the page's bar which fields are still empty, so that it can ask before handing in."""
    session = _current()
    session.flush()
    screen.show_data(unfilled(validate(session.jawaban.soal, session.tempat.tampilan)[0], session.tempat.tampilan))


def kumpulkan() -> None:
    """Pack the answer of this exercise and hand it in; says what happened, for people and for the page's bar."""
    session = _current()
    tempat = session.tempat
    try:
        if tempat.situasi is not Situasi.PESERTA:
            raise TidakDitemukan("Mengumpulkan hanya dari folder peserta.", kode="bukan-peserta")
        if not session.flush():
            raise BimtekError(
                "Masih ada isian yang belum tersimpan. Tekan “Simpan lagi” pada formulir, lalu kumpulkan.",
                kode="belum-tersimpan",
            )
        kiriman = write_submission(tempat.paket, tempat.latihan, sekarang=_now())
    except BimtekError as galat:
        screen.show(screen.not_handed_in(galat.pesan), {"status": "galat", "kode": galat.kode, "pesan": galat.pesan})
        return
    kemajuan = progress(validate(session.jawaban.soal, tempat.tampilan)[0], tempat.tampilan)
    status = "ok" if kiriman.terkirim is not False else "tertunda"
    data = {"status": status, "berkas": kiriman.berkas.name, "nomor": kiriman.nomor, "terkirim": kiriman.terkirim}
    screen.show(screen.handed_in_now(kiriman, kemajuan), data)


def _current() -> Session:
    if _session is None:
        mulai_latihan()
    assert _session is not None
    return _session


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep warnings, logs and prints of the checks away from the cell's output."""
    sebelum = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            with contextlib.redirect_stdout(io.StringIO()):
                yield
    finally:
        logging.disable(sebelum)


def _now() -> datetime:
    return datetime.now().astimezone()


def clock_text(waktu_iso: str) -> str:
    """The time of day of an ISO time as 10.32.05 WIB; "" when there is none."""
    try:
        return f"{dalam_wib(datetime.fromisoformat(waktu_iso)):%H.%M.%S} WIB"
    except ValueError:
        return ""


def _flush_at_exit() -> None:
    if _session is not None:
        _session.flush()


atexit.register(_flush_at_exit)
