"""Which row is the header, which column holds what, and what each row below it says.

Scene: shared by the CSV and XLSX readers; an SKP draft has titles above the header, cells left empty below a merged
RHK, section rows (A. UTAMA) and a *perilaku kerja* block after it. Imports baris, pernyataan.
Facts: kolom.tsv. Add: a column name there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from simulator.domain.errors import DataTidakSah
from simulator.wording.berkas.baris import Baris, BarisRusak, susun_pernyataan
from simulator.wording.pernyataan import Pernyataan
from simulator.wording.teks import bersihkan

BARIS_DICARI = 40
_BAGIAN = re.compile(
    r"^(?:[ab]\.?\s*)?(?:hasil kerja\s*)?(?:utama|tambahan|hasil kerja|kinerja utama|kinerja tambahan)\.?$"
)
_SELESAI = re.compile(
    r"^(?:[a-z0-9]{1,3}[.)]\s*)?(?:perilaku kerja|lampiran|pejabat penilai kinerja|dukungan sumber daya|"
    r"skema pertanggungjawaban|konsekuensi)\b"
)
#: What follows a table without being one of its rows: a note, place and day, who signs.
_SESUDAH = re.compile(
    r"^(?:(?:catatan|keterangan)\s*(?::|$)|mengetahui\b|(?:pegawai|asn) yang dinilai\s*,?$|"
    r"[a-z][a-z .]{2,40},\s*(?:\d{1,2}\s+)?(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|desember)\s+20\d\d$)"
)
_NOMOR_KOLOM = re.compile(r"^\(?\d{1,2}\)?$")
_INTI = frozenset(("teks", "rhk", "target", "aspek", "jenis_pernyataan", "rencana_aksi", "sasaran"))
Isian = tuple[int, Sequence[object]]


@cache
def nama_kolom() -> dict[str, str]:
    """Column name as people write it → field."""
    peta = {}
    for isi in (Path(__file__).parent / "kolom.tsv").read_text(encoding="utf-8").splitlines():
        if isi and not isi.startswith("#"):
            bidang, nama, _ = isi.split("\t")
            peta.update({n.strip(): bidang for n in nama.split(",")})
    return peta


def _bidang(sel: object) -> str:
    tulisan = re.sub(r"\s*\(\d+\)\s*$", "", bersihkan(sel).lower()).strip(" :*.")
    return nama_kolom().get(tulisan, "")


_MIRIP = (
    ("aspek", re.compile(r"^aspek")),
    ("target", re.compile(r"^target")),
    ("satuan", re.compile(r"^satuan")),
    ("rhk_atasan", re.compile(r"(?:rencana hasil|rhk|rencana kinerja).*(?:pimpinan|atasan)|diintervensi")),
    ("rhk", re.compile(r"rencana hasil kerja|rencana kinerja|\brhk\b")),
    ("teks", re.compile(r"indikator|ukuran keberhasilan|\biki\b")),
)


def _bidang_mirip(sel: object) -> str:
    """A heading worded in the office's own way still names its field, if it is short enough to be a heading."""
    tulisan = bersihkan(sel).lower()
    return next((b for b, pola in _MIRIP if pola.search(tulisan)), "") if 0 < len(tulisan) <= 70 else ""


def baca_kepala(sel: Sequence[object]) -> dict[str, int]:
    """Field → column index when this row is a header; empty when it is not."""
    tepat = _petakan(sel, _bidang)
    mirip = _petakan(sel, lambda isi: _bidang(isi) or _bidang_mirip(isi))
    if len(mirip) > len(tepat) and len(_INTI & set(mirip)) >= 2 and _adalah_kepala(sel, mirip):
        return mirip
    return tepat if _adalah_kepala(sel, tepat) else {}


def _petakan(sel: Sequence[object], baca: Callable[[object], str]) -> dict[str, int]:
    peta: dict[str, int] = {}
    for i, isi in enumerate(sel[:200]):
        bidang = baca(isi)
        if bidang and bidang not in peta:
            peta[bidang] = i
    return peta


def _adalah_kepala(sel: Sequence[object], peta: dict[str, int]) -> bool:
    inti = [b for b in peta if b in _INTI]
    cukup = len(inti) >= 2 or (inti and inti[0] in ("teks", "jenis_pernyataan", "rhk", "rencana_aksi", "sasaran"))
    if not cukup or not ({"teks", "rhk", "rencana_aksi", "sasaran"} & set(peta)):
        return False
    terisi = sum(1 for isi in sel[:200] if bersihkan(isi))
    return len(peta) * 2 >= terisi


