// The timeline: what was in force when, as bars, and what happened, year by year.
import { choose } from "./choose.js";
import { byId, el, fill, svg } from "./dom.js";
import { data, kinds, nodes, numberOf } from "./model.js";
import { evidenceList, goTo, span } from "./panel.js";
import { colourOf } from "./shapes.js";
import { onChange, state } from "./state.js";
import { say, words } from "./words.js";

const ROW = 24;
const MOST_ROWS = 240;

export function mountTimeline() {
  onChange(["view", "language", "theme", "date", "hiddenKinds"], () => state.view === "timeline" && drawTimeline());
}

function drawTimeline() {
  const place = byId("view-timeline");
  const page = place.querySelector(".page") || place.appendChild(el("div", { class: "page" }));
  const spans = datedNodes();
  fill(page, el("h2", {}, say("timeline")), el("p", { class: "small" }, say("timelineLede")),
    data.events.length > 0 && [el("h3", {}, say("events")), eventList()],
    spans.length > 0 && [el("h3", {}, say("inForce")), el("div", { class: "spans", tabindex: "0", role: "group", "aria-label": say("inForce") }, bars(spans, (page.clientWidth || 900) - 54))],
    !spans.length && !data.events.length && el("p", {}, say("undated")));
}

function datedNodes() {
  const order = [...kinds.keys()];
  return nodes
    .filter((node) => (node.begins || node.ends) && !state.hiddenKinds.has(node.group))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || (a.begins || "").localeCompare(b.begins || "") || a.id - b.id)
    .slice(0, MOST_ROWS);
}

function eventList() {
  const years = new Map();
  for (const event of [...data.events].sort((a, b) => a.date.localeCompare(b.date))) {
    const year = event.date.slice(0, 4);
    years.set(year, [...(years.get(year) || []), event]);
  }
  return el("ol", { class: "years" }, [...years].map(([year, events]) =>
    el("li", {}, el("h3", {}, year), el("ul", {}, events.map(eventLine)))));
}

function eventLine(event) {
  const node = numberOf.get(event.iri);
  const name = node === undefined ? el("bdi", {}, words(event.label)) : goTo(node, words(event.label), () => choose(node, { still: true }));
  return el("li", {}, el("time", { datetime: event.date }, event.date), name, event.place && el("span", { class: "small" }, ` · ${words(event.place)}`), event.evidence && evidenceList(event.evidence));
}

// Bars on a common scale of years; a bar that runs on fades out at the edge.
function bars(spans, width) {
  const days = spans.flatMap((node) => [node.begins, node.ends]).filter(Boolean).map(yearOf);
  const first = Math.floor(Math.min(...days));
  const last = Math.ceil(Math.max(...days, state.date ? yearOf(state.date) : 0)) + 1;
  const names = Math.min(300, width * 0.36);
  const room = Math.max(260, width - names - 10);
  const across = (year) => names + ((year - first) / (last - first)) * room;
  const height = spans.length * ROW + 34;
  return svg("svg", { width: names + room + 10, height, role: "list" },
    scale(first, last, across, height), spans.map((node, row) => bar(node, 30 + row * ROW, across, { names, last })),
    state.date && svg("line", { class: "now", x1: across(yearOf(state.date)), x2: across(yearOf(state.date)), y1: 20, y2: height }));
}

function scale(first, last, across, height) {
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= 14) || 100;
  const marks = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    marks.push(svg("line", { class: "rule", x1: across(year), x2: across(year), y1: 20, y2: height }),
      svg("text", { class: "quiet", x: across(year), y: 13, "text-anchor": "middle" }, String(year)));
  }
  return svg("g", { "aria-hidden": "true" }, marks);
}

function bar(node, top, across, { names, last }) {
  const start = node.begins ? across(yearOf(node.begins)) : names;
  const end = across(node.ends ? yearOf(node.ends) : last);
  const name = words(node.label);
  const pick = () => choose(node.id, { still: true });
  const press = (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), pick());
  const drawn = svg("g", { role: "button", tabindex: "0", "aria-label": `${name}, ${span(node)}`, on: { click: pick, keydown: press } },
    svg("text", { x: names - 10, y: top + 4, "text-anchor": "end" }, shortened(name, names / 6.9)),
    svg("rect", { x: start, y: top - 6, width: Math.max(3, end - start), height: 12, rx: 3, fill: colourOf(node.group, state.theme), opacity: node.ends ? 0.9 : 0.62 }));
  return svg("g", { role: "listitem" }, drawn);
}

function shortened(name, room) {
  return name.length > room ? `${name.slice(0, room - 1).trim()}…` : name;
}

// A date as a fraction of years; a year or a month alone counts from its first day.
export function yearOf(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}
