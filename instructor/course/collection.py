"""Collect: from the inbox and from participants' folders into nbgrader's ``submitted/``; the latest counts.

Scene: ``bimtek kelas kumpulkan``. May import: exercises.kit, instructor.course, instructor.grading.inspection.
Facts: who handed in is what the package says, not the file name. When is the clock of the machine that received it.
One file may never stop the others: what cannot be used is told by name with its reason.
Add: another way to hand in is one function in kiriman.py and its call here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from exercises.kit.incoming import Submission, read_incoming
from exercises.kit.package import PACKAGE_FILE, read_package
from exercises.kit.submission import SENT_FOLDER
from exercises.kit.wib import jam_wib
from instructor.course.choosing import SELISIH_JAM, believable, choose
from instructor.course.feedback_given import feedback_given
from instructor.course.kelas import Kelas
from instructor.course.kiriman import (
    BERTANDA,
    TANDA_ASING,
    TANPA_BUKTI,
    Kiriman,
    from_package,
    from_submission,
    links,
    packed_in_time,
    told_time,
)
from instructor.course.ownership import Pemilik
from instructor.course.pelapor import Pelapor
from instructor.course.roster import read_roster
from instructor.course.serahan import (
    Pengumpulan,
    Serahan,
    read_pengumpulan,
    reason,
    write_pengumpulan,
)
from instructor.course.storing import KARANTINA, KODE_SETELAH, hold, quarantine, record_of, store

Kabar = Callable[[int, int, str], None]
_ABAIKAN = ("Thumbs.db", "desktop.ini", "System Volume Information", "$RECYCLE.BIN")


def kumpulkan(
    kelas: Kelas,
    *,
    dari: Sequence[Path] = (),
    hanya_kotak: bool = False,
    terima: Collection[str] = (),
    sekarang: datetime | None = None,
    kabar: Kabar | None = None,
) -> Pengumpulan:
    """Collect everything that is there. Running it again changes nothing that did not change.

    ``dari``: more folders to look into (a USB drive). ``hanya_kotak``: leave the participants' own folders alone.
    ``terima``: names of files for whose owner the instructor vouches. ``sekarang``: nothing can have arrived later.
    """
    return _Pengumpul(kelas, terima, sekarang, kabar).run(dari, hanya_kotak)


class _Pengumpul(Pelapor):
    def __init__(self, kelas: Kelas, terima: Collection[str], sekarang: datetime | None, kabar: Kabar | None) -> None:
        super().__init__(kelas, {satu.id: satu.nama for satu in read_roster(kelas.roster)})
        self.terima = terima
        self.sekarang = None if kelas.peragaan else sekarang  # a demo has a day of its own
        self.kabar = kabar
        self.lama = read_pengumpulan(kelas).serahan
        self.umpan_balik = feedback_given(kelas)
        self.pemilik = Pemilik(kelas, self.nama)

    def run(self, dari: Sequence[Path], hanya_kotak: bool) -> Pengumpulan:
        tempat = (self.kelas.kotak, *dari)
        luar = (satu for asal in tempat for satu in self._guarded(asal, self._from_inbox(asal)))
        kiriman = [satu for asal in luar if (satu := self._admit(asal)) is not None]
        terkirim = {(satu.peserta, satu.latihan) for satu in kiriman if satu.bukti > TANPA_BUKTI}
        if not hanya_kotak:
            dalam = (satu for satu in self._from_own_folders() if (satu.peserta, satu.latihan) not in terkirim)
            kiriman += [satu for asal in dalam if (satu := self._admit(asal)) is not None]
        hasil = Pengumpulan(serahan=dict(self.lama), masalah=self.masalah)
        kelompok: dict[tuple[str, str], list[Kiriman]] = {}
        for satu in kiriman:
            kelompok.setdefault((satu.peserta, satu.latihan), []).append(satu)
        for nomor, kunci in enumerate(sorted(kelompok), 1):
            try:
                self._settle(hasil, kelompok[kunci])
            except OSError as galat:  # a folder held by another program: told by name, the others are stored
                self._tell(kelompok[kunci][0].sumber, *reason(galat), peserta=kunci[0], latihan=kunci[1])
            if self.kabar:
                self.kabar(nomor, len(kelompok), f"{kunci[0]} {kunci[1]}")
        write_pengumpulan(self.kelas, hasil)
        return hasil

    # --- reading ----------------------------------------------------------------------------------------------

    def _from_inbox(self, tempat: Path, *, jam_berkas: bool = True) -> Iterator[Kiriman]:
        """``jam_berkas``: file times tell when something arrived here; in a copied folder they tell nothing."""
        if not tempat.is_dir():
            self._tell(str(tempat), "folder-tidak-ada", "Folder ini tidak ada.", ditolak=True)
            return
        for berkas in sorted(tempat.iterdir()):
            if berkas.name.startswith(".") or berkas.name in _ABAIKAN:
                continue
            yield from self._guarded(berkas, self._from_entry(berkas, jam_berkas=jam_berkas))

    def _from_entry(self, berkas: Path, *, jam_berkas: bool) -> Iterator[Kiriman]:
        if berkas.is_symlink():
            self._tell_link(berkas.name, berkas.name, self._guess(berkas.stem))
        elif berkas.is_dir():
            yield from self._from_folder(berkas)
        elif berkas.suffix.lower() == ".zip" and berkas.is_file():
            yield from self._from_zip(berkas, jam_berkas=jam_berkas)
        else:
            self._tell(
                berkas.name,
                "bukan-kiriman",
                "Bukan paket kiriman. Minta peserta memakai tombol Kumpulkan, atau menyalin seluruh foldernya.",
                peserta=self._guess(berkas.stem),
                ditolak=True,
            )

    def _guarded(self, asal: Path, isi: Iterator[Kiriman], peserta: str = "") -> Iterator[Kiriman]:
        """What cannot be read, for whatever reason, is told by name; the next file is read."""
        try:
            yield from isi
        except Exception as galat:  # noqa: BLE001 - the single place: no file, whatever it holds, may stop the class
            kode, pesan = reason(galat)
            siapa, latihan = peserta or self._guess(asal.stem), self._guess_exercise(asal.stem)
            self._tell(asal.name, kode, pesan, peserta=siapa, latihan=latihan, ditolak=True)

    def _from_zip(self, berkas: Path, *, jam_berkas: bool) -> Iterator[Kiriman]:
        daftar = read_incoming(berkas)
        waktu = datetime.fromtimestamp(berkas.stat().st_mtime, UTC)
        for isi in daftar:
            if not self._belongs(berkas.name, isi.peserta, isi.latihan):
                continue
            if isi.jawaban is None:
                self._remarks(berkas.name, isi.peserta, isi.latihan, isi.catatan, ditolak=True)
                continue
            if jam_berkas and not self._ahead(waktu):
                self._check_clock(berkas.name, isi, waktu)
            yield from_submission(isi, berkas.name, waktu if jam_berkas else told_time(isi.dibuat, waktu))

    def _from_folder(self, folder: Path) -> Iterator[Kiriman]:
        """A copied participant's folder, or a folder that holds several things."""
        if (folder / PACKAGE_FILE).is_file():
            yield from self._from_package(folder)
            return
        yield from self._from_inbox(folder)

    def _from_own_folders(self) -> Iterator[Kiriman]:
        for peserta in self.nama:
            folder = self.kelas.paket(peserta)
            yield from self._guarded(folder, self._from_package(folder, langsung=True), peserta)

    def _from_package(self, folder: Path, *, langsung: bool = False) -> Iterator[Kiriman]:
        if (folder / PACKAGE_FILE).is_symlink():
            self._tell_link(folder.name, PACKAGE_FILE, self._guess(folder.name))
            return
        if langsung and not (folder / PACKAGE_FILE).is_file():
            return  # nothing was handed out to this person on this machine
        info = read_package(folder)
        if langsung and info.peserta != folder.name:
            pesan = f"Folder peserta {folder.name} memuat paket milik “{info.peserta}”; isinya tidak diambil."
            self._tell(folder.name, "paket-tertukar", pesan, peserta=folder.name, ditolak=True)
            return
        if info.peserta not in self.nama:
            self._belongs(folder.name, info.peserta, "")
            return
        for tautan in links(folder, self.kelas.latihan):
            self._tell_link(folder.name, tautan.relative_to(folder).as_posix(), info.peserta)
        for latihan in self.kelas.latihan:
            isi = from_package(folder, info.peserta, (latihan,), langsung=langsung, tanda=info.tanda)
            yield from self._guarded(folder / latihan, isi, info.peserta)
        kumpulan = folder / SENT_FOLDER
        if not langsung and kumpulan.is_dir() and not kumpulan.is_symlink():
            yield from self._from_inbox(kumpulan, jam_berkas=False)

    def _tell_link(self, sumber: str, nama: str, peserta: str) -> None:
        pesan = f"“{nama}” adalah tautan ke tempat lain, bukan berkas; tidak dibaca. Salin berkas aslinya ke situ."
        self._tell(sumber, "tautan", pesan, peserta=peserta, latihan=self._guess_exercise(nama), ditolak=True)

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

    def _check_clock(self, berkas: str, isi: Submission, waktu: datetime) -> None:
        """Received late but packed in time, by the participant's own clock: a person decides, not the program."""
        dibuat = packed_in_time(isi.dibuat, waktu, self.kelas.tenggat_untuk(isi.latihan))
        if dibuat:
            pesan = (
                f"Diterima {jam_wib(waktu)}, lewat tenggat, tetapi menurut jam peserta dikemas {jam_wib(dibuat)}. "
                "Putuskan sendiri apakah dianggap terlambat."
            )
            self._tell(berkas, "waktu-berbeda", pesan, peserta=isi.peserta, latihan=isi.latihan)

    # --- deciding ---------------------------------------------------------------------------------------------

    def _admit(self, kiriman: Kiriman) -> Kiriman | None:
        """The submission with what it proves, or None when it shows that it is somebody else's."""
        lain = self.pemilik.other_owner(kiriman.peserta, kiriman.latihan, kiriman.kasus)
        if lain:
            pesan = (
                f"Kiriman atas nama {self.nama[kiriman.peserta]} memuat kasus milik {self.nama[lain]}. Tidak diambil; "
                "tanyakan kepada keduanya, lalu minta pemiliknya mengumpulkan dari foldernya sendiri."
            )
            self._set_aside(kiriman, "kasus-orang-lain", pesan)
            return None
        bukti = BERTANDA if Path(kiriman.sumber).name in self.terima else self.pemilik.proof(kiriman)
        if bukti == TANDA_ASING:
            pesan = (
                f"Kiriman atas nama {self.nama[kiriman.peserta]} tidak berasal dari paketnya: tandanya lain. Tidak "
                "diambil. Tanyakan kepadanya, lalu minta ia mengumpulkan dari foldernya sendiri."
            )
            self._set_aside(kiriman, "tanda-berbeda", pesan)
            return None
        return replace(kiriman, bukti=bukti)

    def _settle(self, hasil: Pengumpulan, daftar: list[Kiriman]) -> None:
        kunci = (daftar[0].peserta, daftar[0].latihan)
        lama = self.lama.get(kunci) if self.kelas.submitted(*kunci).is_dir() else None
        if any(self._ahead(satu.waktu) for satu in daftar):
            daftar = self._mend_clocks(daftar, lama)
        pilihan = choose(daftar, lama, self.umpan_balik.get(kunci))
        for satu in pilihan.lemah:
            self._weak(satu)
        if pilihan.ditahan is not None:
            self._hold(pilihan.ditahan)
        if pilihan.terbaik is None:
            return
        self._report(pilihan.terbaik, [satu for satu in daftar if satu not in pilihan.lemah])
        if pilihan.baru:
            store(self.kelas, pilihan.terbaik)
            hasil.serahan[kunci] = record_of(self.kelas, pilihan.terbaik)
            hasil.baru += 1
        elif lama is not None and lama.sidik == pilihan.terbaik.sidik:
            hasil.serahan[kunci] = replace(lama, bukti=max(lama.bukti, pilihan.terbaik.bukti))

    def _ahead(self, waktu: datetime) -> bool:
        return self.sekarang is not None and waktu > self.sekarang + SELISIH_JAM

    def _mend_clocks(self, daftar: list[Kiriman], lama: Serahan | None) -> list[Kiriman]:
        """A wrong clock must not keep every later hand-in out."""
        hasil = believable(daftar, lama, self.sekarang or datetime.now(UTC))
        for semula, baru in zip(daftar, hasil, strict=True):
            if semula is not baru:
                pesan = (
                    f"Waktu berkas ini {jam_wib(semula.waktu)}, masih di depan: jam komputer pengirimnya keliru. "
                    f"Dianggap diterima {jam_wib(baru.waktu)}; pastikan sendiri apakah terlambat."
                )
                self._tell(baru.sumber, "jam-mustahil", pesan, peserta=baru.peserta, latihan=baru.latihan)
        return hasil

    def _weak(self, kiriman: Kiriman) -> None:
        pesan = (
            f"Kiriman ini tidak membawa tanda peserta, jadi tidak menggantikan kiriman {self.nama[kiriman.peserta]} "
            "yang lebih jelas asalnya. Bila memang miliknya, jalankan: bimtek kelas kumpulkan --terima "
            f"“{Path(kiriman.sumber).name}”."
        )
        self._set_aside(kiriman, "tanpa-tanda", pesan)

    def _hold(self, kiriman: Kiriman) -> None:
        hold(self.kelas, kiriman)
        pesan = (
            f"Kiriman bertanggal {jam_wib(kiriman.waktu)} baru terkumpul setelah umpan balik diberikan. Nilai "
            "sebelumnya tetap. Untuk memakai kiriman ini: bimtek kelas nilai "
            f"--peserta {kiriman.peserta} --terima-setelah-umpan-balik."
        )
        self._tell(kiriman.sumber, KODE_SETELAH, pesan, peserta=kiriman.peserta, latihan=kiriman.latihan)

    def _set_aside(self, kiriman: Kiriman, kode: str, pesan: str) -> None:
        quarantine(self.kelas, kiriman)
        pesan = f"{pesan} Isinya disimpan di arsip/{KARANTINA}/{kiriman.peserta}."
        self._tell(kiriman.sumber, kode, pesan, peserta=kiriman.peserta, latihan=kiriman.latihan, ditolak=True)

    def _report(self, dipakai: Kiriman, daftar: Sequence[Kiriman]) -> None:
        kunci = (dipakai.peserta, dipakai.latihan)
        self._remarks(dipakai.sumber, *kunci, dipakai.catatan)
        if dipakai.bukti < BERTANDA:
            pesan = (
                "Kiriman ini tidak membawa tanda peserta (paket lama atau zip buatan sendiri). Diambil karena tidak "
                f"ada yang lebih jelas asalnya; pastikan kepada {self.nama[dipakai.peserta]} bahwa ini miliknya."
            )
            self._tell(dipakai.sumber, "tanpa-tanda", pesan, peserta=kunci[0], latihan=kunci[1])
        if dipakai.langsung:
            pesan = "Belum menekan Kumpulkan; jawaban diambil dari folder peserta di mesin ini."
            self._tell(dipakai.sumber, "dari-folder", pesan, peserta=kunci[0], latihan=kunci[1])
        lain = sorted({satu.sidik for satu in daftar} - {dipakai.sidik})
        if lain:
            pesan = f"Mengumpulkan {len(lain) + 1} kali; yang dipakai {dipakai.sumber} ({jam_wib(dipakai.waktu)})."
            self._tell(dipakai.sumber, "kiriman-ganda", pesan, peserta=kunci[0], latihan=kunci[1])
