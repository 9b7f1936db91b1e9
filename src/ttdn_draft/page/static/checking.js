// Kiểm tra tệp Word: its words at the left, findings at the right, copies with comments or mended; the file stays.

import { Ended, call, callWithFile } from "./call.js";
import { $, $$, button, h, pickFile, say, tag, takesDrops } from "./dom.js";
import { faultBox } from "./faults.js";
import { takeOver } from "./handing.js";
import { codeOf } from "./remarks.js";
import { rich, t } from "./words.js";

const LOOK = { error: "e", warning: "a", info: "b" };
const FILTERS = ["", "error", "warning", "info", "fix"];
let kept = null;

/** Shows the view in `root`: the drop, or the file that was dropped before. */
export async function show(root) {
  const file = takeOver();
  if (file) { await read(root, file); return; }
  if (kept) new Checking(root, kept).draw();
  else drawDrop(root, null);
}

function drawDrop(root, problem) {
  const given = (file) => read(root, file);
  const drop = h("div", { class: "drop big" }, h("b", {}, t("start.drop")), h("span", { class: "note" }, t("check.drop.text")), button(t("choose.file"), "p s", () => pickFile(".docx", given)));
  takesDrops(drop, given);
  root.replaceChildren(h("div", { class: "wrap" }, h("h1", {}, t("menu.kiem-tra")), h("p", { class: "lead" }, t("start.kiem-tra.text")), problem ? faultBox(problem) : null, drop));
}

async function read(root, file) {
  root.replaceChildren(h("div", { class: "wrap" }, h("h1", {}, file.name), h("p", { class: "note", role: "status" }, t("check.reading"))));
  try {
    const found = await callWithFile("word", file);
    const chosen = new Set(found.findings.map((one, at) => at).filter((at) => found.findings[at].is_safe));
    kept = { ...found, name: file.name, chosen, filter: "", current: 0 };
    new Checking(root, kept).draw();
  } catch (problem) { if (!(problem instanceof Ended)) drawDrop(root, problem); }
}

/** The findings of one Word file. */
class Checking {
  constructor(root, all) {
    Object.assign(this, { root, all });
  }

  draw() {
    const other = button(t("check.other"), "s q", () => { kept = null; drawDrop(this.root, null); });
    this.root.replaceChildren(h("div", { class: "chk" }, h("div", { class: "bar" }, h("h1", { tabindex: "-1" }, this.all.name), h("span", { class: "sp" }), other,
      button(t("check.comments"), "s", () => this.copy("comments")), button("", "p s", () => this.copy("mended"), { id: "mended" })),
    h("section", { class: "pane" }, h("div", { class: "sc", tabindex: "0", role: "region", "aria-label": t("check.words") }, h("div", { class: "sheet", id: "sheet", lang: "vi" }))),
    h("section", { class: "pane l" }, h("div", { class: "prog" }, h("p", { id: "check-sum" }), h("div", { class: "filters", role: "group", "aria-label": t("filter"), id: "check-filters" })),
      h("div", { class: "sc", tabindex: "0", role: "region", "aria-label": t("tab.remarks") }, h("ul", { class: "fl", id: "check-list" })))));
    this.fill();
    $(".bar h1", this.root).focus();
  }

  count(level) {
    return this.all.findings.filter((one) => (level === "fix" ? one.fixable : !level || one.level === level)).length;
  }

  fill() {
    const { findings, chosen, filter } = this.all;
    $("#check-sum").replaceChildren(...rich("check.sum", { errors: this.count("error"), warnings: this.count("warning"), infos: this.count("info") }), " ", t("check.sum.copy"));
    $("#mended").textContent = t("check.mended", { n: chosen.size });
    $("#mended").setAttribute("aria-disabled", String(!chosen.size));
    $("#check-filters").replaceChildren(...FILTERS.map((name) => button(`${t(`check.filter.${name || "all"}`)} ${this.count(name)}`, "s", () => this.choose(name), { "aria-pressed": String(filter === name), "data-filter": name })));
    const rows = findings.map((one, at) => [one, at]).filter(([one]) => !filter || (filter === "fix" ? one.fixable : one.level === filter));
    $("#check-list").replaceChildren(...(rows.length ? rows.map(([one, at]) => this.row(one, at)) : [h("li", { class: "empty" }, t(findings.length ? "roll.empty" : "remarks.none"))]));
    this.sheet();
  }

