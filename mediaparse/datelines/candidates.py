"""Candidates: the places of a text where a dateline may begin, found by cheap triggers."""

from __future__ import annotations

from collections.abc import Iterator

from mediaparse.datelines.dates import is_month
from mediaparse.datelines.gazetteer import is_city, is_opener
from mediaparse.datelines.grammar import read_head
from mediaparse.datelines.heads import Head
from mediaparse.datelines.lexicon import DatelineLexicon
from mediaparse.datelines.names import LETTER, is_small, particles, plain_blanks
from mediaparse.patterns import pattern
from mediaparse.scan import Scan

# How far before its agency a dateline may begin, and how far behind the head of its line the agency may stand.
_REACH = 160
# What every dateline begins with: a few words or figures, none but a short one small, and then a mark; or a bracket,
# or a character of East Asia, whose words have no ends; a set of the others is compiled in a fifth of the time.
_TYPED = r"(?:['’](?:[st][ -])?)?[^\W_a-z][^\s,:(\[/‒–—―−]{0,30}+"
_OPENING = (
    rf"(?:{_TYPED}(?: (?:{_TYPED}|[a-z]{{1,5}}['’]?(?=[ ,])|&|[aio]\.\S{{0,5}})){{0,6}}[ \xa0]{{0,2}}"
    rf"(?:,\s{{0,3}}(?:[^\W_a-z]|[(\[‒–—―−-]|[^\W\d_]{{2,12}}\.? ?\d|the (?:United|Neth|Phil|Dom|Rep))"
    r"|[:(\[/‒–—―−_|-]|(?<=[.-])\s)|[A-Z][A-Z -]{2,30}, (?:on|near|off|outside|aboard|in|at) "
    r"|[(\[/]|[^\0-\u2fff\U00010000-\U0010ffff]|[a-z-]{2,20}\.(?:com|net|org) )"
)
# A line that begins so, or a paragraph that begins small. The line end comes first, for it is rare; no more than two
# blanks may stand before the paragraph's, so that a run of them is read once.
_LINE = pattern(
    rf"\n(?:[^\S\n]*+(?={_OPENING})"
    r"|(?:(?<=\S\n)|(?<=\S[^\S\n]\n)|(?<=\S[^\S\n]{2}\n))[^\S\n]*+\n\s*+(?=[a-z]))"
)
# No opening is longer.
_OPENING_LENGTH = 400
_BLANK = pattern(r"\s*+")
_BYLINE = pattern(r"(?:By|BY|by|Por|Von|Par|Di|De|Door|Oleh)\s")
# A line that begins with a capital and does not break off at a comma, a dash or a small word.
_HEADLINE = pattern(r"['\"“‘«(]?[^\W_a-z].{5,140}[\w?!)\]'\"”’»]")
_BREAKS_OFF = pattern(r".* (?:[^\W\d_A-Z]{1,3}|from|with)")
_WORD = pattern(rf"[^\W_](?:{LETTER}|[\d'’-]){{0,40}}")
# The marks that open a signature, and what may stand between them and its first word.
_OPENERS = "([/–—-"
_SIGNED = pattern(r"[^\w(\[/–—-]{0,3}+(?:\w{1,5}\. )?(?:The )?(\w++)")
_PROSE_BEHIND = pattern(r"[^()\[\]/\n]{1,60}[)\]] [a-z]")
# An item of a list: "1. LONDON (Reuters) - how a dateline looks".
_NUMBERED = pattern(r"\s*\d{1,3}[.)]")
_SMALL = pattern(r"\w+")
_MARKS = frozenset("([/–—-,.،\n")
_JOINERS = frozenset(("and", "y", "et", "und", "e", "и", "st", "nd", "rd", "th"))
_WORD_BEFORE = pattern(rf"(?<!{LETTER})(?<!['’-])({LETTER}++(?:['’-]{LETTER}*+){{0,6}})[.,]?\s*$")


def heads(scanned: Scan, lexicon: DatelineLexicon) -> Iterator[Head]:
    """Every dateline of the text as it stands there, in order."""
    text = plain_blanks(scanned.text)
    lines, agencies = _lines(text), _agencies(text, lexicon)
    end = line_end = 0
    for at in sorted(lines.union(agencies)):
        if at < end:
            continue
        head = _at_line(scanned, text, at, lexicon) if at in lines else None
        if head is None and at in agencies:
            head = _glued(text, end, agencies[at], at, lexicon)
            head = head if head and (at >= line_end or _begins_anew(text, head)) else None
        if head:
            yield head
            end = head.end
            line_end = text.find("\n", end)
            line_end = len(text) if line_end < 0 else line_end


def _agencies(text: str, lexicon: DatelineLexicon) -> dict[int, int]:
    """Where the first word of an agency's name stands behind a mark that opens a signature, and where that mark."""
    found: dict[int, int] = {}
    for mark in _OPENERS:
        at = text.find(mark)  # many times as fast as a pattern's search
        while at >= 0:
            signed = _SIGNED.match(text, at + 1)
            if signed and signed[1] in lexicon.triggers:
                found[signed.start(1)] = at
            at = text.find(mark, at + 1)
    return found


def _lines(text: str) -> set[int]:
    """The first character of each line that begins as a dateline does, and of each paragraph that begins small."""
    found = {match.end() for match in _LINE.finditer(text)}
    first = _BLANK.match(text).end()  # type: ignore[union-attr]
    head = text[first : first + _OPENING_LENGTH]
    if head and (head[0].islower() or _LINE.match("\n" + head)):
        found.add(first)
    return found


