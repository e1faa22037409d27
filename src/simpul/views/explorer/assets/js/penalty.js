// A range of punishment in words, and as a bar on the scale its finding needs.
import { svg } from "./dom.js";
import { number, say } from "./words.js";

export function prisonText({ min_months: least, max_months: most, life }) {
  if (least === undefined && most === undefined && !life) return "";
  const range = least === undefined ? [most !== undefined && say("upTo", { n: term(most) }), `(${say("noMinimum")})`] : [most === undefined ? say("atLeast", { n: term(least) }) : `${term(least)} – ${term(most)}`];
  return [...range, life && say("life")].filter(Boolean).join(" ");
}

// What the fine is called beside the imprisonment: and, or, and/or fine.
export function fineName({ join }) {
  const name = say("fine");
  return join ? `${say(join)} ${name.toLowerCase()}` : name;
}

export function fineText({ min_fine: least, max_fine: most }) {
  if (least === undefined && most === undefined) return "";
  if (least === undefined) return say("upToFine", { n: rupiah(most) });
  return most === undefined ? say("atLeast", { n: rupiah(least) }) : `${rupiah(least)} – ${rupiah(most)}`;
}

function term(months) {
  return months % 12 ? say("months", { n: number(months) }) : say("years", { n: number(months / 12) });
}

function rupiah(amount) {
  return `Rp${number(amount)}`;
}

// Imprisonment from its minimum to its maximum, all sides on one scale.
export function penaltyRange(penalty, all) {
  const most = Math.max(...all.map((one) => one.max_months || 0), 12);
  if (penalty.max_months === undefined) return null;
  const across = (months) => 4 + (months / most) * 232;
  const least = penalty.min_months || 0;
  return svg("svg", { class: "range", viewBox: "0 0 240 30", "aria-hidden": "true" },
    svg("rect", { x: 4, y: 4, width: 232, height: 8, rx: 4, fill: "var(--region)" }),
    svg("rect", { x: across(least), y: 4, width: Math.max(3, across(penalty.max_months) - across(least)), height: 8, rx: 4, fill: "var(--open)" }),
    svg("text", { x: 4, y: 25 }, "0"),
    svg("text", { x: 236, y: 25, "text-anchor": "end" }, term(most)));
}
