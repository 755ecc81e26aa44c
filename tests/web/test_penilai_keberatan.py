"""Keberatan in the browser: the assessor explains, the superior decides, the decision is final."""

from __future__ import annotations

from simulator.domain.penilaian import Evaluasi, Keberatan, Predikat, StatusKeberatan
from simulator.store import repository
from tests.web.adegan_penilai import ORANG_LAIN, kantor, teks
from tests.web.conftest import Peramban

#: The office's objection of the person 13, whom 4 assesses; the superior of 4 is 2.
PERKARA, PEMILIK, PENILAI, ATASAN = 135, 13, 4, 2
HALAMAN = f"/penilai/keberatan/{PERKARA}"


def _keberatan(peramban: Peramban) -> tuple[Keberatan, Evaluasi]:
    with kantor(peramban).lihat() as connection:
        satu = repository.get(connection, Keberatan, PERKARA)
        return satu, repository.get(connection, Evaluasi, satu.evaluasi_id)


def test_an_objection_is_explained_accepted_and_closed(peramban: Peramban) -> None:
    peramban.jadi(ATASAN)
    assert "Menunggu keputusan Anda (1)" in teks(peramban.get("/penilai/keberatan"))
    assert "sesudah pejabat penilai memberi penjelasan" in teks(peramban.get(HALAMAN))

    peramban.jadi(PENILAI)
    assert "Menunggu penjelasan Anda (1)" in teks(peramban.get("/penilai/keberatan"))
    peramban.kirim(f"{HALAMAN}/penjelasan", dari=HALAMAN, isi="Dua laporan terlambat diserahkan.")
    assert "Sudah Anda jelaskan, menunggu keputusan atasan (1)" in teks(peramban.get("/penilai/keberatan"))

    jawab = peramban.jadi(ATASAN).kirim(
        f"{HALAMAN}/keputusan", dari=HALAMAN, hasil="diterima", rating_hasil="sesuai_ekspektasi",
        rating_perilaku="sesuai_ekspektasi", keputusan="Kedua laporan ada sebelum batas.",
    )  # fmt: skip
    assert "Predikat baru: Baik" in teks(jawab)
    satu, evaluasi = _keberatan(peramban)
    assert (satu.status, evaluasi.predikat) == (StatusKeberatan.DITERIMA, Predikat.BAIK)
    assert "Simpan keputusan" not in teks(jawab)
    assert "Sudah diputus (1)" in teks(peramban.get("/penilai/keberatan"))


def test_an_objection_that_is_rejected_leaves_the_result(peramban: Peramban) -> None:
    semula = _keberatan(peramban)[1]
    peramban.jadi(PENILAI).kirim(f"{HALAMAN}/penjelasan", dari=HALAMAN, isi="Bukti tidak mendukung.")

    jawab = peramban.jadi(ATASAN).kirim(
        f"{HALAMAN}/keputusan", dari=HALAMAN, hasil="ditolak", rating_hasil="", rating_perilaku="", keputusan="Tetap."
    )

    assert "hasil semula tetap" in teks(jawab)
    satu, evaluasi = _keberatan(peramban)
    assert satu.status is StatusKeberatan.DITOLAK
    assert evaluasi == semula


def test_a_decision_before_the_explanation_or_without_a_change_is_refused(peramban: Peramban) -> None:
    peramban.jadi(ATASAN)
    putusan = {"hasil": "diterima", "keputusan": "Setuju."}
    sama = {"rating_hasil": "di_bawah_ekspektasi", "rating_perilaku": "sesuai_ekspektasi"}
    assert "belum memberi penjelasan" in teks(peramban.kirim(f"{HALAMAN}/keputusan", dari=HALAMAN, **putusan, **sama))

    peramban.jadi(PENILAI).kirim(f"{HALAMAN}/penjelasan", dari=HALAMAN, isi="Bukti tidak mendukung.")
    jawab = peramban.jadi(ATASAN).kirim(f"{HALAMAN}/keputusan", dari=HALAMAN, **putusan, **sama)

    assert "kedua rating sama seperti semula" in teks(jawab)
    assert _keberatan(peramban)[0].status is StatusKeberatan.DIAJUKAN


def test_the_assessor_does_not_decide_and_others_stay_out(peramban: Peramban) -> None:
    assert peramban.jadi(ORANG_LAIN).get(HALAMAN).status_code == 403
    assert "Tidak ada keberatan" in teks(peramban.get("/penilai/keberatan"))
    assert peramban.jadi(PEMILIK).get(HALAMAN).status_code == 200, "the owner may read the answers"

    peramban.jadi(PENILAI).kirim(f"{HALAMAN}/penjelasan", dari=HALAMAN, isi="Bukti tidak mendukung.")
    jawab = peramban.kirim(
        f"{HALAMAN}/keputusan", dari=HALAMAN, hasil="ditolak", rating_hasil="", rating_perilaku="", keputusan="Tetap."
    )
    assert "tidak dapat Anda lakukan" in teks(jawab)
    assert _keberatan(peramban)[0].status is StatusKeberatan.DIAJUKAN
    assert "Simpan penjelasan" not in teks(peramban.jadi(PEMILIK).get(HALAMAN))
