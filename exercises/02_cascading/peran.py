"""Question "peran": write two members' roles as results that serve the leader's RHK.

Scene: exercise 02. May import: simulator.wording, exercises.kit and the files of this folder.
Facts: language of results and specificity from the wording engine; which pairs can be asked: data/peran.yaml (REKAAN);
what a role may speak of: RHK and indicators of the unit and of the post, and data/pekerjaan.yaml (REKAAN).
Add: a pair of post and leader's RHK in data/peran.yaml with a sentence that earns full marks; a word that people use
for the work of a post in data/pekerjaan.yaml.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.wording import Hasil as Bacaan
from simulator.wording import Pernyataan, periksa

from .kantor import Hasil, Kantor, Orang
from .penjaga import Larangan, Tolakan, isi, kata_kata, tolak

BANK = Path(__file__).with_name("data") / "peran.yaml"
PEKERJAAN = BANK.with_name("pekerjaan.yaml")
BANYAK = 2
PER_PERAN = 10.0
KRITERIA = {"hasil": "Bahasa hasil", "kaitan": "Mendukung RHK pimpinan", "jelas": "Hasil yang jelas"}
POIN_KRITERIA = {"hasil": 4.0, "kaitan": 3.0, "jelas": 3.0}
ATURAN = {"hasil": "matriks.bahasa_hasil", "kaitan": "matriks.yatim", "jelas": "perencanaan.smart"}
CONTOH = "Tersedianya jadwal piket lapangan yang disepakati seluruh regu"
CONTOH_MODUL = (
    "Tersusunnya rekomendasi penanganan balita gizi kurang",
    "Terlayaninya balita gizi kurang di wilayah timur",
    "Tersedianya data gizi bulanan yang sudah diperiksa",
    "Tersepakatinya pembagian sasaran gizi antarpuskesmas",
    "Terlayaninya konsultasi gizi orang tua balita",
    "Meningkatnya kader yang mampu mengukur balita dengan benar",
)
_KATA_UMUM = isi(
    "meningkatnya terwujudnya tersedianya terlaksananya menurunnya wilayah unit dinas puskesmas kabupaten masalah "
    "kualitas mutu layanan pelayanan kesehatan sesuai standar seluruh tertib data dokumen tugas kegiatan pekerjaan "
    "peran dukungan capaian tercapainya triwulan semester bulanan tahunan baik sama dapat belum jadi besar kurang lalu "
    "luar tentang tetap beserta salah kali lain laporan rekomendasi daftar jadwal kelompok tim semua bersama baru "
    "lama cepat mudah tertib rapi sah siap pakai menit pekan minggu triwulanan satu dua tiga empat lima enam tujuh "
    "delapan sembilan sepuluh target bukti ukur ukuran persentase berdasarkan"
)
_PENGANTAR = (
    "Tulis peran dua anggota tim Anda. Peran ini nanti menjadi RHK mereka. Mulailah dari **hasil** yang diserahkan "
    "orang itu, bukan dari kegiatannya, dan pastikan hasil itu mendukung RHK pimpinan.\n\n"
    "Contoh untuk regu pemadam: *" + CONTOH + "*.\n\n"
    "Tulislah dengan kalimat sendiri. Salinan contoh (di sini atau pada modul), RHK pimpinan, atau RHK yang sudah ada "
    "di SKP tidak dinilai; begitu pula kalimat yang tidak membahas pekerjaan kantor ini. “Tersedianya …” saja belum "
    "cukup: sebutkan apa yang dihasilkan jabatan itu."
)


@lru_cache(maxsize=1)
def bank() -> tuple[dict[str, str], ...]:
    """The pairs of the YAML."""
    return tuple(yaml.safe_load(BANK.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def kata_pekerjaan() -> dict[str, str]:
    """Per post the words of its work."""
    return yaml.safe_load(PEKERJAAN.read_text(encoding="utf-8"))


def pilih(kantor: Kantor, anggota: list[Orang], daftar: list[Hasil], rng: random.Random) -> list[dict]:
    """Two pairs of different members, of different RHK where the team allows."""
    calon = [
        {"orang": orang, "rhk": rhk, "teks": satu["teks"], "anak": anak}
        for rhk in daftar
        for orang in anggota
        for anak in [[a for a in kantor.anak.get(rhk.id, []) if a.orang_id == orang.id]]
        for satu in bank()
        if anak and satu["rhk"] in rhk.teks.casefold() and orang.jabatan.startswith(satu["jabatan"])
    ]
    rng.shuffle(calon)
    pertama = calon[0]
    lain = [satu for satu in calon if satu["orang"] != pertama["orang"]]
    lain.sort(key=lambda satu: satu["rhk"].id == pertama["rhk"].id)
    return [pertama, lain[0]]


def tampilan(pasangan: list[dict]) -> dict:
    """For each pair the situation and one text field."""
    isian: list[dict] = []
    for nomor, satu in enumerate(pasangan, 1):
        orang, rhk = satu["orang"], satu["rhk"]
        isian += [
            {
                "jenis": "data",
                "judul": f"Peran {nomor}",
                "kolom": ["Data", "Isi"],
                "baris": [["Anggota", orang.nama], ["Jabatan", orang.jabatan], ["RHK pimpinan", rhk.teks]],
            },
            {
                "id": f"p{nomor}",
                "jenis": "teks",
                "label": f"Peran {nomor} (RHK anggota)",
                "wajib": True,
                "petunjuk": "smart",
                "petunjuk_konteks": {"jenis_pernyataan": "rhk", "rhk_atasan": rhk.teks, "jabatan": orang.jabatan},
            },
        ]
    return {"judul": "Menulis peran anggota sebagai hasil", "pengantar": _PENGANTAR, "isian": isian}


def kunci(kantor: Kantor, pasangan: list[dict]) -> dict:
    """What grading needs: the leader's RHK, what the member's SKP already says, its field of work, a model sentence."""
    return {
        f"p{nomor}": {
            "jabatan": satu["orang"].jabatan,
            "rhk": satu["rhk"].teks,
            "skp": [anak.teks for anak in satu["anak"]],
            "ukuran": [anak.ukuran.indikator for anak in satu["anak"]],
            "lingkup": field_of_work(kantor, satu["orang"], satu["rhk"]),
            "acuan": satu["teks"],
        }
        for nomor, satu in enumerate(pasangan, 1)
    }


def field_of_work(kantor: Kantor, orang: Orang, rhk: Hasil) -> list[str]:
    """The roots of the words for what the leader, the leader's team, and holders of the same post are there for."""
    tim = {rhk.orang_id, *kantor.tim.get(rhk.orang_id, ())}
    sejabatan = {satu.id for satu in kantor.orang.values() if satu.jabatan == orang.jabatan}
    hasil = [satu for satu in kantor.hasil.values() if satu.orang_id in tim | sejabatan]
    teks = [teks for satu in hasil for teks in (satu.teks, *(ukuran.indikator for ukuran in satu.semua_ukuran))]
    teks += [kata for jabatan, kata in kata_pekerjaan().items() if orang.jabatan.startswith(jabatan)]
    return sorted(frozenset().union(*map(_subject, teks)) - _KATA_UMUM)