def kolom_kembar(sel: Sequence[object], peta: dict[str, int]) -> list[tuple[int, int]]:
    """(column that is read, column passed over) for headings that name a field a second time: *Target* of two years."""
    bidang = [(i, _bidang(isi) or _bidang_mirip(isi)) for i, isi in enumerate(sel[:200]) if isi is not None]
    return [(peta[b], i) for i, b in bidang if b in peta and peta[b] != i]


#: Below *Target* of a header in two rows; the other half is *Satuan*.
_BAWAH_TARGET = frozenset(("jumlah", "angka", "volume", "nilai", "banyaknya"))
_FORMULIR_LAMA = re.compile(r"kegiatan tugas jabatan")


def _sambung_kepala(atas: Sequence[object], bawah: Sequence[object], peta: dict[str, int]) -> dict[str, int]:
    """The columns of a header in two rows (*Target* above *Jumlah* and *Satuan*, or *Indikator* above its parts).

    Empty when the second row is no part of a header: every word in it must be a heading, and it must name a new column.
    """
    gabung = list(atas) + [None] * (len(bawah) - len(atas))
    for i, isi in enumerate(bawah):
        tulisan = bersihkan(isi).lower() if isi is not None else ""
        if not tulisan or (gabung[i] is not None and tulisan == bersihkan(gabung[i]).lower()):
            continue
        if _bidang(isi):
            gabung[i] = isi
        elif tulisan not in _BAWAH_TARGET and not _NOMOR_KOLOM.match(tulisan):
            return {}
    baru = _petakan(gabung, lambda isi: _bidang(isi) or _bidang_mirip(isi))
    return baru if len(baru) > len(peta) else {}


def cari_kepala(baris: Iterable[Isian]) -> tuple[int, dict[str, int]]:
    """The (last) header row's number and its columns.

    Raises: DataTidakSah — no header among the first rows.
    """
    lama, sebelum = False, None
    for nomor, sel in baris:
        if sebelum is not None:
            sambung = _sambung_kepala(sebelum[1], sel, sebelum[2])
            return (nomor, sambung) if sambung else (sebelum[0], sebelum[2])
        if nomor > BARIS_DICARI:
            break
        lama = lama or any(_FORMULIR_LAMA.search(bersihkan(isi).lower()) for isi in sel if isi is not None)
        if peta := baca_kepala(sel):
            sebelum = (nomor, sel, peta)
    if sebelum is not None:
        return sebelum[0], sebelum[2]
    if lama:
        raise DataTidakSah(
            "Ini formulir SKP lama (Kegiatan Tugas Jabatan, PP 46 Tahun 2011), yang isinya kegiatan, bukan hasil. "
            "Unduh templat, tulis hasilnya sebagai RHK, lalu bagi targetnya menurut aspek.",
            kode="formulir-lama",
        )
    raise DataTidakSah(
        "Baris judul kolom tidak ditemukan. Beri judul kolom “RHK”, “Aspek”, “Indikator Kinerja Individu”, dan "
        f"“Target” di salah satu dari {BARIS_DICARI} baris pertama.",
        kode="kolom-tidak-ditemukan",
    )  # fmt: skip


def baca_isi(baris: Iterable[Isian], peta: dict[str, int], huruf: bool = False, lembar: str = "") -> Iterator[Baris]:
    """Rows below the header as statements; blank RHK and superior's RHK are carried down from above."""
    bawaan, datar = _jenis_tabel(peta)
    bawa: dict[str, str] = {}
    for nomor, sel in baris:
        isi = {b: sel[i] for b, i in peta.items() if i < len(sel) and sel[i] is not None and bersihkan(sel[i])}
        penuh = [bersihkan(s).lower() for s in sel if s is not None and bersihkan(s)]
        if not penuh:
            continue
        if any(_SELESAI.match(p) for p in penuh[:3]) or (len(penuh) <= 2 and any(map(_SESUDAH.match, penuh))):
            return
        if bagian(sel):
            # A section begins with a row of its own; what stood above is not carried into it.
            bawa.clear()
            continue
        if all(_NOMOR_KOLOM.match(p) for p in penuh):
            continue
        alamat = {b: f"{huruf_kolom(i)}{nomor}" for b, i in peta.items()} if huruf else {}
        for k, satu in enumerate(_pecah(isi)):
            baris_ini = _satu_baris(nomor, satu, bawa, bawaan, datar, alamat, lembar)
            yield baris_ini if k == 0 else _bernomor(baris_ini, f"{nomor}.{k + 1}")


