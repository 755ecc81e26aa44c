"""Master data: instansi, unit, jabatan, pegawai, profil, akun, periode.

Scene: what SIASN knows, and what the admin keeps. May import: the world. Facts: the pack.
Add: a column here and in the schema.
"""

from __future__ import annotations

import numpy as np

from simulator.institution.calendar import TAHUNAN, TRIWULAN, dates
from simulator.institution.keys import Ints
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.world import World


def instansi_columns(world: World) -> Columns:
    return {"instansi_id": np.array([1])}


def instansi_rows(world: World, columns: Columns, index: Ints) -> Rows:
    manifest = world.pack.manifest
    return [
        {
            "instansi_id": 1,
            "kode": manifest["kode"],
            "nama": world.texts.unit(1),
            "jenis": manifest["jenis"],
            "skenario": world.pack.skenario,
            "benih": world.seed,
            "tahun": world.tahun,
            "versi_skema": 3,
            "hari_simulasi": world.year.hari_simulasi,
            "kalibrasi": world.calibration,
        }
        for _ in index.tolist()
    ]


def unit_columns(world: World) -> Columns:
    office, first = [int(row["unit_id"]) for row in world.pack.unit_kantor], world.layout.unit_blok
    unit_id = np.array([*office, *range(first, first + world.layout.n_blok)])
    heads = np.flatnonzero(world.layout.kepala_unit)
    place = np.searchsorted(world.layout.unit_id[heads], unit_id)
    return {"unit_id": unit_id, "pimpinan_id": heads[place] + 1}


def unit_rows(world: World, columns: Columns, index: Ints) -> Rows:
    known = {row["kode"]: int(row["unit_id"]) for row in world.pack.unit}
    by_id = {int(row["unit_id"]): row for row in world.pack.unit}
    first = world.layout.unit_blok
    rows: Rows = []
    for unit_id, head in zip(columns["unit_id"][index].tolist(), columns["pimpinan_id"][index].tolist(), strict=True):
        row = by_id[min(unit_id, first)]
        rows.append(
            {
                "unit_id": unit_id,
                "induk_id": known.get(row["induk"]),
                "kode": row["kode"] if unit_id < first else f"{row['kode']}.{unit_id - first + 1:03d}",
                "nama": world.texts.unit(unit_id),
                "tingkat": int(row["tingkat"]),
                "aktif": True,
                "pimpinan_id": head,
            }
        )
    return rows


def jabatan_columns(world: World) -> Columns:
    layout, posts = world.layout, world.pack.pos
    numbers = np.array(layout.nomor_jabatan)
    ids = {row["kode"]: int(row["unit_id"]) for row in world.pack.unit}
    office = np.array(layout.pos_dinas)
    office_unit = np.array([ids[posts[post]["unit"]] for post in office.tolist()])
    blocks = np.arange(layout.n_blok)
    template = layout.pos_blok[blocks % layout.pos_blok.shape[0]]
    post = np.concatenate([office, template.ravel()])
    unit = np.concatenate([office_unit, np.repeat(layout.unit_blok + blocks, layout.per_blok)])
    jabatan_id, first = np.unique(unit * 100 + numbers[post], return_index=True)
    return {"jabatan_id": jabatan_id, "unit_id": unit[first], "pos": post[first]}


def jabatan_rows(world: World, columns: Columns, index: Ints) -> Rows:
    roles = {row["kode"]: row for row in world.pack.peran}
    first_of_unit = columns["jabatan_id"] % 100 == 1
    rows: Rows = []
    for here in index.tolist():
        post = world.pack.pos[int(columns["pos"][here])]
        role = roles[post["peran"]]
        rows.append(
            {
                "jabatan_id": int(columns["jabatan_id"][here]),
                "unit_id": int(columns["unit_id"][here]),
                "nama": role["jabatan"],
                "jenis": role["jenis"],
                "jenjang": role["jenjang"] or None,
                "kelas": int(role["kelas"]),
                "kebutuhan": int(post["kebutuhan"]),
                "pimpinan_unit": bool(first_of_unit[here]),
            }
        )
    return rows


