"""Angka Kredit: what one's predikat come to, year by year.

Scene: a functional official, or who may look at theirs. May import: simulator.web, rules.registry, workflow.
Facts: conversion and accumulation with their marks in rules/angka_kredit.py; the page is label simulasi.
Add: another plot or column; its numbers belong to workflow/buku_ak.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.rules.registry import rule_by_id
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow.buku_ak import buku_ak

rute = Rute("/angka-kredit")
DASAR = ("angka_kredit.konversi", "angka_kredit.akumulasi", "angka_kredit.kebutuhan_pangkat")


@rute.get("")
def saya(layar: Layar) -> Response:
    return _gambar(layar, layar.saya.pegawai_id)


@rute.get("/{pegawai_id:int}")
def orang(layar: Layar, pegawai_id: int) -> Response:
    return _gambar(layar, pegawai_id)


def _gambar(layar: Layar, pegawai_id: int) -> Response:
    return layar.tampil(
        "angka_kredit.html", buku=buku_ak(layar.kantor, layar.pelaku, pegawai_id),
        milik=pegawai_id == layar.saya.pegawai_id, dasar=[rule_by_id(satu) for satu in DASAR],
    )  # fmt: skip
