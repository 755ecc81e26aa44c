"""What ``bimtek instansi gangguan`` prints: faults that are on, with whom, how they are mended, and who mended which.

Scene: the instructor's terminal. May import: rich, simulator.web.gangguan, store. Facts: none.
Add: a column here and in its JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from simulator.domain.errors import StatusTidakSesuai

if TYPE_CHECKING:
    from simulator.web.gangguan.catat import Catatan
    from simulator.web.gangguan.tempat import Tempat


def tolak_dalam_ujian(tempat: Tempat) -> None:
    """Taking faults out stays possible: what was forgotten in the office may disturb the exam.

    Raises: StatusTidakSesuai — an exam runs here, and a fault would change what its participants are asked to do.
    """
    from simulator.web.sandi_ujian import berjalan

    with tempat.data.lihat() as web:
        if berjalan(web):
            raise StatusTidakSesuai(
                "Kantor ini dipakai untuk ujian, jadi tidak ada gangguan yang dipasang. Bila ujiannya sudah selesai, "
                "layani dahulu kantor ini tanpa --ujian (bimtek web), lalu pasang gangguannya.",
                kode="gangguan-dalam-ujian",
            )


def keadaan_gangguan(tempat: Tempat, gagal: list[str]) -> dict[str, Any]:
    """What is on, what was mended, and what did not fit, as plain data."""
    from simulator.domain.kepegawaian import Pegawai
    from simulator.store import repository
    from simulator.web.gangguan import catat
    from simulator.web.gangguan.periksa import periksa_semua

    periksa_semua(tempat)
    with tempat.data.lihat() as web:
        terpasang, selesai = catat.terpasang(web), catat.selesai(web)
    nomor = [satu.pegawai_id for satu in (*terpasang, *selesai)]
    with tempat.lihat() as connection:
        orang = {p.pegawai_id: p for p in repository.find(connection, Pegawai, pegawai_id=nomor)}

    def satu(c: Catatan) -> dict[str, Any]:
        siapa = orang[c.pegawai_id]
        return {"kode": c.kode, "nama": siapa.nama, "nip": siapa.nip, "terlihat": c.teks, "hari": c.hari}

    return {
        "hari": tempat.hari.isoformat(),
        "terpasang": [satu(c) | {"perbaikan": c.katalog.perbaikan} for c in terpasang],
        "diperbaiki": [satu(c) | {"oleh": c.oleh, "dengan": c.cara, "hari_selesai": c.selesai_hari} for c in selesai],
        "tidak_terpasang": gagal,
    }


def tampilkan_gangguan(isi: dict[str, Any], *, sebagai_json: bool) -> None:
    """Print it."""
    if sebagai_json:
        print(json.dumps(isi, ensure_ascii=False))
        return
    console = Console(highlight=False)
    if isi["terpasang"]:
        table = Table("Kode", "Pada", "Yang terlihat", "Perbaikan", title="Gangguan terpasang (untuk instruktur)")
        for satu in isi["terpasang"]:
            table.add_row(
                *_apa_adanya(satu["kode"], f"{satu['nama']}\n{satu['nip']}", satu["terlihat"], satu["perbaikan"])
            )
        console.print(table)
    else:
        console.print("Tidak ada gangguan yang terpasang dan belum diperbaiki.")
    if isi["diperbaiki"]:
        table = Table("Kode", "Pada", "Diperbaiki oleh", "Dengan", "Hari simulasi", title="Sudah selesai")
        for satu in isi["diperbaiki"]:
            kolom = ("kode", "nama", "oleh", "dengan", "hari_selesai")
            table.add_row(*_apa_adanya(*(satu[nama] for nama in kolom)))
        console.print(table)
    for satu in isi["tidak_terpasang"]:
        console.print(f"Tidak terpasang – {satu}", markup=False)


def _apa_adanya(*teks: str) -> Iterator[Text]:
    """What people wrote, also where it looks like an instruction to the terminal: [merah]."""
    return (Text(satu) for satu in teks)
