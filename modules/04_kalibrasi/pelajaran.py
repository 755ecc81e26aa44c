# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Modul 4. Kalibrasi penilaian
#
# Waktu membaca sekitar 55 menit. Unit, pegawai, dan angka di sini rekaan.
#
# *Kalibrasi* adalah istilah kelas: membandingkan penilaian antarpegawai dengan bukti dan pola **sebelum**
# ditetapkan.

# %% tags=["setup"]
from datetime import date
from decimal import Decimal

from IPython.display import HTML

from simulator.domain.pelaksanaan import Ikon
from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.domain.skp import JenisRHK
from simulator.notebook.distribution import distribution_html
from simulator.notebook.lesson import batang, dasar_hukum, tabel, temuan
from simulator.rules.distribusi import batas_orang, catatan_dominan, kewajiban, periksa_distribusi, pola
from simulator.rules.kuadran import tetapkan_predikat
from simulator.rules.rating_hasil import HasilRHK, capaian_rhk, rating_keseluruhan
from simulator.rules.riwayat_pp30 import nilai_pp30, predikat_pp30
from simulator.rules.umpan_balik import KriteriaUmpanBalik, umpan_berlawanan, umpan_seragam

HARI = date(2026, 12, 31)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


def persen(bagian):
    return f"{bagian * 100:.0f}%"


# %% [markdown]
# ## Bagian 1. Tiga langkah penetapan predikat
#
# 1. **Capaian kinerja organisasi** ditetapkan oleh pimpinan satu tingkat di atas unit itu.
# 2. Capaian itu memilih **pola distribusi** yang menjadi bahan pertimbangan.
# 3. **Pejabat penilai** menetapkan rating hasil kerja dan rating perilaku kerja tiap pegawai; dari keduanya muncul
#    predikat.
#
# Formulir memakai lima tingkat capaian organisasi. Kata *Cukup* tidak ada di formulir; artinya sama dengan *Butuh
# Perbaikan*.

# %%
tabel(
    ("Tingkat", "Capaian kinerja organisasi"), list(enumerate((p.label for p in reversed(PredikatOrganisasi)), start=1))
)

# %% [markdown]
# ## Bagian 2. Dari hasil RHK ke rating
#
# Rating hasil kerja melihat seluruh RHK, **tanpa bobot dan tanpa rata-rata**. Uraian peraturan memakai kata
# “sebagian besar”; kelas membacanya *lebih dari separuh*. Dua hal mudah terlupa:
#
# - satu RHK **utama** di bawah ekspektasi menutup jalan ke *Di Atas Ekspektasi*;
# - bila separuh atau lebih RHK utama di bawah, ratingnya *Di Bawah Ekspektasi*.

# Bagaimana satu RHK dibaca? Peraturan tidak menetapkan angka. Supaya latihan dapat diperiksa, kelas memakai batas ini:

# %%
tabel(
    ("Capaian dari target", "Dibaca (aturan kelas)"),
    [(f"{angka}%", capaian_rhk(angka, HARI).label) for angka in (120, 105, 104, 100, 90, 89, 60)],
)

# %% [markdown]
# Lima pegawai dan hasil setiap RHK-nya:

# %%
orang = {
    "Arsa": [(JenisRHK.UTAMA, ATAS), (JenisRHK.UTAMA, ATAS), (JenisRHK.UTAMA, SESUAI)],
    "Bela": [(JenisRHK.UTAMA, ATAS), (JenisRHK.UTAMA, ATAS), (JenisRHK.UTAMA, BAWAH)],
    "Cakra": [(JenisRHK.UTAMA, SESUAI), (JenisRHK.UTAMA, SESUAI), (JenisRHK.TAMBAHAN, BAWAH)],
    "Dian": [(JenisRHK.UTAMA, BAWAH), (JenisRHK.UTAMA, BAWAH), (JenisRHK.UTAMA, ATAS)],
    "Elok": [(JenisRHK.UTAMA, SESUAI), (JenisRHK.UTAMA, ATAS), (JenisRHK.UTAMA, SESUAI)],
}
rating_hasil = {nama: rating_keseluruhan([HasilRHK(*satu) for satu in hasil]) for nama, hasil in orang.items()}
tabel(
    ("Pegawai", "Hasil tiap RHK", "Rating hasil kerja"),
    [
        (nama, "\n".join(f"{jenis.label}: {capaian.label}" for jenis, capaian in hasil), rating_hasil[nama].label)
        for nama, hasil in orang.items()
    ],
)

