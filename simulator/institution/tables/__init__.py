"""One entry per table of the office: its columns of codes, and its rows as people read them.

Scene: layer six, rendering. May import: the world and its layers; never the store (a test compares the columns).
Facts: columns as in simulator/store/schema.py.
Add: a table in the file of its noun, its entry in ``simulator/institution/tables/catalogue.py``.
"""
