// Draws relations: quiet curves, the lifted ones with arrows and names, dualisms as double lines.
import { camera, toScreen } from "./camera.js";
import { data, findings, nodes } from "./model.js";
import { state } from "./state.js";
import { words } from "./words.js";

const MANY = 3000;
const CROWD = 24;

// The curve of an edge on the screen: two ends and a control point between them.
export function curveOf(edge, view) {
  const [x1, y1] = toScreen(nodes[edge.from], view);
  const [x2, y2] = toScreen(nodes[edge.to], view);
  const sign = edge.from < edge.to ? 1 : -1;
  const rank = edge.bend || 0;
  const bow = (rank % 2 ? -1 : 1) * Math.ceil((rank + 1) / 2) * 0.13 * sign;
  return { x1, y1, x2, y2, cx: (x1 + x2) / 2 - (y2 - y1) * bow, cy: (y1 + y2) / 2 + (x2 - x1) * bow };
}

export function middleOf({ x1, y1, x2, y2, cx, cy }) {
  return [(x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4];
}

export function drawEdges(pen, scene, { ink, lift, view }) {
  pen.strokeStyle = ink.edge;
  pen.lineWidth = scene.edges.length > MANY ? 0.6 : 1;
  pen.globalAlpha = lift ? 0.1 : quietness(scene.edges.length);
  const straight = scene.edges.length > MANY;
  pen.beginPath();
  scene.edges.forEach((edge, rank) => {
    if (edge.finding !== undefined) return;
    if (straight) lineTo(pen, edge, view);
    else curveTo(pen, edge, view);
    if (rank % 60 === 59) {
      pen.stroke();
      pen.beginPath();
    }
  });
  pen.stroke();
  pen.globalAlpha = 1;
}

// The more relations, the quieter each: a hundred can be read one by one, a thousand only as a texture.
function quietness(many) {
  return Math.min(0.5, Math.max(0.16, 5 / Math.sqrt(many)));
}

function lineTo(pen, edge, view) {
  pen.moveTo(...toScreen(nodes[edge.from], view));
  pen.lineTo(...toScreen(nodes[edge.to], view));
}

function curveTo(pen, edge, view) {
  if (edge.from === edge.to) return loop(pen, edge, view);
  const { x1, y1, x2, y2, cx, cy } = curveOf(edge, view);
  pen.moveTo(x1, y1);
  pen.quadraticCurveTo(cx, cy, x2, y2);
}

function loop(pen, edge, view) {
  const [x, y] = toScreen(nodes[edge.from], view);
  const reach = 12 + 5 * (edge.bend || 0);
  pen.moveTo(x + reach, y - reach);
  pen.arc(x, y - reach, reach, 0, Math.PI * 2);
}

// Two parallel strokes: a broad one in the colour of the status, a thin one of paper over it.
export function drawDualisms(pen, scene, { ink, lift, view, faded }) {
  for (const edge of scene.edges) {
    if (edge.finding === undefined) continue;
    const { status } = findings[edge.finding];
    const alpha = lift && !lift.edges.has(edge) ? faded : 1;
    doubled(pen, edge, view, { colour: ink[status], paper: ink.sheet, alpha, broken: status === "resolved" });
  }
  pen.globalAlpha = 1;
}

function doubled(pen, edge, view, { colour, paper, alpha, broken }) {
  const broad = Math.min(6, Math.max(2.8, 4.4 * camera.scale));
  pen.globalAlpha = alpha;
  for (const [style, width] of [[colour, broad], [paper, broad * 0.34]]) {
    pen.beginPath();
    curveTo(pen, edge, view);
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.setLineDash(broken && style === colour ? [9, 5] : []);
    pen.stroke();
  }
  pen.setLineDash([]);
}

export function drawLiftedEdges(pen, scene, { ink, lift, view, radiusOf }, space) {
  const plain = scene.edges.filter((edge) => lift.edges.has(edge) && edge.finding === undefined);
  pen.strokeStyle = scene.path ? ink.accent : ink.ink;
  pen.lineWidth = scene.path ? 3 : 1.5;
  pen.globalAlpha = scene.path ? 1 : 0.75;
  pen.beginPath();
  for (const edge of plain) curveTo(pen, edge, view);
  pen.stroke();
  pen.fillStyle = pen.strokeStyle;
  pen.beginPath();
  for (const edge of plain) if (edge.from !== edge.to) arrow(pen, edge, view, radiusOf(nodes[edge.to]));
  pen.fill();
  pen.globalAlpha = 1;
  if (plain.length <= 24) nameEdges(pen, plain, { ink, view }, space);
}

function arrow(pen, edge, view, gap) {
  const { x2, y2, cx, cy } = curveOf(edge, view);
  const angle = Math.atan2(y2 - cy, x2 - cx);
  const tip = [x2 - Math.cos(angle) * (gap + 2), y2 - Math.sin(angle) * (gap + 2)];
  pen.moveTo(...tip);
  for (const turn of [2.7, -2.7]) pen.lineTo(tip[0] + Math.cos(angle + turn) * 10, tip[1] + Math.sin(angle + turn) * 10);
  pen.closePath();
}

function nameEdges(pen, shown, { ink, view }, space) {
  pen.font = `400 11px ${ink.face}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const edge of shown) {
    const curve = curveOf(edge, view);
    const name = words(data.predicates[edge.predicate].label);
    const { width } = pen.measureText(name);
    const [x, y] = middleOf(curve);
    const box = { left: x - width / 2, top: y - 7, right: x + width / 2, bottom: y + 7 };
    if (Math.hypot(curve.x2 - curve.x1, curve.y2 - curve.y1) < width + 30 || !space.free(box, {})) continue;
    space.add(box);
    pen.strokeStyle = ink.halo;
    pen.lineWidth = 4;
    pen.strokeText(name, x, y);
    pen.fillStyle = ink.quiet;
    pen.fillText(name, x, y);
  }
}

// Where each dualism can be clicked: a knot in the middle of its double line. Many
// knots seen from far are dots, so that they do not cover what they join.
export function knots(scene, view) {
  const marked = scene.edges.filter((edge) => edge.finding !== undefined && edge.from !== edge.to);
  const far = marked.length > CROWD && camera.scale < 0.9;
  return marked.map((edge) => {
    const finding = findings[edge.finding];
    const chosen = finding.id === state.finding;
    return { finding, edge, at: middleOf(curveOf(edge, view)), radius: chosen ? 11 : far ? 3.6 : 9 };
  });
}

export function drawBadges(pen, scene, { ink, lift, view, faded }, space) {
  for (const { finding, edge, at: [x, y], radius } of knots(scene, view)) {
    pen.globalAlpha = lift && !lift.edges.has(edge) ? faded : 1;
    pen.beginPath();
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, Math.PI * 2);
    pen.fillStyle = ink[finding.status];
    pen.fill();
    pen.strokeStyle = ink.sheet;
    pen.lineWidth = radius > 4 ? 2 : 1;
    pen.stroke();
    if (radius < 4) continue;
    pen.font = `700 ${(radius * 1.4).toFixed(1)}px ${ink.face}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = ink.sheet;
    pen.fillText("≠", x, y + 0.5);
    space.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  pen.globalAlpha = 1;
}
