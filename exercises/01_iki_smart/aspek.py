"""Does the chosen aspek fit what the indicator measures?

Scene: questions "perbaiki" and "tulis" of exercise 01. Pure; imports the files of this folder.
Facts: aspek Kuantitas, Kualitas, Waktu as on the SKP form; that a text fits one of them is a course reading, kept
generous: only a clear contradiction counts.
Add: a word that shows quality in _KATA_MUTU, one that shows time in _KATA_WAKTU.
"""

from __future__ import annotations

from .kata import himpunan, kata_kata
from .ukuran import BULAN, SATUAN_WAKTU, besaran

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


_UKURAN_WAKTU = himpunan("waktu lama lamanya durasi kecepatan tanggal")
_KATA_DEPAN = himpunan("rata-rata rerata jumlah total")


def menghitung_waktu(indikator: str, target: str) -> bool:
    """Whether it is a time that is measured: the indicator says so and the target is one."""
    satuan = {kata for angka in besaran(target) for kata in angka.satuan}
    return bool(set(kata_kata(indikator)) & _UKURAN_WAKTU and satuan & (SATUAN_WAKTU | {"bulan", *BULAN}))


def _begins_with_time(indikator: str) -> bool:
    return next((kata for kata in kata_kata(indikator) if kata not in _KATA_DEPAN), "") in _UKURAN_WAKTU


def alasan_tidak_cocok(aspek: str, indikator: str, target: str) -> str:
    """Why the aspek contradicts the text; empty when it does not."""
    kata = set(kata_kata(f"{indikator} {target}"))
    satuan = {satu for angka in besaran(target) for satu in angka.satuan[:1]}
    dalam_indikator = {satu for angka in besaran(indikator) for satu in angka.satuan[:1]}
    waktu = bool((satuan | dalam_indikator) & SATUAN_WAKTU or kata & _KATA_WAKTU)
    if aspek == "waktu" and not waktu:
        return "Aspek Waktu perlu ukuran waktu, misalnya lama layanan atau tanggal penyampaian."
    if aspek == "waktu" and satuan == {"persen"} and _begins_with_time(indikator):
        return "Indikator ini mengukur waktu, sedangkan targetnya persen. Pakai hari, jam, atau tanggal."
    if aspek == "kuantitas" and satuan and satuan <= SATUAN_WAKTU:
        return "Target ini menghitung waktu, jadi lebih tepat masuk aspek Waktu."
    if aspek == "kuantitas" and "jumlah" in kata and satuan == {"persen"}:
        return "Indikator ini menghitung jumlah, sedangkan targetnya persen. Pakai satuan bendanya."
    if aspek == "kualitas" and "jumlah" in kata and not kata & _KATA_MUTU and "persen" not in satuan:
        return "Indikator ini hanya menghitung banyaknya, jadi lebih tepat masuk aspek Kuantitas."
    return ""
