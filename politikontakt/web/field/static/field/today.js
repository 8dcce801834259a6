// I dag on the phone: the kept page made fresh, the outbox, undo, and being called out.

import * as calledOut from "./called_out.js";
import { refresh, stock } from "./fresh.js";
import { items, keepAs, kept, littleRoom } from "./keeping.js";
import { dayWords, field, make, today, word } from "./shell.js";

const SHORTEST = 3_000;
const LONGEST = 120_000;
const SAID = { offline: "offline", signed_out: "signed_out", no_access: "no_access", trouble: "trouble" };

let pause = SHORTEST;
let timer = null;

export async function begin() {
  await show();
  if (new URLSearchParams(location.search).has("saved")) (await import("./undo.js")).showUndo(deliver);
  addEventListener("online", () => {
    pause = SHORTEST;
    deliver();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && deliver());
  await deliver();
  await stock();
}

/** What sends is fetched once there is something to send: a first opening should be light. */
async function send() {
  const waits = (await items()).some((each) => each.fate === "waiting");
  return waits ? (await import("./sending.js")).send() : "nothing";
}

/** Send what waits and make the page fresh; try again by itself, less and less often, until it has gone. */
export async function deliver() {
  clearTimeout(timer);
  const sent = await send();
  const reached = sent !== "offline" && sent !== "signed_out";
  const fresh = reached ? await asFresh(sent) : sent;
  if (fresh === "changed") return;
  await show();
  await say(sent in SAID ? sent : fresh);
  if (sent === "done") await stock();
  const settled = sent === "done" || sent === "nothing";
  pause = settled || sent === "busy" ? SHORTEST : Math.min(pause * 2, LONGEST);
  if (!settled) timer = setTimeout(deliver, pause);
}

/** A page that came over the net just now is fresh as it is, unless something has been sent since. */
let fromTheNet = !navigator.serviceWorker?.controller;

async function asFresh(sent) {
  const asItIs = fromTheNet && sent === "nothing";
  fromTheNet = false;
  if (!asItIs) return refresh();
  await keepAs("fresh_at", Date.now());
  return "fresh";
}

/** A page kept from before shows the place in the plan; the one that was asked for is put in from the pack. */
async function showPlace() {
  const asked = new URLSearchParams(location.search).get("place");
  const old = document.querySelector("#at-place [data-place], #at-place .pk-empty");
  const card = (await kept("cards"))?.cards[asked];
  if (!card || old?.dataset.place === asked) return;
  const fresh = new DOMParser().parseFromString(card, "text/html").querySelector("[data-place]");
  document.getElementById("at-place").prepend(document.adoptNode(fresh));
  old?.remove();
  const button = document.getElementById("log-here");
  button.href = fresh.dataset.log;
  button.querySelector("span").textContent = fresh.dataset.words;
}

async function show() {
  await showPlace();
  if ((await items()).length) await (await import("./outbox.js")).showOutbox(deliver);
  await calledOut.begin(deliver);
  if (await littleRoom()) warn("little_room");
}

async function say(how) {
  const line = document.getElementById("coverage");
  if (!line) return;
  const old = field.today !== today() ? ` ${word("old_plan", { day: dayWords(field.today) })}` : "";
  line.hidden = !(how in SAID) && !old;
  const inside = line.querySelector("span");
  inside.replaceChildren(how in SAID ? word(SAID[how]) : "", old);
  if (how === "signed_out") inside.append(" ", make("a", { href: field.sign_in, class: "ds-link" }, word("sign_in")));
}

function warn(name) {
  const says = document.getElementById("says");
  if (!says || says.querySelector(`[data-says="${name}"]`)) return;
  const text = make("p", {}, word(name));
  says.append(make("div", { class: "ds-alert", "data-color": "warning", "data-says": name }, text));
}
