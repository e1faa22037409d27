// Where on the sheet the reader looks: a centre and a scale.

const CLOSEST = 8;
const FARTHEST = 0.01;

export const camera = { x: 0, y: 0, scale: 1 };

export function toScreen(point, view) {
  return [(point.x - camera.x) * camera.scale + view.width / 2, (point.y - camera.y) * camera.scale + view.height / 2];
}

export function toSheet([left, top], view) {
  return { x: (left - view.width / 2) / camera.scale + camera.x, y: (top - view.height / 2) / camera.scale + camera.y };
}

export function panBy(dx, dy) {
  camera.x -= dx / camera.scale;
  camera.y -= dy / camera.scale;
}

// Zooms so that what is under a point of the screen stays under it.
export function zoomAt(factor, at, view) {
  const before = toSheet(at, view);
  camera.scale = clamp(camera.scale * factor);
  const after = toSheet(at, view);
  camera.x += before.x - after.x;
  camera.y += before.y - after.y;
}

// The centre and scale at which a box fills the view.
export function fitting(box, view, margin = 36) {
  const scale = Math.min((view.width - margin * 2) / (box.right - box.left || 1), (view.height - margin * 2) / (box.bottom - box.top || 1));
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, scale: clamp(scale) };
}

export function boxAround(points) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, radius = 0 } of points) {
    box.left = Math.min(box.left, x - radius);
    box.right = Math.max(box.right, x + radius);
    box.top = Math.min(box.top, y - radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box;
}

// Glides to a place, or jumps where the reader asked for less motion.
export function flyTo(place, draw) {
  const from = { ...camera };
  const began = performance.now();
  const time = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 260;
  const step = (now) => {
    const done = time ? Math.min(1, Math.max(0, now - began) / time) : 1;
    const eased = 1 - (1 - done) ** 3;
    for (const key of ["x", "y", "scale"]) camera[key] = from[key] + (place[key] - from[key]) * eased;
    draw();
    if (done < 1) requestAnimationFrame(step);
  };
  step(began);
}

function clamp(scale) {
  return Math.min(CLOSEST, Math.max(FARTHEST, scale));
}
