// What became of each click: the page gives it an id, and asks again for whatever the hub did not answer.
import { board, notice, onLive, post, uuid } from "./page.js";

const NOTICE_MS = 12000;
const ASK_MS = 1000;
const CLOSE_MS = 350;

const unanswered = new Set();
let clearing = 0;
let asking = 0;

function say(text, id = "") {
  const line = document.createElement("div");
  line.className = "instead";
  line.id = id;
  const sentence = document.createElement("p");
  sentence.textContent = text;
  line.append(sentence);
  document.getElementById(id || "no-such-line")?.remove();
  notice.append(line);
}

function wait() {
  say("The hub does not answer. As soon as it does, this line says whether that was recorded.", "unanswered");
}

async function ask() {
  clearTimeout(asking);
  for (const click of [...unanswered]) {
    try {
      const response = await post(`/desk/clicks/${click}`);
      if (response.status === 401) location.reload();
      if (!response.ok) break;
      unanswered.delete(click);
      if (!unanswered.size) document.getElementById("unanswered")?.remove();
      // The hub's own template, escaped there.
      notice.insertAdjacentHTML("beforeend", await response.text());
    } catch {
      break;
    }
  }
  if (unanswered.size) asking = setTimeout(ask, ASK_MS);
}

function isClick(event) {
  return event.target !== board && event.detail?.ctx?.request?.method === "POST";
}

function followNotice() {
  clearTimeout(clearing);
  if (!notice.childElementCount || unanswered.size) return;
  const ms = Number(notice.querySelector("[data-for]")?.dataset.for ?? NOTICE_MS);
  clearing = setTimeout(() => notice.replaceChildren(), ms);
}

// A menu that closes at the first click of a double click would let the second fall on what is below it.
function closeMenu(event) {
  const menu = event.target.closest("[popover]");
  if (menu) setTimeout(() => menu.matches(":popover-open") && menu.hidePopover(), CLOSE_MS);
}

function emptyForm(event) {
  const form = event.target.closest?.("#enter form");
  if (!form || event.detail?.ctx?.response?.status !== 200) return;
  form.reset();
  form.elements.visit.value = uuid();
}

export function begin() {
  document.addEventListener("htmx:config:request", (e) => {
    if (isClick(e)) e.detail.ctx.request.headers["Kiosk-Click"] = e.detail.ctx.click = uuid();
  });
  document.addEventListener("htmx:error", (e) => {
    if (!isClick(e)) return;
    unanswered.add(e.detail.ctx.click);
    wait();
    clearTimeout(asking);
    asking = setTimeout(ask, ASK_MS);
  });
  document.addEventListener("htmx:response:error", (e) => {
    if (!isClick(e)) return;
    const { status } = e.detail.ctx.response;
    if (status === 401) location.reload();
    else say(`Not recorded. ${e.detail.ctx.text || "Please reload the page."}`);
  });
  document.addEventListener("htmx:after:request", emptyForm);
  document.addEventListener("submit", closeMenu);
  new MutationObserver(followNotice).observe(notice, { childList: true });
  followNotice();
  onLive(ask);
}
