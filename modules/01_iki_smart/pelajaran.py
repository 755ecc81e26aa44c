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
# # Modul 1. Menulis indikator yang SMART
#
# Waktu membaca sekitar 35 menit. Semua contoh, nama, dan angka di sini rekaan. Anda tidak perlu memprogram: cukup
# baca, lalu jawab pertanyaan **Coba sendiri** dalam hati sebelum membuka kuncinya.

# %% tags=["setup"]
from datetime import date

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.skp import (
    IKI,
    RHK,
    SKP,
    Aspek,
    JenisLampiran,
    JenisRHK,
    KlasifikasiRHK,
    Lampiran,
    Pendekatan,
    StatusSKP,
)
from simulator.notebook.lesson import dasar_hukum, tabel, temuan
from simulator.rules.bukti import nama_baku
from simulator.rules.perencanaan import KonteksSKP, bahasa_hasil, periksa_skp, smart_lengkap
from simulator.rules.pernyataan import JenisPernyataan, KriteriaSMART
from simulator.rules.target import urai_target

HARI = date(2026, 1, 15)

# %% [markdown]
# ## Bagian 1. Aktivitas, output, dan outcome
#
# SKP bukan daftar kegiatan. RHK menyebut **hasil**: sesuatu yang ada atau berubah setelah pekerjaan selesai.
#
# - **Aktivitas** menjawab *apa yang saya kerjakan?* Contoh: menghadiri rapat.
# - **Output** menjawab *apa yang selesai dan dapat saya serahkan?* Contoh: peta wilayah rawan stunting.
# - **Outcome** menjawab *apa yang berubah karena output itu dipakai?* Contoh: balita berisiko lebih cepat
#   ditangani.
#
# Cara cepat memeriksa: tutup kalimatnya dan tanyakan **“lalu, hasilnya apa?”** Bila pertanyaan itu masih perlu
# dijawab, kalimat tadi aktivitas.

# %%
contoh = [
    ("Menghadiri rapat koordinasi gizi setiap bulan", JenisPernyataan.AKTIVITAS),
    ("Tersusunnya peta wilayah rawan stunting", JenisPernyataan.OUTPUT),
    ("Menurunnya waktu tunggu pasien di loket pendaftaran", JenisPernyataan.OUTCOME),
    ("Melakukan pembinaan kader posyandu", JenisPernyataan.AKTIVITAS),
    ("Tersedianya data sasaran imunisasi yang mutakhir", JenisPernyataan.OUTPUT),
]
tabel(
    ("Pernyataan", "Jenis", "Boleh menjadi RHK?"),
    [(teks, jenis.label, bahasa_hasil(jenis) is None) for teks, jenis in contoh],
)

# %% [markdown]
# Awal kalimat saja tidak cukup. “**Terlaksananya** rapat” tetap menyebut rapat; yang dicari adalah apa yang
# dihasilkan rapat itu.
#
# **Coba sendiri.** Ubah “Melakukan pembinaan kader posyandu” menjadi hasil.
#
# <details><summary>Lihat satu kemungkinan jawaban</summary>
#
# *Meningkatnya jumlah kader posyandu yang mampu mengukur tumbuh kembang balita dengan benar.* Kini jelas apa yang
# berubah, dan dapat diukur.
#
# </details>

# %% [markdown]
# ## Bagian 2. Uji SMART
#
# Indikator (IKI) adalah ukuran yang menunjukkan RHK tercapai. Kelas ini mengujinya dengan lima pertanyaan. SMART
# adalah **aturan kelas**: kesepakatan pelatihan, bukan bunyi pasal.

