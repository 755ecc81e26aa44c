"""Rekap Instansi: every unit's spread, who is late, and what the predikat lead to. Reading only.

Scene: the leadership (and the admin). May import: simulator.web, rules, workflow.
Facts: a read-only recap by unit is label simulasi (ekinerja-app §10); percentages of the tunjangan belong to each
institution and are typed in, Kemnaker's stand there as a dated example (SINGLE); nothing here decides anything.
Add: another consequence in workflow/consequences.py.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah
from simulator.domain.penilaian import Predikat
from simulator.rules.registry import rule_by_id
from simulator.rules.tukin import contoh_kemnaker
from simulator.web.grafik_kurva import grafik
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import nomor_halaman, periode_terpilih
from simulator.workflow import queries
from simulator.workflow.consequences import ATURAN, Kebijakan, akibat_tim
from simulator.workflow.filling import hitung_pengisian, saringan_untuk
from simulator.workflow.paging import sehalaman
from simulator.workflow.reading_rights import wajib_pembaca_instansi, wajib_unit_terlihat
from simulator.workflow.recap import rekap_unit
from simulator.workflow.units import nama_unit

rute = Rute("/pimpinan", peran=Peran.PIMPINAN)
TUNJANGAN = Decimal(1_000_000)
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@rute.get("")
def rekap(layar: Layar) -> Response:
    _wajib(layar)
    periods = queries.daftar_periode(layar.kantor)
    periode = periode_terpilih(layar, periods)
    if periode is None:
        return layar.tampil("pimpinan.html", periode=None)
    isian = hitung_pengisian(layar.kantor, periode.periode_id)
    dicari = saringan_untuk(periode)
    kurang = [
        (unit_id, nama, isian[unit_id])
        for unit_id, nama in nama_unit(layar.kantor)
        if unit_id in isian and any(isian[unit_id][satu.value] for satu in dicari)
    ]
    semua, daftar = rekap_unit(layar.kantor, periode.periode_id)
    luar = [satu for satu in daftar if satu.kurva.pelanggaran]
    return layar.tampil(
        "pimpinan.html", periode=periode, daftar_periode=periods, h=sehalaman(daftar, nomor_halaman(layar)), k=semua,
        banyak_luar=len(luar), banyak_unit=len(daftar), hk=sehalaman(kurang, nomor_halaman(layar, "kurang")),
        g=grafik(semua, periode.periode_akhir), daftar_saringan=dicari,
        tutup=layar.hari > periode.batas_pengisian, predikat=list(Predikat),
        aturan=[rule_by_id("distribusi.pola")],
    )  # fmt: skip


@rute.get("/unit/{unit_id:int}")
def satu(layar: Layar, unit_id: int) -> Response:
    """One unit: its curve, and what its people's predikat lead to under a policy that is typed in."""
    _wajib(layar)
    with layar.lihat() as connection:
        unit = wajib_unit_terlihat(connection, layar.saya.pegawai_id, unit_id)
    periods = queries.daftar_periode(layar.kantor)
    periode = periode_terpilih(layar, periods)
    if periode is None or unit is None:
        return layar.tampil("pimpinan.html", periode=None)
    k = queries.kurva(layar.kantor, periode.periode_id, unit_id)
    kebijakan = _kebijakan(layar)
    return layar.tampil(
        "pimpinan_unit.html", unit=unit, periode=periode, daftar_periode=periods, k=k,
        g=grafik(k, periode.periode_akhir), kebijakan=kebijakan,
        daftar=akibat_tim(layar.kantor, periode.periode_id, unit_id, kebijakan), predikat=list(reversed(Predikat)),
        contoh="porsi" not in layar.request.query_params, aturan=[rule_by_id(nama) for nama in ATURAN],
        rupiah=rupiah, persen=persen, desimal=lambda nilai: f"{nilai}".replace(".", ","),
    )  # fmt: skip


def _wajib(layar: Layar) -> None:
    with layar.lihat() as connection:
        wajib_pembaca_instansi(connection, layar.saya.pegawai_id)


def _kebijakan(layar: Layar) -> Kebijakan:
    """The policy in the address, else the example."""
    isi = layar.request.query_params
    contoh, porsi = contoh_kemnaker(layar.hari)
    if "porsi" not in isi:
        return Kebijakan(contoh, porsi, TUNJANGAN)
    tunjangan = _angka(isi.get("tunjangan", ""), "Tunjangan", 1_000_000_000)
    bagian = {satu: _angka(isi.get(satu.value, ""), satu.label, 100) / 100 for satu in Predikat}
    return Kebijakan(bagian, _angka(isi.get("porsi", ""), "Porsi kinerja", 100) / 100, tunjangan)


def _angka(teks: str, sebutan: str, paling_banyak: int) -> Decimal:
    tulis = teks.strip()[:30].lower().removeprefix("rp").lstrip(". ")
    if _RIBUAN.fullmatch(tulis):  # 1.500.000 and 1.500.000,50, as offices write them
        tulis = tulis.replace(".", "")
    try:
        nilai = Decimal(tulis.replace(",", "."))
    except InvalidOperation:
        nilai = Decimal(-1)
    if not nilai.is_finite() or not 0 <= nilai <= paling_banyak:
        batas = f"{paling_banyak:,}".replace(",", ".")
        raise DataTidakSah(f"Isian “{sebutan}” harus angka 0 sampai {batas}.", kode="kebijakan-tidak-sah")
    return nilai


def rupiah(nilai: Decimal) -> str:
    """Rp1.000.000."""
    return "Rp" + f"{nilai:,.0f}".replace(",", ".")


def persen(bagian: Decimal) -> str:
    """0.85 → 85; a half point with a comma."""
    return f"{(bagian * 100).normalize():f}".replace(".", ",")