  choose(name) {
    this.all.filter = name;
    this.fill();
    $$("[data-filter]").find((one) => one.dataset.filter === name).focus();
  }

  row(one, at) {
    const isCurrent = at === this.all.current;
    const will = this.all.chosen.has(at) ? [" ", tag(t("check.will"), "o")] : null;
    return h("li", { class: isCurrent ? "cur" : "" }, h("button", { type: "button", class: "h", "aria-expanded": String(isCurrent), "data-at": at, on: { click: () => this.go(at) } },
      tag(t(`level.${one.level}`), LOOK[one.level]), h("span", {}, `${at + 1}. ${one.title}`, will)), isCurrent ? this.body(one, at) : null);
  }

  body(one, at) {
    const turn = () => { if (this.all.chosen.has(at)) this.all.chosen.delete(at); else this.all.chosen.add(at); this.fill(); $("[data-turn]").focus(); };
    return h("div", { class: "body" }, one.label ? h("p", { class: "fix", lang: "vi" }, one.label) : null,
      h("p", { class: "src" }, one.remedy ? [h("b", {}, t("remarks.do")), " ", one.remedy, h("br")] : null, one.clause ? [h("b", {}, t("remarks.by")), " ", one.clause, h("br")] : null, codeOf(one)),
      h("div", { class: "row" }, one.fixable ? button(t(this.all.chosen.has(at) ? "check.not" : "check.fix"), "s", turn, { "data-turn": "" }) : null,
        button(t("check.next"), "s q", () => this.go((at + 1) % this.all.findings.length, true))));
  }

  /** Makes a finding the current one, in the list and in the words. */
  go(at, isNext = false) {
    this.all.current = at;
    if (isNext) this.all.filter = "";
    this.fill();
    const head = $(`#check-list [data-at="${at}"]`);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: "nearest" });
    $(`#sheet [data-n="${at}"]`)?.scrollIntoView({ block: "center" });
  }

  sheet() {
    $("#sheet").replaceChildren(...this.all.lines.map((line) => h("p", { class: zoneLook(line.zone) }, this.words(line))));
  }

  /** The words of a line; findings of a part are marked there, those of the whole line behind it. */
  words(line) {
    const found = line.findings.map((at) => ({ at, ...this.all.findings[at] })).sort((one, other) => one.start - other.start);
    const [parts, whole] = [[], []];
    let done = 0;
    for (const one of found) {
      const start = Math.max(one.start, done);
      const isPart = one.end > start && one.end - one.start < line.text.length;
      if (!isPart) { whole.push(this.sign(one, "")); continue; }
      parts.push(line.text.slice(done, start), this.sign(one, line.text.slice(start, one.end)));
      done = one.end;
    }
    return [...parts, line.text.slice(done), ...whole];
  }

  /** The number of a finding, behind the words that it is about. */
  sign(one, words) {
    const isCurrent = one.at === this.all.current;
    return h("span", { class: `n ${LOOK[one.level]} ${isCurrent ? "cur" : ""}`, "data-n": one.at, on: { click: () => this.go(one.at) } }, words, h("sup", {}, one.at + 1));
  }

  async copy(kind) {
    if (kind === "mended" && !this.all.chosen.size) { say(t("check.none.chosen")); return; }
    try {
      const { path } = await call("word/ban-sao", { id: this.all.id, kind, chosen: [...this.all.chosen].sort((one, other) => one - other) });
      say(t(`check.${kind}.done`, { name: path }));
    } catch (problem) { if (!(problem instanceof Ended)) $("#check-sum").replaceChildren(faultBox(problem)); }
  }
}

const CENTRED = ["head", "number", "kind", "subject", "place_date", "title"];
const zoneLook = (zone) => (CENTRED.includes(zone) ? "ctr" : zone === "recipients" ? "small left" : zone === "signature" ? "ctr" : "");
