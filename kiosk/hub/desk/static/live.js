// Whether the page is live, and since when it is not. It must know within 5 s; the hub says something every 2 s.
import { setClock } from "./ages.js";
import { announce, board, state, tag, write } from "./page.js";

const SILENCE_MS = 4200;
const LOOK_MS = 400;
const RETRY_MS = 1000;

const two = (n) => String(n).padStart(2, "0");

let heard = performance.now();
let heardAt = new Date();
let dropped = false;
let retry = 0;

function hear() {
  heard = performance.now();
  heardAt = new Date();
}

function sayLive() {
  const tablets = Number(state().tablets);
  tag.className = "tag";
  write(tag, `Live · ${tablets} tablet${tablets === 1 ? "" : "s"}`);
  dropped = false;
  announce("desk:live");
}

function sayNotLive() {
  if (dropped) return;
  dropped = true;
  tag.className = "tag hurry";
  write(tag, `Not live since ${two(heardAt.getHours())}:${two(heardAt.getMinutes())}`);
}

function reconnect() {
  clearTimeout(retry);
  retry = setTimeout(() => htmx.trigger(board, "reconnect"), RETRY_MS);
}

function onError(event) {
  const detail = event.detail ?? {};
  if ((detail.status ?? detail.ctx?.response?.status) === 401) return location.reload();
  return sayNotLive();
}

function listen() {
  // A cable that was pulled says nothing; the line is dropped here, and made anew.
  if (performance.now() - heard < SILENCE_MS) return;
  sayNotLive();
  heard = performance.now();
  board._htmx?.sse?.abortController?.abort();
}

export function begin() {
  board.addEventListener("htmx:sse:before:connection", (e) => e.detail.connection.attempt > 0 && sayNotLive());
  board.addEventListener("htmx:sse:error", onError);
  board.addEventListener("htmx:sse:close", () => { sayNotLive(); reconnect(); });
  for (const name of ["htmx:error", "htmx:response:error"])
    board.addEventListener(name, (e) => { if (e.target === board) { onError(e); reconnect(); } });

  board.addEventListener("htmx:sse:before:message", hear);
  board.addEventListener("htmx:sse:after:message", (e) => {
    if (e.detail.message.event) return;
    sayLive();
    announce("desk:drawn");
  });
  board.addEventListener("tick", (e) => setClock(e.detail.data));

  setInterval(listen, LOOK_MS);
  // A page in the background counts slowly; when somebody looks at it again it must not claim what it has not heard.
  document.addEventListener("visibilitychange", listen);
  write(tag, "Connecting…");
}