def pegawai_columns(world: World) -> Columns:
    people, layout = world.people, world.layout
    return {
        "pegawai_id": layout.pegawai_id,
        "nip": people.nip,
        "pppk": people.pppk.astype(np.int64),
        "wanita": people.wanita.astype(np.int64),
        "tanggal_lahir": people.tanggal_lahir,
        "tmt": people.tmt,
        "golongan": people.golongan,
        "gelar": people.gelar,
        "jabatan_id": layout.jabatan_id,
        "unit_id": layout.unit_id,
        "atasan_id": layout.atasan_id,
    }


def pegawai_rows(world: World, columns: Columns, index: Ints) -> Rows:
    people, pack = world.people, world.pack
    birth, tmt = dates(people.tanggal_lahir[index]), dates(people.tmt[index])
    names = world.names.full(index)
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        contract = bool(people.pppk[here])
        rows.append(
            {
                "pegawai_id": here + 1,
                "nip": str(int(people.nip[here])),
                "nama": names[order],
                "jenis_pegawai": "pppk" if contract else "pns",
                "jenis_kelamin": "2" if people.wanita[here] else "1",
                "tanggal_lahir": birth[order],
                "tmt": tmt[order],
                "golongan": people.golongan_kode[here],
                # PPPK have a golongan but no pangkat.
                "pangkat": "" if contract else pack.golongan[int(people.golongan[here])]["pangkat"],
                "pendidikan": pack.gelar[int(people.gelar[here])]["pendidikan"],
                "jabatan_id": int(world.layout.jabatan_id[here]),
                "unit_id": int(world.layout.unit_id[here]),
                "atasan_id": int(world.layout.atasan_id[here]) or None,
                "aktif": True,
            }
        )
    return rows


def profil_rows(world: World, columns: Columns, index: Ints) -> Rows:
    names = world.names.full(index)
    synchronised = dates(columns["disinkronkan_pada"][index])
    return [
        {
            "pegawai_id": here + 1,
            "nama": names[order],
            "unit_id": int(world.layout.unit_id[here]),
            "unit_nama": world.texts.unit(int(world.layout.unit_id[here])),
            "jabatan_nama": world.texts.jabatan(here),
            "jenis_jabatan": world.pack.peran[int(world.layout.peran[here])]["jenis"],
            "golongan": world.people.golongan_kode[here],
            "atasan_id": int(world.layout.atasan_id[here]) or None,
            "disinkronkan_pada": synchronised[order],
        }
        for order, here in enumerate(index.tolist())
    ]


def profil_columns(world: World) -> Columns:
    first = np.full(world.size, np.datetime64(f"{world.tahun}-01-05").astype(np.int64))
    return {"pegawai_id": world.layout.pegawai_id, "disinkronkan_pada": first}


def akun_columns(world: World) -> Columns:
    return {"pegawai_id": world.layout.pegawai_id}


def akun_rows(world: World, columns: Columns, index: Ints) -> Rows:
    admin = world.pack.kode_peran.index(world.pack.manifest["admin"])
    rows: Rows = []
    for here in index.tolist():
        roles = ["pegawai"]
        if world.layout.kepala_unit[here]:
            roles.append("penilai")
        if world.layout.peran[here] == admin:
            roles.append("admin")
        if here == 0:
            roles.append("pimpinan")
        rows.append({"pegawai_id": here + 1, "nip": str(int(world.people.nip[here])), "peran": ",".join(roles)})
    return rows


def periode_columns(world: World) -> Columns:
    return {"periode_id": np.arange(1, TAHUNAN + 1)}


def periode_rows(world: World, columns: Columns, index: Ints) -> Rows:
    year = world.year
    return [
        {
            "periode_id": here + 1,
            "nama": f"Triwulan {TRIWULAN[here]} {year.tahun}" if here < 4 else f"Tahunan {year.tahun}",
            "tahun": year.tahun,
            "tipe": "triwulanan" if here < 4 else "tahunan",
            "angka": here + 1 if here < 4 else 1,
            "periode_awal": year.awal[here],
            "periode_akhir": year.akhir[here],
            "batas_pengisian": year.batas[here],
        }
        for here in index.tolist()
    ]
