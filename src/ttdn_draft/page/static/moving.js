// Arrow keys from one block to the next, as if the text were one.

import { offsetIn, select } from "./blocks.js";
import { $$ } from "./dom.js";

/** Moves the caret to the block above, below, before or behind where it stands at the edge of its own; whether it did. */
export function arrowMove(editor, event) {
  if (event.altKey || event.shiftKey || event.metaKey) return false;
  const host = event.target.closest(".host");
  const selection = getSelection();
  if (!host || !selection.isCollapsed) return false;
  if (event.ctrlKey) return jump(editor, event.key);
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") return sideways(editor, host, event.key === "ArrowRight", selection);
  if (event.key === "ArrowUp" || event.key === "ArrowDown") return upright(editor, host, event.key === "ArrowDown");
  return false;
}

const STEPS = { ArrowLeft: ["left", "character", "word"], ArrowRight: ["right", "character", "word"], ArrowUp: ["backward", "line", "paragraph"],
  ArrowDown: ["forward", "line", "paragraph"], Home: ["backward", "lineboundary", "documentboundary"], End: ["forward", "lineboundary", "documentboundary"] };

/** Whether a key moves the caret. */
export const isCaretMove = (event) => event.key in STEPS && !event.altKey && !event.metaKey;

/** Moves the caret as the browser would by a key, where its own move was held back. */
export function caretMove(editor, { key, shiftKey, ctrlKey }) {
  const target = document.activeElement;
  if (!editor.caret() || arrowMove(editor, { key, shiftKey, ctrlKey, target })) return;
  const [way, step, far] = STEPS[key];
  getSelection().modify(shiftKey ? "extend" : "move", way, ctrlKey ? far : step);
}

/** Moves to the next cell of a table, or the one before, as in Word; whether it did: behind the last cell Tab leaves. */
export function tabMove(editor, back) {
  const host = document.activeElement?.closest?.(".host");
  const target = host?.dataset.key.includes(".") && beside(editor, host, !back);
  if (!target || Number.parseInt(target.dataset.key, 10) !== Number.parseInt(host.dataset.key, 10)) return false;
  editor.focusAt(target.dataset.key, 0, target.textContent.length);
  return true;
}

const hosts = (editor) => $$(".host[contenteditable]", editor.root);
const beside = (editor, host, forward) => {
  const all = hosts(editor);
  return all[all.indexOf(host) + (forward ? 1 : -1)];
};

function jump(editor, key) {
  if (key !== "Home" && key !== "End") return false;
  const target = hosts(editor).at(key === "Home" ? 0 : -1);
  editor.focusAt(target.dataset.key, key === "Home" ? 0 : target.textContent.length);
  return true;
}

function sideways(editor, host, forward, selection) {
  const at = offsetIn(host, selection.focusNode, selection.focusOffset);
  if (at !== (forward ? host.textContent.length : 0)) return false;
  const target = beside(editor, host, forward);
  if (target) editor.focusAt(target.dataset.key, forward ? 0 : target.textContent.length);
  return Boolean(target);
}

/** Where the caret is drawn; an empty block has none of its own. */
function caretBox(host) {
  const box = getSelection().getRangeAt(0).getClientRects()[0];
  if (box) return box;
  const frame = host.getBoundingClientRect();
  return { left: frame.left, top: frame.top, bottom: frame.top + 20 };
}

function upright(editor, host, down) {
  const box = caretBox(host);
  const frame = host.getBoundingClientRect();
  const line = (box.bottom - box.top) * 0.8;
  if (down ? box.bottom + line < frame.bottom : box.top - line > frame.top) return false;
  const target = beside(editor, host, down);
  if (!target) return false;
  target.focus({ preventScroll: true });
  editor.reveal(target);
  const goal = target.getBoundingClientRect();
  putNear(target, box.left, down ? goal.top + 8 : goal.bottom - 8);
  return true;
}

function putNear(host, x, y) {
  const found = document.caretPositionFromPoint?.(x, y);
  const range = found ? null : document.caretRangeFromPoint?.(x, y);
  const [node, offset] = found ? [found.offsetNode, found.offset] : [range?.startContainer, range?.startOffset];
  const at = node && offsetIn(host, node, offset);
  select(host, at ?? host.textContent.length);
}
