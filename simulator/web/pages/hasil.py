"""Umpan Balik dan Hasil: what the assessor wrote, the ratings and the predikat, and an objection to them.

Scene: /skp/{id}/penilaian/{periode}/hasil. May import: simulator.web, workflow, rules.keberatan.
Facts: feedback per indicator and per value (CONFIRMED, ekinerja-app §2.10); objection in writing with reasons within 14
days to the assessor's superior, whose decision is final (CONFIRMED, PP 30/2019 Pasal 59, PermenPANRB 6/2022 Pasal 29);
calendar or working days UNCERTAIN, counted here as calendar days. Own pages for it are label simulasi.
Add: a line of the result; explanation and decision are given on the assessor's pages.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.rules.keberatan import batas_keberatan, boleh_keberatan
from simulator.web.layar import Layar
from simulator.web.lembar import buka_lembar, ke_lembar, tampil_lembar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.limits import ALASAN_MAKS
from simulator.workflow.structure import KARTU_KEPALA_DAERAH
from simulator.workflow.umpan_rekan import baca_umpan_rekan

rute = Rute("/skp/{skp_id:int}/penilaian/{periode_id:int}/hasil")


@rute.get("")
def lihat(layar: Layar, skp_id: int, periode_id: int) -> Response:
    lembar = buka_lembar(layar, skp_id, periode_id)
    isi = lembar.isi
    dinilai = None if isi.evaluasi is None or isi.evaluasi.predikat is None else isi.evaluasi.dinilai_pada
    return tampil_lembar(
        layar, "hasil_penilaian.html", lembar, dinilai=dinilai, luar=KARTU_KEPALA_DAERAH.nama,
        iki={iki.iki_id: iki for rhk in isi.skp.daftar_rhk for iki in rhk.daftar_iki},
        umpan_iki=[satu for satu in isi.daftar_umpan if satu.sasaran is SasaranUmpanBalik.IKI],
        umpan_umum=[satu for satu in isi.daftar_umpan if satu.sasaran is SasaranUmpanBalik.UMUM],
        umpan_perilaku=[
            (nilai, [satu for satu in isi.daftar_umpan if satu.nilai == nilai.value]) for nilai in NilaiBerAKHLAK
        ],
        rekan=baca_umpan_rekan(layar.kantor, layar.pelaku, skp_id, periode_id),
        batas=None if dinilai is None else batas_keberatan(dinilai),
        boleh=dinilai is not None and boleh_keberatan(dinilai, layar.hari), maks_alasan=ALASAN_MAKS,
    )  # fmt: skip


@rute.post("/keberatan")
def keberatan(layar: Layar, skp_id: int, periode_id: int) -> Response:
    evaluasi = buka_lembar(layar, skp_id, periode_id).isi.evaluasi
    if evaluasi is None:
        raise StatusTidakSesuai(
            "Hasil penilaian ini belum ada, jadi belum ada yang dapat diberi keberatan.", kode="belum-dinilai"
        )
    actions.ajukan_keberatan(layar.kantor, layar.pelaku, evaluasi.evaluasi_id, alasan=layar.isian.teks("alasan"))
    return ke_lembar(
        layar, skp_id, periode_id, "hasil",
        "Keberatan diajukan. Pejabat penilai memberi penjelasan, lalu atasannya memutus.", jangkar="keberatan",
    )  # fmt: skip
