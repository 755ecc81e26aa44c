"""What an instructor types: ``bimtek kelas …`` and ``bimtek demo``.

Scene: entry points; the clock is read here and nowhere below. May import: everything of instructor, inside functions.
Facts: none. Add: a step of the day is a function in kelas.py.
"""
