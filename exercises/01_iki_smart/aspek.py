"""Does the chosen aspek fit what the indicator measures?

Scene: questions "perbaiki" and "tulis" of exercise 01. Pure; imports the files of this folder.
Facts: aspek Kuantitas, Kualitas, Waktu as on the SKP form; that a text fits one of them is a course reading, kept
generous: only a clear contradiction counts.
Add: a word that shows quality in _KATA_MUTU, one that shows time in _KATA_WAKTU.
"""

from __future__ import annotations

from .kata import himpunan, kata_kata
from .ukuran import SATUAN_WAKTU, besaran

ASPEK = {"kuantitas": "Kuantitas", "kualitas": "Kualitas", "waktu": "Waktu"}
OPSI = [{"kode": kode, "label": label} for kode, label in ASPEK.items()]
_KATA_WAKTU = himpunan(
    "waktu lama lamanya tanggal cepat kecepatan tenggat jadwal terlambat keterlambatan sebelum lambat durasi "
    "hari jam menit"
)
_KATA_MUTU = himpunan(
    "sesuai tanpa lengkap kelengkapan benar kebenaran lulus standar puas kepuasan tepat akurat akurasi valid baik mutu "
    "kualitas cocok memenuhi utuh layak andal persentase tingkat indeks nilai rata-rata rasio sembuh ditindaklanjuti "
    "diterima dijalankan berfungsi kesalahan pengembalian minimal"
)


def alasan_tidak_cocok(aspek: str, indikator: str, target: str) -> str:
    """Why the aspek contradicts the text; empty when it does not."""
    kata = set(kata_kata(f"{indikator} {target}"))
    satuan = {satu for angka in besaran(target) for satu in angka.satuan[:1]}
    dalam_indikator = {satu for angka in besaran(indikator) for satu in angka.satuan[:1]}
    waktu = bool((satuan | dalam_indikator) & SATUAN_WAKTU or kata & _KATA_WAKTU)
    if aspek == "waktu" and not waktu:
        return "Aspek Waktu perlu ukuran waktu, misalnya lama layanan atau tanggal penyampaian."
    if aspek == "kuantitas" and satuan and satuan <= SATUAN_WAKTU:
        return "Target ini menghitung waktu, jadi lebih tepat masuk aspek Waktu."
    if aspek == "kuantitas" and "jumlah" in kata and satuan == {"persen"}:
        return "Indikator ini menghitung jumlah, sedangkan targetnya persen. Pakai satuan bendanya."
    if aspek == "kualitas" and "jumlah" in kata and not kata & _KATA_MUTU and "persen" not in satuan:
        return "Indikator ini hanya menghitung banyaknya, jadi lebih tepat masuk aspek Kuantitas."
    return ""