# %% [markdown]
# **Coba sendiri.** Mengapa rating Bela bukan *Di Atas Ekspektasi*, padahal dua dari tiga RHK-nya di atas?
#
# <details><summary>Lihat jawaban</summary>
#
# Karena satu RHK utamanya di bawah ekspektasi. Dua yang di atas tidak “menutup” yang kurang, sebab tidak ada
# rata-rata.
#
# </details>
#
# Rating perilaku kerja dinilai menyeluruh dari umpan balik: belum konsisten, konsisten, atau menjadi penggerak bagi
# orang lain.

# %% [markdown]
# ## Bagian 3. Kuadran kinerja
#
# Dua rating bertemu dalam tabel tiga kali tiga. Baris adalah hasil kerja, kolom adalah perilaku kerja.

# %%
tabel(
    ("Hasil kerja ↓ / Perilaku →", *(perilaku.label for perilaku in Rating)),
    [(hasil.label, *(tetapkan_predikat(hasil, perilaku).label for perilaku in Rating)) for hasil in reversed(Rating)],
)

# %% [markdown]
# Baca kolom pertama dari atas ke bawah: hasil kerja setinggi apa pun tidak menolong bila perilakunya di bawah
# ekspektasi. Itulah sebabnya kurva menulis *Kurang/Misconduct*. Baca baris terbawah: hasil yang kurang dengan
# perilaku baik adalah *Butuh Perbaikan*, orang yang layak dibimbing.

# %%
perilaku = {"Arsa": ATAS, "Bela": SESUAI, "Cakra": SESUAI, "Dian": SESUAI, "Elok": BAWAH}
tabel(
    ("Pegawai", "Hasil kerja", "Perilaku kerja", "Predikat"),
    [
        (
            nama,
            rating_hasil[nama].label,
            perilaku[nama].label,
            tetapkan_predikat(rating_hasil[nama], perilaku[nama]).label,
        )
        for nama in orang
    ],
)

# %% [markdown]
# **Dulu berbeda.** PP 30/2019 menghitung angka: 70 persen nilai SKP ditambah 30 persen perilaku. Rumus itu
# *riwayat*; predikat tahun 2026 tidak dihasilkan darinya. Lihat bagaimana orang yang sama dibaca dengan dua cara:

# %%
nilai_lama = nilai_pp30(Decimal(105), Decimal(60), pendapat_rekan=False, hari=HARI)
tabel(
    ("Cara membaca", "Hasil tinggi, perilaku di bawah ekspektasi"),
    [
        (
            "Riwayat PP 30/2019",
            f"nilai {nilai_lama}".replace(".", ",") + f", {predikat_pp30(nilai_lama, ide_baru=False, hari=HARI).label}",
        ),
        ("Kuadran kinerja sekarang", tetapkan_predikat(ATAS, BAWAH).label),
    ],
)

# %% [markdown]
# ## Bagian 4. Sebaran dan pola
#
# Bila organisasi berkinerja *Butuh Perbaikan*, janggal bila semua orangnya *Sangat Baik*. Surat edaran memberi
# **pola** untuk dipertimbangkan. Persentasenya kami baca pada **satu sumber**, jadi periksa naskah di instansi
# Anda.


# %%
def batas(organisasi, predikat):
    satu = pola(organisasi, HARI)[predikat]
    if satu.min == 0 and satu.maks == 1:
        return "bebas"
    if satu.maks == 0:
        return "tidak boleh ada"
    return f"paling sedikit {persen(satu.min)}" if satu.min else f"paling banyak {persen(satu.maks)}"


def wajib(organisasi):
    aturan = kewajiban(organisasi, HARI)
    if aturan is None:
        return "–"
    nama = " atau ".join(p.label for p in aturan.predikat)
    return f"harus ada {nama}" + (f", gabungan paling sedikit {persen(aturan.min)}" if aturan.min else "")


tabel(
    ("Capaian organisasi", *(p.label for p in reversed(Predikat)), "Kewajiban lain"),
    [(o.label, *(batas(o, p) for p in reversed(Predikat)), wajib(o)) for o in reversed(PredikatOrganisasi)],
)

# %% [markdown]
# Contoh: Bidang Pelayanan, 20 pegawai, capaian organisasi **Baik**.

