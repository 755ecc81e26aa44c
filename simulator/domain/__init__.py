"""The words: plain objects of the office, no I/O.

Scene: everything the rest of the simulator talks about. May import: nothing but the standard library.
Facts: fields, labels and states as the printed forms of PermenPANRB 6/2022 and the application show them;
each word with meaning and source in modules/glossary.yaml.
Add: a word goes into the file of its noun and into modules/glossary.yaml (a test compares the two).
"""
