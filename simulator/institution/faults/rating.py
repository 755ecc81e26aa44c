"""Family R: ratings. Kuadran, distribution, inflation, lateness, wrong assessor, all at once.

Scene: calibration of a unit's year. May import: kind, office, desk, simulator.rules.
Facts: kuadran (CONFIRMED, PermenPANRB 6/2022); pola distribusi (SINGLE percentages, SE MenPANRB 3/2023), judged by
simulator/rules/distribusi.py with its tolerance for small units.
Add: a kind here and in catalogue.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from simulator.domain.penilaian import Predikat, PredikatOrganisasi
from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell, FaultKind, Objek
from simulator.institution.faults.office import Office, Row, unique
from simulator.institution.ratings import KUADRAN, PREDIKAT, RATING
from simulator.rules.distribusi import periksa_distribusi

TAHUNAN = 5
#: Groups smaller than this are too small to speak of a distribution.
_SEDIKITNYA = 5
_BPS = "https://birokratmenulis.org/mengulik-fenomena-penilaian-kinerja-asn-benarkah-baik-baik-saja"
_DEMAK = "https://bkpp.demakkab.go.id/2024/03/desk-evaluasi-kinerja-asn-pada-e.html"
_RENDAH = ("sangat_kurang", "kurang", "butuh_perbaikan")


def _rated(row: Row) -> bool:
    """Both ratings are given; in an office in progress they may still be open."""
    return row["rating_hasil"] is not None and row["rating_perilaku"] is not None


def _kuadran(row: Row) -> str:
    """What the two ratings of an evaluation make, by code."""
    rank = {rating.value: index for index, rating in enumerate(RATING)}
    return PREDIKAT[int(KUADRAN[rank[row["rating_hasil"]], rank[row["rating_perilaku"]]])].value


def _cells(row: Row, hasil: int, perilaku: int) -> list[Cell]:
    """Cells that give an evaluation other ratings, with the predikat that follows."""
    new = {
        "rating_hasil": RATING[hasil].value,
        "rating_perilaku": RATING[perilaku].value,
        "predikat": PREDIKAT[int(KUADRAN[hasil, perilaku])].value,
    }
    return [Cell("evaluasi", row["evaluasi_id"], name, value) for name, value in new.items() if row[name] != value]


def _guards(row: Row) -> tuple[tuple[str, int, str], ...]:
    return tuple(("evaluasi", row["evaluasi_id"], name) for name in ("rating_hasil", "rating_perilaku", "predikat"))


def _teams(office: Office) -> dict[int, tuple[Row, list[Row]]]:
    """unit_id → (capaian of the year, annual evaluations of its members without the head).

    Only units whose members are all rated: before that there is no distribution to speak of.
    """
    annual = {row["pegawai_id"]: row for row in office.rows("evaluasi") if row["periode_id"] == TAHUNAN}
    teams = {}
    for reached in office.rows("capaian_organisasi"):
        unit = office.row("unit_kerja", reached["unit_id"])
        if reached["periode_id"] != TAHUNAN or unit["induk_id"] is None:
            continue
        rows = [
            annual[person["pegawai_id"]] for person in office.members(unit["unit_id"]) if person["pegawai_id"] in annual
        ]
        if len(rows) >= _SEDIKITNYA and all(_rated(row) for row in rows):
            teams[unit["unit_id"]] = (reached, rows)
    return teams


def _inflated(reached: Row, rows: list[Row]) -> bool:
    good = sum(_kuadran(row) not in _RENDAH for row in rows)
    return reached["predikat"] in _RENDAH and 10 * good >= 8 * len(rows)


class OutsideKuadran(FaultKind):
    """A predikat the kuadran does not give: it differs from what the two ratings make."""

    kode, judul, kesulitan, per_60 = "R01", "Predikat tidak sesuai kuadran hasil dan perilaku", 1, 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in desk.shuffled(desk.office.rows("evaluasi"), lambda entry: entry["evaluasi_id"]):
            right = _kuadran(row)
            wrong = desk.pick(row["evaluasi_id"], [entry for entry in PREDIKAT if entry.value != right])
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            text = (
                f"Predikat {name} pada {desk.office.period(row['periode_id'])['nama']} tertulis {wrong.label}; "
                f"menurut kuadran seharusnya {Predikat.dari(right).label}."
            )
            cells = (Cell("evaluasi", row["evaluasi_id"], "predikat", wrong.value),)
            yield Case(cells, ("evaluasi", row["evaluasi_id"]), text, False, _guards(row)[:2])

    def detect(self, office: Office) -> set[Objek]:
        return {
            ("evaluasi", row["evaluasi_id"])
            for row in office.rows("evaluasi")
            if row["predikat"] is not None and _rated(row) and row["predikat"] != _kuadran(row)
        }


class OutOfPattern(FaultKind):
    """A unit rated against its pattern: the year's predikat do not fit the capaian organisasi."""

    kode, judul, kesulitan = "R02", "Sebaran predikat unit melanggar pola distribusi", 2
    sumber = "SE MenPANRB 3/2023, dikutip https://naikpangkat.com/se-terbaru-menpan-rb-tetapkan-3-tahap-evaluasi-kinerja-asn-harus-lebih-waspada/3"

    def cases(self, desk: Desk) -> Iterator[Case]:
        teams = _teams(desk.office)
        for unit in desk.shuffled(teams, lambda key: key):
            reached, rows = teams[unit]
            if reached["predikat"] != "baik":
                continue
            cells = [cell for row in rows for cell in _cells(row, 1, 1)]
            guards = tuple(guard for row in rows for guard in _guards(row))
            name = desk.office.row("unit_kerja", unit)["nama"]
            text = (
                f"Capaian {name} Baik, tetapi seluruh {len(rows)} anggotanya berpredikat Baik; pola "
                "distribusi dilanggar."
            )
            yield Case(tuple(cells), ("unit_kerja", unit), text, False, _free(guards, cells))

    def detect(self, office: Office) -> set[Objek]:
        end = max(row["periode_akhir"] for row in office.rows("periode_penilaian"))
        found = set()
        for unit, (reached, rows) in _teams(office).items():
            counts = Counter(Predikat.dari(_kuadran(row)) for row in rows)
            broken = periksa_distribusi(PredikatOrganisasi.dari(reached["predikat"]), counts, end)
            if broken and not _inflated(reached, rows):
                found.add(("unit_kerja", unit))
        return found


