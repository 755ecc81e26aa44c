"""Is there a time on the record: a deadline, period or frequency (eksplisit), only a promise (tersirat), or nothing.

Scene: the label ``waktu`` and the criterion T. Standard library only.
Facts: annotation conventions of PENILAIAN_KATA.md; an age ("usia 0–24 bulan") is not a time limit.
Add: a pattern in EKSPLISIT or TERSIRAT, with cases on both sides in tests/wording/kasus.yaml.
"""

from __future__ import annotations

import re

_UNIT = r"(?:detik|menit|jam(?: kerja)?|hari(?: kerja| kalender)?|minggu|pekan|bulan|bln|triwulan|tri wulan|caturwulan|semester|tahun|thn)"
_BULAN = r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_N = r"(?:\d+(?:[.,]\d+)?|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|[ivx]{1,4}|pertama|kedua|ketiga|keempat)"
USIA = re.compile(
    rf"(?:\b(?:usia|umur|berusia|berumur|penduduk|anak|balita|bayi|remaja|pendidikan|jenjang|lansia)\s*(?:kerja\s*)?)(?:[≥>≤<]\s*)?\(?"
    rf"\d+(?:\s*(?:-|–|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*\d+)?\)?\s*{_UNIT}(?:\s*ke\s*(?:atas|bawah))?|"
    rf"\b\d+\s*(?:-|–)\s*\d+\s*(?:tahun|bulan)\b(?=[^.;]*\b(?:pendidikan|imunisasi|usia))|\blama sekolah\b|"
    r"\bharapan (?:hidup|lama)\b|\bjangka (?:menengah|panjang|pendek)\b|\bsatu data\b",
)
EKSPLISIT = re.compile(
    rf"\b{_N}\s*(?:\(\w+\)\s*)?(?:x\s*24\s*)?{_UNIT}\b|"
    rf"(?:\b(?:per|setiap|tiap|dalam|selama|sepanjang|setengah|akhir|awal|pertengahan|sebelum|sesudah|setelah|tiap-tiap)|/)\s*"
    rf"(?:akhir\s*|awal\s*)?(?:{_UNIT}|{_BULAN}|shift|angkatan|batch|periode|tahap|kali layanan|hari layanan|siklus|gelombang|masa tanam|musim)\b|"
    rf"\b(?:sebulan|setahun|sehari|seminggu|setriwulan|sesemester|sejam|semenit|sepekan|harian|mingguan|bulanan|triwulanan|"
    rf"semesteran|tahunan|kwartal|kuartal)\b|\b\d\s*x\s*24\b|"
    rf"\b{_BULAN}\b|\b(?:tahun|thn|ta|t\.a\.|fy)\s*(?:anggaran|ajaran|akademik|pelajaran)?\s*(?:19|20)\d\d|\b(?:19|20)\d\d\b(?!\s*(?:orang|berkas|dokumen|kk|ha|unit))|"
    rf"\btahun (?:ajaran|anggaran|pelajaran|akademik|berjalan|depan)\b|\b(?:triwulan|semester|minggu|bulan|caturwulan|periode|tahap|angkatan|batch|gelombang)\s*(?:ke\s*-?\s*)?(?:[ivx]{{1,4}}|\d+|gasal|genap|ganjil|pertama|kedua|ketiga|keempat)\b|"
    rf"\btanggal\s*\d|\btgl\.?\s*\d|\b\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}\b|\b(?:akhir|awal)\s+(?:semester|triwulan|tahun|bulan|minggu|periode)\b|"
    rf"\b(?:di |pada )?hari yang sama\b|\bhari h\b|\bh\s*[-+]\s*\d|\bpukul\s*\d|\b1x24\b|\bsetiap (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|\bs\.?d\.?\s+{_BULAN}"
)
TERSIRAT = re.compile(
    r"\btepat waktu|\bketepatan waktu|\bketepatan wakt|\bsesuai (?:dengan )?(?:jadwal|jadual|tenggat|waktu|batas waktu|kalender)|\bterjadwal|"
    r"\btidak terlambat|\btanpa keterlambatan|\bketerlambatan\b|\bsecara (?:berkala|rutin|periodik)|\bberkala\b|\bon time\b|\bsegera\b|\bsecepatnya\b|"
    r"\bsebelum (?:batas|tenggat|jatuh tempo)|\bbatas waktu|\bperiodik\b|\btepat jadwal"
)
_KEHADIRAN = re.compile(r"\b(?:masuk|pulang) kerja")


def cari_waktu(kecil: str) -> tuple[str, str]:
    """(``eksplisit`` | ``tersirat`` | ``tidak``, the words found) in lower-case text."""
    bersih = (
        USIA.sub(" ", kecil) if any(h.isdigit() for h in kecil) or "harapan" in kecil or "jangka" in kecil else kecil
    )
    m = EKSPLISIT.search(bersih)
    if m:
        return "eksplisit", m[0].strip()
    m = TERSIRAT.search(bersih)
    if m:
        return "tersirat", m[0].strip()
    return "tidak", ""
