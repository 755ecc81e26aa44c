"""An SKP draft from a spreadsheet: what it would add, and everything that is wrong with it.

Scene: the page *Impor Draft SKP*; the write itself is ``actions.impor_skp``. May import: simulator.domain, rules,
wording, store, workflow core.
Facts: columns of the SKP form (CONFIRMED, PermenPANRB 6/2022, BKN guide); importing a sheet is a course feature, the
application has none (label simulasi).
Add: one kind of check per file, called from periksa.py.
"""
