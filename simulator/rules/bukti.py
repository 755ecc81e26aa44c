"""Is this piece of evidence valid, and is it named the way the class agreed?

Scene: an employee attaches evidence, an assessor reads it. Pure: imports simulator.domain, parameters, registry.
Facts: realisation and feedback rest on evidence (CONFIRMED, evaluation form columns); evidence is a link (CONFIRMED).
No official list of validity criteria and no national naming standard was found, so the eight criteria and the naming
pattern are **aturan kelas** and every finding says so.
Add: a criterion here with its member in KriteriaBukti, cases in tests/rules/bukti.yaml. File names: nama_bukti.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from simulator.domain.label import Berlabel
from simulator.domain.pelaksanaan import Akses, Dokumen
from simulator.domain.periode import PeriodePenilaian
from simulator.rules.citation import Citation, Status
from simulator.rules.nama_bukti import NamaBukti, nama_baku, periksa_nama, urai_nama
from simulator.rules.parameters import daftar
from simulator.rules.registry import rule
from simulator.rules.sumber import FORMULIR_6_2022, KURSUS, PANDUAN_EKINERJA

__all__ = [
    "Bahan",
    "KriteriaBukti",
    "NamaBukti",
    "TemuanBukti",
    "nama_baku",
    "periksa_bukti",
    "periksa_nama",
    "periksa_tautan",
    "urai_nama",
]


class KriteriaBukti(Berlabel):
    """The eight questions the class asks of every piece of evidence, in the order they are asked."""

    RELEVAN = "relevan", "Relevan dengan RHK dan IKI"
    PERIODE = "periode", "Bertanggal di dalam periode"
    KEPEMILIKAN = "kepemilikan", "Menunjukkan peran pegawai"
    KECUKUPAN = "kecukupan", "Cukup untuk realisasi yang diakui"
    AUTENTIK = "autentik", "Asli dan resmi"
    AKSESIBEL = "aksesibel", "Dapat dibuka penilai dan aman"
    KEUTUHAN = "keutuhan", "Tidak diubah setelah periode ditutup"
    TIDAK_DUPLIKAT = "tidak_duplikat", "Tidak dipakai berulang"


@dataclass(frozen=True, slots=True)
class TemuanBukti:
    """One reason why a piece of evidence is not valid; ``aturan`` is always a course rule."""

    kode: str
    pesan: str
    kriteria: KriteriaBukti
    aturan: str


@dataclass(frozen=True, slots=True)
class Bahan:
    """All that is known about one piece of evidence when it is judged; None means "not asked".

    ``relevan`` is a reader's judgement. ``jumlah_bukti``/``jumlah_diakui``: what the document shows and what the
    realisation claims, in the same unit. ``dipakai_lain``: how many other pieces of evidence are the same file.
    ``peran_tercantum``: a shared document names this employee. ``disertai_laporan``: a photo that is not alone.
    """

    dokumen: Dokumen
    periode: PeriodePenilaian
    pegawai_id: int
    relevan: bool | None = None
    jumlah_bukti: Decimal | int | None = None
    jumlah_diakui: Decimal | int | None = None
    dipakai_lain: int = 0
    peran_tercantum: bool = False
    disertai_laporan: bool = False
    memuat_data_pribadi: bool = False
    dicatat_pada: date | None = None
    berubah_pada: date | None = None


def _kelas(bagian: str) -> list[Citation]:
    return [
        KURSUS.pada(f"Bukti dukung: {bagian}", Status.KEBIJAKAN_KURSUS),
        FORMULIR_6_2022.pada("kolom realisasi dan umpan balik “berdasarkan bukti dukung”"),
    ]


def _temuan(kriteria: KriteriaBukti, kode: str, pesan: str) -> TemuanBukti:
    return TemuanBukti(kode, pesan, kriteria, f"bukti.{kriteria.value}")


@rule(id="bukti.relevan", judul="Bukti menjawab RHK, indikator, dan target yang dipilih", cites=_kelas("relevan"))
def relevan(bahan: Bahan) -> TemuanBukti | None:
    """The document answers the indicator it is attached to."""
    if bahan.relevan is not False:
        return None
    return _temuan(
        KriteriaBukti.RELEVAN,
        "bukti-tidak-relevan",
        f"“{bahan.dokumen.nama}” tidak menjawab indikator ini. Pilih dokumen yang isinya menunjukkan hasil yang "
        "diukur, bukan kegiatan lain.",
    )


@rule(
    id="bukti.periode",
    judul="Bukti bertanggal di dalam periode yang dinilai",
    cites=_kelas("periode"),
    assumes="Yang diperiksa adalah tanggal dokumen. Mengunggah sesudah periode berakhir tetap boleh selama belum "
    "melewati batas pengisian.",
)
def periode(bahan: Bahan) -> TemuanBukti | None:
    """The document's own date lies inside the assessed period."""
    awal, akhir = bahan.periode.periode_awal, bahan.periode.periode_akhir
    if awal <= bahan.dokumen.tanggal <= akhir:
        return None
    return _temuan(
        KriteriaBukti.PERIODE,
        "bukti-di-luar-periode",
        f"“{bahan.dokumen.nama}” bertanggal {bahan.dokumen.tanggal:%d-%m-%Y}, di luar {bahan.periode.nama} "
        f"({awal:%d-%m-%Y} s.d. {akhir:%d-%m-%Y}). Pakai dokumen dari periode ini.",
    )


