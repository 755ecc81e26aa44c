"""Files people keep their statements in, read into Pernyataan row by row; a broken row never stops the rest.

Scene: between ``bimtek iki`` or the SKP import and the engine. Standard library;
openpyxl only when an XLSX is read.
Facts: the SKP form F-2 (RHK pimpinan, RHK, aspek, indikator, target) and its column names in kolom.tsv.
Add: a column name in kolom.tsv; a file kind as one module with ``baca(isi) -> Iterator[Baris]`` and a line
in masukan.py.
"""

from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.masukan import FORMAT, baca, tebak_format

__all__ = ["FORMAT", "Baris", "baca", "tebak_format"]
