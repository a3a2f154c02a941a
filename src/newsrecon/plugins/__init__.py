"""Plugins: found, loaded, called one by one, and each one's failures kept its own.

Our own extractors are found like anyone's, through entry points of the group `newsrecon`. Whatever a plugin does, the
others' results stay what they were: it costs its own claims for that article and a diagnostic that names it.
"""

from newsrecon.plugins.calling import PluginInfo, Plugins
from newsrecon.plugins.loading import load_plugins

__all__ = ["PluginInfo", "Plugins", "load_plugins"]
