"""Feedback: one page per participant and exercise, made to be read by the participant.

Scene: SEE, after grading. May import: Jinja2, exercises.kit, simulator.rules, instructor.results.
Facts: the rule under a finding comes with its source from simulator.rules. A page needs no network and no script.
Add: a part of the page is a function in pages.py and a block in umpan_balik.html.j2.
"""
