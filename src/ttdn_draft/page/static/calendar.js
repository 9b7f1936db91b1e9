// Lịch: the days of a year by month, as a grid and a list; each sentence is copied or put into the draft.

import { call, turns } from "./call.js";
import { $, button, goTo, h, say, tag } from "./dom.js";
import { faultBox } from "./faults.js";
import { handWords } from "./handing.js";
import { t } from "./words.js";

const TIER = { tron: "t1", le5: "t2" };
const RANK = { tron: 0, le5: 1 };
const now = new Date();
const state = { year: now.getFullYear() + (now.getMonth() > 8 ? 1 : 0), month: now.getMonth() + 1, province: "" };
const years = new Map();
const turn = turns();

/** The days of a year, read once. */
export async function daysOf(year, province) {
  const name = `${year} ${province}`;
  if (!years.has(name)) years.set(name, (await call("lich", { year, province })).anniversaries);
  return years.get(name);
}

/** Those of a month, in its order; what has no day comes last. */
export const ofMonth = (days, month) => days.filter((one) => one.month === month)
  .sort((one, other) => (one.date || "9").localeCompare(other.date || "9") || (RANK[one.tier] ?? 2) - (RANK[other.tier] ?? 2));

/** A day of the calendar as it is written before its sentence: 02/9. */
export function shortDay({ date, month }) {
  if (!date) return t("calendar.in.month", { month });
  const [, m, d] = date.split("-").map(Number);
  return `${String(d).padStart(2, "0")}/${m < 3 ? `0${m}` : m}`;
}

/** The tags of a day: round, fifth, not verified, off. */
export const dayTags = (one) => [one.tier === "tron" || one.tier === "le5" ? tag(t(`calendar.${one.tier}`), "b") : null,
  one.is_verified ? null : tag(t("calendar.unsure"), "a"), one.is_day_off ? tag(t("calendar.off"), "e") : null].flatMap((part) => (part ? [" ", part] : []));

/** Copies words; a message says so. */
export async function copyWords(words) {
  try {
    await navigator.clipboard.writeText(words);
    say(t("copied"));
  } catch { say(t("copied.not")); }
}

const sentence = (one) => (one.count ? t("calendar.sentence", { text: one.text }) : one.text);

/** Shows the view in `root`. */
export async function show(root) {
  const { provinces } = await call("lua-chon", {});
  const view = h("div", { class: "wrap broad" });
  root.append(view);
  await draw(view, provinces);
}

async function draw(view, provinces) {
  const isLast = turn();
  try {
    const days = await daysOf(state.year, state.province);
    if (!isLast()) return;
    const again = () => draw(view, provinces);
    const mine = ofMonth(days, state.month);
    if (!mine.includes(state.day)) state.day = [...mine].sort((one, other) => (RANK[one.tier] ?? 2) - (RANK[other.tier] ?? 2))[0];
    view.replaceChildren(head(provinces, again), months(days, again), h("div", { class: "cal" },
      h("div", {}, grid(mine, again), legend()), h("div", {}, card(), list(mine))));
  } catch (problem) { view.replaceChildren(h("h1", {}, t("menu.lich")), faultBox(problem)); }
}

/** Draws again and gives the focus back to what she pressed. */
async function keepFocus(again, name) {
  await again();
  $(`[data-at="${name}"]`)?.focus();
}

function head(provinces, again) {
  const province = h("select", { class: "in", id: "cal-province", "data-at": "province", on: { change: () => { state.province = province.value; keepFocus(again, "province"); } } },
    h("option", { value: "" }, t("calendar.country")), provinces.map((one) => h("option", { value: one.id }, one.name)));
  province.value = state.province;
  const year = h("input", { class: "in short", id: "cal-year", inputmode: "numeric", maxlength: "4", value: state.year, "data-at": "year", on: { change: () => { state.year = Number(year.value) || state.year; keepFocus(again, "year"); } } });
  return h("div", { class: "calhead" }, h("h1", {}, t("calendar.title", { month: state.month, year: state.year })),
    h("div", { class: "row" }, h("label", { for: "cal-province" }, t("compose.province.short")), province, h("label", { for: "cal-year" }, t("compose.year")), year, button(t("calendar.file"), "", takeFile)));
}

async function takeFile() {
  const { text } = await call("lich/ics", { year: state.year, province: state.province });
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type: "text/calendar" })), download: `ngay-ky-niem-${state.year}.ics` });
  link.click();
  say(t("calendar.file.done"));
}

