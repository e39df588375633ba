"""Tables of Statistics Netherlands (CBS): reads them whole, in any form a person has them in, or refuses them."""

from sdw.importers.cbs.reading import read, recognises
from sdw.importers.cbs.table import CbsTable

__all__ = ["CbsTable", "read", "recognises"]
