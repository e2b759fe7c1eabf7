"""Reads content and lists of people; gives core objects, and a Problem for everything that is wrong in a file.

library         all scripts and cases there are
check           every problem in files, also of wording
scripts, cases  what each kind of file may hold: one declaration for reader and JSON Schema
kinds           the kinds of value declarations are made of
schema          JSON Schemas for editors
yaml_tree       YAML as a tree of texts with lines, from files nobody has to trust
text_file       bytes to text
people          participants from a mail's address line or a CSV file
locate          where the content lies
problem         what is wrong, where, how to put it right
"""
