"""``verify``: was anything changed behind the application's back, or after a lock?

Scene: the instructor receives a file and wants to know whether it can be trusted; also ``bimtek instansi verifikasi``.
May import: SQLAlchemy and the other modules of simulator.store.
Facts: course rule (fault F54, data altered after the period closed).
How: (1) tables, columns, indexes and constraints against the schema; (2) the journal's chain, numbers and days; (3) the
seals against the genesis entry; (4) every row against its last image in the journal, or else against its seal; (5)
every journaled change against the calendar of that day. A rewritten chain that is consistent in itself can only be
found with an anchor: keep ``HasilVerifikasi.kepala`` outside the file and pass it back as ``jangkar``.
Add: another kind of finding as a function that yields Temuan; its sentence in Indonesian, its kode in the README.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from simulator.domain.errors import BerkasRusak
from simulator.store.chain import Chain, read_chain
from simulator.store.engine import PathOrUrl, file_of, open_read_only, reading
from simulator.store.findings import Temuan
from simulator.store.locks import PERIOD_TABLES, Calendar, passes_the_lock
from simulator.store.raw import RawReader, check_whole
from simulator.store.rows_check import check_rows
from simulator.store.schema import OFFICE_TABLES, instansi, periode_penilaian, rencana_aksi
from simulator.store.seal_check import read_seals
from simulator.store.shape import check_shape


@dataclass(frozen=True, slots=True)
class HasilVerifikasi:
    """What ``verify`` found; ``kepala`` is the journal's last number and fingerprint, to be kept as an anchor."""

    temuan: tuple[Temuan, ...]
    jumlah_baris: int
    jumlah_entri: int
    kepala: tuple[int, str]
    hari_simulasi: str

    @property
    def ok(self) -> bool:
        """True when nothing was found."""
        return not self.temuan

    @property
    def kode(self) -> tuple[str, ...]:
        """The distinct codes, sorted."""
        return tuple(sorted({temuan.kode for temuan in self.temuan}))


def verify(target: PathOrUrl, *, jangkar: tuple[int, str] | None = None) -> HasilVerifikasi:
    """Check one *instansi*, file or database, without changing it.

    Raises: TidakDitemukan — no such file; BerkasRusak — not an *instansi*, cut short, or damaged.
    """
    path = file_of(target)
    engine = open_read_only(target)
    try:
        with reading(engine) as connection:
            check_whole(connection, path)
            return verify_connection(connection, jangkar=jangkar)
    except (DatabaseError, UnicodeDecodeError) as error:
        if path is None:
            raise
        # Whatever SQLite stumbles over while only reading (a broken name in its own schema, for one) is damage.
        raise BerkasRusak(
            f"Berkas “{path.name}” rusak di dalam dan tidak dapat dibaca sampai selesai. Pakai salinan cadangan atau "
            "minta dikirim ulang.",
            kode="berkas-rusak",
        ) from error
    finally:
        engine.dispose()


def verify_connection(connection: Connection, *, jangkar: tuple[int, str] | None = None) -> HasilVerifikasi:
    """The same through a connection that somebody else opened, for what is not committed yet."""
    shape = tuple(check_shape(connection))
    if any(found.fatal for found in shape):
        return HasilVerifikasi(shape, 0, 0, (0, ""), "")
    reader = RawReader(connection)
    chain = read_chain(reader)
    seals, seal_findings = read_seals(reader, chain)
    calendar = _calendar(reader)
    findings: list[Temuan] = [*shape, *chain.findings, *seal_findings, *_anchor(chain, jangkar)]
    count = 0
    today = calendar.hari
    for table in OFFICE_TABLES:
        rows, found = check_rows(reader, table, seals.get(table.name, {}), chain.images, calendar, today)
        count += rows
        findings += found
    findings += _after_lock(chain, calendar)
    return HasilVerifikasi(tuple(findings), count, len(chain.entries), chain.head, today)


def _calendar(reader: RawReader) -> Calendar:
    calendar = Calendar()
    for row in reader.rows(periode_penilaian):
        calendar.batas[row["periode_id"]] = str(row["batas_pengisian"])
    for row in reader.rows(rencana_aksi):
        calendar.periode_of_rencana[row["rencana_id"]] = row["periode_id"]
    for row in reader.rows(instansi):
        calendar.hari = str(row["hari_simulasi"])
    return calendar


def _anchor(chain: Chain, jangkar: tuple[int, str] | None) -> Iterator[Temuan]:
    if jangkar is None:
        return
    nomor, sidik = jangkar
    if chain.digests.get(nomor) != sidik:
        yield Temuan(
            "jangkar-tidak-cocok",
            "jurnal",
            nomor,
            f"Entri jurnal nomor {nomor} tidak sama dengan sidik yang dicatat instruktur: jurnal telah ditulis ulang "
            "atau dipotong. Bandingkan berkas ini dengan salinan saat sidik itu dicatat.",
        )


def _after_lock(chain: Chain, calendar: Calendar) -> Iterator[Temuan]:
    """Replay: on the day of each entry, was the period of each changed row still open, and was it that day at all?"""
    entries = [(entry, entry.changes) for entry in chain.entries]
    calendar.rewind(entries)
    for entry, changes in entries[1:]:
        before = calendar.hari
        for change in changes:
            closed = any(calendar.closed(change["tabel"], change[side], entry.hari) for side in ("lama", "baru"))
            # Stamping a lock is what makes the after-image look locked; judge such a change by its before-image.
            if change["tabel"] in PERIOD_TABLES and closed and not passes_the_lock(entry.aksi, change, changes):
                yield Temuan(
                    "jurnal-setelah-kunci",
                    change["tabel"],
                    change["kunci"],
                    f"Entri jurnal nomor {entry.nomor} ({entry.aksi}, hari {entry.hari}) mengubah {change['tabel']} "
                    f"{change['kunci']} padahal periodenya sudah dikunci. Aplikasi tidak pernah mengizinkan hal ini.",
                )
        calendar.apply(changes)
        if entry.hari != (calendar.hari if entry.aksi == "maju_ke" else before):
            yield Temuan(
                "jurnal-hari-janggal",
                "jurnal",
                entry.nomor,
                f"Entri jurnal nomor {entry.nomor} bertanggal {entry.hari}, padahal hari simulasi waktu itu "
                f"{calendar.hari}. Entri ini tidak ditulis oleh aplikasi.",
            )
