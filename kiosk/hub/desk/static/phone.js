// Says when the page is no longer live, and when a tap did not reach the hub. All else is HTML from the hub.
const SILENCE_MS = 12000;
const RETRY_MS = 1500;

const page = document.getElementById("page");
const line = document.getElementById("stale");

let heard = performance.now();
let heardAt = new Date();
// A page that nothing is written to has no line that could drop.
let over = !page.hasAttribute("hx-sse:connect");

const two = (n) => String(n).padStart(2, "0");

function say(text) {
  line.hidden = !text;
  if (line.textContent !== text) line.textContent = text;
}

function hear() {
  heard = performance.now();
  heardAt = new Date();
  say("");
}

function stale() {
  if (over) return;
  say(line.dataset.stale.replace("@", `${two(heardAt.getHours())}:${two(heardAt.getMinutes())}`));
}

function listen() {
  if (document.hidden || performance.now() - heard < SILENCE_MS) return;
  stale();
  page._htmx?.sse?.abortController?.abort();
  heard = performance.now();
}

page.addEventListener("htmx:sse:before:message", hear);
page.addEventListener("over", () => { over = true; });
page.addEventListener("htmx:sse:error", stale);
page.addEventListener("htmx:sse:close", () => {
  if (over) return;
  setTimeout(() => htmx.trigger(page, "reconnect"), RETRY_MS);
});
for (const name of ["htmx:error", "htmx:response:error"]) {
  document.addEventListener(name, (event) => {
    if (event.target === page) {
      stale();
      setTimeout(() => htmx.trigger(page, "reconnect"), RETRY_MS);
    } else say(line.dataset.failed);
  });
}
// A phone that was in a pocket has heard nothing; it gets a moment to hear before it says so.
document.addEventListener("visibilitychange", () => { heard = Math.max(heard, performance.now() - SILENCE_MS + 4000); });
setInterval(listen, 1000);
