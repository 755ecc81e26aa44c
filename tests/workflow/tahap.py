"""Stages of one story, each kept as a file that tests copy: playing it again for every test would take minutes."""

from __future__ import annotations

import copy
import shutil
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from simulator.domain.periode import TipePeriodik
from simulator.domain.skp import JenisRHK
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import open_office
from tests.workflow.adegan import AKHIR, AKHIR_TW1, TAHUNAN, TW1, Adegan, penilai_dari
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT

#: Stages in the order of the story.
NAMA = (
    "draft",
    "pengajuan",
    "berjalan",
    "dinilai",
    "keberatan",
    "penjelasan",
    "puncak",
    "puncak_keberatan",
    "setahun",
    "pak",
)


@dataclass
class Tahap:
    """An office at one point of the story."""

    berkas: Path
    adegan: Adegan
    catatan: dict[str, int]

    def salin(self, ke: Path) -> Path:
        """A copy to play on."""
        return Path(shutil.copy(self.berkas, ke))


def semua_tahap(cetakan: Path, folder: Path) -> dict[str, Tahap]:
    """Play the story once and keep a file at each stage."""
    work = Path(shutil.copy(cetakan, folder / "kerja.ekin.db"))
    stages: dict[str, Tahap] = {}
    notes: dict[str, int] = {}
    adegan = None
    for name in NAMA:
        with open_office(work) as kantor:
            adegan = Adegan(kantor) if adegan is None else _again(adegan, kantor)
            globals()[f"_{name}"](adegan, notes)
        # Closed first: then the file alone is the whole office.
        kept = Path(shutil.copy(work, folder / f"{name}.ekin.db"))
        stages[name] = Tahap(kept, _again(adegan, None), dict(notes))
    return stages


def _again(adegan: Adegan, kantor: object) -> Adegan:
    clone = copy.copy(adegan)
    clone.kantor = kantor  # type: ignore[assignment]
    clone.skp, clone.rhk, clone.iki = dict(adegan.skp), dict(adegan.rhk), dict(adegan.iki)
    clone.lampiran = dict(adegan.lampiran)
    return clone


def _draft(adegan: Adegan, notes: dict[str, int]) -> None:
    adegan.berantai(sampai=KASI)
    skp_id = adegan.draft(PERAWAT)
    bare = actions.tambah_rhk(
        adegan.kantor, Pelaku.pegawai(PERAWAT), skp_id, teks_rhk="Terlaksananya tugas lain", jenis=JenisRHK.TAMBAHAN
    )
    notes["rhk_lepas"] = bare.rhk_id
    adegan.ekspektasi()
    notes["peran"] = adegan.peran()
    notes["dokumen"] = adegan.dokumen(nama="bebas.pdf")
    notes["tim"] = actions.bentuk_tim_kerja(
        adegan.kantor, Pelaku.penilai(KASI), nama="Tim Rujukan", tugas="Mempercepat rujukan", ketua_id=PERAWAT
    ).tim_id
    actions.tambah_anggota_tim(adegan.kantor, Pelaku.penilai(KASI), notes["tim"], PENGELOLA)
    notes["penugasan"] = adegan.plt()
    notes["periode"] = actions.tambah_periode(
        adegan.kantor,
        Pelaku.admin(ADMIN),
        nama="Periode Bulanan 12 Tahun 2028",
        tahun=2028,
        tipe=TipePeriodik.BULANAN,
        angka=12,
        periode_awal=date(2028, 12, 1),
        periode_akhir=date(2028, 12, 31),
        batas_pengisian=date(2029, 1, 10),
    ).periode_id


def _pengajuan(adegan: Adegan, notes: dict[str, int]) -> None:
    me = Pelaku.pegawai(PERAWAT)
    actions.hapus_rhk(adegan.kantor, me, notes["rhk_lepas"])
    actions.ajukan_skp(adegan.kantor, me, adegan.skp[PERAWAT])


def _berjalan(adegan: Adegan, notes: dict[str, int]) -> None:
    me = Pelaku.pegawai(PERAWAT)
    actions.setujui_skp(adegan.kantor, penilai_dari(PERAWAT), adegan.skp[PERAWAT])
    notes["rencana"] = adegan.rencana()
    notes["rencana_kedua"] = adegan.rencana()
    notes["progres"] = actions.tambah_progres(
        adegan.kantor,
        me,
        notes["rencana"],
        tanggal=adegan.kantor.hari,
        jam_mulai=time(8),
        jam_selesai=time(9),
        kegiatan="Mendata kunjungan",
        realisasi=3,
        satuan="kunjungan",
    ).progres_id
    notes["bukti"] = adegan.bukti()
    notes["realisasi"] = actions.isi_realisasi(
        adegan.kantor,
        me,
        adegan.skp[PERAWAT],
        periode_id=TW1,
        iki_id=adegan.iki[PERAWAT],
        realisasi="1 laporan",
        sumber_data="Rekap",
    ).realisasi_id
    notes["umpan"] = adegan.umpan()
    notes["umpan_rekan"] = adegan.umpan_rekan()
    adegan.kantor.maju_ke(AKHIR_TW1)


def _dinilai(adegan: Adegan, notes: dict[str, int]) -> None:
    notes["evaluasi"] = adegan.dinilai().evaluasi_id


def _keberatan(adegan: Adegan, notes: dict[str, int]) -> None:
    notes["keberatan"] = actions.ajukan_keberatan(
        adegan.kantor, Pelaku.pegawai(PERAWAT), notes["evaluasi"], alasan="Dua laporan belum dihitung."
    ).keberatan_id


def _penjelasan(adegan: Adegan, notes: dict[str, int]) -> None:
    actions.beri_penjelasan(adegan.kantor, Pelaku.penilai(KASI), notes["keberatan"], isi="Terlambat diserahkan.")


def _puncak(adegan: Adegan, notes: dict[str, int]) -> None:
    """The head of the institution and one of the heads below, each rated."""
    for pegawai_id, name in ((KEPALA, "umpan_puncak"), (KABID, "umpan_kabid")):
        notes[name] = adegan.umpan(pegawai_id)
    notes["evaluasi_puncak"] = adegan.dinilai(KEPALA).evaluasi_id
    notes["evaluasi_kabid"] = adegan.dinilai(KABID).evaluasi_id


def _setahun(adegan: Adegan, notes: dict[str, int]) -> None:
    """The year is over and the nurse has a yearly predikat."""
    notes["evaluasi_tahunan"] = adegan.dinilai(PERAWAT, hari=AKHIR, periode_id=TAHUNAN).evaluasi_id


def _pak(adegan: Adegan, notes: dict[str, int]) -> None:
    actions.setujui_pak(adegan.kantor, Pelaku.penilai(KASI), PERAWAT, tahun=2026)


def _puncak_keberatan(adegan: Adegan, notes: dict[str, int]) -> None:
    for who, penilai, name in ((KEPALA, KEPALA_DAERAH, "puncak"), (KABID, Pelaku.penilai(KEPALA), "kabid")):
        keberatan = actions.ajukan_keberatan(
            adegan.kantor, Pelaku.pegawai(who), notes[f"evaluasi_{name}"], alasan="Capaian belum dihitung penuh."
        )
        notes[f"keberatan_{name}"] = keberatan.keberatan_id
        actions.beri_penjelasan(adegan.kantor, penilai, keberatan.keberatan_id, isi="Sesuai data yang masuk.")