# %%
pertanyaan = {
    KriteriaSMART.SPESIFIK: "Hasil apa, pada siapa, atau di mana?",
    KriteriaSMART.TERUKUR: "Ada angka dan satuan? Semua orang akan menghitung dengan cara sama?",
    KriteriaSMART.DAPAT_DICAPAI: "Masuk akal dengan orang, waktu, dan anggaran yang ada?",
    KriteriaSMART.RELEVAN: "Bila angka ini tercapai, apakah RHK memang tercapai?",
    KriteriaSMART.BERBATAS_WAKTU: "Kapan diukur atau paling lambat kapan selesai?",
}
tabel(("Kriteria", "Pertanyaannya"), [(kriteria.label, teks) for kriteria, teks in pertanyaan.items()])

# %% [markdown]
# Lihat satu indikator sebelum dan sesudah diperbaiki. RHK-nya: *Menurunnya waktu tunggu pasien di loket
# pendaftaran*.

# %%
sebelum = "Pelayanan loket yang baik — target: optimal"
sesudah = "Persentase pasien yang dilayani di loket paling lama 10 menit setiap triwulan tahun 2026 — target: 85 persen"
nilai_sebelum = {"spesifik": False, "terukur": False, "dapat_dicapai": True, "relevan": True, "berbatas_waktu": False}
nilai_sesudah = dict.fromkeys(nilai_sebelum, True)


def belum(nilai):
    kurang = smart_lengkap(nilai)
    return ", ".join(kriteria.label for kriteria in kurang) or "–"


tabel(
    ("Indikator dan target", "Kriteria yang belum terpenuhi"),
    [(sebelum, belum(nilai_sebelum)), (sesudah, belum(nilai_sesudah))],
)

# %% [markdown]
# Tiap kriteria dinilai sendiri. Indikator yang sudah spesifik tetapi belum punya tenggat tetap mendapat nilai untuk
# bagian yang benar.
#
# **Coba sendiri.** Kriteria mana yang belum terpenuhi pada “Jumlah laporan yang dikerjakan secara maksimal”?
#
# <details><summary>Lihat jawaban</summary>
#
# *Spesifik* (laporan apa?), *terukur* (“maksimal” bukan angka), dan *berbatas waktu*. Relevansi baru dapat dinilai
# setelah RHK-nya diketahui.
#
# </details>

# %% [markdown]
# ## Bagian 3. Menulis IKI per aspek
#
# Satu RHK biasanya diukur dari beberapa sisi: **kuantitas** (berapa banyak), **kualitas** (seberapa baik),
# **waktu** (seberapa cepat). **Biaya** dipakai bila anggarannya memang ada di tangan Anda. Mengisi tiga aspek
# adalah kebiasaan di aplikasi; pasal yang mewajibkannya tidak kami temukan, jadi latihan tidak mengurangi nilai
# karenanya.
#
# Target ditulis dalam satu kolom: angka lalu satuan.

# %%
rencana = [
    (Aspek.KUANTITAS, "Jumlah laporan surveilans mingguan yang dikirim ke dinas", "52 laporan"),
    (Aspek.KUALITAS, "Persentase laporan surveilans yang lolos pemeriksaan tanpa perbaikan", "90,5 persen"),
    (Aspek.WAKTU, "Lama pengiriman laporan sesudah minggu berakhir", "paling lambat 2 hari kerja"),
    (Aspek.KUALITAS, "Mutu laporan", "sangat baik"),
]


def terbaca(teks):
    target = urai_target(teks)
    return (str(target.angka).replace(".", ","), target.satuan) if target else ("tidak terbaca", "tidak terbaca")


tabel(
    ("Aspek", "Indikator", "Target", "Angka", "Satuan"),
    [(aspek.label, indikator, target, *terbaca(target)) for aspek, indikator, target in rencana],
)

# %% [markdown]
# Baris terakhir tidak dapat dihitung siapa pun: “sangat baik” bukan angka. Cocokkan juga **aspek dengan
# satuannya**. Indikator yang diawali *Persentase* memakai persen; indikator yang diawali *Jumlah* memakai satuan
# barangnya.
#
# **Coba sendiri.** Apa yang janggal dari “Jumlah kunjungan rumah, target 80 persen”?
#
# <details><summary>Lihat jawaban</summary>
#
# Indikatornya menghitung kunjungan, targetnya persen. Pilih salah satu: *120 kunjungan*, atau ubah indikator
# menjadi *Persentase keluarga sasaran yang dikunjungi*.
#
# </details>

