"""exercise.yaml read into objects, refused when it contradicts itself.

Scene: authors write it, the build, the grading and the instructor's pages read it. May import: PyYAML, domain.errors.
Facts: the file itself is the fact. Add: a key here, in exercises/README.md and in every exercise that needs it.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.errors import DataTidakSah

SPEC_FILE = "exercise.yaml"
TOTAL_POIN = 100
_SOAL_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class KriteriaRubrik:
    """One line of the rubric of a *soal* that a person grades."""

    kriteria: str
    poin: float
    uraian: str


@dataclass(frozen=True, slots=True)
class SoalSpec:
    """One question: its points, who grades it, what it teaches."""

    id: str
    judul: str
    poin: float
    jenis: str
    aturan: tuple[str, ...]
    kata: tuple[str, ...]
    baca: str
    rubrik: tuple[KriteriaRubrik, ...]

    @property
    def manual(self) -> bool:
        """Whether a person grades this question."""
        return self.jenis == "manual"


@dataclass(frozen=True, slots=True)
class ExerciseSpec:
    """One exercise as its author describes it. ``nama`` is the folder name and the id used everywhere."""

    nama: str
    uuid: str
    judul: str
    ringkas: str
    modul: str
    menit: int
    mode: str
    cacat: tuple[str, ...]
    soal: tuple[SoalSpec, ...]

    @property
    def poin(self) -> float:
        """Points of the whole exercise."""
        return sum(soal.poin for soal in self.soal)

    def soal_by_id(self, soal_id: str) -> SoalSpec:
        """The question with that id.

        Raises: DataTidakSah — the exercise has no such question.
        """
        for soal in self.soal:
            if soal.id == soal_id:
                return soal
        daftar = ", ".join(soal.id for soal in self.soal)
        raise DataTidakSah(f"Latihan {self.nama} tidak punya soal “{soal_id}”. Soal yang ada: {daftar}.", kode="soal")


def load_spec(folder: Path) -> ExerciseSpec:
    """Read ``exercise.yaml`` of one exercise folder.

    Raises: DataTidakSah — a key is missing, of the wrong kind, or the points do not add up.
    """
    import yaml  # only where exercises are: the participant's kernel does without

    berkas = folder / SPEC_FILE
    isi = yaml.safe_load(berkas.read_text(encoding="utf-8"))
    if not isinstance(isi, dict):
        raise _tolak(folder.name, "isinya bukan daftar kunci dan nilai")
    try:
        spec = _spec(folder.name, isi)
    except KeyError as galat:
        raise _tolak(folder.name, f"kunci {galat} belum ada") from galat
    except (TypeError, ValueError, AttributeError) as galat:
        raise _tolak(folder.name, str(galat)) from galat
    _check(spec)
    return spec


def _spec(nama: str, isi: dict[str, Any]) -> ExerciseSpec:
    return ExerciseSpec(
        nama=nama,
        uuid=str(uuid.UUID(str(isi["id"]))),
        judul=str(isi["judul"]),
        ringkas=str(isi["ringkas"]),
        modul=str(isi["modul"]),
        menit=int(isi["menit"]),
        mode=str(isi["mode"]),
        cacat=tuple(str(kode) for kode in isi.get("cacat") or ()),
        soal=tuple(_soal(soal) for soal in isi["soal"]),
    )


def _soal(isi: dict[str, Any]) -> SoalSpec:
    return SoalSpec(
        id=str(isi["id"]),
        judul=str(isi["judul"]),
        poin=float(isi["poin"]),
        jenis=str(isi["jenis"]),
        aturan=tuple(str(satu) for satu in isi.get("aturan") or ()),
        kata=tuple(str(satu) for satu in isi.get("kata") or ()),
        baca=str(isi.get("baca") or ""),
        rubrik=tuple(
            KriteriaRubrik(str(baris["kriteria"]), float(baris["poin"]), str(baris["uraian"]))
            for baris in isi.get("rubrik") or ()
        ),
    )


def _check(spec: ExerciseSpec) -> None:
    ids = [soal.id for soal in spec.soal]
    if len(ids) != len(set(ids)):
        raise _tolak(spec.nama, "ada id soal yang dipakai dua kali")
    if spec.mode not in ("auto", "manual", "mixed"):
        raise _tolak(spec.nama, f"mode “{spec.mode}” tidak dikenal (auto, manual, mixed)")
    if abs(spec.poin - TOTAL_POIN) > 1e-9:
        raise _tolak(spec.nama, f"jumlah poin soal {spec.poin:g}, seharusnya {TOTAL_POIN}")
    for soal in spec.soal:
        _check_soal(spec.nama, soal)


def _check_soal(nama: str, soal: SoalSpec) -> None:
    if not _SOAL_ID.fullmatch(soal.id):
        raise _tolak(nama, f"id soal “{soal.id}” hanya boleh huruf kecil, angka, dan garis bawah")
    if soal.poin <= 0:
        raise _tolak(nama, f"poin soal {soal.id} harus lebih dari nol")
    if soal.jenis not in ("auto", "manual"):
        raise _tolak(nama, f"jenis soal {soal.id} harus auto atau manual")
    if soal.manual and not soal.rubrik:
        raise _tolak(nama, f"soal manual {soal.id} belum punya rubrik")
    if soal.rubrik and abs(sum(baris.poin for baris in soal.rubrik) - soal.poin) > 1e-9:
        raise _tolak(nama, f"jumlah poin rubrik soal {soal.id} tidak sama dengan poin soal ({soal.poin:g})")


def _tolak(nama: str, sebab: str) -> DataTidakSah:
    return DataTidakSah(f"exercises/{nama}/{SPEC_FILE}: {sebab}. Perbaiki berkas itu.", kode="spesifikasi-latihan")
