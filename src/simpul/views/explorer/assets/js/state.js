// What the reader has chosen: one object, changed in one place, told to all parts.

export const state = {
  view: "graph",
  language: "en",
  theme: "",
  node: null,
  finding: null,
  date: "",
  depth: 0,
  start: null,
  goal: null,
  hiddenKinds: new Set(),
  hiddenPredicates: new Set(),
  open: new Set(),
  hover: null,
  lit: new Set(),
};

const listeners = [];

// change({node: 3}) sets what is new and tells the parts which keys changed.
export function change(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => state[key] !== patch[key]));
  if (!changed.size) return;
  Object.assign(state, patch);
  for (const { keys, act } of listeners) {
    if (!keys || keys.some((key) => changed.has(key))) act(changed);
  }
}

// onChange(["node", "language"], draw) - without keys, on every change.
export function onChange(keys, act) {
  listeners.push({ keys, act });
}

export function toggled(set, item) {
  const copy = new Set(set);
  if (!copy.delete(item)) copy.add(item);
  return copy;
}
