"""The office of a class in a notebook: one shared office on a server, seen and acted on from a participant's own page;
and one's own office file, seen beside the tab in which one works in it.

Scene: ``bimtek mulai --kantor ALAMAT`` and its page *Kantor kelas* (ruang.py); *Kantor saya* (milik.py); a notebook of
somebody who programs (sambungan.py, tabel.py). May import: simulator.domain, simulator.notebook, ipywidgets; pandas
when called; milik.py also workflow. Never simulator.web, which is elsewhere.
Facts: the API under ``/api/v1`` (simulator/web/api). Add: a part of the page as a file with its word in ``Ruang``.
"""
