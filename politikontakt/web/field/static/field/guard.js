// The note is looked over while it is written, by the same rules as on the server (core/privacy). A national identity
// number must out before anything is saved; what may tell who it is about is rewritten or confirmed.

import { loadScreen } from "./privacy.js";
import { field, make, word } from "./shell.js";

const PAUSE = 250;
const PERSONS = new Set(["name_age", "listed_name"]);
const SAYS = { national_id: "national_id", listed_name: "listed_name" };

let screen = null;
let names = []; // the operator's own list
let confirmed = "";
let note = null;
let box = null;

export async function guard(textarea, place, listed = []) {
  [note, box, names] = [textarea, place, listed];
  let timer = null;
  note.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  try {
    screen = await loadScreen(field.screen);
  } catch {
    screen = null;
  }
  look();
}

/** How the note stands: empty, clean, confirmed, ask, refused, unknown (no rules here). */
export function verdict() {
  const text = note.value;
  if (!text.trim()) return "clean";
  if (!screen) return "unknown";
  const { refused, toConfirm } = screen(text, names);
  if (refused.length) return "refused";
  if (!toConfirm.length) return "clean";
  return confirmed === text ? "confirmed" : "ask";
}

/** Take a draft's answer over: what was confirmed for this very text stays so. */
export function confirmedBefore(text) {
  confirmed = text;
}

/** What has to be answered first: shown, and under the thumb. */
export function ask() {
  look();
  box.scrollIntoView({ block: "center" });
  box.querySelector("button")?.focus({ preventScroll: true });
}

export function look() {
  const state = verdict();
  box.replaceChildren();
  note.setAttribute("aria-describedby", box.id);
  if (state === "unknown") box.append(make("p", { class: "pk-soft" }, word("not_screened")));
  if (state !== "ask" && state !== "refused") return;
  const found = screen(note.value, names);
  for (const each of state === "refused" ? found.refused : found.toConfirm) box.append(shown(each, state));
}

function shown(found, state) {
  const piece = note.value.slice(found.first, found.after).trim();
  const template = document.getElementById("guard-part").content.firstElementChild.cloneNode(true);
  template.dataset.color = state === "refused" ? "danger" : "warning";
  template.dataset.kind = found.kind;
  template.querySelector("strong").textContent = word(SAYS[found.kind] ?? "about_somebody", { piece });
  template.querySelector("[data-more]").textContent = state === "refused" ? "" : word("no_names");
  template.querySelector("[data-does]").append(...buttons(found, state));
  return template;
}

function buttons(found, state) {
  const person = PERSONS.has(found.kind);
  const instead = person ? word("a_pupil") : "";
  const name = person ? word("replace", { word: instead }) : word("take_out");
  const rewrite = button(name, "secondary", () => write(found, instead));
  if (state === "refused") return [rewrite];
  const nobody = button(word("about_nobody"), "tertiary", () => {
    confirmed = note.value;
    look();
  });
  return [rewrite, nobody];
}

function button(text, variant, done) {
  const made = make("button", { class: "ds-button", type: "button", "data-variant": variant, "data-color": "neutral" }, text);
  made.addEventListener("click", () => {
    done();
    note.focus();
  });
  return made;
}

/** A word that begins a sentence has a capital. */
function begun(before, instead) {
  return /(^|[.!?]\s+)$/u.test(before) ? instead[0].toUpperCase() + instead.slice(1) : instead;
}

function write(found, instead) {
  const [before, after] = [note.value.slice(0, found.first), note.value.slice(found.after)];
  note.value = instead ? before + begun(before, instead) + after : `${before.trimEnd()} ${after.trimStart()}`.trim();
  note.dispatchEvent(new Event("input", { bubbles: true }));
  look();
}
