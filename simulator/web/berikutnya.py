"""What waits next for whoever has just decided one of many: a link in the confirmation instead of a way over the list.

Scene: SKP Bawahan, Penilaian Bawahan, PAK Bawahan, Keberatan. May import: simulator.workflow, simulator.web.
Facts: none; the link is ours (label simulasi). Each list is the one its own page shows, in the same order.
Add: another list of things to decide, as a function that names what waits in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from simulator.domain.angka_kredit import StatusPAK
from simulator.domain.skp import SKP, StatusSKP
from simulator.web.kepala_daerah import memerankan
from simulator.web.layar import Layar
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.bawahan import belum_dinilai, skp_dinilai
from simulator.workflow.buku_ak import BarisPAK, pak_bawahan
from simulator.workflow.keberatan_terkait import PerkaraKeberatan, keberatan_terkait


class Lanjutan(NamedTuple):
    """What a link says, and the page of ours it leads to."""

    label: str
    alamat: str


def berikutnya(menunggu: Sequence[Lanjutan], daftar: Lanjutan) -> Lanjutan:
    """The first of those who wait, with how many there are; the way back to the list where nobody waits any more.

    ``menunggu``: names with the pages where they are decided.
    """
    if not menunggu:
        return daftar
    banyak = f" ({len(menunggu)} lagi)" if len(menunggu) > 1 else ""
    return Lanjutan(f"Berikutnya: {menunggu[0].label}{banyak}", menunggu[0].alamat)


def topi(layar: Layar) -> list[Pelaku]:
    """The hats under which somebody at this screen decides, in the order of the lists."""
    return [*([KEPALA_DAERAH] if memerankan(layar) else []), layar.pelaku]


def skp_berikutnya(layar: Layar) -> Lanjutan:
    """After an SKP was approved or returned."""
    semua = [skp for pelaku in topi(layar) for skp in skp_dinilai(layar.kantor, pelaku)]
    menunggu = [
        Lanjutan(nama_pegawai(skp), f"/penilai/skp/{skp.skp_id}") for skp in semua if skp.status is StatusSKP.PENGAJUAN
    ]
    return berikutnya(menunggu, Lanjutan("Kembali ke SKP Bawahan", "/penilai/skp"))


def penilaian_berikutnya(layar: Layar, periode_id: int) -> Lanjutan:
    """After a rating, in the same period."""
    menunggu = [
        Lanjutan(nama_pegawai(skp), f"/penilai/penilaian/{skp.skp_id}/{periode_id}")
        for pelaku in topi(layar)
        for skp in belum_dinilai(layar.kantor, pelaku, periode_id)
    ]
    daftar = Lanjutan("Kembali ke Penilaian Bawahan", f"/penilai/penilaian?periode={periode_id}")
    return berikutnya(menunggu, daftar)


def pak_berikutnya(layar: Layar, *, sesudah_sinkron: bool) -> Lanjutan:
    """After a step of a PAK: the same step of somebody else first, then the other one."""
    semua = pak_bawahan(layar.kantor, layar.saya.pegawai_id)
    setujui = [_pak("Setujui PAK", satu) for satu in semua if satu.tahun.siap]
    kirim = [_pak("Sinkron AK SIASN", satu) for satu in semua if satu.tahun.status is StatusPAK.DISETUJUI]
    menunggu = (kirim or setujui) if sesudah_sinkron else (setujui or kirim)
    return berikutnya(menunggu, Lanjutan("Kembali ke PAK Bawahan", "/penilai/pak"))


def _pak(langkah: str, satu: BarisPAK) -> Lanjutan:
    tahun = satu.tahun.tahun
    alamat = f"/penilai/pak#pak-{satu.pegawai.pegawai_id}-{tahun}"
    return Lanjutan(f"{langkah} {satu.pegawai.nama}, {tahun}", alamat)


def keberatan_berikutnya(layar: Layar) -> Lanjutan:
    """After an explanation or a decision."""
    menunggu = [
        Lanjutan(nama_pegawai(satu.skp), f"/penilai/keberatan/{satu.keberatan.keberatan_id}")
        for pelaku in topi(layar)
        for satu in keberatan_terkait(layar.kantor, pelaku)
        if _giliran(satu)
    ]
    return berikutnya(menunggu, Lanjutan("Kembali ke Keberatan", "/penilai/keberatan"))


def _giliran(satu: PerkaraKeberatan) -> bool:
    """Is there something this person can do now? A decision waits for the explanation."""
    dijelaskan = bool(satu.keberatan.penjelasan_penilai)
    return satu.terbuka and (satu.memutus if dijelaskan else satu.menjelaskan)


def nama_pegawai(skp: SKP) -> str:
    """Whose SKP it is; every SKP that was once submitted knows."""
    return "pegawai" if skp.identitas_pegawai is None else skp.identitas_pegawai.nama
