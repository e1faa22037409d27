// Pointer, touch and keyboard on the graph.
import { toScreen } from "./camera.js";
import { choose, chooseFinding, clearChoice, openDisc } from "./choose.js";
import { byId, el } from "./dom.js";
import { nodes } from "./model.js";
import { currentView, pan, redraw, showAll, showNodes, under, zoom } from "./sheet.js";
import { change, onChange, state } from "./state.js";
import { visible } from "./visible.js";
import { say } from "./words.js";

const keys = el("div", { class: "sheet-keys", tabindex: "0", role: "application" });
const pointers = new Map();
let travelled = 0;

export function mountHands() {
  const on = (event, act, options) => keys.addEventListener(event, act, options);
  on("pointerdown", press);
  on("pointermove", move);
  on("pointerup", release);
  on("pointercancel", (event) => pointers.delete(event.pointerId));
  on("pointerleave", () => state.hover !== null && change({ hover: null }));
  on("wheel", wheel, { passive: false });
  on("keydown", type);
  on("dblclick", (event) => zoom(1.8, at(event)));
  byId("sheet").append(keys, zoomButtons());
  onChange(["hover"], redraw);
  onChange(["language"], named);
  named();
}

function named() {
  keys.setAttribute("aria-label", say("graphName"));
  byId("sheet").querySelector(".zoom").replaceWith(zoomButtons());
}

function zoomButtons() {
  const button = (sign, key, act) => el("button", { type: "button", "aria-label": say(key), title: say(key), on: { click: act } }, sign);
  return el("div", { class: "zoom" }, button("+", "zoomIn", () => zoom(1.5)), button("−", "zoomOut", () => zoom(1 / 1.5)), button("⤢", "zoomAll", showAll));
}

function at(event) {
  const box = keys.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function press(event) {
  keys.setPointerCapture(event.pointerId);
  if (!pointers.size) travelled = 0;
  pointers.set(event.pointerId, at(event));
}

function move(event) {
  const here = at(event);
  const before = pointers.get(event.pointerId);
  if (!before) return hover(here);
  const [dx, dy] = [here[0] - before[0], here[1] - before[1]];
  travelled += Math.abs(dx) + Math.abs(dy);
  if (pointers.size === 2) pinch(event.pointerId, before, here);
  else if (travelled > 4) pan(dx, dy);
  keys.classList.toggle("moving", travelled > 4);
  pointers.set(event.pointerId, here);
  return undefined;
}

function pinch(id, before, here) {
  const other = [...pointers].find(([key]) => key !== id)[1];
  const reach = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
  zoom(reach(here) / reach(before), [(here[0] + other[0]) / 2, (here[1] + other[1]) / 2]);
}

function release(event) {
  pointers.delete(event.pointerId);
  keys.classList.remove("moving");
  if (travelled > 4 || pointers.size) return;
  const found = under(...at(event));
  if (!found) clearChoice();
  else if (found.finding) chooseFinding(found.finding.id);
  else if (found.disc !== undefined) openDisc(found.disc);
  else choose(found.node);
}

function hover(here) {
  const found = under(...here);
  keys.classList.toggle("over", Boolean(found));
  const node = found?.node ?? null;
  if (node !== state.hover) change({ hover: node });
}

function wheel(event) {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), at(event));
}

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function type(event) {
  const acts = { "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: showAll, Escape: clearChoice, Enter: enter, " ": enter };
  const arrow = ARROWS[event.key];
  if (event.altKey || event.metaKey || event.ctrlKey || (!arrow && !acts[event.key])) return;
  event.preventDefault();
  if (arrow && event.shiftKey) pan(-arrow[0] * 60, -arrow[1] * 60);
  else if (arrow) step(arrow);
  else acts[event.key]();
}

function enter() {
  const { discs } = visible();
  if (state.node !== null) byId("panel").focus();
  else if (discs.length) openDisc(discs[0].number);
  else step([1, 0]);
}

// Chooses the nearest node in the direction of an arrow, preferring straight ahead.
function step([dx, dy]) {
  const view = currentView();
  const here = state.node === null ? [view.width / 2, view.height / 2] : toScreen(nodes[state.node], view);
  let best = null;
  let least = Infinity;
  for (const node of visible().nodes) {
    if (node.id === state.node) continue;
    const [x, y] = toScreen(node, view);
    const ahead = (x - here[0]) * dx + (y - here[1]) * dy;
    const aside = Math.abs((x - here[0]) * dy) + Math.abs((y - here[1]) * dx);
    if (ahead > 0 && ahead + aside * 2.2 < least) [best, least] = [node.id, ahead + aside * 2.2];
  }
  if (best === null) return;
  choose(best, { still: true });
  const [x, y] = toScreen(nodes[best], view);
  if (x < 40 || y < 40 || x > view.width - 40 || y > view.height - 40) showNodes([best]);
}
