"""How an RHK, IKI, IKU, sasaran or rencana aksi is worded: aktivitas or result, S-M-A-R-T, and the words that show it.

Scene: feedback in exercise 1, hints while typing, findings at SKP import, ``bimtek iki periksa``. Pure Python and data.
Facts: lexicon/*.tsv (each row with its reason); what each finding means and how good the engine is:
instructor/handbook/temuan-kata.md.
Add: README.md in this folder says how to add a word, a finding, a criterion.
"""

from simulator.wording.kumpulan import periksa_skp
from simulator.wording.mesin import periksa, periksa_banyak
from simulator.wording.pernyataan import Hasil, Konteks, Pernyataan, Target, Temuan

__all__ = ["Hasil", "Konteks", "Pernyataan", "Target", "Temuan", "periksa", "periksa_banyak", "periksa_skp"]
