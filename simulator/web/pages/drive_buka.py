"""Opening the link of a document: as oneself, as nobody (a private window), or as one's own assessor would.

Scene: a click on evidence. Open without a login, because *Siapa pun yang memiliki tautan* means anybody.
May import: simulator.web, workflow.
Facts: a link that needs an access request is refused as evidence (CONFIRMED, ekinerja-app §6.3); the words *Akses
Ditolak* are ours. Add: nothing; levels of access are in domain/pelaksanaan.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import TidakBerwenang, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.pelaksanaan import Dokumen
from simulator.store import repository
from simulator.web import sesi as ses
from simulator.web import unggahan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, drive
from simulator.workflow.actor import Pelaku

rute = Rute("/drive/buka", terbuka=True)
#: Somebody without a login; only *publik* opens for them.
TANPA_NAMA = Pelaku(None)


@rute.get("/{dokumen_id:int}")
def buka(layar: Layar, dokumen_id: int) -> Response:
    coba = layar.request.query_params.get("sebagai", "") == "penilai"
    pelaku, nama = _pembuka(layar), ""
    try:
        if coba and pelaku != TANPA_NAMA:
            dokumen, _ = drive.dokumen_sendiri(layar.kantor, pelaku, dokumen_id)
            pelaku, nama = drive.sebagai_penilai(layar.kantor, dokumen.pemilik_id)
        dokumen = _dokumen(layar, pelaku, dokumen_id)
    except TidakBerwenang as error:
        return layar.tampil("drive_ditolak.html", status=403, galat=error, coba=nama, nomor=dokumen_id)
    with layar.lihat() as connection:
        pemilik = repository.get(connection, Pegawai, dokumen.pemilik_id)
    with layar.data.lihat() as connection:
        berkas = unggahan.ringkasan(connection, [dokumen_id]).get(dokumen_id)
    return layar.tampil(
        "drive_buka.html", dokumen=dokumen, pemilik=pemilik, berkas=berkas, coba=nama, ukuran=unggahan.ukuran,
        milik=layar.sesi.pegawai_id == dokumen.pemilik_id and layar.sesi.tahap is ses.Tahap.MASUK,
    )  # fmt: skip


@rute.get("/{dokumen_id:int}/unduh")
def unduh(layar: Layar, dokumen_id: int) -> Response:
    try:
        dokumen = _dokumen(layar, _pembuka(layar), dokumen_id)
    except TidakBerwenang as error:
        return layar.tampil("drive_ditolak.html", status=403, galat=error, coba="", nomor=dokumen_id)
    with layar.data.lihat() as connection:
        berkas = unggahan.baca(connection, dokumen.dokumen_id)
    if berkas is None:
        raise TidakDitemukan(
            "Dokumen ini tidak punya berkas unggahan; isinya tampil saat dokumennya dibuka.", kode="berkas-tidak-ada"
        )
    return Response(berkas.isi, media_type=berkas.jenis_isi, headers=unggahan.kepala_unduh(berkas.nama))


def _pembuka(layar: Layar) -> Pelaku:
    """Who clicks: the person logged in, or nobody. A session that has rested too long is nobody's any more."""
    if layar.sesi.lewat:
        with layar.data.ubah() as connection:
            ses.akhiri(connection, layar.sesi.token)
            layar.sesi = ses.mulai(connection)
    if layar.sesi.tahap is not ses.Tahap.MASUK:
        return TANPA_NAMA
    return layar.pelaku


def _dokumen(layar: Layar, pelaku: Pelaku, dokumen_id: int) -> Dokumen:
    """The document, or the refusal. Who is not logged in does not learn whether it exists, let alone its name."""
    if pelaku != TANPA_NAMA:
        return actions.buka_dokumen(layar.kantor, pelaku, dokumen_id)
    try:
        return actions.buka_dokumen(layar.kantor, pelaku, dokumen_id)
    except (TidakBerwenang, TidakDitemukan) as error:
        raise TidakBerwenang(
            "Akses Ditolak. Dokumen ini tidak terbuka untuk siapa pun yang memiliki tautan. Masuk dahulu dengan akun "
            "yang diberi akses, atau minta pemiliknya mengatur aksesnya.",
            kode="akses-ditolak",
        ) from error
