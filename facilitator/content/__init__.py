"""Reads content and lists of people; gives core objects, and a Problem for everything that is wrong in a file.

library          all scripts and cases there are
check, wording   every problem in files, also in their words
scripts, cases   what each kind of file may hold: one declaration for reader and JSON Schema
kinds, records   the kinds of value declarations are made of
schema           JSON Schemas for editors
yaml_tree        YAML as a tree of texts with lines, from files nobody has to trust
text_file        bytes to text
people           participants from pasted text or a CSV file; people_table, _lines, _rows and _words do the work
locate           where the content lies
problem          what is wrong, where, how to put it right
"""
