"""After the meeting: what goes into the report, documents, preview, printing, reopening."""
