"""Assessing: capaian organisasi, evaluasi, umpan balik, keberatan.

Scene: after each quarter, and in January. May import: the world. Facts: ratings and predikat as in ratings.py; the
organisation's result is set one level above (CONFIRMED); days and shares are REKAAN (pack bobot.csv).
Add: a column here and in the schema.
"""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from simulator.domain.skp import NilaiBerAKHLAK
from simulator.institution.calendar import TAHUNAN, dates, day, next_workday, workday
from simulator.institution.keys import Ints
from simulator.institution.ratings import BAIK, CAPAIAN, PERIODE, PREDIKAT, RATING
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.texts import without_echo
from simulator.institution.world import World

_NILAI = tuple(value.value for value in NilaiBerAKHLAK)
_NADA = ("rendah", "sesuai", "tinggi")
_IKON = {"rendah": "sedih", "sesuai": "senyum", "tinggi": "jempol"}
#: Lowest and highest percentage behind each organisation result, in tenths, lowest level first (REKAAN).
_NILAI_CAPAIAN = ((300, 499), (500, 649), (650, 849), (900, 1000), (1010, 1080))
_UMPAN_PER_PEGAWAI = 10_000


def capaian_columns(world: World) -> Columns:
    first, weight = world.layout.unit_blok, world.pack.bilangan
    office = np.array([int(row["unit_id"]) for row in world.pack.unit_kantor if row["capaian"] != "induk"])
    # A Puskesmas that is not fully staffed yet has no organisation result of its own.
    full = world.layout.n_blok - (world.layout.isi_terakhir < world.layout.per_blok)
    unit = np.concatenate([office, np.arange(first, first + full)])
    reached = world.ratings.capaian(unit)
    period = np.tile(PERIODE, len(unit))
    unit = np.repeat(unit, 5)
    level = reached.ravel()
    key = unit * 10 + period
    bounds = np.array(_NILAI_CAPAIAN)[level]
    return {
        "capaian_id": key,
        "unit_id": unit,
        "periode_id": period,
        "predikat": level,
        "nilai": world.keys.between("capaian.angka", key, bounds[:, 0], bounds[:, 1]),
        "ditetapkan_pada": next_workday(
            world.year.akhir_hari(period)
            + np.where(period == TAHUNAN, weight("capaian.ditetapkan_tahunan"), weight("capaian.ditetapkan"))
            + world.keys.below("capaian.hari", period, weight("capaian.ragam"))
        ),
    }


def capaian_rows(world: World, columns: Columns, index: Ints) -> Rows:
    when = dates(columns["ditetapkan_pada"][index])
    return [
        {
            "capaian_id": int(columns["capaian_id"][here]),
            "unit_id": int(columns["unit_id"][here]),
            "periode_id": int(columns["periode_id"][here]),
            "predikat": CAPAIAN[int(columns["predikat"][here])].value,
            "nilai": int(columns["nilai"][here]) / 10,
            "ditetapkan_oleh_id": None if columns["unit_id"][here] == 1 else 1,
            "ditetapkan_pada": when[order],
        }
        for order, here in enumerate(index.tolist())
    ]


def dinilai_pada(world: World) -> Ints:
    """Day of assessment by person and period: after the quarter, before it closes; never all on one day."""
    ids, weight = world.layout.pegawai_id[:, None], world.pack.bilangan
    key = ids * 10 + PERIODE
    end, closing = world.year.akhir_hari(PERIODE), world.year.batas_hari(PERIODE)
    annual = PERIODE == TAHUNAN
    start = end + np.where(annual, weight("nilai.mulai_tahunan"), weight("nilai.mulai"))
    span = np.where(annual, weight("nilai.rentang_tahunan"), weight("nilai.rentang"))
    given = start + world.keys.below("nilai.hari", key, span)
    return np.minimum(workday(given), closing)


def evaluasi_columns(world: World) -> Columns:
    ratings = world.ratings
    person = np.repeat(np.arange(world.size), 5)
    period = np.tile(PERIODE, world.size)
    key = (person + 1) * 10 + period
    return {
        "evaluasi_id": key,
        "pegawai": person,
        "periode_id": period,
        "rating_hasil": ratings.hasil.ravel(),
        "rating_perilaku": ratings.perilaku.ravel(),
        "predikat": ratings.predikat.ravel(),
        "catatan": world.keys.below("nilai.catatan", key, 1 << 20),
        "dinilai_pada": dinilai_pada(world).ravel(),
    }


