"""The 21 panduan perilaku of BerAKHLAK: three statements for each of the seven values.

Scene: Detail SKP (Perilaku Kerja), the printed SKP, feedback on behaviour. May import: simulator.domain only.
Facts: values and statements of SE MenPANRB 20/2021 (CONFIRMED: one public copy has all 21, two others and two SKP forms
have the first 15). Add: nothing; the SE fixes the list.
"""

from __future__ import annotations

from simulator.domain.skp import NilaiBerAKHLAK

PANDUAN_PERILAKU: dict[NilaiBerAKHLAK, tuple[str, str, str]] = {
    NilaiBerAKHLAK.BERORIENTASI_PELAYANAN: (
        "Memahami dan memenuhi kebutuhan masyarakat",
        "Ramah, cekatan, solutif, dan dapat diandalkan",
        "Melakukan perbaikan tiada henti",
    ),
    NilaiBerAKHLAK.AKUNTABEL: (
        "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
        "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
        "Tidak menyalahgunakan kewenangan jabatan",
    ),
    NilaiBerAKHLAK.KOMPETEN: (
        "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
        "Membantu orang lain belajar",
        "Melaksanakan tugas dengan kualitas terbaik",
    ),
    NilaiBerAKHLAK.HARMONIS: (
        "Menghargai setiap orang apa pun latar belakangnya",
        "Suka menolong orang lain",
        "Membangun lingkungan kerja yang kondusif",
    ),
    NilaiBerAKHLAK.LOYAL: (
        "Memegang teguh ideologi Pancasila, UUD NRI 1945, setia kepada NKRI serta pemerintahan yang sah",
        "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
        "Menjaga rahasia jabatan dan negara",
    ),
    NilaiBerAKHLAK.ADAPTIF: (
        "Cepat menyesuaikan diri menghadapi perubahan",
        "Terus berinovasi dan mengembangkan kreativitas",
        "Bertindak proaktif",
    ),
    NilaiBerAKHLAK.KOLABORATIF: (
        "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
        "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
        "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
    ),
}
