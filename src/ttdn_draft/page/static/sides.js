// Two texts side by side: the paragraphs that differ, and in them the words that do.

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

/** Rows of what stands in only one of two lists, and of what both have where `all` is wanted: [mine, theirs, isSame]. */
function differences(one, other, glue, all = false) {
  const table = common(one, other);
  const rows = [];
  let [i, j] = [0, 0];
  let row = [[], []];
  const close = () => { if (row[0].length || row[1].length) rows.push([...row.map((lines) => lines.join(glue)), false]); row = [[], []]; };
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) { close(); if (all) rows.push([one[i], one[i], true]); i += 1; j += 1; }
    else if (j >= other.length || (i < one.length && table[i + 1][j] >= table[i][j + 1])) row[0].push(one[i++]);
    else row[1].push(other[j++]);
  }
  close();
  return rows;
}

const MOST = 2000; // words of a paragraph that are compared one by one
const wordsOf = (text) => text.split(/(\s+|[.,;:()“”"]+)/).filter(Boolean);

/** The words of two paragraphs as nodes, those marked that only one of them has. */
function marked(mine, theirs) {
  const [one, other] = [wordsOf(mine), wordsOf(theirs)];
  if (!mine || !theirs || one.length > MOST || other.length > MOST) return [[mine && h("ins", {}, mine)], [theirs && h("del", {}, theirs)]];
  const rows = differences(one, other, "", true);
  const side = (at, element) => rows.map((row) => (row[2] ? row[at] : row[at] && h(element, {}, row[at])));
  return [side(0, "ins"), side(1, "del")];
}

/** A table of what differs between her text and the other. */
export function compareTexts(mine, theirs) {
  const row = (one, other) => h("tr", {}, marked(one, other).map((nodes) => h("td", {}, nodes.filter(Boolean))));
  return h("div", { class: "tb sides", tabindex: "0", role: "region", "aria-label": t("conflict.sides") }, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("sides.mine")), h("th", { scope: "col" }, t("sides.theirs")))),
    h("tbody", {}, differences(parts(mine), parts(theirs), "\n").map(([one, other]) => row(one, other)))));
}