def evaluasi_rows(world: World, columns: Columns, index: Ints) -> Rows:
    given = dates(columns["dinilai_pada"][index])
    today, closing = world.year.hari_simulasi, world.year.batas
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        person, period = int(columns["pegawai"][here]), int(columns["periode_id"][here])
        predikat = PREDIKAT[int(columns["predikat"][here])].value
        remark = world.texts.pilih(("catatan", predikat), int(columns["catatan"][here])) if period == TAHUNAN else ""
        locked = closing[period - 1] + timedelta(days=1)
        rows.append(
            {
                "evaluasi_id": int(columns["evaluasi_id"][here]),
                "skp_id": person + 1,
                "periode_id": period,
                "pegawai_id": person + 1,
                "penilai_id": int(world.layout.atasan_id[person]) or None,
                "rating_hasil": RATING[int(columns["rating_hasil"][here])].value,
                "rating_perilaku": RATING[int(columns["rating_perilaku"][here])].value,
                "predikat": predikat,
                "catatan": remark,
                "dinilai_pada": given[order],
                "dikunci_pada": locked if locked <= today else None,
            }
        )
    return rows


def umpan_columns(world: World) -> Columns:
    """Lines about one IKI of every RHK and two values each quarter; a general line and one value for the year."""
    iki, conduct, general = _umpan_iki(world), _umpan_perilaku(world), _umpan_umum(world)
    columns = {name: np.concatenate([iki[name], conduct[name], general[name]]) for name in iki}
    order = np.argsort(columns["umpan_id"], kind="stable")
    columns = {name: values[order] for name, values in columns.items()}
    person = columns["umpan_id"] // _UMPAN_PER_PEGAWAI - 1
    given = dinilai_pada(world)[person, columns["periode_id"] - 1]
    first = world.year.akhir_hari(columns["periode_id"]) + 1
    back = world.keys.below("umpan.hari", columns["umpan_id"], world.pack.bilangan("umpan.sebelum"))
    return {**columns, "pegawai": person, "diberikan_pada": np.maximum(workday(given - back), first)}


def _umpan_iki(world: World) -> Columns:
    plan, keys = world.plan, world.keys
    rhk = np.repeat(np.arange(len(plan.rhk_id)), 4)
    period = np.tile(np.arange(1, 5), len(plan.rhk_id))
    base = plan.rhk_id[rhk] * 10 + period
    rating = world.ratings.hasil[plan.pemilik[rhk], period - 1]
    tones = world.attainment.nada.reshape(-1, 3, 4)[rhk, :, period - 1]
    # Below expectation, the assessor speaks about what fell short, where something did.
    short = (rating == 0) & (tones.min(axis=1) == 0)
    aspect = np.where(short, tones.argmin(axis=1), keys.below("umpan.aspek", base, 3))
    iki = rhk * 3 + aspect
    due = world.attainment.ada[iki, period - 1]
    owner, number = world.people.id[plan.pemilik[rhk]], plan.nomor[rhk]
    ids = owner * _UMPAN_PER_PEGAWAI + period * 1000 + number * 10 + aspect + 1
    # The tone of a line never contradicts the rating that is given with it.
    tone = np.clip(world.attainment.nada[iki, period - 1], np.where(rating == 2, 1, 0), np.where(rating == 0, 1, 2))
    columns = {
        "umpan_id": ids,
        "periode_id": period,
        "sasaran": np.zeros_like(ids),
        "acuan": iki,
        "nada": tone,
        "teks": _variant(world, plan.pemilik[rhk], period, number),
        "pola": plan.pola[rhk],
    }
    return {name: values[due] for name, values in columns.items()}


def _variant(world: World, person: Ints, period: Ints, line: Ints | int) -> Ints:
    """Which variant of a sentence: the assessor starts somewhere and goes on, so no two of a team read alike."""
    base = world.keys.below("umpan.teks", world.layout.atasan_id[person] * 10 + period, 1 << 16)
    return base + world.layout.slot[person] + line


def _umpan_perilaku(world: World) -> Columns:
    keys = world.keys
    parts: list[Columns] = []
    for period in range(1, TAHUNAN + 1):
        for line in range(2 if period < TAHUNAN else 1):
            person = np.arange(world.size)
            # Values go round the team, so that people who do the same work hear about different ones.
            start = keys.below("umpan.nilai", world.layout.atasan_id * 10 + period, len(_NILAI))
            value = (start + world.layout.slot + line * 3) % len(_NILAI)
            ids = (person + 1) * _UMPAN_PER_PEGAWAI + period * 1000 + 900 + value
            draw = keys.below("umpan.teks", world.layout.atasan_id * 10 + period, 1 << 16) + line
            parts.append(
                {
                    "umpan_id": ids,
                    "periode_id": np.full_like(ids, period),
                    "sasaran": np.ones_like(ids),
                    "acuan": value,
                    "nada": world.ratings.perilaku[:, period - 1],
                    "teks": draw,
                    "pola": world.plan.pola_utama(person, draw + value),
                }
            )
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _umpan_umum(world: World) -> Columns:
    person = np.arange(world.size)
    ids = (person + 1) * _UMPAN_PER_PEGAWAI + TAHUNAN * 1000 + 999
    draw = _variant(world, person, np.full_like(person, TAHUNAN), 0)
    predikat = world.ratings.predikat[person, TAHUNAN - 1]
    return {
        "umpan_id": ids,
        "periode_id": np.full_like(ids, TAHUNAN),
        "sasaran": np.full_like(ids, 2),
        "acuan": np.full_like(ids, -1),
        "pola": world.plan.pola_utama(person, draw),
        "nada": np.where(predikat < BAIK, 0, np.where(predikat == BAIK, 1, 2)),
        "teks": draw,
    }


