// Starts the page: reads the address, then mounts each part once.
import { mountClock } from "./clock.js";
import { mountConsole } from "./console.js";
import { mountDualisms } from "./dualisms.js";
import { byId } from "./dom.js";
import { fromFragment, mountFragment } from "./fragment.js";
import { mountFrame } from "./frame.js";
import { mountHands } from "./hands.js";
import { mountLegend } from "./legend.js";
import { data, numberOf } from "./model.js";
import { mountPanel } from "./panel.js";
import { mountSearch } from "./search.js";
import { chooseFinding } from "./choose.js";
import { mountSheet, redraw, showNodes } from "./sheet.js";
import { change, onChange, state } from "./state.js";
import { mountTable } from "./table.js";
import { mountTimeline } from "./timeline.js";
import { mountWays } from "./ways.js";
import { spoken } from "./draw.js";

const darkPreferred = matchMedia("(prefers-color-scheme: dark)");
const asked = fromFragment(location.hash);

change({ theme: darkPreferred.matches ? "dark" : "light" });
change({ language: asked.language });
wear();
onChange(["theme"], wear);
darkPreferred.addEventListener("change", () => change({ theme: darkPreferred.matches ? "dark" : "light" }));

mountSheet();
mountFrame();
mountSearch();
mountLegend();
mountHands();
mountPanel();
mountWays();
mountClock();
mountTable();
mountTimeline();
mountDualisms();
mountConsole();
mountFragment();

onChange(null, (changed) => {
  if (state.view === "graph" && [...changed].some((key) => key !== "hover")) redraw();
});
change(asked);
if (data.focus && asked.node === null && numberOf.has(data.focus)) change({ node: numberOf.get(data.focus) });
requestAnimationFrame(() => {
  if (state.node !== null) showNodes([state.node]);
  else if (state.finding) chooseFinding(state.finding);
  byId("sheet").dataset.says = spoken();
  document.documentElement.dataset.ready = "";
});

function wear() {
  document.documentElement.dataset.theme = state.theme;
}
