// What is on the sheet now: by kind, relation, date, surroundings and open communities.
import { LARGE, alive, communityOf, data, edges, findings, nodes } from "./model.js";
import { shortest, within } from "./routes.js";
import { onChange, state } from "./state.js";

let kept = null;

onChange(["hiddenKinds", "hiddenPredicates", "date", "depth", "node", "open", "start", "goal"], () => {
  kept = null;
});

// {nodes, edges, has, discs, bundles, path}; worked out once per change.
export function visible() {
  if (!kept) kept = LARGE && !surroundings() ? overview() : plain();
  return kept;
}

function surroundings() {
  return state.depth > 0 && state.node !== null;
}

export function nodeShows(node) {
  return !state.hiddenKinds.has(node.group) && alive(node, state.date);
}

export function edgeShows(edge) {
  if (state.hiddenPredicates.has(edge.predicate) || !alive(edge, state.date)) return false;
  return edge.finding === undefined || alive(findings[edge.finding], state.date);
}

function passes(edge, other) {
  return edgeShows(edge) && nodeShows(nodes[other]);
}

function plain() {
  const near = surroundings() ? within(state.node, state.depth, passes) : null;
  const has = new Uint8Array(nodes.length);
  const shown = nodes.filter((node) => nodeShows(node) && (!near || near.has(node.id)));
  for (const node of shown) has[node.id] = 1;
  return withPath({ nodes: shown, edges: lines(has), has, discs: [], bundles: [] });
}

function lines(has) {
  return edges.filter((edge) => has[edge.from] && has[edge.to] && edgeShows(edge));
}

// Closed communities are discs; relations that end in one are bundled.
function overview() {
  const has = new Uint8Array(nodes.length);
  const living = nodes.filter(nodeShows);
  const shown = living.filter((node) => state.open.has(communityOf(node.id)));
  for (const node of shown) has[node.id] = 1;
  const counts = new Map();
  for (const node of living) counts.set(communityOf(node.id), (counts.get(communityOf(node.id)) || 0) + 1);
  const discs = data.communities
    .filter((disc) => counts.has(disc.number) && !state.open.has(disc.number))
    .map((disc) => ({ ...disc, count: counts.get(disc.number) }));
  return withPath({ nodes: shown, edges: lines(has), has, discs, bundles: bundles(has) });
}

function bundles(has) {
  const found = new Map();
  for (const edge of edges) {
    const one = standIn(edge.from, has);
    const other = standIn(edge.to, has);
    if (one === other || (has[edge.from] && has[edge.to]) || !edgeShows(edge)) continue;
    if (!nodeShows(nodes[edge.from]) || !nodeShows(nodes[edge.to])) continue;
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    const bundle = found.get(key) || { ends: [one, other], many: 0, dualism: false };
    bundle.many += 1;
    bundle.dualism ||= edge.finding !== undefined;
    found.set(key, bundle);
  }
  return [...found.values()];
}

// A node that shows stands for itself (its number), any other for its disc (below zero).
function standIn(node, has) {
  return has[node] ? node : -1 - communityOf(node);
}

export function placeOf(end) {
  return end >= 0 ? nodes[end] : data.communities[-1 - end];
}

function withPath(scene) {
  scene.path = state.start !== null && state.goal !== null ? shortest(state.start, state.goal, passes) : undefined;
  return scene;
}