def umpan_rows(world: World, columns: Columns, index: Ints) -> Rows:
    given = dates(columns["diberikan_pada"][index])
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        person, period, about = (int(columns[name][here]) for name in ("pegawai", "periode_id", "sasaran"))
        tone = _NADA[int(columns["nada"][here])]
        rows.append(
            {
                "umpan_id": int(columns["umpan_id"][here]),
                "skp_id": person + 1,
                "periode_id": period,
                # The head of the office is assessed from outside the institution: 0, as the workflow writes it.
                "pemberi_id": int(world.layout.atasan_id[person]),
                "sasaran": ("iki", "perilaku", "umum")[about],
                "iki_id": int(world.plan.iki_id[int(columns["acuan"][here])]) if about == 0 else None,
                "nilai": _NILAI[int(columns["acuan"][here])] if about == 1 else "",
                "teks": _sentence(world, columns, here, tone),
                "ikon": _IKON[tone],
                "diberikan_pada": given[order],
            }
        )
    return rows


def _sentence(world: World, columns: Columns, here: int, tone: str) -> str:
    about, reference, period, draw = (int(columns[name][here]) for name in ("sasaran", "acuan", "periode_id", "teks"))
    texts = world.texts
    if about == 1:
        text = texts.pilih(("umpan", "perilaku", tone, _NILAI[reference]), draw)
        topic = texts.topik_pola(int(columns["pola"][here]), int(columns["pegawai"][here]))
        return without_echo(text.replace("{topik}", topic))
    if about == 2:
        text = texts.pilih(("umpan", "umum", tone, ""), draw)
        topic = texts.topik_pola(int(columns["pola"][here]), int(columns["pegawai"][here]))
        return without_echo(text.replace("{topik}", topic))
    text = texts.pilih(("umpan", "iki", tone, ""), draw)
    topic = texts.topik(reference // 3)
    return without_echo(
        text.replace("{Topik}", topic[0].upper() + topic[1:])
        .replace("{Indikator}", texts.indikator(reference))
        .replace("{hasil}", texts.jumlah(reference, int(world.attainment.nilai[reference, period - 1])))
        .replace("{sasaran}", texts.jumlah(reference, int(world.attainment.sasaran[reference, period - 1])))
        .replace("{topik}", topic)
    )


def keberatan_columns(world: World) -> Columns:
    """A few of those rated low object; the annual evaluation only."""
    person = world.layout.pegawai_id
    low = world.ratings.predikat[:, TAHUNAN - 1] < BAIK
    share = world.pack.bilangan("keberatan.diajukan")
    objects = low & world.keys.chance("nilai.keberatan", person, share) & (world.layout.atasan_id > 0)
    position = np.flatnonzero(objects)
    given = dinilai_pada(world)[position, TAHUNAN - 1]
    filed = np.minimum(workday(given + world.pack.bilangan("keberatan.jeda")), day(world.year.hari_simulasi))
    ids = (position + 1) * 10 + TAHUNAN
    return {"keberatan_id": ids, "pegawai": position, "diajukan_pada": np.maximum(filed, given)}


def keberatan_rows(world: World, columns: Columns, index: Ints) -> Rows:
    filed = dates(columns["diajukan_pada"][index])
    reasons = world.pack.alasan_keberatan
    choice = world.keys.below("nilai.atas", columns["keberatan_id"][index], len(reasons)).tolist()
    return [
        {
            "keberatan_id": int(columns["keberatan_id"][here]),
            "evaluasi_id": int(columns["keberatan_id"][here]),
            "diajukan_oleh_id": int(columns["pegawai"][here]) + 1,
            "diajukan_pada": filed[order],
            "alasan": reasons[choice[order]]["teks"],
            "status": "diajukan",
            "penjelasan_penilai": "",
            "diputus_oleh_id": None,
            "diputus_pada": None,
            "keputusan": "",
            "predikat_baru": None,
        }
        for order, here in enumerate(index.tolist())
    ]
