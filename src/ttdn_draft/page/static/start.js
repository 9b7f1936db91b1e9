// The first view: the jobs, a place to drop a Word file, and the files of late.

import { call } from "./call.js";
import { button, dialog, goTo, h, pickFile, tag, takesDrops } from "./dom.js";
import { faultBox } from "./faults.js";
import { folderName, keepFolder, lastName } from "./folder.js";
import { handOver } from "./handing.js";
import { rich, t, whenWords } from "./words.js";

/** Shows the view in `root`. */
export async function show(root) {
  const files = h("div", { class: "tb" });
  const ages = h("p", { class: "note ages" });
  root.append(h("div", { class: "wrap" }, h("h1", {}, t("start.title")), jobs(), files, ages));
  const found = await call("bat-dau");
  keepFolder(found.folder);
  if (found.loi?.length) files.before(faultBox({ faults: found.loi }));
  drawFiles(files, found.recent);
  files.after(h("p", { class: "note ages narrow" }, rich("start.folder", { folder: folderName() }), " ", button(t("folder.change"), "link", () => document.getElementById("folder").click())));
  ages.textContent = [...new Set(found.tables.map((table) => table.age_text))].concat(t("start.private")).join(" ");
  for (const file of found.recent) if (!file.counts) await countLeft(files, file);
}

function jobs() {
  const job = (view) => h("li", {}, h("a", { href: `#${view}` }, h("b", {}, t(`start.${view}`)), h("span", {}, t(`start.${view}.text`))));
  const drop = h("div", { class: "drop" }, h("b", {}, t("start.drop")), h("span", { class: "note" }, t("start.drop.text")),
    button(t("choose.file"), "s", () => pickFile(".docx,.md", given)));
  takesDrops(drop, given);
  return h("div", { class: "two" }, h("ul", { class: "jobs" }, ["soan-moi", "nam-sau", "kiem-tra"].map(job)),
    h("div", {}, drop, h("ul", { class: "jobs" }, ["lich", "can-cu"].map(job))));
}

function given(file) {
  const go = (view) => { handOver(file); box.close(); goTo(view); };
  const box = dialog(file.name, h("p", {}, t("start.given")), h("div", { class: "row" },
    button(t("menu.nam-sau"), "p s", () => go("nam-sau")), button(t("menu.kiem-tra"), "s", () => go("kiem-tra")),
    button(t("close"), "q s", () => box.close())));
}

function drawFiles(root, recent) {
  if (!recent.length) {
    root.append(h("div", { class: "empty" }, h("h2", {}, t("start.empty")), h("p", {}, t("start.empty.text"), " ", h("a", { href: "#soan-moi" }, t("menu.soan-moi")), ".")));
    return;
  }
  const row = (file) => h("tr", { "data-path": file.path },
    h("td", {}, h("a", { href: `#ban-soan/${encodeURIComponent(file.path)}` }, file.name || lastName(file.path))),
    h("td", { class: "left" }, file.counts ? leftTag(file.counts) : ""), h("td", {}, whenWords(file.saved)));
  root.append(h("table", {}, h("caption", { class: "vh" }, t("start.files")),
    h("thead", {}, h("tr", {}, ["start.files", "start.left", "start.saved"].map((id) => h("th", { scope: "col" }, t(id))))),
    h("tbody", {}, recent.map(row))));
}

async function countLeft(root, file) {
  const cell = [...root.querySelectorAll("tr")].find((row) => row.dataset.path === file.path)?.querySelector(".left");
  if (!cell?.isConnected) return;
  const counts = await call("dem", { path: file.path }).catch(() => null);
  cell.replaceChildren(counts ? leftTag(counts) : tag(t("left.unread")));
}

function leftTag({ questions, errors, warnings }) {
  if (questions) return tag(rich("left.questions", { n: questions }), "a");
  if (errors) return tag(rich("left.errors", { n: errors }), "e");
  return warnings ? tag(rich("left.warnings", { n: warnings }), "a") : tag(t("left.none"), "o");
}
