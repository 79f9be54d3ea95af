// Reports the cards that were really drawn: on the screen, in a visible page, two frames later.
import { board, onDrawn, post } from "./page.js";

const reported = new Set();

const inSight = new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting)) requestAnimationFrame(() => requestAnimationFrame(report));
}, { threshold: 0.5 });

function watch() {
  inSight.disconnect();
  for (const card of board.querySelectorAll("[data-report]"))
    if (!reported.has(card.dataset.key)) inSight.observe(card);
}

function isInSight(card) {
  const { top, bottom, height } = card.getBoundingClientRect();
  return height > 0 && Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2;
}

async function report() {
  if (document.visibilityState !== "visible") return;
  const seen = { visits: [], concerns: [] };
  for (const card of board.querySelectorAll("[data-report]"))
    if (!reported.has(card.dataset.key) && isInSight(card)) seen[card.dataset.report].push(card.dataset.key);
  const keys = [...seen.visits, ...seen.concerns];
  if (!keys.length) return;
  keys.forEach((key) => reported.add(key));
  try {
    const response = await post("/desk/shown", { json: seen });
    if (!response.ok) throw new Error(response.status);
  } catch {
    // The next content that comes says again which cards nobody has reported.
    keys.forEach((key) => reported.delete(key));
  }
}

export function begin() {
  onDrawn(watch);
  document.addEventListener("visibilitychange", watch);
}
