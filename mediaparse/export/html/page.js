"use strict";
(() => {
  const story = document.getElementById("story");
  const panel = document.getElementById("panel");
  const marks = [...story.querySelectorAll("mark")];
  let leaving = 0;

  /* The finds of a mark and of the marks around it, the innermost first. */
  function finds(mark) {
    const found = new Set();
    for (let at = mark; at && at !== story; at = at.parentElement) {
      if (at.dataset.find && !at.classList.contains("off")) found.add(at.dataset.find);
    }
    return [...found];
  }

  function show(mark, pointer) {
    clearTimeout(leaving);
    const found = finds(mark);
    if (!found.length) return hide();
    panel.replaceChildren(...found.map((find) => {
      const note = document.getElementById("about-" + find).cloneNode(true);
      note.removeAttribute("id");
      return note;
    }));
    for (const other of marks) other.classList.toggle("shown", other.dataset.find === found[0]);
    panel.hidden = false;
    place(mark, pointer);
  }

  /* Below the line that is pointed at or the first, or above it where the window ends; a narrow page has it at its foot. */
  function place(mark, pointer) {
    panel.style.left = panel.style.top = "";
    if (getComputedStyle(panel).position === "fixed") return;
    const lines = [...mark.getClientRects()];
    const line = pointer && lines.find((one) => one.top <= pointer.clientY && pointer.clientY <= one.bottom) || lines[0];
    const width = document.documentElement.clientWidth, height = document.documentElement.clientHeight;
    const left = Math.max(8, Math.min(pointer ? pointer.clientX - 16 : line.left, width - panel.offsetWidth - 8));
    const below = line.bottom + 6, above = line.top - panel.offsetHeight - 6;
    panel.style.left = left + scrollX + "px";
    panel.style.top = (below + panel.offsetHeight > height && above > 0 ? above : below) + scrollY + "px";
  }

  function hide() {
    clearTimeout(leaving);
    panel.hidden = true;
    for (const mark of marks) mark.classList.remove("shown");
  }

  /* The pointer needs time to reach the panel. */
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  }

  const marked = (event) => event.target.closest("mark:not(.off)");
  story.addEventListener("pointerover", (event) => {
    const mark = marked(event);
    if (event.pointerType === "mouse") mark ? show(mark, event) : leave();
  });
  story.addEventListener("pointerleave", leave);
  panel.addEventListener("pointerenter", () => clearTimeout(leaving));
  panel.addEventListener("pointerleave", leave);
  story.addEventListener("focusin", (event) => { if (marked(event)) show(marked(event)); });
  story.addEventListener("focusout", leave);
  document.addEventListener("click", (event) => {
    const mark = marked(event);
    if (mark && story.contains(mark)) show(mark, event);
    else if (!panel.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  for (const box of document.querySelectorAll("[data-switch]")) {
    const change = () => {
      hide();
      for (const mark of marks) {
        if (mark.dataset.kind !== box.dataset.switch) continue;
        mark.classList.toggle("off", !box.checked);
        if (mark.id) mark.tabIndex = box.checked ? 0 : -1;
      }
    };
    box.addEventListener("change", change);
    change();
  }

  const buttons = [...document.querySelectorAll("[data-lights]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of buttons) other.setAttribute("aria-pressed", String(on && other === button));
      story.classList.toggle("lighting", on);
      for (const mark of marks) {
        mark.classList.toggle("lit", on && mark.dataset.speaker === button.dataset.lights && mark.classList.contains("main"));
      }
      const first = story.querySelector(".lit");
      if (first) first.scrollIntoView({ block: "center" });
    });
  }

  for (const link of document.querySelectorAll("td a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const mark = document.getElementById(link.hash.slice(1));
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
      show(mark);
    });
  }
})();
