"""Who may look at the answer of a query.

Scene: asked before every look of the API, inside the same look. May import: simulator.domain, store, workflow.
Facts: the owner, the assessor and the assessor's superior see an SKP; the admin and the leadership look without
changing (workflow/viewing.py); overviews of units as on their pages (workflow/reading_rights.py).
Add: another gate as a function of (connection, who, parameters); it raises TidakBerwenang or returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from simulator.domain.errors import TidakBerwenang
from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.reading_rights import wajib_unit_terlihat
from simulator.workflow.viewing import peran_tambahan, wajib_boleh_melihat_skp

Gerbang = Callable[[Connection, Pelaku, Mapping[str, Any]], None]


def siapa_pun(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """Whoever is logged in."""


def skp(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """Whoever may open that SKP."""
    skp_id = nilai["skp_id"] if "skp_id" in nilai else nilai["skp_pimpinan_id"]
    wajib_boleh_melihat_skp(connection, pelaku, repository.get(connection, SKP, skp_id))


def sendiri(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """Only the person whose record it is."""
    if pelaku.pegawai_id is None or pelaku.pegawai_id != nilai["pemilik_id"]:
        raise TidakBerwenang("Daftar ini hanya untuk pemiliknya.", kode="bukan-untuk-anda")


def orang(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """The person, the superior, the admin and the leadership."""
    if _melihat_semua(connection, pelaku):
        return
    siapa = nilai["pegawai_id"]
    if pelaku.pegawai_id not in (siapa, repository.superior_of(connection, siapa)):
        raise TidakBerwenang(
            "Data ini milik pegawai lain. Yang dapat melihatnya: pegawai itu, atasannya, admin instansi, dan pimpinan.",
            kode="bukan-untuk-anda",
        )


def administratif(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """The admin and the leadership."""
    if not _melihat_semua(connection, pelaku):
        raise TidakBerwenang("Daftar ini hanya untuk admin instansi dan pimpinan.", kode="bukan-untuk-anda")


def jejak(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """The same, but nobody finds out here who wrote what about a colleague (workflow/umpan_rekan.py)."""
    administratif(connection, pelaku, nilai)
    if nilai["objek"] == "umpan_rekan":
        raise TidakBerwenang(
            "Siapa yang memberi umpan balik rekan hanya dibaca pejabat penilai dan atasannya, pada penilaian itu.",
            kode="pemberi-dirahasiakan",
        )


def unit(connection: Connection, pelaku: Pelaku, nilai: Mapping[str, Any]) -> None:
    """Whoever may open that overview as a page."""
    if pelaku.pegawai_id is not None:
        wajib_unit_terlihat(connection, pelaku.pegawai_id, nilai.get("unit_id"))


def _melihat_semua(connection: Connection, pelaku: Pelaku) -> bool:
    return pelaku.pegawai_id is None or bool(peran_tambahan(connection, pelaku.pegawai_id))
