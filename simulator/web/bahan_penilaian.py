"""What the assessor has on the table for one SKP in one period: proofs, feedback, the organisation, pembinaan.

Scene: the page of penilai_penilaian.py. May import: simulator.domain, rules, simulator.web, workflow.
Facts: nothing here decides; the actions do. Add: another consideration, as a function that gives the page its words.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from simulator.domain.pelaksanaan import Ikon, SasaranUmpanBalik
from simulator.domain.perilaku import PANDUAN_PERILAKU
from simulator.domain.skp import NilaiBerAKHLAK, StatusSKP
from simulator.rules.distribusi import padanan_rating_pimpinan
from simulator.rules.kuadran import sel_kuadran
from simulator.rules.registry import rule_by_id
from simulator.rules.umpan_balik import KriteriaUmpanBalik, umpan_berlawanan
from simulator.web import pembinaan
from simulator.web.kalimat_contoh import contoh_indikator, contoh_perilaku
from simulator.web.layar import Layar
from simulator.workflow import queries
from simulator.workflow.bawahan import unit_dipimpin
from simulator.workflow.limits import UMPAN_BALIK_MAKS
from simulator.workflow.queries import IsiPeriode


def halangan(isi: IsiPeriode, hari: date, dibuka: bool) -> str:
    """Why a rating cannot be given now, in words; empty when it can. The action itself decides."""
    akhir = min(isi.periode.periode_akhir, isi.skp.periode_akhir)
    if isi.keberatan is not None:
        return "Hasil ini diajukan keberatan; hanya atasan pejabat penilai yang dapat mengubahnya."
    if isi.skp.status is not StatusSKP.PERSETUJUAN:
        return f"SKP ini berstatus {isi.skp.status.label}; rating diberikan pada SKP berstatus Persetujuan."
    if isi.periode.periode_awal > isi.skp.periode_akhir or isi.periode.periode_akhir < isi.skp.periode_awal:
        return f"{isi.periode.nama} di luar masa SKP ini."
    if hari < isi.periode.periode_awal:
        return f"{isi.periode.nama} belum dimulai."
    if not dibuka:
        return (
            f"{isi.periode.nama} sudah ditutup pada batas pengisian. Bila masih perlu dinilai, minta admin instansi "
            "memperpanjang batas pengisian beserta alasannya."
        )
    if hari < akhir:
        return f"Periode berakhir {akhir:%d-%m-%Y}. Beri umpan balik sekarang; rating sesudah periode berakhir."
    if not isi.daftar_umpan:
        return "Tulis sedikitnya satu umpan balik dahulu, supaya rating punya alasan."
    return ""


def umpan(isi: IsiPeriode) -> dict[str, Any]:
    """Realisation, evidence and feedback where they belong, with the sentences that may be ticked there."""
    realisasi = {satu.iki_id: satu for satu in isi.daftar_realisasi}
    semua_iki = [iki for rhk in isi.skp.daftar_rhk for iki in rhk.daftar_iki]
    ekspektasi = {satu.nilai: satu.teks for satu in isi.skp.daftar_ekspektasi}
    return {
        "realisasi": realisasi,
        "umpan_iki": {i.iki_id: [u for u in isi.daftar_umpan if u.iki_id == i.iki_id] for i in semua_iki},
        "contoh_iki": {
            i.iki_id: contoh_indikator(i.indikator, i.target, r.realisasi if (r := realisasi.get(i.iki_id)) else "")
            for i in semua_iki
        },
        "semua_iki": semua_iki,
        "bukti": {i.iki_id: [b for b in isi.daftar_bukti if b.iki_id == i.iki_id] for i in semua_iki},
        "perilaku": [
            (
                nilai,
                PANDUAN_PERILAKU[nilai],
                ekspektasi.get(nilai, ""),
                [
                    u
                    for u in isi.daftar_umpan
                    if u.sasaran is SasaranUmpanBalik.PERILAKU and u.nilai == nilai.value
                ],
                contoh_perilaku(nilai),
            )
            for nilai in NilaiBerAKHLAK
        ],
        "umpan_umum": [u for u in isi.daftar_umpan if u.sasaran is SasaranUmpanBalik.UMUM],
        "daftar_ikon": list(Ikon),
        "maks_umpan": UMPAN_BALIK_MAKS,
        "mutu": rule_by_id("umpan_balik.mutu"),
        "kriteria_mutu": list(KriteriaUmpanBalik),
    }  # fmt: skip


def pertimbangan(layar: Layar, isi: IsiPeriode) -> dict[str, Any]:
    """What the assessor looks at beside the rating: the quadrant, the organisation's result, the rules."""
    capaian = {satu.unit_id: satu for satu in queries.capaian_organisasi(layar.kantor, isi.periode.periode_id)}
    dipimpin = [unit for unit in unit_dipimpin(layar.kantor, isi.skp.pegawai_id) if unit.unit_id in capaian]
    hasil = None if isi.evaluasi is None else isi.evaluasi.rating_hasil
    ikon = [satu.ikon for satu in isi.daftar_umpan]
    return {
        "kuadran": sel_kuadran(),
        "capaian_unit": capaian.get(isi.skp.unit_id),
        "padanan": [
            (unit, capaian[unit.unit_id], padanan_rating_pimpinan(capaian[unit.unit_id].predikat)) for unit in dipimpin
        ],
        "berlawanan": hasil is not None and umpan_berlawanan(ikon, hasil),
        "dasar_rating": [
            rule_by_id(nama) for nama in ("rating_hasil.keseluruhan", "rating_hasil.perilaku", "kuadran.predikat")
        ],
        "dasar_pimpinan": rule_by_id("distribusi.pimpinan_unit"),
        "dasar_selaras": rule_by_id("umpan_balik.selaras"),
    }


def tindak_lanjut(isi: IsiPeriode) -> dict[str, Any]:
    """Whether pembinaan is due, and what each instrument is."""
    predikat = None if isi.evaluasi is None else isi.evaluasi.predikat
    return {
        "perlu_pembinaan": predikat in pembinaan.PERLU,
        "panduan_pembinaan": pembinaan.PANDUAN,
        "jenis_pembinaan": list(pembinaan.Pembinaan),
        "sumber_pembinaan": pembinaan.SUMBER_AMBANG,
    }
