"""Scenes for the tests: the small office brought to the point where a test begins.

Everything is done through the actions themselves, so that a scene is also a test of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.pelaksanaan import Akses, Ikon, SasaranUmpanBalik
from simulator.domain.penilaian import Evaluasi, Keberatan, Rating
from simulator.domain.skp import SKP, Aspek, JenisLampiran, NilaiBerAKHLAK, Perspektif
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.queries import daftar_dokumen, skp_lengkap
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT

TW1, TW2, TW3, TW4, TAHUNAN = 1, 2, 3, 4, 5
AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)
AKHIR_TW1 = date(2026, 3, 31)
ATASAN = {KEPALA: None, KABID: KEPALA, KASI: KABID, PERAWAT: KASI}


def penilai_dari(pegawai_id: int) -> Pelaku:
    """Who assesses this person."""
    atasan = ATASAN[pegawai_id]
    return KEPALA_DAERAH if atasan is None else Pelaku.penilai(atasan)


@dataclass
class Adegan:
    """One office under test, with the ids of what the scene has made."""

    kantor: Kantor
    skp: dict[int, int] = field(default_factory=dict)
    rhk: dict[int, int] = field(default_factory=dict)
    iki: dict[int, int] = field(default_factory=dict)
    lampiran: dict[int, int] = field(default_factory=dict)

    def draft(self, pegawai_id: int) -> int:
        """A complete Draft."""
        me = Pelaku.pegawai(pegawai_id)
        skp = actions.buat_skp(self.kantor, me, periode_awal=AWAL, periode_akhir=AKHIR)
        self.skp[pegawai_id] = skp.skp_id
        atasan = ATASAN[pegawai_id]
        rhk = actions.tambah_rhk(
            self.kantor,
            me,
            skp.skp_id,
            teks_rhk=f"Tersusunnya laporan layanan pegawai {pegawai_id}",
            rhk_atasan_id=None if atasan is None else self.rhk[atasan],
            perspektif=Perspektif.PROSES_BISNIS if atasan is None else None,
        )
        self.rhk[pegawai_id] = rhk.rhk_id
        for aspek, target in ((Aspek.KUANTITAS, "4 Laporan"), (Aspek.WAKTU, "12 Bulan")):
            iki = actions.tambah_iki(
                self.kantor, me, rhk.rhk_id, aspek=aspek, indikator=f"Laporan, {aspek.label}", target=target
            )
            self.iki.setdefault(pegawai_id, iki.iki_id)
        for jenis in JenisLampiran:
            butir = actions.tambah_lampiran(self.kantor, me, skp.skp_id, jenis=jenis, isi=f"Isi {jenis.label}")
            self.lampiran[pegawai_id] = butir.lampiran_id
        return skp.skp_id

    def diajukan(self, pegawai_id: int) -> int:
        """The same, submitted."""
        skp_id = self.draft(pegawai_id)
        actions.ajukan_skp(self.kantor, Pelaku.pegawai(pegawai_id), skp_id)
        return skp_id

    def disetujui(self, pegawai_id: int) -> int:
        """The same, approved and shared with the team."""
        skp_id = self.diajukan(pegawai_id)
        actions.setujui_skp(self.kantor, penilai_dari(pegawai_id), skp_id)
        actions.sinkronkan_skp_bawahan(self.kantor, Pelaku.penilai(pegawai_id), skp_id)
        return skp_id

    def berantai(self, *, sampai: int = PERAWAT) -> Adegan:
        """Approved SKP from the head down to one person."""
        for pegawai_id in ATASAN:
            self.disetujui(pegawai_id)
            if pegawai_id == sampai:
                break
        return self

    def rencana(self, pegawai_id: int = PERAWAT, periode_id: int = TW1) -> int:
        """One rencana aksi for that person's RHK."""
        return actions.tambah_rencana_aksi(
            self.kantor,
            Pelaku.pegawai(pegawai_id),
            self.skp[pegawai_id],
            periode_id=periode_id,
            rhk_id=self.rhk[pegawai_id],
            deskripsi="Mengumpulkan data kunjungan",
            target="1 Laporan",
        ).rencana_id

    def dokumen(self, pemilik_id: int = PERAWAT, *, nama: str = "laporan.pdf", akses: Akses = Akses.PENILAI) -> int:
        """One document on that person's drive."""
        return actions.simpan_dokumen(
            self.kantor,
            Pelaku.pegawai(pemilik_id),
            nama=nama,
            jenis="Laporan",
            tanggal=self.kantor.hari,
            folder="2026/TW1/RHK-01",
            akses=akses,
            bertanda_tangan=True,
            isi_ringkas="Laporan triwulan",
        ).dokumen_id

    def bukti(self, pegawai_id: int = PERAWAT, periode_id: int = TW1) -> int:
        """Evidence with its document; the rencana aksi must be there."""
        return actions.tambah_bukti(
            self.kantor,
            Pelaku.pegawai(pegawai_id),
            self.skp[pegawai_id],
            periode_id=periode_id,
            iki_id=self.iki[pegawai_id],
            nama_eviden="Laporan triwulan",
            dokumen_id=self.dokumen(pegawai_id, nama=f"laporan-{len(daftar_dokumen(self.kantor, pegawai_id)) + 1}.pdf"),
        ).bukti_id

    def umpan_rekan(self, pemberi_id: int = PENGELOLA, pegawai_id: int = PERAWAT, periode_id: int = TW1) -> int:
        """Feedback of a colleague."""
        return actions.beri_umpan_rekan(
            self.kantor,
            Pelaku.pegawai(pemberi_id),
            self.skp[pegawai_id],
            periode_id=periode_id,
            kolaboratif=SkalaRekan.TELADAN,
            isi=f"Data kunjungan selalu dibagikan sebelum diminta (dari {pemberi_id}).",
        ).umpan_rekan_id

    def umpan(self, pegawai_id: int = PERAWAT, periode_id: int = TW1) -> int:
        """Feedback of the assessor on the first indicator."""
        return actions.beri_umpan_balik(
            self.kantor,
            penilai_dari(pegawai_id),
            self.skp[pegawai_id],
            periode_id=periode_id,
            sasaran=SasaranUmpanBalik.IKI,
            iki_id=self.iki[pegawai_id],
            isi="Laporan lengkap; lampirkan rekap kunjungan bulan depan.",
            ikon=Ikon.JEMPOL,
        ).umpan_id

    def dinilai(self, pegawai_id: int = PERAWAT, *, hari: date = AKHIR_TW1, periode_id: int = TW1) -> Evaluasi:
        """Feedback and rating at the end of the period."""
        self.umpan(pegawai_id, periode_id)
        self.kantor.maju_ke(hari)
        return actions.beri_rating(
            self.kantor,
            penilai_dari(pegawai_id),
            self.skp[pegawai_id],
            periode_id=periode_id,
            rating_hasil=Rating.SESUAI,
            rating_perilaku=Rating.SESUAI,
            catatan="Tepat waktu",
        )

    def keberatan(self, pegawai_id: int = PERAWAT) -> Keberatan:
        """An objection to the rating of the first quarter."""
        evaluasi = self.dinilai(pegawai_id)
        return actions.ajukan_keberatan(
            self.kantor, Pelaku.pegawai(pegawai_id), evaluasi.evaluasi_id, alasan="Dua laporan belum dihitung."
        )

    def ekspektasi(self, pegawai_id: int = PERAWAT) -> None:
        """One expectation of the assessor."""
        actions.isi_ekspektasi(
            self.kantor,
            penilai_dari(pegawai_id),
            self.skp[pegawai_id],
            nilai=NilaiBerAKHLAK.AKUNTABEL,
            isi="Menjadi teladan integritas",
        )

    def peran(self, *, pimpinan: int = KASI, anggota: int = PERAWAT) -> int:
        """One cell of the leader's matrix."""
        return actions.tetapkan_peran(
            self.kantor,
            Pelaku.penilai(pimpinan),
            self.skp[pimpinan],
            rhk_pimpinan_id=self.rhk[pimpinan],
            pegawai_id=anggota,
            peran="Tersedianya laporan asuhan",
            cascading=JenisCascading.LANGSUNG,
            tingkat=TingkatHasil.OUTPUT,
        ).peran_id

    def plt(self, pegawai_id: int = KASI, jabatan_id: int = 10) -> int:
        """An acting appointment."""
        return actions.daftarkan_penugasan(
            self.kantor,
            Pelaku.admin(ADMIN),
            pegawai_id=pegawai_id,
            jabatan_id=jabatan_id,
            status=StatusPenugasan.PLT,
            mulai=date(2026, 2, 1),
            dasar="SPT 800/12/2026",
        ).penugasan_id

    def satu_skp(self, pegawai_id: int) -> SKP:
        """That person's SKP as it stands now."""
        return skp_lengkap(self.kantor, self.skp[pegawai_id])
