"""Reads and writes content, reads lists of people; gives core objects, and a Problem for all that is wrong in a file.

library          all scripts, cases and cards there are
check            every problem in files, also in their words and in what comes with the program
wording          long sentences, places left open, English; plain_words is the list of words with a better one
references       what a file names of another; complete is what a file that ships must have, figures its numbers
overview         a line a file: words, how easily it reads (reading_ease), what is open
scripts, cases, cards   what each kind of file may hold: one declaration for reader, writer and JSON Schema
kinds, records   the kinds of value declarations are made of
schema           JSON Schemas for editors
writing          a record as YAML text that reads back the same; yaml_text quotes and breaks one text
drafts           a text that somebody is writing, with its problems where they are
pack             items in one file, from and for others; archive, manifest and pack_file do the work
personal         what looks like personal data in an item: which texts are looked at, and who may be named
compare          what a newer pack would change; labels says where, in words
yaml_tree        YAML as a tree of texts with lines, from files nobody has to trust
text_file        bytes to text
people           participants from pasted text or a CSV file; people_table, _lines, _rows and _words do the work
locate           where the content lies
problem          what is wrong, where, how to put it right
"""
