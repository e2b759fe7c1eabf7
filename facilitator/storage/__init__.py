"""Storage keeps: every event of every session, encrypted, on the disk before the program says so.

     append(event, session)                                        ask(overview.sessions) ──> Future
               │                                                              │
    ┌──────────▼───────────────────────── Store (writer) ─────────────────────▼─────┐
    │  returns at once; remembers what is not saved; save_copy, bring_back, erase    │
    └──────────┬─────────────────────────────────────────────────────────▲──────────┘
               │ jobs                                                     │ saved, failed, recovered
    ┌──────────▼──────────────── one thread (thread) ─────────────────────┴──────────┐
    │  Ledger ── journal      the events: the one truth, added to, never changed      │
    │     │  └── projection   rows beside it for the start page, same transaction     │
    │     └───── database     one SQLCipher connection: EXCLUSIVE, WAL, FULL          │
    └──────────┬──────────────────────────────────────────────────────────────────────┘
               ▼
    store.db · store.slots · backups/      keys opens them: key_store or store.key, or recovery_key on paper

keys         makes, keeps and recovers the key            migrations   the tables, step by step
overview     what the start page asks                     backup       daily copies, putting one back
copies       a session saved elsewhere, brought back      folder       names, atomic files, one first start at a time
errors       every way it can fail, in the user's words
holding      one file, held open and opened again after an error
library/     what the user writes and imports: a file and a thread of its own, and its search
"""
