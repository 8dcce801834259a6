// What the phone keeps, in IndexedDB: items (drafts, what waits, what was sent) and the pack of the days around today.
// An item: { id, key, do, body, about_nobody, who, fate, made_at, tried, answer, sent_at }. `id` grows, so it is the order.
// Fates: draft → waiting → sent, or → needs (somebody has to look at it).

import { openDB } from "../vendor/idb.js";
import { field } from "./shell.js";

const FORMAT = 1;
const NAME = `politikontakt-${field.slug}`;
const LITTLE = 2 * 1024 * 1024;
const FULL = 0.95;
const SENT_FOR = 3 * 24 * 3600 * 1000;

let opened = null;

async function base() {
  opened ??= openNow();
  return opened;
}

async function openNow() {
  try {
    return await openDB(NAME, FORMAT, { upgrade, blocking: stepAside, terminated: forget });
  } catch (error) {
    if (error.name !== "VersionError") throw error;
    return openDB(NAME, undefined, { blocking: stepAside, terminated: forget }); // another tab has a newer app
  }
}

function upgrade(database) {
  if (!database.objectStoreNames.contains("items")) {
    database.createObjectStore("items", { keyPath: "id", autoIncrement: true });
  }
  if (!database.objectStoreNames.contains("kept")) database.createObjectStore("kept");
}

/** A newer app in another tab wants to change the shape: step aside, and open again at the next use. */
function stepAside(_current, _blocked, event) {
  event.target.close();
  forget();
}

function forget() {
  opened = null;
}

/** All items, in the order they were begun. */
export async function items() {
  return (await base()).getAll("items");
}

export async function item(id) {
  return (await base()).get("items", id);
}

/** Keep a new item; gives it with its id. */
export async function keep(one) {
  const id = await (await base()).add("items", one);
  return { ...one, id };
}

/** What of an item tells whether another tab has been at it. */
export function seen(one) {
  return one && JSON.stringify([one.key, one.fate, Boolean(one.tried), one.body]);
}

/** Whether an item may still be written over: it has not left the phone, or came back refused. */
function ours(there, opened) {
  const home = there.fate === "draft" || there.fate === "needs" || (there.fate === "waiting" && !there.tried);
  return home && seen(there) === opened;
}

/**
 * Keep a draft while it is written. `opened` is how the item lay when this tab last saw it; where another tab has been
 * at it since, nothing is written over, and undefined is given.
 */
export async function keepDraft(one, opened) {
  const write = (await base()).transaction("items", "readwrite");
  const there = one.id === undefined ? undefined : await write.store.get(one.id);
  if (there && !ours(there, opened)) return undefined;
  const kept = { ...one, fate: "draft", tried: false, answer: null };
  const id = await (there ? write.store.put(kept) : write.store.add(without(kept, "id")));
  await write.done;
  return { ...kept, id };
}

/**
 * A sheet is saved: it waits to be sent. Where another tab has saved the same draft with other content, both are kept
 * under the same key: the server stores the first, and the second comes back as a conflict that both can see.
 */
export async function finish(one, opened) {
  const write = (await base()).transaction("items", "readwrite");
  const there = one.id === undefined ? undefined : await write.store.get(one.id);
  const kept = { ...one, fate: "waiting", tried: false, answer: null, made_at: Date.now() };
  if (there?.hidden) {
    // what was deleted meanwhile is being taken back under its key: saved all the same, it is an entry of its own
    const anew = { ...kept, key: crypto.randomUUID() };
    return { ...anew, id: await write.store.add(without(anew, "id")) };
  }
  if (there && !ours(there, opened)) {
    if (there.key === one.key && JSON.stringify(there.body) === JSON.stringify(one.body)) return there;
    return { ...kept, id: await write.store.add(without(kept, "id")) };
  }
  const id = await (there ? write.store.put(kept) : write.store.add(without(kept, "id")));
  await write.done;
  return { ...kept, id };
}

function without(one, name) {
  const { [name]: _left, ...rest } = one;
  return rest;
}

/** Change an item where it is, if it still is as `holds` says; gives it, or undefined where it is not. */
export async function change(id, changes, holds = () => true) {
  const write = (await base()).transaction("items", "readwrite");
  const there = await write.store.get(id);
  const changed = there && holds(there) ? { ...there, ...changes } : undefined;
  if (changed) await write.store.put(changed);
  await write.done;
  return changed;
}

const UNDONE_BY = { log: ["take_back", "row"], call_out: ["never_out", "call_out"] };

/**
 * Let go of an item. What may have reached the server is taken back there as well, by an item that comes after it;
 * all else is just gone. With `again` what has not left the phone becomes a draft instead. Gives what was done.
 */
export async function letGo(id, again = false) {
  const write = (await base()).transaction("items", "readwrite");
  const there = await write.store.get(id);
  const undone = await undo(write.store, there, again);
  await write.done;
  return undone;
}

async function undo(store, there, again) {
  if (!there) return "gone";
  const left = there.fate === "sent" ? again : there.fate === "waiting" && there.tried;
  if (left && UNDONE_BY[there.do]) {
    const [what, names] = UNDONE_BY[there.do];
    await store.put({ ...there, hidden: true });
    const body = { [names]: there.key };
    await store.add({ do: what, body, key: crypto.randomUUID(), who: there.who, fate: "waiting", made_at: Date.now() });
    return "taken_back";
  }
  if (again) await store.put({ ...there, fate: "draft" });
  else await store.delete(there.id);
  return again ? "draft" : "gone";
}

export async function remove(id) {
  await (await base()).delete("items", id);
}

/** Let go of what was sent some days ago: the server has it. */
export async function tidy() {
  const old = (await items()).filter((each) => each.fate === "sent" && Date.now() - each.sent_at > SENT_FOR);
  for (const each of old) await remove(each.id);
}

export async function kept(name) {
  return (await base()).get("kept", name);
}

export async function keepAs(name, value) {
  await (await base()).put("kept", value, name);
}

/** Whether the phone is nearly full; false where it can't say. */
export async function littleRoom() {
  if (!navigator.storage?.estimate) return false;
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return quota > 0 && (quota - usage < LITTLE || usage / quota > FULL);
}