def bagian(sel: Sequence[object]) -> str:
    """``utama`` or ``tambahan`` when this row is only the title of that section, ``lain`` for another title."""
    penuh = {bersihkan(s).lower() for s in sel if s is not None and bersihkan(s)}
    if len(penuh) > 2:
        return ""
    judul = next((p for p in sorted(penuh) if _BAGIAN.match(p)), "")
    return next((nama for nama in ("utama", "tambahan") if nama in judul), "lain" if judul else "")


_BUTIR = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)]|[-•*])\s*")


def _pecah(isi: dict[str, object]) -> list[dict[str, object]]:
    """Several numbered indicators typed into one cell become several rows, each with its line of aspek and target."""
    teks = isi.get("teks")
    butir = [b for b in str(teks).split("\n") if b.strip()] if isinstance(teks, str) else []
    if not 1 < len(butir) <= 20:
        return [isi]
    lain = {b: [x for x in str(isi[b]).split("\n") if x.strip()] for b in ("aspek", "target", "satuan") if b in isi}
    sebaris = any(len(x) == len(butir) for x in lain.values())
    if not sebaris and not all(_BUTIR.match(b) for b in butir):
        return [isi]
    return [
        isi | {"teks": b} | {nama: _BUTIR.sub("", x[k]) for nama, x in lain.items() if len(x) == len(butir)}
        for k, b in enumerate(butir)
    ]


def _bernomor(baris: Baris, kode: str) -> Baris:
    if baris.pernyataan is None or baris.pernyataan.id != baris.nomor:
        return baris
    return replace(baris, pernyataan=replace(baris.pernyataan, id=kode))


def _jenis_tabel(peta: dict[str, int]) -> tuple[str, bool]:
    """(default kind, is it a flat list of statements rather than an SKP draft?)."""
    if "jenis_pernyataan" in peta:
        return "iki", True
    if "teks" in peta:
        return "iki", "rhk" not in peta
    return ("rencana_aksi" if "rencana_aksi" in peta else "rhk" if "rhk" in peta else "sasaran"), True


def _satu_baris(
    nomor: int,
    isi: dict[str, object],
    bawa: dict[str, str],
    bawaan: str,
    datar: bool,
    alamat: dict[str, str],
    lembar: str,
) -> Baris:
    rhk_baru = None
    try:
        if not datar:
            rhk_baru = _bawa_turun(nomor, isi, bawa)
        if bawaan in ("rencana_aksi", "sasaran") and bawaan in isi:
            isi["teks"] = isi[bawaan]
        if not datar and "teks" not in isi and rhk_baru is not None and not ({"aspek", "target"} & set(isi)):
            return Baris(nomor, rhk_baru, rhk_baru=None, sel=alamat, lembar=lembar)
        if not datar and "teks" not in isi:
            raise BarisRusak("Indikator kosong, padahal kolom lain di baris ini terisi.")
        pernyataan = susun_pernyataan(isi, nomor, bawaan)
    except BarisRusak as galat:
        return Baris(nomor, galat=str(galat), rhk_baru=rhk_baru, sel=alamat, lembar=lembar)
    return Baris(nomor, pernyataan, rhk_baru=rhk_baru, sel=alamat, lembar=lembar)


def _bawa_turun(nomor: int, isi: dict[str, object], bawa: dict[str, str]) -> Pernyataan | None:
    """Carry RHK (and the superior's) down to the rows that leave them blank; the RHK itself when it is new."""
    baru = None
    for bidang in ("rhk_atasan", "rhk"):
        if bidang in isi:
            nilai = bersihkan(isi[bidang])
            if bidang == "rhk" and nilai != bawa.get("rhk"):
                baru = Pernyataan(nilai, "rhk", rhk_atasan=bawa.get("rhk_atasan"), id=f"{nomor}-rhk")
            isi[bidang] = bawa[bidang] = nilai
        elif bidang in bawa:
            isi[bidang] = bawa[bidang]
    return baru


def huruf_kolom(i: int) -> str:
    """Column letters of an index that counts from 0."""
    nama = ""
    i += 1
    while i:
        i, sisa = divmod(i - 1, 26)
        nama = chr(65 + sisa) + nama
    return nama
