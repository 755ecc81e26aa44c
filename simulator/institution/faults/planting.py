"""Planting: codes → cases → answer key.

Scene: the last step of ``generate``. May import: the desk and the catalogue.
Rules: at most one fault per (row, column); cells that explain each other share a kasus_id; kinds are planted in the
order of the catalogue, whatever the order in which they were asked for.
Add: nothing; a new kind is in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.domain.errors import DataTidakSah, TidakDitemukan
from simulator.institution.answer_key import PlantedFault
from simulator.institution.faults.catalogue import FAULTS, NOMOR, PLANTING_ORDER
from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, FaultKind

if TYPE_CHECKING:
    from simulator.institution.institution import Institution


def read_codes(faults: Sequence[str]) -> dict[str, int | None]:
    """``("C01", "B04:3")`` → how many of each kind; None leaves it to the size of the institution.

    Raises: TidakDitemukan — no such kind; DataTidakSah — the number is not one.
    """
    wanted: dict[str, int | None] = {}
    for entry in faults:
        code, _, number = entry.strip().upper().partition(":")
        if code not in FAULTS:
            raise TidakDitemukan(
                f"Cacat “{code}” tidak dikenal. Lihat daftarnya dengan: bimtek instansi daftar.",
                kode="cacat-tidak-dikenal",
            )
        if number and (not number.isdigit() or int(number) < 1):
            raise DataTidakSah(
                f"Jumlah pada “{entry}” harus bilangan bulat mulai 1, misalnya {code}:3.", kode="jumlah-cacat"
            )
        before = wanted.get(code)
        wanted[code] = max(before or 0, int(number)) if number else before
    return {code: wanted[code] for code in PLANTING_ORDER if code in wanted}


def plant(institution: Institution, faults: Sequence[str]) -> tuple[PlantedFault, ...]:
    """The answer key of the faults asked for, planted on a clean institution.

    Raises: DataTidakSah — the institution has no room for as many cases.
    """
    wanted = read_codes(faults)
    if not wanted:
        return ()
    desk = Desk(institution)
    key: list[PlantedFault] = []
    for code, number in wanted.items():
        kind = FAULTS[code]
        count = number or max(1, round(kind.per_60 * desk.pegawai_dalam_jendela / 60))
        desk.begin(NOMOR[code])
        cases = list(_planted(desk, kind.cases(desk), count))
        if not cases or (number and len(cases) < number):
            raise DataTidakSah(
                f"Cacat {code} ({kind.judul}) hanya dapat ditanam {len(cases)} kali dalam instansi ini, diminta "
                f"{count}. Kurangi jumlahnya atau perbesar instansinya.",
                kode="cacat-tidak-muat",
            )
        key += _entries(kind, cases, "")
        desk.begin(NOMOR[code] + 128)
        key += _entries(kind, list(_planted(desk, kind.near_misses(desk), max(1, count // 3))), "BS")
    order = {code: index for index, code in enumerate(FAULTS)}
    return tuple(sorted(key, key=lambda entry: (order[entry.kode], entry.bukan_salah, entry.kasus_id)))


_Planted = tuple[Case, list[tuple[str, int, str, object, object]]]


def _planted(desk: Desk, cases: Iterator[Case], count: int) -> Iterator[_Planted]:
    done = 0
    for case in cases:
        if desk.fits(case):
            yield case, desk.apply(case)
            done += 1
            if done == count:
                return


def _entries(kind: FaultKind, planted: list[_Planted], mark: str) -> Iterator[PlantedFault]:
    for number, (case, cells) in enumerate(planted, start=1):
        for table, row, column, before, after in cells:
            yield PlantedFault(
                kasus_id=f"{kind.kode}-{mark}{number:02d}",
                kode=kind.kode,
                tabel=table,
                kunci=row,
                kolom=column,
                nilai_asli=before,
                nilai_tertanam=after,
                kesulitan=kind.kesulitan,
                keterangan=case.kalimat,
                bukan_salah=case.bukan_salah,
                objek=case.objek,
            )