def kosakata(kantor: Kantor) -> list[str]:
    """The roots of the content words of every RHK and indicator of the office."""
    semua = (
        teks
        for satu in kantor.hasil.values()
        for teks in (satu.teks, *(ukuran.indikator for ukuran in satu.semua_ukuran))
    )
    return sorted(frozenset().union(*map(_subject, semua)) - _KATA_UMUM)


def _subject(teks: str) -> frozenset[str]:
    """The roots of what a sentence speaks of: *Tersusunnya …* and *Meningkatnya …* can be said of anything."""
    kata = kata_kata(teks)
    return isi(" ".join(kata[1:] if kata and kata[0].endswith("nya") else kata))


def acuan(case: Case) -> dict:
    """Full marks."""
    return {kode: satu["acuan"] for kode, satu in case.kunci["peran"].items()}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Three findings per role."""
    jawaban = jawaban or {}
    hasil: list[Finding] = []
    terdahulu: list[str] = []
    # A class dealt before the key held the office's words is graded as it was then.
    kata_kantor = frozenset(case.kunci["kosakata"]) if "kosakata" in case.kunci else None
    for nomor, (kode, satu) in enumerate(case.kunci["peran"].items(), 1):
        teks = str(jawaban.get(kode) or "")
        hasil += _role(kode, f"Peran {nomor}", teks, satu, terdahulu, kata_kantor)
        terdahulu.append(teks)
    return hasil


def _role(
    kode: str, nama: str, teks: str, satu: dict, terdahulu: list[str], kata_kantor: frozenset[str] | None
) -> list[Finding]:
    jabatan = frozenset(kata_kata(satu["jabatan"]))
    larangan = [
        Larangan(satu["rhk"], "RHK pimpinan", hiasan=jabatan),
        Larangan(CONTOH, "contoh"),
        *(Larangan(contoh, "contoh pada modul") for contoh in CONTOH_MODUL),
        *(Larangan(skp, "RHK yang sudah ada di SKP") for skp in satu["skp"]),
        *(Larangan(lain, "peran sebelumnya") for lain in terdahulu if lain.strip()),
    ]
    tolakan = tolak(teks, tuple(larangan))
    if tolakan:
        return [_lost(kode, nama, kriteria, tolakan) for kriteria in KRITERIA]
    lingkup = frozenset(satu.get("lingkup", ())) | _own_words(satu)
    # Naming one's own post is not yet work; the thing in its name may be (Pranata Komputer, Dokter Gigi).
    sendiri = _subject(teks) - _KATA_UMUM - (isi(satu["jabatan"]) - lingkup)
    if kata_kantor is not None and sendiri and not sendiri & (kata_kantor | lingkup):
        pesan = "Kalimat ini tidak menyebut pekerjaan jabatan, unit, atau kantor ini. Instruktur akan melihatnya."
        asing = Tolakan("pekerjaan-lain", pesan, teks.strip())
        return [replace(_lost(kode, nama, kriteria, asing), perlu_instruktur=True) for kriteria in KRITERIA]
    bacaan = periksa(Pernyataan(teks=teks, jenis_pernyataan="rhk", rhk_atasan=satu["rhk"], jabatan=satu["jabatan"]))
    return [
        _result_words(kode, nama, teks, bacaan),
        _serves_leader(kode, nama, teks, satu, bacaan, sendiri, lingkup if "lingkup" in satu else None),
        _clear(kode, nama, teks, bacaan) if sendiri else _says_nothing(kode, nama, teks),
    ]


def _own_words(satu: dict) -> frozenset[str]:
    """The content words of the leader's RHK and of the member's own work."""
    return frozenset().union(*map(_subject, [satu["rhk"], *satu["skp"], *satu["ukuran"]])) - _KATA_UMUM


def _lost(kode: str, nama: str, kriteria: str, tolakan: Tolakan) -> Finding:
    maks = POIN_KRITERIA[kriteria]
    label = f"{nama}: {KRITERIA[kriteria]}"
    return Finding("peran", kode, 0.0, maks, label, tolakan.pesan, tolakan.kutipan, aturan=ATURAN[kriteria])


def _finding(
    kode: str, nama: str, kriteria: str, lulus: bool, pesan: str, kutipan: str = "", saran: str = "", ragu: bool = False
) -> Finding:
    maks = POIN_KRITERIA[kriteria]
    poin = maks if lulus or ragu else 0.0
    label = f"{nama}: {KRITERIA[kriteria]}"
    return Finding("peran", kode, poin, maks, label, pesan, kutipan, saran, ATURAN[kriteria], ragu)


def _result_words(kode: str, nama: str, teks: str, bacaan: Bacaan) -> Finding:
    if bacaan.orientasi != "aktivitas":
        return _finding(kode, nama, "hasil", True, f"Kalimat ini menyebut {bacaan.orientasi}.")
    temuan = next((satu for satu in bacaan.temuan if satu.kriteria == "orientasi"), None)
    kutipan = temuan.kutipan if temuan else teks
    if "orientasi" in bacaan.ragu_pada:
        pesan = "Mesin ragu apakah ini hasil atau kegiatan. Poin diberikan dan instruktur akan melihatnya."
        return _finding(kode, nama, "hasil", True, pesan, kutipan, ragu=True)
    saran = "Mulailah dari yang diserahkan, misalnya “Tersedianya …” atau “Tertanganinya …”."
    return _finding(kode, nama, "hasil", False, "Kalimat ini menyebut kegiatan, bukan hasilnya.", kutipan, saran)


def _serves_leader(
    kode: str, nama: str, teks: str, satu: dict, bacaan: Bacaan, sendiri: frozenset[str], lingkup: frozenset[str] | None
) -> Finding:
    """Words shared with the leader's RHK or the member's own work; with unit or post a person looks; else lost."""
    if sendiri & _own_words(satu):
        return _finding(kode, nama, "kaitan", True, "Hasil ini mendukung RHK pimpinan.")
    if lingkup is not None and not sendiri & lingkup:
        pesan = (
            f"Tidak menyebut pekerjaan jabatan atau unit ini, jadi kaitannya dengan RHK “{satu['rhk']}” tidak terlihat."
        )
        saran = "Sebutkan apa yang diserahkan jabatan ini untuk RHK pimpinan."
        return replace(_finding(kode, nama, "kaitan", False, pesan, teks, saran), perlu_instruktur=bool(sendiri))
    if bacaan.R is not False or "R" in bacaan.ragu_pada:
        pesan = "Kaitannya disebut dengan kata lain. Poin diberikan dan instruktur akan melihatnya."
        return _finding(kode, nama, "kaitan", True, pesan, teks, ragu=True)
    saran = "Sebutkan bagian RHK pimpinan yang didukung oleh hasil ini."
    pesan = f"Tidak terlihat kaitannya dengan RHK “{satu['rhk']}”."
    return _finding(kode, nama, "kaitan", False, pesan, teks, saran)


def _clear(kode: str, nama: str, teks: str, bacaan: Bacaan) -> Finding:
    if bacaan.S is not False:
        return _finding(kode, nama, "jelas", True, "Jelas hasil apa yang ditagih.")
    temuan = next((satu for satu in bacaan.temuan if satu.kriteria == "S"), None)
    kutipan = temuan.kutipan if temuan else teks
    if "S" in bacaan.ragu_pada:
        pesan = "Mesin ragu apakah hasilnya cukup jelas. Poin diberikan dan instruktur akan melihatnya."
        return _finding(kode, nama, "jelas", True, pesan, kutipan, ragu=True)
    pesan = temuan.pesan if temuan else "Hasil ini terlalu umum."
    return _finding(kode, nama, "jelas", False, pesan, kutipan, temuan.saran if temuan else "")


def _says_nothing(kode: str, nama: str, teks: str) -> Finding:
    """*Terlaksananya tugas bidan dengan baik*: every post could say so, and nobody knows what to ask for."""
    return _finding(kode, nama, "jelas", False, "Kalimat ini berlaku untuk tugas apa saja. Sebutkan hasilnya.", teks)
