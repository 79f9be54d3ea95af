// What became of each click: the page gives it an id, and asks again for whatever the hub did not answer.
import { board, notice, onLive, post, uuid } from "./page.js";

const NOTICE_MS = 12000;
const ASK_MS = 1000;
const CLOSE_MS = 350;
const IDLE = 423;

const unanswered = new Set();
let clearing = 0;
let asking = 0;
let busy = false;

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

async function askOne(click) {
  const response = await post(`/desk/clicks/${click}`);
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(response.status);
  // Read whole before it counts as heard: the hub may go away again in the middle.
  const text = await response.text();
  unanswered.delete(click);
  if (!unanswered.size) document.getElementById("unanswered")?.remove();
  // The hub's own template, escaped there.
  notice.insertAdjacentHTML("beforeend", text);
}

async function ask() {
  clearTimeout(asking);
  if (busy) return;
  busy = true;
  try {
    for (const click of [...unanswered]) await askOne(click);
  } catch { /* It is asked again below. */ }
  busy = false;
  if (unanswered.size) asking = setTimeout(ask, ASK_MS);
}

function isClick(event) {
  return event.target !== board && event.detail?.ctx?.request?.method === "POST";
}

// Here and not by htmx's events: a card that is gone meanwhile is no longer part of the page that hears them.
async function send(click, path, request) {
  let response;
  try {
    response = await fetch(path, request);
    await response.clone().text();
  } catch (error) {
    unanswered.add(click);
    wait();
    clearTimeout(asking);
    asking = setTimeout(ask, ASK_MS);
    throw error;
  }
  if (response.status === 401) location.reload();
  // An idle session is asked for the passcode, and the click then sent again.
  else if (!response.ok && response.status !== IDLE) say(`Not recorded. ${(await response.clone().text()) || "Please reload the page."}`);
  return response;
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
    if (!isClick(e)) return;
    const { ctx } = e.detail;
    const click = uuid();
    ctx.request.headers["Kiosk-Click"] = click;
    ctx.fetch = (path, request) => send(click, path, request);
  });
  document.addEventListener("htmx:after:request", emptyForm);
  document.addEventListener("submit", closeMenu);
  new MutationObserver(followNotice).observe(notice, { childList: true });
  followNotice();
  onLive(ask);
}
