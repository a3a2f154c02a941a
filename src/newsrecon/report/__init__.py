"""A reconciliation for readers: plain text, and HTML fragments for notebooks."""
