"""The instructor of a synthetic class marks the narratives, by the rubric, as formgrader would store it.

Scene: ``bimtek demo``, after grading. May import: instructor.grading, exercises.kit, instructor.synthetic_class.
Facts: REKAAN. The mark follows the quality that the synthetic class wrote with; a few are left waiting on purpose.
Add: nothing; a real instructor uses formgrader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.kit import catalog
from exercises.kit.cells import MANUAL, grade_id
from exercises.kit.grading import KOSONG, MENUNGGU
from exercises.kit.spec import KriteriaRubrik, SoalSpec
from instructor.course.kelas import Kelas
from instructor.grading.marks import findings, marks
from instructor.grading.opening import buka_buku_nilai
from instructor.synthetic_class.people import rng_for
from instructor.synthetic_class.playing import Peristiwa

DIBIARKAN = 0.04
TINGKAT = (0.0, 0.25, 0.5, 0.75, 1.0)


def mark_narratives(kelas: Kelas, peristiwa: Sequence[Peristiwa], *, benih: int) -> int:
    """Mark what waits for a person; returns how many marks were given."""
    mutu: Mapping[tuple[str, str], dict[str, float]] = {(satu.peserta, satu.latihan): satu.mutu for satu in peristiwa}
    spec = {nama: catalog.load(nama).spec for nama in kelas.latihan}
    banyak = 0
    with buka_buku_nilai(kelas.gradebook) as buku:
        isi = findings(buku)
        menunggu = {(satu.peserta, satu.latihan, satu.sel) for satu in marks(buku) if satu.perlu_dinilai}
        for (peserta, latihan), temuan in isi.items():
            rng = rng_for(benih, "instruktur", peserta, latihan)
            if rng.random() < DIBIARKAN:
                continue
            for soal in spec[latihan].soal:
                sel = grade_id(MANUAL, soal.id)
                if not soal.manual or (peserta, latihan, sel) not in menunggu:
                    continue
                keadaan = temuan.isi["soal"][soal.id]["status"]
                if keadaan not in (MENUNGGU, KOSONG):
                    continue  # what cannot be read cannot be marked
                kosong = keadaan == KOSONG
                nilai = 0.0 if kosong else mutu.get((peserta, latihan), {}).get(soal.id, 0.5)
                poin, komentar = _by_rubric(soal, nilai, kosong=kosong)
                buku.write_manual(peserta, latihan, sel, poin, komentar)
                banyak += 1
    return banyak


def _by_rubric(soal: SoalSpec, mutu: float, *, kosong: bool) -> tuple[float, str]:
    if kosong:
        return 0.0, "Bagian ini belum dijawab, jadi belum ada yang dapat dinilai."
    tingkat = [(baris, _level(mutu, urutan)) for urutan, baris in enumerate(soal.rubrik)]
    poin = round(sum(baris.poin * nilai for baris, nilai in tingkat), 2)
    return poin, " ".join(_sentence(baris, nilai) for baris, nilai in tingkat)


def _level(mutu: float, urutan: int) -> float:
    """The later lines of a rubric ask for more, so they are met a little less."""
    sasaran = min(max(mutu * 1.15 + 0.05 - 0.08 * urutan, 0.0), 1.0)
    return min(TINGKAT, key=lambda satu: abs(satu - sasaran))


def _sentence(baris: KriteriaRubrik, nilai: float) -> str:
    if nilai >= 1.0:
        return f"{baris.kriteria}: sudah jelas."
    if nilai >= 0.5:
        return f"{baris.kriteria}: sebagian, lihat rubrik."
    return f"{baris.kriteria}: belum tampak, lihat rubrik."
