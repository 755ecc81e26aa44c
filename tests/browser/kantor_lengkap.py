"""A made institution in which every page has something to show: SKP in every state, evidence, an objection.

The year 2026 comes from the generator; what is still open in January 2027 is done here through the actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from exercises.kit.build import participant_notebook
from exercises.kit.catalog import exercise_ids, load
from exercises.kit.package import OFFICE_FILE, bahan, write_package
from simulator.domain.akun import Akun, Peran
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.pelaksanaan import Akses, BuktiDukung, ProgresHarian, RencanaAksi
from simulator.domain.penilaian import Evaluasi, Keberatan
from simulator.domain.skp import SKP, Aspek, JenisLampiran, Perspektif
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.institution.generate import generate
from simulator.store import repository
from simulator.web import unggahan
from simulator.web.data import buka_data
from simulator.web.gangguan import catat, rekap_cacat, surel
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor, open_office

SKENARIO, BENIH, ORANG = "dinas_kesehatan", 7, 60
TAHUNAN, TRIWULAN_AKHIR = 5, 4
REKAP_CACAT, TENGGAT = "F45", "2027-02-26T17:00:00+07:00"
AWAL, AKHIR = date(2027, 1, 1), date(2027, 12, 31)
#: The part of the addresses that one hat serves; whoever has the hat looks at them.
PEGAWAI, PENILAI, ADMIN, PIMPINAN = "", "/penilai", "/admin", "/pimpinan"


@dataclass(frozen=True)
class Keadaan:
    """One thing to look at: who looks under each hat, and the numbers (and words) that stand in addresses."""

    nama: str
    siapa: dict[str, int]
    nomor: dict[str, int | str]


def buat_kantor(folder: Path) -> tuple[Path, list[Keadaan]]:
    """Found it in a participant's folder and bring it to the day of the picture; always the same. (its file, ...)"""
    kasus = {nama: load(nama).checks.make_case(BENIH) for nama in exercise_ids()}
    isi = [bahan(load(nama), satu, participant_notebook(load(nama)), TENGGAT) for nama, satu in kasus.items()]
    write_package(
        folder, kelas="Bimtek Angkatan 1", peserta="p001", nama="Peserta Contoh", isi=isi,
        tulis_kantor=lambda tujuan: found_office(generate(SKENARIO, BENIH, ORANG), tujuan, benih_publik=False),
    )  # fmt: skip
    berkas = folder / OFFICE_FILE
    with open_office(berkas) as kantor:
        semua = _adegan(kantor)
        semua[0].nomor.update(_di_sampingnya(kantor, berkas, semua[0]))
    for nama, satu in kasus.items():
        nomor: dict[str, int | str] = {"latihan": nama, "soal": next(iter(satu.tampilan["soal"])), "nomor": 1}
        nomor["modul"] = load(nama).spec.modul
        semua.append(Keadaan(nama, semua[0].siapa, nomor))
    return berkas, semua


def _di_sampingnya(kantor: Kantor, berkas: Path, keadaan: Keadaan) -> dict[str, int | str]:
    """What lies beside the office: a file of the drive, a recap that came back, a letter to who forgot the password."""
    data = buka_data(berkas)
    isi = b"Rekap survei empat triwulan\n1;25\n2;31\n3;28\n4;30\n"
    cacat = rekap_cacat.pasang(kantor, REKAP_CACAT)
    with kantor.lihat() as connection:
        lupa = repository.get(connection, Pegawai, keadaan.siapa[PEGAWAI])
    with data.ubah() as web:
        unggahan.simpan(web, int(keadaan.nomor["dokumen_id"]), unggahan.periksa_berkas("rekap-survei.txt", isi))
        catat.pasang(web, REKAP_CACAT, keadaan.siapa[ADMIN], cacat, hari=kantor.hari.isoformat(), nomor=0)
        surel.kirim(web, lupa)
        (kembali,) = catat.terpasang(web, REKAP_CACAT)
        rahasia = surel.surat(web, lupa)
    data.tutup()
    assert rahasia is not None
    return {"gangguan_id": kembali.gangguan_id, "nip": lupa.nip, "rahasia": rahasia}


