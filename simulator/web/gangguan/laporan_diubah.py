"""F54: a report that was altered after its period closed, and whether what came back agrees with what is locked.

Scene: Rekap Kiriman. The office itself is sealed, so what somebody changes is the copy that another system uses; the
finding is that it no longer agrees. Mended by a report pulled anew, with the day it was pulled.
May import: openpyxl, simulator.domain, web, wording (the guard of uploads), workflow.
Facts: lock and audit trail, consumers keep the time of each pull (SINGLE, F54); heads on row 8, “Data ditarik pada”
(CONFIRMED, real exports). Add: nothing.
"""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.store import repository
from simulator.wording.berkas.pagar_xlsx import periksa_pagar
from simulator.workflow.gangguan.macam import ADMIN, Terpasang
from simulator.workflow.office import Kantor
from simulator.workflow.report import KOLOM_PENILAIAN, laporan_penilaian

KODE = "F54"
NIP, HASIL_AKHIR, DITARIK = KOLOM_PENILAIAN.index("nip"), KOLOM_PENILAIAN.index("hasil_akhir"), 5
#: How many people were raised by a stroke of the pen, and to what.
DIUBAH, MENJADI = 4, "Sangat Baik"
TERBANYAK = 3000


def pasang(kantor: Kantor) -> Terpasang:
    """Choose the last ordinary period that is closed and rated. Raises: StatusTidakSesuai — there is none."""
    with kantor.lihat() as connection:
        hari = repository.simulated_day(connection)
        for periode in reversed(repository.find(connection, PeriodePenilaian)):
            if periode.tipe is TipePeriodik.TAHUNAN or periode.batas_pengisian >= hari:
                continue
            dinilai = repository.find(connection, Evaluasi, periode_id=periode.periode_id)
            if sum(e.predikat is not None and e.predikat.label != MENJADI for e in dinilai) >= DIUBAH:
                terkunci = f"{periode.batas_pengisian + timedelta(days=1):%d-%m-%Y}"
                isi = {"periode": periode.periode_id}
                return Terpasang(isi, (ADMIN,), "/admin/laporan", {"periode": periode.nama, "terkunci": terkunci})
    raise StatusTidakSesuai(
        "Belum ada periode yang sudah dinilai dan ditutup. Pilih gangguan lain, atau majukan hari.",
        kode="gangguan-tidak-cocok",
    )


def berkas(kantor: Kantor, isi: dict[str, Any]) -> bytes:
    """The report as it was pulled before the lock, four results raised in it since."""
    laporan = laporan_penilaian(kantor, isi["periode"])
    orang = [list(baris) for baris in laporan.baris]
    for baris in [satu for satu in orang if satu[HASIL_AKHIR] not in ("-", MENJADI)][:DIUBAH]:
        baris[HASIL_AKHIR] = MENJADI
    atas = [list(baris) for baris in laporan.atas]
    atas[DITARIK] = ["Data ditarik pada : –"]
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None  # a new workbook has one sheet
    for satu in (*atas, laporan.kolom, *orang):
        lembar.append(satu)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def periksa(kantor: Kantor, isi: dict[str, Any], kiriman: bytes, nama: str) -> str | None:
    """What is still wrong with what came back, in a sentence; None: it agrees with what is locked.

    Raises: DataTidakSah, BerkasRusak — not a workbook.
    """
    periksa_pagar(kiriman, nama)
    lembar = load_workbook(BytesIO(kiriman), read_only=True, data_only=True).worksheets[0]
    rows = [list(row) for row in lembar.iter_rows(max_row=TERBANYAK, max_col=40, values_only=True)]
    letak = next((n for n, row in enumerate(rows) if tuple(row[: len(KOLOM_PENILAIAN)]) == KOLOM_PENILAIAN), None)
    if letak is None:
        return "Ini bukan Laporan Penilaian SKP: kepala kolomnya tidak ada di baris 8. Unduh dari Laporan dan Rekap."
    if not any(re.match(r"Data ditarik pada : \d", str(row[0] or "")) for row in rows[:letak]):
        return "Hari penarikannya tidak tertulis. Tarik ulang laporannya, dan biarkan baris “Data ditarik pada”."
    benar = {str(baris[NIP]): baris[HASIL_AKHIR] for baris in laporan_penilaian(kantor, isi["periode"]).baris}
    dikirim = {str(row[NIP]): row[HASIL_AKHIR] for row in rows[letak + 1 :] if row[NIP] not in (None, "")}
    if set(dikirim) != set(benar):
        return "Pegawainya tidak sama dengan yang terkunci pada periode itu. Tarik ulang periode yang diminta."
    berbeda = [nip for nip, hasil in dikirim.items() if hasil != benar[nip]]
    if berbeda:
        return (
            f"{len(berbeda)} hasil masih berbeda dari data terkunci, yang pertama NIP {berbeda[0]}: tertulis "
            f"“{dikirim[berbeda[0]]}”, yang terkunci “{benar[berbeda[0]]}”. Tarik ulang; jangan menyalin tangan."
        )
    return None
