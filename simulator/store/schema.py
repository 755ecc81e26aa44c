"""The tables of an *instansi*: one per domain noun, columns named like the fields.

Scene: the only place that knows SQL types. May import: SQLAlchemy.
Facts: fields from simulator/domain; enumerations are stored by code, dates as ISO dates.
Add: a column here and in the domain object of the same name; ids are integers given by the writer, never by the
database, so that a generated row has the same id on every machine.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

SCHEMA_VERSION = 3

metadata = MetaData()


def _id(name: str) -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Column(name, kind, ForeignKey(target), nullable=nullable, index=True)


def _num(name: str, *, nullable: bool = False) -> Column[int]:
    # A reference kept without a database constraint: planted faults must be able to break it.
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), nullable=nullable, index=True)


def _text(name: str, length: int | None = None, *, nullable: bool = False, default: str | None = None) -> Column[str]:
    return Column(name, String(length) if length else Text(), nullable=nullable, default=default)


# --- master data (SIASN) and profiles (e-Kinerja) -------------------------------------------------------------

instansi = Table(
    "instansi",
    metadata,
    _id("instansi_id"),
    _text("kode", 20),
    _text("nama"),
    _text("jenis", 30),
    _text("skenario", 60),
    Column("benih", BigInteger, nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("versi_skema", Integer, nullable=False, default=SCHEMA_VERSION),
    Column("hari_simulasi", Date, nullable=False),
    _text("kalibrasi", 20),
)
unit_kerja = Table(
    "unit_kerja",
    metadata,
    _id("unit_id"),
    _num("induk_id", nullable=True),
    _text("kode", 40),
    _text("nama"),
    Column("tingkat", Integer, nullable=False),
    Column("aktif", Boolean, nullable=False),
    _num("pimpinan_id", nullable=True),
)
jabatan = Table(
    "jabatan",
    metadata,
    _id("jabatan_id"),
    _ref("unit_id", "unit_kerja.unit_id"),
    _text("nama"),
    _text("jenis", 20),
    _text("jenjang", 20, nullable=True),
    Column("kelas", Integer, nullable=False),
    Column("kebutuhan", Integer, nullable=False),
    Column("pimpinan_unit", Boolean, nullable=False, default=False),
)
pegawai = Table(
    "pegawai",
    metadata,
    _id("pegawai_id"),
    _text("nip", 30),
    _text("nama"),
    _text("jenis_pegawai", 10),
    _text("jenis_kelamin", 1),
    Column("tanggal_lahir", Date, nullable=False),
    Column("tmt", Date, nullable=False),
    _text("golongan", 10),
    _text("pangkat", 60),
    _text("pendidikan", 20),
    _ref("jabatan_id", "jabatan.jabatan_id"),
    _ref("unit_id", "unit_kerja.unit_id"),
    _num("atasan_id", nullable=True),
    Column("aktif", Boolean, nullable=False),
)
profil = Table(
    "profil",
    metadata,
    _id("pegawai_id"),
    _text("nama"),
    _num("unit_id", nullable=True),
    _text("unit_nama"),
    _text("jabatan_nama"),
    _text("jenis_jabatan", 20),
    _text("golongan", 10),
    _num("atasan_id", nullable=True),
    Column("disinkronkan_pada", Date, nullable=True),
)
penugasan = Table(
    "penugasan",
    metadata,
    _id("penugasan_id"),
    _ref("pegawai_id", "pegawai.pegawai_id"),
    _ref("jabatan_id", "jabatan.jabatan_id"),
    _text("status", 20),
    Column("mulai", Date, nullable=False),
    Column("selesai", Date, nullable=True),
    _text("dasar"),
)
akun = Table(
    "akun",
    metadata,
    _id("pegawai_id"),
    _text("nip", 30),
    _text("peran", 80),
)

# --- the calendar ---------------------------------------------------------------------------------------------

periode_penilaian = Table(
    "periode_penilaian",
    metadata,
    _id("periode_id"),
    _text("nama"),
    Column("tahun", Integer, nullable=False),
    _text("tipe", 20),
    Column("angka", Integer, nullable=False),
    Column("periode_awal", Date, nullable=False),
    Column("periode_akhir", Date, nullable=False),
    Column("batas_pengisian", Date, nullable=False),
    UniqueConstraint("tahun", "tipe", "angka"),
)
perpanjangan = Table(
    "perpanjangan",
    metadata,
    _id("perpanjangan_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    Column("batas_lama", Date, nullable=False),
    Column("batas_baru", Date, nullable=False),
    _text("alasan"),
    _num("oleh_id"),
    Column("hari", Date, nullable=False),
)

# --- planning -------------------------------------------------------------------------------------------------

skp = Table(
    "skp",
    metadata,
    _id("skp_id"),
    _ref("pegawai_id", "pegawai.pegawai_id"),
    _num("penilai_id", nullable=True),
    _ref("jabatan_id", "jabatan.jabatan_id"),
    _ref("unit_id", "unit_kerja.unit_id"),
    Column("tahun", Integer, nullable=False),
    Column("periode_awal", Date, nullable=False),
    Column("periode_akhir", Date, nullable=False),
    _text("pendekatan", 20),
    _text("status", 20),
    Column("versi", Integer, nullable=False, default=1),
    _num("versi_sebelumnya_id", nullable=True),
    Column("plt_plh_pjb", Boolean, nullable=False, default=False),
    _text("pegawai_nip", 30),
    _text("pegawai_nama"),
    _text("pegawai_pangkat", 80),
    _text("pegawai_jabatan"),
    _text("pegawai_unit"),
    _text("penilai_nip", 30),
    _text("penilai_nama"),
    _text("penilai_pangkat", 80),
    _text("penilai_jabatan"),
    _text("penilai_unit"),
    Column("diajukan_pada", Date, nullable=True),
    Column("disetujui_pada", Date, nullable=True),
)
rhk = Table(
    "rhk",
    metadata,
    _id("rhk_id"),
    _ref("skp_id", "skp.skp_id"),
    _text("jenis", 20),
    _text("klasifikasi", 20),
    _text("teks"),
    _num("rhk_atasan_id", nullable=True),
    _text("penugasan_dari", default=""),
    _text("perspektif", 30, nullable=True),
)
iki = Table(
    "iki",
    metadata,
    _id("iki_id"),
    _ref("rhk_id", "rhk.rhk_id"),
    _text("aspek", 20),
    _text("indikator"),
    _text("target"),
)
ekspektasi = Table(
    "ekspektasi",
    metadata,
    _id("ekspektasi_id"),
    _ref("skp_id", "skp.skp_id"),
    _text("nilai", 30),
    _text("teks"),
    UniqueConstraint("skp_id", "nilai"),
)
lampiran = Table(
    "lampiran",
    metadata,
    _id("lampiran_id"),
    _ref("skp_id", "skp.skp_id"),
    _text("jenis", 30),
    Column("urutan", Integer, nullable=False),
    _text("teks"),
)
riwayat_keterangan = Table(
    "riwayat_keterangan",
    metadata,
    _id("keterangan_id"),
    _ref("skp_id", "skp.skp_id"),
    Column("hari", Date, nullable=False),
    _num("oleh_id"),
    _text("alasan"),
)
matriks = Table(
    "matriks",
    metadata,
    _id("skp_pimpinan_id"),
    _num("pimpinan_id"),
    Column("disinkronkan", Boolean, nullable=False),
)
matriks_anggota = Table(
    "matriks_anggota",
    metadata,
    _id("anggota_id"),
    _ref("skp_pimpinan_id", "matriks.skp_pimpinan_id"),
    _num("pegawai_id"),
    UniqueConstraint("skp_pimpinan_id", "pegawai_id"),
)
peran_hasil = Table(
    "peran_hasil",
    metadata,
    _id("peran_id"),
    _ref("skp_pimpinan_id", "matriks.skp_pimpinan_id"),
    _num("rhk_pimpinan_id"),
    _num("pegawai_id"),
    _text("peran"),
    _text("cascading", 20),
    _text("tingkat", 20),
)

tim_kerja = Table(
    "tim_kerja",
    metadata,
    _id("tim_id"),
    _text("nama"),
    _text("tugas"),
    _num("pembentuk_id"),
    _num("ketua_id"),
    Column("dibentuk_pada", Date, nullable=False),
)
tim_kerja_anggota = Table(
    "tim_kerja_anggota",
    metadata,
    _id("anggota_id"),
    _ref("tim_id", "tim_kerja.tim_id"),
    _num("pegawai_id"),
    UniqueConstraint("tim_id", "pegawai_id"),
)

# --- doing ----------------------------------------------------------------------------------------------------

rencana_aksi = Table(
    "rencana_aksi",
    metadata,
    _id("rencana_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("rhk_id"),
    _text("deskripsi"),
    _text("target"),
    Column("dibuat_pada", Date, nullable=False),
)
progres_harian = Table(
    "progres_harian",
    metadata,
    _id("progres_id"),
    _ref("rencana_id", "rencana_aksi.rencana_id"),
    Column("tanggal", Date, nullable=False),
    Column("jam_mulai", Time, nullable=False),
    Column("jam_selesai", Time, nullable=False),
    _text("kegiatan"),
    Column("realisasi", Integer, nullable=False),
    _text("satuan", 60),
    _text("tautan", default=""),
    _text("sumber_data", 40, default="ekinerja"),
)
dokumen = Table(
    "dokumen",
    metadata,
    _id("dokumen_id"),
    _num("pemilik_id"),
    _text("nama"),
    _text("jenis", 60),
    Column("tanggal", Date, nullable=False),
    _text("folder"),
    _text("akses", 20),
    _text("sidik", 32),
    Column("bertanda_tangan", Boolean, nullable=False),
    _text("isi_ringkas"),
    Column("diunggah_pada", Date, nullable=False),
)
bukti_dukung = Table(
    "bukti_dukung",
    metadata,
    _id("bukti_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("iki_id"),
    _text("nama_eviden"),
    _text("tautan"),
    _num("dokumen_id", nullable=True),
    Column("dicatat_pada", Date, nullable=False),
)
realisasi = Table(
    "realisasi",
    metadata,
    _id("realisasi_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("iki_id"),
    _text("realisasi"),
    _text("sumber_data"),
    Column("dicatat_pada", Date, nullable=False),
)
umpan_balik = Table(
    "umpan_balik",
    metadata,
    _id("umpan_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("pemberi_id"),
    _text("sasaran", 20),
    _num("iki_id", nullable=True),
    _text("nilai", 30, default=""),
    _text("teks"),
    _text("ikon", 20, nullable=True),
    Column("diberikan_pada", Date, nullable=False),
)

# What a colleague saw, one form: never part of the evaluation, so it stands apart from the assessor's feedback.
umpan_rekan = Table(
    "umpan_rekan",
    metadata,
    _id("umpan_rekan_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("pemberi_id"),
    _text("berorientasi_pelayanan", 20, nullable=True),
    _text("akuntabel", 20, nullable=True),
    _text("kompeten", 20, nullable=True),
    _text("harmonis", 20, nullable=True),
    _text("loyal", 20, nullable=True),
    _text("adaptif", 20, nullable=True),
    _text("kolaboratif", 20, nullable=True),
    _text("teks"),
    Column("diberikan_pada", Date, nullable=False),
    UniqueConstraint("skp_id", "periode_id", "pemberi_id"),
)

# --- assessing ------------------------------------------------------------------------------------------------

capaian_organisasi = Table(
    "capaian_organisasi",
    metadata,
    _id("capaian_id"),
    _ref("unit_id", "unit_kerja.unit_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _text("predikat", 20),
    Column("nilai", Float, nullable=False),
    _num("ditetapkan_oleh_id", nullable=True),
    Column("ditetapkan_pada", Date, nullable=False),
)
evaluasi = Table(
    "evaluasi",
    metadata,
    _id("evaluasi_id"),
    _ref("skp_id", "skp.skp_id"),
    _ref("periode_id", "periode_penilaian.periode_id"),
    _num("pegawai_id"),
    _num("penilai_id", nullable=True),
    _text("rating_hasil", 30, nullable=True),
    _text("rating_perilaku", 30, nullable=True),
    _text("predikat", 20, nullable=True),
    _text("catatan", default=""),
    Column("dinilai_pada", Date, nullable=True),
    Column("dikunci_pada", Date, nullable=True),
    UniqueConstraint("skp_id", "periode_id"),
)
keberatan = Table(
    "keberatan",
    metadata,
    _id("keberatan_id"),
    _ref("evaluasi_id", "evaluasi.evaluasi_id"),
    _num("diajukan_oleh_id"),
    Column("diajukan_pada", Date, nullable=False),
    _text("alasan"),
    _text("status", 20),
    _text("penjelasan_penilai", default=""),
    _num("diputus_oleh_id", nullable=True),
    Column("diputus_pada", Date, nullable=True),
    _text("keputusan", default=""),
    _text("predikat_baru", 20, nullable=True),
)

# Decimal numbers as text: every database then keeps "18.75" and nothing beside it.
pak = Table(
    "pak",
    metadata,
    _id("pak_id"),
    _ref("pegawai_id", "pegawai.pegawai_id"),
    _num("penilai_id", nullable=True),
    Column("tahun", Integer, nullable=False),
    _text("jenjang", 20),
    _text("angka_kredit", 20),
    _text("akumulasi", 20),
    _text("status", 20),
    Column("disetujui_pada", Date, nullable=False),
    Column("dikirim_pada", Date, nullable=True),
    UniqueConstraint("pegawai_id", "tahun"),
)

# --- what happened --------------------------------------------------------------------------------------------

jurnal = Table(
    "jurnal",
    metadata,
    _id("nomor"),
    Column("hari", Date, nullable=False),
    _num("pelaku_id", nullable=True),
    _text("peran", 20),
    _text("aksi", 60),
    _text("objek", 40),
    Column("objek_id", BigInteger, nullable=False),
    _text("isi"),
    _text("sidik_sebelumnya", 64),
    _text("sidik", 64),
)
# Fingerprints of the rows an institution was born with: per table, blocks of consecutive rows in key order.
segel = Table(
    "segel",
    metadata,
    _id("segel_id"),
    _text("tabel", 40),
    Column("blok", Integer, nullable=False),
    Column("kunci", LargeBinary, nullable=False),
    Column("sidik", LargeBinary, nullable=False),
    UniqueConstraint("tabel", "blok"),
)

#: Tables that hold the office itself, in an order that satisfies every reference.
OFFICE_TABLES: tuple[Table, ...] = (
    instansi,
    unit_kerja,
    jabatan,
    pegawai,
    profil,
    penugasan,
    akun,
    periode_penilaian,
    perpanjangan,
    skp,
    rhk,
    iki,
    ekspektasi,
    lampiran,
    riwayat_keterangan,
    matriks,
    matriks_anggota,
    peran_hasil,
    tim_kerja,
    tim_kerja_anggota,
    rencana_aksi,
    progres_harian,
    dokumen,
    bukti_dukung,
    realisasi,
    umpan_balik,
    umpan_rekan,
    capaian_organisasi,
    evaluasi,
    keberatan,
    pak,
)
