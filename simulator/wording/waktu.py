"""Is there a time on the record: a deadline, period or frequency (eksplisit), only a promise (tersirat), or nothing.

Scene: the label ``waktu`` and the criterion T. Standard library only.
Facts: annotation conventions of instructor/handbook/temuan-kata.md; an age ("usia 0–24 bulan") is not a time limit.
Add: a pattern in EKSPLISIT or TERSIRAT and its tell-tale word in _PEMICU, with cases on both sides in tests.
"""

from __future__ import annotations

import re

_UNIT = (
    r"(?:detik|menit|mnt|jam(?: kerja)?|hari(?: kerja| kalender)?|minggu|pekan|bulan|bln|triwulan|tri wulan|caturwulan|"
    r"semester|tahun|thn|th)"
)
_BULAN = r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_ANGKA = (
    r"(?:\d+(?:[.,]\d+)?|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|[ivx]{1,4}|pertama|kedua|ketiga|"
    r"keempat)"
)
_TAHAP = r"(?:shift|regu|angkatan|batch|periode|tahap|kali layanan|hari layanan|siklus|gelombang|masa tanam|musim)"
_USIA = (
    r"\b(?:kehamilan|hamil|masa kerja|pengalaman|masa berlaku|berlaku|garansi|retensi|kontrak|berjangka|umur layan|"
    r"umur pakai|usia pakai|umur rencana|umur teknis|masa simpan|masa pakai|masa tinggal|tenor|tanam|"
    r"bup|batas usia pensiun|"
    r"sewa)\s*(?:minimal\s*|maksimal\s*|selama\s*|di atas\s*|lebih dari\s*)?\d+\s*"
    rf"(?:(?:-|,|, dan|dan|atau|/)\s*\d+\s*)*{_UNIT}",
    r"\b(?:usia|umur|berusia|berumur|penduduk|anak|balita|bayi|remaja|pendidikan|jenjang|lansia)\s*(?:kerja\s*)?"
    r"(?:(?:kurang dari|lebih dari|di bawah|di atas|minimal|maksimal|[≥>≤<])\s*)?"
    r"\(?\d+(?:\s*(?:-|–|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*\d+)?\)?\s*"
    + _UNIT + r"(?:\s*ke\s*(?:atas|bawah))?",
    r"\b\d+\s*(?:-|–)\s*\d+\s*(?:tahun|bulan)\b(?=[^.;]*\b(?:pendidikan|imunisasi|usia))",
    r"\b(?:nomor|no\.?)\s*\S{1,12}\s*(?:tahun|/)\s*\d{4}\b",
    r"\b(?:iso|sni)\s*[\d:. -]+",
    r"\b(?:nilai|ulangan|penilaian|tugas|asesmen) harian\b",
    r"\b(?:kata|km|liter|meter|m3|kali|tetes|denyut|langkah|putaran|kilometer) per (?:detik|menit|jam)\b",
    r"\bkurun(?: waktu)?\s*\d{4}\s*(?:-|–|s\.?/?d\.?|sampai|hingga)\s*\d{4}\b",
    r"\b(?:rkpd|renja|renstra|rpjmd|rka|apbd|apbn|rapbd|kua|ppas|rkp|lkpd|lkjip|lkpj|lppd|putusan) "
    r"(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?\b",
    r"\blama sekolah\b",
    r"\bharapan (?:hidup|lama)\b",
    r"\b(?:igd|ugd|layanan|pelayanan|buka|siaga|piket|posko)\s*24\s*jam\b",
    r"\bjangka (?:menengah|panjang|pendek)\b",
)  # fmt: skip
_EKSPLISIT = (
    rf"\b{_ANGKA}\s*(?:\(\s*\w+\s*\)\s*)?(?:x\s*24\s*)?{_UNIT}\b",
    r"(?:\b(?:per|setiap|tiap|dalam|selama|sepanjang|setengah|akhir|awal|pertengahan|sebelum|sesudah|setelah)|/)\s*"
    rf"(?:akhir\s*|awal\s*)?(?:{_UNIT}|{_BULAN}|{_TAHAP})\b",
    r"\b(?:sebulan|setahun|sehari|seminggu|setriwulan|sesemester|sejam|semenit|sepekan)\b",
    r"\b(?:harian|mingguan|bulanan|triwulanan|semesteran|tahunan|kwartal|kuartal)\b",
    r"\b\d\s*x\s*24\b",
    rf"\b{_BULAN}\b",
    r"\b(?:19|20)\d\d\b(?![.,]\d)(?!\s*(?:orang|berkas|dokumen|kk|ha|unit))",
    r"\btahun (?:ajaran|anggaran|pelajaran|akademik|berjalan|depan)\b",
    r"\b(?:triwulan|tw|trw|semester|smt|minggu|bulan|caturwulan|periode|tahap|angkatan|batch|gelombang)\s*(?:ke\s*-?\s*)?"
    r"(?:[ivx]{1,4}|\d+|gasal|genap|ganjil|pertama|kedua|ketiga|keempat)\b",
    r"\b(?:tanggal|tgl\.?|pukul)\s*\d",
    r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b",
    r"\b(?:akhir|awal)\s+(?:semester|triwulan|tahun|bulan|minggu|periode)\b",
    r"\b(?:jan|feb|mar|apr|jun|jul|agt|ags|agust|sep|sept|okt|nov|des)\b\.?(?=\s*(?:\d|$|[-–;,)]))",
    r"\b(?:selama|pada|sebelum|menjelang) (?:ramadan|ramadhan|lebaran|idulfitri|iduladha|natal|panen raya|musim \w+)\b",
    r"\b(?:setiap|tiap) (?:pagi|siang|sore|malam|subuh|petang)\b",
    r"\bhari (?:yang )?sama\b",
    r"\b(?:di|pada) hari (?!kerja|libur|raya|besar|ini)[^\W\d_]{4,}\b",
    r"; (?:.*\b)?(?:setiap|tiap) (?:kunjungan|edisi|sidang|pertemuan|penugasan|acara|transaksi|kedatangan|"
    r"ujian|kelas|pelatihan|panen|pelayaran|penerbangan|siaran|rapat|tayang|terbit|sesi|trip|rit|kloter|putaran)\b",
    r"\b(?:tahun|thn|th|bulan|bln|triwulan|semester|minggu) (?:ini|berjalan)\b",
    r"\b(?:pada|selama|sepanjang|di|dalam) masa \w+",
    r"; sebelum \w+|; .*\bsebelum (?!batas|tenggat|jatuh)\w+",
    r"\bper\s+(?:smt|sem|ta|th)\b",
    r"\b(?:sm|sem) (?:[iv]{1,2}|[12])\b",
    r"\b(?:laporan|rencana|program|kerja) (?:semester|triwulan|bulan|tahun|akhir tahun)\b",
    r"\bhari h\b",
    r"\bmt\s*(?:[ivx]{1,3}|\d)\b",
    r"\bh\s*[-+]\s*\d",
    r"\b(?:setiap|tiap|hari) (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b",
)
_TERSIRAT = (
    r"\btepat waktu",
    r"\bketepatan waktu?",
    r"\bkepatuhan (?:terhadap |pada )?(?:waktu|jadwal|jam)\b",
    r"\bsesuai (?:dengan )?(?:jadwal|tenggat|waktu|batas waktu|kalender)",
    r"\bterjadwal",
    r"\btidak terlambat",
    r"\btanpa keterlambatan",
    r"\bketerlambatan\b",
    r"\bberkala\b",
    r"\bsecara (?:rutin|periodik)",
    r"\bon time\b",
    r"\bsegera\b|\bsesegera\b|\bsecepatnya\b",
    r"\bsebelum (?:batas|tenggat|jatuh tempo)",
    r"\bbatas waktu",
    r"\bperiodik\b",
    r"\btepat jadwal",
)
USIA = re.compile("|".join(_USIA))
# In the words of a statement a range of years is an age; a target in years of life is not a time limit either.
RENTANG_USIA = re.compile(r"\b\d+\s*(?:-|–|s\.?/?d\.?)\s*\d+\s*(?:tahun|bulan|thn|bln|th)\b")
TAHUN_HIDUP = re.compile(r"^\s*\d+(?:[.,]\d+)?\s*(?:tahun|thn)\b")
BERUMUR = re.compile(r"\b(?:harapan hidup|lama sekolah|uhh|ahh)\b")
EKSPLISIT = re.compile("|".join(_EKSPLISIT))
TERSIRAT = re.compile("|".join(_TERSIRAT))
# Words without which no pattern above can match: looking for them first makes the common “nothing” cheap.
_PEMICU = frozenset(
    [
        *(
            "detik",
            "menit",
            "mnt",
            "jam",
            "hari",
            "minggu",
            "pekan",
            "bulan",
            "bln",
            "triwulan",
            "tri",
            "caturwulan",
            "semester",
        ),
        *("tahun", "thn", "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september"),
        *("oktober", "november", "desember", "sebulan", "setahun", "sehari", "seminggu", "setriwulan", "sesemester"),
        *("sejam", "semenit", "sepekan", "harian", "mingguan", "bulanan", "triwulanan", "semesteran", "tahunan"),
        *(
            "kwartal",
            "kuartal",
            "shift",
            "angkatan",
            "batch",
            "periode",
            "tahap",
            "siklus",
            "gelombang",
            "musim",
            "masa",
            "regu",
            "mt",
        ),
        *(
            "kali",
            "setiap",
            "tiap",
            "ramadan",
            "ramadhan",
            "lebaran",
            "idulfitri",
            "iduladha",
            "natal",
            "panen",
            "sebelum",
            "tanggal",
            "tgl",
            "pukul",
            "h",
            "x",
            "senin",
            "selasa",
            "rabu",
            "kamis",
            "jumat",
            "sabtu",
            "tw",
            "trw",
            "smt",
            "sm",
            "sem",
            "th",
            "jan",
            "feb",
        ),
        *("mar", "apr", "jun", "jul", "agt", "ags", "agust", "sep", "sept", "okt", "nov", "des"),
    ]
)
_PEMICU_TERSIRAT = (
    "kepatuhan",
    "wakt",
    "jadwal",
    "lambat",
    "berkala",
    "rutin",
    "periodik",
    "on time",
    "segera",
    "secepat",
    "tempo",
)
_DIGIT = re.compile(r"\d")
_KATA = re.compile(r"[^\W_]+")


def _mungkin(kata: list[str]) -> bool:
    return not _PEMICU.isdisjoint(kata) or any(k[:2] in ("19", "20") and len(k) == 4 for k in kata if k[0] in "12")


def cari_waktu(kecil: str, target: str = "") -> tuple[str, str]:
    """(``eksplisit`` | ``tersirat`` | ``tidak``, the words found) in a lower-case statement and its target."""
    if _DIGIT.search(kecil):
        kecil = RENTANG_USIA.sub(" ", kecil)
    if target:
        if BERUMUR.search(kecil):
            target = TAHUN_HIDUP.sub("", target)
        kecil = f"{kecil} ; {target}"
    kata = _KATA.findall(kecil)
    if _mungkin(kata) or not _PEMICU.isdisjoint(k.lstrip("0123456789") for k in kata):
        m = EKSPLISIT.search(USIA.sub(" ", kecil))
        if m:
            return "eksplisit", m[0].strip()
    if any(p in kecil for p in _PEMICU_TERSIRAT) and (m := TERSIRAT.search(kecil)):
        return "tersirat", m[0].strip()
    return "tidak", ""
