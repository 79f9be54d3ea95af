// The parts of the page that several scripts use, and what they tell one another.
export const board = document.getElementById("board");
export const tag = document.getElementById("live");
export const notice = document.getElementById("notice");

/** What changes with every drawing: counts, and the hub's clock. */
export const state = () => document.getElementById("state").dataset;

/** Calls back after each change of the board that has been swapped in. */
export const onDrawn = (listener) => document.addEventListener("desk:drawn", listener);
/** Calls back when the line to the hub is back. */
export const onLive = (listener) => document.addEventListener("desk:live", listener);
export const announce = (name) => document.dispatchEvent(new CustomEvent(name));

/** Writes only what differs: a rewrite would be read aloud again. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A POST that the hub answers as it answers htmx. Rejects when there is no answer within `patienceMs`. */
export function post(path, { json, patienceMs = 5000 } = {}) {
  const headers = { "X-CSRFToken": tag.dataset.csrf, "HX-Request": "true" };
  if (json) headers["Content-Type"] = "application/json";
  const signal = AbortSignal.timeout(patienceMs);
  return fetch(path, { method: "POST", headers, signal, body: json && JSON.stringify(json) });
}

/** A random UUID; the browser's own needs TLS, which a practice's network may not have. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join("-");
}

/** What this browser remembers; where it may not, nothing is. */
export const memory = {
  get(key) {
    try { return localStorage.getItem(`desk-${key}`); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(`desk-${key}`, value); } catch { /* it is asked again next time */ }
  },
};
