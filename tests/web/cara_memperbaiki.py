"""How each fault is mended: the documented way, through the pages, by whom it is up to. Returns who did it."""

from __future__ import annotations

from collections.abc import Callable

from tests.web.perbaikan.alur import f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36
from tests.web.perbaikan.data_induk import f09, f11, f12, f13, f14, f15, f17, f20, f21, pindah_ke_jabatan_benar, sinkron
from tests.web.perbaikan.isi import f37, f38, f39, f40, f41, f42, f44, ganti_bukti
from tests.web.perbaikan.latihan import Latihan
from tests.web.perbaikan.masuk import f01, f02, f03, f04, f05, f06, f07
from tests.web.perbaikan.rekap import f54, tarik_ulang
from tests.web.perbaikan.tata_kelola import f51, f52, f53

PERBAIKAN: dict[str, Callable[[Latihan], str]] = {
    "F01": f01, "F02": f02, "F03": f03, "F04": f04, "F05": f05, "F06": f06, "F07": f07, "F08": sinkron, "F09": f09,
    "F10": pindah_ke_jabatan_benar, "F11": f11, "F12": f12, "F13": f13, "F14": f14, "F15": f15, "F17": f17,
    "F20": f20, "F21": f21, "F22": pindah_ke_jabatan_benar, "F23": f23, "F24": f24, "F25": f25, "F26": f26,
    "F27": f27, "F28": f28, "F29": f29, "F30": f30, "F31": f31, "F32": f32, "F33": f33, "F34": f34, "F35": f35,
    "F36": f36, "F37": f37, "F38": f38, "F39": f39, "F40": f40, "F41": f41, "F42": f42, "F43": ganti_bukti,
    "F44": f44, "F45": tarik_ulang, "F46": tarik_ulang, "F47": tarik_ulang, "F48": tarik_ulang, "F49": tarik_ulang,
    "F50": tarik_ulang, "F51": f51, "F52": f52, "F53": f53, "F54": f54,
}  # fmt: skip
