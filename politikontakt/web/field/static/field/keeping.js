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
    return await openDB(NAME, FORMAT, { upgrade, blocking: letGo, terminated: forget });
  } catch (error) {
    if (error.name !== "VersionError") throw error;
    return openDB(NAME, undefined, { blocking: letGo, terminated: forget }); // another tab has a newer app
  }
}

function upgrade(database) {
  if (!database.objectStoreNames.contains("items")) {
    database.createObjectStore("items", { keyPath: "id", autoIncrement: true });
  }
  if (!database.objectStoreNames.contains("kept")) database.createObjectStore("kept");
}

/** A newer app in another tab wants to change the shape: step aside, and open again at the next use. */
function letGo(_current, _blocked, event) {
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

/** Keep an item; gives it with its id. */
export async function keep(one) {
  const id = await (await base()).put("items", one);
  return { ...one, id };
}

/**
 * A draft is finished. Where another tab has finished the same draft already, with other content, both are kept under
 * the same key: the server stores the first, and the second comes back as a conflict that both can see.
 */
export async function finish(one) {
  const change = (await base()).transaction("items", "readwrite");
  const there = one.id === undefined ? undefined : await change.store.get(one.id);
  const taken = there && there.fate !== "draft";
  if (taken && JSON.stringify(there.body) === JSON.stringify(one.body)) {
    await change.done;
    return there;
  }
  const { id: _own, ...fresh } = one;
  const id = await change.store.put({ ...(taken ? fresh : one), fate: "waiting", made_at: Date.now() });
  await change.done;
  return { ...one, id };
}

/** Change an item where it is; gives it, or undefined where it is gone. */
export async function change(id, changes) {
  const write = (await base()).transaction("items", "readwrite");
  const there = await write.store.get(id);
  if (there) await write.store.put({ ...there, ...changes });
  await write.done;
  return there && { ...there, ...changes };
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
