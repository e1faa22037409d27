// The legend, whose entries switch kinds and relations on and off.
import { byId, el, fill, svg } from "./dom.js";
import { data, edges, findings, nodes } from "./model.js";
import { glyph } from "./shapes.js";
import { change, onChange, state, toggled } from "./state.js";
import { number, say, words } from "./words.js";

export function mountLegend() {
  onChange(["language", "theme", "hiddenKinds", "hiddenPredicates"], drawLegend);
  drawLegend();
}

function drawLegend() {
  const place = byId("legend");
  const unfolded = place.querySelector("details")?.open;
  fill(place, el("h2", { class: "heading" }, say("legend")), kindList(), lineList(), relationList(unfolded));
}

function kindList() {
  return el("ul", { class: "switch-list" }, data.kinds.map(({ name, label }) => {
    const many = nodes.filter((node) => node.group === name).length;
    return entry({ key: `kind-${name}`, sign: glyph(name), label: words(label), many, off: state.hiddenKinds.has(name), act: () => change({ hiddenKinds: toggled(state.hiddenKinds, name) }) });
  }));
}

// The dualisms' double lines, switched like kinds because they are what the page is for.
function lineList() {
  const dualisms = predicatesThat((edge) => edge.finding !== undefined);
  if (!dualisms.length) return null;
  const off = dualisms.every((predicate) => state.hiddenPredicates.has(predicate));
  const statuses = ["open", "parallel", "resolved"].filter((status) => findings.some((finding) => finding.status === status));
  const act = () => change({ hiddenPredicates: off ? without(dualisms) : new Set([...state.hiddenPredicates, ...dualisms]) });
  return el("ul", { class: "switch-list" },
    entry({ key: "dualisms", sign: stroke("open"), label: say("dualisms"), many: findings.length, off, act }),
    statuses.length > 1 && el("li", { class: "small tags strokes" }, statuses.map((status) => el("span", { class: "stroke-name" }, stroke(status), say(status)))));
}

function without(predicates) {
  return new Set([...state.hiddenPredicates].filter((predicate) => !predicates.includes(predicate)));
}

function predicatesThat(test) {
  return [...new Set(edges.filter(test).map((edge) => edge.predicate))];
}

function relationList(unfolded) {
  const plain = predicatesThat((edge) => edge.finding === undefined);
  const counts = new Map();
  for (const edge of edges) counts.set(edge.predicate, (counts.get(edge.predicate) || 0) + 1);
  const sorted = plain.sort((a, b) => counts.get(b) - counts.get(a));
  return el("details", { class: "fold", open: unfolded }, el("summary", {}, `${say("relations")} (${plain.length})`),
    el("ul", { class: "switch-list" }, sorted.map((predicate) => entry({
      key: `relation-${predicate}`, label: words(data.predicates[predicate].label), many: counts.get(predicate), off: state.hiddenPredicates.has(predicate),
      act: () => change({ hiddenPredicates: toggled(state.hiddenPredicates, predicate) }),
    }))));
}

function entry({ key, sign, label, many, off, act }) {
  return el("li", {}, el("label", {}, el("input", { type: "checkbox", checked: !off, "data-key": key, on: { change: act } }),
    sign, el("span", { class: off && "off" }, el("bdi", {}, label)), el("span", { class: "many" }, number(many))));
}

function stroke(status) {
  const line = (colour, width, dash) => svg("line", { x1: 0, x2: 26, y1: 6, y2: 6, stroke: `var(--${colour})`, "stroke-width": width, "stroke-dasharray": dash });
  return svg("svg", { class: "stroke", viewBox: "0 0 26 12", "aria-hidden": "true" }, line(status, 5, status === "resolved" && "8 4"), line("paper", 1.7));
}
