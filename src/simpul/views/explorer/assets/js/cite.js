// Citations and links a reader can paste elsewhere.
import { announce } from "./dom.js";
import { data } from "./model.js";
import { fragment } from "./fragment.js";
import { state } from "./state.js";
import { say, words } from "./words.js";

// A citation of one node: its name and IRI, where it is said, this page and the date asked for.
export function citation(node) {
  const sources = (node.evidence || []).map(([source, locator]) => `${words(data.sources[source].label)}${locator ? `, ${locator}` : ""}`);
  const asOf = state.date && `${say("asOf").toLowerCase()} ${state.date}`;
  const parts = [`${words(node.label)} <${node.iri}>`, sources.join("; "), `${words(data.title)}${asOf ? ` (${asOf})` : ""}`, data.citation];
  return `${parts.filter(Boolean).join(". ")}.`;
}

export function copyCitation(node) {
  return copy(citation(node), say("copied"));
}

// The page's address with its state; in a notebook, where it has none, the node's IRI.
export function copyLink(node) {
  const link = location.protocol === "about:" ? node.iri : location.href.split("#")[0] + fragment();
  return copy(link, say("linkCopied"));
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByHand(text);
  }
  announce(done);
}

// Where a page opened from a file may not use the clipboard directly.
function copyByHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