def _free(guards: tuple[tuple[str, int, str], ...], cells: list[Cell]) -> tuple[tuple[str, int, str], ...]:
    """Guards without the cells that the case writes itself."""
    own = {(cell.tabel, cell.kunci, cell.kolom) for cell in cells}
    return tuple(guard for guard in guards if guard not in own)


class Inflation(FaultKind):
    """High ratings in a low unit: at least eight in ten are Baik or better below a capaian of Baik."""

    kode, judul, kesulitan, sumber = "R03", "Inflasi: rating tinggi walau capaian organisasi rendah", 3, _BPS

    def cases(self, desk: Desk) -> Iterator[Case]:
        teams = _teams(desk.office)
        for unit in desk.shuffled(teams, lambda key: key):
            reached, rows = teams[unit]
            if reached["predikat"] in _RENDAH:
                continue
            cells: list[Cell] = [
                Cell("capaian_organisasi", reached["capaian_id"], "predikat", "butuh_perbaikan"),
                Cell("capaian_organisasi", reached["capaian_id"], "nilai", (680 + desk.number(unit, 120)) / 10),
            ]
            for order, row in enumerate(rows):
                cells += _cells(row, 2, 2) if order % 3 == 0 else _cells(row, 1, 1 + order % 2)
            guards = tuple(guard for row in rows for guard in _guards(row))
            name = desk.office.row("unit_kerja", unit)["nama"]
            text = f"Capaian {name} Butuh Perbaikan, tetapi tidak seorang pun anggotanya berpredikat di bawah Baik."
            yield Case(tuple(cells), ("unit_kerja", unit), text, False, _free(guards, cells))

    def detect(self, office: Office) -> set[Objek]:
        return {("unit_kerja", unit) for unit, (reached, rows) in _teams(office).items() if _inflated(reached, rows)}


class Late(FaultKind):
    """Rated after the period closed: the day of assessment lies behind the closing day, and no leave explains it."""

    kode, judul, kesulitan, per_60 = "R04", "Penilaian melewati batas pengisian", 1, 2
    sumber = (
        "https://radarbontang.com/pengisian-skp-tahunan-asn-ditarget-maret-sudi-isi-tepat-waktu-tpp-cair-sesuai-harapan"
    )

    def _quarters(self, desk: Desk) -> Iterator[Row]:
        rows = [row for row in desk.office.rows("evaluasi") if row["periode_id"] < 4]
        yield from desk.shuffled(rows, lambda entry: entry["evaluasi_id"])

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row in self._quarters(desk):
            closing = desk.office.closing(row["periode_id"])
            late = closing + timedelta(days=4 + desk.number(row["evaluasi_id"], 21))
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            text = f"{name} dinilai {late:%d-%m-%Y}, sesudah batas pengisian {closing:%d-%m-%Y}."
            key = row["evaluasi_id"]
            yield Case(
                (Cell("evaluasi", key, "dinilai_pada", late),),
                ("evaluasi", key),
                text,
                False,
                (("evaluasi", key, "catatan"),),
            )

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        for row in self._quarters(desk):
            closing = desk.office.closing(row["periode_id"])
            late = closing + timedelta(days=6 + desk.number(row["evaluasi_id"], 10))
            person = desk.office.row("pegawai", row["pegawai_id"])
            kind = "melahirkan" if person["jenis_kelamin"] == "2" else "sakit"
            remark = (
                f"Pegawai cuti {kind} sampai {closing + timedelta(days=2):%d-%m-%Y}; batas penilaian "
                "digeser dengan persetujuan admin."
            )
            text = f"{person['nama']} dinilai terlambat karena cuti {kind} yang tercatat; ini dibenarkan."
            key = row["evaluasi_id"]
            cells = (Cell("evaluasi", key, "dinilai_pada", late), Cell("evaluasi", key, "catatan", remark))
            yield Case(cells, ("evaluasi", key), text, True)

    def detect(self, office: Office) -> set[Objek]:
        batch = _at_once(office)
        return {
            ("evaluasi", row["evaluasi_id"])
            for row in office.rows("evaluasi")
            if row["dinilai_pada"] is not None
            and row["dinilai_pada"] > office.closing(row["periode_id"])
            and "cuti" not in row["catatan"]
            and row["skp_id"] not in batch
        }


