"""The library: what the user writes and imports, and finding it again while they type.

 put, keep_version, import_pack …      search(query) ──> Future[Results], answer(question) ──> Future[Answered]
           │                                                 │
┌──────────▼──────────────── LibraryStore (store) ───────────▼──────────┐
│  returns at once                                                       │
└──────────┬─────────────────────────────────────────────────────────────┘
┌──────────▼──────────────── one thread (thread) ────────────────────────┐
│  the newest search first, then questions, then one slice of long work   │
│  Catalogue ── items          one item: text, trash, favourites           │
│     │     ├── versions       keeping them; another text in its place     │
│     │     ├── long_work      packs, shipped content, upkeep: in slices   │
│     │     ├── searching      asking (words typed) ─ marking (spans)      │
│     │     ├── answering      questions (plain words) ─ language (sayings)│
│     │     ├── shelf          in memory: what is browsed, facets as bits  │
│     │     └── vocabulary     in memory: every word, its stem and sound   │
│     └── index ── words       FTS5 over folded words                      │
└──────────┬─────────────────────────────────────────────────────────────┘
           ▼
library/store.db · library/backups/     a file of its own, with the key of the store (schema, keeping)
"""
