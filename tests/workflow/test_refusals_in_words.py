"""What a refusal says: in numbers, nouns and reasons a person at the screen understands."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.errors import BimtekError, DataTidakSah, TidakBerwenang, TidakDitemukan
from simulator.domain.label import Berlabel
from simulator.domain.skp import Aspek, JenisRHK
from simulator.workflow import actions as a
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import choices_of
from simulator.workflow.office import open_office
from tests.workflow.adegan import AKHIR, AWAL
from tests.workflow.kantor_kecil import KABID, PENGELOLA, PERAWAT, SEKRETARIS
from tests.workflow.sidik_kantor import sidik_kantor
from tests.workflow.tahap import Tahap, semua_tahap

SAYA = Pelaku.pegawai(PERAWAT)
KOTAK_PILIHAN = [
    (name, parameter, kind, optional)
    for name in a.__all__
    for parameter, (kind, optional) in choices_of(inspect.unwrap(getattr(a, name))).items()
]


@pytest.fixture(scope="module")
def draft(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Tahap:
    return semua_tahap(cetakan, tmp_path_factory.mktemp("tahap"))["draft"]


@pytest.fixture
def berkas(draft: Tahap, tmp_path: Path) -> Path:
    return draft.salin(tmp_path / "kantor.ekin.db")


def _isi_lain(name: str, parameter: str) -> dict[str, Any]:
    """Something for every other field that must be given; a member where that is a select box too."""
    boxes = choices_of(inspect.unwrap(getattr(a, name)))
    needed = [one.name for one in inspect.signature(getattr(a, name)).parameters.values() if one.default is one.empty]
    return {
        other: next(iter(boxes[other][0])) if other in boxes else 0
        for other in needed
        if other not in ("kantor", "pelaku", parameter)
    }


@pytest.mark.parametrize(("name", "parameter", "kind", "optional"), KOTAK_PILIHAN, ids=lambda value: str(value))
def test_a_choice_nobody_offered_is_refused_with_the_choices(
    name: str, parameter: str, kind: type[Berlabel], optional: bool, berkas: Path
) -> None:
    before = sidik_kantor(berkas)
    with open_office(berkas) as kantor:
        for value in ("apa", 7, *([] if optional else [None])):
            with pytest.raises(DataTidakSah) as refusal:
                getattr(a, name)(kantor, SAYA, **{parameter: value}, **_isi_lain(name, parameter))

            assert refusal.value.kode == "pilihan-tidak-dikenal"
            assert all(f"{member.label} ({member.value})" in refusal.value.pesan for member in kind)
    assert sidik_kantor(berkas) == before


def test_every_select_box_is_in_the_table() -> None:
    assert len(KOTAK_PILIHAN) >= 28
    assert {"tambah_rhk", "beri_rating", "tetapkan_capaian_organisasi"} <= {name for name, *_ in KOTAK_PILIHAN}


def test_a_code_or_a_label_is_as_good_as_the_member(berkas: Path, draft: Tahap) -> None:
    with open_office(berkas) as kantor:
        rhk = a.tambah_rhk(kantor, SAYA, draft.adegan.skp[PERAWAT], teks_rhk="Tersusunnya pedoman", jenis="tambahan")  # type: ignore[arg-type]
        iki = a.tambah_iki(kantor, SAYA, rhk.rhk_id, aspek="Kualitas", indikator="Pedoman sahih", target="1 Dokumen")  # type: ignore[arg-type]

    assert (rhk.jenis, iki.aspek) == (JenisRHK.TAMBAHAN, Aspek.KUALITAS)


def _ditolak(berkas: Path, laku: Any) -> BimtekError:
    with open_office(berkas) as kantor, pytest.raises(BimtekError) as refusal:
        laku(kantor)
    return refusal.value


def test_the_right_hat_at_somebody_elses_record_is_told_whose_it_is(berkas: Path, draft: Tahap) -> None:
    skp = draft.adegan.skp[PERAWAT]
    rekan = _ditolak(berkas, lambda k: a.tambah_rhk(k, Pelaku.pegawai(PENGELOLA), skp, teks_rhk="Tersusunnya pedoman"))
    penilai_lain = _ditolak(berkas, lambda k: a.setujui_skp(k, Pelaku.penilai(SEKRETARIS), skp))
    sendiri = _ditolak(berkas, lambda k: a.setujui_skp(k, Pelaku.penilai(PERAWAT), skp))
    peran_keliru = _ditolak(
        berkas, lambda k: a.tambah_rhk(k, Pelaku.penilai(KABID), skp, teks_rhk="Tersusunnya pedoman")
    )

    assert isinstance(rekan, TidakBerwenang)
    assert rekan.pesan.startswith("Data ini milik pegawai lain. Tindakan “Tambah RHK” hanya untuk data Anda sendiri")
    assert penilai_lain.pesan.startswith("Data ini milik pegawai lain yang tidak Anda nilai.")
    assert sendiri.pesan.startswith("Ini data Anda sendiri. Tindakan “Setujui SKP” hanya dilakukan pejabat penilai")
    assert "Yang berwenang: Pegawai" in peran_keliru.pesan
    assert "Yang berwenang" not in rekan.pesan + penilai_lain.pesan
    assert {one.kode for one in (rekan, penilai_lain, peran_keliru)} == {"tidak-berwenang"}


def test_nouns_numbers_and_years_are_written_as_offices_write_them(berkas: Path, draft: Tahap) -> None:
    skp = draft.adegan.skp[PERAWAT]
    tidak_ada = _ditolak(berkas, lambda k: a.ajukan_skp(k, SAYA, 123_456))
    panjang = _ditolak(berkas, lambda k: a.tambah_rhk(k, SAYA, skp, teks_rhk="a" * 100_000))
    tahun = _ditolak(
        berkas, lambda k: a.ubah_periode(k, SAYA, skp, periode_awal=AWAL, periode_akhir=date(AKHIR.year + 1, 1, 31))
    )

    assert isinstance(tidak_ada, TidakDitemukan)
    assert tidak_ada.pesan.startswith("SKP bernomor 123456 tidak ada.")
    assert "berisi 100.000 huruf, paling banyak 500." in panjang.pesan
    assert "Perbaiki tanggal yang tahunnya berbeda." in tahun.pesan