class WrongAssessor(FaultKind):
    """Rated by somebody else: the assessor of an evaluation is not the one on the SKP."""

    kode, judul, kesulitan, sumber = "R05", "Penilai bukan pejabat penilai pada SKP", 2, _DEMAK

    def _others(self, desk: Desk) -> Iterator[tuple[Row, Row]]:
        heads = [row["pimpinan_id"] for row in desk.office.rows("unit_kerja")]
        people = desk.office.by_id("pegawai")
        for row in desk.shuffled(desk.office.rows("evaluasi"), lambda entry: entry["evaluasi_id"]):
            known = [head for head in heads if head in people and head not in (row["penilai_id"], row["pegawai_id"])]
            if row["penilai_id"] is not None and known:
                yield row, people[desk.pick(row["evaluasi_id"], known)]

    def cases(self, desk: Desk) -> Iterator[Case]:
        for row, other in self._others(desk):
            name = desk.office.row("pegawai", row["pegawai_id"])["nama"]
            text = f"{name} dinilai oleh {other['nama']}, bukan oleh pejabat penilai yang tercantum pada SKP-nya."
            key = row["evaluasi_id"]
            cells = (Cell("evaluasi", key, "penilai_id", other["pegawai_id"]),)
            yield Case(cells, ("evaluasi", key), text)

    def detect(self, office: Office) -> set[Objek]:
        assessor = {row["skp_id"]: row["penilai_id"] for row in office.rows("skp")}
        return {
            ("evaluasi", row["evaluasi_id"])
            for row in office.rows("evaluasi")
            if row["penilai_id"] != assessor[row["skp_id"]]
        }


def _at_once(office: Office) -> set[int]:
    """SKP whose four quarters carry the same ratings and the same day."""
    found = set()
    for skp_id, rows in office.grouped("evaluasi", "skp_id").items():
        quarters = [row for row in rows if row["periode_id"] < TAHUNAN and row["dinilai_pada"] is not None]
        same = unique((row["dinilai_pada"], row["rating_hasil"], row["rating_perilaku"]) for row in quarters) == 1
        if same and len(quarters) == 4:
            found.add(skp_id)
    return found


class AtOnce(FaultKind):
    """A year rated in one go: four quarters carry the same day and the same ratings."""

    kode, judul, kesulitan = "R06", "Empat triwulan dinilai borongan pada hari yang sama", 2

    def cases(self, desk: Desk) -> Iterator[Case]:
        groups = desk.office.grouped("evaluasi", "skp_id")
        for skp_id in desk.shuffled(groups, lambda key: key):
            quarters = [row for row in groups[skp_id] if row["periode_id"] < TAHUNAN]
            if unique((row["rating_hasil"], row["rating_perilaku"]) for row in quarters) > 1:
                continue
            last = quarters[-1]
            name = desk.office.row("pegawai", last["pegawai_id"])["nama"]
            text = (
                f"Empat triwulan {name} dinilai sekaligus pada {last['dinilai_pada']:%d-%m-%Y} dengan rating yang sama."
            )
            cells = tuple(
                Cell("evaluasi", row["evaluasi_id"], "dinilai_pada", last["dinilai_pada"]) for row in quarters[:-1]
            )
            ratings = tuple(guard for row in quarters for guard in _guards(row)[:2])
            guards = (("evaluasi", last["evaluasi_id"], "dinilai_pada"), *ratings)
            yield Case(cells, ("skp", skp_id), text, False, guards)

    def detect(self, office: Office) -> set[Objek]:
        return {("skp", skp_id) for skp_id in _at_once(office)}


KINDS = (OutsideKuadran, OutOfPattern, Inflation, Late, WrongAssessor, AtOnce)
