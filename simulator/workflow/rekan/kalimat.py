"""Sentences of the colleagues: short templates around what the plans of this office say.

Scene: everything a colleague writes. May import: simulator.domain, simulator.rules.
Facts: none; every sentence is REKAAN penyusun, written for the course and copied from nobody. RHK are worded as
results ("Tersedianya …"), as PermenPANRB 8/2021 asks (see rules.pernyataan).
Add: a variant in its list; a new list with the function that fills it.
"""

from __future__ import annotations

import re
from decimal import Decimal

INTI_MAKS = 140
_HIASAN = (
    "sasaran", "pencapaian", "laporan", "data", "tindak lanjut",
)  # fmt: skip
_EKOR = re.compile(r" (?:pada|di) (?:Dinas|Badan|Sekretariat|Bidang|Bagian|Subbagian|Seksi|Unit|UPTD|Puskesmas)\b.*$")
_MUTU = re.compile(r" (?:secara lengkap|sesuai standar|sesuai rencana|yang lengkap dan tepat waktu)$")


def inti(teks: str) -> str:
    """What a result is about: without its first word (Meningkatnya …), the frame of our templates, and its place."""
    words = teks.strip().rstrip(".").split()
    if len(words) > 1 and words[0].lower().endswith("nya"):
        words = words[1:]
    rest = _EKOR.sub("", _MUTU.sub("", " ".join(words))) or " ".join(words)
    for frame in _HIASAN:
        if rest.lower().startswith(frame + " ") and len(rest) > len(frame) + 3:
            rest = rest[len(frame) + 1 :]
            break
    return ringkas(rest, INTI_MAKS)


def ringkas(teks: str, maks: int) -> str:
    """At most so many letters, cut between words."""
    if len(teks) <= maks:
        return teks
    return teks[:maks].rsplit(" ", 1)[0].rstrip(" ,;(")


def bilangan(nilai: Decimal) -> str:
    """A number the Indonesian way: 1.250 or 3,5."""
    whole, _, rest = f"{nilai:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


# --- planning -----------------------------------------------------------------------------------------------------

RHK_PUNCAK = ("Meningkatnya mutu layanan {tempat}", "Terwujudnya akuntabilitas kinerja {tempat}")
RHK_PIMPINAN = ("Terpenuhinya sasaran {inti} pada {unit}", "Terkendalinya pencapaian {inti} pada {unit}")
RHK_STAF = (
    "Tersusunnya laporan {inti} pada {unit} secara lengkap",
    "Tersedianya data {inti} pada {unit} yang lengkap dan tepat waktu",
    "Terselesaikannya tindak lanjut {inti} pada {unit} sesuai standar",
)
#: (aspek, indikator, target)
IKI_PUNCAK = (
    ("kuantitas", "Jumlah unit kerja yang memenuhi sasaran {inti}", "{unit} Unit Kerja"),
    ("kualitas", "Nilai hasil evaluasi {inti}", "85 Nilai"),
    ("waktu", "Waktu penetapan rencana perbaikan {inti} setelah evaluasi selesai", "14 Hari Kerja"),
)
IKI_UMUM = (
    ("kuantitas", "Jumlah laporan {inti} yang diselesaikan", "12 Laporan"),
    ("kualitas", "Persentase laporan {inti} yang diterima tanpa perbaikan", "95 Persen"),
    ("waktu", "Waktu penyampaian laporan {inti} setelah bulan berakhir", "5 Hari Kerja"),
)
LAMPIRAN = {
    "dukungan_sumber_daya": "Data, peralatan kerja, dan anggaran kegiatan tersedia sesuai rencana unit",
    "skema_pertanggungjawaban": "Kemajuan dilaporkan kepada pejabat penilai setiap bulan dan dibahas setiap triwulan",
    "konsekuensi": "Capaian yang belum memenuhi ekspektasi ditindaklanjuti dengan rencana perbaikan",
}

# --- doing --------------------------------------------------------------------------------------------------------

RENCANA = (
    "Menghimpun dan memeriksa data {inti} untuk {periode}",
    "Menyelesaikan bagian {periode} dari {inti}",
    "Menyusun bahan {inti} {periode} dan membahasnya dengan unit terkait",
)
RENCANA_SALIN = ("Melaksanakan {inti} sesuai sasaran",)
PROGRES = (
    "Mengumpulkan data {inti}", "Memeriksa kelengkapan berkas {inti}", "Menyusun bagian hasil {inti}",
    "Membahas perbaikan {inti} dengan rekan kerja",
)  # fmt: skip
PROGRES_SALIN = ("Mengerjakan {inti}",)
REALISASI = (
    "Terealisasi {nilai} dari sasaran {sasaran} menurut {sumber}",
    "Tercapai {nilai} dari sasaran {sasaran}, dibuktikan dengan {sumber}",
    "Capaian {nilai} terhadap sasaran {sasaran}; rinciannya pada {sumber}",
)
REALISASI_BELUM = "Belum jatuh tempo pada {periode}; penyelesaiannya dijadwalkan akhir tahun"
REALISASI_SALIN = "Sudah terlaksana sesuai target"
SUMBER = "Laporan {inti}"
DOKUMEN = "Laporan {inti}, {periode}. Hasil: {hasil}. Memuat rincian, kendala, dan rencana perbaikan. Disusun {nama}."
DOKUMEN_SALIN = "Laporan kegiatan. Semua kegiatan sudah terlaksana sesuai rencana. Disusun {nama}."
EVIDEN = "Laporan {inti} {periode}"

