// The data of the page: nodes, edges, findings and events, and what leads to what.
import { byId } from "./dom.js";

export const data = JSON.parse(byId("data").textContent);
export const nodes = data.nodes;
export const edges = data.edges;
export const findings = data.findings;

export const kinds = new Map(data.kinds.map((kind) => [kind.name, kind]));
export const numberOf = new Map(nodes.map((node) => [node.iri, node.id]));
export const BASE = "https://w3id.org/simpul/id/";
export const LARGE = data.communities.length > 0;

const ties = nodes.map(() => []);
const homes = new Int32Array(nodes.length).fill(-1);
const sides = new Map();
indexEdges();
indexCommunities();
indexSides();

function indexEdges() {
  edges.forEach((edge, number) => {
    edge.number = number;
    ties[edge.from].push(edge);
    if (edge.to !== edge.from) ties[edge.to].push(edge);
  });
}

function indexCommunities() {
  data.communities.forEach((community, number) => {
    community.number = number;
    for (const member of community.members) homes[member] = number;
  });
}

function indexSides() {
  for (const finding of findings) {
    finding.number = findings.indexOf(finding);
    for (const side of finding.sides || []) {
      const node = numberOf.get(side.norm);
      if (node !== undefined) sides.set(node, [...(sides.get(node) || []), finding]);
    }
  }
}

// The relations among edges; the others are drawn between the sides of a dualism.
export function relationsAmong(some) {
  return some.filter((edge) => edge.finding === undefined);
}

export function edgesOf(node) {
  return ties[node];
}

export function otherEnd(edge, node) {
  return edge.from === node ? edge.to : edge.from;
}

export function communityOf(node) {
  return homes[node];
}

// The findings in which a node is one of the sides.
export function findingsOf(node) {
  return sides.get(node) || [];
}

export function findingById(id) {
  return findings.find((finding) => finding.id === id);
}

// Whether a thing is there on a date; without a date, everything is.
// The end is excluded: what ends on a day is gone on that day.
export function alive(thing, date) {
  if (!date) return true;
  return (!thing.begins || thing.begins <= date) && (!thing.ends || date < thing.ends);
}

// Every day on which something begins or ends, in order.
export function turningDays() {
  const days = new Set();
  for (const thing of [...nodes, ...edges, ...findings]) {
    for (const day of [thing.begins, thing.ends]) {
      if (/^\d{4}-\d{2}-\d{2}$/.test(day || "")) days.add(day);
    }
  }
  return [...days].sort();
}

export function shortName(iri) {
  return iri.startsWith(BASE) ? iri.slice(BASE.length) : iri;
}

export function longName(name) {
  return numberOf.has(name) ? name : BASE + name;
}
