"""Family B, what evidence shows: relevance, reuse, photographs.

Scene: a colleague's evidence is judged; dates and access stand in document.py. May import: kind, office, desk, paper.
Facts: criteria are aturan kelas (simulator/rules/bukti.py).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import FOTO, Office, Row
from simulator.institution.faults.paper import paper_cell, papers
from simulator.institution.texts import one_stop

_PUSDIKLAT = "https://www.pusatdiklatpemerintahan.com/?p=25658"
_RHK_FOLDER = re.compile(r"/RHK-(\d\d)$")
#: Papers that have been filed stand in the folder of a quarter.
_DIRAPIKAN = re.compile(r"/TW\d/")


def _number(iki_id: int) -> int:
    """Number of the RHK inside its SKP, as the folders of the drive write it."""
    return iki_id // 10 % 10


class Irrelevant(FaultKind):
    """Evidence of another matter: the attached paper lies in another folder than that of its RHK."""

    kode, judul, kesulitan, sumber, per_60 = "B01", "Bukti tidak relevan dengan indikator", 3, _PUSDIKLAT, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        by_owner = desk.office.grouped("dokumen", "pemilik_id")
        attached = desk.office.attached()
        for document, evidence in papers(desk):
            period = desk.office.period(evidence["periode_id"])
            strangers = [
                other
                for other in by_owner[document["pemilik_id"]]
                if other["dokumen_id"] not in attached
                and not _RHK_FOLDER.search(other["folder"])
                and other["jenis"] not in (FOTO, "SK", "Laporan")
                and other["akses"] != "pribadi"
                and period["periode_awal"] <= other["tanggal"] <= period["periode_akhir"]
            ]
            if not strangers:
                continue
            other = desk.pick(document["dokumen_id"], strangers)
            key = evidence["bukti_id"]
            cells = (
                Cell("bukti_dukung", key, "dokumen_id", other["dokumen_id"]),
                Cell("bukti_dukung", key, "tautan", f"drive://dokumen/{other['dokumen_id']}"),
            )
            text = (
                f"“{other['nama']}” dipakai sebagai “{evidence['nama_eviden']}”, tetapi isinya tidak "
                "menunjukkan hasil itu."
            )
            guards = tuple(("dokumen", other["dokumen_id"], column) for column in ("isi_ringkas", "jenis", "akses"))
            yield Case(cells, ("bukti_dukung", key), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """A colleague's document that names both is shared work, not somebody else's evidence."""
        office, people = desk.office, desk.office.by_id("pegawai")
        rhks = office.by_id("rhk")
        documents = office.by_id("dokumen")
        for document, evidence in papers(desk):
            owner = people[document["pemilik_id"]]
            if evidence["iki_id"] % 10 != 1:
                continue
            for mate in office.rows("pegawai"):
                rhk = rhks.get(mate["pegawai_id"] * 10 + _number(evidence["iki_id"]))
                theirs = documents.get(mate["pegawai_id"] * 1000 + document["dokumen_id"] % 1000)
                if mate is owner or mate["unit_id"] != owner["unit_id"] or rhk is None or theirs is None:
                    continue
                # Nurses of one Puskesmas, or midwives: the same result, each for their own village or room.
                if _gist(rhk) == _gist(rhks[evidence["iki_id"] // 10]):
                    yield self._shared(evidence, owner, mate, document, theirs)
                    break

    def _shared(self, evidence: Row, owner: Row, mate: Row, document: Row, theirs: Row) -> Case:
        key = evidence["bukti_id"]
        content = (
            f"Dokumen bersama {mate['nama']} dan {owner['nama']}. {theirs['isi_ringkas']} Bagian "
            f"{owner['nama']}: {document['isi_ringkas']}"
        )
        cells = (
            Cell("bukti_dukung", key, "dokumen_id", theirs["dokumen_id"]),
            Cell("bukti_dukung", key, "tautan", f"drive://dokumen/{theirs['dokumen_id']}"),
            paper_cell(theirs, "isi_ringkas", one_stop(content)),
        )
        text = (
            f"“{theirs['nama']}” milik {mate['nama']}, tetapi memuat bagian {owner['nama']}; dokumen bersama yang sah."
        )
        guards = tuple(("dokumen", theirs["dokumen_id"], column) for column in ("sidik", "akses", "tanggal", "jenis"))
        return Case(cells, ("bukti_dukung", key), text, True, guards)

    def detect(self, office: Office) -> set[Objek]:
        documents, found = office.by_id("dokumen"), set()
        for row in office.rows("bukti_dukung"):
            document = documents.get(row["dokumen_id"])
            if document is None:
                continue
            folder = _RHK_FOLDER.search(document["folder"])
            # A paper that nobody has filed yet does not say where it belongs.
            if not _DIRAPIKAN.search(document["folder"]):
                continue
            if folder is None or int(folder.group(1)) != _number(row["iki_id"]):
                found.add(("bukti_dukung", row["bukti_id"]))
        return found


def _gist(rhk: Row) -> str:
    """The result of an RHK without the place it is for."""
    return " ".join(rhk["teks"].split()[:4])


class Reused(FaultKind):
    """One file serves several quarters: a later paper carries the fingerprint of an earlier one."""

    kode, judul, kesulitan, per_60 = "B03", "Berkas yang sama dipakai berulang", 2, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        documents, attached = desk.office.by_id("dokumen"), desk.office.attached()
        for document, evidence in papers(desk):
            # The same indicator one quarter earlier.
            earlier = documents.get(document["dokumen_id"] - 100)
            if evidence["periode_id"] == 1 or earlier is None or earlier["dokumen_id"] not in attached:
                continue
            # The same file has the same kind.
            if earlier["jenis"] != document["jenis"]:
                continue
            cells = (
                paper_cell(document, "sidik", earlier["sidik"]),
                paper_cell(document, "isi_ringkas", earlier["isi_ringkas"]),
            )
            text = f"Isi “{document['nama']}” sama persis dengan “{earlier['nama']}” dari triwulan sebelumnya."
            guards = (("dokumen", earlier["dokumen_id"], "sidik"), ("dokumen", earlier["dokumen_id"], "isi_ringkas"))
            yield Case(cells, ("dokumen", document["dokumen_id"]), text, False, guards)

    def detect(self, office: Office) -> set[Objek]:
        attached, found = office.attached(), set()
        for rows in office.grouped("dokumen", "sidik").values():
            used = sorted((row for row in rows if row["dokumen_id"] in attached), key=lambda row: row["dokumen_id"])
            found |= {("dokumen", row["dokumen_id"]) for row in used[1:]}
        return found


class PhotoOnly(FaultKind):
    """A photograph alone: everything attached to one indicator in one period is a photograph."""

    kode, judul, kesulitan, per_60 = "B06", "Bukti hanya foto, tanpa laporan atau hasil", 2, 2
    sumber = "https://kompasiana.com/indahnovita5600/6346cc44c21b80288d3a5f12/foto-sebagai-bukti-pendukung-laporan-kinerja-pns"

    def cases(self, desk: Desk) -> Iterator[Case]:
        alone = {
            key: len({row["dokumen_id"] for row in rows}) == 1
            for key, rows in desk.office.grouped("bukti_dukung", "iki_id", "periode_id").items()
        }
        for document, evidence in papers(desk):
            if not alone[evidence["iki_id"], evidence["periode_id"]]:
                continue
            name = f"IMG_{document['tanggal']:%Y%m%d}_{desk.number(document['dokumen_id'], 9000) + 1000}.jpg"
            topic = evidence["nama_eviden"].split(" Triwulan")[0].removeprefix(str(document["jenis"])).strip()
            content = f"Foto kegiatan {topic}; tampak peserta di lokasi. Tidak memuat angka hasil."
            cells = (
                paper_cell(document, "jenis", FOTO),
                paper_cell(document, "nama", name),
                paper_cell(document, "isi_ringkas", content),
                *([paper_cell(document, "bertanda_tangan", False)] if document["bertanda_tangan"] else []),
            )
            text = (
                f"Bukti “{evidence['nama_eviden']}” hanya foto “{name}”; tidak ada dokumen yang menunjukkan hasilnya."
            )
            guards = (("bukti_dukung", evidence["bukti_id"], "dokumen_id"),)
            yield Case(cells, ("dokumen", document["dokumen_id"]), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        documents = desk.office.by_id("dokumen")
        photos = [row for row in desk.office.rows("bukti_dukung") if documents[row["dokumen_id"]]["jenis"] == FOTO]
        for row in desk.shuffled(photos, lambda entry: entry["bukti_id"]):
            photo = documents[row["dokumen_id"]]
            report = documents.get(photo["dokumen_id"] - 500)
            if report is None or report["jenis"] == FOTO:
                continue
            content = f"{photo['isi_ringkas']} Lampiran dari “{report['nama']}”."
            text = (
                f"“{photo['nama']}” adalah foto yang melengkapi “{report['nama']}”; bersama laporannya bukti ini cukup."
            )
            guards = (("dokumen", report["dokumen_id"], "jenis"), ("bukti_dukung", row["bukti_id"], "dokumen_id"))
            yield Case(
                (paper_cell(photo, "isi_ringkas", content),), ("dokumen", photo["dokumen_id"]), text, True, guards
            )

    def detect(self, office: Office) -> set[Objek]:
        documents, found = office.by_id("dokumen"), set()
        for rows in office.grouped("bukti_dukung", "iki_id", "periode_id").values():
            papers = [documents[row["dokumen_id"]] for row in rows if row["dokumen_id"] in documents]
            if papers and all(paper["jenis"] == FOTO for paper in papers):
                found |= {("dokumen", paper["dokumen_id"]) for paper in papers}
        return found


KINDS = (Irrelevant, Reused, PhotoOnly)
