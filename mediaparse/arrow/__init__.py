"""Articles as Apache Arrow: for engines that read many texts at once, and for Parquet.

Needs the extra: ``pip install "mediaparse-news[arrow]"``. Nothing of this is loaded by ``import mediaparse``.
"""

try:
    import pyarrow as _pyarrow  # noqa: F401
except ImportError as error:
    raise ImportError('mediaparse.arrow needs pyarrow: pip install "mediaparse-news[arrow]"') from error

from mediaparse.arrow.batch import parse_batch
from mediaparse.arrow.rows import from_arrow, to_arrow
from mediaparse.arrow.schema import PLAIN_SCHEMA, SCHEMA, plain

__all__ = ["PLAIN_SCHEMA", "SCHEMA", "from_arrow", "parse_batch", "plain", "to_arrow"]
