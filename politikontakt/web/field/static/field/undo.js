// For ten seconds after saving one can undo. What has not left the phone becomes a draft again; what has is taken back.

import { item, kept, letGo } from "./keeping.js";
import { showOutbox, whatOf } from "./outbox.js";
import { field, make, word } from "./shell.js";

const WITHIN = 10_000;

/** Show the offer for what was saved just now: the page's address says which item. */
export async function showUndo(deliver) {
  const id = Number(new URLSearchParams(location.search).get("saved"));
  if (!id) return;
  history.replaceState(null, "", field.home);
  const saved = await item(id);
  const left = saved ? WITHIN - (Date.now() - saved.made_at) : 0;
  if (left > 0) offer(saved, left, await kept("pack"), deliver);
}

function offer(saved, left, pack, deliver) {
  const button = make("button", { class: "ds-button", "data-variant": "secondary", type: "button" }, word("undo"));
  const box = make("div", { class: "ds-alert pk-undo", "data-color": "success", id: "undo" });
  box.append(make("p", {}, word("logged", { what: whatOf(saved, pack) })), button);
  const over = setTimeout(() => box.remove(), left);
  button.addEventListener("click", async () => {
    clearTimeout(over);
    const undone = await letGo(saved.id, true);
    box.replaceChildren(make("p", {}, word(undone === "draft" ? "undone" : "undone_sent")));
    await showOutbox(deliver);
    deliver();
  });
  // Outside the part that is made fresh, so that it stays its ten seconds.
  document.getElementById("content").before(box);
}
