"""The participant's own desk in the office: whose evidence it is, for which quarter, and which papers lie on the drive.

Scene: exercise 03 reads the participant's own institution. May import: exercises.kit, simulator.
Facts: rows of the office; which document proves which indicator is the institution's hidden truth.
Add: another thing to know about a document as a field of Kertas.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from exercises.kit.office import classroom_office
from simulator.domain.pelaksanaan import Akses
from simulator.domain.skp import Aspek

TRIWULAN = ("I", "II", "III", "IV")
_TUGAS = 3  # indicators to find evidence for
_PENGALIH = 7  # other papers among which to choose


@dataclass(frozen=True)
class Kertas:
    """One document as a reader finds it on the drive, without its telling file name."""

    dokumen_id: int
    jenis: str
    tanggal: date
    akses: Akses
    bertanda_tangan: bool
    isi: str

    @property
    def ekstensi(self) -> str:
        """File type that goes with the kind of paper."""
        return {"Foto": "jpg", "Rekap Data": "xlsx", "Tangkapan Layar": "png"}.get(self.jenis, "pdf")


@dataclass(frozen=True)
class Tugas:
    """One indicator of the quarter: what was due, what was reached, and the papers that prove it."""

    iki_id: int
    nomor_rhk: int
    rhk: str
    aspek: Aspek
    indikator: str
    sumber_data: str
    jumlah: int
    satuan: str
    bukti: tuple[int, ...]
    pelengkap: tuple[int, ...]


@dataclass(frozen=True)
class Meja:
    """The desk: person, quarter, indicators, papers in the order shown, and papers of another quarter to name."""

    pegawai_id: int
    nama: str
    jabatan: str
    tahun: int
    triwulan: int
    tugas: tuple[Tugas, ...]
    kertas: tuple[Kertas, ...]
    untuk_dinamai: tuple[tuple[Kertas, int, Aspek, int], ...]  # paper, RHK, aspek, quarter


def pilih(seed: int, rng: random.Random) -> Meja:
    """A person of a Puskesmas whose own evidence was left alone by the planted faults, and one quarter."""
    kantor = classroom_office(seed)
    jabatan = {satu["jabatan_id"]: str(satu["nama"]) for satu in kantor.rows("jabatan")}
    kepala = {satu["pimpinan_id"] for satu in kantor.rows("unit_kerja")}
    dokumen = _by(kantor.rows("dokumen"), "pemilik_id")
    tercemar = _touched(kantor)
    calon = [satu for satu in kantor.rows("pegawai") if satu["unit_id"] >= 11 and satu["pegawai_id"] not in kepala]
    rng.shuffle(calon)
    for pegawai in calon:
        triwulan = rng.choice((2, 3))
        milik = dokumen.get(pegawai["pegawai_id"], [])
        if tercemar & {satu["dokumen_id"] for satu in milik}:
            continue
        meja = _desk(kantor, pegawai, jabatan[pegawai["jabatan_id"]], triwulan, milik, rng)
        if meja is not None:
            return meja
    raise ValueError(f"seed {seed}: nobody in this office has enough evidence of their own")


def _by(rows: list[dict[str, Any]], kolom: str) -> dict[int, list[dict[str, Any]]]:
    hasil: dict[int, list[dict[str, Any]]] = {}
    for satu in rows:
        hasil.setdefault(satu[kolom], []).append(satu)
    return hasil


def _touched(kantor: Any) -> set[int]:
    """Documents that a planted fault or a near-miss changed or pointed to."""
    bukti = {satu["bukti_id"]: satu["dokumen_id"] for satu in kantor.rows("bukti_dukung")}
    terkait = set()
    for satu in kantor.answer_key:
        if satu.tabel == "dokumen":
            terkait.add(satu.kunci)
        elif satu.tabel == "bukti_dukung" and satu.kolom == "dokumen_id":
            terkait |= {bukti[satu.kunci], satu.nilai_asli}
    return terkait


def _desk(
    kantor: Any, pegawai: dict[str, Any], jabatan: str, triwulan: int, milik: list[dict[str, Any]], rng: random.Random
) -> Meja | None:
    semua = _tasks(kantor, pegawai["pegawai_id"], triwulan)
    jenis = {satu["dokumen_id"]: str(satu["jenis"]) for satu in milik}
    cocok = [satu for satu in semua if satu.bukti]
    # One indicator of each RHK, and among them at least one of kualitas, so that reading the aspect matters.
    tugas: list[Tugas] = []
    for nomor in sorted({satu.nomor_rhk for satu in cocok})[:_TUGAS]:
        pilihan = [satu for satu in cocok if satu.nomor_rhk == nomor and satu.aspek is not Aspek.WAKTU]
        if pilihan:
            tugas.append(pilihan[nomor % len(pilihan)])
    if len(tugas) < _TUGAS or len({jenis[satu.bukti[0]] for satu in tugas}) < 2:
        return None
    wajib = {nomor for satu in tugas for nomor in satu.bukti}
    pelengkap = {nomor for satu in tugas for nomor in satu.pelengkap}
    lain = [satu for satu in milik if satu["dokumen_id"] not in wajib | pelengkap and _near(satu, triwulan)]
    if len(lain) < _PENGALIH:
        return None
    kertas = [_paper(satu) for satu in milik if satu["dokumen_id"] in wajib | pelengkap]
    kertas += [_paper(satu) for satu in rng.sample(lain, _PENGALIH)]
    rng.shuffle(kertas)
    dinamai = _to_name(milik, triwulan + 1, rng)
    if len(dinamai) < _TUGAS:
        return None
    return Meja(
        pegawai["pegawai_id"],
        str(pegawai["nama"]),
        jabatan,
        kantor.year,
        triwulan,
        tuple(tugas),
        tuple(kertas),
        tuple(dinamai),
    )


def _near(satu: dict[str, Any], triwulan: int) -> bool:
    """Papers of this and the quarter before; older ones would be too easy to rule out."""
    return re.search(rf"/TW[{triwulan - 1}{triwulan}]/", f"{satu['folder']}/") is not None


def _paper(satu: dict[str, Any]) -> Kertas:
    return Kertas(
        satu["dokumen_id"], str(satu["jenis"]), satu["tanggal"], Akses(satu["akses"]), bool(satu["bertanda_tangan"]),
        str(satu["isi_ringkas"]),
    )  # fmt: skip


def _tasks(kantor: Any, pegawai_id: int, triwulan: int) -> list[Tugas]:
    rhk = {satu["rhk_id"]: str(satu["teks"]) for satu in kantor.rows("rhk") if satu["skp_id"] == pegawai_id}
    nomor = {rhk_id: urutan for urutan, rhk_id in enumerate(rhk, 1)}
    realisasi = {
        satu["iki_id"]: satu
        for satu in kantor.rows("realisasi")
        if satu["skp_id"] == pegawai_id and satu["periode_id"] == triwulan
    }
    dokumen = {satu["dokumen_id"]: satu for satu in kantor.rows("dokumen") if satu["pemilik_id"] == pegawai_id}
    melekat = _by([satu for satu in kantor.rows("bukti_dukung") if satu["periode_id"] == triwulan], "iki_id")
    # The papers speak of the indicator as it was; where the office changed its words or number, none proves it.
    berubah = {(satu.tabel, satu.kunci) for satu in kantor.answer_key}
    hasil = []
    for iki in kantor.rows("iki"):
        if iki["rhk_id"] not in rhk or iki["iki_id"] not in realisasi:
            continue
        if {("iki", iki["iki_id"]), ("realisasi", realisasi[iki["iki_id"]]["realisasi_id"])} & berubah:
            continue
        satuan = re.sub(r"^[\d.]+\s*", "", str(iki["target"]))
        angka = re.search(rf"(\d[\d.]*) {re.escape(satuan)}", str(realisasi[iki["iki_id"]]["realisasi"]))
        if angka is None:
            continue
        berkas = [satu["dokumen_id"] for satu in melekat.get(iki["iki_id"], []) if satu["dokumen_id"] in dokumen]
        foto = tuple(sorted(nomor for nomor in berkas if dokumen[nomor]["jenis"] == "Foto"))
        hasil.append(
            Tugas(
                iki_id=iki["iki_id"],
                nomor_rhk=nomor[iki["rhk_id"]],
                rhk=rhk[iki["rhk_id"]],
                aspek=Aspek(iki["aspek"]),
                indikator=str(iki["indikator"]),
                sumber_data=str(realisasi[iki["iki_id"]]["sumber_data"]),
                jumlah=int(angka.group(1).rstrip(".").replace(".", "")),
                satuan=satuan,
                bukti=tuple(sorted(set(berkas) - set(foto))),
                pelengkap=foto,
            )
        )
    return hasil


def _to_name(milik: list[dict[str, Any]], triwulan: int, rng: random.Random) -> list[tuple[Kertas, int, Aspek, int]]:
    """Papers of the next quarter: number of the RHK and aspect follow from the document's place on the drive."""
    aspek = {1: Aspek.KUANTITAS, 2: Aspek.KUALITAS}
    calon = []
    for satu in milik:
        folder = re.search(rf"/TW{triwulan}/RHK-(\d\d)$", str(satu["folder"]))
        if folder and satu["jenis"] != "Foto":
            calon.append((_paper(satu), int(folder.group(1)), aspek[satu["dokumen_id"] % 10], triwulan))
    return rng.sample(calon, min(_TUGAS, len(calon)))
