"""The written forms of an English verb, for entries that state only a lemma."""

from __future__ import annotations

_VOWELS = "aeiou"


def regular_forms(lemma: str) -> tuple[str, ...]:
    """The forms of a regular verb, the lemma first; with -ize also -ise, with -el also -ell-.

    A final consonant is doubled in words of one syllable; a longer verb that doubles it
    ("admit") states its forms.

    >>> regular_forms("quip")
    ('quip', 'quips', 'quipped', 'quipping')
    >>> regular_forms("criticize")[-2:]
    ('criticised', 'criticising')
    >>> regular_forms("point out")
    ('point out', 'points out', 'pointed out', 'pointing out')

    Source: Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.5 to 3.10.
    """
    verb, _, particle = lemma.partition(" ")
    forms = _forms(verb)
    if verb.endswith(("ize", "yze")):
        forms += _forms(verb[:-2] + "se")
    elif verb.endswith("el") and _syllables(verb) > 1:
        forms += (verb + "led", verb + "ling")
    return tuple(f"{form} {particle}" for form in forms) if particle else forms


def tense_of(form: str, lemma: str) -> str:
    """``base``, ``present``, ``past`` (the participle too) or ``ing``, by the look of ``form``.

    >>> [tense_of(form, "say") for form in ("say", "says", "said", "saying")]
    ['base', 'present', 'past', 'ing']
    """
    word, verb = form.split(" ")[0], lemma.split(" ")[0]
    if word.endswith("ing") and word != verb:
        return "ing"
    if word == verb:
        return "base"
    return "present" if word.endswith("s") and len(word) > 2 and word[:2] == verb[:2] else "past"


def _forms(verb: str) -> tuple[str, ...]:
    """A regular verb of one word, its -s form, its past and its -ing form."""
    if verb.endswith("ee"):
        return (verb, verb + "s", verb + "d", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb[-1:] == "y" and verb[-2:-1] not in _VOWELS:
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    stem = verb + verb[-1] if _doubles(verb) else verb
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (verb, third, stem + "ed", stem + "ing")


def _syllables(verb: str) -> int:
    bare = verb.replace("qu", "q")
    return sum(letter in _VOWELS and (at == 0 or bare[at - 1] not in _VOWELS) for at, letter in enumerate(bare))


def _doubles(verb: str) -> bool:
    """Does its last letter stand twice before an ending: "quip", "quipped"?"""
    bare = verb.replace("qu", "q")
    return (
        len(bare) > 2
        and bare[-1] not in _VOWELS + "wxy"
        and bare[-2] in _VOWELS
        and bare[-3] not in _VOWELS
        and _syllables(verb) == 1
    )
