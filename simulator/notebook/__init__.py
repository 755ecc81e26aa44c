"""The office in a notebook: forms that save themselves, built from a description.

Scene: ACT and BE GRADED, the participant's screen. May import: wording, rules, domain; ipywidgets inside functions.
Add: a kind of field is one class here, one entry in exercises/kit/validation.py and a row in exercises/README.md.
"""