def _adegan(kantor: Kantor) -> list[Keadaan]:
    perkara, skp = _keberatan(kantor)
    saya, atasan = skp.pegawai_id, skp.penilai_id
    assert atasan is not None
    with kantor.lihat() as connection:
        rekan = [p.pegawai_id for p in repository.find(connection, Pegawai, atasan_id=atasan) if p.pegawai_id != saya]
        admin = next(a.pegawai_id for a in repository.find(connection, Akun) if Peran.ADMIN in a.peran)
        kepala = next(p for p in repository.find(connection, Pegawai) if p.atasan_id is None)
        unit = repository.get(connection, Pegawai, saya).unit_id
        lama = repository.find(connection, BuktiDukung, skp_id=skp.skp_id, periode_id=TRIWULAN_AKHIR)[0]
    siapa = {PEGAWAI: saya, PENILAI: atasan, ADMIN: admin, PIMPINAN: kepala.pegawai_id}
    nomor: dict[str, int | str] = {
        "skp_id": skp.skp_id,
        "unit_id": unit,
        "pegawai_id": saya,
        "keberatan_id": perkara.keberatan_id,
        "tahun": AWAL.year - 1,
    }
    _umpan_rekan(kantor, skp, rekan)
    pribadi, terbuka = (nomor | satu for satu in _isi_tahunan(kantor, skp))
    assert lama.dokumen_id is not None
    terkunci = {"periode_id": TRIWULAN_AKHIR, "bukti_id": lama.bukti_id, "dokumen_id": lama.dokumen_id}
    diajukan, draft, rhk = _rencana_2027(kantor, (kepala.pegawai_id, atasan, rekan[0]), rekan[1])
    _matriks(kantor, atasan, diajukan, rekan[0])
    _tim(kantor, atasan, saya, rekan[0])
    actions.setujui_pak(kantor, Pelaku.penilai(atasan), rekan[0], tahun=AWAL.year - 1)
    skp_atasan = _milik(kantor, atasan, AWAL.year)
    return [
        Keadaan("terbuka", siapa, terbuka),
        Keadaan("pribadi", siapa, pribadi),
        Keadaan("terkunci", siapa, {"skp_id": skp.skp_id, **terkunci}),
        Keadaan("diajukan", siapa | {PEGAWAI: rekan[0]}, {"skp_id": diajukan}),
        Keadaan("draft", siapa | {PEGAWAI: rekan[1]}, {"skp_id": draft, "rhk_id": rhk}),
        Keadaan("pemimpin", siapa | {PEGAWAI: atasan}, {"skp_id": skp_atasan}),
        Keadaan("puncak", siapa | {PENILAI: kepala.pegawai_id}, {"periode_id": TAHUNAN}),
    ]


def _keberatan(kantor: Kantor) -> tuple[Keberatan, SKP]:
    """An open objection of somebody who kept a log of the days."""
    with kantor.lihat() as connection:
        for perkara in repository.find(connection, Keberatan):
            evaluasi = repository.get(connection, Evaluasi, perkara.evaluasi_id)
            rencana = repository.find(connection, RencanaAksi, skp_id=evaluasi.skp_id)
            if any(repository.count(connection, ProgresHarian, rencana_id=satu.rencana_id) for satu in rencana):
                return perkara, repository.whole_skp(connection, evaluasi.skp_id)
    raise LookupError("no objection by somebody with a log")


def _isi_tahunan(kantor: Kantor, skp: SKP) -> list[dict[str, int]]:
    """The yearly period, still open: plan, log, results; evidence that its assessor cannot open, and that opens."""
    saya, rhk = Pelaku.pegawai(skp.pegawai_id), skp.daftar_rhk[0]
    nomor: list[dict[str, int]] = []
    rencana = actions.tambah_rencana_aksi(
        kantor, saya, skp.skp_id, periode_id=TAHUNAN, rhk_id=rhk.rhk_id, target="1 Laporan",
        deskripsi="Menghimpun laporan empat triwulan menjadi laporan tahunan",
    )  # fmt: skip
    actions.tambah_progres(
        kantor, saya, rencana.rencana_id, tanggal=date(2026, 12, 28), jam_mulai=time(8), jam_selesai=time(10, 30),
        kegiatan="Mencocokkan angka empat triwulan", realisasi=4, satuan="Laporan",
    )  # fmt: skip
    for akses, nama in ((Akses.PRIBADI, "2026_Tahunan_RHK01_laporan-akhir.pdf"), (Akses.PENILAI, "Rekap survei.txt")):
        dokumen = actions.simpan_dokumen(
            kantor, saya, nama=nama, jenis="Laporan", tanggal=kantor.hari, folder="2026/Tahunan", akses=akses,
            bertanda_tangan=akses is Akses.PRIBADI, isi_ringkas="Rekapitulasi hasil empat triwulan beserta sumbernya.",
        )  # fmt: skip
        bukti = actions.tambah_bukti(
            kantor, saya, skp.skp_id, periode_id=TAHUNAN, iki_id=rhk.daftar_iki[0].iki_id,
            nama_eviden=nama.partition(".")[0], dokumen_id=dokumen.dokumen_id,
        )  # fmt: skip
        nomor.append({"periode_id": TAHUNAN, "bukti_id": bukti.bukti_id, "dokumen_id": dokumen.dokumen_id})
    actions.isi_realisasi(
        kantor, saya, skp.skp_id, periode_id=TAHUNAN, iki_id=rhk.daftar_iki[0].iki_id,
        realisasi="4 Laporan berdasarkan Bukti Dukung rekap survei", sumber_data="Rekap laporan triwulan",
    )  # fmt: skip
    return nomor


