"""Monitoring Kurva: the spread of predikat of a unit beside the pattern for its capaian organisasi.

Scene: everybody, for their own unit and those they lead; admin and leadership for all. Counts only, never who.
May import: simulator.web, rules.registry, workflow.
Facts: the screen exists (CONFIRMED), layout ours; the pattern is SE MenPANRB 3/2023 in rules.distribusi with its marks.
Add: another figure of the curve.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.rules.distribusi import catatan_dominan
from simulator.rules.registry import rule_by_id
from simulator.store import repository
from simulator.web.grafik_kurva import grafik
from simulator.web.layar import Layar
from simulator.web.pages.monitoring_pengisian import SEMUA, unit_diminta
from simulator.web.rute import Rute
from simulator.web.saringan import periode_terpilih, pilihan_unit
from simulator.workflow import queries
from simulator.workflow.reading_rights import unit_terlihat, wajib_unit_terlihat

rute = Rute("/monitoring/kurva")
ATURAN = ("distribusi.pola", "distribusi.unit_kecil", "distribusi.dominan")


@rute.get("")
def halaman(layar: Layar) -> Response:
    saya = layar.saya.pegawai_id
    with layar.lihat() as connection:
        units = unit_terlihat(connection, saya)
        dipimpin = repository.find_one(connection, UnitKerja, pimpinan_id=saya)
        milik = dipimpin.unit_id if dipimpin is not None else repository.get(connection, Pegawai, saya).unit_id
        unit_id = unit_diminta(layar, milik)
        unit = wajib_unit_terlihat(connection, saya, unit_id)
    periods = queries.daftar_periode(layar.kantor)
    periode = periode_terpilih(layar, periods)
    if periode is None:
        return layar.tampil("monitoring_kurva.html", periode=None)
    k = queries.kurva(layar.kantor, periode.periode_id, unit_id)
    lengkap = k.organisasi is not None and not k.belum_dinilai
    return layar.tampil(
        "monitoring_kurva.html", periode=periode, daftar_periode=periods, k=k, g=grafik(k, periode.periode_akhir),
        pu=pilihan_unit(layar, [(satu.unit_id, satu.nama) for satu in units], unit_id or SEMUA),
        semua=bool(layar.peran_tambahan),
        sebutan="Seluruh instansi" if unit is None else unit.nama, aturan=[rule_by_id(satu) for satu in ATURAN],
        dominan=catatan_dominan(k.organisasi, k.jumlah) if lengkap and k.organisasi else None,
    )  # fmt: skip
