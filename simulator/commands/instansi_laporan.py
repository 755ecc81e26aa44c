"""What ``bimtek instansi`` prints: summary, lists, result of a verification; as sentences or as JSON.

Scene: the terminal. May import: rich, simulator.institution, simulator.store. Facts: none.
Add: a line here and in its JSON.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from simulator.commands.instansi_gangguan import tampilkan_gangguan
from simulator.institution import Institution, list_scenarios
from simulator.institution.planting import fault_kinds
from simulator.institution.texts import angka

if TYPE_CHECKING:
    from simulator.store.verification import HasilVerifikasi

_KELUARGA = {
    "N": "Identitas",
    "S": "Struktur",
    "C": "Cascading",
    "B": "Bukti dukung",
    "U": "Umpan balik",
    "R": "Rating",
}
_TAMPIL_TEMUAN = 20
# Measured with 5,000 people on one core: 1.1 million rows in 16 seconds, half a gigabyte.
_BESAR = 2_000
_BARIS_PER_PEGAWAI, _BARIS_PER_DETIK, _PEGAWAI_PER_GIGABITA = 219, 50_000, 22_000


class Kemajuan(AbstractContextManager["Kemajuan"]):
    """An institution that reports progress while its tables are read."""

    def __init__(self, inst: Institution, *, tampil: bool) -> None:
        self.inst = inst
        self._bilah = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not tampil,
        )
        self._tugas = self._bilah.add_task("Menulis tabel", total=len(inst.tables))

    def __enter__(self) -> Kemajuan:
        self._bilah.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bilah.stop()

    def rows(self, name: str, /) -> Sequence[dict[str, Any]]:
        """Rows of a table; the bar moves on."""
        self._bilah.update(self._tugas, description=f"Menulis {name.replace('_', ' ')}")
        rows = self.inst.rows(name)
        self._bilah.advance(self._tugas)
        return rows

    def chunks(self, name: str, size: int, /) -> Iterator[Sequence[dict[str, Any]]]:
        """The same rows in pieces."""
        self._bilah.update(self._tugas, description=f"Menulis {name.replace('_', ' ')}")
        yield from self.inst.chunks(name, size)
        self._bilah.advance(self._tugas)


def beri_tahu_ukuran(inst: Institution) -> None:
    """Say beforehand what a big institution costs; quiet for a class."""
    if inst.size < _BESAR:
        return
    rows = inst.size * _BARIS_PER_PEGAWAI
    minutes = -(-rows // (_BARIS_PER_DETIK * 60))
    disk = -(-inst.size // _PEGAWAI_PER_GIGABITA)
    print(
        f"Instansi besar: sekitar {angka(rows)} baris. Menulisnya perlu kira-kira {minutes} menit "
        f"dan {disk} GB di disk.",
        file=sys.stderr,
    )


def ringkasan(inst: Institution, keluaran: str, kunci: Path | None, gangguan: dict[str, Any] | None) -> dict[str, Any]:
    """What was made, beside what was asked for."""
    annual = inst.columns("evaluasi")
    predikat = Counter(annual["predikat"][annual["periode_id"] == 5].tolist())
    from simulator.institution.ratings import PREDIKAT

    cases = {entry.kasus_id: entry for entry in inst.answer_key}
    planted = Counter(entry.kode for entry in cases.values() if not entry.bukan_salah)
    return {
        "berkas": keluaran,
        "instansi": inst.world.texts.unit(1),
        "skenario": inst.scenario,
        "benih": inst.seed,
        "tahun": inst.year,
        "kalibrasi": inst.calibration,
        "pegawai": {"diminta": inst.size, "dibuat": inst.count("pegawai")},
        "unit": inst.count("unit_kerja"),
        "skp": inst.count("skp"),
        "predikat_tahunan": {
            entry.label: predikat.get(index, 0) for index, entry in reversed(list(enumerate(PREDIKAT)))
        },
        "baris": {table: inst.count(table) for table in inst.tables},
        "cacat": {
            "diminta": list(inst.faults),
            "ditanam": {code: planted[code] for code in fault_kinds() if code in planted},
        },
        "bukan_salah": sum(entry.bukan_salah for entry in cases.values()),
        "kunci": str(kunci) if kunci else None,
        "gangguan": gangguan,
    }


def tampilkan_ringkasan(isi: dict[str, Any], *, sebagai_json: bool) -> None:
    """Print the summary."""
    if sebagai_json:
        print(json.dumps(isi, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console.print(f"[bold]{isi['instansi']}[/bold] — SIMULASI PELATIHAN")
    rows = [
        ("Berkas", isi["berkas"]),
        ("Skenario", f"{isi['skenario']}, benih {isi['benih']}, tahun {isi['tahun']}, kalibrasi {isi['kalibrasi']}"),
        ("Pegawai", f"{angka(isi['pegawai']['dibuat'])} (diminta {angka(isi['pegawai']['diminta'])})"),
        ("Unit kerja", angka(isi["unit"])),
        ("SKP", angka(isi["skp"])),
        ("Predikat tahunan", ", ".join(f"{label} {angka(n)}" for label, n in isi["predikat_tahunan"].items() if n)),
        ("Baris data", angka(sum(isi["baris"].values()))),
    ]
    planted = isi["cacat"]["ditanam"]
    if planted:
        rows.append(("Cacat diminta", _diminta(isi["cacat"]["diminta"])))
        rows.append(("Cacat ditanam", ", ".join(f"{code} {n}×" for code, n in planted.items())))
        rows.append(("Mirip cacat", f"{isi['bukan_salah']} kasus yang janggal tetapi benar"))
    if isi["kunci"]:
        rows.append(("Kunci jawaban", f"{isi['kunci']} (hanya untuk instruktur)"))
    grid = Table.grid(padding=(0, 2))
    for label, text in rows:
        grid.add_row(label, text)
    console.print(grid)
    if isi["gangguan"] is not None:
        tampilkan_gangguan(isi["gangguan"], sebagai_json=False)


def _diminta(codes: list[str]) -> str:
    return "semua jenis" if len(codes) == len(fault_kinds()) else ", ".join(codes)


def kunci_sebagai_teks(inst: Institution) -> str:
    """The answer key as JSON."""
    isi = {
        "versi": 1,
        "skenario": inst.scenario,
        "benih": inst.seed,
        "pegawai": inst.size,
        "kalibrasi": inst.calibration,
        "tahun": inst.year,
        "cacat": list(inst.faults),
        "kunci": [asdict(entry) for entry in inst.answer_key],
    }
    return json.dumps(isi, ensure_ascii=False, indent=1, default=_json) + "\n"


def _json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"tidak dapat ditulis sebagai JSON: {value!r}")


def daftar_skenario() -> list[dict[str, Any]]:
    """Scenarios as plain data."""
    return [asdict(scenario) for scenario in list_scenarios()]


def daftar_cacat() -> list[dict[str, Any]]:
    """Kinds of fault as plain data."""
    return [
        {
            "kode": code,
            "keluarga": _KELUARGA[code[0]],
            "judul": kind.judul,
            "kesulitan": kind.kesulitan,
            "per_60_pegawai": kind.per_60,
            "sumber": kind.sumber,
        }
        for code, kind in fault_kinds().items()
    ]


def tampilkan_daftar(skenario: list[dict[str, Any]], cacat: list[dict[str, Any]], *, sebagai_json: bool) -> None:
    """Print scenarios and kinds of fault."""
    if sebagai_json:
        print(json.dumps({"skenario": skenario, "cacat": cacat}, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console.print("[bold]Skenario[/bold] (pakai dengan --skenario)")
    for row in skenario:
        sizes = f"{row['ukuran_terkecil']}–{angka(row['ukuran_terbesar'])} pegawai, bawaan {row['ukuran_bawaan']}"
        console.print(f"  {row['nama']}: {row['judul']} ({sizes})")
    console.print("\n[bold]Cacat[/bold] (pakai dengan --cacat KODE,KODE:JUMLAH; kesulitan 1 mudah, 3 perlu teliti)")
    table = Table("Kode", "Keluarga", "Yang salah", "Kesulitan", box=None, pad_edge=True)
    for row in cacat:
        table.add_row(row["kode"], row["keluarga"], row["judul"], str(row["kesulitan"]))
    console.print(table)


def tampilkan_verifikasi(berkas: str, hasil: HasilVerifikasi, *, sebagai_json: bool) -> None:
    """Print what a verification found."""
    number, mark = hasil.kepala
    if sebagai_json:
        isi = {
            "berkas": berkas,
            "sah": hasil.ok,
            "temuan": [asdict(finding) for finding in hasil.temuan],
            "jumlah_baris": hasil.jumlah_baris,
            "jumlah_entri_jurnal": hasil.jumlah_entri,
            "hari_simulasi": hasil.hari_simulasi,
            "jangkar": f"{number}:{mark}",
        }
        print(json.dumps(isi, ensure_ascii=False, default=str))
        return
    for line in _sentences(berkas, hasil):
        print(line)


def _sentences(berkas: str, hasil: HasilVerifikasi) -> Iterator[str]:
    if hasil.ok:
        yield f"Sah: {angka(hasil.jumlah_baris)} baris dan {angka(hasil.jumlah_entri)} entri jurnal “{berkas}” cocok."
    else:
        yield f"TIDAK SAH: {len(hasil.temuan)} temuan pada “{berkas}”."
        for finding in hasil.temuan[:_TAMPIL_TEMUAN]:
            yield f"  - {finding.pesan} [{finding.kode}]"
        if len(hasil.temuan) > _TAMPIL_TEMUAN:
            yield f"  … dan {len(hasil.temuan) - _TAMPIL_TEMUAN} temuan lain; pakai --json untuk semuanya."
    number, mark = hasil.kepala
    yield f"Jangkar untuk pemeriksaan berikutnya: {number}:{mark}"
