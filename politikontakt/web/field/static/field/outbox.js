// The outbox: every item of the phone with its fate, to go on with, mend or delete one by one.

import { change, items, kept, letGo } from "./keeping.js";
import { clockWords, dayOf, dayWords, field, make, word } from "./shell.js";

const LOGGED = "log";
const SHOWN_FIRST = { needs: 0, draft: 1, waiting: 2, sent: 3 };
const MOST = 20; // more than this is shown when asked for

let again = () => {};
let whole = false;

export async function showOutbox(deliver) {
  again = deliver;
  const section = document.getElementById("outbox");
  if (!section) return;
  const [pack, cards] = [await kept("pack"), await kept("cards")];
  const known = { ...pack, codes: cards?.codes };
  const all = (await items()).filter((each) => !each.hidden);
  all.sort((one, other) => SHOWN_FIRST[one.fate] - SHOWN_FIRST[other.fate] || other.id - one.id);
  section.hidden = !all.length;
  section.querySelector("h2").textContent = title(all);
  const shown = whole ? all : all.slice(0, MOST);
  section.querySelector("ul").replaceChildren(...shown.map((each) => row(each, known)));
  rest(section, all.length - shown.length);
}

function rest(section, left) {
  section.querySelector(":scope > button")?.remove();
  if (!left) return;
  const button = make("button", { class: "ds-button", "data-variant": "tertiary", type: "button" }, word("show_more", { n: left }));
  button.addEventListener("click", () => {
    whole = true;
    showOutbox(again);
  });
  section.append(button);
}

function title(all) {
  const counts = ["needs", "waiting", "draft"].map((fate) => [fate, all.filter((each) => each.fate === fate).length]);
  const names = { needs: "outbox_needs", waiting: "outbox_waiting", draft: "outbox_drafts" };
  const said = counts.filter(([, n]) => n).map(([fate, n]) => word(names[fate], { n }));
  return said.length ? `${word("outbox")}: ${said.join(", ")}` : word("outbox");
}

function row(one, pack) {
  const line = document.getElementById(`fate-${one.fate}`).content.firstElementChild.cloneNode(true);
  line.dataset.fate = one.fate;
  line.dataset.key = one.key;
  const what = whatOf(one, pack);
  line.querySelector("[data-what]").textContent = what;
  line.querySelector("[data-says]").append(...saysOf(one, pack));
  line.querySelector("[data-does]").append(...doesOf(one, what));
  return line;
}

/** «Malvik Senter, i går». */
export function whatOf(one, pack) {
  if (one.do === "take_back" || one.do === "never_out") return word("taken_back");
  if (one.do === "come_back") return `${word("came_back")}, ${word("minutes", { n: one.body.minutes })}`;
  if (one.do === "call_out") return `${word("out")}, ${dayWords(one.body.happened_on)}`;
  return `${placeOrKind(one.body, pack)}, ${dayWords(one.body.happened_on)}`;
}

function placeOrKind(body, pack) {
  const place = pack?.places.find((each) => each.ref === body.place);
  return place?.name ?? pack?.kinds?.[body.kind] ?? body.place ?? body.kind;
}

function saysOf(one, pack) {
  if (one.who !== field.who) return [word("other_user")];
  if (one.fate === "sent") return [word("sent", { when: sentAt(one) })];
  if (one.fate !== "needs") return [word(one.fate)];
  return conflict(one) ? bothOf(one, pack) : [`${word("needs")} ${one.answer.text}`];
}

/** tirsdag kl. 14.52; only the time where the municipality has a day of its own. */
function sentAt(one) {
  const clock = word("at_clock", { clock: clockWords(one.sent_at) });
  return field.fixed_day ? clock : `${dayWords(dayOf(one.sent_at))} ${clock}`;
}

function conflict(one) {
  return one.fate === "needs" && one.answer.status === 409 && one.answer.stored && one.do === LOGGED;
}

function bothOf(one, pack) {
  const mine = make("span", {}, word("mine", { what: contentOf(one.body, pack) }));
  const theirs = make("span", {}, word("theirs", { what: contentOf(one.answer.stored, pack) }));
  return [word("conflict"), make("span", { "data-both": "" }, mine, theirs)];
}

/** All that two texts may differ in. */
function contentOf(body, pack) {
  const clock = body.starts_at && word("at_clock", { clock: body.starts_at.slice(0, 5).replace(":", ".") });
  const codes = [...body.audience, ...body.themes].map((each) => pack.codes?.[each] ?? each);
  const day = [dayWords(body.happened_on), clock].filter(Boolean).join(" ");
  return [placeOrKind(body, pack), day, word("minutes", { n: body.minutes }), ...codes, body.note].filter(Boolean).join(", ");
}

function doesOf(one, what) {
  if (conflict(one)) {
    return [act("send_mine", what, () => correctWith(one)), act("keep_theirs", what, () => letGo(one.id))];
  }
  const open = one.do === LOGGED && one.who === field.who ? [link(one, what)] : [];
  return [...open, act("delete", what, () => letGo(one.id))];
}

function link(one, what) {
  const name = one.fate === "draft" ? "open" : "mend";
  const label = `${word(name)}: ${what}`;
  return make("a", { class: "ds-link", href: `${field.log}?item=${one.id}`, "aria-label": label }, word(name));
}

function act(name, what, done) {
  const button = make("button", { class: "pk-plainlink", type: "button", "aria-label": `${word(name)}: ${what}` }, word(name));
  button.addEventListener("click", async () => {
    await done();
    await showOutbox(again);
    again();
  });
  return button;
}

/** Mine instead of what is stored: a new entry that corrects it, so that both stay in the history. */
async function correctWith(one) {
  const { key, holds } = one.answer.stored;
  const body = { ...one.body, replaces: holds ? key : "" }; // what was taken back can't be corrected: mine stands alone
  await change(one.id, { key: crypto.randomUUID(), body, fate: "waiting", tried: false, answer: null, made_at: Date.now() });
}

