// The table: the accessible twin of the graph, with all that the canvas shows.
import { choose } from "./choose.js";
import { byId, el, fill } from "./dom.js";
import { data, findings, findingsOf, kinds, nodes } from "./model.js";
import { evidenceList, goTo } from "./panel.js";
import { fold } from "./search.js";
import { onChange, state } from "./state.js";
import { edgeShows, nodeShows } from "./visible.js";
import { number, say, words } from "./words.js";

const PAGE = 100;
const asked = { what: "things", filter: "", kind: "", sort: "", down: false, first: 0 };

const THINGS = [
  { key: "name", text: (node) => words(node.label), cell: (node) => goTo(node.id, undefined, () => choose(node.id, { still: true })) },
  { key: "kind", text: (node) => words(kinds.get(node.group).label) },
  { key: "from", text: (node) => node.begins || "", number: true },
  { key: "until", text: (node) => node.ends || "", number: true },
  { key: "links", text: (node) => node.value || 0, number: true },
  { key: "dualisms", text: (node) => findingsOf(node.id).map((finding) => `${words(finding.matter)} (${say(finding.status)})`).join("; ") },
  { key: "says", text: (node) => (node.facts || []).map((fact) => `${words(fact.term)}: ${words(fact.value)}`).join("; ") },
  { key: "evidence", text: (node) => sourcesOf(node), cell: (node) => evidenceList(node.evidence) },
];

const LINKS = [
  { key: "source", text: (edge) => words(nodes[edge.from].label), cell: (edge) => end(edge, "from") },
  { key: "relation", text: relationName },
  { key: "target", text: (edge) => words(nodes[edge.to].label), cell: (edge) => end(edge, "to") },
  { key: "from", text: (edge) => edge.begins || "", number: true },
  { key: "until", text: (edge) => edge.ends || "", number: true },
  { key: "evidence", text: (edge) => sourcesOf(edge), cell: (edge) => evidenceList(edge.evidence) },
];

function end(edge, side) {
  return goTo(edge[side], undefined, () => choose(edge[side], { still: true }), `${side}-${data.edges.indexOf(edge)}`);
}

function relationName(edge) {
  const name = words(data.predicates[edge.predicate].label);
  return edge.finding === undefined ? name : `${name}: ${words(findings[edge.finding].matter)}`;
}

function sourcesOf({ evidence = [] }) {
  return evidence.map(([source, locator]) => `${words(data.sources[source].label)} ${locator || ""}`).join("; ");
}

export function mountTable() {
  onChange(["view", "language", "theme", "date", "hiddenKinds", "hiddenPredicates", "node"], () => state.view === "table" && drawTable());
}

function drawTable() {
  const columns = asked.what === "things" ? THINGS : LINKS;
  const rows = rowsFor(columns);
  asked.first = Math.min(asked.first, Math.max(0, Math.floor((rows.length - 1) / PAGE) * PAGE));
  const shown = rows.slice(asked.first, asked.first + PAGE);
  const page = byId("view-table").querySelector(".page") || byId("view-table").appendChild(el("div", { class: "page wide" }));
  fill(page, el("h2", {}, say("table")), el("p", { class: "small" }, say("tableLede")), filters(),
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": say("table") },
      el("table", {}, el("caption", { class: "unseen" }, say(asked.what === "things" ? "things" : "relations")), head(columns), el("tbody", {}, shown.map((row) => line(row, columns))))),
    pager(rows.length));
}

// The rows that pass the filters, in the order asked for.
function rowsFor(columns) {
  const terms = fold(asked.filter).split(/\s+/).filter(Boolean);
  const rows = asked.what === "things" ? nodes.filter(thingPasses) : data.edges.filter(linkPasses);
  const found = rows.filter((row) => {
    const text = terms.length ? fold(columns.map((column) => column.text(row)).join(" ")) : "";
    return terms.every((term) => text.includes(term));
  });
  const column = columns.find(({ key }) => key === asked.sort);
  if (!column) return found;
  const order = new Intl.Collator(state.language, { numeric: true });
  return found.sort((a, b) => order.compare(column.text(a), column.text(b)) * (asked.down ? -1 : 1));
}

function thingPasses(node) {
  return nodeShows(node) && (!asked.kind || node.group === asked.kind);
}

function linkPasses(edge) {
  const ends = [nodes[edge.from], nodes[edge.to]];
  return edgeShows(edge) && ends.every(nodeShows) && (!asked.kind || ends.some((node) => node.group === asked.kind));
}

function filters() {
  const ask = (patch) => {
    Object.assign(asked, { first: 0 }, patch);
    drawTable();
  };
  const choice = (what, key) => el("button", { type: "button", "aria-pressed": String(asked.what === what), "data-key": `what-${what}`, on: { click: () => ask({ what, sort: "" }) } }, say(key));
  const input = el("input", { class: "field", type: "search", "aria-label": say("filter"), placeholder: say("filter"), "data-key": "filter", on: { input: (event) => ask({ filter: event.target.value }) } });
  input.value = asked.filter;
  requestAnimationFrame(() => document.activeElement === input && input.setSelectionRange(asked.filter.length, asked.filter.length));
  const select = el("select", { class: "field", "aria-label": say("kind"), "data-key": "kind", on: { change: (event) => ask({ kind: event.target.value }) } },
    el("option", { value: "" }, say("allKinds")), data.kinds.map(({ name, label }) => el("option", { value: name, selected: asked.kind === name }, words(label))));
  return el("div", { class: "filters" }, el("div", { class: "pair" }, choice("things", "things"), choice("links", "relations")), input, select);
}

function head(columns) {
  return el("thead", {}, el("tr", {}, columns.map(({ key }) => {
    const sorted = asked.sort === key;
    const act = () => {
      Object.assign(asked, { sort: key, down: sorted && !asked.down, first: 0 });
      drawTable();
    };
    return el("th", { scope: "col", "aria-sort": sorted ? (asked.down ? "descending" : "ascending") : "none" },
      el("button", { type: "button", "data-key": `sort-${key}`, on: { click: act } }, say(key)));
  })));
}

function line(row, columns) {
  const chosen = asked.what === "things" && row.id === state.node;
  return el("tr", { class: chosen && "chosen" }, columns.map((column) => {
    const value = column.cell ? column.cell(row) : el("bdi", {}, String(column.text(row)));
    return el("td", { class: column.number ? "number" : column.key === "says" ? "text" : false }, value);
  }));
}

function pager(total) {
  const turn = (by) => () => {
    asked.first += by;
    drawTable();
    byId("view-table").scrollTop = 0;
  };
  const button = (key, by, off) => el("button", { class: "button", type: "button", disabled: off, "data-key": key, on: { click: turn(by) } }, say(key));
  const last = Math.min(total, asked.first + PAGE);
  return el("div", { class: "pager" }, button("previous", -PAGE, asked.first === 0), button("next", PAGE, last >= total),
    el("span", { role: "status" }, say("rows", { a: number(total ? asked.first + 1 : 0), b: number(last), n: number(total) })));
}
