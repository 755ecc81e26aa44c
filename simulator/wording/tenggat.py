"""Is a target date earlier than the day on which its material exists?

Scene: one of the comparisons of criterion A. Imports pernyataan, setara. Facts: none; both dates stand in the record.
Add: a way to say that something comes later in _BARU_ADA, with cases in tests/wording/kasus/konteks.yaml.
"""

from __future__ import annotations

import re

from simulator.wording.setara import Jangkauan

_NAMA_BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip
_HARI = rf"(\d{{1,2}})\s+({'|'.join(_NAMA_BULAN)})\b"
_ADA = (
    "keluar|terbit|ada|tersedia|selesai|masuk|diterima|dibuka|turun|cair|datang|tiba|ditetapkan|dikirim|bisa|dapat|"
    "siap|rampung"
)
_TANGGAL = re.compile(rf"\b{_HARI}")
_BARU_ADA = re.compile(rf"\b(?:baru (?:{_ADA})[^,;]{{0,20}}?|paling cepat(?: \w+)?\s+){_HARI}")


def _hari_ke(tanggal: str, bulan: str) -> int:
    return _NAMA_BULAN.index(bulan) * 31 + int(tanggal)


_TGL = re.compile(r"\b(?:tgl|tanggal)\.?\s*(\d{1,2})\b")
_BARU_TGL = re.compile(rf"\bbaru (?:{_ADA})[^,;]{{0,20}}?\b(?:tgl|tanggal)\.?\s*(\d{{1,2}})\b")


def sebelum_bahan_ada(target: str, kapasitas: str) -> Jangkauan | None:
    """*2 Januari*, where *hasil rekonsiliasi baru keluar 12 Januari*; both texts in lower case."""
    if (tgl := _TGL.search(target)) and (baru := _BARU_TGL.search(kapasitas)) and int(tgl[1]) < int(baru[1]):
        return Jangkauan(False, True, "melebihi-kapasitas", baru[0])
    m = _BARU_ADA.search(kapasitas)
    t = _TANGGAL.search(target)
    if m is None or t is None or _hari_ke(t[1], t[2]) >= _hari_ke(m[1], m[2]):
        return None
    return Jangkauan(False, True, "melebihi-kapasitas", m[0])
