// Calls of the program on this machine: a name and a value in, its answer out; what it refuses is thrown as Refused.

import { language } from "./words.js";

const KEPT = "ttdn-draft-k", FOLDER = "ttdn-draft-folder", TELLS_FOLDER = ["bat-dau", "thu-muc/dat"];
let pass = "";

/** The program answered that it will not: `kind` says why, `faults` are its sentences. */
export class Refused extends Error {
  constructor(status, body) {
    super((body.loi || []).map((fault) => fault.cau).join(" ") || `${status}`);
    this.status = status;
    this.body = body;
    this.kind = body.cho || "";
    this.faults = body.loi || [];
  }
}

/** Nobody answered: the program has ended. */
export class Ended extends Error {}

/** Takes what the start link carries behind its #, keeps it for this tab and clears the address. */
export function takePass() {
  const found = /^#k=([\w-]+)/.exec(location.hash);
  if (found) {
    sessionStorage.setItem(KEPT, found[1]);
    sessionStorage.removeItem(FOLDER);
    history.replaceState(null, "", "#bat-dau");
  }
  pass = sessionStorage.getItem(KEPT) || "";
}

/** The folder of this tab goes with each call: another tab may have chosen another one since. */
const headers = (more) => ({ "X-Ttdn-Draft": pass, "X-Ngon-Ngu": language,
  "X-Thu-Muc": encodeURIComponent(sessionStorage.getItem(FOLDER) || ""), ...more });

async function send(path, options) {
  let answer;
  try {
    answer = await fetch(path, { method: "POST", cache: "no-store", ...options });
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    tell(false);
    throw new Ended();
  }
  if (!answer.ok) {
    const refusal = new Refused(answer.status, await answer.json().catch(() => ({})));
    if (refusal.kind !== "token") { tell(true); throw refusal; }
    tell(false, true);
    throw new Ended();
  }
  tell(true);
  return answer;
}

/** Tells whether the program answers; `isOther`: it is another start than that of this tab. */
const tell = (alive, isOther = false) => document.dispatchEvent(new CustomEvent("program", { detail: { alive, isOther } }));

/** Counts calls of which the last alone matters: each one asks for a turn, and the turn says whether it is still the last. */
export function turns() {
  let last = 0;
  return () => {
    const mine = (last += 1);
    return () => mine === last;
  };
}

const folderTurn = turns();

/** The answer to a call as data. */
export async function call(name, value = {}, options = {}) {
  const isLast = TELLS_FOLDER.includes(name) && folderTurn();
  const answer = await send(`/api/${name}`, {
    headers: headers({ "Content-Type": "application/json" }), body: JSON.stringify(value), ...options });
  const data = await answer.json();
  if (!isLast) return data;
  if (isLast()) sessionStorage.setItem(FOLDER, data.folder);
  return { ...data, folder: sessionStorage.getItem(FOLDER) || data.folder };
}

/** The answer to a call that sends a file as it is. */
export async function callWithFile(name, file, more = {}) {
  const named = { "Content-Type": "application/octet-stream", "X-Ten-Tep": encodeURIComponent(file.name), ...more };
  return (await send(`/api/${name}`, { headers: headers(named), body: file })).json();
}

/** The answer to a call as a Blob or a text. */
export async function callForFile(name, value) {
  const answer = await send(`/api/${name}`, { headers: headers({ "Content-Type": "application/json" }), body: JSON.stringify(value) });
  return answer.blob();
}

/** Says that the tab closes. */
const sayClosing = () => navigator.sendBeacon("/api/dong", new Blob([JSON.stringify({ k: pass })], { type: "application/json" }));

/** Asks every five seconds whether the program is there. */
export function keepAlive() {
  setInterval(() => call("con-song").catch(() => {}), 5000);
  addEventListener("pagehide", sayClosing);
}
