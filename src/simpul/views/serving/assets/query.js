// The query page: YASGUI set to this server alone; a named question opens in a tab of its own.
"use strict";
const questions = JSON.parse(document.getElementById("questions").textContent);
const endpoint = new URL("/sparql", location.href).href;
const HERE = "https://w3id.org/simpul/id/";

// Completion of terms and prefixes would ask other servers; names of variables are the page's own.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
window.page = new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  yasqe: { value: questions.first },
  persistenceId: "simpul",
  persistencyExpire: 60 * 60 * 24 * 7,
});

document.getElementById("question").addEventListener("change", (event) => {
  const asked = questions.named[event.target.value];
  if (!asked) return;
  window.page.addTab(true, { name: event.target.value, yasqe: { value: asked } }, { avoidDuplicateTabs: true }).query();
});

// A thing of the graph opens in the explorer rather than on the web.
document.getElementById("editor").addEventListener("click", (event) => {
  const link = event.target.closest(".yasr a[href]");
  if (!link || !link.href.startsWith(HERE) || link.href.includes("/graph/")) return;
  event.preventDefault();
  open(`/#node=${link.href.slice(HERE.length)}`, "_blank", "noopener");
});
