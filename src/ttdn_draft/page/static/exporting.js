// The Word file: beside her text, asked for where one is there or Word has it open; and the end of "Dự thảo".

import { call } from "./call.js";
import { button, dialog, h, say } from "./dom.js";
import { faultBox } from "./faults.js";
import { rich, t } from "./words.js";

/** Writes the Word file of a desk; asks before it writes over one. */
export async function exportWord(desk, over = false) {
  const { manuscript } = desk;
  await desk.save();
  try {
    const { path } = await call("xuat", { path: manuscript.path, text: manuscript.text, final: !manuscript.isDraft, over });
    say(t(manuscript.doubts.length ? "export.done.open" : "export.done", { name: path }));
  } catch (problem) { refused(desk, problem); }
}

function refused(desk, problem) {
  if (problem.kind === "there") ask(desk, "there", t("export.over"), true);
  else if (problem.kind === "busy") ask(desk, "busy", t("again"), true);
  else if (desk.manuscript.findings.some((one) => one.level === "error")) toErrors(desk);
  else {
    const box = dialog(t("export.not"), faultBox(problem), button(t("close"), "p s", () => box.close()));
  }
}

/** Errors stand under Nhận xét, with what mends them; the dialog leads there. */
function toErrors(desk) {
  const { findings } = desk.manuscript;
  const errors = findings.filter((one) => one.level === "error");
  const go = () => { box.close(); desk.tab("n"); desk.remarks.choose(findings.indexOf(errors[0]), { focus: true, show: true }); };
  const box = dialog(t("export.not"), h("p", {}, rich("export.errors", { n: errors.length })), h("ul", { class: "plain" }, errors.slice(0, 6).map((one) => h("li", {}, one.title))),
    h("div", { class: "row" }, button(t("export.errors.show"), "p s", go), button(t("close"), "q s", () => box.close())));
}

function ask(desk, why, words, over) {
  const again = () => { box.close(); exportWord(desk, over); };
  const box = dialog(t(`export.${why}`), h("p", {}, rich(`export.${why}.text`)),
    h("div", { class: "row" }, button(words, "p s", again), button(t("close"), "q s", () => box.close())));
}

/** What the end of "Dự thảo" changes in a text, and the errors that the text would have then, such as a day that a draft may leave open. */
export async function endOfDraft({ manuscript }) {
  const { edits } = await call("bo-du-thao", { text: manuscript.text });
  const last = [...edits].sort((one, other) => other.start - one.start);
  const text = last.reduce((words, edit) => words.slice(0, edit.start) + edit.text + words.slice(edit.end), manuscript.text);
  const { findings } = await call("xem", { path: manuscript.path, text });
  return { edits, lacking: findings.filter((one) => one.level === "error") };
}

/** What still lacks, each with what to do. */
export const lackList = (lacking) => h("ul", { class: "plain" }, lacking.slice(0, 6).map((one) => h("li", {}, one.title, " ", one.remedy)));

/** What must be there before "Dự thảo" goes, and the way to the first of it. */
function toLacks(desk, lacking) {
  const go = () => { box.close(); desk.remarks.show(lacking[0]); };
  const box = dialog(t("draft.not"), lackList(lacking),
    h("div", { class: "row" }, button(t("draft.fill"), "p s", go), button(t("close"), "q s", () => box.close())));
}

/** Takes "Dự thảo" off once every question is answered and nothing lacks; before that says what is left. */
export const takeOffDraft = (desk) => desk.during(takeOff(desk));

async function takeOff(desk) {
  const { manuscript } = desk;
  const { doubts, text } = manuscript;
  if (doubts.length) { say(t("draft.left", { n: doubts.length })); return; }
  try {
    const { edits, lacking } = await endOfDraft(desk);
    if (lacking.length) { toLacks(desk, lacking); return; }
    if (text === manuscript.text) desk.edit(edits, t("draft.done")); else say(t("answer.again"));
  } catch (problem) {
    const box = dialog(t("draft.not"), faultBox(problem), button(t("close"), "p s", () => box.close()));
  }
}