# %%
unit = {Predikat.SANGAT_BAIK: 4, Predikat.BAIK: 16}


def gambar(judul, organisasi, jumlah):
    opsi = [{"kode": p.value, "label": p.label} for p in reversed(Predikat)]
    kode = [p.value for p, banyak in jumlah.items() for _ in range(banyak)]
    kisaran = {p.value: {"min": b.min, "maks": b.maks} for p, b in pola(organisasi, HARI).items()}
    return HTML(distribution_html(judul, opsi, kode, kisaran))


gambar("Bidang Pelayanan, sebelum kalibrasi", PredikatOrganisasi.BAIK, unit)

# %%
temuan(periksa_distribusi(PredikatOrganisasi.BAIK, unit, HARI))

# %% [markdown]
# Yang **tidak** dilakukan: memilih korban supaya angkanya pas. Yang dilakukan: kembali ke bukti. Siapa yang RHK
# utamanya tidak tercapai tetapi tetap diberi *Sesuai*? Setelah membaca ulang, penilai menemukan tiga orang.

# %%
setelah = {Predikat.SANGAT_BAIK: 4, Predikat.BAIK: 13, Predikat.BUTUH_PERBAIKAN: 3}
temuan(periksa_distribusi(PredikatOrganisasi.BAIK, setelah, HARI), "Sebaran ini berada di dalam pola.")

# %% [markdown]
# **Unit kecil.** Tujuh puluh persen dari lima orang adalah tiga setengah orang. Naskah yang terbaca tidak mengatur
# pembulatan; kelas membulatkan batas atas ke atas dan batas bawah ke bawah untuk unit sampai sepuluh orang.

# %%
tabel(
    ("Pegawai dalam unit", "Paling banyak Baik bila organisasi Baik"),
    [(n, f"{batas_orang(PredikatOrganisasi.BAIK, n, HARI)[Predikat.BAIK].maks} orang") for n in (3, 5, 8, 10, 11, 20)],
)

# %% [markdown]
# **Coba sendiri.** Unit 12 orang, capaian organisasi *Butuh Perbaikan*: 2 Sangat Baik, 3 Baik, 7 Butuh Perbaikan.
# Apa yang melanggar pola?
#
# <details><summary>Lihat jawaban</summary>
#
# Dua-duanya: Butuh Perbaikan paling sedikit 60 persen berarti 8 dari 12 orang (baru 7), dan Sangat Baik paling
# banyak 10 persen berarti 1 orang (ada 2).
#
# </details>

# %% [markdown]
# Pola adalah *bahan pertimbangan*. Bila unit Anda memang berbeda, tulis alasannya dengan angka.

# %% [markdown]
# ## Bagian 5. Tanda-tanda yang tidak wajar
#
# 1. **Predikat tidak cocok dengan kuadran.** Hitung ulang dari kedua rating.
# 2. **Inflasi.** Capaian organisasi rendah tetapi hampir semua *Baik* atau *Sangat Baik*.
# 3. **Umpan balik salin-tempel.** Kalimat yang sama untuk banyak orang.
# 4. **Isi berlawanan dengan rating.** Semua ikonnya meminta perbaikan, ratingnya *Di Atas*.

# %%
tercatat = [
    ("Fajar", ATAS, SESUAI, Predikat.SANGAT_BAIK),
    ("Gita", SESUAI, BAWAH, Predikat.BAIK),
    ("Hana", SESUAI, SESUAI, Predikat.BAIK),
]
tabel(
    ("Pegawai", "Hasil", "Perilaku", "Tercatat", "Seharusnya", "Cocok?"),
    [
        (
            nama,
            hasil.label,
            laku.label,
            predikat.label,
            tetapkan_predikat(hasil, laku).label,
            tetapkan_predikat(hasil, laku) is predikat,
        )
        for nama, hasil, laku, predikat in tercatat
    ],
)

# %%
triwulan = [("Seksi Gizi", PredikatOrganisasi.BAIK, 3, 5), ("Seksi Promosi", PredikatOrganisasi.BUTUH_PERBAIKAN, 5, 5)]
batang(
    "Porsi pegawai Baik ke atas, dibandingkan dengan capaian unitnya",
    [
        (nama, baik / semua, f"{persen(baik / semua)}; capaian unit {capaian.label}")
        for nama, capaian, baik, semua in triwulan
    ],
)

