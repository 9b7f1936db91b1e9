// The folder in which her texts are kept: its name in the head, and the dialog that changes it.

import { call, turns } from "./call.js";
import { button, dialog, h, say } from "./dom.js";
import { faultBox } from "./faults.js";
import { rich, t } from "./words.js";

let folder = "";

/** The last part of a path, on Windows and elsewhere. */
export const lastName = (path) => path.split(/[\\/]/).filter(Boolean).pop() || path;

/** Keeps the folder that the program named. */
export function keepFolder(path) {
  folder = path;
  document.dispatchEvent(new Event("folder"));
}

/** The name of the folder, for sentences. */
export const folderName = () => lastName(folder);

/** What stands in the head of the page. */
export const folderWords = () => (folder ? [h("span", {}, t("folder.in")), ` ${lastName(folder)}`] : []);

/** Asks for a folder; gives back the chosen one, or "" where she leaves it. */
export function chooseFolder() {
  return new Promise((resolve) => {
    let chosen = "";
    const list = h("div", { class: "folders" });
    const box = dialog(t("folder.title"), h("p", { class: "note" }, t("folder.lead")), list);
    box.addEventListener("close", () => resolve(chosen));
    const take = async (path) => {
      try {
        keepFolder((await call("thu-muc/dat", { folder: path })).folder);
        chosen = path;
        say(t("folder.taken", { name: lastName(path) }));
        box.close();
      } catch (problem) { list.prepend(faultBox(problem)); }
    };
    const turn = turns();
    const look = (path) => {
      const isLast = turn();
      call("thu-muc", { folder: path }).then((found) => { if (isLast()) draw(list, found, look, take, () => box.close()); })
        .catch((problem) => { if (isLast()) list.replaceChildren(faultBox(problem)); });
    };
    look("");
  });
}

function draw(list, found, look, take, leave) {
  const inner = (name) => `${found.folder.replace(/[\\/]$/, "")}${found.folder.includes("\\") ? "\\" : "/"}${name}`;
  const entry = (words, path) => h("li", {}, button(words, "q s", () => look(path)));
  list.replaceChildren(
    h("p", { tabindex: "-1", class: "here" }, rich("folder.here", { path: found.folder })),
    h("div", { class: "row" }, (found.places || []).map((place) => button(place.name, "s", () => look(place.folder)))),
    h("ul", { class: "ql tall" },
      found.parent ? entry(t("folder.up"), found.parent) : null, found.folders.map((name) => entry(name, inner(name)))),
    h("div", { class: "row" }, button(t("folder.take"), "p s", () => take(found.folder)), button(t("close"), "q s", leave)));
  list.querySelector(".here").focus();
}
