"""One action in progress: permission, reading, changing, and the one journal entry at the end.

Scene: ``with kantor.tindakan("ajukan_skp", pelaku) as t:`` — everything inside happens together or not at all.
May import: simulator.store, simulator.workflow.actor and permissions, simulator.domain.
Facts: none.
Add: a read that many actions need; anything about one noun belongs into that noun's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.jurnal import EntriJurnal
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.skp import SKP
from simulator.store import journal, repository
from simulator.store.canonical import key_name
from simulator.store.changes import ChangeSet
from simulator.store.rows import KELAS, to_object
from simulator.workflow.actor import Pelaku
from simulator.workflow.permissions import Catatan, periksa_izin
from simulator.workflow.seen import SISTEM, periksa_yang_dilihat, tulisan_sendiri

T = TypeVar("T")

#: Ids of new rows come from the number of their journal entry, so that a deleted row's id is never used again.
#: Far above anything a generator gives, and still exact in a browser (below 2**53).
ID_BARU = 1_000_000_000_000_000
BARIS_PER_TINDAKAN = 10_000


class Tindakan:
    """What an action may use. Nothing is written until the block ends without an error."""

    def __init__(self, connection: Connection, aksi: str, pelaku: Pelaku | None) -> None:
        self.connection = connection
        self.aksi = aksi
        #: The action whose row in the permission table counts; *Urungkan* borrows that of the deletion.
        self.izin = aksi
        self.pelaku = pelaku
        self.hari: date = repository.simulated_day(connection)
        self.catatan: dict[str, Any] = {}
        self._changes = ChangeSet(connection)
        self._last = journal.tail(connection)
        self._new = 0
        self._about: tuple[str, int] | None = None
        if pelaku is not None:
            _check_identity(connection, pelaku)

    # --- who ---------------------------------------------------------------------------------------------------

    @property
    def saya(self) -> int:
        """The employee who acts. Only for actions that no outsider may do."""
        if self.pelaku is None or self.pelaku.pegawai_id is None:
            raise TidakBerwenang("Tindakan ini memerlukan seorang pegawai. Masuklah dengan akun pegawai.")
        return self.pelaku.pegawai_id

    def izinkan(self, *, pemilik: int | None = None, penilai: int | None = None, unit: int | None = None) -> None:
        """Check the permission table for a record. Raises: TidakBerwenang."""
        if self.pelaku is not None:
            periksa_izin(self.connection, self.izin, self.pelaku, Catatan(pemilik, penilai, unit))

    def izinkan_skp(self, skp: SKP) -> None:
        """The same for an SKP."""
        self.izinkan(pemilik=skp.pegawai_id, penilai=skp.penilai_id, unit=skp.unit_id)

    # --- reading -----------------------------------------------------------------------------------------------

    def ambil(self, kelas: type[T], key: int) -> T:
        """One object by key. Raises: TidakDitemukan."""
        return repository.get(self.connection, kelas, key)

    def cari(self, kelas: type[T], **where: Any) -> list[T]:
        """All objects with these values."""
        return repository.find(self.connection, kelas, **where)

    def satu(self, kelas: type[T], **where: Any) -> T | None:
        """The first object with these values, or None."""
        return repository.find_one(self.connection, kelas, **where)

    def kunci(self, tabel: Table, **where: Any) -> int | None:
        """The key of the first row with these values, for tables whose objects do not carry it."""
        key = tabel.c[key_name(tabel)]
        query = select(key).order_by(key).limit(1)
        for name, value in where.items():
            query = query.where(repository.equals(tabel.c[name], value))
        return self.connection.execute(query).scalar()

    def ada(self, tabel: Table, **where: Any) -> bool:
        """Is there any row with these values?"""
        return self.kunci(tabel, **where) is not None

    def baris(self, tabel: Table, key: int) -> dict[str, Any] | None:
        """One raw row, or None."""
        return self._changes.row(tabel, key)

    # --- changing ----------------------------------------------------------------------------------------------

    def id_baru(self) -> int:
        """A key that no row has or ever had."""
        self._new += 1
        if self._new >= BARIS_PER_TINDAKAN:
            raise OverflowError(f"one action made more than {BARIS_PER_TINDAKAN} rows")
        return ID_BARU + (self._last[0] + 1) * BARIS_PER_TINDAKAN + self._new

    def tambah(self, kelas: type[T], **values: Any) -> T:
        """Insert one row and give it back as an object."""
        return to_object(kelas, self._changes.add(KELAS[kelas], values))

    def tambah_baris(self, tabel: Table, values: Mapping[str, Any]) -> None:
        """Insert one row of a table that has no class of its own."""
        self._changes.add(tabel, values)

    def ubah(self, kelas: type[T], key: int, **values: Any) -> T:
        """Change columns of one row and give it back as an object."""
        return to_object(kelas, self._changes.alter(KELAS[kelas], key, **values))

    def hapus(self, kelas: type, key: int) -> None:
        """Delete one row."""
        self._changes.remove(KELAS[kelas], key)

    def hapus_baris(self, tabel: Table, key: int) -> None:
        """Delete one row of a table that has no class of its own."""
        self._changes.remove(tabel, key)

    def tentang(self, objek: str, objek_id: int) -> None:
        """Say what the journal entry is about."""
        self._about = (objek, objek_id)

    @property
    def nomor(self) -> int:
        """The number this action's journal entry will have."""
        return self._last[0] + 1

    def tutup(self) -> EntriJurnal | None:
        """Write the journal entry; nothing changed, nothing written."""
        changes = self._changes.changes()
        if not changes:
            return None
        periksa_yang_dilihat(self.connection, changes, None if self.pelaku is None else self.pelaku.pegawai_id)
        objek, objek_id = self._about or (changes[0].tabel, changes[0].kunci)
        entry = journal.append(
            self.connection,
            self._last,
            hari=self.hari,
            pelaku_id=None if self.pelaku is None else self.pelaku.pegawai_id,
            peran=SISTEM if self.pelaku is None else self.pelaku.peran.value,
            aksi=self.aksi,
            objek=objek,
            objek_id=objek_id,
            changes=changes,
            catatan=self.catatan,
        )
        tulisan_sendiri(entry.nomor)
        return entry


def _check_identity(connection: Connection, pelaku: Pelaku) -> None:
    """Is this somebody who may sit at this screen at all?"""
    if pelaku.pegawai_id is None:
        if pelaku.peran is not Peran.PIMPINAN:
            raise TidakBerwenang("Pilih dahulu pegawai yang masuk ke aplikasi.", kode="pelaku-tanpa-pegawai")
        return
    pegawai = repository.find_one(connection, Pegawai, pegawai_id=pelaku.pegawai_id)
    akun = repository.find_one(connection, Akun, pegawai_id=pelaku.pegawai_id)
    if pegawai is None or akun is None or not pegawai.aktif:
        raise TidakBerwenang(
            f"Pegawai bernomor {pelaku.pegawai_id} tidak punya akun aktif. Hubungi admin instansi.",
            kode="akun-tidak-aktif",
        )
    if pelaku.peran in (Peran.ADMIN, Peran.PIMPINAN) and pelaku.peran not in akun.peran:
        raise TidakBerwenang(
            f"{pegawai.nama} tidak memegang peran {pelaku.peran.label}. Masuklah dengan akun yang memegang peran itu.",
            kode="peran-tidak-dimiliki",
        )
