// Keys for the common things, and finding a ticket. Who does not want single keys can turn them off.
import { board, memory, onDrawn } from "./page.js";

// Who presses "2" as the cards move would greet somebody else.
const KEY_PAUSE_MS = 600;

const dialog = document.getElementById("keys");
const wanted = document.getElementById("keys-on");
const find = document.getElementById("find-ticket");
const found = document.getElementById("found");

let moved = 0;

const cards = () => [...board.querySelectorAll("[data-ticket]")];

function matching(text) {
  const asked = text.trim().toLocaleUpperCase();
  if (!asked) return [];
  const named = (card) => (card.querySelector("bdi")?.textContent ?? "").toLocaleUpperCase();
  const exact = cards().filter((card) => card.dataset.ticket === asked);
  if (exact.length) return exact;
  return cards().filter((card) => card.dataset.ticket.startsWith(asked) || named(card).includes(asked));
}

function mark() {
  const matches = matching(find.value);
  for (const card of cards()) card.classList.toggle("found", matches.includes(card));
  const asked = find.value.trim();
  find.setAttribute("aria-invalid", String(Boolean(asked) && !matches.length));
  found.textContent = asked ? (matches.length ? `${matches.length} found` : `${asked} is not on this page`) : "";
  return matches;
}

function search() {
  mark()[0]?.scrollIntoView({ block: "nearest" });
}

function goThere(event) {
  event.preventDefault();
  const button = mark()[0]?.querySelector(".row:not(.head) button");
  button?.focus();
  if (button) forget();
}

function forget() {
  find.value = "";
  mark();
}

const actions = {
  "/": () => { find.focus(); find.select(); },
  "?": () => dialog.showModal(),
  n: () => document.getElementById("enter").showPopover(),
  u: () => document.querySelector("[data-undo]")?.click(),
  m: () => document.getElementById("sound").click(),
};

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (dialog.open || event.target.closest("input, textarea, select, [popover]")) return;
  if (!wanted.checked) return;
  if (/^[1-9]$/.test(event.key)) {
    if (performance.now() - moved >= KEY_PAUSE_MS) board.querySelectorAll("[data-seen]")[event.key - 1]?.click();
    return;
  }
  const act = actions[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

export function begin() {
  document.getElementById("tools").hidden = false;
  wanted.checked = memory.get("keys") !== "off";
  wanted.addEventListener("change", () => memory.set("keys", wanted.checked ? "on" : "off"));
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
  find.addEventListener("input", search);
  find.addEventListener("keydown", (e) => { if (e.key === "Escape") { forget(); find.blur(); } });
  find.form.addEventListener("submit", goThere);
  document.addEventListener("keydown", onKey);
  onDrawn(() => { moved = performance.now(); mark(); });
}
