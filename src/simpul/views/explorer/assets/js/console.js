// The SPARQL console: starts the engine in a worker when first opened, asks, shows rows.
import { choose } from "./choose.js";
import { announce, byId, el, fill, outward } from "./dom.js";
import { data, nodes, numberOf } from "./model.js";
import { unpacked } from "./packed.js";
import { goTo } from "./panel.js";
import { change, onChange, state } from "./state.js";
import { number, say, words } from "./words.js";

const LIMIT = 30;
const FIRST = "SELECT ?kind (COUNT(?thing) AS ?many)\nWHERE { ?thing a ?kind }\nGROUP BY ?kind\nORDER BY DESC(?many)\n";
let worker = null;
let typed = data.questions[0]?.sparql || FIRST;
let answer = null;
let note = null;
let busy = 0;
let ready = false;

export function mountConsole() {
  if (!byId("view-console")) return;
  onChange(["view", "language", "theme"], () => {
    if (state.view !== "console") return;
    drawConsole();
    start();
  });
}

async function start() {
  if (worker) return;
  tell("starting");
  worker = engine();
  worker.onmessage = ({ data: message }) => hear(message);
}

// The engine's program runs from a blob, apart from the page, so that it can be stopped.
function engine() {
  const parts = Promise.all(["program", "code", "triples"].map((part) => unpacked(byId(`engine-${part}`).textContent)));
  const pending = { postMessage: (message) => parts.then(() => live.postMessage(message)), terminate: () => live?.terminate() };
  let live = null;
  parts.then(([program, code, triples]) => {
    const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    live = new Worker(url);
    live.onmessage = (event) => pending.onmessage(event);
    live.postMessage({ code, triples }, [code.buffer, triples.buffer]);
  });
  return pending;
}

function hear(message) {
  clearTimeout(busy);
  busy = 0;
  if (message.ready) [ready, note] = [true, null];
  else if (message.error) note = { text: message.error, bad: true };
  else [answer, note] = [message, null];
  const lit = (message.rows || []).flat().map((term) => term && numberOf.get(term.value)).filter((node) => node !== undefined);
  if (message.rows) change({ lit: new Set(lit), node: null, finding: null });
  drawConsole();
  announce(message.ready ? "" : note?.text || outcome());
}

function tell(key, values) {
  note = { text: say(key, values), bad: key === "tooLong" };
  drawConsole();
  announce(note.text);
}

function run() {
  if (!ready || busy) return;
  answer = null;
  tell("running");
  worker.postMessage({ query: typed });
  busy = setTimeout(() => halt("tooLong"), LIMIT * 1000);
  drawConsole();
}

function halt(why) {
  clearTimeout(busy);
  busy = 0;
  worker.terminate();
  ready = false;
  worker = null;
  tell(why, { n: LIMIT });
  worker = engine();
  worker.onmessage = ({ data: message }) => (message.ready ? (ready = true, drawConsole()) : hear(message));
}

function drawConsole() {
  const place = byId("view-console");
  const page = place.querySelector(".page") || place.appendChild(el("div", { class: "page" }));
  fill(page, el("h2", {}, say("console")), el("p", { class: "small" }, say("consoleLede")), questionMenu(), field(), buttons(),
    note && el("p", { class: `note ${note.bad ? "bad" : ""}` }, note.text), answer && answerPart());
}

function questionMenu() {
  if (!data.questions.length) return null;
  const pick = (event) => {
    const question = data.questions.find(({ name }) => name === event.target.value);
    if (question) typed = question.sparql;
    drawConsole();
  };
  const chosen = data.questions.find(({ sparql }) => sparql === typed);
  return el("div", { class: "filters" }, el("label", { for: "question" }, say("question")),
    el("select", { class: "field", id: "question", "data-key": "question", on: { change: pick } },
      el("option", { value: "", selected: !chosen }, say("ownQuery")),
      data.questions.map((question) => el("option", { value: question.name, selected: question === chosen }, words(question.title)))));
}

function field() {
  const area = el("textarea", { class: "query", "aria-label": say("query"), spellcheck: "false", "data-key": "query", on: {
    input: (event) => { typed = event.target.value; },
    keydown: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && run(),
  } });
  area.value = typed;
  return area;
}

function buttons() {
  return el("div", { class: "buttons" },
    el("button", { class: "button main", type: "button", "data-key": "run", disabled: Boolean(busy) || !ready, on: { click: run } }, say("run")),
    busy ? el("button", { class: "button", type: "button", "data-key": "stop", on: { click: () => halt("stopped") } }, say("stop")) : null);
}

function outcome() {
  if (answer.yes !== undefined) return say("answer", { a: say(answer.yes ? "yes" : "no") });
  return answer.cut ? say("cut", { n: number(answer.rows.length) }) : say("result", { n: number(answer.rows.length), t: Math.round(answer.time) });
}

function answerPart() {
  const nodesLit = state.lit.size > 0 && el("p", { class: "small" }, `${say("lightUp")} `, el("button", { class: "button", type: "button", on: { click: () => change({ view: "graph" }) } }, say("showInGraph")));
  return [el("p", { class: "note", role: "status" }, outcome()), nodesLit, answer.rows && el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": say("table") },
    el("table", {}, el("thead", {}, el("tr", {}, answer.columns.map((column) => el("th", { scope: "col" }, el("span", {}, column))))),
      el("tbody", {}, answer.rows.map((row) => el("tr", {}, row.map((term) => el("td", {}, term && cell(term))))))))];
}

function cell({ value, iri }) {
  const node = numberOf.get(value);
  if (node !== undefined) return goTo(node, words(nodes[node].label), () => choose(node, { still: true }));
  return iri ? outward(value, value) : el("bdi", {}, value);
}
