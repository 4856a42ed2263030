"""Targets: the name that a mark stands by, on its left or its right, through quotation marks and brackets."""

from __future__ import annotations

from mediaparse.disclaimers.codes import MARKS
from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.disclaimers.piece import Piece
from mediaparse.spans import Span

_LONGEST = 16  # tokens of a name


def is_name(cut: Piece, token: int) -> bool:
    """Is the token a word with a capital?"""
    return cut.codes[token] not in MARKS and cut.scan.text[cut.starts[token]].isupper()


def is_word(cut: Piece, token: int) -> bool:
    """Is the token a word, or a number?"""
    return cut.codes[token] not in MARKS


def target_before(cut: Piece, token: int, lexicon: DisclaimerLexicon, *, common: bool = False) -> Span | None:
    """The name that ends before ``token``; with ``common``, a common noun where there is no name.

    Its article and head noun belong to it ("the Islamic State terror group"), the article
    of an abbreviation does not ("PKK"), nor do quotation marks round the whole.
    """
    last = token - 1
    while last >= 0 and cut.codes[last] in "*\n~":
        last -= 1
    if last < 0:
        return None
    if cut.codes[last] == '"':
        return _quoted_before(cut, last, lexicon)
    if cut.codes[last] == ")":
        first = _opening(cut, last)
        if first is None or cut.codes[first - 1] == ")":
            return None
        name = target_before(cut, first, lexicon)
        return cut.scan.span(name.start, cut.ends[last]) if name is not None else None
    first = _first_of_name(cut, last, lexicon)
    if first == last and not common and cut.codes[last] in lexicon.members("person") and not cut.word(last).isupper():
        return None
    if first is not None:
        return cut.span(first, last)
    if common and is_word(cut, last):
        return cut.span(last, last)
    return None


def _opening(cut: Piece, last: int) -> int | None:
    """The bracket that the one at ``last`` closes."""
    for token in range(last - 1, max(last - 40, -1), -1):
        if cut.codes[token] == "(":
            return token or None
        if cut.codes[token] == ")":
            return None
    return None


def _opens_quotation(cut: Piece, token: int) -> bool:
    start = cut.starts[token]
    return start == 0 or cut.scan.text[start - 1].isspace() or cut.scan.text[start - 1] in "([—–-/*"


def _quoted_before(cut: Piece, last: int, lexicon: DisclaimerLexicon) -> Span | None:
    """The name in the quotation marks that close at ``last``, with its civil head noun."""
    depth = 0
    for token in range(last, max(last - _LONGEST - 4, -1), -1):
        if cut.codes[token] != '"':
            continue
        depth += -1 if token != last and _opens_quotation(cut, token) else 1 if token == last else 0
        if depth == 0 and token + 1 < last:
            return _with_head(cut, token, last, lexicon)
    first = next((token for token in range(last - 1, max(last - _LONGEST, -1), -1) if cut.codes[token] == '"'), None)
    return _with_head(cut, first, last, lexicon) if first is not None and first + 1 < last else None


def _with_head(cut: Piece, first: int, last: int, lexicon: DisclaimerLexicon) -> Span:
    """The quotation from ``first`` to ``last``: with a civil head noun before it, else without its marks."""
    heads, grave = lexicon.members("head"), lexicon.members("terrorist", "extremist", "banned", "undesirable")
    start = first
    while start > 0 and cut.codes[start - 1] in heads and start > first - 3:
        start -= 1
    if start == first or (start > 0 and cut.codes[start - 1] in grave):
        return cut.span(first + 1, last - 1)
    return cut.span(start, last)


def _first_of_name(cut: Piece, last: int, lexicon: DisclaimerLexicon) -> int | None:
    """The first token of the name that ends at ``last``."""
    particles, groups = lexicon.members("particle"), lexicon.members("group_noun")
    token = last
    while token >= 0 and token > last - 4 and cut.codes[token] in groups and not is_name(cut, token):
        token -= 1
    if 0 < token < last and _is_possessive(cut, token):
        token -= 1
    if token < last and cut.codes[token] in lexicon.members("article"):
        return None  # "The group", which opens its sentence
    if token < 0 or not (is_name(cut, token) or (token < last and cut.codes[token] == '"')):
        return _numbered(cut, token, last)
    if cut.codes[token] == '"':
        return next((k for k in range(token - 1, max(token - _LONGEST, -1), -1) if cut.codes[k] == '"'), None)
    first = token
    for k in range(token - 1, max(token - _LONGEST, -1), -1):
        if is_name(cut, k) or cut.codes[k] == "0" or _is_hyphened(cut, k):
            first = k
        elif (
            cut.codes[k] in "/&"
            or _is_possessive(cut, k)
            or (cut.codes[k] in particles and k > 0 and _joins(cut, k, particles))
        ):
            continue
        else:
            break
    return _with_article(cut, _without_opener(cut, first, last, lexicon), last, lexicon)


def _numbered(cut: Piece, token: int, last: int) -> int | None:
    """ "Noize 17": a number behind a name."""
    if token == last and token > 0 and cut.codes[token] == "0" and is_name(cut, token - 1):
        return token - 1
    return None


def _is_hyphened(cut: Piece, token: int) -> bool:
    """Is it a small word that a hyphen ties to the name behind it: al-Qaeda?"""
    return cut.scan.text[cut.ends[token] : cut.starts[token + 1]] in ("-", "‑") and is_word(cut, token)


