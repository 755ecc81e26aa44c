"""What an actor may do in the office, who may, and what happened.

Scene: actions one noun per file under ``actions/``; each is permission → state → rule → change + one journal entry.
May import: simulator.store, institution (types only), wording, rules, domain.
Facts: screens and gates of the application, cited in each noun's file; gates of our own say *label simulasi*.
Add: an action in ``actions/<noun>.py`` with its row in ``permissions.py``.
"""
