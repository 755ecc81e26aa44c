"""Collect: from the inbox and from participants' folders into nbgrader's ``submitted/``; the latest counts.

Scene: ``bimtek kelas kumpulkan``. May import: exercises.kit, instructor.course, instructor.grading.inspection.
Facts: who handed in is what the package says, not the file name. When is the clock of the machine that received it.
One file may never stop the others: what cannot be used is told by name with its reason.
Add: another way to hand in is one function in kiriman.py and its call here.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.case import CASE_FILE
from exercises.kit.files import write_whole
from exercises.kit.package import PACKAGE_FILE, read_package
from exercises.kit.submission import SENT_FOLDER, Submission, read_submission
from instructor.course.kelas import WIB, Kelas
from instructor.course.kiriman import Kiriman, from_package, from_submission
from instructor.course.ownership import Pemilik
from instructor.course.roster import read_roster
from instructor.course.serahan import MasalahSerahan, Pengumpulan, Serahan, read_pengumpulan, write_pengumpulan
from instructor.grading.inspection import inspect_bytes
from instructor.grading.submission import minutes_late
from simulator.domain.errors import BimtekError

Kabar = Callable[[int, int, str], None]
_ABAIKAN = (".DS_Store", "Thumbs.db", "desktop.ini")


def kumpulkan(
    kelas: Kelas,
    *,
    dari: Sequence[Path] = (),
    hanya_kotak: bool = False,
    kabar: Kabar | None = None,
) -> Pengumpulan:
    """Collect everything that is there. Running it again changes nothing that did not change.

    ``dari``: more folders to look into (a USB drive). ``hanya_kotak``: leave the participants' own folders alone.
    """
    return _Pengumpul(kelas, kabar).run(dari, hanya_kotak)


class _Pengumpul:
    def __init__(self, kelas: Kelas, kabar: Kabar | None) -> None:
        self.kelas = kelas
        self.kabar = kabar
        self.nama = {satu.id: satu.nama for satu in read_roster(kelas.roster)}
        self.masalah: list[MasalahSerahan] = []
        self.lama = read_pengumpulan(kelas).serahan
        self.pemilik = Pemilik(kelas, self.nama)

    def run(self, dari: Sequence[Path], hanya_kotak: bool) -> Pengumpulan:
        kiriman = [satu for tempat in (self.kelas.kotak, *dari) for satu in self._from_inbox(tempat)]
        terkirim = {(satu.peserta, satu.latihan) for satu in kiriman}
        if not hanya_kotak:
            for satu in self._from_own_folders():
                if (satu.peserta, satu.latihan) not in terkirim:
                    kiriman.append(satu)
        hasil = Pengumpulan(serahan=dict(self.lama), masalah=self.masalah)
        kelompok: dict[tuple[str, str], list[Kiriman]] = {}
        for satu in [satu for satu in kiriman if self._own_case(satu)]:
            kelompok.setdefault((satu.peserta, satu.latihan), []).append(satu)
        for nomor, kunci in enumerate(sorted(kelompok), 1):
            self._settle(hasil, kelompok[kunci])
            if self.kabar:
                self.kabar(nomor, len(kelompok), f"{kunci[0]} {kunci[1]}")
        write_pengumpulan(self.kelas, hasil)
        return hasil

    # --- reading ----------------------------------------------------------------------------------------------

    def _from_inbox(self, tempat: Path) -> Iterator[Kiriman]:
        if not tempat.is_dir():
            self._tell(str(tempat), "folder-tidak-ada", "Folder ini tidak ada.", ditolak=True)
            return
        for berkas in sorted(tempat.iterdir()):
            if berkas.name.startswith(".") or berkas.name in _ABAIKAN:
                continue
            if berkas.is_dir():
                yield from self._from_folder(berkas)
            elif berkas.suffix.lower() == ".zip":
                yield from self._from_zip(berkas)
            else:
                self._tell(
                    berkas.name,
                    "bukan-kiriman",
                    "Bukan paket kiriman. Minta peserta memakai tombol Kumpulkan, atau menyalin seluruh foldernya.",
                    peserta=self._guess(berkas.stem),
                    ditolak=True,
                )

    def _from_zip(self, berkas: Path) -> Iterator[Kiriman]:
        try:
            isi = read_submission(berkas)
            waktu = datetime.fromtimestamp(berkas.stat().st_mtime, UTC)
        except (BimtekError, OSError) as galat:
            pesan = galat.pesan if isinstance(galat, BimtekError) else f"Berkas tidak dapat dibuka ({galat})."
            kode = galat.kode if isinstance(galat, BimtekError) else "tidak-terbuka"
            peserta, latihan = self._guess(berkas.stem), self._guess_exercise(berkas.stem)
            self._tell(berkas.name, kode, pesan, peserta=peserta, latihan=latihan, ditolak=True)
            return
        if not self._belongs(berkas.name, isi.peserta, isi.latihan):
            return
        if isi.jawaban is None:
            self._remarks(berkas.name, isi.peserta, isi.latihan, isi.catatan, ditolak=True)
            return
        self._check_clock(berkas.name, isi, waktu)
        yield from_submission(isi, berkas.name, waktu)

    def _from_folder(self, folder: Path) -> Iterator[Kiriman]:
        """A copied participant's folder, or a folder that holds several things."""
        if (folder / PACKAGE_FILE).is_file():
            yield from self._from_package(folder)
            return
        yield from self._from_inbox(folder)

    def _from_own_folders(self) -> Iterator[Kiriman]:
        for peserta in self.nama:
            folder = self.kelas.paket(peserta)
            if (folder / PACKAGE_FILE).is_file():
                yield from self._from_package(folder, langsung=True)

    def _from_package(self, folder: Path, *, langsung: bool = False) -> Iterator[Kiriman]:
        try:
            info = read_package(folder)
        except BimtekError as galat:
            self._tell(folder.name, galat.kode, galat.pesan, peserta=self._guess(folder.name), ditolak=True)
            return
        if langsung and info.peserta != folder.name:
            pesan = f"Folder peserta {folder.name} memuat paket milik “{info.peserta}”; isinya tidak diambil."
            self._tell(folder.name, "paket-tertukar", pesan, peserta=folder.name, ditolak=True)
            return
        if info.peserta not in self.nama:
            self._belongs(folder.name, info.peserta, "")
            return
        yield from from_package(folder, info.peserta, self.kelas.latihan, langsung=langsung)
        if not langsung and (folder / SENT_FOLDER).is_dir():
            yield from self._from_inbox(folder / SENT_FOLDER)

    def _belongs(self, berkas: str, peserta: str, latihan: str) -> bool:
        if peserta not in self.nama:
            pesan = f"Peserta “{peserta}” tidak ada di daftar kelas ini. Mungkin kiriman untuk kelas lain."
            self._tell(berkas, "bukan-peserta", pesan, ditolak=True)
            return False
        if latihan not in self.kelas.latihan:
            pesan = f"Latihan “{latihan}” tidak dipakai di kelas ini."
            self._tell(berkas, "latihan-asing", pesan, peserta=peserta, ditolak=True)
            return False
        return True

    def _own_case(self, kiriman: Kiriman) -> bool:
        """Refuse work that answers somebody else's case under this participant's name."""
        lain = self.pemilik.other_owner(kiriman.peserta, kiriman.latihan, kiriman.kasus)
        if not lain:
            return True
        pesan = (
            f"Kiriman atas nama {self.nama[kiriman.peserta]} memuat kasus milik {self.nama[lain]}. Tidak diambil; "
            "tanyakan kepada keduanya, lalu minta pemiliknya mengumpulkan dari foldernya sendiri."
        )
        self._tell(
            kiriman.sumber, "kasus-orang-lain", pesan,
            peserta=kiriman.peserta, latihan=kiriman.latihan, ditolak=True,
        )  # fmt: skip
        return False

    def _check_clock(self, berkas: str, isi: Submission, waktu: datetime) -> None:
        """Received late but packed in time, by the participant's own clock: a person decides, not the program."""
        tenggat = self.kelas.tenggat_untuk(isi.latihan)
        try:
            dibuat = datetime.fromisoformat(isi.dibuat)
        except ValueError:
            return
        dibuat = dibuat if dibuat.tzinfo else dibuat.replace(tzinfo=WIB)
        if tenggat and waktu > tenggat >= dibuat:
            pesan = (
                f"Diterima {_jam(waktu)}, lewat tenggat, tetapi menurut jam peserta dikemas {_jam(dibuat)}. "
                "Putuskan sendiri apakah dianggap terlambat."
            )
            self._tell(berkas, "waktu-berbeda", pesan, peserta=isi.peserta, latihan=isi.latihan)

    # --- deciding ---------------------------------------------------------------------------------------------

    def _settle(self, hasil: Pengumpulan, daftar: list[Kiriman]) -> None:
        terakhir = max(daftar, key=lambda satu: (satu.waktu, satu.nomor, satu.sumber))
        kunci = (terakhir.peserta, terakhir.latihan)
        self._report(terakhir, daftar)
        lama = self.lama.get(kunci)
        if lama and lama.sidik == terakhir.sidik and self.kelas.submitted(*kunci).is_dir():
            return
        if lama and lama.saat > terakhir.waktu and self.kelas.submitted(*kunci).is_dir():
            return  # a newer one was collected before, from somewhere that is not there today
        terlambat = minutes_late(terakhir.waktu, self.kelas.tenggat_untuk(terakhir.latihan))
        self._store(terakhir)
        hasil.serahan[kunci] = Serahan(
            *kunci, terakhir.waktu.isoformat(timespec="seconds"), terakhir.sumber, terakhir.sidik, terlambat
        )
        hasil.baru += 1

    def _report(self, dipakai: Kiriman, daftar: Sequence[Kiriman]) -> None:
        kunci = (dipakai.peserta, dipakai.latihan)
        self._remarks(dipakai.sumber, *kunci, dipakai.catatan)
        if dipakai.langsung:
            pesan = "Belum menekan Kumpulkan; jawaban diambil dari folder peserta di mesin ini."
            self._tell(dipakai.sumber, "dari-folder", pesan, peserta=kunci[0], latihan=kunci[1])
        lain = sorted({satu.sidik for satu in daftar} - {dipakai.sidik})
        if lain:
            pesan = f"Mengumpulkan {len(lain) + 1} kali; yang dipakai {dipakai.sumber} ({_jam(dipakai.waktu)})."
            self._tell(dipakai.sumber, "kiriman-ganda", pesan, peserta=kunci[0], latihan=kunci[1])

    def _store(self, kiriman: Kiriman) -> None:
        folder = self.kelas.submitted(kiriman.peserta, kiriman.latihan)
        self._keep_earlier(folder, kiriman)
        isi = {ANSWER_FILE: kiriman.jawaban, "timestamp.txt": _timestamp(kiriman.waktu).encode()}
        if kiriman.kasus is not None:
            isi[CASE_FILE] = kiriman.kasus
        rilis = self.kelas.release(kiriman.latihan).read_bytes()
        catatan = inspect_bytes(kiriman.notebook, kiriman.latihan, json.loads(rilis))
        if catatan and kiriman.notebook is not None:
            # The odd notebook is kept as evidence; in its place stands the released one, so that nbgrader's own
            # tools, too, find cells they understand.
            isi[f"{kiriman.latihan}.ipynb.kiriman"] = kiriman.notebook
        isi[f"{kiriman.latihan}.ipynb"] = rilis if catatan or kiriman.notebook is None else kiriman.notebook
        for nama, data in isi.items():
            write_whole(folder / nama, data)

    def _keep_earlier(self, folder: Path, kiriman: Kiriman) -> None:
        if not folder.is_dir():
            return
        tempat = self.kelas.arsip / kiriman.peserta / kiriman.latihan
        tempat.mkdir(parents=True, exist_ok=True)
        nomor = 1 + sum(1 for _ in tempat.iterdir())
        shutil.move(str(folder), str(tempat / f"{nomor:03d}"))

    # --- telling ----------------------------------------------------------------------------------------------

    def _guess(self, nama: str) -> str:
        """Whose a file may be that cannot be read: the longest participant id its name starts with."""
        cocok = [satu for satu in self.nama if re.match(re.escape(satu) + r"(?![a-z0-9-])", nama)]
        return max(cocok, key=len, default="")

    def _guess_exercise(self, nama: str) -> str:
        return next((satu for satu in self.kelas.latihan if satu in nama), "")

    def _remarks(
        self, berkas: str, peserta: str, latihan: str, catatan: Iterable[tuple[str, str]], *, ditolak: bool = False
    ) -> None:
        for kode, pesan in catatan:
            self._tell(
                berkas, kode, pesan.removeprefix(f"{berkas}: "), peserta=peserta, latihan=latihan, ditolak=ditolak
            )

    def _tell(
        self, berkas: str, kode: str, pesan: str, *, peserta: str = "", latihan: str = "", ditolak: bool = False
    ) -> None:
        satu = MasalahSerahan(berkas, kode, pesan, peserta, latihan, ditolak)
        if satu not in self.masalah:
            self.masalah.append(satu)


def _timestamp(waktu: datetime) -> str:
    return waktu.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")


def _jam(waktu: datetime) -> str:
    return waktu.astimezone(WIB).strftime("%d-%m-%Y pukul %H.%M WIB")
