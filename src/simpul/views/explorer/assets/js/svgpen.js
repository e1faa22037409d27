// A pen with the few strokes of a canvas that the drawing uses, which writes SVG instead.

export function svgPen(width, height) {
  const parts = [];
  const measure = document.createElement("canvas").getContext("2d");
  let path = "";
  let dash = [];
  const pen = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "12px sans-serif",
    textAlign: "left", textBaseline: "middle", lineJoin: "round", lineCap: "butt",
    beginPath: () => { path = ""; },
    moveTo: (x, y) => { path += `M${near(x)} ${near(y)}`; },
    lineTo: (x, y) => { path += `L${near(x)} ${near(y)}`; },
    quadraticCurveTo: (cx, cy, x, y) => { path += `Q${near(cx)} ${near(cy)} ${near(x)} ${near(y)}`; },
    arc: (x, y, r, from, to) => { path += arc(x, y, r, from, to); },
    closePath: () => { path += "Z"; },
    roundRect: (x, y, w, h) => { path += `M${near(x)} ${near(y)}h${near(w)}v${near(h)}h${near(-w)}Z`; },
    setLineDash: (lengths) => { dash = lengths; },
    fill: () => parts.push(`<path d="${path}" fill="${escaped(pen.fillStyle)}"${opacity(pen)}/>`),
    stroke: () => parts.push(`<path d="${path}" fill="none"${stroked(pen, dash)}/>`),
    fillRect: (x, y, w, h) => parts.push(`<rect x="${near(x)}" y="${near(y)}" width="${near(w)}" height="${near(h)}" fill="${escaped(pen.fillStyle)}"/>`),
    fillText: (text, x, y) => parts.push(`<text x="${near(x)}" y="${near(y)}"${lettered(pen)} fill="${escaped(pen.fillStyle)}"${opacity(pen)}>${escaped(text)}</text>`),
    strokeText: (text, x, y) => parts.push(`<text x="${near(x)}" y="${near(y)}"${lettered(pen)} fill="none" aria-hidden="true"${stroked(pen, [])}>${escaped(text)}</text>`),
    measureText: (text) => { measure.font = pen.font; return measure.measureText(text); },
    document: (title) => `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(title)}</title>\n${parts.join("\n")}\n</svg>\n`,
  };
  return pen;
}

export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function near(value) {
  return Math.round(value * 10) / 10;
}

function arc(x, y, r, from, to) {
  const [x1, y1] = [x + Math.cos(from) * r, y + Math.sin(from) * r];
  if (to - from >= Math.PI * 2 - 0.001) {
    return `M${near(x + r)} ${near(y)}A${near(r)} ${near(r)} 0 1 1 ${near(x - r)} ${near(y)}A${near(r)} ${near(r)} 0 1 1 ${near(x + r)} ${near(y)}`;
  }
  const [x2, y2] = [x + Math.cos(to) * r, y + Math.sin(to) * r];
  return `M${near(x1)} ${near(y1)}A${near(r)} ${near(r)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${near(x2)} ${near(y2)}`;
}

function opacity(pen) {
  return pen.globalAlpha < 1 ? ` opacity="${pen.globalAlpha}"` : "";
}

function stroked(pen, dash) {
  return ` stroke="${escaped(pen.strokeStyle)}" stroke-width="${near(pen.lineWidth)}" stroke-linejoin="round"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}${opacity(pen)}`;
}

function lettered(pen) {
  const anchor = { left: "start", center: "middle", right: "end" }[pen.textAlign];
  const [, weight, size, face] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(pen.font);
  return ` font-family="${escaped(face)}" font-size="${size}" font-weight="${weight || 400}" text-anchor="${anchor}" dominant-baseline="central"`;
}
