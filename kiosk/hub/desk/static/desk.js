"use strict";
// What the Today page does by itself: counts ages, says whether it is live, and reports which cards were really drawn.
// Everything else is plain HTML that the hub renders and htmx swaps in.
(() => {
  const SILENCE_MS = 40000;
  const RETRY_MS = 1000;
  const NOTICE_MS = 12000;
  const KEY_PAUSE_MS = 600;

  const board = document.getElementById("board");
  const tag = document.getElementById("live");
  const notice = document.getElementById("notice");
  const title = document.title;
  const token = tag.dataset.csrf;

  let ahead = 0; // how far the hub's clock is ahead of this one, in ms
  let heard = performance.now();
  let droppedAt = null;
  let retry = 0;
  let moved = 0;
  let focused = null;
  const reported = new Set();

  const now = () => Date.now() + ahead;
  const two = (n) => String(n).padStart(2, "0");

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

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
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

  // --- Live or not ---

  function sayLive() {
    droppedAt = null;
    const tablets = Number(document.getElementById("state").dataset.tablets);
    tag.className = "tag";
    write(tag, `Live · ${tablets} tablet${tablets === 1 ? "" : "s"}`);
  }

  function sayNotLive() {
    if (droppedAt === null) {
      const since = new Date();
      droppedAt = `Not live since ${two(since.getHours())}:${two(since.getMinutes())}`;
    }
    tag.className = "tag hurry";
    write(tag, droppedAt);
  }

  function reconnect() {
    clearTimeout(retry);
    retry = setTimeout(() => htmx.trigger(board, "reconnect"), RETRY_MS);
  }

  function onError(event) {
    const detail = event.detail ?? {};
    if ((detail.status ?? detail.ctx?.response?.status) === 401) return location.reload();
    sayNotLive();
    return undefined;
  }

  board.addEventListener("htmx:sse:before:connection", (e) => e.detail.connection.attempt > 0 && sayNotLive());
  board.addEventListener("htmx:sse:error", onError);
  board.addEventListener("htmx:sse:close", () => { sayNotLive(); reconnect(); });
  for (const name of ["htmx:error", "htmx:response:error"])
    board.addEventListener(name, (e) => { if (e.target === board) { onError(e); reconnect(); } });

  board.addEventListener("htmx:sse:before:message", () => {
    heard = performance.now();
    const card = document.activeElement?.closest?.(".card");
    focused = card && {
      element: document.activeElement,
      column: card.closest("section").getAttribute("aria-labelledby"),
      index: [...card.parentElement.children].indexOf(card),
    };
  });
  board.addEventListener("htmx:sse:after:message", (e) => {
    if (!e.detail.message.event) drawn();
  });
  board.addEventListener("tick", (e) => { ahead = Number(e.detail.data) - Date.now(); });

  setInterval(() => {
    if (performance.now() - heard < SILENCE_MS) return;
    // A cable that was pulled says nothing; the line is dropped here, and made anew.
    heard = performance.now();
    sayNotLive();
    board._htmx?.sse?.abortController?.abort();
  }, 5000);

  // --- After every change ---

  function drawn() {
    const state = document.getElementById("state");
    ahead = Number(state.dataset.now) - Date.now();
    moved = performance.now();
    sayLive();
    tick();
    watch();
    const count = Number(state.dataset.unseen) + Number(state.dataset.open);
    document.title = count ? `(${count}) ${title}` : title;
    if (focused && !focused.element.isConnected) keepFocus(focused);
  }

  // The button that was pressed is gone with its card; the keyboard goes on where the card was.
  function keepFocus({ column, index }) {
    const section = board.querySelector(`section[aria-labelledby="${column}"]`);
    const cards = section?.querySelectorAll(".card") ?? [];
    const next = cards[Math.min(index, cards.length - 1)]?.querySelector("button");
    const heading = section?.querySelector("h2");
    if (!next && heading) heading.tabIndex = -1;
    (next ?? heading)?.focus();
  }

  // --- Cards that were really drawn: on the screen, in a visible page, two frames later ---

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
      const response = await fetch("/desk/shown", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(seen),
      });
      if (!response.ok) throw new Error(response.status);
    } catch {
      // The next content that comes says again which cards nobody has reported.
      keys.forEach((key) => reported.delete(key));
    }
  }

  document.addEventListener("visibilitychange", () => { tick(); watch(); });

  // --- Clicks and keys ---

  function say(text) {
    const line = document.createElement("span");
    line.className = "instead";
    line.textContent = text;
    notice.replaceChildren(line);
  }

  let clearing = 0;
  new MutationObserver(() => {
    clearTimeout(clearing);
    if (notice.childNodes.length) clearing = setTimeout(() => notice.replaceChildren(), NOTICE_MS);
  }).observe(notice, { childList: true });

  document.addEventListener("htmx:error", (e) => {
    if (e.target !== board) say("Not recorded: the hub cannot be reached. Please try again.");
  });
  document.addEventListener("htmx:response:error", (e) => {
    if (e.target === board) return;
    const { status } = e.detail.ctx.response;
    if (status === 401) location.reload();
    else say(`Not recorded. ${e.detail.ctx.text || "Please reload the page."}`);
  });

  document.addEventListener("submit", (e) => e.target.closest("[popover]")?.hidePopover());

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || !/^[1-9]$/.test(e.key)) return;
    if (e.target.closest("input, textarea, select, [popover]")) return;
    // Who presses "2" as the cards move would greet somebody else.
    if (performance.now() - moved < KEY_PAUSE_MS) return;
    board.querySelectorAll("[data-seen]")[e.key - 1]?.click();
  });

  write(tag, "Connecting…");
  ahead = Number(document.getElementById("state").dataset.now) - Date.now();
  tick();
  setInterval(() => document.hidden || tick(), 1000);
})();
