"""Question "temuan": what is wrong in the draft that the previous assessor left behind.

Scene: exercise 04. May import: exercises.kit, simulator.rules.
Facts: sentences from bank.yaml (REKAAN); rules rating_hasil.keseluruhan (inflation), kuadran.predikat,
umpan_balik.khas (copy-paste), umpan_balik.selaras (contradiction).
Add: another kind of flaw as a row in JENIS and a branch in ``rancang``.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from simulator.domain.penilaian import Predikat, Rating
from simulator.rules.kuadran import tetapkan_predikat

from .unit import BANYAK_DINILAI, Anggota, Unit, bank

PER_ANGGOTA = 20.0 / BANYAK_DINILAI
WAJAR, INFLASI, KUADRAN, SERAGAM, BERTENTANGAN = "wajar", "inflasi", "kuadran", "seragam", "bertentangan"
JENIS = {
    WAJAR: "Wajar",
    INFLASI: "Rating hasil lebih tinggi dari capaiannya (inflasi)",
    KUADRAN: "Predikat tidak sesuai kuadran",
    SERAGAM: "Umpan balik salin-tempel",
    BERTENTANGAN: "Umpan balik bertentangan dengan rating",
}
ATURAN = {
    WAJAR: "",
    INFLASI: "rating_hasil.keseluruhan",
    KUADRAN: "kuadran.predikat",
    SERAGAM: "umpan_balik.khas",
    BERTENTANGAN: "umpan_balik.selaras",
}
_NAIK = {Rating.DI_BAWAH: Rating.SESUAI, Rating.SESUAI: Rating.DI_ATAS}
_PENGANTAR = (
    "Pejabat penilai sebelumnya meninggalkan draf penilaian untuk delapan anggota yang sama. Bandingkan dengan capaian "
    "dan catatan pada soal pertama. Untuk setiap anggota pilih **satu** temuan yang paling tepat; yang tidak "
    "bermasalah "
    "tandai Wajar. Umpan balik yang tegas tetapi sesuai data bukan kesalahan."
)


@dataclass(frozen=True)
class Draf:
    """One line of the draft and what is wrong with it."""

    anggota: Anggota
    hasil: Rating
    perilaku: Rating
    predikat: Predikat
    umpan_balik: str
    temuan: str


def rancang(unit: Unit, rng: random.Random) -> tuple[Draf, ...]:
    """The draft: two inflated, one off the kuadran, two copied, one contradictory, the rest sound."""
    peran = dict.fromkeys((satu.pegawai_id for satu in unit.dinilai), WAJAR)
    dapat_naik = [satu for satu in unit.dinilai if satu.hasil is not Rating.DI_ATAS]
    # Inflation teaches most where results fell short, so those come first.
    dapat_naik.sort(key=lambda satu: satu.hasil is not Rating.DI_BAWAH)
    for satu in dapat_naik[:2]:
        peran[satu.pegawai_id] = INFLASI
    sisa = [satu.pegawai_id for satu in unit.dinilai if peran[satu.pegawai_id] == WAJAR]
    rng.shuffle(sisa)
    for nomor, temuan in zip(sisa, (KUADRAN, SERAGAM, SERAGAM, BERTENTANGAN), strict=False):
        peran[nomor] = temuan
    seragam = rng.choice(bank()["seragam"])
    return tuple(_draft(satu, peran[satu.pegawai_id], seragam, rng) for satu in unit.dinilai)


def _draft(satu: Anggota, temuan: str, seragam: str, rng: random.Random) -> Draf:
    hasil = _NAIK[satu.hasil] if temuan == INFLASI else satu.hasil
    predikat = tetapkan_predikat(hasil, satu.perilaku)
    if temuan == KUADRAN:
        predikat = rng.choice(
            [lain for lain in Predikat if lain is not predikat and lain is not Predikat.SANGAT_KURANG]
        )
    if temuan == SERAGAM:
        teks = seragam
    elif temuan == BERTENTANGAN:
        kelompok = "rendah_dipuji" if hasil is Rating.DI_BAWAH else "tinggi_dikritik"
        teks = rng.choice(bank()["bertentangan"][kelompok])
    else:
        teks = rng.choice(bank()["umpan_balik"][hasil.value])
    return Draf(satu, hasil, satu.perilaku, predikat, teks.format(topik=_topic(satu, hasil)), temuan)


def _topic(satu: Anggota, hasil: Rating) -> str:
    """The indicator the feedback speaks of: one that turned out as the rating says, where there is one."""
    cocok = [rhk for rhk in satu.capaian if rhk.rating is hasil] or list(satu.capaian)
    return cocok[0].indikator


def tampilan(unit: Unit, draf: tuple[Draf, ...]) -> dict:
    """The draft and one choice per member."""
    return {
        "judul": "Yang tidak wajar dalam draf penilaian",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "daftar",
                "jenis": "tabel",
                "label": "Draf penilaian",
                "kolom": [
                    {
                        "id": "temuan",
                        "jenis": "pilihan",
                        "label": "Temuan",
                        "opsi": [{"kode": kode, "label": label} for kode, label in JENIS.items()],
                        "wajib": True,
                    }
                ],
                "baris": [
                    {
                        "id": f"a{nomor}",
                        "label": satu.anggota.nama,
                        "keterangan": {
                            "Rating hasil kerja": satu.hasil.label,
                            "Rating perilaku": satu.perilaku.label,
                            "Predikat": satu.predikat.label,
                            "Umpan balik": satu.umpan_balik,
                        },
                    }
                    for nomor, satu in enumerate(draf, 1)
                ],
            }
        ],
    }


def kunci(draf: tuple[Draf, ...]) -> dict:
    """Per row the flaw, and the words or numbers that show it."""
    return {
        f"a{nomor}": {"temuan": satu.temuan, "nama": satu.anggota.nama, "bukti": _shown(satu)}
        for nomor, satu in enumerate(draf, 1)
    }


def _shown(satu: Draf) -> str:
    if satu.temuan == INFLASI:
        rincian = ", ".join(f"{rhk.persen}%" for rhk in satu.anggota.capaian)
        return f"Draf {satu.hasil.label}, sedangkan capaian RHK-nya {rincian} ({satu.anggota.hasil.label})."
    if satu.temuan == KUADRAN:
        seharusnya = tetapkan_predikat(satu.hasil, satu.perilaku)
        return f"Dua rating itu menjadi {seharusnya.label} menurut kuadran, draf menulis {satu.predikat.label}."
    if satu.temuan == SERAGAM:
        return "Kalimat yang sama diberikan kepada dua anggota dan tidak menyebut hasil kerja apa pun."
    if satu.temuan == BERTENTANGAN:
        return f"Rating hasil {satu.hasil.label}, tetapi kalimatnya berkata sebaliknya."
    return "Rating, predikat, dan umpan baliknya sejalan dengan capaian."


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"daftar": {baris: {"temuan": satu["temuan"]} for baris, satu in case.kunci["temuan"].items()}}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per member. Marking everybody the same way shows no reading and earns nothing."""
    tabel = jawaban.get("daftar") or {}
    dipilih = {baris: (tabel.get(baris) or {}).get("temuan") for baris in case.kunci["temuan"]}
    terisi = [satu for satu in dipilih.values() if satu]
    sama = len(terisi) == BANYAK_DINILAI and len(set(terisi)) == 1
    return [_member(baris, dipilih[baris], satu, sama) for baris, satu in case.kunci["temuan"].items()]


def _member(baris: str, dipilih: str | None, satu: dict, sama: bool) -> Finding:
    benar = dipilih == satu["temuan"] and not sama
    if sama:
        pesan = "Semua anggota ditandai sama, jadi draf belum dibaca satu per satu."
    elif dipilih is None:
        pesan = f"Belum dipilih. {satu['bukti']}"
    elif benar:
        pesan = f"Tepat: {JENIS[satu['temuan']]}. {satu['bukti']}"
    else:
        pesan = f"Anda memilih “{JENIS[dipilih]}”, yang tepat “{JENIS[satu['temuan']]}”. {satu['bukti']}"
    return Finding(
        "temuan", f"{baris}.temuan", PER_ANGGOTA if benar else 0.0, PER_ANGGOTA,
        f"Anggota {baris[1:]}, {satu['nama']}: {JENIS[satu['temuan']]}", pesan,
        kutipan="" if sama or benar else satu["bukti"],
        saran="" if benar else "Cocokkan draf dengan tabel capaian, kuadran, dan draf anggota lain.",
        aturan=ATURAN[satu["temuan"]],
    )  # fmt: skip
