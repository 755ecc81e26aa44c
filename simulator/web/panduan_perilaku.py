"""The three behaviour guides of each BerAKHLAK value, in short words of ours.

Scene: beside the expectations and the feedback on behaviour. May import: simulator.domain.
Facts: seven values with three guides each (CONFIRMED, SE MenPANRB 20/2021 and the SKP form); the wording is shortened.
Add: nothing; the list is fixed.
"""

from __future__ import annotations

from simulator.domain.skp import NilaiBerAKHLAK

N = NilaiBerAKHLAK
PANDUAN: dict[NilaiBerAKHLAK, tuple[str, str, str]] = {
    N.BERORIENTASI_PELAYANAN: (
        "memahami dan memenuhi kebutuhan masyarakat",
        "ramah, cekatan, solutif, dan dapat diandalkan",
        "memperbaiki diri tanpa henti",
    ),
    N.AKUNTABEL: (
        "jujur, bertanggung jawab, cermat, disiplin, dan berintegritas",
        "memakai kekayaan dan barang milik negara secara bertanggung jawab",
        "tidak menyalahgunakan kewenangan jabatan",
    ),
    N.KOMPETEN: (
        "meningkatkan kompetensi diri",
        "membantu orang lain belajar",
        "bekerja dengan kualitas terbaik",
    ),
    N.HARMONIS: (
        "menghargai setiap orang apa pun latar belakangnya",
        "suka menolong orang lain",
        "membangun lingkungan kerja yang kondusif",
    ),
    N.LOYAL: (
        "setia pada Pancasila, UUD 1945, NKRI, dan pemerintahan yang sah",
        "menjaga nama baik ASN, pimpinan, instansi, dan negara",
        "menjaga rahasia jabatan dan negara",
    ),
    N.ADAPTIF: (
        "cepat menyesuaikan diri menghadapi perubahan",
        "terus berinovasi dan mengembangkan kreativitas",
        "bertindak proaktif",
    ),
    N.KOLABORATIF: (
        "memberi kesempatan berbagai pihak untuk berkontribusi",
        "terbuka bekerja sama untuk menghasilkan nilai tambah",
        "menggerakkan sumber daya bersama untuk tujuan bersama",
    ),
}
