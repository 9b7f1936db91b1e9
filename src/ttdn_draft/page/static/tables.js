// Tables of her text: a new one, and rows and columns more or less.

import { button, dialog, field, h, say } from "./dom.js";
import { extent } from "./runs.js";
import { t } from "./words.js";

const row = (count, words) => `| ${Array.from({ length: count }, (_, at) => words(at)).join(" | ")} |`;

/** The lines of an empty table. */
function emptyTable(columns, rows) {
  return [row(columns, (at) => t("table.column", { n: at + 1 })), row(columns, () => "---"), ...Array.from({ length: rows }, () => row(columns, () => " "))].join("\n");
}

/** Asks how large, and puts a table behind the block where she is. */
export function newTable(desk) {
  const block = desk.toolbar.block();
  if (!block || block.ghost || block.kind === "note") { say(t("tool.nowhere")); return; }
  const number = (value, most) => h("input", { type: "number", min: 1, max: most, value, class: "short" });
  const [columns, rows] = [number(3, 12), number(3, 100)];
  const put = (event) => {
    event.preventDefault();
    box.close();
    const [, last] = extent(desk.manuscript.text, block);
    const end = block.kind === "table" ? block.end : last;
    const text = `\n\n${emptyTable(Number(columns.value), Number(rows.value))}`;
    const after = /^\n\n|^\s*$/.test(desk.manuscript.text.slice(end)) ? "" : "\n";
    desk.edit([{ start: end, end, text: text + after }], t("table.done"), { place: end + 4, whole: true });
  };
  const box = dialog(t("table.new"), h("form", { on: { submit: put } }, h("div", { class: "pair" }, field(t("table.columns"), columns), field(t("table.rows"), rows)),
    h("div", { class: "row" }, h("button", { type: "submit", class: "btn p s" }, t("table.put")), button(t("close"), "q s", () => box.close()))));
  columns.focus();
}

/** Buttons for rows and columns, seen while she is in a table. */
export function tableTools(desk) {
  const act = (change) => () => desk.editor.whenRead(() => {
    const place = spot(desk);
    if (place) change(desk, place);
  });
  const one = (word, change) => h("button", { type: "button", on: { mousedown: (event) => event.preventDefault(), click: act(change) } }, t(word));
  const tools = h("span", { class: "cells", hidden: true }, h("span", { class: "sep" }), one("table.row.more", addRow), one("table.row.less", dropRow), one("table.column.more", (d, p) => setColumns(d, p, 1)), one("table.column.less", (d, p) => setColumns(d, p, -1)));
  desk.root.addEventListener("focusin", (event) => {
    const host = event.target.closest(".host");
    if (host) tools.hidden = !host.dataset.key.includes(".");
  });
  return tools;
}

function spot(desk) {
  const { here } = desk.editor;
  if (!here?.includes(".")) return null;
  const [key, r, column] = here.split(".").map(Number);
  const block = desk.manuscript.block(key);
  return { block, r, column, lines: desk.manuscript.text.slice(block.start, block.end).split("\n"), here };
}

/** The line of a table that holds a row: behind the header stands the line of dashes. */
const lineOf = (r) => (r === 0 ? 0 : r + 1);

function put(desk, { block, here }, lines, words) {
  const caret = desk.manuscript.unit(here)?.start;
  desk.edit([{ start: block.start, end: block.end, text: lines.join("\n") }], t(words), caret);
}

function addRow(desk, place) {
  const columns = place.block.cells[0].length;
  const lines = [...place.lines];
  lines.splice(Math.max(lineOf(place.r), 1) + 1, 0, row(columns, () => " "));
  put(desk, place, lines, "table.row.added");
}

function dropRow(desk, place) {
  if (place.r === 0 || place.block.cells.length < 3) { say(t("table.row.keep")); return; }
  put(desk, place, place.lines.filter((_, at) => at !== lineOf(place.r)), "table.row.dropped");
}

/** One column more behind hers, or hers less. */
function setColumns(desk, place, by) {
  const { block, column, lines } = place;
  if (by < 0 && block.cells[0].length < 2) { say(t("table.column.keep")); return; }
  const changed = lines.map((line, at) => {
    const parts = cellsOf(line);
    if (by < 0) parts.splice(column, 1);
    else parts.splice(column + 1, 0, at === 1 ? " --- " : at === 0 ? ` ${t("table.column", { n: parts.length + 1 })} ` : "   ");
    return `|${parts.join("|")}|`;
  });
  put(desk, place, changed, by < 0 ? "table.column.dropped" : "table.column.added");
}

/** The cells of a line, with their blanks; a sign behind a backslash does not part them. */
function cellsOf(line) {
  const inner = line.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/);
}
