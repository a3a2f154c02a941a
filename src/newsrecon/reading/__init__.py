"""Articles from the outside world: text files, web pages, feeds, JSON, JSON Lines, and folders of them.

What a file holds is read as it stands; what is known about it (outlet, date, address) comes from the file itself, or from an
`articles.toml` beside it. One bad file among many costs that file and a diagnostic; where nothing can be read at all, that is
an error that lists them all. Nothing is ever fetched.
"""

from newsrecon.reading.addresses import domain_of
from newsrecon.reading.articles import article_from
from newsrecon.reading.files import Provenance, Reading, read

__all__ = ["Provenance", "Reading", "article_from", "domain_of", "read"]
