// Draws the miniature anew while somebody types; the hub draws it, so that it is what saving would give.
const form = document.getElementById("settings");
const preview = document.getElementById("preview");
const DELAY_MS = 150;
let waiting;
let asked = 0;

async function draw() {
  const mine = (asked += 1);
  try {
    const answer = await fetch("/desk/settings/preview", { method: "POST", body: new FormData(form) });
    const text = await answer.text();
    // A later question may have been answered before this one.
    if (answer.ok && mine === asked) preview.innerHTML = text;
  } catch {
    // Without the hub the picture stays as it was; saving would say so.
  }
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(draw, DELAY_MS);
});
