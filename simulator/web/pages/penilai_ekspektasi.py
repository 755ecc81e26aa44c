"""Ekspektasi Khusus Pimpinan: written, changed and removed by the assessor, one BerAKHLAK value at a time.

Scene: one SKP under SKP Bawahan, before approval. May import: simulator.domain, simulator.web, workflow.
Facts: *Tambah/Edit Ekspektasi* per value (CONFIRMED); template choices plus free text (look-alike, label simulasi).
Add: nothing; the seven values are fixed.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakDitemukan
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.web.kalimat_contoh import EKSPEKTASI, gabung
from simulator.web.kepala_daerah import penilai_skp, topi_urungkan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, queries

rute = Rute("/penilai/skp/{skp_id:int}/ekspektasi", peran=Peran.PENILAI)


@rute.post("/{nilai}")
def isi(layar: Layar, skp_id: int, nilai: str) -> Response:
    pelaku, satu = penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id)), nilai_dari(nilai)
    teks = gabung(layar.isian, EKSPEKTASI[satu])
    actions.isi_ekspektasi(layar.kantor, pelaku, skp_id, nilai=satu, isi=teks)
    return layar.pergi(f"/penilai/skp/{skp_id}#perilaku", f"Ekspektasi {satu.label} tersimpan.")


@rute.post("/{nilai}/hapus")
def hapus(layar: Layar, skp_id: int, nilai: str) -> Response:
    pelaku = penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id))
    terhapus = actions.hapus_ekspektasi(layar.kantor, pelaku, skp_id, nilai=nilai_dari(nilai))
    return layar.kembali(hapus=terhapus, topi=topi_urungkan(pelaku))


def nilai_dari(kode: str) -> NilaiBerAKHLAK:
    """The value named in an address. Raises: TidakDitemukan."""
    try:
        return NilaiBerAKHLAK(kode)  # type: ignore[call-arg]
    except ValueError as error:
        raise TidakDitemukan(f"“{kode[:40]}” bukan nilai BerAKHLAK.", kode="nilai-tidak-ditemukan") from error
