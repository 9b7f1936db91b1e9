// The words of the screen: their ids and values in, sentences in the chosen language out.

const KEPT = "ttdn-draft-language";
let words = {};
export let language = "vi";

/** Loads the words of a language: "vi" or "en"; the one kept in this browser where none is named. */
export async function loadWords(wanted = localStorage.getItem(KEPT) || "vi") {
  language = wanted === "en" ? "en" : "vi";
  words = await (await fetch(`words-${language}.json`)).json();
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
}

/** The sentence of an id, with its values filled in; `other` where there is none. */
export function t(id, values = {}, other = id) {
  const sentence = words[id] ?? other;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The same as nodes: what stands between two asterisks is strong. */
export function rich(id, values = {}) {
  return (words[id] ?? id).split("*").map((part, at) => {
    const filled = part.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    if (at % 2 === 0) return filled;
    const strong = document.createElement("b");
    strong.textContent = filled;
    return strong;
  });
}

const two = (number) => String(number).padStart(2, "0");

/** A date as the house writes it: 03/02/2027, 20/9/2027. */
export const dayWords = (day) =>
  `${two(day.getDate())}/${day.getMonth() < 2 ? two(day.getMonth() + 1) : day.getMonth() + 1}/${day.getFullYear()}`;

/** A clock time of an ISO text: 09:42. */
export const clock = (iso) => iso.slice(11, 16);

/** When something was saved, said from today. */
export function whenWords(iso) {
  if (!iso) return "";
  const day = new Date(iso);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(iso).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return t("when.today", { clock: clock(iso) });
  return days === 1 ? t("when.yesterday", { clock: clock(iso) }) : dayWords(day);
}
