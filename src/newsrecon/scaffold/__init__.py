"""A new plugin as a whole distribution: an extractor, a matcher, tests of both, ready to be installed and then changed."""

from newsrecon.scaffold.distribution import check_plugin_name, write_distribution

__all__ = ["check_plugin_name", "write_distribution"]
