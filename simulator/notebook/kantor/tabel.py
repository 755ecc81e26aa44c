"""What one person sees of the office, as tables (pandas.DataFrame): the names of the columns are those of the pages.

Scene: the page *Kantor kelas* draws them; a notebook of one's own computes with them. May import: simulator.domain;
pandas when called.
Facts: ekinerja-app §2.2–2.5, §2.10. A row's key (``skp_id``, ``rhk_id``, …) is its index: an action can name it.
Add: another table as one function of (kantor, …) with its columns written out, so that an empty one has them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from simulator.domain.errors import TidakDitemukan
from simulator.domain.label import Berlabel
from simulator.domain.penilaian import Predikat, Rating, StatusEvaluasi
from simulator.domain.skp import Aspek, JenisRHK, Pendekatan, StatusSKP
from simulator.notebook.kantor.sambungan import KantorKelas

if TYPE_CHECKING:
    from pandas import DataFrame

KOSONG = "–"
KOLOM_SKP = ("Tahun", "Versi", "Periode", "Pendekatan", "Pejabat penilai", "Status")
KOLOM_RHK = ("Jenis", "RHK Pimpinan yang Diintervensi", "Rencana Hasil Kerja", "Indikator")
KOLOM_IKI = ("Rencana Hasil Kerja", "Aspek", "Indikator", "Target")
_BAWAHAN = ("Nama", "NIP", "Jabatan", "Tahun", "Status SKP")
_PENILAIAN = (
    "Periode", "Rencana aksi", "Bukti dukung", "Realisasi", "Indikator", "Rating Hasil Kerja", "Rating Perilaku Kerja",
    "Predikat Kinerja", "Keadaan",
)  # fmt: skip
_DINILAI = ("Nama", "Jabatan", "Indikator", "Berbukti", "Terealisasi", "Umpan balik", "Predikat Kinerja")


def skp_saya(kantor: KantorKelas) -> DataFrame:
    """Daftar SKP of the person, newest first."""
    return _bingkai("skp_id", KOLOM_SKP, ((skp["skp_id"], _baris_skp(skp)) for skp in _daftar_skp(kantor)))


def _daftar_skp(kantor: KantorKelas) -> list[dict[str, Any]]:
    daftar: list[dict[str, Any]] = kantor.lihat(f"/pegawai/{kantor.pegawai_id}/skp")
    return daftar


def _baris_skp(skp: dict[str, Any]) -> tuple[Any, ...]:
    return (
        skp["tahun"], skp["versi"], f"{hari(skp['periode_awal'])} s.d. {hari(skp['periode_akhir'])}",
        _label(Pendekatan, skp["pendekatan"]), (skp["identitas_penilai"] or {}).get("nama", KOSONG),
        _label(StatusSKP, skp["status"]),
    )  # fmt: skip


def skp_terbaru(kantor: KantorKelas, skp_id: int | None = None) -> dict[str, Any]:
    """One SKP with everything in it: the named one, else the newest that was not replaced. Raises: TidakDitemukan."""
    if skp_id is None:
        berlaku = [skp["skp_id"] for skp in _daftar_skp(kantor) if skp["status"] != StatusSKP.DIGANTI.value]
        if not berlaku:
            raise TidakDitemukan("Anda belum punya SKP di kantor kelas ini. Buat dahulu dengan Tambah SKP.")
        skp_id = berlaku[0]
    isi: dict[str, Any] = kantor.lihat(f"/skp/{skp_id}")
    return isi


def rhk(kantor: KantorKelas, skp_id: int | None = None) -> DataFrame:
    """The RHK of one SKP with the superior's RHK they intervene."""
    skp = skp_terbaru(kantor, skp_id)
    atasan = {satu["rhk_id"]: satu["teks"] for satu in kantor.lihat(f"/skp/{skp['skp_id']}/rhk-pimpinan")}
    return _bingkai("rhk_id", KOLOM_RHK, (
        (satu["rhk_id"], (_label(JenisRHK, satu["jenis"]), atasan.get(satu["rhk_atasan_id"], KOSONG), satu["teks"],
                          len(satu["daftar_iki"])))
        for satu in skp["daftar_rhk"]
    ))  # fmt: skip


