"""One indicator with its target, judged on the five SMART criteria of the course.

Scene: questions "perbaiki" and "tulis" of exercise 01. May import: simulator.wording and the files of this folder.
Facts: S, M, T and the orientation come from the wording engine; A from the range, R from the object that the case
carries. SMART is an aturan kelas (rule perencanaan.smart), the language of results is law (perencanaan.bahasa_hasil).
Add: a criterion as one function in _PENILAI.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.wording import Hasil, Pernyataan, Temuan, periksa

from .aspek import menghitung_waktu
from .kata import himpunan, isi, kata_kata, memuat
from .kewajaran import hanya_mengulang
from .ukuran import BULAN, SATUAN_WAKTU, Besaran, besaran, periksa_rentang, rentang_untuk_manusia

KRITERIA = {
    "S": "S — Spesifik",
    "M": "M — Terukur",
    "A": "A — Dapat dicapai",
    "R": "R — Relevan dengan RHK",
    "T": "T — Berbatas waktu",
}
_KATA_KALENDER = frozenset(BULAN) | himpunan(
    "tanggal bulan bulanan minggu mingguan tahun tahunan triwulan triwulanan semester hari harian"
)
UKURAN_TERLALU_BANYAK = 3
KATA_YANG_SAMA = 2  # content words shared with RHK and facts; fewer is odd enough for a person to look
ATURAN_SMART = "perencanaan.smart"
ATURAN_HASIL = "perencanaan.bahasa_hasil"


@dataclass(frozen=True, slots=True)
class IKI:
    """What the participant wrote for one indicator."""

    aspek: str
    indikator: str
    target: str


@dataclass(frozen=True, slots=True)
class Latar:
    """What the case knows about the work: the RHK, its object words, the ranges a target may lie in, its facts."""

    jabatan: str
    rhk: str
    objek: list[list[str]]
    ukuran: list[dict]
    satuan_dikenal: list[str]
    data: str = ""


@dataclass(frozen=True, slots=True)
class Nilai:
    """The verdict on one criterion. ``ragu``: the points are given, a person should look."""

    kriteria: str
    terpenuhi: bool
    pesan: str
    kutipan: str = ""
    saran: str = ""
    aturan: str = ATURAN_SMART
    ragu: bool = False


def nilai_smart(iki: IKI, latar: Latar) -> list[Nilai]:
    """The five verdicts in SMART order."""
    hasil = periksa(
        Pernyataan(
            teks=iki.indikator,
            jenis_pernyataan="iki",
            rhk=latar.rhk,
            aspek=iki.aspek or None,
            target=iki.target or None,
            jabatan=latar.jabatan,
        )
    )
    return [penilai(iki, latar, hasil) for penilai in _PENILAI]


def tanpa_objek(iki: IKI, latar: Latar) -> bool:
    """Whether nothing of the RHK is left in the indicator: then it measures some other work."""
    return not any(memuat(f"{iki.indikator} {iki.target}", kelompok) for kelompok in latar.objek)


def _quote(iki: IKI, temuan: Temuan | None, lain: str) -> str:
    """The participant's own words: what the engine points at when it stands in the text, else the whole field."""
    if temuan and temuan.kutipan and temuan.kutipan.casefold() in f"{iki.indikator} {iki.target}".casefold():
        return temuan.kutipan
    return lain.strip()


def _engine(iki: IKI, hasil: Hasil, kriteria: str, terpenuhi: bool | None, baik: str) -> Nilai:
    """A verdict of the wording engine; its doubt never costs points."""
    if terpenuhi is not False:
        return Nilai(kriteria, True, baik)
    temuan = _found(hasil, kriteria)
    kutipan = _quote(iki, temuan, iki.indikator)
    if kriteria in hasil.ragu_pada:
        pesan = "Mesin ragu membaca kalimat ini. Poin diberikan dan instruktur akan melihatnya."
        return Nilai(kriteria, True, pesan, kutipan, ragu=True)
    if temuan is None:
        return Nilai(kriteria, False, f"Kriteria {KRITERIA[kriteria]} belum terlihat pada kalimat ini.", kutipan)
    return Nilai(kriteria, False, temuan.pesan, kutipan, temuan.saran)


