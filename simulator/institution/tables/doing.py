"""Doing: rencana aksi, progres harian, realisasi.

Scene: the four quarters. May import: the world. Facts: field names and the wording “… berdasarkan bukti dukung …”
(SINGLE, BKN guide as summarised); daily progress is a whole number with a unit (CONFIRMED);
how often and when is REKAAN (pack bobot.csv).
Add: a column here and in the schema.
"""

from __future__ import annotations

from datetime import time

import numpy as np

from simulator.institution.calendar import TAHUNAN, dates, next_workday, workday
from simulator.institution.keys import Ints
from simulator.institution.tables.assessing import dinilai_pada
from simulator.institution.tables.planning import skp_columns
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.texts import without_echo
from simulator.institution.world import World


def rencana_columns(world: World) -> Columns:
    plan, keys = world.plan, world.keys
    position = np.repeat(np.arange(len(plan.rhk_id)), 8)
    quarter = np.tile(np.repeat(np.arange(1, 5), 2), len(plan.rhk_id))
    number = np.tile(np.array([1, 2]), len(plan.rhk_id) * 4)
    ids = plan.rhk_id[position] * 100 + quarter * 10 + number
    keep = (number == 1) | keys.chance("rencana.kedua", ids, world.pack.bilangan("rencana.kedua"))
    position, quarter, number, ids = position[keep], quarter[keep], number[keep], ids[keep]
    approved = skp_columns(world)["disetujui_pada"][plan.pemilik[position]]
    opened = np.where(quarter == 1, approved, world.year.awal_hari(quarter))
    made = opened + 1 + keys.below("rencana.dibuat", ids // 10, world.pack.bilangan("rencana.dibuat"))
    return {
        "rencana_id": ids,
        "skp_id": world.people.id[plan.pemilik[position]],
        "periode_id": quarter,
        "rhk": position,
        "urutan": number,
        "teks": keys.below("rencana.teks", ids // 10, 1 << 20) + number - 1,
        "dibuat_pada": np.maximum(workday(made), opened),
    }


def rencana_rows(world: World, columns: Columns, index: Ints) -> Rows:
    made = dates(columns["dibuat_pada"][index])
    due = world.attainment.sasaran
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        rhk, quarter = int(columns["rhk"][here]), int(columns["periode_id"][here])
        pattern = world.pack.rhk[int(world.plan.pola[rhk])]
        amount = int(due[rhk * 3, quarter - 1])
        # The first action carries what is due in the quarter, the others prepare or follow it up.
        first = int(columns["urutan"][here]) == 1 and amount > 0
        part = "pokok" if first else "penunjang"
        text = world.texts.pilih(("aksi", pattern["aksi"], str(quarter), part), int(columns["teks"][here]))
        rows.append(
            {
                "rencana_id": int(columns["rencana_id"][here]),
                "skp_id": int(columns["skp_id"][here]),
                "periode_id": quarter,
                "rhk_id": int(world.plan.rhk_id[rhk]),
                "deskripsi": without_echo(text.replace("{topik}", world.texts.topik(rhk))),
                "target": world.texts.jumlah(rhk * 3, amount) if first else "1 Kegiatan",
                "dibuat_pada": made[order],
            }
        )
    return rows


def progres_columns(world: World) -> Columns:
    plan, keys, weight = world.plan, world.keys, world.pack.bilangan
    planned, lines = rencana_columns(world), weight("progres.per_aksi")
    # Only the more diligent half of the office keeps the daily log.
    writers = world.people.trait("rajin")[plan.pemilik[planned["rhk"]]] >= weight("progres.pencatat")
    base = np.flatnonzero(writers & (planned["urutan"] == 1))
    position = np.repeat(base, lines)
    number = np.tile(np.arange(1, lines + 1), len(base))
    ids = planned["rencana_id"][position] * 100 + number
    quarter = planned["periode_id"][position]
    # One line in each month of the quarter, after the plan was made.
    month = world.year.awal_hari(quarter) + (number - 1) * weight("progres.jarak")
    first = np.maximum(month, planned["dibuat_pada"][position] + 1) + weight("progres.jeda")
    when = workday(first + keys.below("progres.hari", ids, weight("progres.dicatat")))
    return {
        "progres_id": ids,
        "rencana_id": planned["rencana_id"][position],
        "rhk": planned["rhk"][position],
        "tanggal": np.minimum(when, world.year.akhir_hari(quarter)),
        "mulai": keys.between("progres.jam", ids, weight("progres.jam_dari"), weight("progres.jam_sampai")),
        "jumlah": keys.between("progres.jumlah", ids, weight("progres.jumlah_dari"), weight("progres.jumlah_sampai")),
        "kegiatan": keys.below("progres.kegiatan", ids, 1 << 20),
    }


def progres_rows(world: World, columns: Columns, index: Ints) -> Rows:
    when = dates(columns["tanggal"][index])
    work: dict[str, list[dict[str, str]]] = {}
    for line in world.pack.progres:
        work.setdefault(line["kelas"], []).append(line)
    shortest = world.pack.bilangan("progres.lama")
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        rhk, start, amount = (int(columns[name][here]) for name in ("rhk", "mulai", "jumlah"))
        options = work[world.pack.rhk[int(world.plan.pola[rhk])]["aksi"]]
        line = options[int(columns["kegiatan"][here]) % len(options)]
        end = start + shortest + amount % 3
        rows.append(
            {
                "progres_id": int(columns["progres_id"][here]),
                "rencana_id": int(columns["rencana_id"][here]),
                "tanggal": when[order],
                "jam_mulai": time(start // 2, 30 * (start % 2)),
                "jam_selesai": time(end // 2, 30 * (end % 2)),
                "kegiatan": without_echo(line["teks"].replace("{topik}", world.texts.topik(rhk))),
                "realisasi": amount,
                "satuan": line["satuan"],
                "tautan": "",
                "sumber_data": "ekinerja",
            }
        )
    return rows


def realisasi_columns(world: World) -> Columns:
    plan, keys = world.plan, world.keys
    due = np.concatenate([world.attainment.ada, np.ones((len(plan.iki_id), 1), dtype=bool)], axis=1)
    position, column = np.nonzero(due)
    period = column + 1
    ids = plan.iki_id[position] * 10 + period
    value = np.concatenate([world.attainment.nilai, world.attainment.setahun[:, None]], axis=1)[position, column]
    end, weight = world.year.akhir_hari(period), world.pack.bilangan
    recorded = next_workday(end + 1 + keys.below("realisasi.dicatat", ids, weight("realisasi.dicatat")))
    # Filled in before the assessor writes feedback on it: the annual one in the first days of January as well.
    read = dinilai_pada(world)[plan.pegawai_dari_iki[position], column] - weight("umpan.sebelum") + 1
    return {
        "realisasi_id": ids,
        "skp_id": world.people.id[plan.pegawai_dari_iki[position]],
        "periode_id": period,
        "iki": position,
        "nilai": value,
        "kalimat": keys.below("realisasi.kalimat", ids, 1 << 20),
        "dicatat_pada": np.maximum(np.minimum(recorded, workday(read)), end + 1),
    }


def realisasi_rows(world: World, columns: Columns, index: Ints) -> Rows:
    recorded = dates(columns["dicatat_pada"][index])
    pools = [row["teks"].split(" / ") for row in world.pack.kalimat_realisasi]
    by_key = {row["saat"]: pool for row, pool in zip(world.pack.kalimat_realisasi, pools, strict=True)}
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        iki, period, value = (int(columns[name][here]) for name in ("iki", "periode_id", "nilai"))
        pattern = world.pack.iki[int(world.plan.pola_iki[iki])]
        # Counts add up over the year; of a level, a time, a share, the last one stands.
        annual = "tahunan_jumlah" if pattern["sifat"] == "hitungan" else "tahunan_tingkat"
        when = "nihil" if value == 0 else annual if period == TAHUNAN else pattern["aspek"]
        pool = by_key[when]
        text = pool[int(columns["kalimat"][here]) % len(pool)]
        rows.append(
            {
                "realisasi_id": int(columns["realisasi_id"][here]),
                "skp_id": int(columns["skp_id"][here]),
                "periode_id": period,
                "iki_id": int(world.plan.iki_id[iki]),
                "realisasi": without_echo(
                    text.replace("{hasil}", world.texts.jumlah(iki, value))
                    .replace("{topik}", world.texts.topik(iki // 3))
                    .replace("{sumber}", pattern["sumber_data"])
                ),
                "sumber_data": pattern["sumber_data"],
                "dicatat_pada": recorded[order],
            }
        )
    return rows
