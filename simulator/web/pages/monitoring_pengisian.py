"""Monitoring Pengisian: who has filled in what in one period.

Scene: everybody, for their own unit and those they lead; admin and leadership for all.
May import: simulator.web, workflow.
Facts: the screen exists (CONFIRMED), its layout is ours (ekinerja-app §10). Add: another filter.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import kunci, nomor_halaman, periode_terpilih, pilihan_unit, teks_cari
from simulator.workflow import queries
from simulator.workflow.filling import Saringan, halaman_pengisian, hitung_pengisian, saringan_untuk
from simulator.workflow.reading_rights import unit_terlihat, wajib_unit_terlihat

rute = Rute("/monitoring/pengisian")
SEMUA = "semua"


@rute.get("")
def halaman(layar: Layar) -> Response:
    saya = layar.saya.pegawai_id
    with layar.lihat() as connection:
        units = unit_terlihat(connection, saya)
        milik = repository.get(connection, Pegawai, saya).unit_id
        unit_id = unit_diminta(layar, milik if not layar.peran_tambahan else None)
        wajib_unit_terlihat(connection, saya, unit_id)
    periods = queries.daftar_periode(layar.kantor)
    periode = periode_terpilih(layar, periods)
    if periode is None:
        return layar.tampil("monitoring_pengisian.html", periode=None, daftar_periode=[])
    isi = layar.request.query_params.get("belum", "")
    if isi and isi not in [satu.value for satu in Saringan]:
        raise DataTidakSah("Saringan itu tidak ada. Pilih dari daftarnya.", kode="pilihan-asing")
    saringan, cari = (Saringan.dari(isi) if isi else None), teks_cari(layar)
    h = halaman_pengisian(layar.kantor, periode.periode_id, unit_id, saringan, cari, nomor_halaman(layar))
    per_unit = hitung_pengisian(layar.kantor, periode.periode_id, unit_id)
    terlihat = [per_unit.get(unit.unit_id, {}) for unit in units if unit_id in (None, unit.unit_id)]
    jumlah = {nama: sum(satu.get(nama, 0) for satu in terlihat) for nama in ("pegawai", *(s.value for s in Saringan))}
    return layar.tampil(
        "monitoring_pengisian.html", periode=periode, daftar_periode=periods, h=h, jumlah=jumlah, cari=cari,
        belum=isi,
        pu=pilihan_unit(layar, [(unit.unit_id, unit.nama) for unit in units], unit_id or SEMUA),
        daftar_saringan=saringan_untuk(periode), semua=bool(layar.peran_tambahan),
        tutup=layar.hari > periode.batas_pengisian,
        saring={"periode": periode.periode_id, "unit": unit_id or SEMUA, "belum": isi, "cari": cari},
    )  # fmt: skip


def unit_diminta(layar: Layar, bawaan: int | None) -> int | None:
    """The unit of the address; ``semua`` is the whole institution (None), nothing is the unit to begin with."""
    if layar.request.query_params.get("unit") == SEMUA:
        return None
    return kunci(layar, "unit") or bawaan
