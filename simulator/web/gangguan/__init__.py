"""Faults of the catalogue in the browser: what is on, where it is met, who mended it.

Scene: the instructor's page, the line above a page, the login, the workbook to be mended. Everything the office itself
can hold is simulator/workflow/gangguan. Add: README.md of that folder.
"""
