"""Angka kredit over the years: which months count, what is added up, when a PAK can be approved and sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.angka_kredit import StatusPAK
from simulator.domain.errors import BelumLengkap, StatusTidakSesuai, TidakBerwenang
from simulator.domain.penilaian import Evaluasi, Rating
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.angka_kredit import TahunAK, angka_kredit
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor, open_office
from tests.workflow.kantor_kecil import KABID, KASI, PERAWAT, KantorKecil

ATASAN = Pelaku.penilai(KASI)
#: Posts of the small office: a nurse Ahli Pertama, and a planner Ahli Muda.
PERTAMA, MUDA = 5, 9


class DenganRiwayat(KantorKecil):
    """The small office with a past: (first month, last month, year, post, predikat of the year or of a month)."""

    def __init__(
        self, *riwayat: tuple[int, int, int, int, str], bulanan: tuple[tuple[int, int, str], ...] = ()
    ) -> None:
        super().__init__()
        years = {row[2] for row in riwayat}
        periods = [_periode(year, 0) for year in years]
        periods += [_periode(year, month) for year, month, _ in bulanan]
        plans = [
            _skp(nomor, date(year, first, 1), _akhir(year, last), post)
            for nomor, (first, last, year, post, _) in enumerate(riwayat, start=1)
        ]
        given = [
            _evaluasi(nomor, 10 * row[2], predikat)
            for nomor, row in enumerate(riwayat, start=1)
            if (predikat := row[4])
        ]
        holder = {row[2]: nomor for nomor, row in enumerate(riwayat, start=1)}
        given += [_evaluasi(holder[year], 10 * year + month, predikat) for year, month, predikat in bulanan]
        self._rows |= {"periode_penilaian": periods, "skp": plans, "evaluasi": given}


def _akhir(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def _periode(year: int, month: int) -> dict[str, Any]:
    start, end = (date(year, month, 1), _akhir(year, month)) if month else (date(year, 1, 1), date(year, 12, 31))
    return {
        "periode_id": 10 * year + month, "nama": f"Bulan {month} {year}" if month else f"Tahunan {year}",
        "tahun": year, "tipe": "bulanan" if month else "tahunan", "angka": month or 1,
        "periode_awal": start, "periode_akhir": end, "batas_pengisian": end,
    }  # fmt: skip


def _skp(nomor: int, awal: date, akhir: date, post: int) -> dict[str, Any]:
    cards = {
        f"{siapa}_{kolom}": siapa
        for siapa in ("pegawai", "penilai")
        for kolom in ("nip", "nama", "pangkat", "jabatan", "unit")
    }
    return {
        "skp_id": nomor, "pegawai_id": PERAWAT, "penilai_id": KASI, "jabatan_id": post, "unit_id": 4,
        "tahun": awal.year, "periode_awal": awal, "periode_akhir": akhir, "pendekatan": "kuantitatif",
        "status": "persetujuan", "versi": 1, "versi_sebelumnya_id": None, "plt_plh_pjb": False,
        "diajukan_pada": awal, "disetujui_pada": awal, **cards,
    }  # fmt: skip


def _evaluasi(skp_id: int, periode_id: int, predikat: str) -> dict[str, Any]:
    return {
        "evaluasi_id": skp_id * 1_000_000 + periode_id, "skp_id": skp_id, "periode_id": periode_id,
        "pegawai_id": PERAWAT, "penilai_id": KASI, "rating_hasil": "sesuai_ekspektasi",
        "rating_perilaku": "sesuai_ekspektasi", "predikat": predikat, "catatan": "",
        "dinilai_pada": date(2026, 1, 4), "dikunci_pada": None,
    }  # fmt: skip


@contextmanager
def kantor(tmp_path: Path, inst: DenganRiwayat) -> Iterator[Kantor]:
    berkas = tmp_path / "riwayat.ekin.db"
    found_office(inst, berkas)
    with open_office(berkas) as terbuka:
        yield terbuka


def tahun_saya(k: Kantor) -> list[TahunAK]:
    with k.lihat() as connection:
        return angka_kredit(connection, [PERAWAT])[PERAWAT]


def test_a_full_year_and_two_months_of_the_next_add_up_as_in_the_table_of_the_regulation(tmp_path: Path) -> None:
    inst = DenganRiwayat(
        (1, 12, 2025, PERTAMA, "sangat_baik"), (1, 12, 2026, PERTAMA, ""),
        bulanan=((2026, 1, "baik"), (2026, 2, "baik")),
    )  # fmt: skip
    with kantor(tmp_path, inst) as k:
        lalu, kini = tahun_saya(k)

    assert (lalu.angka_kredit, lalu.sementara) == (Decimal("18.75"), False)
    assert (kini.angka_kredit, kini.sementara) == (Decimal("2.08"), True)
    assert kini.akumulasi == Decimal("20.83")


def test_a_move_within_the_year_splits_it_by_month_and_a_new_jenjang_starts_from_nothing(tmp_path: Path) -> None:
    inst = DenganRiwayat((1, 6, 2025, PERTAMA, "baik"), (7, 12, 2025, MUDA, "sangat_baik"))
    with kantor(tmp_path, inst) as k:
        (satu,) = tahun_saya(k)

    assert [(line.bulan, line.angka_kredit) for line in satu.daftar] == [(6, Decimal("6.25")), (6, Decimal("18.75"))]
    assert satu.akumulasi == Decimal("18.75")


def test_no_month_counts_twice_where_two_skp_overlap(tmp_path: Path) -> None:
    inst = DenganRiwayat((1, 12, 2025, PERTAMA, "baik"), (7, 12, 2025, PERTAMA, "sangat_baik"))
    with kantor(tmp_path, inst) as k:
        (satu,) = tahun_saya(k)

    assert [line.bulan for line in satu.daftar] == [6, 6]
    assert satu.angka_kredit == Decimal("6.25") + Decimal("9.38")


def test_years_are_approved_in_their_order_and_only_when_the_yearly_predikat_is_there(tmp_path: Path) -> None:
    inst = DenganRiwayat(
        (1, 12, 2024, PERTAMA, "baik"), (1, 12, 2025, PERTAMA, "baik"), (1, 12, 2026, PERTAMA, ""),
        bulanan=((2026, 1, "baik"),),
    )  # fmt: skip
    with kantor(tmp_path, inst) as k:
        with pytest.raises(StatusTidakSesuai) as awal:
            actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2024)
        kedua = actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        with pytest.raises(StatusTidakSesuai) as berjalan:
            actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2026)
        with pytest.raises(StatusTidakSesuai) as lagi:
            actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        with pytest.raises(BelumLengkap) as kosong:
            actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2030)

    assert awal.value.kode == "pak-tahun-lalu-belum-disetujui"
    assert (kedua.angka_kredit, kedua.akumulasi, kedua.status) == (
        Decimal("12.50"),
        Decimal("25.00"),
        StatusPAK.DISETUJUI,
    )
    assert berjalan.value.kode == "predikat-tahunan-belum-ada"
    assert lagi.value.kode == "pak-sudah-disetujui"
    assert kosong.value.kode == "pak-tanpa-predikat"


def test_a_result_changed_by_an_objection_must_be_approved_again_before_it_is_sent(tmp_path: Path) -> None:
    with kantor(tmp_path, DenganRiwayat((1, 12, 2025, PERTAMA, "baik"))) as k:
        with pytest.raises(StatusTidakSesuai) as belum:
            actions.sinkron_ak_siasn(k, ATASAN, PERAWAT, tahun=2025)
        actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        _diterima(k, _keberatan(k))
        with pytest.raises(StatusTidakSesuai) as berubah:
            actions.sinkron_ak_siasn(k, ATASAN, PERAWAT, tahun=2025)
        (sesudah,) = tahun_saya(k)
        lagi = actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        terkirim = actions.sinkron_ak_siasn(k, ATASAN, PERAWAT, tahun=2025)
        with pytest.raises(StatusTidakSesuai) as dua_kali:
            actions.sinkron_ak_siasn(k, ATASAN, PERAWAT, tahun=2025)

        assert k.verifikasi().ok
        assert (terkirim.status, terkirim.dikirim_pada) == (StatusPAK.TERKIRIM, k.hari)
    assert belum.value.kode == "pak-belum-disetujui"
    assert berubah.value.kode == "pak-berubah"
    assert sesudah.status is StatusPAK.DRAFT
    assert lagi.angka_kredit == Decimal("1.5") * Decimal("12.5")
    assert dua_kali.value.kode == "pak-sudah-terkirim"


def test_a_draft_waits_for_an_open_objection(tmp_path: Path) -> None:
    with kantor(tmp_path, DenganRiwayat((1, 12, 2025, PERTAMA, "baik"))) as k:
        _keberatan(k)
        with pytest.raises(StatusTidakSesuai) as tunggu:
            actions.setujui_pak(k, ATASAN, PERAWAT, tahun=2025)
        # Whoever does not assess this person is told the same whether there is something to approve or not.
        for tahun in (2025, 2031):
            with pytest.raises(TidakBerwenang):
                actions.setujui_pak(k, Pelaku.penilai(KABID), PERAWAT, tahun=tahun)

    assert tunggu.value.kode == "keberatan-belum-diputus"


def _keberatan(k: Kantor) -> int:
    with k.lihat() as connection:
        (hasil,) = repository.find(connection, Evaluasi, pegawai_id=PERAWAT)
    return actions.ajukan_keberatan(
        k, Pelaku.pegawai(PERAWAT), hasil.evaluasi_id, alasan="Semua target sudah terlampaui."
    ).keberatan_id


def _diterima(k: Kantor, keberatan_id: int) -> None:
    actions.beri_penjelasan(k, ATASAN, keberatan_id, isi="Data terakhir belum kami baca.")
    actions.putuskan_keberatan(
        k, Pelaku.penilai(KABID), keberatan_id, diterima=True, keputusan="Diubah",
        rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.DI_ATAS,
    )  # fmt: skip
