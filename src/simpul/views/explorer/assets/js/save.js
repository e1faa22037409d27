// The current view as a file: PNG, SVG, or CSV of what is shown.
import { announce, el } from "./dom.js";
import { drawScene } from "./draw.js";
import { data, nodes } from "./model.js";
import { currentView } from "./sheet.js";
import { state } from "./state.js";
import { svgPen } from "./svgpen.js";
import { edgeShows, nodeShows } from "./visible.js";
import { say, words } from "./words.js";

const SHARPNESS = 3;

export function savePng() {
  const view = currentView();
  const canvas = el("canvas", { width: view.width * SHARPNESS, height: view.height * SHARPNESS });
  const pen = canvas.getContext("2d");
  pen.scale(SHARPNESS, SHARPNESS);
  drawScene(pen, view);
  canvas.toBlob((blob) => download(blob, "png"));
}

export function saveSvg() {
  download(new Blob([svgText()], { type: "image/svg+xml" }), "svg");
}

export function svgText() {
  const view = currentView();
  const pen = svgPen(view.width, view.height);
  drawScene(pen, view);
  return pen.document(words(data.title));
}

export function saveNodes() {
  const shown = nodes.filter(nodeShows);
  const rows = shown.map((node) => [node.iri, words(node.label, "id"), words(node.label, "en"), node.group, node.begins, node.ends, node.value, sources(node)]);
  saveCsv([["Id", "Label", "Label (en)", "Kind", "Begins", "Ends", "Relations", "Evidence"], ...rows], "nodes");
}

export function saveEdges() {
  const shown = data.edges.filter((edge) => edgeShows(edge) && nodeShows(nodes[edge.from]) && nodeShows(nodes[edge.to]));
  const rows = shown.map((edge) => [nodes[edge.from].iri, nodes[edge.to].iri, "Directed", words(data.predicates[edge.predicate].label), data.predicates[edge.predicate].key, edge.begins, edge.ends, sources(edge)]);
  saveCsv([["Source", "Target", "Type", "Label", "Relation", "Begins", "Ends", "Evidence"], ...rows], "relations");
}

function sources({ evidence = [] }) {
  return evidence.map(([source, locator]) => `${words(data.sources[source].label)} ${locator || ""}`.trim()).join("; ");
}

function saveCsv(rows, name) {
  download(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }), "csv", name);
}

// CSV as RFC 4180 has it, with a mark for spreadsheets that it is UTF-8; a cell
// that a spreadsheet would run as a formula is led by an apostrophe.
export function csv(rows) {
  const cell = (value) => {
    const text = String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function download(blob, ending, part = "") {
  const url = URL.createObjectURL(blob);
  const name = `${["simpul", part, state.date].filter(Boolean).join("-")}.${ending}`;
  el("a", { href: url, download: name }).click();
  announce(say("saved", { name }));
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