def _rencana_2027(kantor: Kantor, rantai: tuple[int, ...], draft_oleh: int) -> tuple[int, int, int]:
    """SKP of the new year: approved down to the leader, submitted by one, half written by another; (ids, its RHK)."""
    rhk_atasan: int | None = None
    skp_id = 0
    for urutan, siapa in enumerate(rantai):
        rhk_sebelum = rhk_atasan
        skp_id, rhk_atasan = _susun(kantor, siapa, rhk_sebelum)
        actions.ajukan_skp(kantor, Pelaku.pegawai(siapa), skp_id)
        if siapa != rantai[-1]:
            actions.setujui_skp(kantor, Pelaku.penilai(rantai[urutan - 1]) if urutan else KEPALA_DAERAH, skp_id)
            actions.sinkronkan_skp_bawahan(kantor, Pelaku.penilai(siapa), skp_id)
    draft, rhk = _susun(kantor, draft_oleh, rhk_sebelum, lengkap=False)
    return skp_id, draft, rhk


def _susun(kantor: Kantor, siapa: int, rhk_atasan: int | None, *, lengkap: bool = True) -> tuple[int, int]:
    saya = Pelaku.pegawai(siapa)
    skp = actions.buat_skp(kantor, saya, periode_awal=AWAL, periode_akhir=AKHIR)
    rhk = actions.tambah_rhk(
        kantor, saya, skp.skp_id, teks_rhk="Menurunnya angka kesakitan penyakit menular di wilayah kerja",
        rhk_atasan_id=rhk_atasan, perspektif=Perspektif.PROSES_BISNIS if rhk_atasan is None else None,
    )  # fmt: skip
    for aspek, indikator, target in (
        (Aspek.KUANTITAS, "Jumlah laporan surveilans yang tersusun", "12 Laporan"),
        (Aspek.KUALITAS, "Persentase laporan yang lengkap dan diverifikasi", "95 Persen"),
        (Aspek.WAKTU, "Ketepatan waktu penyampaian laporan", "12 Bulan"),
    )[: 3 if lengkap else 1]:
        actions.tambah_iki(kantor, saya, rhk.rhk_id, aspek=aspek, indikator=indikator, target=target)
    if lengkap:
        for jenis in JenisLampiran:
            actions.tambah_lampiran(kantor, saya, skp.skp_id, jenis=jenis, isi=f"{jenis.label}: sesuai kesepakatan.")
    return skp.skp_id, rhk.rhk_id


def _matriks(kantor: Kantor, pimpinan: int, skp_anggota: int, anggota: int) -> None:
    """One cell of the leader's matrix, so that roles can be read and changed."""
    skp_id = _milik(kantor, pimpinan, AWAL.year)
    with kantor.lihat() as connection:
        rhk = repository.whole_skp(connection, skp_id).daftar_rhk[0]
    actions.tetapkan_peran(
        kantor, Pelaku.penilai(pimpinan), skp_id, rhk_pimpinan_id=rhk.rhk_id, pegawai_id=anggota,
        peran="Tersedianya laporan surveilans mingguan puskesmas", cascading=JenisCascading.LANGSUNG,
        tingkat=TingkatHasil.OUTPUT,
    )  # fmt: skip


def _tim(kantor: Kantor, pimpinan: int, ketua: int, anggota: int) -> None:
    """A team of the leader with its head and one member."""
    tim = actions.bentuk_tim_kerja(
        kantor, Pelaku.penilai(pimpinan), nama="Tim Kewaspadaan Dini", ketua_id=ketua,
        tugas="Tersedianya peringatan dini kejadian luar biasa setiap pekan",
    )  # fmt: skip
    actions.tambah_anggota_tim(kantor, Pelaku.penilai(pimpinan), tim.tim_id, anggota)


def _umpan_rekan(kantor: Kantor, skp: SKP, rekan: list[int]) -> None:
    """Two colleagues tell what they saw, so that the receiver may read it too."""
    for pemberi, kalimat in zip(
        rekan, ("Data selalu dibagikan sebelum diminta.", "Rapat lebih singkat bila bahannya dikirim lebih awal."),
        strict=False,
    ):  # fmt: skip
        actions.beri_umpan_rekan(
            kantor, Pelaku.pegawai(pemberi), skp.skp_id, periode_id=TAHUNAN, isi=kalimat,
            kolaboratif=SkalaRekan.TELADAN, akuntabel=SkalaRekan.TAMPAK,
            adaptif=SkalaRekan.BELUM_TAMPAK if pemberi == rekan[0] else None,
        )  # fmt: skip


def _milik(kantor: Kantor, pegawai_id: int, tahun: int) -> int:
    with kantor.lihat() as connection:
        return next(s.skp_id for s in repository.find(connection, SKP, pegawai_id=pegawai_id) if s.tahun == tahun)
