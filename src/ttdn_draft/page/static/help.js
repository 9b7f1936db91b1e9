// Help: what is where and which keys there are, in a dialog, so that she keeps her place.

import { button, dialog, h } from "./dom.js";
import { rich, t } from "./words.js";

const KEYS = ["tab", "f8", "enter", "esc", "tabs", "rows", "save", "undo", "format", "heading", "f1"];

/** Opens the help. */
export function showHelp() {
  if (document.querySelector("dialog[open]")) return;
  const row = (key) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, t(`key.${key}`))), h("td", {}, t(`key.${key}.does`)));
  const box = dialog(t("menu.tro-giup"), ["desk", "marks", "saved", "word"].map((part) => h("p", {}, rich(`help.${part}`))),
    h("h3", {}, t("help.keys")), h("div", { class: "tb" }, h("table", {}, h("tbody", {}, KEYS.map(row)))),
    h("p", {}, button(t("close"), "p s", () => box.close())));
}
