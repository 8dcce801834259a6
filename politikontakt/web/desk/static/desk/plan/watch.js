// Watch a run of the planner: how far it has come, and what it has found when it has found more.
// The page is made anew only where nobody has begun to write in it; else it offers to show what is better.

const OFTEN = 1000; // milliseconds between two looks

const watched = document.getElementById("watched");
const { now, answer, state } = watched.dataset;
let touched = false;

addEventListener("input", () => (touched = true));
setTimeout(look, OFTEN);

async function look() {
  try {
    const found = await (await fetch(now)).json();
    watched.querySelector("progress")?.setAttribute("value", found.seconds);
    const seconds = watched.querySelector("[data-seconds]");
    if (seconds) seconds.textContent = found.seconds;
    if (found.state !== state || found.answer !== answer) return news(found);
  } catch {
    // No answer this time; the next look may have one.
  }
  setTimeout(look, OFTEN);
}

function news(found) {
  if (!touched) return location.reload();
  document.getElementById("better").hidden = false;
  if (found.state === "waiting" || found.state === "first") setTimeout(look, OFTEN);
}
