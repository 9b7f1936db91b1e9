// Năm sau: last year's file in, every change with before and after; what she takes goes into a draft of the new year.

import { Ended, callWithFile, call } from "./call.js";
import { $, $$, button, dialog, field, goTo, h, pickFile, say, tag, takesDrops } from "./dom.js";
import { faultBox } from "./faults.js";
import { askBack } from "./asking.js";
import { takeOver } from "./handing.js";
import { rich, t } from "./words.js";

const now = new Date();
const OPEN = "open";

/** What "Nhận" says of a change: one doubt that she saw with its source is not asked again. */
const taken = (one) => (one.settled ? "settle" : "take");
let kept = null;

/** Shows the view in `root`: the drop, or the changes of the file that was dropped before. */
export async function show(root) {
  const file = takeOver();
  if (file) { await read(root, file, guessYear()); return; }
  if (kept) new Rolling(root, kept).draw();
  else drawDrop(root, null);
}

const guessYear = () => now.getFullYear() + (now.getMonth() > 8 ? 1 : 0);

function drawDrop(root, problem, last = {}) {
  const year = h("input", { class: "short", inputmode: "numeric", maxlength: "4", value: last.year || guessYear() });
  const given = (file) => read(root, file, Number(year.value) || guessYear());
  const drop = h("div", { class: "drop big" }, h("b", {}, t("roll.drop")), h("span", { class: "note" }, t("roll.drop.text")),
    button(t("choose.file"), problem ? "s" : "p s", () => pickFile(".docx,.md,.yaml,.json", given)));
  takesDrops(drop, given);
  root.replaceChildren(h("div", { class: "wrap" }, h("h1", {}, t("start.nam-sau")), h("p", { class: "lead" }, t("start.nam-sau.text")),
    problem ? h("p", { class: "note" }, t("roll.file", { name: last.file.name })) : null, problem ? faultBox(problem) : null, field(t("roll.year"), year),
    problem ? askBack(problem, last, (more) => read(root, last.file, Number(year.value) || guessYear(), more)) : null, drop));
}

async function read(root, file, year, more = {}) {
  root.replaceChildren(h("div", { class: "wrap" }, h("h1", {}, file.name), h("p", { class: "note", role: "status" }, t("roll.reading"))));
  try {
    const found = await callWithFile("nam-sau", file, { ...more, "X-Nam": String(year) });
    kept = { ...found, file: file.name, states: {}, filter: OPEN, shown: null };
    new Rolling(root, kept).draw();
  } catch (problem) { if (!(problem instanceof Ended)) drawDrop(root, problem, { file, year, more }); }
}

/** The list of changes of one file. */
class Rolling {
  constructor(root, all) {
    Object.assign(this, { root, all });
    root.onkeydown = (event) => this.key(event);
  }

  state(one) {
    return this.all.states[one.id] ?? (one.state === OPEN ? OPEN : one.state);
  }

  isOpen(one) {
    return this.state(one) === OPEN;
  }

  draw() {
    const { changes, file, new: year } = this.all;
    this.all.shown ??= changes.filter((one) => this.isOpen(one)).map((one) => one.id);
    const other = button(t("roll.other"), "q s", () => { kept = null; drawDrop(this.root, null); });
    this.root.replaceChildren(h("div", { class: "wrap broad" }, h("div", { class: "calhead" }, h("h1", {}, t("roll.title", { name: file, year })), other),
      h("p", { class: "lead", id: "roll-lead" }), h("div", { class: "filters", role: "group", "aria-label": t("filter"), id: "roll-filters" }),
      h("div", { class: "chh", "aria-hidden": "true" }, h("span", {}, t("roll.before")), h("span", {}, t("roll.after", { year })), h("span", {}, t("roll.why"))),
      h("ul", { class: "ch", id: "roll-list" })), this.foot());
    this.fill();
  }

  foot() {
    const keys = h("span", { class: "note" }, h("kbd", {}, "↓"), " ", h("kbd", {}, "↑"), ` ${t("roll.key.move")} `, h("kbd", {}, "N"), ` ${t("roll.key.take")} `, h("kbd", {}, "G"), ` ${t("roll.key.keep")}`);
    return h("div", { class: "sum" }, h("span", { id: "roll-left", "aria-live": "polite" }), h("span", { class: "row" }, keys, button(t("roll.on"), "p", () => this.goOn())));
  }

  fill() {
    const { changes, states } = this.all;
    const open = changes.filter((one) => this.isOpen(one)).length;
    const done = changes.filter((one) => (one.state === "changed" && states[one.id] !== "keep") || /^(take|settle|edit|drop)/.test(states[one.id] || "")).length;
    $("#roll-lead").replaceChildren(...rich("roll.lead", { done, n: open }));
    $("#roll-left").replaceChildren(...(open ? rich("roll.left", { n: open }) : [t("roll.left.none")]));
    this.filters(changes, open);
    const rows = this.visible().map((one) => this.row(one));
    $("#roll-list").replaceChildren(...(rows.length ? rows : [h("li", { class: "empty" }, t("roll.empty"))]));
  }

  filters(changes, open) {
    const groups = [...new Set(changes.map((one) => one.group))].map((name) => [name, name, changes.filter((one) => one.group === name).length]);
    const one = ([name, words, count]) => button(`${words} ${count}`, "s", () => this.choose(name), { "aria-pressed": String(this.all.filter === name), "data-filter": name });
    $("#roll-filters").replaceChildren(...[[OPEN, t("roll.open"), open], ["", t("all"), changes.length], ...groups].map(one));
  }

