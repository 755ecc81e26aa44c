"""Question "pemilik": who in the team carries which RHK of the leader.

Scene: exercise 02. May import: exercises.kit and the files of this folder.
Facts: owners follow the office's own cascade; data/boleh.yaml (REKAAN) names further owners one can defend.
Add: a defensible owner in data/boleh.yaml with its reason.
"""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import yaml

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .kantor import Hasil, Kantor, Orang

BOLEH = Path(__file__).with_name("data") / "boleh.yaml"
POIN_RHK = 18.0
POIN_CAKUPAN = 2.0  # twice: every RHK has an owner, every member has a role
BIAYA_KELIRU = 0.34  # share of the RHK's points that one owner too many costs …
BIAYA_TIM_KECIL = 0.5  # … and where hardly anybody is left to be wrong about, so that "nearly everyone" never pays
TIM_PALING_BANYAK = 7
TIM_PALING_SEDIKIT = 4
ATURAN = "matriks.berpemilik"
_PENGANTAR = (
    "Anda memimpin **{unit}**. Tentukan pemilik setiap RHK Anda: siapa yang harus menghasilkan sesuatu agar RHK itu "
    "tercapai? Baca RHK utama tiap anggota: masing-masing mendukung satu RHK Anda. Satu RHK boleh dimiliki beberapa "
    "orang, dan satu orang boleh memegang beberapa RHK.\n\n"
    "Setiap RHK perlu pemilik dan setiap anggota perlu peran. Pemilik yang dapat dipertanggungjawabkan diterima, "
    "tetapi memberi semua RHK kepada semua orang berarti tidak ada yang bertanggung jawab."
)


@lru_cache(maxsize=1)
def daftar_boleh() -> tuple[dict[str, str], ...]:
    """The defensible owners of the YAML."""
    return tuple(yaml.safe_load(BOLEH.read_text(encoding="utf-8")))


def pilih(kantor: Kantor, rng: random.Random) -> tuple[Orang, list[Orang], list[Hasil]]:
    """A leader below the top, a workable team that covers every RHK, and the RHK to share out."""
    calon = [kepala for kepala, anggota in sorted(kantor.tim.items()) if _fits(kantor, kepala, anggota)]
    kepala = kantor.orang[rng.choice(calon)]
    anggota = [kantor.orang[satu] for satu in kantor.tim[kepala.id] if kantor.utama(satu)]
    daftar = [satu for satu in kantor.utama(kepala.id) if owners(kantor, satu, anggota)]
    return kepala, _team(kantor, anggota, daftar, rng), daftar


def _fits(kantor: Kantor, kepala: int, anggota: tuple[int, ...]) -> bool:
    berperan = [satu for satu in anggota if kantor.utama(satu)]
    terbagi = [satu for satu in kantor.utama(kepala) if kantor.anak.get(satu.id)]
    return kantor.orang[kepala].atasan_id is not None and len(berperan) >= TIM_PALING_SEDIKIT and len(terbagi) >= 3


def _team(kantor: Kantor, anggota: list[Orang], daftar: list[Hasil], rng: random.Random) -> list[Orang]:
    """At most seven members: first one owner for every RHK, then others by chance, all in the office's order."""
    if len(anggota) <= TIM_PALING_BANYAK:
        return anggota
    urut = list(anggota)
    rng.shuffle(urut)
    ikut: list[Orang] = []
    for satu in daftar:
        pemilik = owners(kantor, satu, urut)
        if not any(orang in ikut for orang in pemilik):
            ikut.append(pemilik[0])
    jabatan = {orang.jabatan for orang in ikut}
    sisa = sorted((orang for orang in urut if orang not in ikut), key=lambda orang: orang.jabatan in jabatan)
    ikut += sisa[: TIM_PALING_BANYAK - len(ikut)]
    return [orang for orang in anggota if orang in ikut]


def owners(kantor: Kantor, rhk: Hasil, anggota: list[Orang]) -> list[Orang]:
    """The members who support this RHK in the office's own cascade."""
    berperan = {satu.orang_id for satu in kantor.anak.get(rhk.id, [])}
    return [orang for orang in anggota if orang.id in berperan]


