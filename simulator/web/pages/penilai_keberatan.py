"""Keberatan: the assessor explains, the assessor's superior decides.

Scene: after an employee objected to a result. May import: simulator.domain, rules.keberatan, simulator.web, workflow.
Facts: sections 6–8 of Dokumen Evaluasi; decided by the assessor's superior, who hears both sides, and final (CONFIRMED,
PP 30/2019 Pasal 59). That the explanation comes before the decision is ours (label simulasi).
Add: another step of the procedure, with its action.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Rating, StatusKeberatan
from simulator.rules.registry import rule_by_id
from simulator.store import repository
from simulator.web.berikutnya import keberatan_berikutnya
from simulator.web.kepala_daerah import memerankan, pihak_keberatan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH
from simulator.workflow.keberatan_terkait import keberatan_terkait
from simulator.workflow.limits import CATATAN_MAKS

rute = Rute("/penilai/keberatan", peran=Peran.PENILAI)
DASAR = ("keberatan.pemutus", "keberatan.final", "keberatan.batas_waktu")


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = keberatan_terkait(layar.kantor, layar.pelaku)
    if memerankan(layar):
        ada = {satu.keberatan.keberatan_id for satu in semua}
        luar = keberatan_terkait(layar.kantor, KEPALA_DAERAH)
        semua = [*(satu for satu in luar if satu.keberatan.keberatan_id not in ada), *semua]
    terbuka = [satu for satu in semua if satu.terbuka]
    return layar.tampil(
        "penilai_keberatan_daftar.html",
        kelompok=[
            ("Menunggu penjelasan Anda", [s for s in terbuka if s.menjelaskan and not s.keberatan.penjelasan_penilai]),
            ("Menunggu keputusan Anda", [s for s in terbuka if s.memutus]),
            (
                "Sudah Anda jelaskan, menunggu keputusan atasan",
                [s for s in terbuka if s.menjelaskan and not s.memutus and s.keberatan.penjelasan_penilai],
            ),
            ("Sudah diputus", [s for s in semua if not s.terbuka]),
        ],
        ada=bool(semua), dasar=[rule_by_id(satu) for satu in DASAR],
    )  # fmt: skip


@rute.get("/{keberatan_id:int}")
def rincian(layar: Layar, keberatan_id: int) -> Response:
    pelaku, satu = pihak_keberatan(layar, keberatan_id)
    with layar.lihat() as connection:
        pemutus = repository.find_one(connection, Pegawai, pegawai_id=satu.keberatan.diputus_oleh_id or -1)
    return layar.tampil(
        "penilai_keberatan.html", perkara=satu, satu=satu.keberatan, pelaku=pelaku, rating=list(reversed(Rating)),
        pemutus="Kepala Daerah" if pemutus is None else pemutus.nama, diterima=StatusKeberatan.DITERIMA,
        dasar=[rule_by_id(nama) for nama in DASAR], maks=CATATAN_MAKS,
    )  # fmt: skip


@rute.post("/{keberatan_id:int}/penjelasan")
def penjelasan(layar: Layar, keberatan_id: int) -> Response:
    pelaku, _ = pihak_keberatan(layar, keberatan_id)
    actions.beri_penjelasan(layar.kantor, pelaku, keberatan_id, isi=layar.isian.teks("isi"))
    return layar.kembali(
        "Penjelasan tersimpan. Keputusan kini ada pada atasan Anda.", lanjut=[keberatan_berikutnya(layar)]
    )


@rute.post("/{keberatan_id:int}/keputusan")
def keputusan(layar: Layar, keberatan_id: int) -> Response:
    pelaku, _ = pihak_keberatan(layar, keberatan_id)
    isian = layar.isian
    diterima = isian.pilihan("hasil", StatusKeberatan, "Keputusan") is StatusKeberatan.DITERIMA
    putusan = actions.putuskan_keberatan(
        layar.kantor, pelaku, keberatan_id, diterima=diterima, keputusan=isian.teks("keputusan"),
        rating_hasil=isian.pilihan_atau_kosong("rating_hasil", Rating, "Rating Hasil Kerja"),
        rating_perilaku=isian.pilihan_atau_kosong("rating_perilaku", Rating, "Rating Perilaku Kerja"),
    )  # fmt: skip
    baru = putusan.predikat_baru
    akibat = "ditolak; hasil semula tetap" if baru is None else f"diterima; predikat menjadi {baru.label}"
    return layar.kembali(f"Keberatan {akibat}. Keputusan ini final.", lanjut=[keberatan_berikutnya(layar)])
