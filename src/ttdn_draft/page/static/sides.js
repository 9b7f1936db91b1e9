// Two texts side by side, paragraph by paragraph, with what differs marked.

import { h } from "./dom.js";
import { t } from "./words.js";

const parts = (text) => text.split(/\n+/).filter((line) => line.trim());

/** Which lines of two lists are common: the longest common order of them. */
function common(one, other) {
  const table = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      table[i][j] = one[i] === other[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

/** Rows of what stands in only one of two texts: [mine, theirs]. */
function differences(mine, theirs) {
  const [one, other] = [parts(mine), parts(theirs)];
  const table = common(one, other);
  const rows = [];
  let [i, j] = [0, 0];
  let row = [[], []];
  const close = () => { if (row[0].length || row[1].length) rows.push(row.map((lines) => lines.join("\n"))); row = [[], []]; };
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) { close(); i += 1; j += 1; }
    else if (j >= other.length || (i < one.length && table[i + 1][j] >= table[i][j + 1])) row[0].push(one[i++]);
    else row[1].push(other[j++]);
  }
  close();
  return rows;
}

/** A table of what differs between her text and the other. */
export function compareTexts(mine, theirs) {
  const cell = (words, element) => h("td", {}, words ? h(element, {}, words) : "");
  return h("div", { class: "tb sides", tabindex: "0", role: "region", "aria-label": t("conflict.sides") }, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("sides.mine")), h("th", { scope: "col" }, t("sides.theirs")))),
    h("tbody", {}, differences(mine, theirs).map(([one, other]) => h("tr", {}, cell(one, "ins"), cell(other, "del"))))));
}
