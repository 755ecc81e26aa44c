"""Where the office is kept: one SQL implementation, SQLite by default, PostgreSQL for a class.

Scene: rows in, objects out, one transaction per action. May import: simulator.domain and SQLAlchemy.
Facts: none of its own; columns mirror simulator/domain.
Add: a column in schema.py beside the field in the domain.
"""
