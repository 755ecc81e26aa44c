"""Planning: SKP, RHK, IKI, ekspektasi, lampiran, returns, and the matriks peran hasil.

Scene: January. May import: the world. Facts: the forms of PermenPANRB 6/2022 (see simulator/domain/skp.py); the role in
a cell of the matrix becomes the RHK of the member (CONFIRMED, text of PermenPANRB 8/2021); days and shares are REKAAN
(pack bobot.csv).
Add: a column here and in the schema.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from simulator.domain.skp import JenisLampiran, NilaiBerAKHLAK
from simulator.institution.calendar import dates, day, workday
from simulator.institution.keys import Ints
from simulator.institution.plan import ASPEK
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.world import World

_NILAI = tuple(value.value for value in NilaiBerAKHLAK)
_LAMPIRAN = tuple(entry.value for entry in JenisLampiran)
_PER_LAMPIRAN = 2


def skp_columns(world: World) -> Columns:
    keys, ids, weight = world.keys, world.layout.pegawai_id, world.pack.bilangan
    first = day(date(world.tahun, 1, weight("skp.mulai_diajukan")))
    submitted = workday(first + keys.below("skp.diajukan", ids, weight("skp.diajukan")))
    returned = keys.chance("skp.dikembalikan", ids, weight("skp.dikembalikan")) & (world.layout.atasan_id > 0)
    # A returned SKP was handed in first, came back, and was handed in again.
    submitted = np.where(returned, workday(submitted + weight("skp.diajukan_ulang")), submitted)
    approved = workday(submitted + weight("skp.ditelaah") + keys.below("skp.disetujui", ids, weight("skp.disetujui")))
    return {
        "skp_id": ids,
        "pegawai_id": ids,
        "penilai_id": world.layout.atasan_id,
        "diajukan_pada": submitted,
        "disetujui_pada": np.maximum(approved, submitted + 1),
        "dikembalikan": returned.astype(np.int64),
    }


def skp_rows(world: World, columns: Columns, index: Ints) -> Rows:
    submitted, approved = dates(columns["diajukan_pada"][index]), dates(columns["disetujui_pada"][index])
    cards = _Cards(world, index)
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        superior = int(world.layout.atasan_id[here])
        rows.append(
            {
                "skp_id": here + 1,
                "pegawai_id": here + 1,
                "penilai_id": superior or None,
                "jabatan_id": int(world.layout.jabatan_id[here]),
                "unit_id": int(world.layout.unit_id[here]),
                "tahun": world.tahun,
                "periode_awal": date(world.tahun, 1, 1),
                "periode_akhir": date(world.tahun, 12, 31),
                "pendekatan": "kuantitatif",
                "status": "persetujuan",
                "versi": 1,
                "versi_sebelumnya_id": None,
                "plt_plh_pjb": False,
                **cards.card("pegawai", here),
                **(cards.card("penilai", superior - 1) if superior else cards.regional_secretary()),
                "diajukan_pada": submitted[order],
                "disetujui_pada": approved[order],
            }
        )
    return rows


class _Cards:
    """Identity cards copied into an SKP; each is rendered once."""

    def __init__(self, world: World, index: Ints) -> None:
        self.world = world
        wanted = np.unique(np.concatenate([index, world.layout.atasan_id[index] - 1]))
        wanted = wanted[wanted >= 0]
        self.names = dict(zip(wanted.tolist(), world.names.full(wanted), strict=True))

    def card(self, prefix: str, here: int) -> dict[str, str]:
        world = self.world
        golongan = world.people.golongan_kode[here]
        rank = world.pack.golongan[int(world.people.golongan[here])]["pangkat"]
        return {
            f"{prefix}_nip": str(int(world.people.nip[here])),
            f"{prefix}_nama": self.names[here],
            f"{prefix}_pangkat": f"Golongan {golongan}" if world.people.pppk[here] else f"{rank}, {golongan}",
            f"{prefix}_jabatan": world.texts.jabatan(here),
            f"{prefix}_unit": world.texts.unit(int(world.layout.unit_id[here])),
        }

    def regional_secretary(self) -> dict[str, str]:
        """The head of the office is assessed from outside the institution; there is nobody to point to."""
        area = f"Kabupaten {self.world.kabupaten}"
        return {
            "penilai_nip": "",
            "penilai_nama": f"Sekretaris Daerah {area}",
            "penilai_pangkat": "",
            "penilai_jabatan": "Sekretaris Daerah",
            "penilai_unit": f"Sekretariat Daerah {area}",
        }


def rhk_columns(world: World) -> Columns:
    plan = world.plan
    return {
        "rhk_id": plan.rhk_id,
        "skp_id": world.people.id[plan.pemilik],
        "pola": plan.pola,
        "rhk_atasan_id": plan.rhk_atasan_id,
    }


def rhk_rows(world: World, columns: Columns, index: Ints) -> Rows:
    rows: Rows = []
    patterns = world.pack.rhk
    for here in index.tolist():
        row = patterns[int(columns["pola"][here])]
        rows.append(
            {
                "rhk_id": int(columns["rhk_id"][here]),
                "skp_id": int(columns["skp_id"][here]),
                "jenis": row["jenis"],
                "klasifikasi": row["klasifikasi"],
                "teks": world.texts.rhk(here),
                "rhk_atasan_id": int(columns["rhk_atasan_id"][here]) or None,
                "penugasan_dari": row["penugasan_dari"],
                "perspektif": row["perspektif"] or None,
            }
        )
    return rows


def iki_columns(world: World) -> Columns:
    plan = world.plan
    return {
        "iki_id": plan.iki_id,
        "rhk_id": plan.rhk_id[plan.rhk_dari_iki],
        "aspek": plan.aspek,
        "pola": plan.pola_iki,
        "target": plan.target,
    }


def iki_rows(world: World, columns: Columns, index: Ints) -> Rows:
    return [
        {
            "iki_id": int(columns["iki_id"][here]),
            "rhk_id": int(columns["rhk_id"][here]),
            "aspek": ASPEK[int(columns["aspek"][here])],
            "indikator": world.texts.indikator(here),
            "target": world.texts.jumlah(here, int(columns["target"][here])),
        }
        for here in index.tolist()
    ]


def ekspektasi_columns(world: World) -> Columns:
    ids = np.repeat(world.layout.pegawai_id, len(_NILAI))
    value = np.tile(np.arange(len(_NILAI)), world.size)
    key = ids * 10 + value
    return {
        "ekspektasi_id": key,
        "skp_id": ids,
        "nilai": value,
        "teks": world.keys.below("skp.ekspektasi", key, 1 << 20),
    }


def ekspektasi_rows(world: World, columns: Columns, index: Ints) -> Rows:
    rows: Rows = []
    for here in index.tolist():
        skp_id, value = int(columns["skp_id"][here]), _NILAI[int(columns["nilai"][here])]
        key = ("ekspektasi", value, world.texts.kelompok(skp_id - 1))
        rows.append(
            {
                "ekspektasi_id": int(columns["ekspektasi_id"][here]),
                "skp_id": skp_id,
                "nilai": value,
                "teks": world.texts.pilih(key, int(columns["teks"][here])),
            }
        )
    return rows


def lampiran_columns(world: World) -> Columns:
    lines = len(_LAMPIRAN) * _PER_LAMPIRAN
    ids = np.repeat(world.layout.pegawai_id, lines)
    line = np.tile(np.arange(lines), world.size)
    key = ids * 10 + line
    return {"lampiran_id": key, "skp_id": ids, "baris": line, "teks": world.keys.below("skp.lampiran", key, 1 << 20)}


def lampiran_rows(world: World, columns: Columns, index: Ints) -> Rows:
    rows: Rows = []
    for here in index.tolist():
        skp_id = int(columns["skp_id"][here])
        kind, order = divmod(int(columns["baris"][here]), _PER_LAMPIRAN)
        key = ("lampiran", _LAMPIRAN[kind], world.texts.kelompok(skp_id - 1), str(order + 1))
        rows.append(
            {
                "lampiran_id": int(columns["lampiran_id"][here]),
                "skp_id": skp_id,
                "jenis": _LAMPIRAN[kind],
                "urutan": order + 1,
                "teks": world.texts.pilih(key, int(columns["teks"][here])),
            }
        )
    return rows


def keterangan_columns(world: World) -> Columns:
    skp = skp_columns(world)
    returned = np.flatnonzero(skp["dikembalikan"])
    return {"keterangan_id": skp["skp_id"][returned] * 10 + 1, "skp_id": skp["skp_id"][returned], "posisi": returned}


def keterangan_rows(world: World, columns: Columns, index: Ints) -> Rows:
    position = columns["posisi"][index]
    submitted = skp_columns(world)["diajukan_pada"][position]
    when = dates(workday(submitted - 1))
    reason = world.keys.below("skp.alasan", columns["skp_id"][index], len(world.pack.keterangan)).tolist()
    return [
        {
            "keterangan_id": (here + 1) * 10 + 1,
            "skp_id": here + 1,
            "hari": when[order],
            "oleh_id": int(world.layout.atasan_id[here]),
            "alasan": world.pack.keterangan[reason[order]]["teks"],
        }
        for order, here in enumerate(position.tolist())
    ]


def matriks_columns(world: World) -> Columns:
    leaders = np.unique(world.layout.atasan_id[world.layout.atasan_id > 0])
    return {"skp_pimpinan_id": leaders}


def matriks_rows(world: World, columns: Columns, index: Ints) -> Rows:
    return [
        {"skp_pimpinan_id": leader, "pimpinan_id": leader, "disinkronkan": True}
        for leader in columns["skp_pimpinan_id"][index].tolist()
    ]


def anggota_columns(world: World) -> Columns:
    member = np.flatnonzero(world.layout.atasan_id > 0)
    return {"anggota_id": member + 1, "skp_pimpinan_id": world.layout.atasan_id[member]}


def anggota_rows(world: World, columns: Columns, index: Ints) -> Rows:
    return [
        {"anggota_id": member, "skp_pimpinan_id": leader, "pegawai_id": member}
        for member, leader in zip(
            columns["anggota_id"][index].tolist(), columns["skp_pimpinan_id"][index].tolist(), strict=True
        )
    ]


def peran_columns(world: World) -> Columns:
    plan = world.plan
    linked = np.flatnonzero(plan.rhk_atasan_id > 0)
    return {"peran_id": plan.rhk_id[linked], "rhk": linked}


def peran_rows(world: World, columns: Columns, index: Ints) -> Rows:
    plan = world.plan
    rows: Rows = []
    for here in columns["rhk"][index].tolist():
        pattern = world.pack.rhk[int(plan.pola[here])]
        parent = int(plan.rhk_atasan_id[here])
        rows.append(
            {
                "peran_id": int(plan.rhk_id[here]),
                "skp_pimpinan_id": parent // 10,
                "rhk_pimpinan_id": parent,
                "pegawai_id": int(plan.pemilik[here]) + 1,
                "peran": world.texts.rhk(here),
                "cascading": pattern["cascading"],
                "tingkat": pattern["tingkat"],
            }
        )
    return rows
