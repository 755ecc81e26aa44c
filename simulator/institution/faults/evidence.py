"""Family B: evidence. Relevance, timing, reuse, access, photographs.

Scene: a colleague's evidence is judged. May import: kind, office, desk.
Facts: evidence is a link the assessor must be able to open (SINGLE); criteria are aturan kelas
(simulator/rules/bukti.py); evidence gathered only at the end of the year is a named mistake (SINGLE).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import FOTO, Office, Row

_PUSDIKLAT = "https://www.pusatdiklatpemerintahan.com/?p=25658"
_RHK_FOLDER = re.compile(r"/RHK-(\d\d)$")


def _papers(desk: Desk) -> Iterator[tuple[Row, Row]]:
    """(document, its main piece of evidence): attached papers that are not photographs, in keyed order."""
    attached = desk.office.attached()
    documents = [row for row in desk.office.rows("dokumen") if row["dokumen_id"] in attached and row["jenis"] != FOTO]
    for row in desk.shuffled(documents, lambda entry: entry["dokumen_id"]):
        yield row, attached[row["dokumen_id"]][0]


def _doc(row: Row, column: str, value: object) -> Cell:
    return Cell("dokumen", row["dokumen_id"], column, value)


def _number(iki_id: int) -> int:
    """Number of the RHK inside its SKP, as the folders of the drive write it."""
    return iki_id // 10 % 10


class Irrelevant(FaultKind):
    kode, judul, kesulitan, sumber, per_60 = "B01", "Bukti tidak relevan dengan indikator", 3, _PUSDIKLAT, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        by_owner = desk.office.grouped("dokumen", "pemilik_id")
        attached = desk.office.attached()
        for document, evidence in _papers(desk):
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
        for document, evidence in _papers(desk):
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
            _doc(theirs, "isi_ringkas", content),
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
            if folder is None or int(folder.group(1)) != _number(row["iki_id"]):
                found.add(("bukti_dukung", row["bukti_id"]))
        return found


def _gist(rhk: Row) -> str:
    """The result of an RHK without the place it is for."""
    return " ".join(rhk["teks"].split()[:4])


class PiledUp(FaultKind):
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
                cells.append(_doc(row, "diunggah_pada", day))
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


class Reused(FaultKind):
    kode, judul, kesulitan, per_60 = "B03", "Berkas yang sama dipakai berulang", 2, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        documents, attached = desk.office.by_id("dokumen"), desk.office.attached()
        for document, evidence in _papers(desk):
            # The same indicator one quarter earlier.
            earlier = documents.get(document["dokumen_id"] - 100)
            if evidence["periode_id"] == 1 or earlier is None or earlier["dokumen_id"] not in attached:
                continue
            # The same file has the same kind.
            if earlier["jenis"] != document["jenis"]:
                continue
            cells = (_doc(document, "sidik", earlier["sidik"]), _doc(document, "isi_ringkas", earlier["isi_ringkas"]))
            text = f"Isi “{document['nama']}” sama persis dengan “{earlier['nama']}” dari triwulan sebelumnya."
            guards = (("dokumen", earlier["dokumen_id"], "sidik"), ("dokumen", earlier["dokumen_id"], "isi_ringkas"))
            yield Case(cells, ("dokumen", document["dokumen_id"]), text, False, guards)

    def detect(self, office: Office) -> set[Objek]:
        attached, found = office.attached(), set()
        for rows in office.grouped("dokumen", "sidik").values():
            used = sorted((row for row in rows if row["dokumen_id"] in attached), key=lambda row: row["dokumen_id"])
            found |= {("dokumen", row["dokumen_id"]) for row in used[1:]}
        return found


class OutOfPeriod(FaultKind):
    kode, judul, kesulitan, per_60 = "B04", "Tanggal bukti di luar periode", 1, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        for document, evidence in _papers(desk):
            period = desk.office.period(evidence["periode_id"])
            wrong = period["periode_awal"] - timedelta(days=12 + desk.number(document["dokumen_id"], 60))
            text = f"“{document['nama']}” bertanggal {wrong:%d-%m-%Y}, sebelum {period['nama']} dimulai."
            yield Case((_doc(document, "tanggal", wrong),), ("dokumen", document["dokumen_id"]), text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for document, evidence in _papers(desk):
            last = desk.office.period(evidence["periode_id"])["periode_akhir"]
            if document["diunggah_pada"] <= last:
                continue
            text = (
                f"“{document['nama']}” bertanggal hari terakhir periode dan diunggah sesudahnya; tetap di "
                "dalam periode."
            )
            yield Case((_doc(document, "tanggal", last),), ("dokumen", document["dokumen_id"]), text, True)

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
    kode, judul, kesulitan, per_60 = "B05", "Tautan tidak dapat dibuka penilai", 1, 3

    def cases(self, desk: Desk) -> Iterator[Case]:
        for document, _evidence in _papers(desk):
            text = f"“{document['nama']}” hanya dapat dibuka pemiliknya; pejabat penilai tidak punya akses."
            yield Case((_doc(document, "akses", "pribadi"),), ("dokumen", document["dokumen_id"]), text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for document, _evidence in _papers(desk):
            if document["akses"] == "instansi":
                text = f"“{document['nama']}” dibatasi, tetapi pejabat penilai dapat membukanya; itu cukup."
                yield Case((_doc(document, "akses", "penilai"),), ("dokumen", document["dokumen_id"]), text, True)

    def detect(self, office: Office) -> set[Objek]:
        documents = office.by_id("dokumen")
        return {
            ("dokumen", key) for key in office.attached() if key in documents and documents[key]["akses"] == "pribadi"
        }


class PhotoOnly(FaultKind):
    kode, judul, kesulitan, per_60 = "B06", "Bukti hanya foto, tanpa laporan atau hasil", 2, 2
    sumber = "https://kompasiana.com/indahnovita5600/6346cc44c21b80288d3a5f12/foto-sebagai-bukti-pendukung-laporan-kinerja-pns"

    def cases(self, desk: Desk) -> Iterator[Case]:
        alone = {
            key: len({row["dokumen_id"] for row in rows}) == 1
            for key, rows in desk.office.grouped("bukti_dukung", "iki_id", "periode_id").items()
        }
        for document, evidence in _papers(desk):
            if not alone[evidence["iki_id"], evidence["periode_id"]]:
                continue
            name = f"IMG_{document['tanggal']:%Y%m%d}_{desk.number(document['dokumen_id'], 9000) + 1000}.jpg"
            topic = evidence["nama_eviden"].split(" Triwulan")[0].split(maxsplit=1)[-1]
            content = f"Foto kegiatan {topic}; tampak peserta di lokasi. Tidak memuat angka hasil."
            cells = (
                _doc(document, "jenis", FOTO),
                _doc(document, "nama", name),
                _doc(document, "isi_ringkas", content),
                *([_doc(document, "bertanda_tangan", False)] if document["bertanda_tangan"] else []),
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
            yield Case((_doc(photo, "isi_ringkas", content),), ("dokumen", photo["dokumen_id"]), text, True, guards)

    def detect(self, office: Office) -> set[Objek]:
        documents, found = office.by_id("dokumen"), set()
        for rows in office.grouped("bukti_dukung", "iki_id", "periode_id").values():
            papers = [documents[row["dokumen_id"]] for row in rows if row["dokumen_id"] in documents]
            if papers and all(paper["jenis"] == FOTO for paper in papers):
                found |= {("dokumen", paper["dokumen_id"]) for paper in papers}
        return found


KINDS = (Irrelevant, PiledUp, Reused, OutOfPeriod, Closed, PhotoOnly)
