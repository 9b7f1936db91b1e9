// Draws blocks as elements that can be typed in, and reads back what stands in them.

import { h } from "./dom.js";
import { spansOf } from "./runs.js";
import { t } from "./words.js";

const WORST = ["error", "warning"];

/** The runs of a unit cut where findings begin and end: what is drawn with one look. */
function segments(unit, findings) {
  const mine = findings.filter((one) => WORST.includes(one.level) && one.end > one.start);
  return unit.runs.flatMap((run) => {
    const met = mine.filter((one) => one.start < run.end && one.end > run.start);
    if (!met.length || run.raw) return [segment(run, run.text, met)];
    const cuts = [...new Set([run.start, run.end, ...met.flatMap((one) => [one.start, one.end])])]
      .filter((place) => place >= run.start && place <= run.end).sort((one, other) => one - other);
    return cuts.slice(0, -1).map((from, at) => segment(run, run.text.slice(from - run.start, cuts[at + 1] - run.start),
      met.filter((one) => one.start <= from && one.end > from)));
  });
}

function segment(run, text, met) {
  const level = WORST.find((name) => met.some((one) => one.level === name)) || "";
  const isGap = run.doubt && run.gap;
  const look = [run.doubt && (isGap ? "gap" : "doubt"), run.cited && "dan", run.note && "note", run.bold && "bold", run.italic && "italic",
    level === "error" && "er", level === "warning" && "wa"].filter(Boolean).join(" ");
  const number = met.length ? met.find((one) => one.level === level).number : "";
  return { text, look, doubt: run.doubt || "", finding: number ?? "", note: run.note || "", places: run.places || 0 };
}

/** Neighbours of the same look are one piece. */
function merged(pieces) {
  const kept = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    if (before && before.look === piece.look && before.doubt === piece.doubt && before.finding === piece.finding && !piece.note) before.text += piece.text;
    else if (piece.text) kept.push({ ...piece });
  }
  return kept;
}

const signed = (pieces) => pieces.map((one) => `${one.look}|${one.doubt}|${one.finding}|${one.text}`).join("¦");

/** How a unit should look; equal signs mean that nothing need be drawn. */
export const sign = (unit, findings) => signed(merged(segments(unit, findings)));

/** How a host looks now, as the browser left it. */
export function signOf(host) {
  const pieces = [...host.childNodes].filter((node) => node.nodeName !== "BR").map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return { text: node.data, look: "", doubt: "", finding: "", note: "" };
    const plain = [...node.childNodes].every((child) => child.nodeType === Node.TEXT_NODE);
    return { text: node.textContent, look: plain ? node.className : "?", doubt: node.dataset.doubt || "", finding: node.dataset.finding || "", note: node.dataset.note || "" };
  });
  return signed(merged(pieces));
}

/** Draws a unit into its host. */
export function draw(host, unit, findings) {
  const pieces = merged(segments(unit, findings));
  host.replaceChildren(...pieces.map(element));
  if (!pieces.length || pieces.at(-1).text.endsWith("\n")) host.append(document.createElement("br"));
}

function element(piece) {
  if (!piece.look) return document.createTextNode(piece.text);
  const name = piece.doubt ? "mark" : piece.note ? "sup" : "span";
  return h(name, { class: piece.look, "data-doubt": piece.doubt || null, "data-finding": piece.finding === "" ? null : piece.finding,
    "data-note": piece.note || null, title: piece.note ? t("desk.note.mark") : piece.places > 1 ? t("questions.same", { n: piece.places }) : null }, piece.text);
}

const BREAK = /\u200b/g;

/** What stands in a host, as she sees it. */
export function readText(host) {
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeName === "BR") text += node === host.lastChild ? "" : "\n";
    else node.childNodes.forEach(walk);
  };
  host.childNodes.forEach(walk);
  return text.replace(/\u00a0/g, "\u00a0").replace(BREAK, "");
}

/** How far a place of the selection is from the beginning of a host. */
export function offsetIn(host, node, offset) {
  if (!host.contains(node)) return null;
  let at = 0;
  let found = null;
  const walk = (one) => {
    if (found !== null) return;
    if (one === node && one.nodeType === Node.TEXT_NODE) { found = at + offset; return; }
    if (one.nodeType === Node.TEXT_NODE) { at += one.data.length; return; }
    if (one.nodeName === "BR" && one !== host.lastChild) { at += 1; return; }
    one.childNodes.forEach((child, number) => { if (one === node && number === offset && found === null) found = at; walk(child); });
    if (one === node && found === null) found = at;
  };
  walk(host);
  return found ?? at;
}

/** Puts the caret, or a selection, into a host. */
export function select(host, from, to = from) {
  const selection = getSelection();
  const [a, b] = [spot(host, from), spot(host, to)];
  selection.setBaseAndExtent(a.node, a.offset, b.node, b.offset);
}

function spot(host, at) {
  let left = at;
  let last = { node: host, offset: 0 };
  const walk = (one) => {
    if (one.nodeType === Node.TEXT_NODE) {
      if (left <= one.data.length) return { node: one, offset: left };
      left -= one.data.length;
      last = { node: one, offset: one.data.length };
      return null;
    }
    for (const child of one.childNodes) {
      const found = walk(child);
      if (found) return found;
    }
    return null;
  };
  return walk(host) || last;
}

/** What marks a doubt in a unit: where it stands in what she sees, or null. */
export function doubtIn(unit, id) {
  const number = unit.runs.findIndex((run) => run.doubt === id);
  return number < 0 ? null : spansOf(unit.runs)[number];
}

const names = { heading: "block.heading", item: "block.item", note: "block.note", annex: "block.annex" };

/** The name of a block for a reader of the screen. */
export const blockName = (block) => `${t(names[block.kind] || "block.paragraph")}${block.label ? ` ${block.label}` : ""}`;
