// The dualism view: the sides of each finding face to face, what decides, and the proof.
import { choose, chooseFinding } from "./choose.js";
import { announce, byId, el, fill } from "./dom.js";
import { alive, findings, numberOf } from "./model.js";
import { dates, evidenceList, factList, findingCopies, goTo, span, tag } from "./panel.js";
import { fineName, fineText, penaltyRange, prisonText } from "./penalty.js";
import { fold } from "./search.js";
import { change, onChange, state } from "./state.js";
import { number, say, words } from "./words.js";

const asked = { text: "", kind: "", status: "" };

export function mountDualisms() {
  onChange(["view", "language", "theme", "date", "finding"], () => state.view === "dualisms" && drawDualismView());
}

function drawDualismView() {
  const place = byId("view-dualisms");
  const page = place.querySelector(".page") || place.appendChild(el("div", { class: "page" }));
  const shown = findings.filter(passes);
  fill(page, el("h2", {}, say("dualisms")), el("p", { class: "small" }, say("dualismLede")), choices(),
    el("p", { class: "small" }, counted(shown)),
    shown.length ? shown.map(findingPart) : el("p", {}, say("noFindings")));
  if (state.finding) page.querySelector(".finding.chosen")?.scrollIntoView({ block: "start" });
}

function passes(finding) {
  if (!alive(finding, state.date) || (asked.kind && finding.kind !== asked.kind) || (asked.status && finding.status !== asked.status)) return false;
  const text = fold(spelt(finding));
  return fold(asked.text).split(/\s+/).every((term) => text.includes(term));
}

// All names in a finding, in both languages, for the text filter.
function spelt({ id, matter, conduct, sides = [] }) {
  const names = [matter, conduct, ...sides.flatMap((side) => [side.label, side.provision, side.instrument, side.authority])];
  return [id, ...names.flatMap((name) => [words(name, "id"), words(name, "en")])].join(" ");
}

function counted(shown) {
  return say("findingsShown", { n: number(shown.length), m: number(findings.length) });
}

function choices() {
  const ask = (key, value) => {
    asked[key] = value;
    drawDualismView();
    announce(counted(findings.filter(passes)));
  };
  const input = el("input", { class: "field", type: "search", "aria-label": say("filter"), placeholder: say("findFinding"), "data-key": "text", on: { input: (event) => ask("text", event.target.value) } });
  input.value = asked.text;
  requestAnimationFrame(() => document.activeElement === input && input.setSelectionRange(asked.text.length, asked.text.length));
  const select = (key, all, values) => el("select", { class: "field", "aria-label": say(key), "data-key": key, on: { change: (event) => ask(key, event.target.value) } }, el("option", { value: "" }, say(all)), values.map((value) => el("option", { value, selected: asked[key] === value }, say(value))));
  return el("div", { class: "filters" }, input,
    select("kind", "allKinds", [...new Set(findings.map((finding) => finding.kind))]),
    select("status", "allStatus", ["open", "parallel", "resolved"]));
}

function findingPart(finding) {
  const scale = finding.sides.map((side) => side.penalty).filter(Boolean);
  return el("article", { class: `finding ${finding.status} ${finding.id === state.finding ? "chosen" : ""}`, tabindex: "-1", "aria-labelledby": `finding-${finding.number}` },
    el("header", { class: "finding-head" },
      el("div", { class: "tags" }, tag(finding.status, `status ${finding.status}`), el("span", {}, say(finding.kind)), el("span", {}, span(finding)), finding.stale && tag("stale")),
      el("h3", { id: `finding-${finding.number}` }, words(finding.matter)),
      finding.conduct && el("p", { class: "small" }, `${say("conduct")}: ${words(finding.conduct)}`)),
    el("div", { class: "sides" }, finding.sides.map((side) => face(side, finding, scale))),
    reason(finding));
}

function face(side, finding, scale) {
  const prevails = finding.resolution?.prevails === side.norm;
  const node = numberOf.get(side.norm);
  return el("div", { class: `face ${prevails ? "prevails" : ""}`, role: "group", "aria-label": words(side.label) },
    el("h4", {}, node === undefined ? words(side.label) : goTo(node, words(side.label), () => choose(node), `${finding.id}-${node}`)),
    prevails && tag("prevails", "status resolved"),
    factList([
      { term: say("instrument"), value: words(side.instrument) }, { term: say("provision"), value: words(side.provision) },
      { term: say("officeOf"), value: words(side.authority) },
      { term: say("prison"), value: side.penalty && prisonText(side.penalty) }, { term: side.penalty && fineName(side.penalty), value: side.penalty && fineText(side.penalty) },
      ...dates(side), { term: say("changedLater"), value: words(side.changed) },
    ].filter((fact) => fact.value)),
    side.penalty && penaltyRange(side.penalty, scale),
    evidenceList(side.evidence));
}

function reason(finding) {
  const { canon = "none", why } = finding.resolution || {};
  return el("div", { class: "reason" },
    finding.difference && el("p", { class: "lede" }, words(finding.difference)),
    el("p", {}, words(why) || say("noCanon")),
    el("p", { class: "small" }, `${say("canon")}: ${canon === "none" ? say("noCanon") : say(canon)}`),
    words(finding.told_of) && el("p", { class: "small" }, words(finding.told_of)),
    finding.trace?.length > 0 && el("details", { class: "fold", open: finding.id === state.finding }, el("summary", {}, say("trace")), el("ul", { class: "proof" }, finding.trace.map(proofStep))),
    finding.history?.length > 0 && el("details", { class: "fold", open: finding.id === state.finding }, el("summary", {}, say("history")),
      el("ol", { class: "proof" }, finding.history.map(({ date, what }) => el("li", {}, el("span", {}, "·"), el("time", { datetime: date }, date), el("span", {}, words(what)))))),
    el("div", { class: "buttons" }, el("button", { class: "button", type: "button", on: { click: () => { change({ view: "graph" }); chooseFinding(finding.id, "graph"); } } }, say("showInGraph")), findingCopies(finding)));
}

const SIGNS = { decides: "✓", favours: "✓", parallel: "=", contested: "≠", informs: "i", silent: "–" };

// A test holds or fails; a canon has an outcome of its own.
function proofStep({ name, holds, why, outcome }) {
  const sign = outcome ? SIGNS[outcome] : holds ? "✓" : "✗";
  const look = outcome && !holds ? "weighs" : holds ? "holds" : "fails";
  return el("li", {}, el("span", { class: look, role: "img", "aria-label": say(outcome || look) }, sign), el("strong", {}, say(name)), el("span", {}, words(why)));
}
