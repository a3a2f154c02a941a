"""Bringing the claims of several articles together: names, blocks, matches, clusters, variants, origins, verdicts."""
