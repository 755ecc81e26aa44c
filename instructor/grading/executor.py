"""Grade a class: one transaction per participant, nothing twice, nobody stops anybody.

Scene: ``bimtek kelas nilai``. May import: exercises.kit.catalog, instructor.course, instructor.grading.
Facts: whatever goes wrong with one submission is kept with its reason, and the next one is graded.
Add: the unit of work is ``_Peserta.grade``; a pool of machines would call exactly that.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from exercises.kit import catalog
from exercises.kit.catalog import Exercise
from exercises.kit.grading import TIDAK_TERBACA
from instructor.course.kelas import Kelas, tulis_utuh
from instructor.course.roster import Peserta, find_peserta, read_roster
from instructor.grading.gradebook import BukuNilai, Hasil
from instructor.grading.marks import Temuan, findings, source_cells
from instructor.grading.opening import buka_buku_nilai
from instructor.grading.submission import grade_submission, read_files
from simulator.domain.errors import BimtekError, TidakDitemukan

DINILAI = "dinilai"
TETAP = "tidak_berubah"
GAGAL = "gagal"


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """What became of one submission. ``tak_terbaca``: what of the answer could not be read, question by question."""

    peserta: str
    latihan: str
    keadaan: str
    pesan: str = ""
    kode: str = ""
    tak_terbaca: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class LaporanNilai:
    """What became of the class; ``detik`` is the time the grading itself took."""

    pekerjaan: list[Pekerjaan] = field(default_factory=list)
    detik: float = 0.0

    def hitung(self, keadaan: str) -> int:
        """How many submissions ended that way."""
        return sum(1 for satu in self.pekerjaan if satu.keadaan == keadaan)

    @property
    def gagal(self) -> list[Pekerjaan]:
        """Those that could not be graded, with the reason."""
        return [satu for satu in self.pekerjaan if satu.keadaan == GAGAL]

    @property
    def tak_terbaca(self) -> list[Pekerjaan]:
        """Those with an answer, or a part of one, that could not be read: it is pending, not wrong."""
        return [satu for satu in self.pekerjaan if satu.tak_terbaca]


Kabar = Callable[[int, int, Pekerjaan], None]


def grade_kelas(
    kelas: Kelas,
    *,
    sekarang: datetime,
    peserta: str | None = None,
    latihan: str | None = None,
    ulang: bool = False,
    kabar: Kabar | None = None,
) -> LaporanNilai:
    """Grade what was handed in. Unchanged submissions are skipped unless ``ulang``.

    Raises: TidakDitemukan — no such participant or exercise, or no gradebook.
    """
    daftar = read_roster(kelas.roster) if peserta is None else (find_peserta(kelas.roster, peserta),)
    latihan_dipilih = chosen_exercises(kelas, latihan)
    mulai = time.perf_counter()
    laporan = LaporanNilai()
    tugas = [(satu, [nama for nama in latihan_dipilih if kelas.submitted(satu.id, nama).is_dir()]) for satu in daftar]
    banyak = sum(len(nama) for _, nama in tugas)
    with buka_buku_nilai(kelas.gradebook) as buku:
        ruang = _Ruang(kelas, buku, findings(buku), ulang, sekarang)
        for satu, nama in tugas:
            for pekerjaan in ruang.grade_participant(satu, nama):
                laporan.pekerjaan.append(pekerjaan)
                if kabar:
                    kabar(len(laporan.pekerjaan), banyak, pekerjaan)
    laporan.detik = time.perf_counter() - mulai
    return laporan


def chosen_exercises(kelas: Kelas, latihan: str | None) -> Sequence[str]:
    """The exercises meant by a name or a number; all of the class for None.

    Raises: TidakDitemukan — the class does not use it.
    """
    if latihan is None:
        return kelas.latihan
    cocok = [nama for nama in kelas.latihan if nama == latihan or nama.split("_", 1)[0] == latihan.zfill(2)]
    if not cocok:
        raise TidakDitemukan(
            f"Latihan “{latihan}” tidak ada di kelas ini. Yang ada: {', '.join(kelas.latihan)}.", kode="latihan"
        )
    return cocok


class _Ruang:
    """What grading a whole class shares: the open gradebook, the exercises, what was found before."""

    def __init__(
        self,
        kelas: Kelas,
        buku: BukuNilai,
        lama: Mapping[tuple[str, str], Temuan],
        ulang: bool,
        sekarang: datetime,
    ) -> None:
        self.kelas, self.buku, self.lama, self.ulang, self.sekarang = kelas, buku, lama, ulang, sekarang
        self._latihan: dict[str, Exercise] = {}
        self._sumber: dict[str, dict[str, tuple[str, str]]] = {}

    def grade_participant(self, peserta: Peserta, daftar: Sequence[str]) -> Iterator[Pekerjaan]:
        """Grade everything one participant handed in, then write it in one transaction."""
        siap: list[tuple[Hasil, str]] = []
        selesai: list[Pekerjaan] = []
        for nama in daftar:
            pekerjaan, hasil = self._isolated(peserta.id, nama)
            selesai.append(pekerjaan)
            if hasil is not None:
                siap.append(hasil)
        if siap:
            try:
                self._write(peserta.id, siap)
            except Exception as galat:  # noqa: BLE001 - disk full or a locked gradebook: told by name, the class goes on
                gagal = {hasil.latihan for hasil, _ in siap}
                selesai = [
                    _failed(satu.peserta, satu.latihan, galat) if satu.latihan in gagal else satu for satu in selesai
                ]
        yield from selesai

    def _isolated(self, peserta: str, latihan: str) -> tuple[Pekerjaan, tuple[Hasil, str] | None]:
        try:
            return self._grade(peserta, latihan)
        except Exception as galat:  # noqa: BLE001 - the single place: one submission may never stop the class
            return _failed(peserta, latihan, galat), None

    def _grade(self, peserta: str, latihan: str) -> tuple[Pekerjaan, tuple[Hasil, str] | None]:
        exercise = self._exercise(latihan)
        berkas = read_files(self.kelas, exercise, peserta)
        lama = self.lama.get((peserta, latihan))
        tujuan = self.kelas.autograded(peserta, latihan) / f"{latihan}.ipynb"
        sama = lama is not None and lama.sidik == berkas.sidik and not lama.isi["galat"]
        if lama is not None and sama and tujuan.is_file() and not self.ulang:
            return Pekerjaan(peserta, latihan, TETAP, tak_terbaca=_unreadable(lama.isi)), None
        hasil, buku_kerja = grade_submission(
            self.kelas, exercise, peserta, berkas, self._sources(latihan), lama.isi if lama else None
        )
        if hasil.isi["galat"]:
            baris = str(hasil.isi["galat"]).strip().splitlines()[-1]
            pesan = f"Pemeriksa latihan {latihan} gagal pada jawaban ini ({baris}); soal otomatisnya belum bernilai."
            return Pekerjaan(peserta, latihan, GAGAL, pesan, "galat-pemeriksa"), (hasil, buku_kerja)
        return Pekerjaan(peserta, latihan, DINILAI, tak_terbaca=_unreadable(hasil.isi)), (hasil, buku_kerja)

    def _write(self, peserta: str, siap: Sequence[tuple[Hasil, str]]) -> None:
        # Files first: when the power fails in between, the digest is not recorded and the next run does it again.
        for hasil, buku_kerja in siap:
            folder = self.kelas.autograded(peserta, hasil.latihan)
            tulis_utuh(folder / f"{hasil.latihan}.ipynb", buku_kerja)
            serahan = self.kelas.submitted(peserta, hasil.latihan)
            for nama in ("jawaban.json", "timestamp.txt"):
                if (serahan / nama).is_file():
                    tulis_utuh(folder / nama, (serahan / nama).read_bytes())
        self.buku.write(peserta, [hasil for hasil, _ in siap], self.sekarang)

    def _exercise(self, latihan: str) -> Exercise:
        if latihan not in self._latihan:
            self._latihan[latihan] = catalog.load(latihan)
        return self._latihan[latihan]

    def _sources(self, latihan: str) -> dict[str, tuple[str, str]]:
        if latihan not in self._sumber:
            self._sumber[latihan] = source_cells(self.buku, latihan)
        return self._sumber[latihan]


def _unreadable(isi: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(question or "", message) for everything of an answer that could not be read."""
    kena = {nama for nama, satu in isi["soal"].items() if satu["status"] == TIDAK_TERBACA}
    if not kena:
        return ()
    return tuple((satu["soal"], satu["pesan"]) for satu in isi["masalah"] if satu["soal"] in (*kena, ""))


def _failed(peserta: str, latihan: str, galat: Exception) -> Pekerjaan:
    if isinstance(galat, BimtekError):
        return Pekerjaan(peserta, latihan, GAGAL, galat.pesan, galat.kode)
    tempat = traceback.extract_tb(galat.__traceback__)[-1]
    return Pekerjaan(
        peserta,
        latihan,
        GAGAL,
        f"Tidak dapat dinilai: {type(galat).__name__}: {galat} ({tempat.name}, baris {tempat.lineno}). "
        "Peserta lain tetap dinilai. Laporkan pesan ini kepada pengembang.",
        "galat-program",
    )
