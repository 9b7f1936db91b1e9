// The page itself: head, menu, language and notices; the part behind # decides which view is shown.

import { call, keepAlive, takePass } from "./call.js";
import { $, button, goTo, h, say } from "./dom.js";
import { tellFault } from "./faults.js";
import { chooseFolder, folderWords } from "./folder.js";
import { showHelp } from "./help.js";
import { language, loadWords, t, rich } from "./words.js";
import * as calendar from "./calendar.js";
import * as checking from "./checking.js";
import * as cite from "./cite.js";
import * as compose from "./compose.js";
import * as desk from "./desk.js";
import * as rolling from "./rolling.js";
import * as start from "./start.js";

const VIEWS = {
  "bat-dau": start, "soan-moi": compose, "ban-soan": desk, "nam-sau": rolling, "kiem-tra": checking, lich: calendar,
  "can-cu": cite,
};
const MENU = ["soan-moi", "nam-sau", "kiem-tra", "lich", "can-cu"];
let shown = "";
let turn = 0;

function route() {
  const [name, ...rest] = location.hash.slice(1).split("/");
  return VIEWS[name] ? [name, unescaped(rest.join("/"))] : ["bat-dau", ""];
}

/** A part of the address as it was before it was escaped; one that somebody cut stays as it is. */
function unescaped(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}

async function show() {
  if (location.hash === "#chinh") return;
  const [name, rest] = route();
  const mine = (turn += 1);
  if (VIEWS[shown]?.leave && !(await VIEWS[shown].leave())) return;
  if (mine !== turn) return;
  shown = name;
  document.title = `${t(`title.${name}`)} - ${t("brand")}`;
  drawTop(name);
  const root = h("div", { class: `view ${name}` });
  $("#chinh").replaceChildren(root);
  scrollTo(0, 0);
  await VIEWS[name].show(root, rest).catch((problem) => tellFault(root, problem));
}

function drawTop(name) {
  const link = (view) => {
    const on = view === (name === "ban-soan" ? "soan-moi" : name);
    return h("a", { href: `#${view}`, "aria-current": on ? "page" : null }, t(`menu.${view}`));
  };
  const other = language === "vi" ? "en" : "vi";
  $("#top").replaceChildren(
    h("a", { class: "brand", href: "#bat-dau" }, t("brand")),
    h("nav", { "aria-label": t("menu") }, MENU.map(link)),
    h("button", { type: "button", class: "saved", id: "folder", title: t("folder.change"), on: { click: changeFolder } }, folderWords()),
    h("button", { type: "button", lang: other, on: { click: () => changeLanguage(other) } }, t("language.other")),
    h("button", { type: "button", on: { click: showHelp } }, t("menu.tro-giup")));
  $("#skip").textContent = t("skip");
}

/** Another folder: what is open is saved where it lies before. */
async function changeFolder() {
  await VIEWS[shown]?.leave?.();
  shown = "";
  if ((await chooseFolder()) && location.hash !== "#bat-dau") goTo("bat-dau");
  else await show();
}

async function changeLanguage(wanted) {
  await loadWords(wanted);
  await show();
  $("#top > button[lang]").focus();
}

function programNotice(event) {
  const there = $("#ended");
  if (event.detail.alive) {
    there?.remove();
    if (there) document.dispatchEvent(new Event("program-back"));
    return undefined;
  }
  if (there) return undefined;
  const { isOther } = event.detail;
  const told = isOther ? [t("older.title"), rich("older.text")] : [t("ended.title"), rich("ended.text")];
  const again = () => call("con-song").then(() => say(t("ended.back"))).catch(() => say(t("ended.still")));
  $("#notices").append(h("div", { class: "msg a notice", role: "alert", id: "ended" },
    h("h2", {}, told[0]), h("p", {}, told[1]), isOther ? null : button(t("ended.again"), "p s", again)));
  return undefined;
}

addEventListener("hashchange", show);
addEventListener("keydown", (event) => {
  if (event.key !== "F1") return;
  event.preventDefault();
  showHelp();
});
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
document.addEventListener("program", programNotice);
document.addEventListener("folder", () => { const at = $("#folder"); if (at) at.replaceChildren(...folderWords()); });

takePass();
await loadWords();
keepAlive();
await show();
