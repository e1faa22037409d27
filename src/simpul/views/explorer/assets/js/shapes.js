// One outline per kind of thing, so that colour never stands alone.
import { svg } from "./dom.js";
import { kinds } from "./model.js";
import { state } from "./state.js";

const POLYGONS = {
  square: regular(4, 45, 1.12), diamond: regular(4, 0, 1.22), triangle: regular(3, -90, 1.25),
  triangleDown: regular(3, 90, 1.25), pentagon: regular(5, -90, 1.12), hexagon: regular(6, 0, 1.1),
  octagon: regular(8, 22.5, 1.05), kite: [[0, -1.2], [0.8, -0.3], [0, 1.2], [-0.8, -0.3]],
  bar: [[-0.5, -1.1], [0.5, -1.1], [0.5, 1.1], [-0.5, 1.1]],
  box: [[-1.15, -0.68], [1.15, -0.68], [1.15, 0.68], [-1.15, 0.68]],
  page: [[-0.8, -1.05], [0.35, -1.05], [0.8, -0.6], [0.8, 1.05], [-0.8, 1.05]],
  star: starred(5, 0.48), cross: crossed(0.4),
};

function regular(corners, turn, reach) {
  return Array.from({ length: corners }, (_, corner) => polar((corner * 360) / corners + turn, reach));
}

function starred(points, waist) {
  return Array.from({ length: points * 2 }, (_, tip) => polar((tip * 180) / points - 90, tip % 2 ? waist : 1.2));
}

function crossed(arm) {
  return [[-arm, -1], [arm, -1], [arm, -arm], [1, -arm], [1, arm], [arm, arm], [arm, 1], [-arm, 1], [-arm, arm], [-1, arm], [-1, -arm], [-arm, -arm]];
}

function polar(degrees, reach) {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle) * reach, Math.sin(angle) * reach];
}

// Adds the outline of a shape to the pen's current path.
export function outline(pen, shape, x, y, radius) {
  const corners = POLYGONS[shape];
  if (!corners) {
    const reach = shape === "small" ? radius * 0.72 : radius;
    pen.moveTo(x + reach, y);
    pen.arc(x, y, reach, 0, Math.PI * 2);
    return;
  }
  corners.forEach(([dx, dy], corner) => pen[corner ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  pen.closePath();
}

export function colourOf(kind, theme) {
  const style = kinds.get(kind);
  return theme === "dark" ? style.dark : style.light;
}

// The sign of a kind for legends, lists and headings.
export function glyph(kind) {
  const { shape } = kinds.get(kind);
  const fill = colourOf(kind, state.theme);
  const corners = POLYGONS[shape];
  const drawn = corners
    ? svg("polygon", { points: corners.map(([x, y]) => `${(x * 6).toFixed(2)},${(y * 6).toFixed(2)}`).join(" "), fill })
    : svg("circle", { r: shape === "small" ? 4 : shape === "ring" ? 4.4 : 6, fill: shape === "ring" ? "none" : fill, stroke: fill, "stroke-width": shape === "ring" ? 3.2 : 0 });
  return svg("svg", { class: "glyph", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, drawn);
}
