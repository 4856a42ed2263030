"""The page in a real browser, where somebody points, clicks, taps and presses keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from mediaparse.export import to_html
from tests.export.articles import FULL, HOSTILE
from tests.export.browser import Browser, Page, installed, started

pytestmark = pytest.mark.skipif(installed() is None, reason="no Chromium or Chrome is installed")
PANEL = "document.getElementById('panel')"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "full.html").write_text(to_html(FULL), "utf-8")
    (folder / "hostile.html").write_text(to_html(HOSTILE, title=HOSTILE.text), "utf-8")
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def desktop(folder: Path, browser: Browser) -> Iterator[Page]:
    with browser.page((folder / "full.html").as_uri()) as opened:
        yield opened
        assert opened.complaints == []


@pytest.fixture
def phone(folder: Path, browser: Browser) -> Iterator[Page]:
    with browser.page((folder / "full.html").as_uri(), width=360, height=740) as opened:
        yield opened
        assert opened.complaints == []


def shown(opened: Page) -> str:
    opened.wait(f"!{PANEL}.hidden")
    return str(opened.value(f"{PANEL}.innerText"))


def test_details_on_hover_the_innermost_first(desktop: Page) -> None:
    assert desktop.value(f"{PANEL}.hidden")
    desktop.hover("#quantities-1")
    text = shown(desktop)
    assert text.index("at most 1,200") < text.index("Ingrid Solberg")
    desktop.hover("h1")
    desktop.wait(f"{PANEL}.hidden")


def test_details_stand_by_the_line_that_is_pointed_at_and_can_be_reached(desktop: Page) -> None:
    desktop.hover("p:nth-child(3) [data-find=attributions-1]")
    assert "Ingrid Solberg" in shown(desktop)
    pointed, panel = (
        desktop.value(f"{element}.getBoundingClientRect().toJSON()")
        for element in ("document.querySelector('p:nth-child(3) [data-find=attributions-1]')", PANEL)
    )
    assert 0 <= panel["top"] - pointed["bottom"] < 10
    desktop.hover("#panel dd")
    assert not desktop.value(f"{PANEL}.hidden")


def test_details_on_keyboard_focus_and_escape(desktop: Page) -> None:
    desktop.value("document.querySelector('[data-switch=extra-1]').focus()")
    seen = []
    for _ in range(12):
        desktop.press("Tab")
        if identifier := desktop.value("document.activeElement.tagName === 'MARK' && document.activeElement.id"):
            assert shown(desktop)
            seen.append(identifier)
    assert {"datelines-1", "attributions-1", "quantities-1", "extra-0-1", "disclaimers-1"} <= set(seen)
    desktop.press("Escape")
    assert desktop.value(f"{PANEL}.hidden")


def test_the_legend_switches_a_kind_off_and_on(desktop: Page) -> None:
    mark = "document.getElementById('quantities-1')"
    drawn = desktop.value(f"getComputedStyle({mark}).textDecorationLine")
    assert drawn == "underline"
    desktop.click("[data-switch=quantities]")
    assert desktop.value(f"getComputedStyle({mark}).textDecorationLine") == "none"
    assert desktop.value(f"{mark}.tabIndex") == -1
    assert desktop.value("getComputedStyle(document.getElementById('datelines-1')).textDecorationLine") == "underline"
    desktop.hover("#quantities-1")
    assert "at most 1,200" not in shown(desktop)
    desktop.hover("h1")
    desktop.wait(f"{PANEL}.hidden")
    desktop.click("[data-switch=quantities]")
    assert desktop.value(f"getComputedStyle({mark}).textDecorationLine") == drawn
    assert desktop.value(f"{mark}.tabIndex") == 0


def test_a_speaker_lights_up_what_was_said(desktop: Page) -> None:
    lit = "[...document.querySelectorAll('.lit')].map((mark) => mark.textContent).join('|')"
    desktop.click("[data-lights='0']")
    assert str(desktop.value(lit)).split("|")[0] == "The sea is calm,\u2028"
    assert "Nobody" in desktop.value(lit)
    assert desktop.value("document.querySelector('[data-lights=\"0\"]').getAttribute('aria-pressed')") == "true"
    desktop.click("[data-lights='1']")
    assert str(desktop.value(lit)).startswith("who paid")
    assert desktop.value("document.querySelectorAll('[aria-pressed=true]').length") == 1
    desktop.click("[data-lights='1']")
    assert desktop.value(lit) == ""


def test_the_speakers_stay_in_view_beside_a_long_text(folder: Path, browser: Browser) -> None:
    address = folder / "long.html"
    address.write_text(to_html(evolve(FULL, text=FULL.text + "\n\nRain fell." * 100)), "utf-8")
    with browser.page(address.as_uri()) as opened:
        opened.value("scrollTo(0, 2000)")
        top = opened.value("document.querySelector('aside').getBoundingClientRect().top")
        assert 0 < top < 500


def test_the_speakers_never_cover_the_table(desktop: Page) -> None:
    desktop.call("Emulation.setDeviceMetricsOverride", width=1200, height=300, deviceScaleFactor=1, mobile=False)
    desktop.value("scrollTo(0, document.documentElement.scrollHeight)")
    side, table = (
        desktop.value(f"document.querySelector('{selector}').getBoundingClientRect().toJSON()")
        for selector in (".side", "table")
    )
    assert side["bottom"] <= table["top"] + 1


def test_a_row_of_the_table_leads_to_its_place(desktop: Page) -> None:
    desktop.click("tbody tr:last-child a")
    assert desktop.value("document.activeElement.id") == "quantities-3"
    assert "9" in shown(desktop)


def test_each_kind_has_a_line_of_its_own_beside_its_colour(desktop: Page) -> None:
    lines = desktop.value(
        """["datelines-1", "attributions-1", "disclaimers-1", "quantities-3", "extra-0-1"].map((id) => {
            const style = getComputedStyle(document.getElementById(id));
            return [style.textDecorationLine, style.textDecorationStyle, style.borderBottomStyle].join(" ");
        })"""
    )
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read(desktop: Page, scheme: str) -> None:
    desktop.colours(scheme)
    contrasts = desktop.value(
        """(() => {
            const light = (colour) => {
                const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
                    const share = part / 255;
                    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
                });
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            };
            const ground = (element) => {
                const colour = getComputedStyle(element).backgroundColor;
                return colour === "rgba(0, 0, 0, 0)" && element.parentElement ? ground(element.parentElement) : colour;
            };
            return [...document.querySelectorAll("mark, .count, h1, h2, th, td, .role, a")].map((element) => {
                const ends = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
                return (ends[0] + 0.05) / (ends[1] + 0.05);
            });
        })()"""
    )
    assert min(contrasts) >= 4.5, "less than WCAG 2 asks for text"
    assert desktop.value("getComputedStyle(document.body).backgroundColor") != (
        "rgb(255, 255, 255)" if scheme == "dark" else "rgb(0, 0, 0)"
    )


def test_a_phone_has_the_details_at_its_foot_and_nothing_to_scroll_sideways(phone: Page) -> None:
    assert phone.value("document.documentElement.scrollWidth") == 360
    phone.tap("#datelines-1")
    assert "OSLO" not in shown(phone)
    assert "Oslo" in shown(phone)
    assert phone.value(f"innerHeight - {PANEL}.getBoundingClientRect().bottom") == 8
    assert phone.value("document.documentElement.scrollWidth") == 360
    phone.tap("h1")
    phone.wait(f"{PANEL}.hidden")


def test_a_hostile_text_runs_nothing(folder: Path, browser: Browser) -> None:
    with browser.page((folder / "hostile.html").as_uri()) as opened:
        opened.click("[data-lights='0']")
        opened.hover("mark")
        assert "alert" in shown(opened)
        assert opened.value("document.scripts.length") == 1
        assert opened.value("document.images.length") == 0
        assert opened.complaints == []


def test_the_policy_stops_a_script_that_somebody_adds(folder: Path, browser: Browser) -> None:
    changed = folder / "changed.html"
    changed.write_text((folder / "full.html").read_text("utf-8") + "<script>document.title = 'gone'</script>", "utf-8")
    with browser.page(changed.as_uri()) as opened:
        assert opened.value("document.title") == "News article"
        assert any("Content Security Policy" in complaint for complaint in opened.complaints)