@rule(
    id="bukti.kepemilikan",
    judul="Bukti menunjukkan peran pegawai yang dinilai",
    cites=_kelas("kepemilikan"),
    assumes="Dokumen bersama sah bila nama atau peran pegawai tercantum di dalamnya.",
)
def kepemilikan(bahan: Bahan) -> TemuanBukti | None:
    """The document is the employee's own, or names their part in shared work."""
    if bahan.dokumen.pemilik_id == bahan.pegawai_id or bahan.peran_tercantum:
        return None
    return _temuan(
        KriteriaBukti.KEPEMILIKAN,
        "bukti-milik-orang-lain",
        f"“{bahan.dokumen.nama}” milik pegawai lain dan tidak menyebut peran pegawai yang dinilai. Lampirkan dokumen "
        "yang memuat nama atau tugasnya.",
    )


@rule(
    id="bukti.kecukupan",
    judul="Jumlah pada bukti sama dengan realisasi yang diakui; foto tidak berdiri sendiri",
    cites=_kelas("kecukupan"),
    assumes="Foto dianggap pelengkap: ia menunjukkan kegiatan, bukan hasilnya, kecuali disertai laporan.",
    parameters=("bukti/jenis_pelengkap",),
)
def kecukupan(bahan: Bahan, hari: date) -> TemuanBukti | None:
    """The document carries as much as the realisation claims, and is more than an illustration."""
    if _berjenis(bahan.dokumen.jenis, daftar("bukti/jenis_pelengkap", hari)) and not bahan.disertai_laporan:
        return _temuan(
            KriteriaBukti.KECUKUPAN,
            "bukti-hanya-foto",
            f"“{bahan.dokumen.nama}” hanya dokumentasi. Sertakan laporan, rekap, atau berita acara yang menunjukkan "
            "hasilnya.",
        )
    if bahan.jumlah_bukti is None or bahan.jumlah_diakui is None or bahan.jumlah_bukti >= bahan.jumlah_diakui:
        return None
    return _temuan(
        KriteriaBukti.KECUKUPAN,
        "bukti-tidak-cukup",
        f"“{bahan.dokumen.nama}” menunjukkan {bahan.jumlah_bukti}, sedangkan realisasi mengakui {bahan.jumlah_diakui}. "
        "Lengkapi buktinya atau sesuaikan realisasi.",
    )


@rule(
    id="bukti.autentik",
    judul="Dokumen dinas bertanda tangan atau bernomor",
    cites=_kelas("autentik"),
    assumes="Hanya jenis dokumen dinas (laporan, surat, berita acara, SK, sertifikat, daftar hadir) yang perlu tanda "
    "tangan; rekap data dan tangkapan layar aplikasi tidak.",
    parameters=("bukti/jenis_bertanda_tangan",),
)
def autentik(bahan: Bahan, hari: date) -> TemuanBukti | None:
    """An official paper is signed; working papers and screens need not be."""
    perlu = _berjenis(bahan.dokumen.jenis, daftar("bukti/jenis_bertanda_tangan", hari))
    if bahan.dokumen.bertanda_tangan or not perlu:
        return None
    return _temuan(
        KriteriaBukti.AUTENTIK,
        "bukti-belum-ditandatangani",
        f"“{bahan.dokumen.nama}” masih konsep: belum bertanda tangan. Pakai versi akhir yang sudah ditandatangani.",
    )


@rule(
    id="bukti.aksesibel",
    judul="Tautan dapat dibuka pejabat penilai, dan tidak terbuka untuk umum bila memuat data pribadi",
    cites=_kelas("aksesibel"),
    assumes="Dokumen tanpa data pribadi boleh dibagikan lebih luas daripada kepada penilai.",
)
def aksesibel(bahan: Bahan) -> TemuanBukti | None:
    """The assessor can open it, and strangers cannot where it holds personal data."""
    if bahan.dokumen.akses is Akses.PRIBADI:
        return _temuan(
            KriteriaBukti.AKSESIBEL,
            "bukti-tidak-dapat-dibuka",
            f"“{bahan.dokumen.nama}” hanya dapat dibuka pemiliknya. Ubah akses menjadi “Pejabat penilai”, lalu coba di "
            "jendela penyamaran.",
        )
    if bahan.dokumen.akses is Akses.PUBLIK and bahan.memuat_data_pribadi:
        return _temuan(
            KriteriaBukti.AKSESIBEL,
            "bukti-terbuka-data-pribadi",
            f"“{bahan.dokumen.nama}” memuat data pribadi tetapi terbuka untuk siapa pun. Batasi akses kepada pejabat "
            "penilai.",
        )
    return None


