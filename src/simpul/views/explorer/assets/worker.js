// Runs beside the page, joined to Oxigraph's loader: takes the quads once, then answers queries.
/* global initSync, Store */

const MOST_ROWS = 2000;
let store = null;

self.onmessage = ({ data: message }) => {
  try {
    self.postMessage(message.code ? begin(message) : ask(message.query));
  } catch (problem) {
    self.postMessage({ error: String(problem?.message || problem) });
  }
};

function begin({ code, triples }) {
  initSync({ module: code });
  store = new Store();
  store.load(triples, { format: "application/n-quads" });
  return { ready: true };
}

function ask(query) {
  const began = performance.now();
  const found = store.query(query, { use_default_graph_as_union: true });
  const time = performance.now() - began;
  if (typeof found === "boolean") return { yes: found, time };
  if (typeof found === "string") return { columns: ["result"], rows: [[{ value: found }]], time };
  const shown = found.slice(0, MOST_ROWS);
  return { ...table(shown), time, cut: found.length > shown.length };
}

// Solutions of SELECT are maps; CONSTRUCT and DESCRIBE give quads.
function table(found) {
  if (found.length && found[0].subject) {
    return { columns: ["subject", "predicate", "object"], rows: found.map((quad) => [quad.subject, quad.predicate, quad.object].map(plain)) };
  }
  const columns = [...new Set(found.flatMap((solution) => [...solution.keys()]))];
  return { columns, rows: found.map((solution) => columns.map((column) => plain(solution.get(column)))) };
}

function plain(term) {
  return term ? { value: term.value, iri: term.termType === "NamedNode" } : null;
}
