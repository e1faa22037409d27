// Draws the scene with any pen that has a canvas's strokes: regions, relations, nodes, names.
import { camera, toScreen } from "./camera.js";
import { lifted } from "./focus.js";
import { placeLabel, taken } from "./labels.js";
import { LARGE, data, findingsOf, kinds, relationsAmong } from "./model.js";
import { drawBadges, drawDualisms, drawEdges, drawLiftedEdges } from "./lines.js";
import { drawBundles, drawDiscs } from "./discs.js";
import { colourOf, outline } from "./shapes.js";
import { state } from "./state.js";
import { visible } from "./visible.js";
import { say, words } from "./words.js";

const FADED = 0.2;

// The colours of the theme, as the style sheet has them.
export function inks() {
  const style = getComputedStyle(document.documentElement);
  const names = ["sheet", "region", "ink", "quiet", "edge", "line", "open", "parallel", "resolved", "halo", "accent"];
  const found = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...found, face: style.getPropertyValue("--sans").trim() };
}

export function radiusOf(node) {
  return (5 + Math.min(9, 1.5 * Math.sqrt(node.value || 0))) * growth();
}

// Nodes grow more slowly than the sheet, so that zooming in makes room.
export function growth() {
  return Math.min(2.1, Math.max(0.36, camera.scale ** 0.45));
}

export function drawScene(pen, view) {
  const scene = visible();
  const ink = inks();
  const lift = lifted(scene);
  const look = { ink, lift, view, faded: FADED, radiusOf };
  pen.fillStyle = ink.sheet;
  pen.fillRect(0, 0, view.width, view.height);
  const space = taken(view);
  drawRegions(pen, look, space);
  drawBundles(pen, scene, look);
  drawEdges(pen, scene, look);
  drawDualisms(pen, scene, look);
  if (lift) drawLiftedEdges(pen, scene, look, space);
  drawDiscs(pen, scene, look);
  drawNodes(pen, scene, look);
  drawBadges(pen, scene, look, space);
  drawNames(pen, scene, look, space);
}

function drawRegions(pen, { ink, view }, space) {
  for (const [kind, region] of Object.entries(data.regions)) {
    if (state.hiddenKinds.has(kind)) continue;
    const [x, y] = toScreen({ x: region.left + 9, y: region.top + 9 }, view);
    const [width, height] = [(region.width - 18) * camera.scale, (region.height - 18) * camera.scale];
    pen.beginPath();
    pen.roundRect(x, y, width, height, Math.min(16, 14 * camera.scale));
    pen.fillStyle = ink.region;
    pen.fill();
    drawHeading(pen, kind, x + 12, y + Math.max(12, 18 * camera.scale), width - 20, ink, space);
  }
}

function drawHeading(pen, kind, x, y, room, ink, space) {
  pen.font = `600 ${Math.min(17, Math.max(10.5, 13 * camera.scale)).toFixed(1)}px ${ink.face}`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillStyle = colourOf(kind, state.theme);
  const name = words(kinds.get(kind).label);
  const { width } = pen.measureText(name);
  if (width > room) return;
  pen.fillText(name, x, y);
  space.add({ left: x, top: y - 9, right: x + width, bottom: y + 9 });
}

function drawNodes(pen, scene, look) {
  const { lift, faded } = look;
  for (const kind of kinds.keys()) {
    const members = scene.nodes.filter((node) => node.group === kind && onScreen(node, look));
    const quiet = lift ? members.filter((node) => !lift.nodes.has(node.id)) : [];
    const strong = lift ? members.filter((node) => lift.nodes.has(node.id)) : members;
    pen.globalAlpha = faded;
    drawShapes(pen, kind, quiet, look);
    pen.globalAlpha = 1;
    drawShapes(pen, kind, strong, look);
  }
  drawRings(pen, scene, look);
}

function drawShapes(pen, kind, members, { ink, view }) {
  if (!members.length) return;
  const { shape } = kinds.get(kind);
  pen.beginPath();
  for (const node of members) outline(pen, shape, ...toScreen(node, view), radiusOf(node));
  pen.fillStyle = shape === "ring" ? ink.sheet : colourOf(kind, state.theme);
  pen.fill();
  pen.strokeStyle = shape === "ring" ? colourOf(kind, state.theme) : ink.sheet;
  pen.lineWidth = shape === "ring" ? 3 : 1;
  pen.stroke();
}

// A ring marks the chosen node, the one under the keyboard, and the sides of dualisms.
function drawRings(pen, scene, look) {
  const { ink, lift, view } = look;
  for (const node of scene.nodes) {
    const sides = LARGE ? [] : findingsOf(node.id);
    const chosen = node.id === state.node || node.id === state.hover || state.lit.has(node.id);
    if ((!sides.length && !chosen) || !onScreen(node, look)) continue;
    pen.globalAlpha = lift && !lift.nodes.has(node.id) ? look.faded : 1;
    pen.beginPath();
    const [x, y] = toScreen(node, view);
    const reach = radiusOf(node) + (chosen ? 5 : 2 + 2 * growth());
    pen.moveTo(x + reach, y);
    pen.arc(x, y, reach, 0, Math.PI * 2);
    pen.strokeStyle = chosen ? ink.ink : ink[worst(sides)];
    pen.lineWidth = chosen ? 2.5 : Math.min(1.8, 1 + camera.scale);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function worst(sides) {
  return ["open", "parallel", "resolved"].find((status) => sides.some((finding) => finding.status === status));
}

export function onScreen(point, { view }, margin = 60) {
  const [x, y] = toScreen(point, view);
  return x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
}

function drawNames(pen, scene, look, space) {
  const { lift, view, ink } = look;
  const near = scene.nodes.filter((node) => onScreen(node, look, 0));
  const wanted = near.filter((node) => !lift || lift.nodes.has(node.id));
  if (wanted.length < 1500) for (const node of wanted) space.add(ownBox(node, view));
  wanted.sort((a, b) => weight(b, lift) - weight(a, lift));
  const crowded = !lift && camera.scale < 0.9 && near.length > 150;
  let written = 0;
  for (const node of wanted.slice(0, 1200)) {
    if (written > 260) break;
    const chosen = node.id === state.node || node.id === state.hover;
    const [x, y] = toScreen(node, view);
    const label = {
      x, y, radius: radiusOf(node), own: node.box, over: findingsOf(node.id).length > (crowded ? 2 : 0), name: words(node.label), face: ink.face, ink: ink.ink, halo: ink.halo,
      bold: chosen, always: chosen, characters: chosen ? 30 : 19, most: chosen ? 4 : lift || camera.scale > 1.3 ? 3 : 2,
    };
    if (placeLabel(pen, space, label)) written += 1;
  }
}

function ownBox(node, view) {
  const [x, y] = toScreen(node, view);
  const radius = radiusOf(node);
  node.box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, soft: true };
  return node.box;
}

// The chosen node first, then the sides of dualisms, then by number of relations.
function weight(node, lift) {
  const chosen = node.id === state.node || node.id === state.hover ? 1e6 : 0;
  return chosen + (lift?.nodes.has(node.id) ? 1e3 : 0) + (findingsOf(node.id).length ? 200 : 0) + (node.value || 0);
}

// One sentence that says what the drawing shows, for those who do not see it.
export function spoken() {
  const scene = visible();
  return say("shown", { n: scene.nodes.length, m: relationsAmong(scene.edges).length });
}

