"""The mock drive and the evidence taken from it.

Scene: the four quarters. May import: the world. Facts: see simulator/institution/evidence.py.
Add: a slot of a document's summary here and in jenis_dokumen.csv.
"""

from __future__ import annotations

import numpy as np

from simulator.institution.calendar import TRIWULAN, dates
from simulator.institution.evidence import PER_PEGAWAI
from simulator.institution.keys import Ints
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.texts import KODE_ASPEK, lowered, one_stop, slug, without_echo
from simulator.institution.world import World

_SEMRAWUT = ("{slug} final.{ext}", "{slug} fix (2).{ext}", "scan_{n4}.{ext}", "dok {slug} terbaru.{ext}")


def dokumen_columns(world: World) -> Columns:
    evidence = world.evidence
    ids = evidence.dokumen["dokumen_id"]
    draw = world.keys.below("dokumen.isi", ids, 1 << 20)
    return {
        **evidence.dokumen,
        "jenis": evidence.jenis,
        "tanggal": evidence.tanggal,
        "diunggah_pada": evidence.diunggah,
        "akses": world.keys.below("dokumen.akses", ids, 100),
        "isi": draw,
        "pola_lain": world.plan.pola_utama(evidence.dokumen["pemilik"], draw),
    }


def dokumen_rows(world: World, columns: Columns, index: Ints) -> Rows:
    made, uploaded = dates(columns["tanggal"][index]), dates(columns["diunggah_pada"][index])
    marks = world.keys.draw("dokumen.sidik", columns["dokumen_id"][index]).tolist()
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        own = int(columns["rupa"][here]) < 2
        rows.append(
            {
                "dokumen_id": int(columns["dokumen_id"][here]),
                "pemilik_id": int(columns["pemilik"][here]) + 1,
                **(_proof(world, columns, here) if own else _paper(world, columns, here)),
                "tanggal": made[order],
                "sidik": f"{marks[order]:016x}",
                "diunggah_pada": uploaded[order],
            }
        )
        if not own and world.pack.dokumen_lain[int(columns["jenis"][here])]["tahun_lalu"] == "1":
            rows[-1]["tanggal"] = made[order].replace(year=world.tahun - 1, day=min(made[order].day, 28))
    return rows


