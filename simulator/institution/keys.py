"""Keyed draws: every value is a function of (seed, kind, entity, field), never of what was drawn before.

Scene: under everything in this folder. May import: NumPy and the registry fields.toml.
Facts: the finaliser is splitmix64 (public domain); only 64-bit integer arithmetic, so every machine agrees.
Add: a new draw gets a new number in fields.toml; numbers are never reused or renumbered, so old columns stay.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.uint64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: Middle and top of ``bell``.
TENGAH, PUNCAK = 510, 1020

_GOLDEN = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_M1, _M2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S27, _S30, _S31, _S32 = np.uint64(27), np.uint64(30), np.uint64(31), np.uint64(32)


@cache
def _registry() -> dict[str, tuple[int, int]]:
    tables = tomllib.loads((files(__package__) / "fields.toml").read_text(encoding="utf-8"))
    kinds = tables.pop("jenis")
    return {
        f"{kind}.{field}": (kinds[kind], number) for kind, fields in tables.items() for field, number in fields.items()
    }


def _mix(x: Draws) -> Draws:
    """The finaliser, in place: the arrays are big and every copy costs as much as the arithmetic."""
    x ^= x >> _S30
    x *= _M1
    x ^= x >> _S27
    x *= _M2
    x ^= x >> _S31
    return x


def _mix_int(x: int) -> int:
    x &= _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


class Keys:
    """The draws of one seed; ``name`` is always ``kind.field`` from the registry."""

    def __init__(self, seed: int) -> None:
        self._seed = _mix_int(seed + _GOLDEN)

    def draw(self, name: str, entity: Ints) -> Draws:
        """64 bits per entity; use them through ``below`` (high bits), never shifted beforehand."""
        kind, field = _registry()[name]
        base = _mix_int(self._seed + kind * 0xD1B54A32D192ED03)
        salt = np.uint64(_mix_int(field * 0x8CB92BA72F3D8DD7 + base))
        x = np.asarray(entity).astype(np.uint64)
        x *= np.uint64(_GOLDEN)
        x += np.uint64(base)
        x = _mix(x)
        x += salt
        return _mix(x)

    def below(self, name: str, entity: Ints, n: int | Ints) -> Ints:
        """An integer 0 … n-1; ``n`` may differ per entity (at least 1, below 2^31)."""
        return below(self.draw(name, entity), n)

    def between(self, name: str, entity: Ints, low: int | Ints, high: int | Ints) -> Ints:
        """An integer low … high, both ends included."""
        return np.asarray(low, dtype=np.int64) + self.below(name, entity, np.asarray(high) - np.asarray(low) + 1)

    def chance(self, name: str, entity: Ints, permil: int | Ints) -> Bools:
        """True for about ``permil`` of a thousand entities."""
        return self.below(name, entity, 1000) < np.asarray(permil)

    def pick(self, name: str, entity: Ints, weights: Ints) -> Ints:
        """An index into ``weights`` (positive integers), by integer thresholds."""
        ends = np.cumsum(weights)
        return np.searchsorted(ends, self.below(name, entity, int(ends[-1])), side="right").astype(np.int64)

    def bell(self, name: str, entity: Ints) -> Ints:
        """A bell-shaped integer 0 … 1020: the sum of four eight-bit parts of one draw."""
        bits = self.draw(name, entity)
        parts = [(bits >> np.uint64(shift)) & np.uint64(255) for shift in (0, 16, 32, 48)]
        return (parts[0] + parts[1] + parts[2] + parts[3]).astype(np.int64)


def below(draws: Draws, n: int | Ints) -> Ints:
    """Scale draws to 0 … n-1 by their high 32 bits."""
    x = draws >> _S32
    x *= np.asarray(n).astype(np.uint64)
    x >>= _S32
    # Below 2^32, so the bits are the same number with a sign.
    return x.view(np.int64)
