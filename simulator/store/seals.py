"""Seals: the fingerprints of the rows an *instansi* was born with.

Scene: written once at founding; verification compares every row that no action has touched with its seal.
May import: simulator.store.canonical and schema.
Facts: none. Eight bytes per row in blocks of 512, so that the seals of 100,000 rows are a few hundred small rows;
one sha256 over all of them stands in the genesis entry, which the journal's chain protects.
Add: nothing; a new table of the office is sealed because it is in OFFICE_TABLES.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.store.canonical import DIGEST_SIZE, Canonical, row_digest

BLOCK_SIZE = 512


@dataclass(frozen=True, slots=True)
class Seal:
    """One block: up to 512 keys and their fingerprints."""

    segel_id: int
    tabel: str
    blok: int
    kunci: bytes
    sidik: bytes


def seal_rows(
    tabel: str, rows: Sequence[tuple[Canonical, ...]], key_position: int, first_id: int, first_block: int = 0
) -> list[Seal]:
    """Seal canonical rows that are sorted by key; ``first_block`` continues a table written in pieces."""
    seals = []
    for position, start in enumerate(range(0, len(rows), BLOCK_SIZE)):
        part = rows[start : start + BLOCK_SIZE]
        keys = struct.pack(f"<{len(part)}q", *(row[key_position] for row in part))
        digests = b"".join(map(row_digest, part))
        seals.append(Seal(first_id + position, tabel, first_block + position, keys, digests))
    return seals


def unseal(keys: bytes, digests: bytes) -> Iterator[tuple[int, bytes]]:
    """The (key, fingerprint) pairs of one block.

    Raises: ValueError — the two blobs do not belong together.
    """
    count, rest = divmod(len(keys), 8)
    if rest or len(digests) != count * DIGEST_SIZE:
        raise ValueError("keys and digests of a seal differ in number")
    for position, key in enumerate(struct.unpack(f"<{count}q", keys)):
        yield key, digests[position * DIGEST_SIZE : (position + 1) * DIGEST_SIZE]


def seals_digest(seals: Iterable[tuple[int, str, int, bytes, bytes]]) -> str:
    """One fingerprint over all seals, in the order of their ids."""
    whole = hashlib.sha256()
    for segel_id, tabel, blok, kunci, sidik in seals:
        whole.update(f"{segel_id}\n{tabel}\n{blok}\n{len(kunci)}\n{len(sidik)}\n".encode())
        whole.update(kunci)
        whole.update(sidik)
    return whole.hexdigest()
