"""The trainer's cases: statement → what the engine should say. Read kasus/README.md to add one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from simulator.wording import Konteks, Pernyataan, periksa
from simulator.wording.bahan import pesan

FOLDER = Path(__file__).parent / "kasus"
LABEL = ("orientasi", "spesifik", "terukur", "waktu", "S", "M", "A", "R", "T")


def semua_kasus() -> list[tuple[str, dict]]:
    return [
        (f"{berkas.stem}-{i:03d}", kasus)
        for berkas in sorted(FOLDER.glob("*.yaml"))
        if berkas.stem != "terbuka"
        for i, kasus in enumerate(yaml.safe_load(berkas.read_text(encoding="utf-8")), start=1)
    ]


def pernyataan(kasus: dict) -> Pernyataan:
    bagian = {k: None if kasus.get(k) is None else str(kasus[k]) for k in ("lalu", "kapasitas", "standar")}
    diketahui = any(bagian.values()) or kasus.get("konteks")
    konteks = Konteks(bagian["lalu"], bagian["kapasitas"], bagian["standar"]) if diketahui else None
    return Pernyataan(
        kasus["teks"],
        kasus["jenis"],
        kasus.get("rhk"),
        kasus.get("rhk_atasan"),
        kasus.get("aspek"),
        None if kasus.get("target") is None else str(kasus["target"]),
        kasus.get("satuan"),
        None,
        konteks,
    )


@pytest.mark.parametrize(("nama", "kasus"), semua_kasus(), ids=lambda isi: isi if isinstance(isi, str) else "")
def test_statement_is_judged_as_a_trainer_would(nama: str, kasus: dict) -> None:
    hasil = periksa(pernyataan(kasus))
    kode = {t.kode for t in hasil.temuan}
    salah = {k: (kasus[k], getattr(hasil, k)) for k in LABEL if k in kasus and _lain(kasus[k], getattr(hasil, k))}
    kurang = sorted(set(kasus.get("ada", ())) - kode)
    lebih = sorted(set(kasus.get("tanpa", ())) & kode)

    assert not salah, f"{kasus['teks']}: {salah}"
    assert not kurang, f"{kasus['teks']}: temuan {kurang} tidak muncul, yang muncul {sorted(kode)}"
    assert not lebih, f"{kasus['teks']}: temuan {lebih} seharusnya tidak muncul"
    if "kutip" in kasus:
        assert kasus["kutip"] in {t.kutipan for t in hasil.temuan}


def test_an_open_case_that_has_come_to_agree_moves_to_the_file_of_its_theme() -> None:
    terbuka = yaml.safe_load((FOLDER / "terbuka.yaml").read_text(encoding="utf-8"))
    sepakat = [
        k["teks"] for k in terbuka if not any(_lain(k[n], getattr(periksa(pernyataan(k)), n)) for n in LABEL if n in k)
    ]

    assert sepakat == []


def _lain(harap: object, dapat: object) -> bool:
    """YAML reads ``ya`` as text and ``true`` as a boolean; both are compared as written."""
    return harap != dapat


def test_there_are_enough_cases_and_each_finding_is_seen_on_both_sides() -> None:
    kasus = [k for _, k in semua_kasus()]
    ada = {kode for k in kasus for kode in k.get("ada", ())}
    tidak = {kode for k in kasus for kode in k.get("tanpa", ())}
    dari_luar = {"hampir-sama"}  # needs two statements: test_kumpulan.py

    assert len(kasus) >= 250
    assert set(pesan()) - ada == dari_luar
    assert set(pesan()) - tidak == dari_luar