def tampilan(kantor: Kantor, kepala: Orang, anggota: list[Orang], daftar: list[Hasil]) -> dict:
    """The team with what each member hands over, then one row of check boxes per RHK."""
    opsi = [{"kode": f"o{orang.id}", "label": orang.sebutan} for orang in anggota]
    return {
        "judul": "Mengisi pemilik pada Matriks Peran Hasil",
        "pengantar": _PENGANTAR.format(unit=kepala.unit),
        "isian": [
            {
                "jenis": "data",
                "judul": "Tim Anda dan RHK utama dalam SKP mereka",
                "kolom": ["Nama", "Jabatan", "RHK utama"],
                "baris": [
                    [orang.nama, orang.jabatan, kantor.terlihat(hasil).teks]
                    for orang in anggota
                    for hasil in kantor.utama(orang.id)
                ],
            },
            {
                "id": "matriks",
                "jenis": "tabel",
                "label": "Matriks Peran Hasil",
                "kolom": [{"id": "pemilik", "jenis": "banyak", "label": "Pemilik", "opsi": opsi, "wajib": True}],
                "baris": [
                    {"id": f"h{satu.id}", "label": f"RHK {nomor}", "keterangan": {"RHK pimpinan": satu.teks}}
                    for nomor, satu in enumerate(daftar, 1)
                ],
            },
        ],
    }


def kunci(kantor: Kantor, anggota: list[Orang], daftar: list[Hasil]) -> dict:
    """Per RHK the owners, and the others one can defend with the reason."""
    return {
        "anggota": {f"o{orang.id}": orang.sebutan for orang in anggota},
        "rhk": {
            f"h{satu.id}": {
                "teks": satu.teks,
                "pemilik": [f"o{orang.id}" for orang in owners(kantor, satu, anggota)],
                "lewat": {f"o{anak.orang_id}": kantor.terlihat(anak).teks for anak in kantor.anak.get(satu.id, [])},
                "boleh": _defensible(kantor, satu, anggota),
            }
            for satu in daftar
        },
    }


def _defensible(kantor: Kantor, rhk: Hasil, anggota: list[Orang]) -> dict[str, str]:
    pemilik = owners(kantor, rhk, anggota)
    hasil = {}
    for orang in anggota:
        alasan = next(
            (
                satu["alasan"]
                for satu in daftar_boleh()
                if satu["rhk"] in rhk.teks.casefold() and orang.jabatan.startswith(satu["jabatan"])
            ),
            "",
        )
        if orang not in pemilik and alasan:
            hasil[f"o{orang.id}"] = alasan
    return hasil


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"matriks": {h: {"pemilik": satu["pemilik"]} for h, satu in case.kunci["pemilik"]["rhk"].items()}}


def biaya(satu: dict, anggota: int) -> float:
    """What one wrong owner of this RHK costs, as a share of its points."""
    bisa_keliru = anggota - len(satu["pemilik"]) - len(satu["boleh"])
    return BIAYA_KELIRU if bisa_keliru > 2 else BIAYA_TIM_KECIL


def bagian_rhk(satu: dict, dipilih: list[str], anggota: int) -> float:
    """Share of an RHK's points: owners found, minus what owners too many cost."""
    benar = [orang for orang in dipilih if orang in satu["pemilik"]]
    boleh = [orang for orang in dipilih if orang in satu["boleh"]]
    lebih = max(0, len(boleh) - 1)  # one defensible owner is free, a crowd of them is not
    return max(
        0.0, len(benar) / len(satu["pemilik"]) - biaya(satu, anggota) * (len(strangers(satu, dipilih)) + lebih / 2)
    )


