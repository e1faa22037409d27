// Surroundings by depth and the path between two nodes, beside the legend.
import { announce, byId, el, fill } from "./dom.js";
import { data, nodes } from "./model.js";
import { goTo } from "./panel.js";
import { showAll, showNodes } from "./sheet.js";
import { change, onChange, state } from "./state.js";
import { visible } from "./visible.js";
import { say, words } from "./words.js";

export function mountWays() {
  onChange(["node", "start", "goal", "depth", "language", "theme", "date", "hiddenKinds", "hiddenPredicates"], drawWays);
  onChange(["goal"], () => {
    const { path } = visible();
    if (path?.length) showNodes([...new Set(path.flatMap((edge) => [edge.from, edge.to]))]);
  });
  onChange(["start", "goal"], () => state.start !== null && announce(pathWords()));
  drawWays();
}

function pathWords() {
  if (state.goal === null) return say("pathStart", { name: words(nodes[state.start].label) });
  const { path } = visible();
  if (!path) return say("noPath");
  return path.length === 1 ? say("pathFoundOne") : say("pathFound", { n: path.length });
}

// The path stands beside the legend and, for phones, under the sheet, where no drawer hides it.
function drawWays() {
  fill(byId("way"), pathPart() || []);
  const parts = [depthPart(), pathPart()].filter(Boolean);
  fill(byId("routes"), parts.length > 0 && el("div", { class: "route" }, el("h2", { class: "heading" }, say("routes")), parts));
}

function depthPart() {
  if (state.node === null) return null;
  const choose = (depth) => {
    change({ depth });
    requestAnimationFrame(showAll);
  };
  const button = (depth, label, spoken) => el("button", { type: "button", "aria-label": spoken, "aria-pressed": String(state.depth === depth), "data-key": `depth-${depth}`, on: { click: () => choose(depth) } }, label);
  return el("div", {}, el("p", { class: "small", id: "depth-label" }, `${say("depth")}: ${words(nodes[state.node].label)}`),
    el("div", { class: "pair", role: "group", "aria-labelledby": "depth-label" },
      button(0, say("all"), `${say("all")}: ${say("whole")}`), button(1, "1", say("oneStep")), button(2, "2", say("steps", { n: 2 })), button(3, "3", say("steps", { n: 3 }))));
}

function pathPart() {
  if (state.start === null) return null;
  const clear = el("button", { class: "button", type: "button", on: { click: () => change({ start: null, goal: null }) } }, say("clear"));
  const path = state.goal !== null && visible().path;
  return el("div", {}, path ? stops(path) : el("p", {}, pathWords()), clear);
}

function stops(path) {
  let here = state.start;
  const items = [el("li", {}, goTo(here))];
  for (const edge of path) {
    here = edge.from === here ? edge.to : edge.from;
    items.push(el("li", {}, el("span", { class: "small" }, `${words(data.predicates[edge.predicate].label)} `), goTo(here)));
  }
  return el("ol", { "aria-label": say("path") }, items);
}
