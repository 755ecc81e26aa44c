"""The sheet of one period on the screen: its parts, and the way back to where one was.

Scene: every page under /skp/{id}/penilaian/{periode}. May import: simulator.web, workflow.
Facts: the addresses rencana_aksi and eviden and the label *Pengisian Bukti Dukung / Lihat Hasil* (CONFIRMED,
ekinerja-app §1.3); the parts progres and hasil are label simulasi.
Add: a part in ``BAGIAN`` together with its file in pages/.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.workflow import queries
from simulator.workflow.actions import nomor_dokumen, tautan_dokumen
from simulator.workflow.penilaian_diri import LembarPeriode, lembar_periode
from simulator.workflow.removal import Terhapus

BAGIAN = (
    ("", "Ringkasan"),
    ("rencana_aksi", "Rencana Aksi"),
    ("progres", "Progress Harian"),
    ("eviden", "Pengisian Bukti Dukung / Lihat Hasil"),
    ("hasil", "Umpan Balik dan Hasil"),
)


def alamat_lembar(skp_id: int, periode_id: int, bagian: str = "") -> str:
    """The address of one part of a period."""
    return f"/skp/{skp_id}/penilaian/{periode_id}" + (f"/{bagian}" if bagian else "")


def buka_lembar(layar: Layar, skp_id: int, periode_id: int) -> LembarPeriode:
    """The sheet, for those who may see it. Raises: TidakBerwenang, TidakDitemukan, StatusTidakSesuai."""
    return lembar_periode(layar.kantor, layar.pelaku, skp_id, periode_id)


def tampil_lembar(layar: Layar, templat: str, lembar: LembarPeriode, **isi: Any) -> Response:
    """Draw one part of a period with its frame."""
    dasar = alamat_lembar(lembar.isi.skp.skp_id, lembar.isi.periode.periode_id)
    return layar.tampil(
        templat, lembar=lembar, isi=lembar.isi, dasar=dasar, bagian=BAGIAN, nomor_dokumen=nomor_dokumen, **isi
    )


def ke_lembar(
    layar: Layar,
    skp_id: int,
    periode_id: int,
    bagian: str,
    teks: str,
    *,
    jangkar: str = "",
    hapus: Terhapus | None = None,
) -> Response:
    """Back to a part of the period, to the row that was worked on."""
    alamat = alamat_lembar(skp_id, periode_id, bagian) + (f"#{jangkar}" if jangkar else "")
    return layar.pergi(alamat, teks, hapus=hapus)


def pilihan_dokumen(layar: Layar) -> list[tuple[int, str]]:
    """The own documents as choices: number and place."""
    daftar = queries.daftar_dokumen(layar.kantor, layar.saya.pegawai_id)
    return [(satu.dokumen_id, f"{satu.folder}/{satu.nama}" if satu.folder else satu.nama) for satu in daftar]


def saran_tautan(layar: Layar) -> list[tuple[str, str]]:
    """The own documents as links, for a field where a link is typed."""
    return [(tautan_dokumen(dokumen_id), nama) for dokumen_id, nama in pilihan_dokumen(layar)]
