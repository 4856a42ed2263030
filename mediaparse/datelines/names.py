"""Names of places: the form in which they are compared, and title case."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from mediaparse.data import read_tsv

# The vowel signs of India's scripts and of Thai and Lao are letters; the accents that NFKD sets apart are none.
_UNSAID = re.compile(r"[^\w|\u0900-\u0eff]+")
# A tab; en, em, figure, thin and hair space, and the narrow one that does not break; and the marks that take no room:
# zero width, left to right, right to left, byte order.
_ODD_BLANKS = "\t\u2002\u2003\u2007\u2009\u200a\u202f\u200b\u200e\u200f\ufeff"
# "WASHINGTON DC", "MÉXICO DF", "ABOARD USS NIMITZ": these stay in capitals.
_ABBREVIATIONS = frozenset(("DC", "DF", "USS", "HMS"))
_WORD = re.compile(r"[^\W\d_]++")
# A letter of any script or a mark on one: all but blanks, figures, punctuation and signs. It stands for [\p{L}\p{M}] of
# regex, whose match takes four times as long.
LETTER = (
    r"[^\s\d_\x00-@\[-`{-\x7f©«-´¶-¹»-¿×÷،؛؟۔।॥\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u3020\u3030\uff00-\uff20\uff3b-\uff40\uff5b-\uff65]"
)


def plain_blanks(text: str) -> str:
    """``text`` with an ordinary blank for each thin, narrow or invisible one, of the same length.

    >>> plain_blanks("LAGOS\\u2009(Reuters)\\u202f—")
    'LAGOS (Reuters) —'
    """
    for odd in _ODD_BLANKS:
        if odd in text:
            text = text.replace(odd, " ")
    return text


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """``name`` without letter case, accents, spaces and punctuation: how names are compared.

    >>> fold("São Paulo") == fold("SAO PAULO")
    True
    """
    return fold_all(name)


def fold_all(names: str) -> str:
    """``names``, with a bar between them, each of them folded."""
    plain = names if names.isascii() else unicodedata.normalize("NFKD", names.replace("ı", "i"))
    folded = plain.casefold()
    return folded if folded.isalnum() else _UNSAID.sub("", folded)


@cache
def particles() -> frozenset[str]:
    """The little words that stay small inside a name."""
    return frozenset(word for _, words in read_tsv(__package__, "particles.tsv") for word in words.split("|"))


def is_small(word: str) -> bool:
    """Does ``word`` begin with a small letter? Georgian has small ones alone, and none counts.

    >>> is_small("leeds"), is_small("თბილისი")
    (True, False)
    """
    return word[:1].islower() and not _is_georgian(word)


def _is_georgian(word: str) -> bool:
    return "\u10d0" <= word[:1] <= "\u10ff"


@lru_cache(maxsize=4096)
def title_case(name: str, *, turkish: bool = False) -> str:
    """``name`` in title case, whatever the typing; a word that has both cases stays as it is.

    >>> [title_case(typed) for typed in ("RIO DE JANEIRO", "AL-SHAHANIYA", "РОСТОВ-НА-ДОНУ", "MCALLEN", "San jose")]
    ['Rio de Janeiro', 'Al-Shahaniya', 'Ростов-на-Дону', 'McAllen', 'San Jose']

    ``turkish`` keeps the two letters i apart.

    >>> title_case("BANDIRMA", turkish=True)
    'Bandırma'
    """
    name = " ".join(plain_blanks(name).split())
    flat = name.isupper() or name.islower()

    def cased(match: re.Match[str]) -> str:
        typed, start = match.group(), match.start()
        if typed in _ABBREVIATIONS or _is_georgian(typed):
            return typed
        small = _lower(typed, turkish)
        before, after = name[max(0, start - 1) : start], name[match.end() : match.end() + 1]
        inside = before in (" ", "-") and after in (" ", "-", ".")
        if not flat and ((after == "." and len(typed) == 1) or (after in ("'", "’") and typed in particles())):
            return typed  # "o.d.T.", "de’ Goti"
        if inside and small in particles() and not (after == "." and len(small) == 1):
            return small
        if (before in ("'", "’") and len(small) == 1) or (
            before == " " and after in ("'", "’") and small in ("d", "l")
        ):
            return small
        if not flat and not typed.islower():
            return typed
        if small.startswith("mc") and len(small) > 4:
            return "Mc" + small[2].upper() + small[3:]
        return ("İ" if turkish and small[0] == "i" else small[0].upper()) + small[1:]

    return _WORD.sub(cased, name)


def _lower(word: str, turkish: bool) -> str:
    if turkish:
        word = word.replace("I", "ı").replace("İ", "i")
    return word.lower().replace("i̇", "i")
