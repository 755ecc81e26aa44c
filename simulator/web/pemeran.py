"""Whom one may play in teaching: everybody who works here, those first whom a class plays most.

Scene: the page *Ganti pemeran*, the login page and the API. May import: SQLAlchemy, simulator.domain, store.
Facts: none (label simulasi). Add: nothing.
"""

from __future__ import annotations

from sqlalchemy import Connection

from simulator.domain.akun import Akun, Peran
from simulator.domain.kepegawaian import Jabatan, Pegawai, UnitKerja
from simulator.store import repository


def cari_pemeran(connection: Connection, cari: str, batas: int) -> list[tuple[Pegawai, str]]:
    """(person, post and hats), leaders and administrators first, then by name."""
    orang = repository.find(connection, Pegawai, aktif=True)
    jabatan = {j.jabatan_id: j.nama for j in repository.find(connection, Jabatan)}
    memimpin = {u.pimpinan_id for u in repository.find(connection, UnitKerja)}
    peran = {a.pegawai_id: a.peran for a in repository.find(connection, Akun)}
    kecil = cari.lower()

    def sebutan(p: Pegawai) -> str:
        topi = [r.label for r in (Peran.ADMIN, Peran.PIMPINAN) if r in peran.get(p.pegawai_id, ())]
        return "; ".join([jabatan.get(p.jabatan_id, ""), *topi])

    semua = [(p, sebutan(p)) for p in orang]
    cocok = [(p, s) for p, s in semua if not kecil or kecil in f"{p.nama} {p.nip} {s}".lower()]
    cocok.sort(key=lambda satu: (satu[0].pegawai_id not in memimpin, ";" not in satu[1], satu[0].nama))
    return cocok[:batas]
