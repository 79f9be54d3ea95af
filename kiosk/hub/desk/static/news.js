// Tells who does not look: the tab's title, a chime, and the browser's notifications.
import { board, memory, onDrawn, state } from "./page.js";
import { Chime } from "./sound.js";

const AGAIN_MS = 20000;
const LOUD = 1;
const QUIET = 0.3;

const title = document.title;
const button = document.getElementById("sound");
const label = document.getElementById("sound-state");
const blocked = document.getElementById("sound-blocked");
const ask = document.getElementById("notify");
const chime = new Chime(button.dataset.chime, showSound);

let known = null; // what has been told already; null before the first drawing

const muted = () => memory.get("sound") === "off";
const ringing = () => [...board.querySelectorAll("[data-rings]")];

function showSound() {
  label.textContent = muted() ? "Sound off" : "Sound on";
  blocked.hidden = muted() || !chime.isBlocked;
}

function ring(cards, loudness) {
  if (muted() || !cards.length) return;
  const concern = cards.some((card) => card.dataset.rings === "concern");
  chime.ring(concern ? "concern" : "arrival", loudness);
}

// No name: a notification may stand on a screen that others see.
function notify(cards) {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  if (document.visibilityState === "visible" && document.hasFocus()) return;
  for (const card of cards) {
    const ticket = card.dataset.ticket;
    const text = card.dataset.rings === "concern" ? `Help is wanted${ticket && ` by ${ticket}`}` : `${ticket} has arrived`;
    const shown = new Notification(text, { tag: card.id, icon: document.querySelector("link[rel=icon]")?.href });
    shown.onclick = () => { window.focus(); shown.close(); };
  }
}

function tell() {
  const { unseen, open } = state();
  const count = Number(unseen) + Number(open);
  document.title = count ? `(${count}) ${title}` : title;
  const cards = ringing();
  const fresh = known ? cards.filter((card) => !known.has(card.id)) : [];
  known = new Set([...(known ?? []), ...cards.map((card) => card.id)]);
  ring(fresh, LOUD);
  notify(fresh);
}

function showAsk() {
  // Browsers offer notifications under TLS alone.
  ask.hidden = !("Notification" in window) || !window.isSecureContext || Notification.permission !== "default";
}

export function begin() {
  button.addEventListener("click", () => {
    memory.set("sound", muted() ? "on" : "off");
    showSound();
    if (!muted()) chime.sample(QUIET);
  });
  ask.addEventListener("click", async () => { await Notification.requestPermission(); showAsk(); });
  // Browsers are silent until somebody has touched the page; any touch will do.
  for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, () => chime.unlock());
  blocked.addEventListener("click", () => chime.sample(QUIET));
  setInterval(() => ring(ringing(), QUIET), AGAIN_MS);
  showSound();
  showAsk();
  onDrawn(tell);
}