def _at_line(scanned: Scan, text: str, start: int, lexicon: DatelineLexicon) -> Head | None:
    """The dateline at the head of a line. Without an agency it must be set off from what stands before."""
    set_off = _is_set_off(text, start)
    if is_small(text[start]):
        line = text[start : start + _REACH].partition("\n")[0]
        small = set_off and not lexicon.small_triggers.isdisjoint(_SMALL.findall(line))
        head = read_head(text, start, lexicon, lower=True) if small else None
        return head if head and head.signature and text[head.start : head.end].islower() else None
    if head := _eastasian(text, start, lexicon):
        return head
    head = read_head(text, start, lexicon) if set_off or _is_signed(scanned, start, lexicon) else None
    return head if head and (set_off or head.signature) else None


def _is_signed(scanned: Scan, start: int, lexicon: DatelineLexicon) -> bool:
    """Does an agency's name stand behind a mark near the head of the line at ``start``?"""
    first, last = scanned.part_at(start) - 1 | 1, scanned.part_at(start + _REACH)  # a gap
    gaps, words = scanned.parts[first:last:2], scanned.parts[first + 1 : last + 1 : 2]
    return not lexicon.triggers.isdisjoint(words) and any(
        word in lexicon.triggers and not _MARKS.isdisjoint(gap) for gap, word in zip(gaps, words, strict=False)
    )


def _is_set_off(text: str, start: int) -> bool:
    """Is the line at ``start`` the first, or stands a blank one, a byline or a headline before it?"""
    before = text.rfind("\n", 0, start)
    if before < 0:
        return True
    begin = text.rfind("\n", 0, before) + 1
    line = text[begin:before].strip()
    if not line or _BYLINE.match(line):
        return True
    above = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : begin]
    return not above.strip() and _is_headline(line, text[start : start + _REACH].partition("\n")[0])


def _is_headline(line: str, following: str) -> bool:
    """Is ``line`` a headline over ``following``? Nobody wraps a line to which the next one's first word would fit."""
    if not _HEADLINE.fullmatch(line) or line.lstrip("'\"“‘«(")[0].islower() or _BREAKS_OFF.fullmatch(line):
        return False
    return len(line) + 1 + len(following.partition(" ")[0]) < len(following) and not following.isupper()


def _eastasian(text: str, start: int, lexicon: DatelineLexicon) -> Head | None:
    """The dateline of a line that begins with a Chinese, Japanese or Korean character, or with one in brackets."""
    bracketed = text[start] in "([（【［〔"
    if not (bracketed or text[start] >= "\u3000") or text[start : start + 2].isascii():
        return None
    from mediaparse.datelines.eastasian import read_chinese, read_japanese, read_korean  # no other text pays for them

    if bracketed and (head := read_korean(text, start, lexicon) or read_japanese(text, start, lexicon)):
        return head
    stop = text.find("\n", start, start + _REACH)
    return read_chinese(text, start, start + _REACH if stop < 0 else stop, lexicon)


def _glued(text: str, start: int, mark: int, trigger: int, lexicon: DatelineLexicon) -> Head | None:
    """The dateline of the agency at ``trigger``, behind ``mark``, where a headline or a byline stands before it on the
    line, and no dateline that ends behind ``start``."""
    if mark < start or _PROSE_BEHIND.match(text, trigger):
        return None
    floor = max(start, trigger - _REACH)
    start = max(start, text.rfind("\n", floor, mark) + 1)
    for at in _starts(text, max(start, floor), mark, lexicon):
        head = read_head(text, at, lexicon) if at > start else None
        if not head or not head.signature or not head.signature.start <= trigger < head.signature.end:
            continue
        if _begins_here(text, start, head):
            return head
    return None


def _starts(text: str, floor: int, mark: int, lexicon: DatelineLexicon) -> list[int]:
    """The words before ``mark`` at which a dateline may begin, in order: no small word and no agency stands behind."""
    last = _WORD_BEFORE.search(text[max(floor, mark - 40) : mark])
    if last and _ends_dateline(last[1], lexicon):
        return []
    starts: list[int] = []
    for word in _WORD.finditer(text, floor, mark):
        typed = word.group()
        if _ends_dateline(typed, lexicon):
            starts.clear()
        elif not typed[0].isdigit() and not typed[0].islower():
            starts.append(word.start())
    return starts


def _ends_dateline(word: str, lexicon: DatelineLexicon) -> bool:
    """Can ``word`` not stand between the head of a dateline and its agency? A small word, or an agency's name."""
    if word[0].islower():
        return not (word in particles() or is_month(word) or word in _JOINERS)
    return word in lexicon.triggers and lexicon.is_signed(word)


def _begins_anew(text: str, head: Head) -> bool:
    """Is this one more dateline in a line that has one ("… reopened. PARIS, May 3 (Reuters) - The …")?"""
    name = text[head.places[0].start : head.places[0].name_end]
    before = text[max(0, head.start - 4) : head.start].rstrip()
    return bool(head.closing) and name.isupper() and before.endswith((".", "!", "?", "”", '"', ")"))


def _begins_here(text: str, start: int, head: Head) -> bool:
    """Does the place begin the dateline, and is no part of the sentence before it?"""
    if not head.places or text[head.start - 1] in "\"“”'‘«„":
        return False
    before = text[max(start, head.start - 40) : head.start].rstrip()
    if _NUMBERED.fullmatch(before):
        return False
    if not before or before[-1] in '.!?…)]|/:»”"':
        return True
    word = _WORD_BEFORE.search(before)
    if not word or is_opener(word[1]):
        return False
    name = text[head.places[0].start : head.places[0].name_end]
    if name.isupper():
        byline = len(head.places) > 1 and "tr" in (head.signature.languages if head.signature else ())
        return not word[1].isupper() and not byline
    slashed = head.signature is not None and head.signature.form == "slash"
    return is_city(name) and (slashed or bool(head.closing) or word[1][0].isupper())