def iki(kantor: KantorKelas, skp_id: int | None = None) -> DataFrame:
    """The indicators of one SKP, one row each."""
    return _bingkai("iki_id", KOLOM_IKI, (
        (satu["iki_id"], (induk["teks"], _label(Aspek, satu["aspek"]), satu["indikator"], satu["target"]))
        for induk in skp_terbaru(kantor, skp_id)["daftar_rhk"] for satu in induk["daftar_iki"]
    ))  # fmt: skip


def penilaian(kantor: KantorKelas, skp_id: int | None = None) -> DataFrame:
    """The periods of one SKP: how far each is filled in, and what came of it."""
    nomor = skp_terbaru(kantor, skp_id)["skp_id"]
    lembar = kantor.lihat(f"/skp/{nomor}/penilaian")
    indikator = sum(len(satu["daftar_iki"]) for satu in kantor.lihat(f"/skp/{nomor}")["daftar_rhk"])
    return _bingkai("periode_id", _PENILAIAN, (
        (satu["periode"]["periode_id"], (
            satu["periode"]["nama"], *(satu["isian"][nama] for nama in ("rencana", "bukti", "realisasi")), indikator,
            *_hasil(satu["evaluasi"]), _label(StatusEvaluasi, satu["status"]),
        ))
        for satu in lembar["baris"]
    ))  # fmt: skip


def _hasil(evaluasi: dict[str, Any] | None) -> tuple[str, str, str]:
    isi = evaluasi or {}
    return (
        _label(Rating, isi.get("rating_hasil")), _label(Rating, isi.get("rating_perilaku")),
        _label(Predikat, isi.get("predikat")),
    )  # fmt: skip


def bawahan(kantor: KantorKelas) -> DataFrame:
    """Direct subordinates by SIASN, each with the newest SKP that this person assesses."""
    saya = kantor.pegawai_id
    punya: dict[int, dict[str, Any]] = {}
    for skp in sorted(kantor.lihat(f"/pegawai/{saya}/skp-bawahan"), key=lambda satu: (satu["tahun"], satu["versi"])):
        punya[skp["pegawai_id"]] = skp
    orang = kantor.lihat(f"/pegawai/{saya}/bawahan")
    return _bingkai(
        "pegawai_id",
        _BAWAHAN,
        ((satu["pegawai_id"], _baris_bawahan(satu, punya.get(satu["pegawai_id"]))) for satu in orang),
    )


def _baris_bawahan(orang: dict[str, Any], skp: dict[str, Any] | None) -> tuple[Any, ...]:
    if skp is None:
        return (orang["nama"], orang["nip"], KOSONG, KOSONG, "Belum ada SKP")
    jabatan = (skp["identitas_pegawai"] or {}).get("jabatan", KOSONG)
    return (orang["nama"], orang["nip"], jabatan, skp["tahun"], _label(StatusSKP, skp["status"]))


def penilaian_bawahan(kantor: KantorKelas, periode_id: int) -> DataFrame:
    """Everybody this person rates in one period."""
    return _bingkai("skp_id", _DINILAI, (
        (satu["skp"]["skp_id"], (
            satu["skp"]["identitas_pegawai"]["nama"], satu["skp"]["identitas_pegawai"]["jabatan"], satu["indikator"],
            satu["berbukti"], satu["terealisasi"], satu["umpan_balik"], _hasil(satu["evaluasi"])[2],
        ))
        for satu in kantor.lihat(f"/periode/{periode_id}/penilaian-bawahan")
    ))  # fmt: skip


def _bingkai(kunci: str, kolom: Sequence[str], baris: Iterable[tuple[int, tuple[Any, ...]]]) -> DataFrame:
    from pandas import DataFrame, Index

    semua = list(baris)
    return DataFrame(
        [isi for _, isi in semua], columns=list(kolom), index=Index([satu for satu, _ in semua], name=kunci)
    )


def _label(kelas: type[Berlabel], kode: str | None) -> str:
    return KOSONG if kode is None else kelas.dari(kode).label


def hari(iso: str) -> str:
    """2026-03-31 → 31-03-2026."""
    return "-".join(reversed(iso.split("-")))
