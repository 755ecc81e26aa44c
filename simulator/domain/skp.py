"""The Sasaran Kinerja Pegawai: RHK, IKI, expected behaviour, annexes.

Scene: what an employee plans for one year. May import: the standard library and simulator.domain only.
Facts: form columns (CONFIRMED, PermenPANRB 6/2022 Lampiran); statuses Draft, Pengajuan, Persetujuan — only
*Persetujuan* is seen in real reports, the other labels are label simulasi; aspek and perspektif CONFIRMED.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from simulator.domain.label import Berlabel


class Pendekatan(Berlabel):
    """The two approaches of PermenPANRB 6/2022."""

    KUANTITATIF = "kuantitatif", "Kuantitatif"
    KUALITATIF = "kualitatif", "Kualitatif"


class StatusSKP(Berlabel):
    """Where an SKP document stands; DIGANTI marks an older version kept after a revision."""

    DRAFT = "draft", "Draft"
    PENGAJUAN = "pengajuan", "Pengajuan"
    PERSETUJUAN = "persetujuan", "Persetujuan"
    SELESAI = "selesai", "Selesai"
    DIGANTI = "diganti", "Diganti (versi lama)"


class KlasifikasiRHK(Berlabel):
    """ORGANISASI stays with the post and is inherited; INDIVIDU follows the person (SINGLE)."""

    ORGANISASI = "organisasi", "Organisasi"
    INDIVIDU = "individu", "Individu"


class JenisRHK(Berlabel):
    """Main results, or results from extra assignments."""

    UTAMA = "utama", "Utama"
    TAMBAHAN = "tambahan", "Tambahan"


class Perspektif(Berlabel):
    """The four perspectives on a JPT form."""

    PENERIMA_LAYANAN = "penerima_layanan", "Penerima Layanan"
    PROSES_BISNIS = "proses_bisnis", "Proses Bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal", "Penguatan Internal"
    ANGGARAN = "anggaran", "Anggaran"


class Aspek(Berlabel):
    """What an IKI measures; BIAYA only where the budget is in the employee's hands."""

    KUANTITAS = "kuantitas", "Kuantitas"
    KUALITAS = "kualitas", "Kualitas"
    WAKTU = "waktu", "Waktu"
    BIAYA = "biaya", "Biaya"


class NilaiBerAKHLAK(Berlabel):
    """The seven core values (SE MenPANRB 20/2021), in their official order."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan", "Berorientasi Pelayanan"
    AKUNTABEL = "akuntabel", "Akuntabel"
    KOMPETEN = "kompeten", "Kompeten"
    HARMONIS = "harmonis", "Harmonis"
    LOYAL = "loyal", "Loyal"
    ADAPTIF = "adaptif", "Adaptif"
    KOLABORATIF = "kolaboratif", "Kolaboratif"


class JenisLampiran(Berlabel):
    """The three numbered lists of the Lampiran SKP."""

    DUKUNGAN_SUMBER_DAYA = "dukungan_sumber_daya", "Dukungan Sumber Daya"
    SKEMA_PERTANGGUNGJAWABAN = "skema_pertanggungjawaban", "Skema Pertanggungjawaban"
    KONSEKUENSI = "konsekuensi", "Konsekuensi"


@dataclass(frozen=True, slots=True)
class IdentitasSKP:
    """The identity copied into an SKP when it is made: one card for the employee, one for the assessor."""

    nip: str
    nama: str
    pangkat: str
    jabatan: str
    unit: str


@dataclass(frozen=True, slots=True)
class IKI:
    """One Indikator Kinerja Individu; ``target`` is one string such as ``1 Dokumen`` (as in the real API)."""

    iki_id: int
    rhk_id: int
    aspek: Aspek
    indikator: str
    target: str


@dataclass(frozen=True, slots=True)
class RHK:
    """One Rencana Hasil Kerja; ``rhk_atasan_id`` is the superior's RHK it intervenes (None for the top)."""

    rhk_id: int
    skp_id: int
    jenis: JenisRHK
    klasifikasi: KlasifikasiRHK
    teks: str
    rhk_atasan_id: int | None = None
    penugasan_dari: str = ""
    perspektif: Perspektif | None = None
    daftar_iki: tuple[IKI, ...] = ()


@dataclass(frozen=True, slots=True)
class Ekspektasi:
    """Ekspektasi khusus pimpinan for one BerAKHLAK value of one SKP."""

    skp_id: int
    nilai: NilaiBerAKHLAK
    teks: str


@dataclass(frozen=True, slots=True)
class Lampiran:
    """One numbered line of one of the three annex lists."""

    lampiran_id: int
    skp_id: int
    jenis: JenisLampiran
    urutan: int
    teks: str


@dataclass(frozen=True, slots=True)
class RiwayatKeterangan:
    """One return of an SKP with its reason."""

    keterangan_id: int
    skp_id: int
    hari: date
    oleh_id: int
    alasan: str


@dataclass(frozen=True, slots=True)
class SKP:
    """One SKP document, one version; a revision keeps the old one with status DIGANTI."""

    skp_id: int
    pegawai_id: int
    penilai_id: int | None
    jabatan_id: int
    unit_id: int
    tahun: int
    periode_awal: date
    periode_akhir: date
    pendekatan: Pendekatan
    status: StatusSKP
    versi: int = 1
    versi_sebelumnya_id: int | None = None
    plt_plh_pjb: bool = False
    identitas_pegawai: IdentitasSKP | None = None
    identitas_penilai: IdentitasSKP | None = None
    diajukan_pada: date | None = None
    disetujui_pada: date | None = None
    daftar_rhk: tuple[RHK, ...] = ()
    daftar_lampiran: tuple[Lampiran, ...] = ()
    daftar_ekspektasi: tuple[Ekspektasi, ...] = field(default=())
