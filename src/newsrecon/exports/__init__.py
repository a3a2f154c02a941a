"""Results in the formats of others: one format a file, and a registry of them."""
