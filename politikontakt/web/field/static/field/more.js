// What lies on this phone, and what happens to it when one signs out.

import { items, keepAs, littleRoom } from "./keeping.js";
import { field, word } from "./shell.js";

export async function begin() {
  const all = await items();
  const count = (fate) => all.filter((each) => each.fate === fate).length;
  const said = [word("on_phone", { waiting: count("waiting") + count("needs"), drafts: count("draft") })];
  if (await littleRoom()) said.push(word("little_room"));
  document.getElementById("room").textContent = said.join(" ");
  document.querySelector(`form[action="${field.sign_out}"]`)?.addEventListener("submit", forgetPages);
}

/** The pages and the pack show plans, notes and listed names; whoever has the phone next shall not. What waits stays. */
function forgetPages() {
  keepAs("pack", null);
  keepAs("cards", null);
  caches.keys().then((names) => names.filter((each) => each.includes(field.home)).forEach((each) => caches.delete(each)));
}
