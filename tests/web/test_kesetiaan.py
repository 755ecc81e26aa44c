"""What is known of the real application stands on our screens in its order; the help marks each word as it is known."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.web import panduan
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.adegan_penilai import KABID, KEPALA, STAF, TAHUNAN, skp_diajukan
from tests.web.conftest import Peramban

LAYAR: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "kesetiaan.yaml").read_text(encoding="utf-8"))
PEGAWAI = 8
SIAPA = {"PEGAWAI": PEGAWAI, "KABID": KABID, "KEPALA": KEPALA, "ADMIN": 7}


@pytest.fixture(scope="module")
def kantor_lengkap(kantor_asli: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Peramban, dict]]:
    """One office for all screens: (a browser at it, the numbers in the addresses). Nothing is written after this."""
    berkas = Path(shutil.copy(kantor_asli, tmp_path_factory.mktemp("kesetiaan") / "kantor.ekin.db"))
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        kantor = klien.app.state.kantor
        diajukan = skp_diajukan(kantor, STAF)
        draft = actions.buat_skp(
            kantor, Pelaku.pegawai(PEGAWAI), periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 12, 31)
        )
        kepala, kabid = (queries.daftar_skp(kantor, siapa)[0].skp_id for siapa in (KEPALA, KABID))
        draft_jpt = actions.revisi_skp(kantor, Pelaku.pegawai(KEPALA), kepala, alasan="Sasaran dinas berubah")
        rhk = queries.skp_lengkap(kantor, PEGAWAI).daftar_rhk[0]
        actions.tambah_rencana_aksi(
            kantor, Pelaku.pegawai(PEGAWAI), PEGAWAI, periode_id=TAHUNAN, rhk_id=rhk.rhk_id, deskripsi="Merekap cuti",
            target="1 Rekap",
        )  # fmt: skip
        yield klien, {
            "skp": PEGAWAI, "draft": draft.skp_id, "draft_jpt": draft_jpt.skp_id, "diajukan": diajukan,
            "iki": rhk.daftar_iki[0].iki_id, "skp_kepala": KEPALA, "skp_kabid": KABID, "skp_kabid_baru": kabid,
            "skp_staf": STAF, "periode": TAHUNAN,
        }  # fmt: skip


def _teks(halaman: str, bagian: str = "") -> str:
    """What is read on the page, in one line: its main part, the modal of that name, or the name's corner and menu."""
    if bagian == "menu":
        halaman = halaman.partition('<details class="saya">')[2].partition("<main")[0]
    elif bagian:
        halaman = halaman.partition(f'<dialog id="{bagian}"')[2].partition("</dialog>")[0]
    else:
        halaman = halaman.partition("<main")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", halaman)).split())


@pytest.mark.parametrize("layar", LAYAR, ids=lambda satu: satu["layar"])
def test_a_screen_shows_the_words_of_the_application_in_their_order(
    layar: dict[str, Any], kantor_lengkap: tuple[Peramban, dict[str, int]]
) -> None:
    klien, nomor = kantor_lengkap
    if layar["siapa"] == "TAMU":
        klien.cookies.clear()
    else:
        klien.jadi(SIAPA[layar["siapa"]])
    teks = _teks(klien.get(layar["alamat"].format(**nomor)).text, layar.get("bagian", "").format(**nomor))

    sejak = 0
    for kata in layar["urut"]:
        letak = teks.find(kata, sejak)
        assert letak >= 0, f"“{kata}” is missing, or stands before what precedes it: {teks[:3000]}"
        sejak = letak + len(kata)


@pytest.mark.parametrize("layar", [satu for satu in LAYAR if "bantuan" in satu], ids=lambda satu: satu["layar"])
def test_the_help_marks_every_word_as_it_is_known(layar: dict[str, Any]) -> None:
    bantuan = dict(layar["bantuan"])
    noun = bantuan.pop("noun")
    baris = next(satu.isian for satu in panduan.buku().halaman if satu.noun == noun)

    for tanda, daftar in bantuan.items():
        for kata in daftar:
            ada = [i.kepastian.name.lower() for i in baris if kata == i.label or kata in re.split(", | dan ", i.label)]
            assert ada == [tanda], f"{noun}: {kata}"


def test_the_guide_says_that_no_grade_rests_on_what_is_uncertain(kantor_lengkap: tuple[Peramban, dict]) -> None:
    klien, _ = kantor_lengkap
    halaman = _teks(klien.jadi(PEGAWAI).get("/panduan").text)

    assert "tidak ada nilai otomatis yang bersandar padanya" in halaman
    assert "tidak tercantum pada tabel mana pun adalah susunan latihan ini (label simulasi)" in halaman
