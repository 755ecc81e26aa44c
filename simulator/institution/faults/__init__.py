"""Planted faults: injectors, reference detectors, and the answer key.

Scene: the last layer; takes a clean office and changes single cells. May import: the institution, simulator.rules.
Add: see README.md of this folder.
"""
