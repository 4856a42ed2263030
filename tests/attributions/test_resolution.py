"""Who is who: rows of texts with mentions, and what a careful reader says each of them means."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from mediaparse.attributions.lexicon import AttributionLexicon, Title, TitleKind, builtin_lexicon
from mediaparse.attributions.resolution import Stretch, resolve
from mediaparse.attributions.types import Speaker
from mediaparse.scan import scan

ROWS = [json.loads(line) for line in Path(__file__).with_name("resolution.jsonl").read_text("utf-8").splitlines()]
ANY = "*"  # a role or a way that a row does not state


def mentions_in(text: str, mentions: list[str | None]) -> list[Stretch | None]:
    """Where ``mentions`` stand, each behind the one before it; "Ruiz| said" is the "Ruiz" that " said" follows."""
    found: list[Stretch | None] = []
    at = 0
    for marked in mentions:
        if marked is None:
            found.append(None)
            continue
        mention, _, following = marked.partition("|")
        match = re.compile(rf"(?<!\w){re.escape(mention)}(?!\w)(?={re.escape(following)})").search(text, at)
        assert match, f"{marked!r} is not in the text behind {at}"
        at = match.end()
        found.append((match.start(), at))
    return found


def speakers(text: str, mentions: list[str | None], lexicon: AttributionLexicon | None = None) -> list[Speaker | None]:
    return list(resolve(scan(text), mentions_in(text, mentions), lexicon or builtin_lexicon()))


@pytest.mark.parametrize("row", ROWS, ids=[row["because"] for row in ROWS])
def test_row(row: dict[str, list[str | None]]) -> None:
    text = str(row["text"])
    found = speakers(text, row["mentions"])
    assert [speaker and speaker.name for speaker in found] == row["names"]
    for speaker, role, by in zip(found, row["roles"], row["by"], strict=True):
        assert role == ANY or (speaker and speaker.role) == role
        assert by == ANY or (speaker and speaker.resolved_by) == by


def test_a_title_of_a_plugin_tells_a_person() -> None:
    text = "Grand Potentate Zyx Quorl spoke. The potentate said taxes would rise."
    known = builtin_lexicon()
    taught = AttributionLexicon(known.verbs, (*known.titles, Title("grand potentate", TitleKind.OFFICE)))
    assert [speaker and speaker.name for speaker in speakers(text, ["The potentate"], known)] == [None]
    assert [speaker and speaker.name for speaker in speakers(text, ["The potentate"], taught)] == ["Zyx Quorl"]


def test_a_mention_keeps_its_span() -> None:
    text = "Mayor Ana Ruiz opened the port.\n\nIt will pay, she said."
    (found,) = speakers(text, ["she"])
    assert found is not None
    assert text[found.start : found.end] == found.text == "she"


def test_a_continuation_has_the_span_of_the_mention_that_it_goes_on_with() -> None:
    first, second = speakers('"It pays," Ana Ruiz said.\n\n"It pays well."', ["Ana Ruiz", None])
    assert first is not None
    assert second is not None
    assert (first.start, first.end, first.name) == (second.start, second.end, second.name)


def test_a_continuation_of_nothing_is_nobody() -> None:
    assert speakers('"It pays."', [None]) == [None]


def test_a_paragraph_behind_changes_nothing() -> None:
    for row in ROWS:
        longer = f"{row['text']}\n\nRain is due on Sunday, when the Vltava may rise."
        assert speakers(longer, row["mentions"]) == speakers(row["text"], row["mentions"]), row["because"]


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800", "''", "’s", "...", "A", "a", "von", "Mr.", "Sen. of", "Berg,", "(R-"]
)
def test_any_span_of_any_text_is_read(text: str) -> None:
    padded = f"{text} said {text} Jo Berg, {text}, {text} who said {text}"
    places = [(at, end) for at in range(len(padded)) for end in (at, at + 1, at + 5) if end <= len(padded)]
    found = resolve(scan(padded), places, builtin_lexicon())
    assert [(speaker.start, speaker.end) for speaker in found if speaker] == places


@pytest.mark.parametrize(
    "text",
    [
        "he said ",
        "He said. ",
        "Jo Berg said he said. ",
        "A senator said. The senator said. ",
        "Sen. Jo Berg said. The senator said. ",
        "The Transit Board said. FTB said. ",
        "Jo Berg, who said who said, ",
        "Head of the Office at the Bureau of the Board Colonel Jo Berg said. ",
        "Jo Berg, Al Berg and Ed Berg met. Berg said. ",
        '"Yes," said Jo Berg, head of it. "No. ',
    ],
)
def test_time_grows_with_the_text(text: str) -> None:
    def seconds(times: int) -> float:
        scanned = scan(text * times)
        mentions = r"[Hh]e|who|[Tt]he senator|A senator|FTB|(?:\w+ )?Berg|The Transit Board"
        places = [match.span() for match in re.finditer(mentions, scanned.text)]
        assert scanned.classes
        assert scanned.sentences
        assert scanned.quotations is not None
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            resolve(scanned, places, builtin_lexicon())
            best = min(best, time.process_time() - start)
        return best

    assert seconds(1600) < 14 * seconds(200) + 0.1
