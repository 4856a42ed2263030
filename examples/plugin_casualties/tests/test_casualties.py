"""What the plugin adds, found with its registry."""

from __future__ import annotations

import pytest

import mediaparse
import mediaparse_casualties
from mediaparse.export import from_dict, to_dict
from mediaparse_casualties import Casualty

REGISTRY = mediaparse.build_registry([mediaparse_casualties])


def counted(text: str) -> list[tuple[str, str, int]]:
    found = mediaparse.parse(text, registry=REGISTRY).get(Casualty)
    return [(item.text, item.fate.value, int(item.count.value)) for item in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast killed at least 12 people.", [("killed at least 12 people", "killed", 12)]),
        (
            "The blast killed two and wounded another 30 on Monday.",
            [("killed two", "killed", 2), ("wounded another 30", "wounded", 30)],
        ),
        (
            "Twelve people were killed and 30 others injured in the raid.",
            [("Twelve people were killed", "killed", 12), ("30 others injured", "wounded", 30)],
        ),
        ("Three fishermen are still missing.", [("Three fishermen are still missing", "missing", 3)]),
        ("The storm left 14 dead.", [("14 dead", "killed", 14)]),
        ("More than 1,200 people have died.", [("More than 1,200 people have died", "killed", 1200)]),
        ("The flood claimed the lives of 9 villagers.", [("claimed the lives of 9 villagers", "killed", 9)]),
        ("Four soldiers killed in the raid were buried.", [("Four soldiers killed", "killed", 4)]),
        ("Twelve soldiers killed 30 militants.", [("killed 30 militants", "killed", 30)]),
    ],
)
def test_casualties_are_counted(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was killed 12 years ago.",
        "They were killed 30 kilometers from the border.",
        "Nobody was killed, and 40 people went home.",
        "Two brothers hurt the bank's good name.",
        "The drought killed $2 million worth of maize.",
        "He died at 58.",
        "A 30 percent fall killed 2.5 percent of growth.",
        "The man, missing since May 4, was found.",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert counted(text) == []


def test_who_counted() -> None:
    article = mediaparse.parse(
        'The quake killed 12 people, Mayor Dana Orazova said. "We have 40 dead," she added later. Two miners died.',
        registry=REGISTRY,
    )
    speakers = [found.counted_by for found in article.get(Casualty)]
    assert [speaker and speaker.name for speaker in speakers] == ["Dana Orazova", "Dana Orazova", None]


def test_results_stand_under_the_extractor_and_travel_as_json() -> None:
    article = mediaparse.parse("The storm left 14 dead, Mayor Dana Orazova said.", registry=REGISTRY)
    assert article.extra["casualties"] == article.get(Casualty) != ()
    assert from_dict(to_dict(article), registry=REGISTRY) == article


def test_the_house_style() -> None:
    text = "DUSHANBE, May 4 - Pamir Wire. Rain fell on the town."
    [dateline] = mediaparse.parse(text, registry=REGISTRY).datelines
    assert (dateline.text, [agency.id for agency in dateline.agencies]) == ("DUSHANBE, May 4 - Pamir Wire.", ["pamir"])
    assert mediaparse.parse(text).datelines[0].agencies == ()


def test_the_disclaimer() -> None:
    text = "«Ансор» (дар Тоҷикистон мамнӯъ) баста шуд."
    [mark] = mediaparse.parse(text, registry=REGISTRY).disclaimers
    assert (mark.text, mark.rule, mark.jurisdictions) == ("(дар Тоҷикистон мамнӯъ)", "tj.banned", ("TJ",))
    assert mediaparse.parse(text).disclaimers == ()


def test_the_unit() -> None:
    text = "The garden covers 6 sotkas."
    [area] = mediaparse.parse(text, registry=REGISTRY).quantities
    assert area.unit is not None
    assert (area.unit.name, area.unit.dimension) == ("sotka", "area")
    assert mediaparse.parse(text).quantities[0].unit is None
