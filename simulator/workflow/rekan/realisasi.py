"""How well the work of one person goes, and the words they put it in.

Scene: an employee fills in a realisation. May import: simulator.domain, rekan.
Facts: none; how well work goes is REKAAN penyusun: a bell around what was expected, moved by the temperament.
Add: another way to word a result in kalimat.py.
"""

from __future__ import annotations

from decimal import Decimal

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, RHK, SKP, Aspek
from simulator.workflow.limits import NAMA_EVIDEN_MAKS, REALISASI_MAKS
from simulator.workflow.rekan import kalimat
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.sasaran import Sasaran, dicapai, nilai_tertulis, sasaran
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak


def kalimat_realisasi(
    papan: Papan, skp: SKP, periode: PeriodePenilaian, rhk: RHK, iki: IKI, number: int, earlier: list[str]
) -> tuple[str, str]:
    """(realisasi, sumber data) of one indicator; ``earlier`` what was written in the other periods of the year."""
    me, kind = skp.pegawai_id, papan.watak(skp.pegawai_id)
    source = kalimat.ringkas(kalimat.SUMBER.format(inti=kalimat.inti(rhk.teks)), NAMA_EVIDEN_MAKS)
    due = sasaran(iki, periode)
    if kind is Watak.SALIN or due is None:
        return kalimat.REALISASI_SALIN, source
    if due.nilai == 0:
        return kalimat.REALISASI_BELUM.format(periode=periode.nama), source
    value = _setahun(due, iki, earlier) if periode.tipe is TipePeriodik.TAHUNAN else None
    if value is None:
        value = dicapai(due, mutu(papan, me, periode, number))
    said = due.tulis(value)
    if kind is Watak.CEROBOH:
        return said, source
    text = papan.undian.pilih(kalimat.REALISASI, me, periode.periode_awal, Soal.KALIMAT, number)
    return text.format(nilai=said, sasaran=due.tulis(due.nilai), sumber=source)[:REALISASI_MAKS], source


def mutu(papan: Papan, pegawai_id: int, periode: PeriodePenilaian, number: int) -> int:
    """In a thousand of what was expected: about 700 … 1150, steady for a person, a little different per indicator."""
    draws, habit = papan.undian, papan.kebiasaan(pegawai_id)
    person = draws.lonceng(pegawai_id, None, Soal.MUTU) - 50
    season = draws.lonceng(pegawai_id, periode.periode_awal, Soal.MUTU, 1) - 50
    jitter = draws.lonceng(pegawai_id, periode.periode_awal, Soal.CAPAIAN, number + 100) - 50
    return max(600, min(1150, 985 + 4 * person + 2 * season + 2 * jitter + 5 * habit.mutu))


def _setahun(due: Sasaran, iki: IKI, earlier: list[str]) -> Decimal | None:
    """The year as the sum of its parts where things are counted, otherwise the last level; None: nothing to add up."""
    values = [value for text in earlier if (value := nilai_tertulis(due.satuan, text)) is not None]
    if not values:
        return None
    return sum(values, Decimal(0)) if iki.aspek is Aspek.KUANTITAS and not due.turun else values[-1]
