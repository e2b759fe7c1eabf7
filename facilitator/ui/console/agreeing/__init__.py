"""The form of an agreement: what matters first, and the rest in groups that unfold.

form               the panel: Enter saves, Esc asks once
basics             what, who, with whom, when, feedback
more               what unfolds: the groups below, each a `Part`
naming             title, start, kind, level, phase, details
reasons            why, what it is to mend, and where it came up
direction          who directs, and the paragraph of a regional agreement
escalation         what happens when it does not work out
watching           how it is followed: monitoring, safety criterion, evaluation
asking             what reading back tells and asks of agreements
life               how it stood, and who said so
fields             fields that several of them have
"""
