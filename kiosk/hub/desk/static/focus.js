// Keeps the keyboard where it was when a card goes away under it.
import { board, onDrawn } from "./page.js";

let focused = null;

function note() {
  const card = document.activeElement?.closest?.(".card");
  focused = card && {
    element: document.activeElement,
    column: card.closest("section").getAttribute("aria-labelledby"),
    index: [...card.parentElement.children].indexOf(card),
  };
}

// The button that was pressed is gone with its card; the keyboard goes on where the card was.
function keep() {
  if (!focused || focused.element.isConnected) return;
  const section = board.querySelector(`section[aria-labelledby="${focused.column}"]`);
  const cards = section?.querySelectorAll(".card") ?? [];
  const next = cards[Math.min(focused.index, cards.length - 1)]?.querySelector(".row:not(.head) button");
  const heading = section?.querySelector("h2");
  if (!next && heading) heading.tabIndex = -1;
  (next ?? heading)?.focus();
}

export function begin() {
  board.addEventListener("htmx:sse:before:message", note);
  onDrawn(keep);
}