# %% [markdown]
# ## Bagian 4. Dari indikator ke bukti
#
# Sebelum menyetujui sebuah indikator, tanyakan: **dokumen apa yang kelak menunjukkan angka ini, siapa yang
# membuatnya, dan kapan tersedia?** Indikator yang buktinya tidak terbayang hampir pasti menyulitkan Anda pada akhir
# triwulan.

# %%
jejak = [
    ("Jumlah laporan surveilans mingguan", Aspek.KUANTITAS, "Rekap pengiriman laporan", "xlsx"),
    ("Persentase laporan tanpa perbaikan", Aspek.KUALITAS, "Hasil pemeriksaan laporan", "pdf"),
    ("Lama pengiriman laporan", Aspek.WAKTU, "Catatan waktu kirim", "pdf"),
]
tabel(
    ("Indikator", "Bukti yang akan tersedia", "Nama berkas menurut aturan kelas"),
    [(iki, bukti, nama_baku(2026, 1, 1, aspek, bukti, akhiran)) for iki, aspek, bukti, akhiran in jejak],
)

# %% [markdown]
# Cara menamai berkas dibahas di Modul 3, bagian 3.

# %% [markdown]
# ## Bagian 5. SKP yang lengkap
#
# Aplikasi menolak SKP yang belum lengkap. Di bawah ini SKP rekaan seorang perawat, sengaja belum selesai, dan apa
# yang akan dikatakan simulasi saat tombol **Ajukan SKP** ditekan.

# %%
belum_selesai = SKP(
    skp_id=1,
    pegawai_id=7,
    penilai_id=3,
    jabatan_id=1,
    unit_id=1,
    tahun=2026,
    periode_awal=date(2026, 1, 1),
    periode_akhir=date(2026, 12, 31),
    pendekatan=Pendekatan.KUANTITATIF,
    status=StatusSKP.DRAFT,
    daftar_rhk=(
        RHK(
            1,
            1,
            JenisRHK.UTAMA,
            KlasifikasiRHK.ORGANISASI,
            "Meningkatnya keteraturan kontrol pasien hipertensi",
            rhk_atasan_id=20,
            daftar_iki=(
                IKI(1, 1, Aspek.KUANTITAS, "Jumlah pasien hipertensi yang kontrol tiap bulan", "60 orang"),
                IKI(2, 1, Aspek.KUALITAS, "Tekanan darah terkendali", "sebanyak mungkin"),
            ),
        ),
        RHK(2, 1, JenisRHK.UTAMA, KlasifikasiRHK.INDIVIDU, "Tersusunnya panduan edukasi pasien", None),
    ),
    daftar_lampiran=(Lampiran(1, 1, JenisLampiran.DUKUNGAN_SUMBER_DAYA, 1, "Tensimeter digital"),),
)
temuan(periksa_skp(belum_selesai, KonteksSKP(JenisJabatan.JF, rhk_atasan=[20, 21])))

# %% [markdown]
# ## Ringkasan
#
# 1. RHK menyebut hasil. Tanyakan “lalu, hasilnya apa?” sampai terjawab.
# 2. Indikator diuji dengan lima pertanyaan; target memuat angka dan satuan.
# 3. Aspek, indikator, dan satuan saling cocok.
# 4. Bayangkan buktinya sebelum indikator disetujui.
# 5. SKP lengkap: RHK utama, IKI, target, RHK pimpinan, dan tiga daftar lampiran.
#
# **Selanjutnya:** kerjakan latihan *Indikator yang SMART*, lalu baca Modul 2.

# %%
dasar_hukum(
    "perencanaan.bahasa_hasil",
    "perencanaan.smart",
    "perencanaan.iki_lengkap",
    "perencanaan.target_terukur",
    "perencanaan.aspek",
    "perencanaan.lampiran",
)
