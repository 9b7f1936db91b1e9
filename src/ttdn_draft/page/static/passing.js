// Remarks that she passes over: a remark in; its kind, the reason and the last day go to the program, which keeps them.

import { call } from "./call.js";
import { button, dialog, field, h, say } from "./dom.js";
import { faultBox } from "./faults.js";
import { rich, t } from "./words.js";

const DAY = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;
const SOON = 60; // days: a year that ends sooner is not offered as the last

const shortDay = (iso) => iso.split("-").reverse().join("/");
const two = (number) => String(number).padStart(2, "0");

/** A day that she wrote, 31/12/2027, as 2027-12-31; nothing where there is no such day. */
function readDay(words) {
  const [, day, month, year] = (DAY.exec(words) || []).map(Number);
  const found = new Date(year, month - 1, day);
  return day && found.getMonth() === month - 1 && found.getDate() === day ? `${year}-${two(month)}-${two(day)}` : "";
}

/** The last day that is offered: the end of this year, or of the next where this one is nearly over. */
function lastDay(now = new Date()) {
  const end = new Date(now.getFullYear(), 11, 31);
  return `31/12/${(end - now) / 86400000 > SOON ? now.getFullYear() : now.getFullYear() + 1}`;
}

/** Asks for the reason and the last day, and has the remark passed over. */
export function passOver(desk, one) {
  const alike = desk.manuscript.findings.filter((other) => other.id === one.id).length;
  const reason = h("textarea", { rows: 2, lang: "vi", autocomplete: "off" });
  const until = h("input", { class: "short", value: lastDay(), autocomplete: "off" });
  const told = h("div", { role: "alert" });
  const put = async (event) => {
    event.preventDefault();
    const day = readDay(until.value);
    const lacking = !reason.value.trim() ? ["pass.no.reason", reason] : !day ? ["pass.no.day", until] : null;
    if (lacking) { told.replaceChildren(h("p", { class: "fault" }, t(lacking[0]))); lacking[1].focus(); return; }
    try {
      await call("bo-qua", { path: desk.manuscript.path, id: one.id, reason: reason.value, until: day });
      box.close();
      desk.looking.anew();
      say(t("pass.done", { n: alike, day: shortDay(day) }));
    } catch (problem) { told.replaceChildren(faultBox(problem)); }
  };
  const box = dialog(t("pass.title"), h("form", { on: { submit: put } }, h("p", {}, one.title), alike > 1 ? h("p", { class: "note" }, rich("pass.alike", { n: alike })) : null,
    field(t("pass.reason"), reason, { hint: t("pass.reason.hint") }), field(t("pass.until"), until, { hint: t("pass.until.hint"), wide: false }), told,
    h("div", { class: "row" }, h("button", { type: "submit", class: "btn p s" }, t("pass.do")), button(t("close"), "q s", () => box.close()))));
  reason.focus();
}

/** What is passed over in the text, with the reason, and the way back. */
export function passedList(desk) {
  const { passed, path } = desk.manuscript;
  if (!passed.length) return [];
  const back = async (one) => {
    try {
      await call("xet-lai", { path, id: one.id });
      desk.looking.anew();
      say(t("pass.back.done"));
    } catch (problem) { const box = dialog(t("pass.back.not"), faultBox(problem), button(t("close"), "p s", () => box.close())); }
  };
  const row = (one) => h("li", {}, h("p", {}, one.title, " ", h("small", {}, t("pass.times", { n: one.count }))),
    h("p", { class: "src" }, h("b", {}, t("pass.why")), " ", one.reason, h("br"), h("b", {}, t("pass.to")), " ", shortDay(one.until)),
    one.can_reopen ? button(t("pass.back"), "s q", () => back(one), { "aria-label": `${t("pass.back")}: ${one.title}` }) : h("p", { class: "note" }, t("pass.wider")));
  return [h("section", { class: "passed", "aria-label": t("passed") }, h("h2", {}, t("passed")), h("ul", { class: "plain" }, passed.map(row)))];
}
