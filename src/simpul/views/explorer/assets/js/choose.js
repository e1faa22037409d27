// Choosing a node, a finding, a community: the acts that every view shares.
import { announce, byId } from "./dom.js";
import { communityOf, data, findingById, kinds, nodes, numberOf } from "./model.js";
import { openFor, redraw, showNodes } from "./sheet.js";
import { change, state } from "./state.js";
import { leader } from "./discs.js";
import { say, words } from "./words.js";

// Chooses a node; in the graph it is brought into view unless told to stay still.
export function choose(node, { still = false } = {}) {
  const hiddenKinds = new Set(state.hiddenKinds);
  hiddenKinds.delete(nodes[node].group);
  change({ node, finding: null, hiddenKinds: hiddenKinds.size === state.hiddenKinds.size ? state.hiddenKinds : hiddenKinds, open: openFor(node) });
  announce(`${words(nodes[node].label)}, ${words(kinds.get(nodes[node].group).label)}`);
  settle(() => byId("panel"));
  if (!still && state.view === "graph") showNodes([node]);
}

export function chooseFinding(id, view = state.view) {
  const finding = findingById(id);
  if (!finding) return;
  const sides = (finding.sides || []).map((side) => numberOf.get(side.norm)).filter((node) => node !== undefined);
  const open = new Set(state.open);
  for (const side of sides) if (communityOf(side) >= 0) open.add(communityOf(side));
  change({ finding: id, node: null, start: null, goal: null, view, open });
  announce(`${words(finding.matter)}, ${say(finding.status)}`);
  settle(() => (view === "dualisms" && document.querySelector(".finding.chosen")) || byId("panel"), view === "dualisms");
  if (view === "graph") requestAnimationFrame(() => showNodes(sides));
}

// The keyboard follows the choice where what it was on is gone from sight, or always if told to.
function settle(place, always = false) {
  if (!("ready" in document.documentElement.dataset)) return;
  setTimeout(() => {
    const here = document.activeElement;
    if (always || here === document.body || here.closest("[hidden]")) place().focus({ preventScroll: true });
  });
}

export function clearChoice() {
  change({ node: null, finding: null, start: null, goal: null, depth: 0, lit: new Set() });
  redraw();
}

export function openDisc(number) {
  const disc = data.communities[number];
  change({ open: new Set([...state.open, number]), node: leader(disc).id, finding: null });
  announce(say("openCommunity", { n: disc.members.length }));
  showNodes(disc.members);
}

export function closeDiscs() {
  change({ open: new Set(), node: null });
}
