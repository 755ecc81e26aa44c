"""Capaian Kinerja Organisasi: set for a unit by the leader one level above, once per period.

Scene: before the ratings of a period. May import: simulator.domain, rules, simulator.web, workflow.
Facts: five levels Istimewa to Sangat Kurang, set one level above (CONFIRMED, SE MenPANRB 3/2023); a number beside the
level and its scale are label simulasi. Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.penilaian import PredikatOrganisasi
from simulator.domain.periode import PeriodePenilaian
from simulator.rules.periode import terbuka
from simulator.rules.registry import rule_by_id
from simulator.store import repository
from simulator.web.kepala_daerah import memerankan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.actions.penilaian import NILAI_ORGANISASI_MAKS
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.bawahan import CapaianUnit, unit_ditetapkan

rute = Rute("/penilai/penilaian/organisasi/{periode_id:int}", peran=Peran.PENILAI)


@rute.get("")
def halaman(layar: Layar, periode_id: int) -> Response:
    with layar.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
    daftar = [satu for _, satu in _unit(layar, periode_id)]
    if not daftar:
        raise TidakBerwenang(
            "Capaian organisasi ditetapkan pimpinan satu tingkat di atas unit itu; Anda tidak memimpin unit yang "
            "mempunyai unit bawahan.",
            kode="bukan-penetap-capaian",
        )
    return layar.tampil(
        "penilai_organisasi.html", periode=periode, daftar=daftar, dibuka=terbuka(periode, layar.hari),
        predikat=list(reversed(PredikatOrganisasi)), maks=NILAI_ORGANISASI_MAKS,
        dasar=[rule_by_id(nama) for nama in ("distribusi.penetap_capaian", "distribusi.pola")],
    )  # fmt: skip


def _unit(layar: Layar, periode_id: int) -> list[tuple[Pelaku, CapaianUnit]]:
    """The units to set here, each with the hat under which this screen sets it."""
    topi = [*([KEPALA_DAERAH] if memerankan(layar) else []), layar.pelaku]
    return [(pelaku, satu) for pelaku in topi for satu in unit_ditetapkan(layar.kantor, pelaku, periode_id)]


@rute.post("/{unit_id:int}")
def tetapkan(layar: Layar, periode_id: int, unit_id: int) -> Response:
    pelaku = next((p for p, satu in _unit(layar, periode_id) if satu.unit.unit_id == unit_id), layar.pelaku)
    tersimpan = actions.tetapkan_capaian_organisasi(
        layar.kantor, pelaku, unit_id, periode_id=periode_id,
        predikat=layar.isian.pilihan("predikat", PredikatOrganisasi, "Capaian Kinerja Organisasi"),
        nilai=_desimal(layar.isian.teks("nilai", "Nilai", wajib=True)),
    )  # fmt: skip
    return layar.kembali(f"Capaian organisasi ditetapkan: {tersimpan.predikat.label}.")


def _desimal(teks: str) -> float:
    """A number as people write it: 97,5. Raises: DataTidakSah."""
    rapi = teks.replace(",", ".")
    if len(rapi) <= 12 and rapi.isascii() and rapi.replace(".", "", 1).isdigit():
        return float(rapi)
    raise DataTidakSah(f"Isian “Nilai” harus angka, misalnya 97,5; yang tertulis “{teks[:40]}”.", kode="bukan-angka")