# --- leading ------------------------------------------------------------------------------------------------------

PERAN_PIMPINAN = "Terpenuhinya {inti} pada {unit}"
PERAN_STAF = "Tersedianya hasil {inti} dari {jabatan}"
EKSPEKTASI = (
    ("akuntabel", "Menyampaikan data yang dapat ditelusuri sampai sumbernya, tanpa menunggu diminta"),
    ("berorientasi_pelayanan", "Menjawab permintaan penerima layanan pada hari kerja yang sama"),
    ("kolaboratif", "Mengajak unit lain sejak awal bila hasil kerja bergantung pada data mereka"),
)
UMPAN_BELUM = (
    "“{indikator}” belum punya realisasi sampai {hari}. Apa yang menghambat, dan kapan datanya dapat dilengkapi?",
    "Sampai {hari} belum ada realisasi untuk “{indikator}”. Mari bahas pekan ini: bagian mana yang perlu saya bantu?",
)
UMPAN_KABUR = (
    "Realisasi “{indikator}” belum menyebut angka, jadi belum dapat dibandingkan dengan {sasaran}. Berapa capaiannya?",
)
UMPAN_TERTUTUP = (
    "Bukti “{eviden}” tidak dapat saya buka. Dapatkah aksesnya diatur untuk pejabat penilai supaya hasilnya terhitung?",
)
UMPAN_KURANG = (
    "“{indikator}”: {realisasi}. Hasil ini di bawah sasaran {sasaran}; langkah apa yang disiapkan untuk mengejarnya?",
    "Realisasi “{indikator}” belum memenuhi sasaran {sasaran}. Susun rencana percepatan, lalu kita bahas bersama.",
)
UMPAN_BAIK = (
    "“{indikator}”: {realisasi}. Dapat diterima untuk sasaran {sasaran}; menurut Saudara, apa yang paling membantu?",
    "Capaian “{indikator}” dapat diterima untuk sasaran {sasaran}. Lengkapi analisis singkat pada laporan berikutnya.",
)
UMPAN_MURAH = ("Terima kasih, hasil {inti} sudah sangat baik. Lanjutkan.",)
UMPAN_SALIN = ("Kinerja sudah baik, pertahankan dan tingkatkan.",)
UMPAN_PERILAKU = (
    "Isian {periode} disampaikan sebelum batas pengisian sehingga mudah diperiksa. Pertahankan kebiasaan ini.",
    "Sebagian isian {periode} baru masuk menjelang batas. Bagaimana kalau dicicil setiap bulan?",
)
UMPAN_REKAN = {
    "teladan": (
        "Pada {periode} {nilai} paling terasa dari Saudara: bagian bersama selesai tanpa saya ingatkan. Maukah caranya "
        "dibagikan kepada kami?",
        "{nilai} Saudara pada {periode} saya jadikan contoh, terutama saat data kami terlambat. Terima kasih.",
    ),
    "tampak": (
        "{nilai} sudah tampak saat kami menyiapkan bahan {periode}. Akan lebih mudah bila jadwalnya dibagi lebih awal.",
        "Pada {periode} kerja bersama berjalan baik; {nilai} sudah tampak. Satu usul: tulis kesepakatan rapat hari itu "
        "juga.",
    ),
    "belum_tampak": (
        "{nilai} belum saya lihat pada {periode}: beberapa pertanyaan baru terjawab menjelang batas. Dapatkah kita "
        "sepakati waktunya?",
        "Pada {periode} saya menunggu bahan dua kali, jadi {nilai} belum tampak bagi saya. Apa yang dapat saya bantu?",
    ),
}
UMPAN_REKAN_SALIN = ("Kerja sama baik, pertahankan.", "Rekan yang menyenangkan, semuanya sudah sangat baik.")
CATATAN = {
    "di_atas_ekspektasi": "Melampaui sasaran yang disepakati; praktiknya layak dibagikan.",
    "sesuai_ekspektasi": "Memenuhi sasaran yang disepakati.",
    "di_bawah_ekspektasi": "Belum memenuhi sasaran; rencana perbaikan dibahas dalam dialog kinerja.",
}
ALASAN_KEBERATAN = (
    "Realisasi {periode} sudah dicatat beserta buktinya sebelum batas pengisian. Mohon hasilnya diperiksa kembali.",
    "Sasaran {periode} sebagian bergantung pada data unit lain yang terlambat diterima. Mohon dipertimbangkan kembali.",
)
PENJELASAN = "Rating menurut realisasi dan bukti dukung yang dapat dibuka; rinciannya ada pada umpan balik {periode}."
PUTUSAN_TERIMA = "Setelah kedua keterangan diperiksa, realisasi dan buktinya memenuhi ekspektasi. Hasil disesuaikan."
PUTUSAN_TOLAK = "Setelah kedua keterangan diperiksa, rating sesuai dengan realisasi dan bukti yang ada. Hasil tetap."
