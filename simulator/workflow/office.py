"""The office, open: the simulated day, looks into it, actions in it.

Scene: ``with open_office("kantor_kecil.ekin.db") as kantor:`` in a command, a notebook, a test.
May import: simulator.store, simulator.workflow.transaction, simulator.domain.
Facts: a period's evaluations are locked once *batas pengisian* has passed (mock decision, label simulasi).
Add: nothing about one noun; actions live in ``actions/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Engine

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.kepegawaian import Instansi
from simulator.store import repository
from simulator.store.engine import PathOrUrl, check_version, copy_office, is_url, open_engine, reading, writing
from simulator.store.schema import instansi
from simulator.store.verification import HasilVerifikasi, verify
from simulator.workflow.actor import Pelaku
from simulator.workflow.locking import kunci_yang_lewat_batas
from simulator.workflow.transaction import Tindakan


class Kantor:
    """One open office; give it to every action. Safe to use from several threads and processes at once."""

    def __init__(self, engine: Engine, target: PathOrUrl) -> None:
        self.engine = engine
        self.target = target

    @property
    def hari(self) -> date:
        """The simulated day."""
        with self.lihat() as connection:
            return repository.simulated_day(connection)

    @property
    def instansi(self) -> Instansi:
        """The institution this office is of."""
        with self.lihat() as connection:
            return repository.find(connection, Instansi)[0]

    @contextmanager
    def lihat(self) -> Iterator[Connection]:
        """One consistent look."""
        with reading(self.engine) as connection:
            yield connection

    @contextmanager
    def tindakan(self, aksi: str, pelaku: Pelaku | None) -> Iterator[Tindakan]:
        """One action: all of it together with its journal entry, or nothing. ``pelaku`` None is the system itself."""
        with writing(self.engine) as connection:
            tindakan = Tindakan(connection, aksi, pelaku)
            yield tindakan
            tindakan.tutup()

    def maju_ke(self, hari: date) -> date:
        """Move the simulated day forward; what has passed its *batas pengisian* is locked on the way.

        Raises: StatusTidakSesuai — the day lies in the past.
        """
        with self.tindakan("maju_ke", None) as t:
            if hari < t.hari:
                raise StatusTidakSesuai(
                    f"Hari simulasi sudah {t.hari:%d-%m-%Y}; waktu tidak dapat mundur ke {hari:%d-%m-%Y}. "
                    "Pilih hari yang sama atau sesudahnya.",
                    kode="hari-mundur",
                )
            if hari > t.hari:
                kantor = t.satu(Instansi)
                assert kantor is not None  # founding refuses an office without its institution
                t.hari = hari
                t.ubah(Instansi, kantor.instansi_id, hari_simulasi=hari)
                t.tentang(instansi.name, kantor.instansi_id)
                kunci_yang_lewat_batas(t)
        return hari

    def salin_ke(self, berkas: Path) -> Path:
        """A whole copy of this office in one file, also while people work in it (a plain copy would miss the WAL).

        Raises: StatusTidakSesuai — the office is not kept in a file, or something of that name is already there.
        """
        return copy_office(self.engine, berkas)

    def verifikasi(self, *, jangkar: tuple[int, str] | None = None) -> HasilVerifikasi:
        """Check this office against its journal and seals."""
        return verify(self.target, jangkar=jangkar)


@contextmanager
def open_office(path_or_url: PathOrUrl, hari: date | None = None) -> Iterator[Kantor]:
    """Open an existing office; with ``hari`` the simulated day is first moved forward to it.

    Raises: TidakDitemukan, BerkasRusak — see simulator.store.engine; StatusTidakSesuai — ``hari`` lies in the past.
    """
    # Resolved, so that a later change of the working folder does not make another file of it.
    target = path_or_url if is_url(path_or_url) else Path(path_or_url).resolve()
    engine = open_engine(target)
    try:
        check_version(engine)
        kantor = Kantor(engine, target)
        if hari is not None:
            kantor.maju_ke(hari)
        yield kantor
    finally:
        engine.dispose()
