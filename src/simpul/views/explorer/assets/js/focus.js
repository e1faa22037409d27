// What the drawing lifts out of the rest: the chosen node and its neighbours, a path, a finding.
import { edgesOf, findingById, numberOf } from "./model.js";
import { state } from "./state.js";

// {nodes, edges} to lift out, or null when all is equal.
export function lifted(scene) {
  if (scene.path) return alongPath(scene.path);
  if (state.finding) return sidesOf(findingById(state.finding));
  if (state.hover !== null) return around(state.hover, scene);
  if (state.node !== null && scene.has[state.node]) return around(state.node, scene);
  if (state.lit.size) return { nodes: state.lit, edges: new Set() };
  return null;
}

function alongPath(path) {
  const nodes = new Set([state.start, state.goal]);
  for (const edge of path) nodes.add(edge.from).add(edge.to);
  return { nodes, edges: new Set(path) };
}

function sidesOf(finding) {
  const nodes = new Set((finding?.sides || []).map((side) => numberOf.get(side.norm)));
  const edges = new Set();
  for (const node of nodes) {
    if (node === undefined) continue;
    for (const edge of edgesOf(node)) if (edge.finding === finding.number) edges.add(edge);
  }
  return { nodes, edges };
}

function around(node, scene) {
  const nodes = new Set([node]);
  const edges = new Set();
  const shown = new Set(scene.edges);
  for (const edge of edgesOf(node)) {
    if (!shown.has(edge)) continue;
    edges.add(edge);
    nodes.add(edge.from).add(edge.to);
  }
  return { nodes, edges };
}
