// Search as you type, in both languages, forgiving accents, order of words and a slip or two.
import { choose } from "./choose.js";
import { announce, byId, el, fill } from "./dom.js";
import { toggleTools } from "./frame.js";
import { kinds, nodes } from "./model.js";
import { glyph } from "./shapes.js";
import { change, onChange, state } from "./state.js";
import { say, words } from "./words.js";

const MOST = 12;
let index = null;
let found = [];
let active = -1;

export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// The nodes that fit what was typed, best first.
export function search(typed) {
  const terms = fold(typed).split(/\s+/).filter(Boolean);
  if (!terms.length) return [];
  index ??= nodes.map(entry);
  const scored = [];
  for (const { node, names, all } of index) {
    const score = fit(terms, names, all);
    if (score > 0) scored.push([score + Math.min(2, (node.value || 0) / 20), node]);
  }
  return scored.sort((a, b) => b[0] - a[0] || a[1].id - b[1].id).map(([, node]) => node);
}

function entry(node) {
  const both = [node.label, ...(node.alternatives || [])].flatMap((name) => [words(name, "id"), words(name, "en")]);
  const names = [...new Set(both.map(fold))];
  return { node, names, all: `${names.join(" ")} ${fold(node.iri)}` };
}

function fit(terms, names, all) {
  let score = 0;
  for (const term of terms) {
    if (all.includes(term)) score += names.some((name) => name.startsWith(term)) ? 6 : 3;
    else if (term.length > 3 && all.split(/[\s/]+/).some((word) => almost(term, word))) score += 1;
    else return 0;
  }
  return score;
}

// Whether two words differ by at most one letter added, dropped, changed or swapped.
export function almost(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

export function mountSearch() {
  const place = byId("search");
  place.className = "search";
  const input = el("input", { class: "field", id: "search-field", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-hits" });
  const list = el("ul", { class: "hits", id: "search-hits", role: "listbox", hidden: true });
  input.addEventListener("input", () => show(input, list));
  input.addEventListener("keydown", (event) => typed(event, input, list));
  input.addEventListener("blur", () => setTimeout(() => hide(input, list), 150));
  place.append(input, list);
  const named = () => {
    for (const element of [input, list]) element.setAttribute("aria-label", say("search"));
    input.placeholder = say("searchHint");
  };
  onChange(["language"], named);
  named();
}

function show(input, list) {
  const hits = search(input.value);
  found = hits.slice(0, MOST);
  active = found.length ? 0 : -1;
  const typedSome = Boolean(input.value.trim());
  list.hidden = !typedSome;
  input.setAttribute("aria-expanded", String(typedSome));
  fill(list, found.length ? found.map((node, rank) => hit(node, rank, input, list)) : el("li", { role: "option", "aria-disabled": "true" }, say("noHits")));
  mark(input, list);
  if (typedSome) announce(hits.length ? say("hits", { n: hits.length }) : say("noHits"));
}

function hit(node, rank, input, list) {
  const pick = () => take(rank, input, list);
  return el("li", { id: `hit-${rank}`, role: "option", on: { mousedown: (event) => event.preventDefault(), click: pick } },
    glyph(node.group), el("span", {}, el("bdi", {}, words(node.label)), el("small", {}, words(kinds.get(node.group).label))));
}

function mark(input, list) {
  [...list.children].forEach((item, rank) => item.setAttribute("aria-selected", String(rank === active)));
  if (active >= 0) input.setAttribute("aria-activedescendant", `hit-${active}`);
  else input.removeAttribute("aria-activedescendant");
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function typed(event, input, list) {
  const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (turn && found.length) active = (active + turn + found.length) % found.length;
  else if (event.key === "Enter" && active >= 0) take(active, input, list);
  else if (event.key === "Escape") hide(input, list);
  else return;
  event.preventDefault();
  mark(input, list);
}

function take(rank, input, list) {
  const node = found[rank];
  hide(input, list);
  input.value = "";
  toggleTools(false);
  if (state.view !== "graph" && state.view !== "table") change({ view: "graph" });
  choose(node.id);
  byId("panel").focus({ preventScroll: true });
}

function hide(input, list) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
