// The state in the address: a link to a node, a view and a date that works when mailed.
import { LARGE, communityOf, data, findingById, kinds, longName, nodes, numberOf, shortName } from "./model.js";
import { change, onChange, state } from "./state.js";

const VIEWS = ["graph", "table", "timeline", "dualisms", "console"];

// The state as a fragment, only what differs from a fresh page.
export function fragment() {
  const parts = new URLSearchParams();
  const put = (key, value) => value && parts.set(key, value);
  put("view", state.view !== "graph" && state.view);
  put("node", state.node !== null && shortName(nodes[state.node].iri));
  put("finding", state.finding);
  put("date", state.date || (data.as_of && "all"));
  put("depth", state.depth && String(state.depth));
  put("from", state.start !== null && shortName(nodes[state.start].iri));
  put("to", state.goal !== null && shortName(nodes[state.goal].iri));
  put("off", hiddenText() === data.hidden_kinds.join(",") ? "" : hiddenText() || "none");
  put("lang", state.language !== data.language && state.language);
  const text = parts.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
  return text ? `#${text}` : "#";
}

function hiddenText() {
  return data.kinds.map((kind) => kind.name).filter((kind) => state.hiddenKinds.has(kind)).join(",");
}

// What a fragment says, checked against the data; anything unknown is left out.
export function fromFragment(text) {
  const parts = new URLSearchParams(text.replace(/^#/, ""));
  const node = (key) => numberOf.get(longName(parts.get(key) || "")) ?? null;
  const asked = parts.get("date");
  const chosen = node("node");
  const finding = findingById(parts.get("finding"));
  return {
    view: VIEWS.includes(parts.get("view")) && document.getElementById(`view-${parts.get("view")}`) ? parts.get("view") : "graph",
    node: chosen,
    finding: finding ? finding.id : null,
    date: /^\d{4}-\d{2}-\d{2}$/.test(asked || "") ? asked : asked === "all" ? "" : data.as_of || "",
    depth: [1, 2, 3].includes(Number(parts.get("depth"))) ? Number(parts.get("depth")) : 0,
    start: node("from"),
    goal: node("to"),
    hiddenKinds: new Set((parts.get("off")?.split(",") || data.hidden_kinds).filter((kind) => kinds.has(kind))),
    language: ["id", "en"].includes(parts.get("lang")) ? parts.get("lang") : data.language,
    open: parts.get("open") === "all" ? new Set(data.communities.keys()) : LARGE && chosen !== null ? new Set([...state.open, communityOf(chosen)]) : state.open,
  };
}

// A page shown inside another one, as in a notebook, has no address to keep its state in.
export function mountFragment() {
  if (location.protocol === "about:") return;
  onChange(["view", "node", "finding", "date", "depth", "start", "goal", "hiddenKinds", "language"], (changed) => {
    if (fragment() === (location.hash || "#")) return;
    const step = ["view", "node", "finding"].some((key) => changed.has(key));
    history[step ? "pushState" : "replaceState"](null, "", fragment());
  });
  addEventListener("popstate", () => {
    if (location.hash !== "#stage") change(fromFragment(location.hash));
  });
}
