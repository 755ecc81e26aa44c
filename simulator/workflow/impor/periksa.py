"""Every row of a workbook checked, and what it would add to the Draft.

Scene: after the upload, before the preview. May import: simulator.domain, wording, workflow core.
Facts: errors stand in the way, advice does not; nothing is imported half (course decision, label simulasi).
Add: a check in the file of its kind, called here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from simulator.domain.skp import (
    Aspek,
    JenisLampiran,
    JenisRHK,
    KlasifikasiRHK,
    Pendekatan,
    Perspektif,
)
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.naskah_xlsx import TAMBAHAN, BarisSKP, LembarSKP, Naskah
from simulator.workflow.impor import bidang
from simulator.workflow.impor.intervensi import cocokkan
from simulator.workflow.impor.konteks import KonteksImpor
from simulator.workflow.impor.nomenklatur import periksa_nomenklatur, periksa_tahun_lembar
from simulator.workflow.impor.redaksi import periksa_redaksi
from simulator.workflow.impor.rencana import BARIS_MAKS, ButirBaru, IKIBaru, RencanaImpor, RHKBaru, seragam
from simulator.workflow.impor.temuan import GALAT, PERINGATAN, Catatan, TemuanImpor
from simulator.workflow.limits import INDIKATOR_MAKS, LAMPIRAN_MAKS, PENUGASAN_MAKS, RHK_MAKS, TARGET_MAKS, teks

_SEL_DIBACA = (
    "rhk_atasan", "rhk", "aspek", "teks", "target", "satuan", "jenis_rhk", "klasifikasi", "penugasan_dari",
    "perspektif",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """``rencana`` is whole only when no finding is an error; ``lembar``: sheet and how many rows were read there."""

    rencana: RencanaImpor
    temuan: list[TemuanImpor]
    lembar: list[tuple[str, int]]
    dilewati: tuple[str, ...]

    @property
    def dapat_diimpor(self) -> bool:
        """Nothing stands in the way."""
        return not any(t.tingkat == GALAT for t in self.temuan)


@dataclass
class _Kerja:
    """One RHK while its rows are gathered."""

    rhk: RHKBaru
    lembar: str
    baris: int
    daftar_iki: list[IKIBaru] = field(default_factory=list)


def periksa_naskah(naskah: Naskah, konteks: KonteksImpor, *, redaksi: bool = True) -> HasilPeriksa:
    """All checks of all sheets; without ``redaksi`` nothing is said about words (an exam)."""
    pemeriksa = _Pemeriksa(konteks)
    nama = [lembar.nama for lembar in naskah.lembar]
    ringkas = [(lembar.nama, len(lembar.baris)) for lembar in naskah.lembar]
    banyak = sum(n for _, n in ringkas) + sum(len(lembar.lampiran) for lembar in naskah.lembar)
    if banyak > BARIS_MAKS:
        pemeriksa.catatan.tambah(
            GALAT, "impor-terlalu-banyak", nama[0], 0, "",
            f"Berkas ini memuat {banyak} baris isi; paling banyak {BARIS_MAKS}.",
            "Hapus lembar yang bukan SKP ini, atau bagi menjadi beberapa berkas.",
        )  # fmt: skip
    else:
        for lembar in naskah.lembar:
            pemeriksa.lembar(lembar)
        periksa_tahun_lembar(naskah, konteks.skp.tahun, pemeriksa.catatan)
        pemeriksa.selesai(naskah)
        if redaksi:
            pemeriksa.redaksi(naskah)
    return HasilPeriksa(pemeriksa.rencana(), pemeriksa.catatan.urut(nama), ringkas, naskah.dilewati)


def _nilai(satu: BarisSKP, nama: str) -> str:
    """What one row says in one field; RHK and superior's RHK also where they stand in a row above."""
    p = satu.baris.pernyataan
    if nama in satu.lain:
        return satu.lain[nama]
    if p is None:
        return ""
    return (p.teks if nama == "rhk" and p.jenis_pernyataan == "rhk" else getattr(p, nama)) or ""