# %% [markdown]
# Batang kedua penuh, padahal unitnya *Butuh Perbaikan*. Itu bukan bukti kecurangan; itu alasan untuk membaca ulang.

# %%
umpan = {
    "Fajar": ["Kinerja sudah bagus, pertahankan!"],
    "Gita": ["kinerja sudah bagus, pertahankan"],
    "Hana": ["Rekap kunjungan lengkap; bulan Februari terlambat dua hari. Apa yang bisa membantu?"],
}
nama_orang = list(umpan)


def selaras(daftar_ikon):
    return "berlawanan dengan rating" if umpan_berlawanan(daftar_ikon, ATAS) else "tidak berlawanan"


kelompok = umpan_seragam({nomor: umpan[nama] for nomor, nama in enumerate(nama_orang)})
tabel(
    ("Pemeriksaan", "Temuan"),
    [
        ("Kalimat yang sama", "; ".join(" dan ".join(nama_orang[n] for n in satu) for satu in kelompok) or "–"),
        ("Semua ikon meminta perbaikan, rating Di Atas", selaras([Ikon.SEDIH, Ikon.SEDIH])),
        ("Ikon campuran, rating Di Atas", selaras([Ikon.SEDIH, Ikon.JEMPOL])),
    ],
)

# %% [markdown]
# Satu umpan balik yang sama untuk dua orang baru menjadi masalah bila pekerjaannya berbeda. Dua perawat yang
# menyelesaikan satu kegiatan bersama wajar mendapat kalimat serupa, asalkan masing-masing juga mendapat kalimatnya
# sendiri.

# %%
catatan = catatan_dominan(PredikatOrganisasi.ISTIMEWA, {Predikat.SANGAT_BAIK: 5, Predikat.BAIK: 15})
temuan([catatan] if catatan else [])

# %% [markdown]
# Kalimat di atas hanya **catatan**: batas bawah “sebagian besar” belum pasti, sehingga tidak pernah mengurangi
# nilai.

# %% [markdown]
# ## Bagian 6. Umpan balik dan pertanggungjawaban
#
# Lima pertanyaan untuk umpan balik Anda sendiri:

# %%
tabel(("Nomor", "Kriteria"), [(nomor, kriteria.label) for nomor, kriteria in enumerate(KriteriaUmpanBalik, start=1)])

# %% [markdown]
# Bandingkan:
#
# - *“Tingkatkan lagi kinerjanya.”* Tidak menyebut data, RHK, atau langkah.
# - *“Tiga dari dua belas laporan terlambat lebih dari dua hari, semuanya pada minggu pelatihan. Apakah penggantian
#   petugas pada minggu seperti itu membantu? Kita coba bulan April dan lihat rekapnya tanggal 30.”* Ada data, RHK
#   yang jelas, pertanyaan, dan langkah.
#
# **Pertanggungjawaban sebaran** menjawab: berapa capaian organisasi; siapa yang menonjol dan apa buktinya; siapa
# yang butuh perbaikan dan bantuan apa yang disiapkan; di mana sebaran menyimpang dari pola dan mengapa. Pegawai
# yang tidak menerima hasilnya dapat mengajukan keberatan tertulis kepada **atasan pejabat penilai**.

# %% [markdown]
# ## Ringkasan
#
# 1. Organisasi dulu, lalu pola, lalu orang.
# 2. Rating hasil tanpa rata-rata; RHK utama yang kurang menahan rating.
# 3. Predikat dibaca dari kuadran, bukan dihitung 70/30.
# 4. Sebaran dibandingkan dengan pola, diperbaiki dengan bukti, disimpangi dengan alasan.
# 5. Umpan balik: data, RHK, nada membangun, pertanyaan, langkah berikutnya.
#
# **Selanjutnya:** kerjakan latihan *Kalibrasi penilaian*.

# %%
dasar_hukum(
    "rating_hasil.keseluruhan",
    "rating_hasil.capaian_rhk",
    "rating_hasil.perilaku",
    "kuadran.predikat",
    "distribusi.pola",
    "distribusi.unit_kecil",
    "distribusi.dominan",
    "umpan_balik.khas",
    "umpan_balik.selaras",
    "umpan_balik.mutu",
    "keberatan.pemutus",
    "riwayat_pp30.nilai",
)
