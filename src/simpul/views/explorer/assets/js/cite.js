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

// A citation of a finding: its matter and name, what stands against what, this page.
export function findingCitation(finding) {
  const sides = (finding.sides || []).map((side) => [words(side.provision) || words(side.instrument), words(side.label)].filter(Boolean).join(": "));
  const parts = [`${words(finding.matter)} (${say(finding.kind)}, ${say(finding.status)}, ${finding.id})`, sides.join("; "), words(data.title), data.citation];
  return `${parts.filter(Boolean).join(". ")}.`;
}

export function copyCitation(text, button) {
  return copy(text, say("copied"), button);
}

// The page's address with its state; in a notebook, where it has none, the node's IRI.
export function copyLink(node, button) {
  const link = location.protocol === "about:" ? node.iri : location.href.split("#")[0] + fragment();
  return copy(link, say("linkCopied"), button);
}

export function copyFindingLink({ id }, button) {
  return copy(`${location.href.split("#")[0]}#view=dualisms&finding=${encodeURIComponent(id)}`, say("linkCopied"), button);
}

// Says so twice: to those who listen, and for a moment on the button itself.
async function copy(text, done, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByHand(text);
  }
  announce(done);
  button.textContent = done;
  setTimeout(() => { button.textContent = label; }, 2000);
}

// Where a page opened from a file may not use the clipboard directly.
function copyByHand(text) {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  before.focus({ preventScroll: true });
}