def _found(hasil: Hasil, kriteria: str) -> Temuan | None:
    return next((satu for satu in hasil.temuan if satu.kriteria == kriteria), None)


def _spesifik(iki: IKI, latar: Latar, hasil: Hasil) -> Nilai:
    if _repeats(iki, latar):
        pesan = "Ini RHK yang hanya diberi kata ukuran, jadi belum jelas apa yang dihitung."
        saran = "Sebutkan yang dihitung dan keadaannya, misalnya “permintaan yang selesai dalam dua hari”."
        return Nilai("S", False, pesan, iki.indikator.strip(), saran)
    jelas = "Jelas apa yang diukur."
    if "S" in hasil.ragu_pada and _names_the_work(iki, latar):
        return Nilai("S", True, jelas)  # the engine doubts the words alone; beside the RHK they leave no doubt
    nilai = _engine(iki, hasil, "S", hasil.S, jelas)
    if not nilai.terpenuhi and _names_the_work(iki, latar):
        pesan = (
            "Mesin menganggap kalimat ini umum, padahal isi RHK-nya ada. Poin diberikan, instruktur akan melihatnya."
        )
        return Nilai("S", True, pesan, nilai.kutipan, ragu=True)
    return nilai


def _repeats(iki: IKI, latar: Latar) -> bool:
    """The RHK with a measure word measures nothing new; a time does, for the RHK does not speak of time."""
    return hanya_mengulang(iki.indikator, latar.rhk) and not menghitung_waktu(iki.indikator, iki.target)


def _names_the_work(iki: IKI, latar: Latar) -> bool:
    """All of the RHK's object, and then some: two readers would look for the same thing."""
    lengkap = all(memuat(iki.indikator, kelompok) for kelompok in latar.objek)
    return lengkap and len(isi(iki.indikator) & isi(latar.rhk)) > KATA_YANG_SAMA


def _terukur(iki: IKI, latar: Latar, hasil: Hasil) -> Nilai:
    if _repeats(iki, latar):
        pesan = "Indikator ini mengulang RHK, jadi dua orang dapat menghitungnya dengan cara yang berbeda."
        saran = "Sebutkan bendanya dan keadaan yang dihitung: bukan “terlayaninya pasien”, tetapi “pasien yang …”."
        return Nilai("M", False, pesan, iki.indikator.strip(), saran)
    return _engine(iki, hasil, "M", hasil.M, "Ada ukuran yang dapat dihitung.")


def _berbatas_waktu(iki: IKI, latar: Latar, hasil: Hasil) -> Nilai:
    """The question asks for a period or deadline in so many words, so *tepat waktu* alone is not a doubtful case."""
    if hasil.waktu == "eksplisit":
        return Nilai("T", True, "Periode atau tenggatnya jelas.")
    if set(kata_kata(f"{iki.indikator} {iki.target}")) & _KATA_KALENDER:
        pesan = "Periodenya ditulis dengan cara yang tidak biasa. Poin diberikan dan instruktur akan melihatnya."
        return Nilai("T", True, pesan, iki.target.strip(), ragu=True)
    temuan = _found(hasil, "T")
    saran = "Tambahkan periode atau tenggat, misalnya “setiap triwulan” atau “paling lambat tanggal 10”."
    kutipan = _quote(iki, temuan, iki.target or iki.indikator)
    pesan = temuan.pesan if temuan and kutipan == temuan.kutipan else "Tidak ada periode atau tenggat yang jelas."
    return Nilai("T", False, pesan, kutipan, saran)


