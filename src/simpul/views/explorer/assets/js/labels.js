// Names on the sheet: wrapped, never one on another, the important ones first.

const SIZE = 12;
const LINE = 14;
const CELL = 96;

// Remembers which parts of the view are taken, in a grid so that asking is cheap.
// The margin around the view is drawn too: it comes into sight when the sheet is moved.
export function taken({ width, height, margin = 0 }) {
  const inside = (box, edge) => box.left >= edge && box.top >= edge && box.right <= width - edge && box.bottom <= height - edge;
  const cells = new Map();
  const keys = (box) => {
    const found = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) found.push(column * 65536 + row);
    }
    return found;
  };
  return {
    add(box) {
      for (const key of keys(box)) cells.set(key, [...(cells.get(key) || []), box]);
    },
    // What is named in the view has its name in the view too.
    free(box, { x, y, own, over }) {
      const seen = inside({ left: x, top: y, right: x, bottom: y }, margin);
      if (!inside(box, 2 + (seen ? margin : 0))) return false;
      return keys(box).every((key) => (cells.get(key) || []).every((other) => other === own || (over && other.soft) || !overlap(box, other)));
    },
  };
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

// A name in at most so many lines of so many characters, cut with an ellipsis.
export function wrapped(name, characters, most) {
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (!line) lines[lines.length - 1] = word;
    else if (line.length + word.length + 1 <= characters) lines[lines.length - 1] = `${line} ${word}`;
    else if (lines.length < most) lines.push(word);
    else return [...lines.slice(0, -1), `${line.slice(0, characters - 1)}…`];
  }
  return lines.map((line) => (line.length > characters + 6 ? `${line.slice(0, characters + 5)}…` : line));
}

// Draws a name where there is room: below its node, right of it, above or left, else nowhere.
// A label that goes "over" may cover other nodes, but never another name.
export function placeLabel(pen, space, label) {
  const lines = wrapped(label.name, label.characters, label.most);
  pen.font = `${label.bold ? 600 : 400} ${SIZE}px ${label.face}`;
  const width = Math.max(...lines.map((line) => pen.measureText(line).width));
  const spots = spotsAround(label, width, lines.length * LINE);
  const spot = spots.find((box) => space.free(box, label)) || (label.always ? spots[0] : null);
  if (!spot) return false;
  space.add(spot);
  write(pen, lines, spot, label);
  return true;
}

function spotsAround({ x, y, radius }, width, height) {
  const box = (left, top, align) => ({ left, top, right: left + width, bottom: top + height, align });
  return [
    box(x - width / 2, y + radius + 3, "center"),
    box(x + radius + 5, y - height / 2, "left"),
    box(x - width / 2, y - radius - 3 - height, "center"),
    box(x - radius - 5 - width, y - height / 2, "right"),
  ];
}

function write(pen, lines, spot, { ink, halo }) {
  pen.textAlign = spot.align;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  const x = spot.align === "center" ? (spot.left + spot.right) / 2 : spot.align === "left" ? spot.left : spot.right;
  lines.forEach((line, row) => {
    const y = spot.top + LINE * (row + 0.5);
    pen.strokeStyle = halo;
    pen.lineWidth = 3.5;
    pen.strokeText(line, x, y);
    pen.fillStyle = ink;
    pen.fillText(line, x, y);
  });
}
