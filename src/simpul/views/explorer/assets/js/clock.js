// The graph as of a date: a slider over the days on which something changes, and a play button.
import { announce, byId, el } from "./dom.js";
import { spoken } from "./draw.js";
import { turningDays } from "./model.js";
import { change, onChange, state } from "./state.js";
import { say } from "./words.js";

const PACE = 1100;
const days = turningDays();
let playing = 0;

export function mountClock() {
  if (!days.length) {
    byId("clock").hidden = true;
    return;
  }
  onChange(["language"], drawClock);
  onChange(["date"], () => {
    setHands();
    announce(`${state.date ? `${say("asOf")} ${state.date}` : say("everyTime")}. ${spoken()}`);
  });
  drawClock();
}

function drawClock() {
  byId("clock").setAttribute("aria-label", say("asOf"));
  byId("clock").replaceChildren(
    el("button", { class: "button", type: "button", id: "play", on: { click: () => (playing ? pause() : play()) } }, say(playing ? "pause" : "play")),
    el("label", { for: "day" }, say("asOf")),
    el("input", { type: "date", id: "day", on: { change: (event) => change({ date: event.target.value }) } }),
    el("input", { type: "range", id: "days", min: 0, max: days.length, step: 1, "aria-label": say("days"), on: { input: (event) => change({ date: days[event.target.value] || "" }) } }),
    el("button", { class: "button", type: "button", id: "ever", on: { click: () => change({ date: "" }) } }, say("everyTime")));
  setHands();
}

// The slider's last stop, past every day, is all time.
function setHands() {
  const passed = days.filter((day) => day <= state.date).length;
  byId("day").value = state.date;
  byId("days").value = state.date ? Math.max(0, passed - 1) : days.length;
  byId("days").setAttribute("aria-valuetext", state.date || say("everyTime"));
  byId("ever").setAttribute("aria-pressed", String(!state.date));
}

function play() {
  byId("play").textContent = say("pause");
  if (!state.date || state.date >= days.at(-1)) change({ date: days[0] });
  playing = setInterval(() => {
    const next = days.find((day) => day > state.date);
    if (next) change({ date: next });
    else pause();
  }, PACE);
}

function pause() {
  clearInterval(playing);
  playing = 0;
  byId("play").textContent = say("play");
}
