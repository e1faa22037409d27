// The detail panel: what is said about the chosen thing, where it is said, what it leads to.
import { choose, chooseFinding, clearChoice, closeDiscs } from "./choose.js";
import { citation, copyCitation, copyFindingLink, copyLink, findingCitation } from "./cite.js";
import { byId, el, fill, outward } from "./dom.js";
import { LARGE, data, edgesOf, findingById, findings, findingsOf, kinds, nodes, numberOf, otherEnd } from "./model.js";
import { glyph } from "./shapes.js";
import { change, onChange, state } from "./state.js";
import { edgeShows } from "./visible.js";
import { number, say, words } from "./words.js";

const FIRST = 40;
const OWN = "https://w3id.org/simpul/";

export function mountPanel() {
  onChange(["node", "finding", "language", "theme", "date", "open", "start", "view"], drawPanel);
  byId("panel").addEventListener("keydown", (event) => event.key === "Escape" && goBack());
  drawPanel();
}

// From the details back to where the choice was made.
function goBack() {
  const row = document.querySelector(`#view-${state.view} [data-key="node-${state.node}"]`);
  (row || (state.view === "graph" && document.querySelector(".sheet-keys")) || byId(`tab-${state.view}`)).focus();
}

function close() {
  goBack();
  clearChoice();
}

function drawPanel() {
  const finding = state.finding && findingById(state.finding);
  document.body.classList.toggle("selected", state.node !== null || Boolean(finding && state.view === "graph"));
  const content = state.node !== null ? nodePanel(nodes[state.node]) : finding && state.view === "graph" ? findingPanel(finding) : intro();
  fill(byId("panel"), content);
  byId("panel").scrollTop = 0;
}

function intro() {
  const shown = [...findings].sort(pressing).slice(0, FIRST);
  return [
    el("div", { class: "kicker" }, say("start")),
    el("h2", {}, words(data.title)),
    data.description && el("p", { class: "lede" }, words(data.description)),
    el("p", { class: "small" }, say(LARGE ? "howToLarge" : "howTo")),
    state.open.size > 0 && el("p", {}, el("button", { class: "button", type: "button", on: { click: closeDiscs } }, say("closeAll"))),
    shown.length > 0 && [el("h3", {}, say("dualisms")), el("ul", { class: "cards" }, shown.map((finding) => el("li", {}, findingCard(finding))))],
    data.licence && [el("h3", {}, say("licence")), el("p", { class: "small" }, data.licence)],
  ];
}

// Open findings first, and among those the ones that still run.
function pressing(one, other) {
  const rank = ({ status, ends }) => ["open", "parallel", "resolved"].indexOf(status) * 2 + (ends ? 1 : 0);
  return rank(one) - rank(other) || one.number - other.number;
}

// A finding as a button: its matter, the laws it stands between, its kind and status.
export function findingCard(finding, act = () => chooseFinding(finding.id)) {
  return el("button", { type: "button", class: `card ${finding.status}`, on: { click: act } },
    el("strong", {}, words(finding.matter)), lawsOf(finding) && el("span", { class: "small" }, lawsOf(finding)), el("span", { class: "tags" }, tag(finding.status, `status ${finding.status}`), el("span", {}, say(finding.kind)), el("span", {}, span(finding))));
}

function lawsOf({ sides = [] }) {
  return [...new Set(sides.map((side) => words(side.instrument)).filter(Boolean))].join(" / ");
}

export function tag(key, extra = "") {
  return el("span", { class: `tag ${extra}` }, say(key));
}

// A time in force as people write it.
export function span({ begins, ends }) {
  if (!begins && !ends) return "";
  return say(!ends ? "since" : begins ? "between" : "before", { a: begins, b: ends });
}

function heading(kind, title) {
  return [
    el("div", { class: "kicker" }, kind, el("button", { class: "close", type: "button", "aria-label": say("close"), on: { click: close } }, "×")),
    el("h2", {}, el("bdi", {}, title)),
  ];
}

function nodePanel(node) {
  const other = words(node.label, state.language === "id" ? "en" : "id");
  const names = [other !== words(node.label) && other, ...(node.alternatives || []).map((name) => words(name))].filter((name) => name && name !== words(node.label));
  return [
    heading([glyph(node.group), words(kinds.get(node.group).label)], words(node.label)),
    names.length > 0 && el("p", { class: "also" }, say("alsoCalled", { names: [...new Set(names)].join("; ") })),
    routeButtons(node),
    factList([...dates(node), ...(node.facts || [])]),
    evidencePart(node.evidence),
    findingsOf(node.id).length > 0 && [el("h3", {}, say("dualisms")), el("ul", { class: "cards" }, findingsOf(node.id).map((finding) => el("li", {}, findingCard(finding))))],
    neighbourPart(node),
    el("p", { class: "iri" }, outward(node.iri, node.iri)),
  ];
}