def _proof(world: World, columns: Columns, here: int) -> dict[str, object]:
    """A document that shows a result, and the photo that may stand beside it."""
    texts, plan = world.texts, world.plan
    iki, quarter, owner = (int(columns[name][here]) for name in ("iki", "triwulan", "pemilik"))
    kind = world.pack.jenis_dokumen[int(columns["jenis"][here])]
    number, topic = int(plan.nomor[iki // 3]), texts.topik(iki // 3)
    superior = int(world.layout.atasan_id[owner])
    variant = texts.pilih(("isi", kind["kode"]), int(columns["isi"][here]))
    value = int(world.attainment.nilai[iki, quarter - 1])
    closed = world.pack.bilangan("dokumen.akses_penilai")
    filled = {
        "{topik}": topic,
        "{periode}": texts.periode(quarter),
        "{nama}": texts.nama[owner],
        "{penilai}": texts.nama[superior - 1] if superior else "Sekretaris Daerah",
        "{hasil}": texts.jumlah(iki, value),
        "{sasaran}": texts.jumlah(iki, int(world.attainment.sasaran[iki, quarter - 1])),
        "{sumber}": world.pack.iki[int(plan.pola_iki[iki])]["sumber_data"],
        "{indikator}": lowered(texts.indikator(iki)),
    }
    for slot, text in filled.items():
        variant = variant.replace(slot, text)
    return {
        "nama": _file_name(world, columns, here, kind, topic, number),
        "jenis": kind["jenis"],
        "folder": f"{world.tahun}/TW{quarter}/RHK-{number:02d}",
        "akses": "penilai" if int(columns["akses"][here]) < closed else "instansi",
        "bertanda_tangan": kind["bertanda_tangan"] == "1",
        "isi_ringkas": one_stop(without_echo(variant)),
    }


def _file_name(world: World, columns: Columns, here: int, kind: dict[str, str], topic: str, number: int) -> str:
    quarter, aspect = int(columns["triwulan"][here]), KODE_ASPEK[int(columns["iki"][here]) % 3]
    title = slug(without_echo(f"{kind['slug']} {topic}"))
    if world.people.rapi[int(columns["pemilik"][here])]:
        return f"{world.tahun}_TW{quarter}_RHK{number:02d}_IKI-{aspect}_{title}.{kind['ekstensi']}"
    pattern = _SEMRAWUT[int(columns["isi"][here]) // 7 % len(_SEMRAWUT)]
    digits = f"{int(columns['isi'][here]) % 10_000:04d}"
    readable = title.replace("-", " ")
    return pattern.replace("{slug}", readable).replace("{n4}", digits).replace("{ext}", kind["ekstensi"])


def _paper(world: World, columns: Columns, here: int) -> dict[str, object]:
    """A paper of the drive that proves nothing."""
    texts = world.texts
    quarter, owner = int(columns["triwulan"][here]), int(columns["pemilik"][here])
    kind = world.pack.dokumen_lain[int(columns["jenis"][here])]
    topic = texts.topik_pola(int(columns["pola_lain"][here]), owner)
    filled = {
        "{topik}": topic,
        "{slug}": slug(topic).replace("-", " "),
        "{periode}": texts.periode(quarter),
        "{nama}": texts.nama[owner],
        "{lalu}": str(world.tahun - 1),
        "{n4}": f"{int(columns['isi'][here]) % 10_000:04d}",
    }
    name, content = kind["nama"], kind["isi"]
    for slot, text in filled.items():
        name, content = name.replace(slot, text), content.replace(slot, text)
    return {
        "nama": without_echo(name),
        "jenis": kind["jenis"],
        "folder": f"{world.tahun}/TW{quarter}/{kind['folder']}",
        "akses": kind["akses"],
        "bertanda_tangan": kind["bertanda_tangan"] == "1",
        "isi_ringkas": one_stop(without_echo(content)),
    }


def bukti_columns(world: World) -> Columns:
    evidence = world.evidence
    columns = evidence.bukti
    document = evidence.posisi_dokumen(columns["dokumen_id"])
    later = world.keys.below("bukti.dicatat", columns["bukti_id"], world.pack.bilangan("bukti.dicatat"))
    recorded = evidence.diunggah[document] + later
    return {
        **columns,
        "skp_id": columns["bukti_id"] // PER_PEGAWAI,
        "posisi_dokumen": document,
        # Attached at the latest on the day the assessors start.
        "dicatat_pada": np.minimum(recorded, evidence.mulai_dinilai(columns["triwulan"])),
    }


def bukti_rows(world: World, columns: Columns, index: Ints) -> Rows:
    recorded = dates(columns["dicatat_pada"][index])
    kinds = world.evidence.jenis
    rows: Rows = []
    for order, here in enumerate(index.tolist()):
        iki, quarter = int(columns["iki"][here]), int(columns["triwulan"][here])
        document = int(columns["dokumen_id"][here])
        kind = world.pack.jenis_dokumen[int(kinds[int(columns["posisi_dokumen"][here])])]["jenis"]
        rows.append(
            {
                "bukti_id": int(columns["bukti_id"][here]),
                "skp_id": int(columns["skp_id"][here]),
                "periode_id": quarter,
                "iki_id": int(world.plan.iki_id[iki]),
                "nama_eviden": without_echo(f"{kind} {world.texts.topik(iki // 3)} Triwulan {TRIWULAN[quarter - 1]}"),
                "tautan": f"drive://dokumen/{document}",
                "dokumen_id": document,
                "dicatat_pada": recorded[order],
            }
        )
    return rows
