"""Family U: feedback. Uniform, empty, contradicting.

Scene: an assessor's year is read. May import: kind, office, desk.
Facts: uniform praise named as a cause of inflated ratings (SINGLE, birokratmenulis.org).
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row, unique

_BIROKRAT = "https://birokratmenulis.org/mengulik-fenomena-penilaian-kinerja-asn-benarkah-baik-baik-saja"
_SEDIKITNYA = 3


def _by_rater(office: Office) -> dict[tuple[int, int], list[Row]]:
    return office.grouped("umpan_balik", "pemberi_id", "periode_id")


def _sentences(desk: Desk, code: str) -> list[str]:
    return [row["teks"] for row in desk.world.pack.umpan_cacat if row["kode"] == code]


class Uniform(FaultKind):
    """Every member hears the same sentence: one text in all lines of an assessor in a period."""

    kode, judul, kesulitan, sumber = "U01", "Umpan balik seragam untuk semua bawahan", 1, _BIROKRAT

    def _teams(self, desk: Desk) -> Iterator[tuple[int, int, list[Row]]]:
        """(rater, quarter, lines) of those who rate at least three people, in keyed order."""
        groups = {
            key: rows
            for key, rows in _by_rater(desk.office).items()
            if key[1] < 5 and unique(row["skp_id"] for row in rows) >= _SEDIKITNYA
        }
        for rater, period in desk.shuffled(groups, lambda key: key[0] * 10 + key[1]):
            if rater != 1:
                yield rater, period, groups[rater, period]

    def cases(self, desk: Desk) -> Iterator[Case]:
        for rater, period, rows in self._teams(desk):
            sentence = desk.pick(rater * 10 + period, _sentences(desk, "U01"))
            name = desk.office.row("pegawai", rater)["nama"]
            people = unique(row["skp_id"] for row in rows)
            text = (
                f"{name} memberi kalimat yang sama kepada {people} bawahan pada {desk.office.period(period)['nama']}."
            )
            cells = tuple(Cell("umpan_balik", row["umpan_id"], "teks", sentence) for row in rows)
            yield Case(cells, ("pegawai", rater), text)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """The same opening for everybody, followed by what was seen in each one's own work."""
        uniform = self.detect(desk.office)
        for rater, period, rows in self._teams(desk):
            if ("pegawai", rater) in uniform or not all(row["teks"] for row in rows):
                continue
            opening = desk.pick(rater * 10 + period, _sentences(desk, "U01-BS"))
            name = desk.office.row("pegawai", rater)["nama"]
            text = (
                f"{name} membuka semua umpan balik pada {desk.office.period(period)['nama']} dengan kalimat yang sama, "
                "tetapi isinya khusus untuk setiap pegawai."
            )
            cells = tuple(Cell("umpan_balik", row["umpan_id"], "teks", f"{opening} {row['teks']}") for row in rows)
            yield Case(cells, ("pegawai", rater), text, True)

    def detect(self, office: Office) -> set[Objek]:
        found = set()
        for (rater, _period), rows in _by_rater(office).items():
            texts = [row["teks"] for row in rows if row["teks"].strip()]
            if unique(row["skp_id"] for row in rows) >= _SEDIKITNYA and texts and unique(texts) == 1:
                found.add(("pegawai", rater))
        return found


class Empty(FaultKind):
    """A rating without a word: an assessment is given, but no line of its feedback has text."""

    kode, judul, kesulitan, per_60 = "U02", "Umpan balik kosong", 1, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        lines = desk.office.grouped("umpan_balik", "skp_id", "periode_id")
        for row in desk.shuffled(desk.office.rows("evaluasi"), lambda entry: entry["evaluasi_id"]):
            mine = lines.get((row["skp_id"], row["periode_id"]), [])
            if not mine or any(not line["teks"] for line in mine):
                continue
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            period = desk.office.period(row["periode_id"])["nama"]
            text = f"{name} dinilai pada {period} tanpa satu pun kalimat umpan balik."
            cells = tuple(Cell("umpan_balik", line["umpan_id"], "teks", "") for line in mine)
            yield Case(cells, ("evaluasi", row["evaluasi_id"]), text)

    def detect(self, office: Office) -> set[Objek]:
        lines = office.grouped("umpan_balik", "skp_id", "periode_id")
        return {
            ("evaluasi", row["evaluasi_id"])
            for row in office.rows("evaluasi")
            if row["dinilai_pada"] is not None
            and not any(line["teks"].strip() for line in lines.get((row["skp_id"], row["periode_id"]), []))
        }


class Contradicting(FaultKind):
    """Words against the rating: results above expectation, while most lines about them are sad."""

    kode, judul, kesulitan, per_60 = "U03", "Umpan balik bertentangan dengan rating", 3, 2

    def _praised(self, desk: Desk) -> Iterator[tuple[Row, list[Row]]]:
        lines = desk.office.grouped("umpan_balik", "skp_id", "periode_id")
        high = [row for row in desk.office.rows("evaluasi") if row["rating_hasil"] == "di_atas_ekspektasi"]
        for row in desk.shuffled(high, lambda entry: entry["evaluasi_id"]):
            mine = [line for line in lines.get((row["skp_id"], row["periode_id"]), []) if line["sasaran"] == "iki"]
            if mine and all(line["teks"] for line in mine):
                yield row, mine

    def cases(self, desk: Desk) -> Iterator[Case]:
        sentences = _sentences(desk, "U03")
        for row, mine in self._praised(desk):
            cells = []
            for order, line in enumerate(mine):
                sentence = sentences[(desk.number(row["evaluasi_id"], 3) + order) % len(sentences)]
                cells += [
                    Cell("umpan_balik", line["umpan_id"], "teks", sentence),
                    Cell("umpan_balik", line["umpan_id"], "ikon", "sedih"),
                ]
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            text = f"Rating hasil kerja {name} Di Atas Ekspektasi, tetapi seluruh umpan baliknya berisi kecaman."
            guards = (("evaluasi", row["evaluasi_id"], "rating_hasil"),)
            yield Case(tuple(cells), ("evaluasi", row["evaluasi_id"]), text, False, guards)

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        sentences = _sentences(desk, "U03-BS")
        for row, mine in self._praised(desk):
            sentence = desk.pick(row["evaluasi_id"], sentences)
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            text = f"Umpan balik {name} memuat saran, tetapi nadanya sejalan dengan rating Di Atas Ekspektasi."
            cells = (Cell("umpan_balik", mine[0]["umpan_id"], "teks", sentence),)
            guards = (("evaluasi", row["evaluasi_id"], "rating_hasil"),)
            yield Case(cells, ("evaluasi", row["evaluasi_id"]), text, True, guards)

    def detect(self, office: Office) -> set[Objek]:
        lines = office.grouped("umpan_balik", "skp_id", "periode_id")
        found = set()
        for row in office.rows("evaluasi"):
            mine = [line for line in lines.get((row["skp_id"], row["periode_id"]), []) if line["sasaran"] == "iki"]
            sad = [line for line in mine if line["ikon"] == "sedih"]
            if row["rating_hasil"] == "di_atas_ekspektasi" and mine and 2 * len(sad) > len(mine):
                found.add(("evaluasi", row["evaluasi_id"]))
        return found


KINDS = (Uniform, Empty, Contradicting)