  choose(name) {
    this.all.filter = name;
    this.all.shown = this.all.changes.filter((one) => this.isOpen(one)).map((one) => one.id);
    this.fill();
    $$("[data-filter]").find((one) => one.dataset.filter === name)?.focus();
  }

  /** Rows keep their place until the filter changes, so that nothing jumps. */
  visible() {
    const { changes, filter, shown } = this.all;
    if (filter === OPEN) return changes.filter((one) => shown.includes(one.id));
    return filter ? changes.filter((one) => one.group === filter) : changes;
  }

  row(one) {
    const state = this.state(one);
    const isDropped = state === "drop";
    const old = state === "keep" || (one.state === "left" && !isDropped && !state.startsWith("edit:"));
    const after = state.startsWith("edit:") ? state.slice(5) : state === "settle" ? one.settled : one.after;
    const around = (words, element, isPlain) => [one.lead, words ? h(isPlain ? "span" : element, {}, words) : h("span", { class: "note" }, t("roll.nothing")), one.tail];
    return h("li", { class: this.isOpen(one) ? "" : "done", "data-id": one.id },
      h("div", { class: "bf", lang: "vi" }, h("span", { class: "lbl" }, one.place || one.group), around(one.before, "del", old)),
      h("div", { class: "af", lang: "vi" }, h("span", { class: "lbl" }, this.stateTag(one, state)), isDropped ? h("span", { class: "note" }, t("roll.dropped")) : around(old ? one.before : after, "ins", old)),
      h("div", { class: "why" }, h("p", {}, one.why), h("p", { class: "src" }, t("source"), " ", one.source || t("source.none")), this.buttons(one)));
  }

  stateTag(one, state) {
    if (state === OPEN) return tag(t("roll.state.open"), "a");
    if (state === "left") return tag(t("roll.state.left"), "b");
    if (state === "keep" || state === "drop") return tag(t(`roll.state.${state}`));
    return tag(t(state === "changed" ? "roll.state.changed" : /^(take|settle)$/.test(state) ? "roll.state.take" : "roll.state.edit"), "o");
  }

  buttons(one) {
    const put = (state) => () => this.put(one, state);
    if (this.all.states[one.id]) return h("div", { class: "row" }, button(t("roll.again"), "s q", put("")));
    const first = one.state === OPEN ? button(t("roll.take"), "p s", put(taken(one))) : null;
    const drop = one.drop ? button(t(`drop.${one.drop}`), "s", put("drop")) : null;
    const isWritten = one.state !== "left" || one.before; // what has no words of its own in the text can be kept alone
    const keep = one.state === "left" ? button(t("roll.keep.sentence"), "s", put("keep")) : button(t("roll.keep"), "s", put("keep"));
    return h("div", { class: "row" }, first, keep, drop, isWritten ? button(t("roll.edit"), "s", () => this.edit(one)) : null);
  }

  /** The changes of one line go, and come back, together. */
  together(one, state) {
    const isDrop = state === "drop" || this.all.states[one.id] === "drop";
    return isDrop ? this.all.changes.filter((other) => other === one || (other.drop_at === one.drop_at && other.state === one.state)) : [one];
  }

  put(one, state) {
    for (const same of this.together(one, state)) {
      if (state) this.all.states[same.id] = state; else delete this.all.states[same.id];
    }
    this.fill();
    const rows = $$("#roll-list li[data-id]");
    const at = rows.findIndex((row) => row.dataset.id === one.id);
    const byId = new Map(this.all.changes.map((change) => [change.id, change]));
    const next = state ? rows.slice(at).concat(rows.slice(0, at)).find((row) => this.isOpen(byId.get(row.dataset.id))) : rows[at];
    $("button", next || rows[at])?.focus();
  }

  edit(one) {
    const words = h("textarea", { rows: 4, lang: "vi", value: this.state(one).startsWith("edit:") ? this.state(one).slice(5) : one.after || one.before });
    const put = (event) => { event.preventDefault(); box.close(); this.put(one, `edit:${words.value.trim()}`); };
    const box = dialog(t("roll.edit.title"), h("form", { on: { submit: put } }, field(t("questions.into"), words),
      h("div", { class: "row" }, h("button", { type: "submit", class: "btn p s" }, t("answer.use")), button(t("close"), "q s", () => box.close()))));
    words.focus();
  }

  key(event) {
    const row = event.target.closest?.("#roll-list li[data-id]");
    if (!row || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest("textarea, input")) return;
    const one = this.all.changes.find((change) => change.id === row.dataset.id);
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const state = { n: taken(one), g: "keep" }[event.key.toLowerCase()];
    if (step && row[step]) { event.preventDefault(); $("button", row[step])?.focus(); }
    else if (state && this.isOpen(one)) { event.preventDefault(); this.put(one, state); }
  }

  async goOn() {
    try {
      const { path } = await call("nam-sau/lay", { id: this.all.id, states: this.all.states });
      kept = null;
      say(t("roll.done", { name: path }));
      goTo("ban-soan", path);
    } catch (problem) { if (!(problem instanceof Ended)) $("#roll-lead").replaceChildren(faultBox(problem)); }
  }
}