def _dapat_dicapai(iki: IKI, latar: Latar, hasil: Hasil) -> Nilai:
    satuan = sorted({satu.satuan[0] for satu in besaran(iki.target) if satu.satuan})
    if len(satuan) >= UKURAN_TERLALU_BANYAK:
        pesan = f"Target memuat {len(satuan)} ukuran sekaligus, jadi tidak jelas mana yang akan dicapai."
        return Nilai("A", False, pesan, iki.target.strip(), "Pilih satu ukuran yang paling menunjukkan hasil.")
    putusan = periksa_rentang(iki.target, iki.indikator, latar.ukuran)
    if putusan.status == "dalam":
        return Nilai("A", True, "Target sejalan dengan capaian tahun lalu dan kapasitas.", putusan.kutipan)
    if putusan.status == "luar" and putusan.ukuran:
        wajar = rentang_untuk_manusia(putusan.ukuran, putusan.satuan)
        saran = f"Menurut data pada soal, target yang masuk akal berada pada {wajar}."
        return Nilai(
            "A", False, "Target ini tidak sejalan dengan capaian tahun lalu dan kapasitas.", putusan.kutipan, saran
        )
    if putusan.status == "satuan_lain" and _known_unit(iki, latar):
        pesan = "Satuan ini tidak ada di data soal. Poin diberikan dan instruktur akan menilai kewajarannya."
        return Nilai("A", True, pesan, putusan.kutipan, ragu=True)
    return Nilai(
        "A",
        False,
        "Target belum memuat angka dengan satuan yang dapat dibandingkan dengan data soal.",
        iki.target.strip(),
        "Tulis angka dan satuannya, lalu bandingkan dengan capaian tahun lalu.",
    )


def _known_unit(iki: IKI, latar: Latar) -> bool:
    """A unit that offices use, or the counted thing itself, is worth a person's look; anything else is not."""
    daftar: list[Besaran] = besaran(iki.target) or besaran(iki.indikator)
    return any(
        kata in latar.satuan_dikenal or memuat(iki.indikator, [kata])
        for satu in daftar
        for kata in satu.satuan
        if len(kata) > 1
    )


def _relevan(iki: IKI, latar: Latar, hasil: Hasil) -> Nilai:
    if hasil.orientasi == "aktivitas" and "orientasi" not in hasil.ragu_pada:
        if _timed_process(iki):
            pesan = "Ini nama proses dengan batas waktu. Poin diberikan dan instruktur akan melihatnya."
            return Nilai("R", True, pesan, iki.indikator.strip(), ragu=True)
        return Nilai(
            "R",
            False,
            "Yang diukur adalah kegiatan, padahal RHK menagih hasil.",
            _quote(iki, _found(hasil, "orientasi"), iki.indikator),
            "Ukur apa yang selesai, diterima, atau berubah setelah kegiatan itu.",
            ATURAN_HASIL,
        )
    kurang = [kelompok for kelompok in latar.objek if not memuat(f"{iki.indikator} {iki.target}", kelompok)]
    if len(kurang) == len(latar.objek):
        return Nilai(
            "R",
            False,
            f"Isi RHK “{latar.rhk}” tidak terlihat pada indikator ini.",
            iki.indikator.strip(),
            f"Ukur hasil yang disebut RHK, misalnya tentang {latar.objek[0][0]}.",
        )
    if kurang or len(isi(iki.indikator) & isi(f"{latar.rhk} {latar.data}")) < KATA_YANG_SAMA:
        pesan = "Sebagian isi RHK disebut dengan kata lain. Poin diberikan dan instruktur akan melihatnya."
        return Nilai("R", True, pesan, iki.indikator.strip(), ragu=True)
    return Nilai("R", True, "Indikator ini mengukur hasil yang disebut RHK.")


def _timed_process(iki: IKI) -> bool:
    """*Penyampaian laporan …*, tanggal 7: the name of a process, but what is measured is when the product arrives."""
    kepala = kata_kata(iki.indikator)[0]
    satuan = {satu.satuan[0] for satu in besaran(iki.target) if satu.satuan}
    return iki.aspek == "waktu" and kepala.startswith("pe") and bool(satuan & SATUAN_WAKTU)


_PENILAI = (_spesifik, _terukur, _dapat_dicapai, _relevan, _berbatas_waktu)
