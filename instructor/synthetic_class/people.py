"""People who do not exist, each with a skill of their own.

Scene: the roster of a synthetic class. May import: Faker, instructor.course.roster.
Facts: REKAAN. Names carry a number; a NIP has the layout of domain/kepegawaian and a serial no real one has (900–999).
Add: a trait that changes how someone works is a field of Orang and a use in answers.py.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from instructor.course.roster import Peserta, safe_id

UNIT = (
    "Sekretariat, Subbagian Perencanaan",
    "Bidang Kesehatan Masyarakat",
    "Bidang Pencegahan dan Pengendalian Penyakit",
    "Bidang Pelayanan Kesehatan",
    "UPTD Puskesmas Contoh Utara",
    "UPTD Puskesmas Contoh Selatan",
)
# Before and after the name, as one profession carries them: a midwife is no "Ns.", a dentist no economist.
GELAR = (
    ("", ""),
    ("", ""),
    ("", ", S.KM."),
    ("", ", S.E., M.M."),
    ("", ", S.Sos., M.Si."),
    ("", ", A.Md.Gz."),
    ("", ", S.Kep., Ners"),
    ("Ns.", ", S.Kep., M.Kep."),
    ("apt.", ", S.Farm."),
    ("dr.", ""),
    ("dr.", ", M.Kes."),
    ("drg.", ""),
    ("Hj.", ", S.KM., M.Kes."),
)
GELAR_BIDAN = ("", ", A.Md.Keb.")
SERI_REKAAN = 900


@dataclass(frozen=True, slots=True)
class Orang:
    """One invented participant. ``kecakapan`` is on a scale where 0 is average and 1 one spread above."""

    peserta: Peserta
    kecakapan: float


def rng_for(benih: int, *bagian: object) -> random.Random:
    """A stream of its own for every use, so that one more draw here changes nothing there."""
    return random.Random("/".join(str(satu) for satu in (benih, *bagian)))


def make_people(banyak: int, benih: int) -> tuple[Orang, ...]:
    """``banyak`` people; the first ones are the same in a bigger class."""
    from faker import Faker

    pembuat = Faker("id_ID")
    hasil = []
    for nomor in range(1, banyak + 1):
        rng = rng_for(benih, "orang", nomor)
        pria = rng.random() < 0.45
        pembuat.seed_instance(rng.getrandbits(32))
        depan = pembuat.first_name_male() if pria else pembuat.first_name_female()
        polos = f"{depan} {pembuat.last_name_male() if pria else pembuat.last_name_female()} {nomor:02d}"
        gelar, ekor = rng.choice(GELAR if pria else (*GELAR, GELAR_BIDAN))
        if gelar == "Hj." and pria:
            gelar = "H."
        nama = f"{gelar} {polos}".strip() + ekor
        peserta = Peserta(safe_id(polos), nama, _nip(rng, nomor, pria=pria), rng.choice(UNIT))
        hasil.append(Orang(peserta, rng.gauss(0.0, 1.0)))
    return tuple(hasil)


def _nip(rng: random.Random, nomor: int, *, pria: bool) -> str:
    """Birth date, month of appointment at least 22 years later, sex, serial from 900."""
    lahir = date(1972, 1, 1) + timedelta(days=rng.randrange(365 * 26))
    tahun = min(lahir.year + 22 + rng.randrange(8), 2024)
    return f"{lahir:%Y%m%d}{tahun}{rng.randrange(1, 13):02d}{1 if pria else 2}{SERI_REKAAN + nomor % 100}"
