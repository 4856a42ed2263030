"""Write ``mediaparse/quantities/units.tsv`` anew from the tables of the installed quantulum3.

``python -m tests.quantities.regenerate_units``
"""

from __future__ import annotations

from pathlib import Path

import mediaparse.quantities

TABLE = Path(mediaparse.quantities.__file__).with_name("units.tsv")
HEADER = """\
# Units of measurement and currencies, with the words and symbols that name them.
# Source: the tables of quantulum3 (MIT licence), written by tests/quantities/regenerate_units.py; do not edit by hand.
# What they lack stands in news_units.tsv and currencies.tsv, what news cannot use of them in withheld.tsv.
name\tsymbol\tdimension\tcode\turi\twords\tsymbols
"""


def table() -> str:
    """The text of ``units.tsv`` as the installed quantulum3 has it."""
    from quantulum3 import load  # type: ignore[import-untyped]

    rows = []
    for name, unit in load.units().names.items():
        if not unit.surfaces and not unit.symbols:
            continue
        symbol = unit.symbols[0] if unit.symbols else ""
        code = unit.currency_code or ""
        words, symbols = "|".join(unit.surfaces), "|".join(unit.symbols)
        rows.append("\t".join((name, symbol, unit.entity.name, code, unit.uri or "", words, symbols)))
    return HEADER + "\n".join(rows) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