def _is_possessive(cut: Piece, token: int) -> bool:
    """Is it the s of "Jehovah's Witnesses"?"""
    return cut.word(token) == "s" and cut.scan.text[cut.starts[token] - 1 : cut.starts[token]] in ("'", "’")


def _joins(cut: Piece, token: int, particles: str) -> bool:
    """Does the small word at ``token`` stand between two words of one name, alone or with another: of the?"""
    if cut.codes[token] not in particles or token == 0:
        return False
    behind = token + 1 if is_name(cut, token + 1) else token + 2
    before = token - 1 if is_name(cut, token - 1) else token - 2
    if before < 0 or behind >= len(cut.codes) or behind - before > 3:
        return False
    small = all(cut.codes[k] in particles or _is_hyphened(cut, k) for k in range(before + 1, behind))
    return small and is_name(cut, before) and is_name(cut, behind)


def _without_opener(cut: Piece, first: int, last: int, lexicon: DisclaimerLexicon) -> int:
    """``first`` moved over what only has the capital of its sentence: Журналистка Ирина Шихман, Militants of Azov."""
    if first == last or not begins_sentence(cut, first):
        return first
    roles, particles = lexicon.members("role", "org", "speech", "preposition"), lexicon.members("particle")
    part = cut.codes[first] in lexicon.members("part") and cut.word(first + 1) == "of"
    if part or cut.codes[first] in roles:
        following = first + 1
        while following < last and (cut.codes[following] in particles or cut.codes[following] in roles):
            if is_name(cut, following):
                break
            following += 1
        return following
    words = [cut.word(token) for token in range(first, last + 1)]
    if "Ѐ" <= words[0][0] <= "ӿ" and (words[1].isascii() or (words[1].isupper() and len(words) == 2)):
        return first + 1
    patronymic = any(word.endswith(("вич", "вна", "вича", "вну", "вной", "вичем", "вичу")) for word in words)
    cyrillic = all("Ѐ" <= word[0] <= "ӿ" for word in words)
    return first + 1 if cyrillic and not patronymic and len(words) == 3 else first


def begins_sentence(cut: Piece, token: int) -> bool:
    """Is the token the first of a sentence or a line?"""
    return token == 0 or cut.codes[token - 1] in ".!?\n"


def _with_article(cut: Piece, first: int, last: int, lexicon: DisclaimerLexicon) -> int:
    """``first`` moved over the article of a full name."""
    articles = lexicon.members("article")
    if cut.codes[first] in articles and first < last:
        return first + 1 if _is_acronym(cut, first + 1, last) else first
    if first > 0 and cut.codes[first - 1] in articles and not _is_acronym(cut, first, last):
        return first - 1
    return first


def _is_acronym(cut: Piece, first: int, last: int) -> bool:
    return first == last and cut.word(first).isupper()


def target_after(cut: Piece, token: int, lexicon: DisclaimerLexicon, *, near: bool = False) -> Span | None:
    """The name that begins at ``token``, or after its article, office or head noun; ``near``, no word besides."""
    articles, heads = lexicon.members("article"), lexicon.members("head")
    known = lexicon.members("role", "head", "org", "group_noun", "national", "terrorist", "extremist")
    first = token
    size = len(cut.codes)
    while first < size and cut.codes[first] in articles and not cut.word(first).isupper():
        first += 1
    start = first
    for _ in range(4):
        if first >= size or is_name(cut, first) or cut.codes[first] == '"' or not is_word(cut, first):
            break
        if near and cut.codes[first] not in known:
            return None
        if cut.codes[first] not in heads:
            start = first + 1
        first += 1
    if first >= size:
        return None
    if cut.codes[first] == '"':
        closing = next((k for k in range(first + 1, min(first + _LONGEST, size)) if cut.codes[k] == '"'), None)
        if closing is None or closing == first + 1:
            return None
        return cut.span(start, closing) if start < first else cut.span(first + 1, closing - 1)
    return _name_from(cut, first, lexicon)


def _quoted_behind(cut: Piece, last: int) -> int | None:
    """The mark that closes a name in quotation marks right behind ``last``: Легион «Свобода России»."""
    if cut.codes[last + 1 : last + 2] != '"' or last + 2 >= len(cut.codes) or not is_name(cut, last + 2):
        return None
    return next((k for k in range(last + 3, min(last + _LONGEST, len(cut.codes))) if cut.codes[k] == '"'), None)


def _name_from(cut: Piece, first: int, lexicon: DisclaimerLexicon) -> Span | None:
    if not is_name(cut, first):
        return None
    particles = lexicon.members("particle")
    last = first
    for k in range(first + 1, min(first + _LONGEST, len(cut.codes))):
        if is_name(cut, k) or cut.codes[k] == "0":
            last = k
        elif not (
            cut.codes[k] in "/&" or (cut.codes[k] in particles and k + 1 < len(cut.codes) and is_name(cut, k + 1))
        ):
            break
    closing = _quoted_behind(cut, last)
    if closing is not None:
        return cut.span(first, closing)
    end = cut.ends[last]
    if cut.word(last) in ("Inc", "Ltd", "Corp", "Co") and cut.scan.text[end : end + 1] == ".":
        end += 1
    return cut.scan.span(cut.starts[first], end)
