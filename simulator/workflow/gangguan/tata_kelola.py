"""Group G: what a whole team or its leader does wrong.

Scene: Bukti Dukung, Monitoring Kurva, Detail SKP. May import: simulator.domain, rules, store, workflow.
Facts: katalog.tsv, F51–F53; the pattern is rules.distribusi. Add: a class with its code, in ``SEMUA``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.domain.pelaksanaan import Akses, Realisasi
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi, Keberatan, Predikat, Rating
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, RHK, SKP, StatusSKP
from simulator.rules.distribusi import periksa_distribusi
from simulator.rules.periode import terbuka
from simulator.rules.target import urai_target
from simulator.store import repository
from simulator.workflow.gangguan import bahan
from simulator.workflow.gangguan.alur import KepadaStaf
from simulator.workflow.gangguan.data_induk import staf
from simulator.workflow.gangguan.macam import Gangguan, Terpasang, tidak_cocok
from simulator.workflow.transaction import Tindakan

#: What the budget still pays for, in percent of the target (REKAAN penyusun).
SISA_PERSEN = 40
SAMA = "Seluruh kegiatan telah dilaksanakan sesuai rencana dengan hasil yang baik."


class DiisiOperator(KepadaStaf):
    """F51: one person wrote the realisation of several."""

    kode = "F51"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        atasan_id = bahan.atasan_dari(t, pegawai_id)
        periode = bahan.periode_berjalan(t)
        tim = [p for p in staf(t.connection) if p != pegawai_id and t.ambil(Pegawai, p).atasan_id == atasan_id]
        dokumen = [bahan.skp_disetujui(t, p) for p in (pegawai_id, *tim[:1])]
        if len(dokumen) < 2:
            raise tidak_cocok("Pegawai ini tidak punya rekan di bawah atasan yang sama.")
        ditulis = []
        for skp in dokumen:
            rhk = next(rhk for rhk in skp.daftar_rhk if rhk.daftar_iki)
            bahan.rencanakan(t, skp, periode, rhk)
            ditulis.append(_tulis(t, skp, periode, rhk.daftar_iki[0]).realisasi_id)
        alamat = "|".join(f"/skp/{skp.skp_id}/penilaian/{periode.periode_id}/eviden" for skp in dokumen)
        return Terpasang({"realisasi": ditulis}, tuple(skp.pegawai_id for skp in dokumen), alamat)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        teks = [satu.realisasi for satu in repository.find(connection, Realisasi, realisasi_id=isi["realisasi"])]
        return len(teks) > len(set(teks))


def _tulis(t: Tindakan, skp: SKP, periode: PeriodePenilaian, iki: IKI) -> Realisasi:
    where = {"skp_id": skp.skp_id, "periode_id": periode.periode_id, "iki_id": iki.iki_id}
    if t.cari(Realisasi, **where):
        raise tidak_cocok("Realisasi pegawai ini sudah terisi.")
    return t.tambah(
        Realisasi, realisasi_id=t.id_baru(), **where, realisasi=SAMA, sumber_data="Operator unit", dicatat_pada=t.hari
    )


class SemuaSangatBaik(Gangguan):
    """F52: a whole team above what its unit reached."""

    kode = "F52"

    def calon(self, connection: Connection) -> Iterable[int]:
        return [u.pimpinan_id for u in repository.find(connection, UnitKerja, aktif=True) if u.pimpinan_id]

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        unit_id = {unit.unit_id for unit in t.cari(UnitKerja, pimpinan_id=pegawai_id)}
        for periode in reversed(t.cari(PeriodePenilaian)):
            tim = t.cari(Evaluasi, periode_id=periode.periode_id, penilai_id=pegawai_id, dikunci_pada=None)
            capaian = [c for c in t.cari(CapaianOrganisasi, periode_id=periode.periode_id) if c.unit_id in unit_id]
            if not terbuka(periode, t.hari) or not tim or not capaian:
                continue
            for evaluasi in tim:
                if not t.cari(Keberatan, evaluasi_id=evaluasi.evaluasi_id):
                    t.ubah(
                        Evaluasi, evaluasi.evaluasi_id, rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.DI_ATAS,
                        predikat=Predikat.SANGAT_BAIK,
                    )  # fmt: skip
            isi = {"penilai": pegawai_id, "periode": periode.periode_id, "unit": capaian[0].unit_id}
            return Terpasang(isi, (pegawai_id,), "/monitoring/kurva|/penilai/penilaian")
        raise tidak_cocok("Pegawai ini tidak menilai tim pada periode yang masih terbuka.")

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"periode_id": isi["periode"]}
        tim = repository.find(connection, Evaluasi, penilai_id=isi["penilai"], **where)
        capaian = repository.find_one(connection, CapaianOrganisasi, unit_id=isi["unit"], **where)
        if capaian is None or any(satu.predikat is None for satu in tim):
            return False
        jumlah = {predikat: sum(satu.predikat is predikat for satu in tim) for predikat in Predikat}
        akhir = repository.get(connection, PeriodePenilaian, isi["periode"]).periode_akhir
        return bool(periksa_distribusi(capaian.predikat, jumlah, akhir))


class TanpaRevisi(KepadaStaf):
    """F53: a letter cut the budget of the running year, the target stands as it was agreed before."""

    kode = "F53"
    surat = "Surat pemberitahuan pemotongan anggaran.pdf"

    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        skp = bahan.skp_disetujui(t, pegawai_id)
        jumlah = [
            (iki, target)
            for rhk in skp.daftar_rhk
            for iki in rhk.daftar_iki
            if (target := urai_target(iki.target)) is not None
            and target.angka >= 3
            and target.satuan.lower() not in ("persen", "%", "bulan", "hari", "hari kerja")
        ]
        if not jumlah:
            raise tidak_cocok("SKP pegawai ini tidak memuat target berupa jumlah.")
        iki, lama = jumlah[0]
        sisa = int(lama.angka) * SISA_PERSEN // 100
        isi_surat = (
            f"Anggaran kegiatan tahun berjalan dipotong. Yang semula {iki.target} hanya dapat dibiayai {sisa} "
            f"{lama.satuan}. Pegawai dan pejabat penilai diminta merevisi SKP."
        )
        bahan.dokumen_baru(t, pegawai_id, self.surat, isi_surat, tanggal=t.hari, akses=Akses.PENILAI, jenis="Surat")
        isi = {"pegawai": pegawai_id, "tahun": skp.tahun, "indikator": iki.indikator, "angka": int(lama.angka)}
        teks = {"target": iki.target, "surat": self.surat}
        return Terpasang(isi, (pegawai_id,), r"/skp(/\d+)?", teks)

    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        where = {"pegawai_id": isi["pegawai"], "tahun": isi["tahun"], "status": StatusSKP.PERSETUJUAN}
        berlaku = repository.find(connection, SKP, plt_plh_pjb=False, **where)
        rhk = repository.find(connection, RHK, skp_id=[skp.skp_id for skp in berlaku])
        sama = repository.find(connection, IKI, rhk_id=[r.rhk_id for r in rhk], indikator=isi["indikator"])
        targets = (urai_target(iki.target) for iki in sama)
        return any(target is not None and target.angka >= isi["angka"] for target in targets)


SEMUA: tuple[Gangguan, ...] = (DiisiOperator(), SemuaSangatBaik(), TanpaRevisi())
