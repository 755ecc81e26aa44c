"""Ratings, predicates, the organisation's result, objections.

Scene: what the assessor decides and what follows. May import: the standard library and simulator.domain only.
Facts: three ratings, five predicates (CONFIRMED, PermenPANRB 6/2022 Lampiran; real exports spell "Diatas",
"Dibawah" as one word); capaian organisasi levels CONFIRMED (SE MenPANRB 3/2023).
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.domain.label import Berlabel


class Rating(Berlabel):
    """Rating of results or of behaviour against expectation, lowest first."""

    DI_BAWAH = "di_bawah_ekspektasi", "Di Bawah Ekspektasi"
    SESUAI = "sesuai_ekspektasi", "Sesuai Ekspektasi"
    DI_ATAS = "di_atas_ekspektasi", "Di Atas Ekspektasi"


class Predikat(Berlabel):
    """Predikat kinerja pegawai, lowest first."""

    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"
    KURANG = "kurang", "Kurang/Misconduct"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    BAIK = "baik", "Baik"
    SANGAT_BAIK = "sangat_baik", "Sangat Baik"


class PredikatOrganisasi(Berlabel):
    """Capaian kinerja organisasi, lowest first. There is no "Cukup" on the form."""

    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"
    KURANG = "kurang", "Kurang"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    BAIK = "baik", "Baik"
    ISTIMEWA = "istimewa", "Istimewa"


class StatusKeberatan(Berlabel):
    """Where an objection stands."""

    DIAJUKAN = "diajukan", "Diajukan"
    DITERIMA = "diterima", "Diterima, hasil diubah"
    DITOLAK = "ditolak", "Ditolak, hasil tetap"


class StatusEvaluasi(Berlabel):
    """Where the evaluation of one SKP in one period stands (our model names; two are clone labels)."""

    RENCANA_AKSI_KOSONG = "rencana_aksi_kosong", "Rencana aksi belum diisi"
    RENCANA_AKSI_TERISI = "rencana_aksi_terisi", "Rencana aksi terisi"
    BUKTI_TERISI = "bukti_terisi", "Bukti dukung terisi"
    BELUM_DINILAI = "belum_dinilai", "Belum Dinilai"
    SUDAH_DINILAI = "sudah_dinilai", "Sudah Dinilai"
    TERKUNCI = "terkunci", "Terkunci (lewat batas pengisian)"


@dataclass(frozen=True, slots=True)
class CapaianOrganisasi:
    """The organisation's result for one unit in one period, set one level above."""

    capaian_id: int
    unit_id: int
    periode_id: int
    predikat: PredikatOrganisasi
    nilai: float
    ditetapkan_oleh_id: int | None
    ditetapkan_pada: date


@dataclass(frozen=True, slots=True)
class Evaluasi:
    """The evaluation of one SKP in one period; ratings and predikat are None until given."""

    evaluasi_id: int
    skp_id: int
    periode_id: int
    pegawai_id: int
    penilai_id: int | None
    rating_hasil: Rating | None
    rating_perilaku: Rating | None
    predikat: Predikat | None
    catatan: str = ""
    dinilai_pada: date | None = None
    dikunci_pada: date | None = None


@dataclass(frozen=True, slots=True)
class Keberatan:
    """An objection to one evaluation and its decision by the assessor's superior."""

    keberatan_id: int
    evaluasi_id: int
    diajukan_oleh_id: int
    diajukan_pada: date
    alasan: str
    status: StatusKeberatan
    penjelasan_penilai: str = ""
    diputus_oleh_id: int | None = None
    diputus_pada: date | None = None
    keputusan: str = ""
    predikat_baru: Predikat | None = None
