// A field with a list that is searched without accents: choices in, the chosen one out.

import { h, newId } from "./dom.js";

/** Words without accents and capitals, for searching. */
export const bare = (words) => words.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

/** The input of such a field, with `choices` [{id, name}]; `chosen` is told the choice, or null where it is emptied. */
export function combo(choices, chosen) {
  const listId = newId();
  const list = h("ul", { class: "list", role: "listbox", id: listId, hidden: true });
  const input = h("input", { role: "combobox", "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list", autocomplete: "off", lang: "vi", class: "in" });
  const box = h("div", { class: "combo" }, input, list);
  let [all, shown, at, current] = [choices, [], -1, null];
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  const take = (one) => { current = one; input.value = one ? one.name : ""; close(); chosen(one); };
  const light = (next) => {
    at = next;
    [...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (at >= 0) { input.setAttribute("aria-activedescendant", list.children[at].id); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const open = (words) => {
    const sought = bare(words);
    shown = all.filter((one) => bare(one.name).includes(sought)).sort((one, other) => Number(!bare(one.name).startsWith(sought)) - Number(!bare(other.name).startsWith(sought))).slice(0, 60);
    list.replaceChildren(...shown.map((one) => h("li", { role: "option", id: newId(), "aria-selected": "false",
      on: { mousedown: (event) => { event.preventDefault(); take(one); } } }, one.name)));
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    at = -1;
  };
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("click", () => { if (list.hidden) open(""); });
  input.addEventListener("blur", () => {
    const words = bare(input.value.trim());
    if (current && words === bare(current.name)) { close(); return; }
    const found = words ? all.find((one) => bare(one.name) === words) || (shown.length && !list.hidden ? shown[0] : null) : null;
    if (found || current) take(found);
    else { input.value = ""; close(); }
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open("");
      if (shown.length) light((at + (event.key === "ArrowDown" ? 1 : shown.length - 1 + Number(at < 0))) % shown.length);
    } else if (event.key === "Enter" && !list.hidden && shown.length) { event.preventDefault(); take(shown[Math.max(0, at)]); }
    else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
  });
  return { box, input, offer: (more) => { all = more; }, set: (one) => { current = one; input.value = one ? one.name : ""; } };
}
