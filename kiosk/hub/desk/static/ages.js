// Counts what has passed, once a second, by the hub's clock.
import { board, onDrawn, state, write } from "./page.js";

let ahead = 0; // how far the hub's clock is ahead of this one, in ms

const now = () => Date.now() + ahead;
const two = (n) => String(n).padStart(2, "0");

/** Sets the clock by the hub's time, ms UTC. */
export function setClock(hubMs) {
  ahead = Number(hubMs) - Date.now();
}

function age(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  const [h, m] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  return h ? `${h}:${two(m)}:${two(s % 60)}` : `${m}:${two(s % 60)}`;
}

function words(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  const m = Math.floor(s / 60);
  if (s < 60) return `${s} s`;
  if (m < 60) return s % 60 ? `${m} min ${s % 60} s` : `${m} min`;
  return `${Math.floor(m / 60)} h ${m % 60} min`;
}

function tick() {
  const at = now();
  for (const e of board.querySelectorAll("[data-since]"))
    write(e, ("words" in e.dataset ? words : age)(at - e.dataset.since));
  for (const e of board.querySelectorAll("[data-late]"))
    write(e, String(Math.max(0, Math.ceil((at - e.dataset.late) / 60000))));
  for (const e of board.querySelectorAll("progress[data-from]")) e.value = Math.max(0, at - e.dataset.from);
  for (const e of board.querySelectorAll("[data-hot-at]")) e.classList.toggle("hot", at >= e.dataset.hotAt);
}

export function begin() {
  const follow = () => { setClock(state().now); tick(); };
  follow();
  onDrawn(follow);
  document.addEventListener("visibilitychange", tick);
  setInterval(() => document.hidden || tick(), 1000);
}
