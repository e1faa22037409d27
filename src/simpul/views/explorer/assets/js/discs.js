// Draws the overview of a large graph: communities as discs, relations between them in bulk.
import { camera, toScreen } from "./camera.js";
import { kinds, nodes } from "./model.js";
import { colourOf } from "./shapes.js";
import { state } from "./state.js";
import { placeOf } from "./visible.js";
import { number, say, words } from "./words.js";

export function drawBundles(pen, scene, { ink, lift, view }) {
  const bound = scene.nodes.length ? 0.16 : 0.34;
  for (const { ends, many, dualism } of scene.bundles) {
    pen.globalAlpha = lift ? 0.08 : dualism ? 0.9 : bound;
    pen.strokeStyle = dualism ? ink.open : ink.edge;
    pen.lineWidth = Math.min(9, 0.6 + Math.sqrt(many) * 0.35);
    pen.beginPath();
    pen.moveTo(...toScreen(placeOf(ends[0]), view));
    pen.lineTo(...toScreen(placeOf(ends[1]), view));
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

export function drawDiscs(pen, scene, look) {
  for (const disc of scene.discs) drawDisc(pen, disc, look);
}

function drawDisc(pen, disc, { ink, view }) {
  const [x, y] = toScreen(disc, view);
  const radius = disc.radius * camera.scale;
  if (x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) return;
  pen.beginPath();
  pen.moveTo(x + radius, y);
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fillStyle = ink.region;
  pen.fill();
  pen.strokeStyle = ink.line;
  pen.lineWidth = 1;
  pen.stroke();
  drawShares(pen, disc, x, y, radius);
  nameDisc(pen, disc, x, y, radius, ink);
}

// A rim that shows which kinds a community is made of.
function drawShares(pen, disc, x, y, radius) {
  let angle = -Math.PI / 2;
  pen.lineWidth = Math.max(2.5, Math.min(8, radius * 0.12));
  for (const [kind, share] of sharesOf(disc)) {
    const end = angle + share * Math.PI * 2;
    pen.beginPath();
    pen.arc(x, y, Math.max(0.5, radius - pen.lineWidth / 2), angle, end);
    pen.strokeStyle = colourOf(kind, state.theme);
    pen.stroke();
    angle = end;
  }
}

function sharesOf(disc) {
  const counts = new Map([...kinds.keys()].map((kind) => [kind, 0]));
  for (const member of disc.members) counts.set(nodes[member].group, counts.get(nodes[member].group) + 1);
  return [...counts].filter(([, many]) => many).map(([kind, many]) => [kind, many / disc.members.length]);
}

function nameDisc(pen, disc, x, y, radius, ink) {
  if (radius < 15) return;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = ink.ink;
  pen.font = `600 ${Math.min(17, Math.max(10.5, radius / 3.2)).toFixed(1)}px ${ink.face}`;
  pen.fillText(number(disc.count), x, radius > 34 ? y - 7 : y);
  if (radius <= 34) return;
  pen.font = `400 11px ${ink.face}`;
  pen.fillStyle = ink.quiet;
  pen.fillText(cut(pen, words(leader(disc).label), radius * 1.55), x, y + 9);
}

function cut(pen, name, room) {
  let text = name;
  while (text.length > 3 && pen.measureText(`${text}…`).width > room) text = text.slice(0, -1);
  return text === name ? name : `${text.trim()}…`;
}

// A community is named after its best connected member.
export function leader(disc) {
  return disc.members.map((member) => nodes[member]).reduce((best, node) => ((node.value || 0) > (best.value || 0) ? node : best));
}

export function discName(disc) {
  return say("community", { name: words(leader(disc).label), n: disc.members.length });
}
