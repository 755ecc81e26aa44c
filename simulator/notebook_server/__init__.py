"""The JupyterLab of one participant: which folder, which settings, start and stop.

Scene: behind ``bimtek mulai`` and behind a class server that starts one JupyterLab per participant.
May import: domain, and Jupyter's packages inside functions. Facts: exercises/kit's folder layout, Jupyter's documented
settings. Add: a setting in settings.py; the pages themselves are in exercises/kit/labextension.
"""
