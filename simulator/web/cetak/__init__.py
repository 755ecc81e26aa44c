"""Documents on paper: typst templates in ``pola/`` filled with data, never with markup (README.md)."""
