// Ways through the graph: the shortest path, and what lies within some steps.
import { edgesOf, otherEnd } from "./model.js";

// The nodes within so many steps of a node, over edges that pass the test.
export function within(start, depth, passes) {
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < depth && rim.length; step += 1) {
    const next = [];
    for (const node of rim) {
      for (const edge of edgesOf(node)) {
        const other = otherEnd(edge, node);
        if (!passes(edge, other) || reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return reached;
}

// The edges of a shortest path between two nodes, in order; null if there is none.
export function shortest(start, goal, passes) {
  const cameBy = new Map([[start, null]]);
  let rim = [start];
  while (rim.length && !cameBy.has(goal)) {
    const next = [];
    for (const node of rim) {
      for (const edge of edgesOf(node)) {
        const other = otherEnd(edge, node);
        if (!passes(edge, other) || cameBy.has(other)) continue;
        cameBy.set(other, { edge, node });
        next.push(other);
      }
    }
    rim = next;
  }
  return cameBy.has(goal) ? retraced(cameBy, goal) : null;
}

function retraced(cameBy, goal) {
  const path = [];
  for (let step = cameBy.get(goal); step; step = cameBy.get(step.node)) path.unshift(step.edge);
  return path;
}
