// Asks for the passcode when the session is idle. What was pressed waits, and is then done, or said not to be done.
const dialog = document.getElementById("unlock");
const form = dialog.querySelector("form");
const problem = dialog.querySelector(".problem");
const notice = document.getElementById("notice");
const ASK_MS = 5000;
const IDLE = 423;

let waiting = null;

function say(text) {
  const line = document.createElement("div");
  line.className = "instead";
  const sentence = document.createElement("p");
  sentence.textContent = text;
  line.append(sentence);
  notice.replaceChildren(line);
}

function explain(text) {
  problem.textContent = text;
  problem.hidden = !text;
}

/** Shows the dialog; `go` is what waits for the passcode. */
function ask(go) {
  waiting = go;
  explain("");
  form.reset();
  if (!dialog.open) dialog.showModal();
}

function leave() {
  if (dialog.open) dialog.close();
  if (waiting) say("Not done: the passcode was not given.");
  waiting = null;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { "HX-Request": "true" },
      body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(ASK_MS),
    });
    if (!response.ok) {
      explain(response.headers.get("Content-Type")?.startsWith("text/plain") ? await response.text() : "Please reload the page and sign in.");
      form.elements.passcode.select();
      return;
    }
  } catch {
    explain("The hub cannot be reached. Please try again.");
    return;
  }
  const go = waiting;
  waiting = null;
  dialog.close();
  await go?.();
});
dialog.addEventListener("cancel", leave);
dialog.querySelector("[data-leave]").addEventListener("click", leave);

// --- What htmx sent, and the hub did not do: sent again as it was, so that the hub judges the same click. ---

document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = event.detail;
  if (ctx?.response?.status !== IDLE) return;
  const { action, method, headers, body } = ctx.request;
  ask(async () => {
    try {
      const response = await fetch(action, { method, headers, body, signal: AbortSignal.timeout(ASK_MS) });
      const text = await response.text();
      if (!response.ok) return say(`Not done. ${text}`);
      // The hub's own template, escaped there.
      notice.innerHTML = text;
      window.htmx?.process(notice);
    } catch {
      say("The hub did not answer. Please look whether it was done.");
    }
    return undefined;
  });
});

// --- Plain forms of the other pages: asked before they are sent, so that nothing typed is lost. ---

let asked = null;
document.addEventListener("submit", async (event) => {
  const sent = event.target;
  if (sent === form || sent === asked || event.defaultPrevented || sent.method !== "post") return;
  if (sent.hasAttribute("hx-post") || sent.action.endsWith("/sign-out")) return;
  event.preventDefault();
  const button = event.submitter;
  const go = () => {
    asked = sent;
    sent.requestSubmit(button);
    asked = null;
  };
  try {
    const response = await fetch(form.action, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(ASK_MS) });
    if (response.status === IDLE) return ask(go);
  } catch { /* Sending it tells what is wrong. */ }
  return go();
});
