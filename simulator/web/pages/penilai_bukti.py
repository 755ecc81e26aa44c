"""A click on the link of one piece of evidence, as the assessor: the document, or *Akses Ditolak*.

Scene: one SKP in one period under Penilaian Bawahan. May import: simulator.domain, simulator.web, workflow.
Facts: evidence is a link, and what the assessor may not open answers "Akses Ditolak" (fault F41, SINGLE).
Add: nothing; whether evidence is valid is judged by people, and in the exercises by rules.bukti.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import BimtekError, TidakBerwenang, TidakDitemukan
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen
from simulator.store import repository
from simulator.web import unggahan
from simulator.web.kepala_daerah import penilai_skp
from simulator.web.layar import Layar
from simulator.web.rute import Rute, status_galat
from simulator.workflow import actions, queries
from simulator.workflow.viewing import wajib_boleh_melihat_skp

rute = Rute("/penilai/penilaian/{skp_id:int}/{periode_id:int}/bukti", peran=Peran.PENILAI)


@rute.get("/{bukti_id:int}")
def buka(layar: Layar, skp_id: int, periode_id: int, bukti_id: int) -> Response:
    skp = queries.skp_lengkap(layar.kantor, skp_id)
    pelaku = penilai_skp(layar, skp)
    with layar.lihat() as connection:
        wajib_boleh_melihat_skp(connection, pelaku, skp)
        satu = repository.get(connection, BuktiDukung, bukti_id)
    if (satu.skp_id, satu.periode_id) != (skp_id, periode_id):
        raise TidakDitemukan("Bukti itu bukan bagian dari penilaian ini. Pilih dari daftar.", kode="bukti-lain")
    luar = actions.nomor_dokumen(satu.tautan) is None
    dokumen: Dokumen | None = None
    ditolak: BimtekError | None = None
    if not luar:
        try:
            dokumen = actions.buka_dokumen(layar.kantor, pelaku, satu.tautan)
        except (TidakBerwenang, TidakDitemukan) as error:
            ditolak = error
    with layar.data.lihat() as connection:
        berkas = unggahan.ringkasan(connection, [dokumen.dokumen_id]).get(dokumen.dokumen_id) if dokumen else None
    return layar.tampil(
        "penilai_bukti.html", status=200 if ditolak is None else status_galat(ditolak), bukti=satu, skp=skp,
        periode_id=periode_id, dokumen=dokumen, ditolak=ditolak, luar=luar, pelaku=pelaku, berkas=berkas,
        ukuran=unggahan.ukuran,
    )  # fmt: skip
