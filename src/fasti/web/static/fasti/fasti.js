/* Keyboard and small comforts. Everything works without this file; it can be switched off in the account's menu. */
"use strict";
(() => {
  const places = { h: "/", u: "/units/", a: "/acts/", p: "/people/", r: "/reports/", c: "/charter/" };
  let waits = false;
  const typing = (e) => e.target.closest("input,textarea,select,[contenteditable]") !== null;
  const rows = () => [...document.querySelectorAll("[data-rows] tbody tr, ul[data-rows] > li")];
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    const link = next.querySelector("a");
    if (link) link.focus();
  };
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) link.click();
  };
  const keys = {
    "/": () => document.getElementById("find")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
    g: () => { waits = true; setTimeout(() => { waits = false; }, 1500); },
    j: () => step(1),
    k: () => step(-1),
    "[": () => follow("[data-change=previous]"),
    "]": () => follow("[data-change=next]"),
  };
  document.addEventListener("keydown", (e) => {
    if (!("shortcuts" in document.body.dataset) || e.ctrlKey || e.metaKey || e.altKey || typing(e)) return;
    if (waits && places[e.key]) { waits = false; e.preventDefault(); location.href = places[e.key]; return; }
    if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
  });
  /* The slider of a day moves freely; the page follows when it is let go. */
  document.addEventListener("change", (e) => {
    const range = e.target.closest("input[type=range][data-days]");
    if (!range) return;
    const start = new Date(range.dataset.days + "T00:00:00Z");
    start.setUTCDate(start.getUTCDate() + Number(range.value));
    const day = range.form.querySelector("[name=as_of]");
    day.value = start.toISOString().slice(0, 10);
    range.form.requestSubmit();
  });
  /* Printing by a button; without this file the browser's own menu does it. */
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  /* A copy of a number or a hash. */
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-copy]");
    if (button) navigator.clipboard?.writeText(button.dataset.copy);
  });
  /* A field is wrong as long as its place for errors says something. */
  document.addEventListener("htmx:afterSettle", () => {
    for (const slot of document.querySelectorAll("#draft .error[id^=e-]")) {
      const field = document.getElementById(slot.id.slice(2));
      if (!field || !field.matches("input,select,textarea")) continue;
      if (slot.textContent.trim()) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  });
  /* After a refused form the summary has the focus. */
  document.querySelector("[role=alert][data-summary]")?.focus();
})();