def strangers(satu: dict, dipilih: list[str]) -> list[str]:
    """The chosen owners who have nothing to show for this RHK."""
    return [orang for orang in dipilih if orang not in satu["pemilik"] and orang not in satu["boleh"]]


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per RHK, then two for the whole matrix."""
    kunci_soal = case.kunci["pemilik"]
    tabel = (jawaban or {}).get("matriks") or {}
    dipilih = {h: list((tabel.get(h) or {}).get("pemilik") or []) for h in kunci_soal["rhk"]}
    semua = len(kunci_soal["anggota"])
    merata = all(len(orang) == semua for orang in dipilih.values())
    maks = POIN_RHK / len(kunci_soal["rhk"])
    hasil = [
        _rhk_finding(h, nomor, satu, dipilih[h], kunci_soal["anggota"], maks, merata)
        for nomor, (h, satu) in enumerate(kunci_soal["rhk"].items(), 1)
    ]
    return [*hasil, *_coverage(kunci_soal, dipilih, merata)]


def _rhk_finding(
    h: str, nomor: int, satu: dict, dipilih: list[str], nama: dict[str, str], maks: float, merata: bool
) -> Finding:
    bagian = 0.0 if merata else bagian_rhk(satu, dipilih, len(nama))
    pesan = " ".join(_remarks(satu, dipilih, nama, merata)) or "Semua pemilik RHK ini tepat."
    saran = "" if bagian >= 1 else "Tanyakan: apa yang harus diserahkan orang ini agar RHK tercapai?"
    return Finding("pemilik", h, maks * bagian, maks, f"RHK {nomor}", pesan, satu["teks"], saran, ATURAN)


def _remarks(satu: dict, dipilih: list[str], nama: dict[str, str], merata: bool) -> list[str]:
    if merata:
        return ["Semua anggota dijadikan pemilik semua RHK, jadi pembagian peran belum terlihat."]
    if not dipilih:
        return ["RHK ini belum punya pemilik."]
    lewat = satu.get("lewat", {})  # a class dealt before the page showed the members' RHK has none
    kurang = [
        f"{nama[orang]} (“{lewat[orang]}”)" if orang in lewat else nama[orang]
        for orang in satu["pemilik"]
        if orang not in dipilih
    ]
    keliru = [nama[orang] for orang in strangers(satu, dipilih)]
    boleh = [orang for orang in dipilih if orang in satu["boleh"]]
    pesan = []
    if kurang:
        pesan.append(f"Belum disebut: {'; '.join(kurang)}. SKP orang ini mendukung RHK tersebut.")
    if keliru:
        pesan.append(f"Tidak mempunyai hasil yang mendukung RHK ini: {'; '.join(keliru)}.")
    pesan += [f"{nama[orang]} dapat diterima karena {satu['boleh'][orang]}." for orang in boleh]
    if len(boleh) > 1:
        pesan.append("Pemilik tambahan lebih dari satu membuat tanggung jawab kabur.")
    return pesan


def _coverage(kunci_soal: dict, dipilih: dict[str, list[str]], merata: bool) -> list[Finding]:
    """Nothing without an owner, nobody without a role; a matrix with more wrong owners than RHK covers nothing."""
    keliru = sum(len(strangers(satu, dipilih[h])) for h, satu in kunci_soal["rhk"].items())
    obral = merata or keliru > len(kunci_soal["rhk"])
    kosong = [h for h, orang in dipilih.items() if not orang]
    berperan = {orang for daftar in dipilih.values() for orang in daftar}
    tanpa = [nama for orang, nama in kunci_soal["anggota"].items() if orang not in berperan]
    butir = (
        ("kolom", "Setiap RHK punya pemilik", f"{len(kosong)} RHK belum punya pemilik." if kosong else ""),
        ("baris", "Setiap anggota punya peran", f"Belum punya peran: {'; '.join(tanpa)}." if tanpa else ""),
    )
    hasil = []
    for id_butir, nama, kurang in butir:
        poin = 0.0 if kurang or obral else POIN_CAKUPAN
        isi = kurang or ("Terlalu banyak pemilik yang tidak punya hasil untuk RHK-nya." if obral else f"{nama}.")
        hasil.append(Finding("pemilik", id_butir, poin, POIN_CAKUPAN, nama, isi, aturan=ATURAN))
    return hasil
