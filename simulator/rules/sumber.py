"""The texts the rules cite, each written once with the address where it was read.

Scene: imported by the stage files of simulator/rules. May import: simulator.rules.citation.
Facts: addresses are public copies, summaries and decks; the full official text of PermenPANRB 6/2022 and of
Peraturan BKN 2/2026 was not read end to end, so an article number appears only where a source shows it.
Add: a text here, then ``TEXT.pada("Pasal …")`` in the rule.
"""

from __future__ import annotations

from simulator.rules.citation import Sumber

PERMENPANRB_6_2022 = Sumber(
    "PermenPANRB 6/2022 tentang Pengelolaan Kinerja Pegawai ASN",
    "https://id.scribd.com/presentation/683205653/Bahan-Paparan-Pengelolaan-Kinerja-Sri-Ramadani-Amiruddin",
)
FORMULIR_6_2022 = Sumber(
    "Formulir Lampiran PermenPANRB 6/2022",
    "https://id.scribd.com/document/672154356/Lampiran-Permenpan-RB-No-6-Th-2022-Kuantitatif",
)
FORMULIR_SKP_BKN = Sumber(
    "Formulir SKP e-Kinerja BKN (pendekatan kuantitatif)",
    "https://id.scribd.com/document/628718579/Skp-2022-Bkn-Guru-Sulastono",
)
PAPARAN_BKN_6_2022 = Sumber(
    "Paparan Direktorat Kinerja ASN BKN tentang PermenPANRB 6/2022",
    "https://id.scribd.com/presentation/595717438/Poin-Penyempurnaan-Permenpan-6-22-Rev-I",
)
SE_MENPANRB_3_2023 = Sumber(
    "SE MenPANRB 3/2023 tentang Tata Cara Penetapan Predikat Kinerja Pegawai ASN",
    "https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html",
)
URL_SE_3_2023_PERSEN = (
    "https://naikpangkat.com/se-terbaru-menpan-rb-tetapkan-3-tahap-evaluasi-kinerja-asn-harus-lebih-waspada/3"
)
URL_SE_3_2023_TAHAP = "https://postingnews.id/amp/11905/aturan-baru-pns-tidak-bisa-lagi-kerja-santai-sudah-mulai-dalam-pengawasan-ketat/16"
PERMENPANRB_1_2023 = Sumber(
    "PermenPANRB 1/2023 tentang Jabatan Fungsional",
    "https://naikpangkat.com/poin-penting-permenpanrb-no-1-tahun-2023-tentang-jabatan-fungsional/2",
)
PERATURAN_BKN_3_2023 = Sumber(
    "Peraturan BKN 3/2023 tentang Angka Kredit, Kenaikan Pangkat, dan Jenjang JF",
    "https://id.scribd.com/presentation/694983391/3-PERHITUNGAN-KONVERSI-PREDIKAT-KINERJA-PERBKN-NO-3-TAHUN-2023-TEKNIS",
)
PERATURAN_BKN_2_2026 = Sumber(
    "Peraturan BKN 2/2026 tentang Layanan e-Kinerja BKN",
    "https://journalarta.com/en/technology/e-kinerja-bkn-2026-login-guide-skp-error-fix/",
)
PP_30_2019 = Sumber(
    "PP 30/2019 tentang Penilaian Kinerja PNS",
    "https://www.pasal.id/peraturan/pp/pp-no-30-tahun-2019/koreksi/9019721",
)
URL_PP_30_PASAL_59 = (
    "https://fliphtml5.com/czets/hubi/PP_No.30_Tahun_2019_Tentang_Penilaian_Kinerja_Pegawai_Negeri_Sipil/30"
)
BUKU_LAN_KINERJA = Sumber(
    "Buku LAN tentang sistem manajemen kinerja ASN",
    "https://fliphtml5.com/gesmv/pzdd/Sistem_Manjemen_Kinerja_Aparatur_Sipil_Negara/120",
)
PERMENPANRB_8_2021 = Sumber(
    "Lampiran PermenPANRB 8/2021 (dicabut; langkahnya tetap diajarkan untuk PermenPANRB 6/2022)",
    "http://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page31.html",
)
PERMENPANRB_89_2021 = Sumber(
    "PermenPANRB 89/2021 tentang Penjenjangan Kinerja Instansi Pemerintah",
    "https://anyflip.com/qwthw/svue/basic/51-100",
)
PERATURAN_BKN_4_2025 = Sumber(
    "Peraturan BKN 4/2025 tentang periodisasi kenaikan pangkat",
    "https://amp.suara.com/bisnis/2025/12/07/072808/asn-bisa-naik-pangkat-tiap-bulan-mulai-2025-ini-syaratnya?page=2",
)
SYARAT_KENAIKAN_PANGKAT = Sumber(
    "Ringkasan syarat kenaikan pangkat reguler",
    "https://www.halopengacara.com/?p=2727",
)
PAPARAN_PENILAI_DAERAH = Sumber(
    "Paparan sosialisasi e-Kinerja di daerah (tangga pejabat penilai)",
    "https://id.scribd.com/presentation/683422095/e-Kinerja-SLB-Autosaved",
)
PANDUAN_EKINERJA = Sumber(
    "Buku Panduan Aplikasi e-Kinerja BKN 2022",
    "https://id.scribd.com/document/622099649/Buku-Petunjuk-Kinerja",
)
PANDUAN_ADMIN = Sumber(
    "Buku Petunjuk Admin Instansi e-Kinerja BKN",
    "https://id.scribd.com/document/657172942",
)
FAQ_BKN_MEDAN = Sumber(
    "Tanya jawab e-Kinerja BKN, Kantor Regional VI BKN Medan",
    "https://medan.bkn.go.id/aplikasi-e-kinerja-bkn/",
)
PLT_EKINERJA = Sumber(
    "Panduan SKP bagi pegawai yang merangkap PLT",
    "https://nissamaheswary.com/2025/06/",
)
PELATIHAN_BUKTI = Sumber(
    "Materi bimtek tentang bukti dukung kinerja",
    "https://www.pusatdiklatpemerintahan.com/?p=25658",
)
PEDOMAN_BIMBINGAN = Sumber(
    "Lampiran PermenPANRB 6/2022 hal. 83–84 (Format B.1.8 dan B.1.9)",
    "https://anyflip.com/lzmue/eyhs/basic/101-150",
)
KURSUS = Sumber(
    "Aturan kelas Bimtek e-Kinerja",
    "modules/README.md",
)
PP_99_2000 = Sumber(
    "PP 99/2000 tentang Kenaikan Pangkat PNS",
    "https://pasal.id/en/peraturan/pp/pp-no-99-tahun-2000/koreksi/9183467",
)
KEPSEKJEN_KEMNAKER = Sumber(
    "Keputusan Sekjen Kemnaker 82/2025 (pelaksanaan Permenaker 15/2024), sebagaimana dipakai satu aplikasi terbuka",
    "github-index:62505570811",
)
