"""Family B, the papers themselves: when they are dated, when they arrive, who may open them.

Scene: the drive is checked; what a paper shows stands in evidence.py. May import: kind, office, desk, paper.
Facts: evidence is a link the assessor must be able to open (SINGLE); criteria are aturan kelas
(simulator/rules/bukti.py); evidence gathered only at the end of the year is a named mistake (SINGLE).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office
from simulator.institution.faults.paper import paper_cell, papers

_PUSDIKLAT = "https://www.pusatdiklatpemerintahan.com/?p=25658"


class PiledUp(FaultKind):
    """A year's evidence arrives in December: most papers of the first three quarters were uploaded then."""

    kode, judul, kesulitan, sumber = "B02", "Bukti setahun baru diunggah menumpuk di akhir tahun", 2, _PUSDIKLAT

    def cases(self, desk: Desk) -> Iterator[Case]:
        office, attached = desk.office, desk.office.attached()
        documents = office.grouped("dokumen", "pemilik_id")
        year = desk.world.tahun
        for owner in desk.shuffled(documents, lambda key: key):
            start = date(year, 12, 14 + desk.number(owner, 5))
            cells: list[Cell] = []
            mine = [
                row for row in documents[owner] if row["dokumen_id"] in attached and row["tanggal"] < date(year, 10, 1)
            ]
            for order, row in enumerate(mine):
                day = start + timedelta(days=order % 3)
                cells.append(paper_cell(row, "diunggah_pada", day))
                cells += [
                    Cell("bukti_dukung", evidence["bukti_id"], "dicatat_pada", day)
                    for evidence in attached[row["dokumen_id"]]
                ]
            name = office.row("pegawai", owner)["nama"]
            text = f"{len(mine)} bukti {name} dari tiga triwulan baru diunggah sekaligus pada pertengahan Desember."
            yield Case(tuple(cells), ("skp", owner), text)

    def detect(self, office: Office) -> set[Objek]:
        attached, found = office.attached(), set()
        end = max(row["periode_akhir"] for row in office.rows("periode_penilaian"))
        for owner, rows in office.grouped("dokumen", "pemilik_id").items():
            mine = [row for row in rows if row["dokumen_id"] in attached]
            early = [row for row in mine if row["tanggal"] < date(end.year, 10, 1)]
            piled = [row for row in early if row["diunggah_pada"] >= date(end.year, 12, 1)]
            if early and 2 * len(piled) > len(early):
                found.add(("skp", owner))
        return found


class OutOfPeriod(FaultKind):
    """A paper from another period: its date lies outside the period it is attached to."""

    kode, judul, kesulitan, per_60 = "B04", "Tanggal bukti di luar periode", 1, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        for document, evidence in papers(desk):
            period = desk.office.period(evidence["periode_id"])
            wrong = period["periode_awal"] - timedelta(days=12 + desk.number(document["dokumen_id"], 60))
            text = f"“{document['nama']}” bertanggal {wrong:%d-%m-%Y}, sebelum {period['nama']} dimulai."
            yield Case((paper_cell(document, "tanggal", wrong),), ("dokumen", document["dokumen_id"]), text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for document, evidence in papers(desk):
            last = desk.office.period(evidence["periode_id"])["periode_akhir"]
            if document["diunggah_pada"] <= last:
                continue
            text = (
                f"“{document['nama']}” bertanggal hari terakhir periode dan diunggah sesudahnya; tetap di "
                "dalam periode."
            )
            yield Case((paper_cell(document, "tanggal", last),), ("dokumen", document["dokumen_id"]), text, True)

    def detect(self, office: Office) -> set[Objek]:
        found = set()
        documents = office.by_id("dokumen")
        for key, rows in office.attached().items():
            for evidence in rows:
                period, document = office.period(evidence["periode_id"]), documents.get(key)
                if document and not period["periode_awal"] <= document["tanggal"] <= period["periode_akhir"]:
                    found.add(("dokumen", key))
        return found


class Closed(FaultKind):
    """The assessor cannot open the link: the attached paper is private to its owner."""

    kode, judul, kesulitan, per_60 = "B05", "Tautan tidak dapat dibuka penilai", 1, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        for document, _evidence in papers(desk):
            text = f"“{document['nama']}” hanya dapat dibuka pemiliknya; pejabat penilai tidak punya akses."
            yield Case((paper_cell(document, "akses", "pribadi"),), ("dokumen", document["dokumen_id"]), text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for document, _evidence in papers(desk):
            if document["akses"] == "instansi":
                text = f"“{document['nama']}” dibatasi, tetapi pejabat penilai dapat membukanya; itu cukup."
                yield Case((paper_cell(document, "akses", "penilai"),), ("dokumen", document["dokumen_id"]), text, True)

    def detect(self, office: Office) -> set[Objek]:
        documents = office.by_id("dokumen")
        return {
            ("dokumen", key) for key in office.attached() if key in documents and documents[key]["akses"] == "pribadi"
        }


KINDS = (PiledUp, OutOfPeriod, Closed)