function months(days, again) {
  const one = (month) => {
    const round = days.filter((day) => day.month === month && day.tier === "tron").length;
    return h("button", { type: "button", class: "btn s", "aria-pressed": String(month === state.month), "data-at": `m${month}`,
      on: { click: () => { state.month = month; keepFocus(again, `m${month}`); } } }, t("calendar.month", { month }), h("small", {}, round ? t("calendar.round", { n: round }) : ""));
  };
  return h("div", { class: "months", role: "group", "aria-label": t("calendar.months") }, Array.from({ length: 12 }, (_, at) => one(at + 1)));
}

function grid(days, again) {
  const first = (new Date(state.year, state.month - 1, 1).getDay() + 6) % 7;
  const length = new Date(state.year, state.month, 0).getDate();
  const cells = Array.from({ length: Math.ceil((first + length) / 7) * 7 }, (_, at) => cell(at - first + 1, length, days, again));
  const week = t("calendar.week").split(" ");
  return h("div", { class: "grid" }, week.map((day) => h("div", { class: "dw" }, day)), cells);
}

function cell(day, length, days, again) {
  if (day < 1 || day > length) return h("div", { class: "c o" });
  const mine = days.filter((one) => one.date && Number(one.date.slice(8)) === day).sort((one, other) => (RANK[one.tier] ?? 2) - (RANK[other.tier] ?? 2));
  const shown = mine.slice(0, 2);
  if (mine.includes(state.day) && !shown.includes(state.day)) shown[1] = state.day;
  const entry = (one) => h("button", { type: "button", class: `ev ${TIER[one.tier] || ""} ${one.is_verified ? "" : "u"}`, "aria-pressed": String(one === state.day), title: one.text, "data-at": one.id, lang: "vi",
    on: { click: () => { state.day = one; keepFocus(again, one.id); } } }, one.text.replace(/ \([^)]*\)$/, ""));
  return h("div", { class: mine.some((one) => one.is_day_off) ? "c off" : "c" }, h("b", {}, day), shown.map(entry),
    mine.length > 2 ? h("span", { class: "more" }, t("calendar.more", { n: mine.length - 2 })) : null);
}

function legend() {
  const one = (look, word) => h("span", {}, h("i", { class: look }), t(word));
  return h("div", { class: "key" }, one("t1", "calendar.tron"), one("t2", "calendar.le5"), one("", "calendar.other"), one("u", "calendar.unsure"), h("span", {}, h("b", {}, "2"), " ", t("calendar.off")));
}

function card() {
  const { day } = state;
  if (!day) return h("div", { class: "use" }, h("p", {}, t("calendar.none")));
  const date = day.date && new Date(`${day.date}T00:00`);
  const week = date ? `${t("calendar.week").split(" ")[(date.getDay() + 6) % 7]} ` : "";
  return h("div", { class: "use", "aria-live": "polite" }, h("p", { class: "note" }, `${week}${shortDay(day)}/${state.year}`, dayTags(day)), h("p", { class: "val", lang: "vi" }, sentence(day)),
    h("p", { class: "src" }, day.law ? [h("b", {}, t("calendar.law")), " ", day.law, h("br")] : null, h("b", {}, t("source")), " ", day.source || t("source.none"), day.lunar ? [h("br"), h("b", {}, t("calendar.lunar")), " ", day.lunar] : null),
    h("div", { class: "row" }, button(t("calendar.copy"), "p s", () => copyWords(sentence(day))), intoDraft(day.text)));
}

/** A button that puts words into the draft that was open last. */
export function intoDraft(words, mark = "") {
  const file = sessionStorage.getItem("ttdn-draft-file");
  return file ? button(t("into.draft"), "s", () => { handWords({ words, mark }); goTo("ban-soan", file); }) : null;
}

function list(days) {
  const row = (one) => h("li", {}, h("p", {}, h("b", {}, shortDay(one)), " ", h("span", { lang: "vi" }, one.text), dayTags(one)),
    button(t("copy"), "s q", () => copyWords(one.text), { "aria-label": `${t("copy")}: ${one.text}` }));
  return [h("div", { class: "calhead below" }, h("h2", {}, t("calendar.whole")), button(t("calendar.copy.whole"), "s", () => copyWords(days.map((one) => `- ${sentence(one)};`).join("\n")))),
    h("ul", { class: "lst" }, days.map(row))];
}
