// Makes elements. Text only ever goes in as text, so no label can become markup.

const SVG = "http://www.w3.org/2000/svg";

// el("button", {class: "go", on: {click: open}}, "Polri") - false and null children are left out.
export function el(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") listen(element, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== false && child != null));
  return element;
}

function listen(element, handlers) {
  for (const [event, handler] of Object.entries(handlers)) element.addEventListener(event, handler);
}

export function byId(id) {
  return document.getElementById(id);
}

// Replaces what is inside, and keeps the keyboard where it was: elements that
// should hold focus across a redraw carry the same data-key. Where that one is
// gone, the part itself takes the focus if it can, so that nobody falls out of it.
export function fill(element, ...children) {
  const inside = element.contains(document.activeElement);
  const key = inside && document.activeElement.dataset.key;
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== false && child != null));
  if (!inside) return;
  const again = key && element.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (again || element).focus({ preventScroll: true });
}

// A link out of the page, or plain text when the address is not of the web.
export function outward(url, text) {
  if (!/^https?:\/\//i.test(url || "")) return el("span", {}, text);
  return el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text);
}

export function announce(text) {
  byId("announcer").textContent = text;
}
