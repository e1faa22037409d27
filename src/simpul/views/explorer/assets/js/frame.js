// The frame of the page: tabs between views, language, theme, and what can be saved.
import { announce, byId, el, fill } from "./dom.js";
import { data, edges, findings, nodes, relationsAmong } from "./model.js";
import { saveEdges, saveNodes, savePng, saveSvg } from "./save.js";
import { change, onChange, state } from "./state.js";
import { number, say, sayAll, words } from "./words.js";

const VIEWS = ["graph", "table", "timeline", "dualisms", "console"].filter((view) => byId(`view-${view}`));

export function mountFrame() {
  onChange(["language"], drawFrame);
  onChange(["theme"], drawSwitches);
  onChange(["view"], showView);
  byId("stage").addEventListener("pointerdown", () => toggleTools(false));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      toggleTools(true);
      byId("search-field").focus();
    }
  });
  document.addEventListener("click", closeMenu);
  drawFrame();
}

function drawFrame() {
  sayAll();
  document.title = words(data.title);
  byId("title").textContent = words(data.title);
  byId("counts").textContent = say("counts", { n: number(nodes.length), m: number(relationsAmong(edges).length), k: number(findings.length) });
  drawTabs();
  drawSwitches();
  showView();
}

function drawTabs() {
  fill(byId("tabs"), VIEWS.map((view) => el("button", {
    type: "button", role: "tab", id: `tab-${view}`, "aria-controls": `view-${view}`, "data-key": `tab-${view}`,
    on: { click: () => change({ view }), keydown: (event) => turn(event, view) },
  }, say(view))));
}

function turn(event, view) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length];
  change({ view: next });
  byId(`tab-${next}`).focus();
}

function showView() {
  document.body.dataset.view = state.view;
  for (const view of VIEWS) {
    byId(`view-${view}`).hidden = view !== state.view;
    byId(`tab-${view}`).setAttribute("aria-selected", String(view === state.view));
    byId(`tab-${view}`).tabIndex = view === state.view ? 0 : -1;
  }
  announce(say(state.view));
}

function drawSwitches() {
  const choice = (key, value, label, spoken) => el("button", { type: "button", title: spoken, "aria-pressed": String(state[key] === value), "data-key": `${key}-${value}`, lang: key === "language" && value, on: { click: () => change({ [key]: value }) } }, label, el("span", { class: "unseen" }, ` ${spoken}`));
  fill(byId("switches"),
    el("button", { class: "button side-toggle", type: "button", "data-key": "tools", "aria-controls": "side", "aria-expanded": String(toolsOpen()), on: { click: () => toggleTools(!toolsOpen()) } }, say("menu")),
    el("div", { class: "pair", role: "group", "aria-label": say("language") }, choice("language", "id", "ID", "Bahasa Indonesia"), choice("language", "en", "EN", "English")),
    el("div", { class: "pair", role: "group", "aria-label": say("theme") }, choice("theme", "light", sign("☀"), say("light")), choice("theme", "dark", sign("☾"), say("dark"))),
    saveMenu());
}

function sign(character) {
  return el("span", { "aria-hidden": "true" }, character);
}

function toolsOpen() {
  return document.body.classList.contains("tools-open");
}

// On a phone the tools lie over the stage, opened and closed by a button.
export function toggleTools(open) {
  document.body.classList.toggle("tools-open", open);
  byId("switches").querySelector("[data-key=tools]").setAttribute("aria-expanded", String(open));
}

// Escape closes what lies open, and the keyboard goes back to what opened it.
function leave() {
  const opened = byId("save").open ? "save" : toolsOpen() && "tools";
  closeMenu();
  toggleTools(false);
  if (opened) byId("switches").querySelector(`[data-key=${opened}]`).focus();
}

function saveMenu() {
  const item = (key, act) => el("button", { type: "button", on: { click: () => {
    closeMenu();
    byId("save").querySelector("summary").focus();
    act();
  } } }, say(key));
  return el("details", { class: "menu", id: "save" }, el("summary", { class: "button", "data-key": "save" }, say("save")),
    el("div", { class: "menu-items" }, item("png", savePng), item("svgFile", saveSvg), item("csvNodes", saveNodes), item("csvEdges", saveEdges), item("print", () => print())));
}

function closeMenu(event) {
  const menu = byId("save");
  if (menu && !(event && menu.contains(event.target))) menu.open = false;
}
