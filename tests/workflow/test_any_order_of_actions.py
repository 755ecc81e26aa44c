"""Anybody tries anything in any order: the office stays whole, and a refusal changes nothing (Hypothesis).

Most steps are taken by the right person on the newest record, otherwise no story would get anywhere; the rest are
taken by anybody on anything. The machine counts what succeeded, and a test holds it to having been everywhere.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from simulator.domain.errors import BimtekError
from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.pelaksanaan import Akses, Ikon, SasaranUmpanBalik
from simulator.domain.penilaian import PredikatOrganisasi, Rating
from simulator.domain.skp import Aspek, JenisLampiran, JenisRHK, NilaiBerAKHLAK
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.store.verification import verify
from simulator.workflow import actions as a
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import open_office
from tests.workflow.invarian import LANGKAH_SKP, pelanggaran, query
from tests.workflow.kantor_kecil import ADMIN, HARI_PERTAMA, KABID, KASI, KEPALA, PENGELOLA, PERAWAT
from tests.workflow.sidik_kantor import sidik_kantor
from tests.workflow.tahap import Tahap, semua_tahap

ORANG = [PERAWAT, PENGELOLA, KASI, KABID, KEPALA, ADMIN]
PELAKU = [
    *(Pelaku.pegawai(orang) for orang in ORANG),
    *(Pelaku.penilai(orang) for orang in (KEPALA, KABID, KASI)),
    Pelaku.admin(ADMIN),
    KEPALA_DAERAH,
]
#: None: whoever is the right one for the record at hand.
siapa = st.sampled_from([None] * 3 * len(PELAKU) + PELAKU)
baru = st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3, 5])
teks = st.sampled_from(["Tersusunnya laporan", "Meningkatnya layanan", "Rekap ✓ data", " ", "x" * 501])
sebuah_periode = st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 5])  # 0: one that is open today


class Kantor(RuleBasedStateMachine):
    """Each rule is one button, pressed by somebody on something; ``_coba`` holds the promise of a refusal."""

    stages: dict[str, Tahap] = {}
    done: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(prefix="bimtek-", dir=memory if memory.is_dir() else None))
        self.path = self.folder / "kantor.ekin.db"
        self.deletions: list[tuple[Pelaku, Any]] = []
        self.steps = 0

    @initialize(stage=st.sampled_from(["draft", "pengajuan", "berjalan", "dinilai", "penjelasan"]))
    def open(self, stage: str) -> None:
        self.stages[stage].salin(self.path)
        self.opened = open_office(self.path)
        self.kantor = self.opened.__enter__()
        self.statuses = self._statuses()

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)
            assert verify(self.path).temuan == ()
        shutil.rmtree(self.folder)

    # --- who and what -----------------------------------------------------------------------------------------------

    def _statuses(self) -> dict[int, str]:
        return {int(key): str(status) for key, status in query(self.path, "SELECT skp_id, status FROM skp")}

    def _pick(self, n: int, table: str, key: str, where: str = "1") -> int:
        rows = query(self.path, f"SELECT {key} FROM {table} WHERE {where} ORDER BY {key} DESC LIMIT 8")
        return int(rows[n % len(rows)][0]) if rows else 404

    def _skp(self, n: int) -> int:
        return self._pick(n, "skp", "skp_id")

    def _rhk(self, n: int, skp_id: int) -> int:
        return self._pick(n, "rhk", "rhk_id", f"skp_id = {skp_id}")

    def _iki(self, n: int, skp_id: int) -> int:
        return self._pick(n, "iki", "iki_id", f"rhk_id IN (SELECT rhk_id FROM rhk WHERE skp_id = {skp_id})")

    def _periode(self, wanted: int) -> int:
        if wanted:
            return wanted
        today = self.kantor.hari.isoformat()
        return self._pick(
            self.steps, "periode_penilaian", "periode_id", f"'{today}' BETWEEN periode_awal AND batas_pengisian"
        )

    def _owner(self, p: Pelaku | None, skp_id: int) -> Pelaku:
        return p or Pelaku.pegawai(self._pick(0, "skp", "pegawai_id", f"skp_id = {skp_id}"))

    def _leader(self, p: Pelaku | None, skp_id: int) -> Pelaku:
        return p or Pelaku.penilai(self._owner(None, skp_id).pegawai_id or 0)

    def _judge(self, p: Pelaku | None, skp_id: int) -> Pelaku:
        rows = query(self.path, f"SELECT penilai_id FROM skp WHERE skp_id = {skp_id}")
        return p or (KEPALA_DAERAH if not rows or rows[0][0] is None else Pelaku.penilai(rows[0][0]))

    def _coba(self, act: Callable[[], object]) -> Any:
        """Do it, or be refused in words and leave everything as it was."""
        before = sidik_kantor(self.path)
        last = query(self.path, "SELECT max(nomor) FROM jurnal")[0][0]
        self.steps += 1
        refused = False
        try:
            result = act()
        except BimtekError:
            refused = True
            result = None
        assert not refused or sidik_kantor(self.path) == before
        # Read from the journal, not from the test: what the office says has been done.
        for (aksi,) in query(self.path, f"SELECT aksi FROM jurnal WHERE nomor > {last}"):
            self.done[str(aksi)] += 1
        self._check_steps()
        return result

    # --- planning ---------------------------------------------------------------------------------------------------

    @rule(
        p=siapa,
        orang=st.sampled_from(ORANG),
        awal=st.sampled_from([1, 1, 1, 4, 7]),
        akhir=st.sampled_from([12, 12, 6, 1]),
    )
    def buat(self, p: Pelaku | None, orang: int, awal: int, akhir: int) -> None:
        self._coba(
            lambda: a.buat_skp(
                self.kantor,
                p or Pelaku.pegawai(orang),
                periode_awal=date(2026, awal, 1),
                periode_akhir=date(2026, akhir, 28),
                plt_plh_pjb=awal == 4,
                pegawai_id=orang,
            )
        )

    @rule(p=siapa, n=baru, m=baru, isi=teks, jenis=st.sampled_from(list(JenisRHK)), cascade=st.booleans())
    def isi_hasil_kerja(self, p: Pelaku | None, n: int, m: int, isi: str, jenis: JenisRHK, cascade: bool) -> None:
        skp_id = self._skp(n)
        who = self._owner(p, skp_id)
        judge = self._judge(None, skp_id).pegawai_id or 0
        above = self._pick(m, "rhk", "rhk_id", f"skp_id IN (SELECT skp_id FROM skp WHERE pegawai_id = {judge})")
        self._coba(
            lambda: a.tambah_rhk(
                self.kantor, who, skp_id, teks_rhk=isi, jenis=jenis, rhk_atasan_id=above if cascade else None
            )
        )
        rhk_id = self._rhk(m, skp_id)
        self._coba(
            lambda: a.tambah_iki(
                self.kantor, who, rhk_id, aspek=Aspek.KUANTITAS, indikator="Jumlah laporan", target="4 Laporan"
            )
        )

    @rule(p=siapa, n=baru, nilai=st.sampled_from(list(NilaiBerAKHLAK)), isi=teks)
    def isi_pelengkap(self, p: Pelaku | None, n: int, nilai: NilaiBerAKHLAK, isi: str) -> None:
        skp_id = self._skp(n)
        for jenis in JenisLampiran:
            self._coba(
                lambda jenis=jenis: a.tambah_lampiran(self.kantor, self._owner(p, skp_id), skp_id, jenis=jenis, isi=isi)
            )
        self._coba(lambda: a.isi_ekspektasi(self.kantor, self._judge(p, skp_id), skp_id, nilai=nilai, isi=isi))

    @rule(p=siapa, n=baru)
    def ajukan_lalu_setujui(self, p: Pelaku | None, n: int) -> None:
        skp_id = self._skp(n)
        self._coba(lambda: a.ajukan_skp(self.kantor, self._owner(p, skp_id), skp_id))
        self._coba(lambda: a.setujui_skp(self.kantor, self._judge(p, skp_id), skp_id))

    @rule(p=siapa, n=baru, admin=st.booleans())
    def kembalikan(self, p: Pelaku | None, n: int, admin: bool) -> None:
        skp_id = self._skp(n)
        if admin:
            act = lambda: a.kembalikan_ke_draft(self.kantor, p or Pelaku.admin(ADMIN), skp_id, alasan="Salah unit")  # noqa: E731
        else:
            act = lambda: a.kembalikan_skp(self.kantor, self._judge(p, skp_id), skp_id, alasan="Belum jelas")  # noqa: E731
        self._coba(act)

    @rule(p=siapa, n=baru)
    def revisi(self, p: Pelaku | None, n: int) -> None:
        skp_id = self._skp(n)
        self._coba(lambda: a.revisi_skp(self.kantor, self._owner(p, skp_id), skp_id, alasan="Anggaran berubah"))

    @rule(
        p=siapa, pimpinan=st.sampled_from([KASI, KASI, KABID, KEPALA]), orang=st.sampled_from(ORANG), m=baru, isi=teks
    )
    def matriks(self, p: Pelaku | None, pimpinan: int, orang: int, m: int, isi: str) -> None:
        skp_id = self._pick(0, "skp", "skp_id", f"pegawai_id = {pimpinan} AND status = 'persetujuan'")
        rhk_id, who = self._rhk(m, skp_id), self._leader(p, skp_id)
        self._coba(lambda: a.sinkronkan_skp_bawahan(self.kantor, who, skp_id))
        self._coba(lambda: a.tambah_anggota(self.kantor, who, skp_id, orang))
        self._coba(
            lambda: a.tetapkan_peran(
                self.kantor,
                who,
                skp_id,
                rhk_pimpinan_id=rhk_id,
                pegawai_id=orang,
                peran=isi,
                cascading=JenisCascading.LANGSUNG,
                tingkat=TingkatHasil.OUTPUT,
            )
        )

    # --- doing and assessing ----------------------------------------------------------------------------------------

    @rule(p=siapa, n=baru, m=baru, wanted=sebuah_periode, jam=st.integers(7, 13))
    def jalankan(self, p: Pelaku | None, n: int, m: int, wanted: int, jam: int) -> None:
        skp_id, periode = self._skp(n), self._periode(wanted)
        rhk_id, who = self._rhk(m, skp_id), self._owner(p, skp_id)
        self._coba(
            lambda: a.tambah_rencana_aksi(
                self.kantor, who, skp_id, periode_id=periode, rhk_id=rhk_id, deskripsi="Menyusun", target="1 Laporan"
            )
        )
        plan, day = self._pick(m, "rencana_aksi", "rencana_id", f"skp_id = {skp_id}"), self.kantor.hari
        self._coba(
            lambda: a.tambah_progres(
                self.kantor,
                who,
                plan,
                tanggal=day,
                jam_mulai=time(jam),
                jam_selesai=time(12),
                kegiatan="Mendata",
                realisasi=1,
                satuan="berkas",
            )
        )

    @rule(p=siapa, n=baru, m=baru, wanted=sebuah_periode, akses=st.sampled_from(list(Akses)))
    def buktikan(self, p: Pelaku | None, n: int, m: int, wanted: int, akses: Akses) -> None:
        skp_id, periode = self._skp(n), self._periode(wanted)
        iki_id, who, day = self._iki(m, skp_id), self._owner(p, skp_id), self.kantor.hari
        nama = f"laporan-{self.steps}.pdf"
        self._coba(lambda: a.simpan_dokumen(self.kantor, who, nama=nama, jenis="Laporan", tanggal=day, akses=akses))
        document = self._pick(m, "dokumen", "dokumen_id")
        self._coba(
            lambda: a.tambah_bukti(
                self.kantor, who, skp_id, periode_id=periode, iki_id=iki_id, nama_eviden="Laporan", dokumen_id=document
            )
        )
        self._coba(
            lambda: a.isi_realisasi(
                self.kantor, who, skp_id, periode_id=periode, iki_id=iki_id, realisasi="1", sumber_data="Rekap"
            )
        )

    @rule(
        p=siapa,
        n=baru,
        wanted=sebuah_periode,
        ikon=st.none() | st.sampled_from(list(Ikon)),
        hasil=st.sampled_from(list(Rating)),
        perilaku=st.sampled_from(list(Rating)),
    )
    def nilai(self, p: Pelaku | None, n: int, wanted: int, ikon: Ikon | None, hasil: Rating, perilaku: Rating) -> None:
        skp_id, periode = self._skp(n), self._periode(wanted)
        who, iki_id = self._judge(p, skp_id), self._iki(n, skp_id)
        self._coba(
            lambda: a.beri_umpan_balik(
                self.kantor,
                who,
                skp_id,
                periode_id=periode,
                sasaran=SasaranUmpanBalik.IKI,
                iki_id=iki_id,
                isi="Pertahankan.",
                ikon=ikon,
            )
        )
        self._coba(
            lambda: a.beri_umpan_rekan(
                self.kantor, p or Pelaku.pegawai(PENGELOLA), skp_id, periode_id=periode, isi="Rapi.",
                akuntabel=SkalaRekan.TAMPAK,
            )
        )  # fmt: skip
        end = query(self.path, f"SELECT periode_akhir FROM periode_penilaian WHERE periode_id = {periode}")
        if end and ikon is None:
            # Go to the last day of the period first: otherwise ratings would almost always come too early.
            self._coba(lambda: self.kantor.maju_ke(max(self.kantor.hari, date.fromisoformat(end[0][0]))))
        self._coba(
            lambda: a.beri_rating(
                self.kantor, who, skp_id, periode_id=periode, rating_hasil=hasil, rating_perilaku=perilaku
            )
        )

    @rule(p=siapa, n=baru, diterima=st.booleans(), hasil=st.sampled_from(list(Rating)))
    def keberatan(self, p: Pelaku | None, n: int, diterima: bool, hasil: Rating) -> None:
        evaluasi_id = self._pick(n, "evaluasi", "evaluasi_id")
        skp_id = self._pick(0, "evaluasi", "skp_id", f"evaluasi_id = {evaluasi_id}")
        judge = self._judge(None, skp_id)
        above = {KASI: Pelaku.penilai(KABID), KABID: Pelaku.penilai(KEPALA)}.get(judge.pegawai_id or 0, KEPALA_DAERAH)
        self._coba(
            lambda: a.ajukan_keberatan(self.kantor, self._owner(p, skp_id), evaluasi_id, alasan="Belum dihitung")
        )
        number = self._pick(0, "keberatan", "keberatan_id", f"evaluasi_id = {evaluasi_id}")
        self._coba(lambda: a.beri_penjelasan(self.kantor, p or judge, number, isi="Sesuai data yang masuk."))
        self._coba(
            lambda: a.putuskan_keberatan(
                self.kantor,
                p or above,
                number,
                diterima=diterima,
                keputusan="Diputus",
                rating_hasil=hasil,
                rating_perilaku=Rating.SESUAI,
            )
        )

    # --- removing and putting back ----------------------------------------------------------------------------------

    @rule(
        p=siapa,
        jenis=st.sampled_from(["skp", "rhk", "iki", "rencana", "bukti", "dokumen", "anggota", "umpan", "rekan"]),
        n=baru,
        m=baru,
    )
    def hapus(self, p: Pelaku | None, jenis: str, n: int, m: int) -> None:
        skp_id = self._skp(n)
        who, orang = self._owner(p, skp_id), ORANG[m % len(ORANG)]
        mine = f"skp_id = {skp_id}"
        acts: dict[str, Callable[[], object]] = {
            "skp": lambda: a.hapus_skp(self.kantor, who, skp_id),
            "rhk": lambda: a.hapus_rhk(self.kantor, who, self._rhk(m, skp_id)),
            "iki": lambda: a.hapus_iki(self.kantor, who, self._iki(m, skp_id)),
            "rencana": lambda: a.hapus_rencana_aksi(
                self.kantor, who, self._pick(m, "rencana_aksi", "rencana_id", mine)
            ),
            "bukti": lambda: a.hapus_bukti(self.kantor, who, self._pick(m, "bukti_dukung", "bukti_id", mine)),
            "dokumen": lambda: a.hapus_dokumen(self.kantor, who, self._pick(m, "dokumen", "dokumen_id")),
            "anggota": lambda: a.hapus_anggota(self.kantor, self._leader(p, skp_id), skp_id, orang),
            "umpan": lambda: a.hapus_umpan_balik(
                self.kantor, self._judge(p, skp_id), self._pick(m, "umpan_balik", "umpan_id", mine)
            ),
            "rekan": lambda: a.hapus_umpan_rekan(
                self.kantor, p or Pelaku.pegawai(PENGELOLA), self._pick(m, "umpan_rekan", "umpan_rekan_id", mine)
            ),
        }
        actor = {"anggota": self._leader, "umpan": self._judge}.get(jenis, self._owner)(p, skp_id)
        actor = p or Pelaku.pegawai(PENGELOLA) if jenis == "rekan" else actor
        removed = self._coba(acts[jenis])
        if removed is not None:
            self.deletions.append((actor, removed))

    @rule(n=st.integers(0, 4), other=siapa)
    def urungkan(self, n: int, other: Pelaku | None) -> None:
        if self.deletions:
            actor, removed = self.deletions[-1 - n % len(self.deletions)]
            self._coba(lambda: a.pulihkan(self.kantor, other or actor, removed))

    # --- the admin and the days -------------------------------------------------------------------------------------

    @rule(p=siapa, orang=st.sampled_from(ORANG), atasan=st.none() | st.sampled_from(ORANG), jabatan=st.integers(1, 10))
    def kepegawaian(self, p: Pelaku | None, orang: int, atasan: int | None, jabatan: int) -> None:
        admin = p or Pelaku.admin(ADMIN)
        self._coba(lambda: a.atur_pegawai(self.kantor, admin, orang, atasan_id=atasan))
        self._coba(lambda: a.aktifkan_unor(self.kantor, admin, 5, aktif=jabatan % 2 == 0))
        self._coba(
            lambda: a.daftarkan_penugasan(
                self.kantor,
                admin,
                pegawai_id=orang,
                jabatan_id=jabatan,
                status=StatusPenugasan.PLH,
                mulai=HARI_PERTAMA,
                dasar="SPT",
            )
        )
        self._coba(lambda: a.sinkronkan_profil(self.kantor, p or Pelaku.pegawai(orang)))
        self._coba(lambda: a.ubah_profil(self.kantor, p or Pelaku.pegawai(orang), unit_kerja=True))

    @rule(p=siapa, wanted=sebuah_periode, nilai=st.sampled_from([95.0, 60.5, -1.0, float("inf")]))
    def organisasi_dan_periode(self, p: Pelaku | None, wanted: int, nilai: float) -> None:
        periode, later = self._periode(wanted), self.kantor.hari + timedelta(days=20)
        admin = p or Pelaku.admin(ADMIN)
        self._coba(
            lambda: a.tetapkan_capaian_organisasi(
                self.kantor,
                p or Pelaku.penilai(KABID),
                4,
                periode_id=periode,
                predikat=PredikatOrganisasi.BAIK,
                nilai=nilai,
            )
        )
        self._coba(lambda: a.kunci_periode(self.kantor, admin, periode))
        self._coba(lambda: a.perpanjang_periode(self.kantor, admin, periode, batas_baru=later, alasan="Jaringan putus"))

    @rule(hari=st.sampled_from([1, 7, 40, 95]))
    def maju(self, hari: int) -> None:
        self._coba(lambda: self.kantor.maju_ke(self.kantor.hari + timedelta(days=hari)))

    # --- what always holds ------------------------------------------------------------------------------------------

    def _check_steps(self) -> None:
        now = self._statuses()
        keys = {*self.statuses, *now}
        steps = {(self.statuses.get(k), now.get(k)) for k in keys if self.statuses.get(k) != now.get(k)}
        assert steps <= LANGKAH_SKP, steps
        self.statuses = now

    @invariant()
    def the_office_is_whole(self) -> None:
        if self.path.exists():
            assert pelanggaran(self.path) == []


@pytest.fixture(scope="module", autouse=True)
def _stages(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    Kantor.stages.update(semua_tahap(cetakan, tmp_path_factory.mktemp("tahap")))


def test_whatever_is_tried_the_office_stays_whole() -> None:
    # Derandomised: the same stories on every machine; sized for some fifteen seconds on two cores.
    run_state_machine_as_test(
        Kantor,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    # Not a measure of quality, but a machine that never gets anywhere would pass everything.
    assert len(Kantor.done) >= 20
