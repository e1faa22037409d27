// The graph on the stage: a canvas that is redrawn, moved and asked what lies under the pointer.
import { boxAround, camera, fitting, flyTo, panBy, toScreen, zoomAt } from "./camera.js";
import { byId, el } from "./dom.js";
import { drawScene, growth, radiusOf } from "./draw.js";
import { knots } from "./lines.js";
import { communityOf, data, nodes } from "./model.js";
import { state } from "./state.js";
import { visible } from "./visible.js";

const SLOW = 14;
const REST = 110;

const canvas = el("canvas", { "aria-hidden": "true" });
const view = { width: 0, height: 0 };
let drawn = null;
let cost = 0;
let waiting = 0;
let rest = 0;

export function mountSheet() {
  byId("sheet").prepend(canvas);
  new ResizeObserver(() => resized()).observe(byId("sheet"));
}

export function currentView() {
  return view;
}

// A reader who has not moved the sheet sees all of it, however large the window becomes.
function resized() {
  const { clientWidth, clientHeight } = byId("sheet");
  if (!clientWidth || !clientHeight) return;
  const all = () => fitting(everything(), view, room());
  const untouched = !view.width || Object.entries(all()).every(([key, value]) => camera[key] === value);
  Object.assign(view, { width: clientWidth, height: clientHeight });
  if (untouched) Object.assign(camera, all());
  paint();
}

// A slow drawing is made larger than the view, so that there is something to move into.
function paint() {
  if (!view.width) return;
  const began = performance.now();
  const margin = cost > SLOW ? Math.round(Math.max(view.width, view.height) * 0.2) : 0;
  const ratio = Math.min(2, devicePixelRatio || 1);
  const sheet = { width: view.width + margin * 2, height: view.height + margin * 2, margin };
  size(sheet, ratio);
  // Drawn by the processor on purpose: thousands of thin lines are quicker so than on an emulated GPU.
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawScene(pen, sheet);
  drawn = { ...camera, margin };
  cost = performance.now() - began;
  canvas.style.transform = "";
  document.documentElement.dataset.drawn = String(Math.round(performance.now()));
}

function size({ width, height, margin }, ratio) {
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, left: `${-margin}px`, top: `${-margin}px` });
}

// Redraws before the next frame, once however often it is asked.
export function redraw() {
  if (waiting) return;
  waiting = requestAnimationFrame(() => {
    waiting = 0;
    paint();
  });
}

// After a move: draw afresh when that is quick, else slide the picture and draw when it rests.
export function moved() {
  if (cost <= SLOW || !drawn || beyond()) return redraw();
  const { left, top, scale } = shift();
  canvas.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  clearTimeout(rest);
  rest = setTimeout(redraw, REST);
  return undefined;
}

function shift() {
  const scale = camera.scale / drawn.scale;
  const centre = [view.width / 2 + drawn.margin, view.height / 2 + drawn.margin];
  return {
    scale,
    left: (drawn.x - camera.x) * camera.scale + centre[0] * (1 - scale),
    top: (drawn.y - camera.y) * camera.scale + centre[1] * (1 - scale),
  };
}

function beyond() {
  const { scale } = shift();
  const [dx, dy] = [Math.abs(drawn.x - camera.x) * camera.scale, Math.abs(drawn.y - camera.y) * camera.scale];
  return scale > 2.5 || scale < 0.5 || Math.max(dx, dy) > drawn.margin + 120;
}

export function pan(dx, dy) {
  panBy(dx, dy);
  moved();
}

export function zoom(factor, at = [view.width / 2, view.height / 2]) {
  zoomAt(factor, at, view);
  moved();
}

function everything() {
  const scene = visible();
  const regions = Object.values(data.regions).flatMap((region) => [
    { x: region.left, y: region.top }, { x: region.left + region.width, y: region.top + region.height },
  ]);
  const whole = !state.depth || state.node === null;
  const points = whole && regions.length ? regions : [...scene.nodes, ...data.communities];
  return boxAround(points.length ? points : [{ x: 0, y: 0 }]);
}

function room() {
  return view.width < 500 ? 10 : 36;
}

export function showAll() {
  flyTo(fitting(state.depth && state.node !== null ? boxAround(visible().nodes) : everything(), view, room()), redraw);
}

// Brings some nodes into view, without coming closer than reading needs.
export function showNodes(numbers) {
  const points = numbers.map((node) => nodes[node]);
  if (!points.length || !view.width) return;
  const place = fitting(boxAround(points), view, 120);
  const closest = Math.max(camera.scale, 1.1);
  flyTo({ ...place, scale: Math.min(place.scale, closest) }, redraw);
}

// What lies at a point of the screen: {node}, {finding}, {disc} or null.
export function under(left, top) {
  const scene = visible();
  const knot = knots(scene, view).find(({ at: [x, y], radius }) => Math.hypot(x - left, y - top) < radius + 3);
  if (knot) return { finding: knot.finding };
  const node = nearest(scene.nodes, left, top);
  if (node) return { node: node.id };
  const disc = scene.discs.find((one) => within(one, left, top, one.radius * camera.scale));
  return disc ? { disc: disc.number } : null;
}

function nearest(shown, left, top) {
  let best = null;
  let least = Infinity;
  for (const node of shown) {
    const [x, y] = toScreen(node, view);
    const distance = Math.hypot(x - left, y - top) - radiusOf(node);
    if (distance < 7 * growth() && distance < least) [best, least] = [node, distance];
  }
  return best;
}

function within(disc, left, top, radius) {
  const [x, y] = toScreen(disc, view);
  return Math.hypot(x - left, y - top) <= radius;
}

// Opens the community a node is in, so that the node can be seen.
export function openFor(number) {
  const home = communityOf(number);
  return home < 0 || state.open.has(home) ? state.open : new Set([...state.open, home]);
}
