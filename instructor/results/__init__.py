"""Results of a class: tables, the workbook for the office, the overview page.

Scene: SEE, after grading. May import: pandas, exercises.kit, instructor.course, instructor.grading.
Facts: marks from the gradebook, findings from the same transaction, hand-ins from the collecting report.
Add: a table in tables.py, its sheet in rekap.py or its section in dasbor.py.
"""
