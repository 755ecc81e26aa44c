"""Participants from the list an office has: XLSX or CSV with nama, NIP or id, unit.

Scene: ``bimtek kelas buat``. May import: instructor.course, simulator.domain.errors.
Facts: NIP has 18 digits (domain/kepegawaian.py); a spreadsheet number keeps only 15 of them, so such a NIP is lost.
Add: a word of a column heading in kolom.py; a check in ``_Pembaca`` with its sentence and its test.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from instructor.course.kolom import Kolom, find_header
from instructor.course.lembar import Lembar, Sel, read_sheets
from instructor.course.roster import Peserta, fresh_id, safe_id
from simulator.domain.errors import DataTidakSah, TidakDitemukan

_SEBUTAN = {"nama": "Nama", "nip": "NIP", "id": "Id", "unit": "Unit"}
PANJANG_NIP = 18
DIGIT_ANGKA = 15  # what a spreadsheet keeps of a number
_GELAR_DEPAN = re.compile(r"^(?:(?:prof|drs|dra|drg|drh|dr|ir|hj|h|apt|ns|kh|r|rr)\.\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MasalahDaftar:
    """Something odd in the list: ``galat`` rows cannot be used as they are, a ``catatan`` was settled and is told."""

    baris: int
    pesan: str
    kode: str
    galat: bool

    def __str__(self) -> str:
        return f"Baris {self.baris}: {self.pesan}" if self.baris else self.pesan


@dataclass(frozen=True, slots=True)
class DaftarPeserta:
    """The usable participants and everything there is to say about the list."""

    peserta: tuple[Peserta, ...]
    masalah: tuple[MasalahDaftar, ...]

    @property
    def galat(self) -> tuple[MasalahDaftar, ...]:
        """Only what must be mended."""
        return tuple(satu for satu in self.masalah if satu.galat)


def read_daftar(berkas: Path, sudah_ada: Sequence[Peserta] = ()) -> DaftarPeserta:
    """Read the list. Participants already in the class keep their id.

    Raises: TidakDitemukan — no file; BerkasRusak — not a spreadsheet; DataTidakSah — no column ``nama``.
    """
    if not berkas.is_file():
        raise TidakDitemukan(f"Daftar peserta {berkas} tidak ada. Periksa nama dan foldernya.", kode="daftar-tidak-ada")
    lembar, kolom, lain = _choose(read_sheets(berkas))
    pembaca = _Pembaca(kolom, sudah_ada, bertanda_koma=lembar.berpemisah)
    pembaca.tell_sheet(lembar, lain)
    for nomor, sel in lembar.baris[kolom.mulai :]:
        pembaca.read_row(nomor, sel)
    return pembaca.daftar()


def _choose(semua: Sequence[Lembar]) -> tuple[Lembar, Kolom, list[str]]:
    """The first sheet that is in sight and lists participants, and the names of the other ones that do."""
    ada = [(lembar, kolom) for lembar in semua if (kolom := find_header(lembar.baris)) is not None]
    ada.sort(key=lambda satu: satu[0].tersembunyi)
    if not ada:
        raise DataTidakSah(
            "Daftar peserta tidak punya kolom “Nama”. Beri judul kolom di baris pertama: Nama, NIP (atau Id), Unit.",
            kode="daftar-tanpa-nama",
        )
    (lembar, kolom), *sisa = ada
    return lembar, kolom, [satu.nama for satu, _ in sisa if not satu.tersembunyi]


class _Pembaca:
    """Reads row by row and remembers what it has seen."""

    def __init__(self, kolom: Kolom, sudah_ada: Sequence[Peserta], *, bertanda_koma: bool) -> None:
        self.kolom, self.posisi, self.lebar = kolom, kolom.posisi, kolom.lebar
        self.bertanda_koma = bertanda_koma
        self.peserta: list[Peserta] = []
        self.masalah: list[MasalahDaftar] = []
        self.kosong: list[int] = []
        self.terpakai = {satu.id for satu in sudah_ada}
        self.lama_nip = {satu.nip: satu.id for satu in sudah_ada if satu.nip}
        self.lama_nama = {_kembar(satu.nama, satu.unit): satu.id for satu in sudah_ada if not satu.nip}
        self.baris_nip: dict[str, int] = {}
        self.baris_id: dict[str, int] = {}
        self.baris_nama: dict[tuple[str, str], int] = {}

    def daftar(self) -> DaftarPeserta:
        """Everything read so far."""
        if not self.peserta and not any(satu.galat for satu in self.masalah):
            self._tell(0, "Daftar tidak memuat satu peserta pun.", "daftar-kosong", galat=True)
        return DaftarPeserta(tuple(self.peserta), tuple(self.masalah))

    def tell_sheet(self, lembar: Lembar, lain: Sequence[str]) -> None:
        """What was not read, and what the headings do not show."""
        if lain:
            pesan = (
                f"Yang dibaca lembar “{lembar.nama}”. Lembar {', '.join(f'“{satu}”' for satu in lain)} juga memuat "
                "daftar dan tidak dibaca; simpan sebagai berkas sendiri bila perlu."
            )
            self._tell(0, pesan, "lembar-lain")
        asing = ", ".join(f"“{satu}”" for satu in self.kolom.asing)
        if asing and not self.posisi.keys() & {"nip", "id"}:
            pesan = f"Kolom NIP atau Id tidak dikenali di antara {asing}; peserta dibedakan dari namanya saja."
            self._tell(0, pesan, "tanpa-kolom-nip")
        if asing and "unit" not in self.posisi:
            self._tell(0, f"Kolom Unit tidak dikenali di antara {asing}; unit dikosongkan.", "tanpa-kolom-unit")

    def read_row(self, nomor: int, sel: list[Sel]) -> None:
        """One row: a participant, or a problem, or both."""
        if not any(satu.teks for satu in sel):
            self.kosong.append(nomor)  # told when another row follows: below a table there may be thousands
            return
        for satu in self.kosong:
            self._tell(satu, "kosong, dilewati.", "baris-kosong")
        self.kosong.clear()
        sel = self._mend_commas(nomor, sel)
        nama, kode, unit = self._text(sel, "nama"), self._text(sel, "id"), self._text(sel, "unit")
        if not nama:
            self._tell(nomor, "kolom Nama kosong, padahal kolom lain terisi.", "nama-kosong", galat=True)
            return
        self._tell_formulas(nomor, sel)
        nip = self._nip(nomor, nama, self._cell(sel, "nip"))
        if nip is None:
            return
        if nip and not _is_nip(nip):
            # A column “NIP/Id” may hold either; what is not a NIP is an id.
            kode, nip = kode or nip, ""
        if not self._seen(nomor, nama, nip, kode, unit):
            self._add(nomor, nama, nip, kode, unit)

    def _add(self, nomor: int, nama: str, nip: str, kode: str, unit: str) -> None:
        lama = self.lama_nip.pop(nip, None) or self.lama_nama.pop(_kembar(nama, unit), None)
        dasar = kode or _GELAR_DEPAN.sub("", nama.split(",")[0])
        peserta_id = lama or fresh_id(dasar, self.terpakai)
        if kode and not lama and peserta_id != kode:
            self._tell(nomor, f"id “{kode}” ditulis “{peserta_id}” supaya aman untuk nama folder.", "id-dirapikan")
        self.terpakai.add(peserta_id)
        self.baris_nip.setdefault(nip, nomor)
        if kode:
            self.baris_id[safe_id(kode)] = nomor
        self.baris_nama.setdefault(_kembar(nama, unit), nomor)
        self.peserta.append(Peserta(peserta_id, nama, nip, unit))

    def _seen(self, nomor: int, nama: str, nip: str, kode: str, unit: str) -> bool:
        if nip and nip in self.baris_nip:
            self._tell(nomor, f"NIP {nip} ({nama}) sudah ada di baris {self.baris_nip[nip]}.", "nip-ganda", galat=True)
            return True
        if kode and safe_id(kode) in self.baris_id:
            asal = self.baris_id[safe_id(kode)]
            self._tell(nomor, f"id “{kode}” ({nama}) sudah ada di baris {asal}.", "id-ganda", galat=True)
            return True
        if not nip and not kode and (asal_nama := self.baris_nama.get(_kembar(nama, unit))):
            pesan = (
                f"{nama} dari unit yang sama sudah ada di baris {asal_nama}. Bila orangnya sama, hapus satu baris; "
                "bila berbeda, isi NIP atau id."
            )
            self._tell(nomor, pesan, "nama-ganda", galat=True)
            return True
        return False

    def _mend_commas(self, nomor: int, sel: list[Sel]) -> list[Sel]:
        """A name with titles, written without quotes in a comma file, becomes one cell again: the NIP shows where."""
        if not self.bertanda_koma:
            return sel
        lebar = self.lebar
        while len(sel) > lebar and not sel[-1].teks:
            sel = sel[:-1]
        lebih, awal = len(sel) - lebar, self.posisi["nama"]
        if lebih <= 0:
            return sel
        if self.posisi.get("nip") != awal + 1 or not _is_nip(re.sub(r"[\s.\-']", "", sel[awal + 1 + lebih].teks)):
            pesan = f"berisi {len(sel)} kolom, seharusnya {lebar}. Bila nama memakai koma, apit dengan tanda kutip."
            self._tell(nomor, pesan, "kolom-lebih", galat=True)
            return sel
        nama = ", ".join(satu.teks.strip() for satu in sel[awal : awal + 1 + lebih])
        self._tell(nomor, f"nama bergelar tanpa tanda kutip dibaca sebagai “{nama}”.", "nama-berkoma")
        return [*sel[:awal], Sel(nama), *sel[awal + 1 + lebih :]]

    def _nip(self, nomor: int, nama: str, sel: Sel) -> str | None:
        """The NIP, an id that stands in its column, "" for none, None when it cannot be used."""
        teks = re.sub(r"^(?:nip|nipppk)\b[\s.:]*", "", sel.teks.strip().lstrip("'’`"), flags=re.IGNORECASE)
        if teks in ("", "-", "—"):
            return ""
        padat = re.sub(r"[\s.\-]", "", teks)
        if re.fullmatch(r"\d(?:[.,]\d+)?[eE]\+?\d+", teks) or (sel.angka and len(padat) > DIGIT_ANGKA):
            pesan = (
                f"NIP {nama} terbaca sebagai bilangan, sehingga angka-angka terakhirnya sudah hilang. Ubah format "
                "kolom NIP menjadi Teks, lalu ketik ulang NIP itu."
            )
            self._tell(nomor, pesan, "nip-angka", galat=True)
            return None
        if not padat.isdigit():
            return teks
        if len(padat) <= 6:  # a number on the class list
            return f"peserta-{padat}"
        if len(padat) != PANJANG_NIP:
            pesan = f"NIP {nama} ({padat}) berisi {len(padat)} angka, seharusnya {PANJANG_NIP}."
            self._tell(nomor, pesan, "nip-panjang", galat=True)
            return None
        if padat != teks:
            self._tell(nomor, f"NIP {nama} dirapikan menjadi {padat}.", "nip-dirapikan")
        return padat

    def _tell_formulas(self, nomor: int, sel: list[Sel]) -> None:
        for noun in self.posisi:
            satu = self._cell(sel, noun)
            if satu.rumus:
                pesan = (
                    f"kolom {_SEBUTAN[noun]} berisi rumus ({satu.teks}) tanpa hasil; dipakai apa adanya sebagai teks."
                )
                self._tell(nomor, pesan, "rumus")

    def _cell(self, sel: list[Sel], noun: str) -> Sel:
        kolom = self.posisi.get(noun)
        return sel[kolom] if kolom is not None and kolom < len(sel) else Sel("")

    def _text(self, sel: list[Sel], noun: str) -> str:
        return re.sub(r"\s+", " ", self._cell(sel, noun).teks).strip()

    def _tell(self, nomor: int, pesan: str, kode: str, *, galat: bool = False) -> None:
        self.masalah.append(MasalahDaftar(nomor, pesan, kode, galat))


def _kembar(nama: str, unit: str) -> tuple[str, str]:
    return nama.casefold(), unit.casefold()


def _is_nip(teks: str) -> bool:
    return teks.isdigit() and len(teks) == PANJANG_NIP
