"""Feedback of colleagues: who counts as one, what survives a revision, and that no rating ever looks at it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simulator.domain.penilaian import Evaluasi
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.domain.umpan_rekan import SkalaRekan, UmpanRekan
from simulator.store import repository
from simulator.store.schema import umpan_rekan
from simulator.web.api.pertanyaan import jejak
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.rekan import majukan, sejawat
from simulator.workflow.rekan_kerja import Tali
from simulator.workflow.umpan_rekan import baca_umpan_rekan, rekan_saya
from tests.workflow.adegan import TW1, Adegan
from tests.workflow.formulir import ATASAN, SANG_ADMIN, SAYA
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT, PERENCANA, SEKRETARIS


def _boleh(kantor: Kantor, siapa: int) -> dict[int, tuple[Tali, ...]]:
    return {satu.pegawai_id: satu.tali for satu in rekan_saya(kantor, siapa, TW1)}


def test_colleagues_are_those_of_the_unit_the_superior_the_team_and_ones_own_superior(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor

    assert _boleh(kantor, PENGELOLA) == {
        KASI: (Tali.ATASAN, Tali.SEUNIT, Tali.SETIM),
        PERAWAT: (Tali.SEUNIT, Tali.SEATASAN, Tali.SETIM),
    }
    assert _boleh(kantor, KASI) == {KABID: (Tali.ATASAN, Tali.SETIM)}, "whom one assesses is no colleague"
    assert _boleh(kantor, SEKRETARIS)[KABID] == (Tali.SEATASAN, Tali.SETIM)
    # The planner of another division is none, until the leader takes them into the team.
    assert PERAWAT not in _boleh(kantor, PERENCANA)
    a.tambah_anggota(kantor, Pelaku.penilai(KASI), adegan.skp[KASI], PERENCANA)
    assert _boleh(kantor, PERENCANA)[PERAWAT] == (Tali.SETIM,)
    adegan.umpan_rekan(PERENCANA)


def test_who_is_no_colleague_any_more_can_still_take_the_form_back(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.umpan_rekan()
    a.hapus_anggota(kantor, ATASAN, adegan.skp[KASI], PENGELOLA)
    a.atur_pegawai(kantor, SANG_ADMIN, PENGELOLA, jabatan_id=8)

    [left] = [one for one in rekan_saya(kantor, PENGELOLA, TW1) if one.pegawai_id == PERAWAT]
    assert left.tali == (Tali.SEATASAN,), "the superior has not changed yet"
    a.atur_pegawai(kantor, SANG_ADMIN, PENGELOLA, atasan_id=SEKRETARIS)
    [left] = [one for one in rekan_saya(kantor, PENGELOLA, TW1) if one.pegawai_id == PERAWAT]
    assert left.tali == ()
    assert left.milik is not None
    a.hapus_umpan_rekan(kantor, Pelaku.pegawai(PENGELOLA), left.milik.umpan_rekan_id)

    assert PERAWAT not in _boleh(kantor, PENGELOLA)


def test_a_tim_kerja_makes_colleagues_of_people_from_two_divisions(adegan: Adegan) -> None:
    kantor, me = adegan.berantai().kantor, Pelaku.penilai(SEKRETARIS)
    tim = a.bentuk_tim_kerja(kantor, me, nama="Tim Data", tugas="Tersedianya data terpadu", ketua_id=ADMIN)
    assert PERAWAT not in _boleh(kantor, ADMIN)

    a.tambah_anggota_tim(kantor, me, tim.tim_id, PERAWAT)

    assert _boleh(kantor, ADMIN)[PERAWAT] == (Tali.SETIM,)


def test_it_goes_along_with_a_revision_while_its_period_is_open(adegan: Adegan) -> None:
    adegan.berantai().umpan_rekan()
    new = a.revisi_skp(adegan.kantor, SAYA, adegan.skp[PERAWAT], alasan="Anggaran berubah")
    a.ajukan_skp(adegan.kantor, SAYA, new.skp_id)
    a.setujui_skp(adegan.kantor, ATASAN, new.skp_id)

    assert baca_umpan_rekan(adegan.kantor, ATASAN, new.skp_id, TW1).banyak == 1
    assert rekan_saya(adegan.kantor, PENGELOLA, TW1)[1].milik is not None
    # The journal of the approval holds the moved form with its giver; the API keeps that closed.
    assert any("pemberi_id" in entri.isi for entri in queries.jejak(adegan.kantor, "skp", new.skp_id))
    assert not any("pemberi_id" in entri.isi for entri in jejak(adegan.kantor, "skp", new.skp_id))


def test_the_head_of_the_region_reads_names_where_they_assess_or_decide(adegan: Adegan) -> None:
    adegan.berantai().umpan_rekan(KABID, KEPALA)
    adegan.umpan_rekan(KASI, KABID)
    adegan.umpan_rekan()

    def bernama(skp_id: int) -> bool:
        return baca_umpan_rekan(adegan.kantor, KEPALA_DAERAH, skp_id, TW1).bernama

    assert [bernama(adegan.skp[siapa]) for siapa in (KEPALA, KABID, PERAWAT)] == [True, True, False]


def _hasil(kantor: Kantor) -> dict[tuple[int, int], tuple[object, ...]]:
    with kantor.lihat() as connection:
        return {
            (row.pegawai_id, row.periode_id): (row.rating_hasil, row.rating_perilaku, row.predikat)
            for row in repository.find(connection, Evaluasi)
        }


def test_colleagues_of_the_simulation_give_and_no_rating_follows(
    berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same office with and without it: other words, the same ratings."""
    tanpa = tmp_path / "tanpa.ekin.db"
    tanpa.write_bytes(berkas.read_bytes())
    with open_office(berkas) as kantor:
        majukan(kantor, date(2026, 4, 13))
        with kantor.lihat() as connection:
            forms = repository.find(connection, UmpanRekan)
        ratings = _hasil(kantor)
        assert kantor.verifikasi().temuan == ()
    monkeypatch.setattr(sejawat, "_calon", lambda *_: [])
    with open_office(tanpa) as kantor:
        majukan(kantor, date(2026, 4, 13))
        with kantor.lihat() as connection:
            assert not connection.execute(umpan_rekan.select()).all()

        assert _hasil(kantor) == ratings
    assert ratings
    assert len({form.pemberi_id for form in forms}) > 2
    assert {form.diberikan_pada for form in forms} <= {date(2026, 4, 1), *(date(2026, 3, d) for d in range(20, 32))}
    assert all(form.teks and any(form.skala(nilai) for nilai in NilaiBerAKHLAK) for form in forms)
    assert SkalaRekan.TELADAN in {form.skala(nilai) for form in forms for nilai in NilaiBerAKHLAK}
