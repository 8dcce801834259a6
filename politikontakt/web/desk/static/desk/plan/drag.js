// Drag planned rows to other days of the month. The server decides, by the same forms and rules as on a row's own
// page: a press asks which days would do, a drop sends the form, and what is refused lies where it lay.

import { ask, send, show } from "./said.js";

const FAR = 6; // pixels a mouse goes before a press is a drag
const HELD = 350; // milliseconds a finger rests before it drags; moved sooner, it scrolls
const EDGE = 60; // pixels from the window's edge within which the page goes along

let drag = null;
let justDropped = null;

document.addEventListener("pointerdown", press);
document.addEventListener("pointermove", follow);
document.addEventListener("pointerup", drop);
document.addEventListener("pointercancel", leave);
document.addEventListener("keydown", (event) => event.key === "Escape" && leave());
document.addEventListener("dragstart", (event) => event.target.closest(".pk-chip[data-move]") && event.preventDefault());
document.addEventListener("contextmenu", (event) => drag?.ghost && event.preventDefault());
document.addEventListener("touchmove", (event) => drag?.ghost && event.preventDefault(), { passive: false });
document.addEventListener("click", (event) => dropped(event) && event.preventDefault(), true);

function press(event) {
  const chip = event.target.closest(".pk-chip[data-move]");
  if (!chip || event.button !== 0 || drag) return;
  drag = { chip, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  if (event.pointerType === "touch") drag.held = setTimeout(lift, HELD);
}

function follow(event) {
  if (!drag || event.pointerId !== drag.pointer) return;
  const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > FAR;
  if (!drag.ghost) {
    if (!far) return;
    if (event.pointerType === "touch") return leave();
    lift();
  }
  drag.ghost.style.transform = `translate(${event.clientX + 8}px, ${event.clientY + 8}px)`;
  if (event.clientY < EDGE) scrollBy(0, -12);
  if (event.clientY > innerHeight - EDGE) scrollBy(0, 12);
  over(document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-day]"));
}

/** The row is in hand: a copy goes along, and the days that would do are marked as soon as the server has answered. */
function lift() {
  const ghost = drag.chip.cloneNode(true);
  ghost.classList.add("pk-ghost");
  ghost.style.transform = `translate(${drag.x + 8}px, ${drag.y + 8}px)`;
  ghost.style.inlineSize = `${drag.chip.offsetWidth}px`;
  drag.chip.closest("main").append(ghost);
  drag.ghost = ghost;
  drag.chip.dataset.lifted = "";
  document.getElementById("calendar").dataset.dragging = "";
  mark(drag);
}

async function mark(held) {
  const days = [...document.querySelectorAll("[data-day]")];
  const found = await ask(held.chip.dataset.days, days[0].dataset.day, days.at(-1).dataset.day);
  if (drag !== held) return;
  held.answers = found;
  for (const cell of days) {
    const against = found[cell.dataset.day];
    if (against) cell.dataset.fits = against.length ? "no" : "yes";
  }
  if (held.cell) tell(held.cell);
}

function over(cell) {
  if (cell === drag.cell) return;
  delete drag.cell?.dataset.over;
  drag.cell = cell;
  if (!cell) return;
  cell.dataset.over = "";
  tell(cell);
}

/** What the rules say of the day under the pointer, at once. */
function tell(cell) {
  const words = document.getElementById("said").dataset;
  const against = drag.answers?.[cell.dataset.day];
  if (!against) return show(drag.answers ? "" : words.asking);
  show(against.length ? against.join(" ") : words.fits, against.length ? "warning" : "success");
}

async function drop() {
  const held = drag;
  leave();
  if (!held?.ghost) return;
  justDropped = held.chip;
  setTimeout(() => (justDropped = null), 0);
  const from = held.chip.closest("[data-day]");
  if (!held.cell || held.cell === from) return show("");
  const { move, row, block, start, people } = held.chip.dataset;
  const said = new FormData(document.getElementById("moving"));
  for (const [name, value] of Object.entries({ row, block, start, day: held.cell.dataset.day, any_start: "on" })) {
    said.set(name, value);
  }
  people.split(" ").forEach((each) => said.append("people", each));
  await send(move, said);
}

function leave() {
  if (!drag) return;
  clearTimeout(drag.held);
  drag.ghost?.remove();
  delete drag.chip.dataset.lifted;
  delete document.getElementById("calendar").dataset.dragging;
  for (const cell of document.querySelectorAll("[data-day]")) {
    delete cell.dataset.fits;
    delete cell.dataset.over;
  }
  drag = null;
}

/** A click that only ends a drag follows no link. */
function dropped(event) {
  return justDropped !== null && event.target.closest(".pk-chip") !== null;
}