@rule(
    id="bukti.keutuhan",
    judul="Bukti tidak dicatat atau diubah setelah batas pengisian",
    cites=_kelas("keutuhan"),
    assumes="Perpanjangan oleh admin menggeser batas pengisian; tanggal yang dipakai adalah batas terbaru.",
)
def keutuhan(bahan: Bahan) -> TemuanBukti | None:
    """Nothing was added or changed after filling closed."""
    batas = bahan.periode.batas_pengisian
    saat = [bahan.dokumen.diunggah_pada, bahan.dicatat_pada, bahan.berubah_pada]
    terakhir = max(hari for hari in saat if hari is not None)
    if terakhir <= batas:
        return None
    return _temuan(
        KriteriaBukti.KEUTUHAN,
        "bukti-berubah-setelah-ditutup",
        f"“{bahan.dokumen.nama}” dicatat atau diubah pada {terakhir:%d-%m-%Y}, sesudah batas pengisian "
        f"{batas:%d-%m-%Y}. Minta admin memperpanjang periode bila ada alasannya.",
    )


@rule(
    id="bukti.tidak_duplikat",
    judul="Berkas yang sama tidak dipakai untuk RHK, periode, atau orang lain tanpa alasan",
    cites=_kelas("tidak duplikat"),
    assumes="Dua berkas dianggap sama bila sidik isinya sama; nama yang mirip saja bukan pelanggaran.",
)
def tidak_duplikat(bahan: Bahan) -> TemuanBukti | None:
    """The same file is not counted twice."""
    if bahan.dipakai_lain <= 0:
        return None
    return _temuan(
        KriteriaBukti.TIDAK_DUPLIKAT,
        "bukti-dipakai-berulang",
        f"Berkas yang isinya sama dengan “{bahan.dokumen.nama}” dipakai di {bahan.dipakai_lain} tempat lain. Pakai "
        "bukti tersendiri, atau jelaskan mengapa satu bukti berlaku untuk keduanya.",
    )


def _berjenis(jenis: str, daftar_jenis: tuple[str, ...]) -> bool:
    return jenis.strip().casefold().startswith(tuple(kata.casefold() for kata in daftar_jenis))


def periksa_bukti(bahan: Bahan, hari: date) -> tuple[TemuanBukti, ...]:
    """All eight questions about one piece of evidence, in order; empty when it is valid."""
    jawaban = (
        relevan(bahan),
        periode(bahan),
        kepemilikan(bahan),
        kecukupan(bahan, hari),
        autentik(bahan, hari),
        aksesibel(bahan),
        keutuhan(bahan),
        tidak_duplikat(bahan),
    )
    return tuple(temuan for temuan in jawaban if temuan is not None)


@rule(
    id="bukti.tautan",
    judul="Bukti dukung dicatat sebagai tautan ke satu dokumen",
    cites=[
        PANDUAN_EKINERJA.pada("Pengisian Eviden (kolom tautan)"),
        KURSUS.pada("Tautan bukti", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Tautan https atau tautan drive simulasi diterima. Satu tautan folder untuk semua indikator tidak diterima "
    "karena penilai tidak dapat menelusuri bukti tiap indikator.",
)
def periksa_tautan(tautan: str) -> tuple[TemuanBukti, ...]:
    """The link is there, safe, and points to one document."""
    bersih = tautan.strip()
    if not bersih:
        kode, pesan = (
            "tautan-kosong",
            "Tautan bukti masih kosong. Salin tautan dokumen dari drive, lalu tempel di sini.",
        )
    elif bersih.startswith("drive://dokumen/"):
        return ()
    elif not bersih.startswith("https://"):
        kode, pesan = "tautan-tidak-aman", "Tautan bukti harus diawali https:// atau dipilih dari drive simulasi."
    elif "/folders/" in bersih or bersih.endswith("/"):
        kode, pesan = "tautan-folder", "Tautan menuju folder. Tempel tautan dokumen yang membuktikan indikator ini."
    else:
        return ()
    return (TemuanBukti(kode, pesan, KriteriaBukti.AKSESIBEL, "bukti.tautan"),)


@rule(
    id="bukti.rencana_aksi_dahulu",
    judul="Rencana aksi diisi sebelum bukti dukung",
    cites=[PANDUAN_EKINERJA.pada("Penilaian Diri: Pengisian Rencana Aksi, lalu Pengisian Eviden", Status.SINGLE)],
)
def boleh_mengisi_bukti(banyak_rencana_aksi: int) -> bool:
    """Evidence may be entered once the RHK has at least one rencana aksi in the period."""
    return banyak_rencana_aksi > 0
