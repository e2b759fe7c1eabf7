"""The rules of a session: pure functions over frozen records, with nothing but the standard library.

script, casus   what a session follows and studies
card            what is known of a subject, for at hand
events          everything that can happen, as frozen records
session         Session and `apply(session, event) -> Session`
agreement       what organisations agree, and whose it is
pace            minutes: the plan, ahead or behind
audience        `audience_view(session)`: all that the room may see, and nothing else
quick_line      one typed line -> answer or agreement
codec           records <-> plain JSON values
text            text as people paste it, made safe to keep
"""