class _Pemeriksa:
    """Gathers RHK by their words, because sheets repeat or leave out what stands above."""

    def __init__(self, konteks: KonteksImpor) -> None:
        self.konteks = konteks
        self.catatan = Catatan()
        self.kerja: dict[str, _Kerja] = {}
        self.butir: list[ButirBaru] = []
        self.ada = {seragam(rhk.teks) for rhk in konteks.skp.daftar_rhk}
        self.wajib_target = konteks.skp.pendekatan is Pendekatan.KUANTITATIF

    def lapor(self, b: Baris, nama: str) -> bidang.Lapor:
        """Report about one field of a row."""
        sel = b.sel.get(nama) or b.sel.get("teks") or b.sel.get("rhk") or ""

        def catat(tingkat: str, kode: str, pesan: str, saran: str) -> None:
            # A cell without a value of its own is mended first; what its makeshift text lacks besides is no help.
            if not self.catatan.tanpa_nilai(b.lembar, sel):
                self.catatan.tambah(tingkat, kode, b.lembar, b.nomor, sel, pesan, saran)

        return catat

    # --- one sheet -------------------------------------------------------------------------------------------------

    def lembar(self, lembar: LembarSKP) -> None:
        periksa_nomenklatur(lembar, self.konteks, self.catatan)
        self._kolom_tersembunyi(lembar)
        for kembar in lembar.kembar:
            self.catatan.tambah(
                PERINGATAN, "kolom-kembar", lembar.nama, kembar.baris, f"{kembar.lain}{kembar.baris}",
                f"Kolom {kembar.lain} “{kembar.judul_lain[:60]}” tidak diimpor: kolom {kembar.dibaca} "
                f"“{kembar.judul[:60]}” sudah dibaca untuk isian yang sama.",
                "Hapus kolom yang tidak dipakai, atau pindahkan isinya ke bawah kolom yang dibaca.",
            )  # fmt: skip
        for satu in lembar.baris:
            if satu.baris.nomor in lembar.tersembunyi:
                self.lapor(satu.baris, "rhk")(
                    PERINGATAN, "baris-tersembunyi", "Baris ini tersembunyi di lembar kerja Anda, tetapi ikut diimpor.",
                    "Tampilkan baris itu (Unhide) dan lepas saringannya; hapus bila memang tidak dipakai.",
                )  # fmt: skip
            self._khusus(lembar, satu)
            self._baris(satu)
        for butir in lembar.lampiran:
            jenis = JenisLampiran(butir.jenis)  # type: ignore[call-arg]
            self.butir.append(ButirBaru(jenis, butir.teks))
            b = Baris(butir.baris, sel={"teks": butir.sel}, lembar=lembar.nama)
            bidang.periksa_batas(lambda: teks(butir.teks, jenis.label, LAMPIRAN_MAKS), self.lapor(b, "teks"))  # noqa: B023

    def _kolom_tersembunyi(self, lembar: LembarSKP) -> None:
        for nama in _SEL_DIBACA:
            pertama = next((satu for satu in lembar.baris if _nilai(satu, nama)), None)
            huruf = pertama.baris.sel.get(nama, "").rstrip("0123456789") if pertama else ""
            if pertama and huruf in lembar.kolom_tersembunyi:
                self.lapor(pertama.baris, nama)(
                    PERINGATAN, "kolom-tersembunyi",
                    f"Kolom {huruf} tersembunyi di lembar kerja Anda, tetapi ikut diimpor.",
                    "Tampilkan kolom itu (Unhide) dan baca isinya; hapus bila memang tidak dipakai.",
                )  # fmt: skip

    def _khusus(self, lembar: LembarSKP, satu: BarisSKP) -> None:
        for nama in _SEL_DIBACA:
            macam = lembar.khusus.get(satu.baris.sel.get(nama, ""), "")
            bidang.periksa_khusus(macam, bidang.rapi(_nilai(satu, nama)), self.lapor(satu.baris, nama))

    def _baris(self, satu: BarisSKP) -> None:
        b, p = satu.baris, satu.baris.pernyataan
        if b.rhk_baru is not None:
            self._rhk(satu, b.rhk_baru.teks, b.rhk_baru.rhk_atasan)
        if p is None:
            self.lapor(b, "teks")(
                GALAT, "baris-tidak-terbaca", f"Baris ini tidak dapat dibaca: {b.galat}",
                "Lengkapi indikatornya, atau kosongkan seluruh baris bila memang tidak dipakai.",
            )  # fmt: skip
            # What is written beside it is checked at once: nobody wants to hear of it only after the next upload.
            if satu.lain["aspek"]:
                bidang.baca_aspek(satu.lain["aspek"], self.lapor(b, "aspek"))
            if satu.lain["target"]:
                bidang.baca_target(
                    satu.lain["target"], satu.lain["satuan"], self.lapor(b, "target"), wajib=self.wajib_target
                )
        elif p.jenis_pernyataan == "rhk":
            self._rhk(satu, p.teks, p.rhk_atasan)
        elif p.jenis_pernyataan != "iki" or not seragam(p.rhk or ""):
            self.lapor(b, "teks")(
                GALAT, "bukan-tabel-skp", "Baris ini tidak berada di bawah sebuah RHK.",
                "Isi kolom Rencana Hasil Kerja pada baris ini atau baris di atasnya; pakai templat bila ragu.",
            )  # fmt: skip
        else:
            self._iki(satu)

    # --- one RHK ---------------------------------------------------------------------------------------------------

    def _rhk(self, satu: BarisSKP, tulis: str, atasan: str | None) -> None:
        b, isi = satu.baris, bidang.rapi(tulis)
        lapor = self.lapor(b, "rhk")
        if (lama := self.kerja.get(seragam(isi))) is not None:
            lapor(
                PERINGATAN, "rhk-berulang", f"RHK ini sudah ada di lembar “{lama.lembar}” baris {lama.baris}.",
                "Indikatornya digabungkan ke sana. Bila maksudnya RHK lain, bedakan kalimatnya.",
            )  # fmt: skip
            return
        if seragam(isi) in self.ada:
            lapor(
                GALAT, "rhk-sudah-ada", "RHK ini sudah ada di SKP tujuan.",
                "Hapus dari lembar, atau hapus RHK itu dari SKP dahulu.",
            )  # fmt: skip
        bidang.periksa_batas(lambda: teks(isi, "Rencana Hasil Kerja", RHK_MAKS), lapor)
        # A column of its own says more than the section it stands in.
        bawaan = JenisRHK.TAMBAHAN if satu.bagian == TAMBAHAN else JenisRHK.UTAMA
        jenis = bidang.baca_pilihan(
            satu.lain["jenis_rhk"], JenisRHK, "Jenis RHK", bawaan, self.lapor(b, "jenis_rhk")
        ) or bawaan  # fmt: skip
        rhk = RHKBaru(
            teks=isi,
            jenis=jenis,
            klasifikasi=bidang.baca_pilihan(
                satu.lain["klasifikasi"], KlasifikasiRHK, "Klasifikasi", KlasifikasiRHK.ORGANISASI,
                self.lapor(b, "klasifikasi"),
            ) or KlasifikasiRHK.ORGANISASI,
            rhk_atasan_id=self._atasan(satu, bidang.rapi(atasan), utama=jenis is JenisRHK.UTAMA),
            penugasan_dari=satu.lain["penugasan_dari"],
            perspektif=self._perspektif(satu, jenis),
        )  # fmt: skip
        bidang.periksa_batas(
            lambda: teks(rhk.penugasan_dari, "Penugasan Dari", PENUGASAN_MAKS, wajib=False),
            self.lapor(b, "penugasan_dari"),
        )
        self.kerja[seragam(isi)] = _Kerja(rhk, b.lembar, b.nomor)

    def _atasan(self, satu: BarisSKP, tulis: str, *, utama: bool) -> int | None:
        lapor = self.lapor(satu.baris, "rhk_atasan")
        ketemu, masalah = cocokkan(tulis, self.konteks, utama=utama)
        if masalah is not None:
            lapor(*masalah)
        elif ketemu is not None and satu.atasan_terbawa:
            lapor(
                PERINGATAN, "rhk-pimpinan-terbawa",
                f"Kolom ini kosong; dipakai RHK pimpinan di atasnya: “{tulis[:80]}”.",
                "Bila keliru, isi RHK pimpinan yang dimaksud.",
            )  # fmt: skip
        return ketemu

    def _perspektif(self, satu: BarisSKP, jenis: JenisRHK) -> Perspektif | None:
        lapor = self.lapor(satu.baris, "perspektif")
        perspektif = bidang.baca_pilihan(satu.lain["perspektif"], Perspektif, "Perspektif", None, lapor)
        if perspektif is not None and not self.konteks.jpt:
            lapor(
                GALAT, "perspektif-bukan-jpt", "Perspektif hanya ada pada SKP Jabatan Pimpinan Tinggi.",
                "Kosongkan kolom Perspektif.",
            )  # fmt: skip
        if self.konteks.jpt and jenis is JenisRHK.UTAMA and not satu.lain["perspektif"]:
            lapor(
                PERINGATAN, "tanpa-perspektif", "RHK utama JPT ini belum punya perspektif.",
                "Isi sekarang, atau pilih di Ubah RHK sesudah impor; tanpa itu SKP tidak dapat diajukan.",
            )  # fmt: skip
        return perspektif

    # --- one indicator ---------------------------------------------------------------------------------------------

    def _iki(self, satu: BarisSKP) -> None:
        b, p = satu.baris, satu.baris.pernyataan
        assert p is not None
        isi = bidang.rapi(p.teks)
        bidang.periksa_batas(lambda: teks(isi, "Indikator", INDIKATOR_MAKS), self.lapor(b, "teks"))
        aspek = bidang.baca_aspek(p.aspek or "", self.lapor(b, "aspek"))
        target = bidang.baca_target(p.target, p.satuan, self.lapor(b, "target"), wajib=self.wajib_target)
        bidang.periksa_batas(lambda: teks(target, "Target", TARGET_MAKS, wajib=False), self.lapor(b, "target"))
        kerja = self.kerja.get(seragam(bidang.rapi(p.rhk)))
        if kerja is None:  # the row that would have begun this RHK could not be read
            self._rhk(satu, p.rhk or "", p.rhk_atasan)
            kerja = self.kerja[seragam(bidang.rapi(p.rhk))]
        baru = IKIBaru(aspek or Aspek.KUANTITAS, isi, target)
        if any((lama.aspek, seragam(lama.indikator)) == (baru.aspek, seragam(isi)) for lama in kerja.daftar_iki):
            self.lapor(b, "teks")(
                PERINGATAN, "indikator-berulang", "Indikator yang sama dengan aspek yang sama sudah ada pada RHK ini.",
                "Hapus salah satunya, atau bedakan ukurannya.",
            )  # fmt: skip
        kerja.daftar_iki.append(baru)

    # --- all of it -------------------------------------------------------------------------------------------------

    def selesai(self, naskah: Naskah) -> None:
        """What shows only when everything was read."""
        for kerja in self.kerja.values():
            if not kerja.daftar_iki:
                self.catatan.tambah(
                    PERINGATAN, "rhk-tanpa-iki", kerja.lembar, kerja.baris, "",
                    f"RHK “{kerja.rhk.teks[:80]}” belum punya indikator.",
                    "Tambahkan barisnya, atau tambah indikator sesudah impor; tanpa itu SKP tidak dapat diajukan.",
                )  # fmt: skip

    def redaksi(self, naskah: Naskah) -> None:
        """How the statements are worded."""
        kartu = self.konteks.skp.identitas_pegawai
        baris = [satu.baris for lembar in naskah.lembar for satu in lembar.baris]
        periksa_redaksi(baris, kartu.jabatan if kartu else None, self.catatan)

    def rencana(self) -> RencanaImpor:
        """What was gathered, in the order of the sheets."""
        return RencanaImpor(tuple(self._lengkap()), tuple(self.butir))

    def _lengkap(self) -> Iterator[RHKBaru]:
        for kerja in self.kerja.values():
            yield replace(kerja.rhk, daftar_iki=tuple(kerja.daftar_iki))
