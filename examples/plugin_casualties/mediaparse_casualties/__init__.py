"""A plugin for mediaparse: casualties, an agency with its house style, a disclaimer in Tajik, a unit of land."""

from __future__ import annotations

from mediaparse import Agency, AgencyEntry, DisclaimerKind, DisclaimerRule, Extractor, Unit, UnitEntry, hookimpl
from mediaparse_casualties.casualties import Casualty, Fate, find

__all__ = ["Casualty", "Fate", "find"]


@hookimpl
def mediaparse_agencies() -> list[AgencyEntry]:
    """Pamir Wire, an imaginary agency that signs behind the dash: ``DUSHANBE, May 4 - Pamir Wire.``"""
    return [AgencyEntry(Agency("pamir", "Pamir Wire", "TJ"), ("Pamir Wire",), styles=("dash",))]


@hookimpl
def mediaparse_disclaimer_rules() -> list[DisclaimerRule]:
    """ "Its activity is banned", as media of Tajikistan mark it in Tajik."""
    return [
        DisclaimerRule(
            "tj.banned",
            DisclaimerKind.BANNED_ORGANIZATION,
            ("TJ",),
            "дар Тоҷикистон мамнӯъ аст?",
            languages=("tg",),
        )
    ]


@hookimpl
def mediaparse_units() -> list[UnitEntry]:
    """The sotka, a hundredth of a hectare, in which gardens are measured."""
    return [UnitEntry(Unit("sotka", dimension="area"), ("sotka",))]


@hookimpl
def mediaparse_extractors() -> list[Extractor]:
    """Casualties, in ``article.extra["casualties"]``."""
    return [Extractor("casualties", Casualty, find)]
