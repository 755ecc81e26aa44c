"""What is wrong with a pack, in sentences for the person who edits its tables.

Scene: run by a test over every installed pack. May import: pack, domain, rules.
Facts: none. Add: a check as a function that yields sentences, its name in CHECKS.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from itertools import product

from simulator.domain.penilaian import Predikat, PredikatOrganisasi
from simulator.institution.pack import Pack, Row
from simulator.institution.weights import BATAS, PALING_SEDIKIT_SATU, RENTANG, SATUAN
from simulator.rules.distribusi import periksa_distribusi

_ASPEK = ("kuantitas", "kualitas", "waktu")
_SATUAN_MUTU = ("Persen", "Indeks", "Nilai", "Kematian")
_SATUAN_WAKTU = ("Hari Kerja", "Hari", "Jam", "Menit")
_SLOT = re.compile(r"\{(\w+)\}")
_SLOTS = {
    "rhk": {"pkm", "wil", "ruang", "kab"},
    "iki": {"pkm", "wil", "ruang"},
    "aksi": {"topik"},
    "progres": {"topik"},
    "umpan": {"Indikator", "hasil", "sasaran", "topik", "Topik"},
    "jenis_dokumen": {"topik", "periode", "nama", "penilai", "hasil", "sasaran", "sumber", "indikator"},
    "dokumen_lain": {"topik", "slug", "periode", "nama", "lalu", "n4"},
    "indikator_aktivitas": {"topik"},
    "indikator_lemah": {"topik"},
    "kalimat_realisasi": {"hasil", "topik", "sumber"},
}
#: Units that stand for what the indicator counts although the word differs.
_SETARA = {
    "Orang": ("ibu", "warga", "tenaga", "kontak", "terduga", "anak", "orang"),
    "Laporan": ("dokumen",),
    "Berkas": ("layanan", "dokumen", "rekomendasi", "bukti"),
    "Pasien": ("indikator",),
    "Lokasi": ("tempat", "fokus"),
    "Kegiatan": ("dialog", "pemutakhiran"),
    "Unit": ("alat", "perangkat", "sarana"),
    "Dokumen": ("berita", "panduan"),
    "Persen": ("realisasi",),
    "Media": ("media",),
    "Keluarga": ("keluarga",),
}


def lint(pack: Pack) -> list[str]:
    """Every problem of a pack; empty when it is sound."""
    return [f"{check.__name__.strip('_')}: {problem}" for check in CHECKS for problem in check(pack)]


def _sources(pack: Pack) -> Iterator[str]:
    page = (files(__package__) / "packs" / pack.skenario / "SOURCES.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| ([A-Z0-9]+) \|", page, flags=re.MULTILINE))
    used = set()
    for table, rows in sorted(pack.tabel.items()):
        for number, row in enumerate(rows, start=2):
            if None in row or None in row.values():
                yield f"{table}.csv baris {number}: jumlah kolom tidak sama dengan judulnya"
            elif row.get("sumber", "") not in known:
                yield f"{table}.csv baris {number}: sumber “{row.get('sumber', '')}” tidak ada di SOURCES.md"
            used.add(row.get("sumber"))
    yield from (f"SOURCES.md: kode {code} tidak dipakai" for code in sorted(known - used))


def _weights(pack: Pack) -> Iterator[str]:
    for code in pack.kode_peran:
        if not any(int(row["bobot"]) > 0 for row in pack.gelar if row["peran"] == code):
            yield f"gelar.csv: peran {code} tanpa pilihan"
    shares: Counter[tuple[str, str]] = Counter()
    for row in pack.kalibrasi:
        shares[row["kalibrasi"], row["jenis_pegawai"]] += int(row["bobot"])
    yield from (
        f"kalibrasi.csv: {key} berjumlah {total}, bukan 10000" for key, total in shares.items() if total != 10_000
    )
    for row in pack.nama:
        if int(row["bobot"]) <= 0:
            yield f"nama.csv: bobot {row['kelompok']} harus positif"


def _numbers(pack: Pack) -> Iterator[str]:
    """bobot.csv holds every number the generator asks for, whole, in its unit, and inside what makes sense."""
    seen = Counter(row["kunci"] for row in pack.bobot)
    yield from (f"bobot.csv: {key} tidak ada" for key in SATUAN if key not in seen)
    yield from (f"bobot.csv: {key} tidak dikenal" for key in seen if key not in SATUAN)
    yield from (f"bobot.csv: {key} tertulis {count} kali" for key, count in seen.items() if count > 1)
    values: dict[str, int] = {}
    for row in pack.bobot:
        key, unit = row["kunci"], SATUAN.get(row["kunci"], row["satuan"])
        if row["satuan"] != unit:
            yield f"bobot.csv {key}: satuan “{row['satuan']}”, seharusnya “{unit}”"
        elif not row["arti"]:
            yield f"bobot.csv {key}: arti kosong"
        elif not row["nilai"].isdecimal():
            yield f"bobot.csv {key}: “{row['nilai']}” bukan bilangan bulat"
        elif unit in BATAS:
            values[key] = int(row["nilai"])
            low, high = BATAS[unit]
            if not max(low, key in PALING_SEDIKIT_SATU) <= values[key] <= high:
                yield f"bobot.csv {key}: {values[key]} di luar batas untuk {unit}"
    for first, second in RENTANG:
        if first in values and second in values and values[first] > values[second]:
            yield f"bobot.csv: {first} melebihi {second}"


def _patterns(pack: Pack) -> Iterator[str]:
    for row in pack.pola:
        counts = {Predikat.dari(entry.value): int(row[entry.value]) for entry in Predikat}
        place = f"pola.csv {row['capaian']}/{row['anggota']}"
        if sum(counts.values()) != int(row["anggota"]):
            yield f"{place}: jumlah orang {sum(counts.values())}"
        for broken in periksa_distribusi(PredikatOrganisasi.dari(row["capaian"]), counts, date(2026, 12, 31)):
            yield f"{place}: {broken.pesan}"


def _posts(pack: Pack) -> Iterator[str]:
    units = {row["kode"] for row in pack.unit}
    slots = {(row["templat"], row["slot"]) for row in pack.pos}
    for row in pack.pos:
        place = f"pos.csv {row['templat']}/{row['slot']}"
        if row["peran"] not in pack.kode_peran:
            yield f"{place}: peran {row['peran']} tidak ada"
        if row["unit"] not in units:
            yield f"{place}: unit {row['unit']} tidak ada"
        if row["atasan_slot"] != "0" and (row["templat"], row["atasan_slot"]) not in slots:
            yield f"{place}: atasan_slot {row['atasan_slot']} tidak ada"
    yield from (f"unit.csv {row['kode']}: induk tidak ada" for row in pack.unit if row["induk"] not in {"", *units})
    blocks = Counter(row["templat"] for row in pack.pos if row["templat"] != "dinas")
    if len(set(blocks.values())) > 1:
        yield f"pos.csv: templat Puskesmas tidak sama besar: {dict(blocks)}"


def _roles(pack: Pack) -> Iterator[str]:
    ladder = {row["golongan"]: int(row["urut"]) for row in pack.golongan}
    jenjang = {"ahli_pertama": ("III/a", "III/b"), "ahli_muda": ("III/c", "III/d"), "ahli_madya": ("IV/a", "IV/c")}
    titles = {row["nama"] for row in pack.jabatan_pelaksana}
    for row in pack.nomenklatur_lama:
        if row["pengganti"] not in titles or row["nama"] in titles:
            yield f"nomenklatur_lama.csv: “{row['nama']}” harus nama lama dari sebuah nomenklatur pelaksana"
    for row in pack.peran:
        place = f"peran.csv {row['kode']}"
        if row["gol_dari"] not in ladder or row["gol_sampai"] not in ladder:
            yield f"{place}: golongan tidak dikenal"
            continue
        if int(row["usia_sampai"]) >= int(row["bup"]):
            yield f"{place}: usia_sampai mencapai BUP"
        if row["jenjang"] in jenjang:
            low, high = jenjang[row["jenjang"]]
            if ladder[row["gol_dari"]] < ladder[low] or ladder[row["gol_sampai"]] > ladder[high]:
                yield f"{place}: golongan di luar jenjang {row['jenjang']}"
        if row["jenis"] == "pelaksana" and row["jabatan"] not in titles:
            yield f"{place}: “{row['jabatan']}” bukan nomenklatur pelaksana"
        if bool(row["gol_pppk"]) != (int(row["pppk_permil"]) > 0):
            yield f"{place}: gol_pppk dan pppk_permil tidak sejalan"
        if row["pola"] not in pack.rhk_per_pola:
            yield f"{place}: pola {row['pola']} tanpa RHK"
        elif len(pack.rhk_per_pola[row["pola"]]) > 9:
            yield f"{place}: lebih dari sembilan RHK"


def _teams(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """(template, pattern of the superior, pattern of the member) for every post with a superior."""
    pattern = {row["kode"]: row["pola"] for row in pack.peran}
    by_slot = {(row["templat"], row["slot"]): pattern.get(row["peran"], "") for row in pack.pos}
    for row in pack.pos:
        if row["peran"] not in pattern or (
            row["atasan_slot"] != "0" and (row["templat"], row["atasan_slot"]) not in by_slot
        ):
            continue  # _posts names it
        if row["atasan_slot"] != "0":
            yield row["templat"], by_slot[row["templat"], row["atasan_slot"]], pattern[row["peran"]]
        elif row["templat"] != "dinas":
            yield row["templat"], by_slot["dinas", "1"], pattern[row["peran"]]


def _tree(pack: Pack) -> Iterator[str]:
    owner = {row["kode"]: row["peran"] for row in pack.rhk}
    superiors: dict[str, set[str]] = {}
    for _, above, below in _teams(pack):
        superiors.setdefault(below, set()).add(above)
    used = {row["pola"] for row in pack.peran}
    for row in pack.rhk:
        place = f"rhk.csv {row['kode']}"
        if row["peran"] not in used:
            yield f"{place}: peran {row['peran']} tidak dipakai"
        if row["induk"] and {owner.get(row["induk"])} != superiors.get(row["peran"], set()):
            yield f"{place}: induk {row['induk']} bukan RHK atasan peran {row['peran']}"
        if not row["induk"] and row["jenis"] == "utama" and row["peran"] in superiors:
            yield f"{place}: RHK utama tanpa induk"
        if not all(text.split()[0].endswith("nya") for text in row["teks"].split(" / ")):
            yield f"{place}: teks tidak diawali bahasa hasil (…nya)"
    yield from _heirs(pack)


def _heirs(pack: Pack) -> Iterator[str]:
    """Every result a leader shares has an owner, in the office and in every kind of Puskesmas."""
    members: dict[tuple[str, str], set[str]] = {}
    for template, above, below in _teams(pack):
        members.setdefault((template, above), set()).add(below)
    top = pack.rhk[0]["peran"]
    for (template, leader), team in members.items():
        for index in pack.rhk_per_pola[leader]:
            row = pack.rhk[index]
            heirs = [other for other in pack.rhk if other["induk"] == row["kode"] and other["peran"] in team]
            if row["klasifikasi"] == "organisasi" and not heirs and (leader != top or template == "dinas"):
                yield f"rhk.csv {row['kode']}: tanpa penerus pada templat {template}"


def _indicators(pack: Pack) -> Iterator[str]:
    kinds = {row["kode"] for row in pack.jenis_dokumen}
    for index, row in enumerate(pack.iki):
        place = f"iki.csv {row['kode']}"
        rhk = pack.rhk[index // len(_ASPEK)]
        if row["rhk"] != rhk["kode"] or row["aspek"] != _ASPEK[index % len(_ASPEK)]:
            yield f"{place}: bukan tiga baris (kuantitas, kualitas, waktu) menurut urutan rhk.csv"
        low, high, step = int(row["dari"]), int(row["sampai"]), int(row["langkah"])
        if low > high or (high - low) % step:
            yield f"{place}: rentang {low}–{high} tidak habis dibagi langkah {step}"
        if row["satuan"] == "Persen" and high > 100:
            yield f"{place}: lebih dari 100 Persen"
        if len(row["bukti"].split(",")) != 2 or not set(row["bukti"].split(",")) <= kinds:
            yield f"{place}: bukti harus dua kode dari jenis_dokumen.csv"
        yield from _unit(place, row)
    if len(pack.iki) != len(_ASPEK) * len(pack.rhk):
        yield f"iki.csv: {len(pack.iki)} baris untuk {len(pack.rhk)} RHK"
    yield from _sums(pack)
    yield from _twins(pack)


def _unit(place: str, row: Row) -> Iterator[str]:
    if row["aspek"] == "waktu" and row["satuan"] not in _SATUAN_WAKTU:
        yield f"{place}: satuan waktu “{row['satuan']}”"
    if row["aspek"] == "waktu" and (row["arah"] != "turun" or "sebelum" in row["indikator"].split()):
        yield f"{place}: waktu dihitung maju (“sejak …”, makin kecil makin baik), bukan mundur dari sebuah batas"
    if row["aspek"] == "kualitas" and row["satuan"] not in _SATUAN_MUTU:
        yield f"{place}: satuan mutu “{row['satuan']}”"
    words = row["indikator"].lower().replace("-", " ").split()
    if row["aspek"] == "kuantitas" and words[0] == "jumlah":
        counted = words[1:7]
        alike = _SETARA.get(row["satuan"], ())
        if row["satuan"].lower() not in counted and not set(alike) & set(counted):
            yield f"{place}: satuan {row['satuan']} tidak cocok dengan “{row['indikator']}”"


def _sums(pack: Pack) -> Iterator[str]:
    parents = Counter(row["jumlah_ke"] for row in pack.iki if row["jumlah_ke"])
    for row in pack.iki:
        place = f"iki.csv {row['kode']}"
        if row["jumlah_ke"]:
            parent = pack.iki[pack.indeks_iki[row["jumlah_ke"]]]
            rhk = pack.rhk[pack.indeks_rhk[row["rhk"]]]
            if parent["satuan"] != row["satuan"] or row["aspek"] != "kuantitas":
                yield f"{place}: tidak dapat dijumlahkan ke {parent['kode']}"
            if rhk["cascading"] != "langsung" or rhk["induk"] != parent["rhk"]:
                yield f"{place}: dijumlahkan tanpa cascading langsung"
        if (int(row["sampai"]) == 0) != (row["kode"] in parents):
            yield f"{place}: target 0 hanya untuk induk penjumlahan"
    summed = {row["rhk"] for row in pack.iki if row["jumlah_ke"]}
    for row in pack.rhk:
        if (row["cascading"] == "langsung") != (row["kode"] in summed):
            yield f"rhk.csv {row['kode']}: cascading langsung harus menjumlah ke induknya"


def _twins(pack: Pack) -> Iterator[str]:
    """No indicator is repeated in one SKP or in the RHK it supports."""
    texts: dict[str, set[str]] = {}
    for row in pack.iki:
        texts.setdefault(row["rhk"], set()).add(row["indikator"])
    for row in pack.rhk:
        shared = texts[row["kode"]] & texts.get(row["induk"], set())
        yield from (f"rhk.csv {row['kode']}: indikator sama dengan induknya: {text}" for text in sorted(shared))
    for role, indexes in pack.rhk_per_pola.items():
        seen: Counter[str] = Counter(text for index in indexes for text in texts[pack.rhk[index]["kode"]])
        yield from (f"peran {role}: indikator berulang: {text}" for text, count in seen.items() if count > 1)


def _sentences(pack: Pack) -> Iterator[str]:
    for table, slots in _SLOTS.items():
        for row in pack.tabel[table]:
            for column, text in row.items():
                unknown = set(_SLOT.findall(text)) - slots
                if unknown:
                    yield f"{table}.csv: slot {sorted(unknown)} tidak dikenal pada kolom {column}: {text[:60]}"
    for key, pool in pack.varian.items():
        if len(pool) != len(set(pool)) or not all(pool):
            yield f"{key}: varian kosong atau berulang"
        # The assessor walks through the variants; five keep people with the same work apart.
        if key[:2] == ("umpan", "iki") and (len(pool) < 5 or not all("{topik}" in text.lower() for text in pool)):
            yield f"{key}: perlu lima varian yang menyebut topik"
        if key[0] == "isi" and not all("{topik}" in text for text in pool):
            yield f"{key}: isi dokumen harus menyebut topiknya"
    for kind in sorted({row["aksi"] for row in pack.rhk}):
        wanted = product(("aksi",), (kind,), "1234", ("pokok", "penunjang"))
        yield from (f"aksi.csv: {'/'.join(key[1:])} tidak ada" for key in wanted if key not in pack.varian)


CHECKS: tuple[Callable[[Pack], Iterator[str]], ...] = (
    _sources,
    _weights,
    _numbers,
    _patterns,
    _posts,
    _roles,
    _tree,
    _indicators,
    _sentences,
)
