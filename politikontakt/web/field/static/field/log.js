// The log sheet on the phone: filled in from the plan or a draft, kept while it is written, saved without coverage.

import { ask, confirmedBefore, guard, look, verdict } from "./guard.js";
import { finish, item, keepDraft, kept, littleRoom, seen } from "./keeping.js";
import { chosen, fill, read, touched } from "./sheet.js";
import { dayWords, field, make, today, word } from "./shell.js";

const PAUSE = 400;
const IN_THE_NOTE = ["take_number_out", "answer_first"];
const USUAL = ["school_visit", "presence"];

const form = document.getElementById("log");
let draft = null;
let opened = ""; // how the draft lay on the phone when this tab last saw it
let pack = null;
let timer = null;
let saved = false;
let keeping = Promise.resolve(); // a draft that is being kept right now

let ready = null; // the draft is there, and the sheet is filled in

/** A thumb may be quicker than the phone: what it does is listened to at once, and done when the draft is there. */
export async function begin() {
  ready = prepare();
  form.addEventListener("input", changed);
  form.addEventListener("submit", save);
  document.getElementById("close").setAttribute("aria-label", word("close"));
  showNetwork();
  addEventListener("online", showNetwork);
  addEventListener("offline", showNetwork);
  await ready;
  head();
  if (await littleRoom()) say("little_room", "warning");
}

async function prepare() {
  pack = await kept("pack");
  const there = await item(Number(new URLSearchParams(location.search).get("item")));
  const early = touched(form);
  draft = there ? goOn(there) : startNew();
  if (Object.keys(early).length) writeAgain(early);
  form.elements.client_key.value = draft.key;
  await guard(form.elements.note, document.getElementById("guard"), pack?.names);
  if (draft.about_nobody) confirmedBefore(draft.body.note);
  look();
}

/** A new draft: its key is made here, now, before anything is kept. */
function startNew() {
  const entry = { key: crypto.randomUUID(), do: "log", who: field.who, about_nobody: false, fate: "draft" };
  const row = planned();
  if (row && form.elements.replaces.value !== row.key) startFrom(row);
  else if (!row && !form.elements.replaces.value) startEmpty();
  return { ...entry, body: read(form) };
}

/** A draft goes on. What was sent, or may have been, is corrected by an entry of its own. */
function goOn(there) {
  const own = there.fate === "draft" || (there.fate === "waiting" && !there.tried) || refused(there);
  opened = seen(there);
  fill(form, own ? there.body : { ...there.body, replaces: there.key });
  openFolds(!there.body.place || refused(there));
  if (refused(there)) {
    for (const each of form.querySelectorAll("details")) each.open = true;
    say(there.answer.text, "danger");
  }
  if (own) return there;
  return { key: crypto.randomUUID(), do: "log", who: field.who, about_nobody: false, fate: "draft", body: read(form) };
}

/** What was written before the draft was there stays, and is kept as every change is. */
function writeAgain(early) {
  fill(form, { ...read(form), ...early });
  if (early.place && !early.kind) usualKind();
  keeping = keeping.then(keepIt);
}

function refused(there) {
  return there.fate === "needs" && there.answer.status !== 409;
}

function planned() {
  const ref = decodeURIComponent(location.pathname.slice(field.log.length)).replace(/\/$/, "");
  return ref ? pack?.rows.find((each) => each.ref === ref) : null;
}

function startFrom(row) {
  fill(form, { ...row, purpose: row.purpose || "preventive", replaces: row.key });
  openFolds(false);
}

function startEmpty() {
  form.elements.happened_on.value = today();
  const place = new URLSearchParams(location.search).get("place");
  if (place) form.elements.place.value = place;
  usualKind();
  openFolds(!form.elements.place.value);
}

/** At a school one visits, elsewhere one is present; another kind that was chosen stays. */
function usualKind() {
  const { place, kind } = form.elements;
  if (!place.value || !USUAL.includes(kind.value)) return;
  kind.value = form.dataset.schools.split(" ").includes(place.value) ? USUAL[0] : USUAL[1];
}

function openFolds(open) {
  document.getElementById("change").open = open;
}

function changed(event) {
  if (event.target.name === "place") usualKind();
  document.querySelector("#says > [data-color=danger]")?.remove();
  head();
  clearTimeout(timer);
  timer = setTimeout(() => (keeping = keeping.then(keepIt)), PAUSE);
}

/** Keep what is written so far. What already waits stays as it is until it is saved anew. */
async function keepIt() {
  await ready;
  const note = verdict();
  if (draft.fate === "waiting" || note === "refused") return; // what is refused is kept nowhere, not here either
  try {
    const entry = { ...draft, body: read(form), about_nobody: note === "confirmed", made_at: Date.now() };
    const kept = await keepDraft(entry, opened);
    if (!kept) return; // another tab has been at it; nothing is lost, this one is kept when it is saved
    draft = kept;
    opened = seen(kept);
  } catch {
    say("no_room", "danger");
  }
}

async function save(event) {
  event.preventDefault();
  clearTimeout(timer);
  await ready;
  const wrong = fault();
  if (wrong) {
    keeping = keeping.then(keepIt); // the pause was cut short: what is written so far is kept all the same
    return IN_THE_NOTE.includes(wrong) ? ask() : say(wrong, "danger");
  }
  if (saved) return; // the thumb came down twice
  saved = true;
  await keeping;
  const entry = { ...draft, body: read(form), about_nobody: verdict() === "confirmed" };
  try {
    const { id } = await finish(entry, opened);
    location.assign(`${field.home}?saved=${id}`);
  } catch {
    saved = false;
    say("no_room", "danger");
  }
}

/** What must be put right first, by the name of its sentence; nothing where all is well. */
function fault() {
  const body = read(form);
  if (!body.happened_on) return "no_day";
  if (body.happened_on > today()) return "in_future";
  if (!body.people.length) return "nobody";
  return { refused: "take_number_out", ask: "answer_first", unknown: "not_screened" }[verdict()];
}

function say(name, color) {
  const text = make("p", {}, word(name));
  document.getElementById("says").replaceChildren(make("div", { class: "ds-alert", "data-color": color }, text));
  document.getElementById("says").scrollIntoView({ block: "nearest" });
}

function head() {
  const body = read(form);
  const kind = chosen(form, "kind");
  document.getElementById("page").textContent = chosen(form, "place") || kind || word("log_work");
  const clock = body.starts_at ? ` ${word("at_clock", { clock: body.starts_at.replace(":", ".") })}` : "";
  const day = body.happened_on ? `, ${dayWords(body.happened_on)}` : "";
  document.getElementById("about").textContent = `${kind}${day}${clock}. `;
  counts(body);
}

function counts(body) {
  const due = body.kind === "school_visit" ? pack?.due[body.place] : null;
  const line = document.getElementById("counts");
  if (due) line.replaceChildren(make("strong", { class: "pk-strong" }, due.number), ` ${due.standing}`);
  else if (pack) line.replaceChildren();
}

function showNetwork() {
  const line = document.getElementById("coverage");
  line.hidden = navigator.onLine;
  line.querySelector("span").textContent = word("later");
}