export function dates(thing) {
  return [["from", thing.begins], ["until", thing.ends]].filter(([, day]) => day).map(([key, day]) => ({ term: say(key), value: day }));
}

export function factList(facts) {
  if (!facts.length) return null;
  return el("dl", { class: "facts" }, facts.map(({ term, value, iri }) => [el("dt", {}, words(term)), el("dd", {}, factValue(words(value), iri))]));
}

function factValue(text, iri) {
  if (numberOf.has(iri)) return goTo(numberOf.get(iri), text);
  return iri && !iri.startsWith(OWN) ? outward(iri, text) : el("bdi", {}, text);
}

export function goTo(node, text = words(nodes[node].label), act = () => choose(node), key = `node-${node}`) {
  return el("button", { class: "go", type: "button", "data-key": key, on: { click: act } }, glyph(nodes[node].group), el("bdi", {}, text));
}

function evidencePart(evidence = []) {
  return [el("h3", {}, say("evidence")), evidence.length ? evidenceList(evidence) : el("p", { class: "small" }, say("noEvidence"))];
}

export function evidenceList(evidence = []) {
  return el("ul", { class: "evidence" }, evidence.map(([source, locator, confidence, phrase]) => {
    const { label, key } = data.sources[source];
    return el("li", {}, outward(key, words(label)), locator && [" ", el("span", { class: "locator" }, locator)],
      phrase && [" ", el("q", {}, phrase)], confidence && [" ", tag(confidence)]);
  }));
}

function neighbourPart(node) {
  const ties = edgesOf(node.id).filter((edge) => edge.finding === undefined && edgeShows(edge));
  if (!ties.length) return null;
  const list = el("ul", { class: "ties" }, ties.slice(0, FIRST).map((edge) => tie(edge, node)));
  const rest = ties.length > FIRST && el("button", { class: "button", type: "button", on: { click: (event) => {
    list.append(...ties.slice(FIRST).map((edge) => tie(edge, node)));
    event.target.remove();
  } } }, say("more", { n: ties.length - FIRST }));
  return [el("h3", {}, `${say("neighbours")} (${number(ties.length)})`), list, rest];
}

function tie(edge, node) {
  const name = words(data.predicates[edge.predicate].label);
  const sources = (edge.evidence || []).map(([source, locator]) => `${words(data.sources[source].label)} ${locator || ""}`.trim());
  return el("li", {}, el("span", { class: "relation" }, edge.from === node.id ? `${name} →` : `← ${name}`, span(edge) && ` · ${span(edge)}`),
    goTo(otherEnd(edge, node.id)), sources.length > 0 && el("span", { class: "relation" }, sources.join("; ")));
}

function routeButtons(node) {
  const button = (key, act, extra = {}) => el("button", { class: "button", type: "button", "data-key": key, on: { click: (event) => act(event.currentTarget) }, ...extra }, say(key));
  return el("div", { class: "buttons" },
    state.view !== "graph" && button("showInGraph", () => { change({ view: "graph" }); requestAnimationFrame(() => choose(node.id)); }),
    state.start === null || state.start === node.id
      ? button("pathFrom", () => change({ start: node.id, goal: null, view: "graph" }), { "aria-pressed": String(state.start === node.id) })
      : button("pathTo", () => change({ goal: node.id, depth: 0, view: "graph" })),
    button("cite", (self) => copyCitation(citation(node), self)), button("copyLink", (self) => copyLink(node, self)));
}

// The buttons that take a finding out of the page.
export function findingCopies(finding) {
  const button = (key, act) => el("button", { class: "button", type: "button", "data-key": `${key}-${finding.id}`, on: { click: (event) => act(event.currentTarget) } }, say(key));
  return [button("cite", (self) => copyCitation(findingCitation(finding), self)), button("copyLink", (self) => copyFindingLink(finding, self))];
}

function findingPanel(finding) {
  const { why } = finding.resolution || {};
  return [
    heading([tag(finding.status, `status ${finding.status}`), say(finding.kind)], words(finding.matter)),
    finding.difference && el("p", { class: "lede" }, words(finding.difference)),
    why && el("p", { class: "also" }, words(why)),
    el("div", { class: "buttons" }, el("button", { class: "button main", type: "button", on: { click: () => chooseFinding(finding.id, "dualisms") } }, say("showDualism")), findingCopies(finding)),
    (finding.sides || []).map((side) => [
      el("h3", {}, words(side.instrument) || words(side.label)),
      numberOf.has(side.norm) ? goTo(numberOf.get(side.norm), words(side.label)) : el("p", {}, words(side.label)),
      el("p", { class: "small" }, span(side)), evidenceList(side.evidence),
    ]),
  ];
}
