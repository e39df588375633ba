/**
 * The map of the 35 regions in the browser.
 *
 * The frame (shapes, labels, patterns) is a static file that the browser keeps; a view brings only values.
 * Data reaches the page through textContent and attributes, never as markup.
 */

const SVG = "http://www.w3.org/2000/svg";
/** Letters that follow one another within so many milliseconds are one name. */
const PAUSE = 800;
const ARROWS = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"];
const frames = new Map();
const states = new WeakMap();
let hints = 0;
let styled;

/** The part of a page in which the map lives, as Streamlit hands it over on every view. */
export async function mount({ data, parentElement, setStateValue }) {
  const host = parentElement.querySelector(".sdw-map");
  try {
    await show(host, data, (code) => setStateValue("choice", { code, at: Date.now() }));
  } catch (error) {
    host.textContent = data.failed;
    console.error(error);
  }
}

/** Draws or updates the map inside `host`; `select` hears which region a reader chose. */
async function show(host, data, select) {
  const state = states.get(host) ?? { turn: 0, view: null };
  states.set(host, state);
  const turn = ++state.turn;
  const [frame] = await Promise.all([load(data.view), style()]);
  if (turn !== state.turn) return; // a later view came in while this one was loading
  state.data = data;
  state.select = select;
  host.dataset.theme = isDark(host) ? "dark" : "light";
  if (state.view !== data.view) build(host, state, frame);
  fill(state);
}

/** Where a static file beside this script lives, in the same version. */
function beside(name) {
  return new URL(name + new URL(import.meta.url).search, import.meta.url).href;
}

function load(view) {
  const address = beside(`${view}.svg`);
  if (!frames.has(address)) {
    const fetched = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.text();
    });
    fetched.catch(() => frames.delete(address));
    frames.set(address, fetched);
  }
  return frames.get(address).then((text) => new DOMParser().parseFromString(text, "image/svg+xml"));
}

/** The stylesheet, once per page; a map without it would be a jumble. */
function style() {
  styled ??= new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = beside("map.css");
    link.onload = done;
    link.onerror = () => failed(new Error(link.href));
    document.head.append(link);
  });
  return styled;
}

function isDark(host) {
  const probe = document.createElement("span");
  const own = matchMedia("(forced-colors: active)").matches; // the ground is the reader's own
  probe.style.forcedColorAdjust = "none";
  probe.style.color = own ? "Canvas" : getComputedStyle(host).getPropertyValue("--st-background-color");
  host.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/* ---- building: once per view --------------------------------------------------------------------- */

function build(host, state, frame) {
  const hadFocus = host.contains(document.activeElement);
  const root = document.importNode(frame.documentElement, true);
  const stage = html("div", "sdw-stage");
  const main = root.querySelector(".sdw-main");
  stage.style.setProperty("--main-width", main.getAttribute("width") / root.viewBox.baseVal.width);
  main.prepend(...root.querySelectorAll(":scope > style, :scope > defs"));
  stage.append(place(main, root));
  const inset = root.querySelector(".sdw-inset");
  if (inset) {
    const box = place(inset, root);
    const caption = html("div", "sdw-caption");
    caption.textContent = root.querySelector(".sdw-caption").textContent;
    box.append(caption);
    stage.append(box);
  }
  const legend = html("div", "sdw-legend");
  const tooltip = html("div", "sdw-tooltip");
  tooltip.hidden = true;
  tooltip.setAttribute("aria-hidden", "true"); // the accessible name of the region says the same
  const hint = html("p", "sdw-hint");
  const told = html("p", "sdw-told");
  hint.id = `sdw-hint-${++hints}`;
  told.id = `sdw-told-${hints}`;
  main.setAttribute("aria-describedby", `${told.id} ${hint.id}`);
  stage.append(legend, tooltip, hint, told);
  host.dataset.view = state.data.view;
  host.replaceChildren(stage);
  Object.assign(state, { view: state.data.view, host, stage, main, inset, legend, tooltip, hint, told });
  state.words = JSON.parse(root.dataset.words);
  state.shapes = new Map([...main.querySelectorAll("[data-region]")].map((s) => [s.dataset.region, s]));
  for (const picture of inset ? [main, inset] : [main]) {
    const focus = document.createElementNS(SVG, picture.querySelector(".sdw-selected").tagName);
    focus.setAttribute("class", "sdw-focus");
    picture.append(focus);
  }
  if (inset) trace(state);
  listen(state);
  state.current = null;
  if (hadFocus) queueMicrotask(() => focusRegion(state, state.data.selected ?? first(state)));
}

/** Puts a part of the drawing in a box of its own, placed by its share of the whole canvas. */
function place(part, root) {
  const [left, top, width, height] = root.getAttribute("viewBox").split(" ").map(Number);
  const share = (name, from, size) => (part.getAttribute(name) - from) / size;
  const box = html("div", part.getAttribute("class").replace("sdw-", "sdw-box-"));
  box.style.setProperty("--left", share("x", left, width));
  box.style.setProperty("--top", share("y", top, height));
  box.style.setProperty("--width", share("width", 0, width));
  box.style.setProperty("--ratio", part.getAttribute("width") / part.getAttribute("height"));
  for (const name of ["x", "y", "width", "height"]) part.removeAttribute(name);
  box.append(part);
  return box;
}

/** Gives the enlarged shapes the outlines that the frame holds only once. */
function trace(state) {
  for (const twin of state.inset.querySelectorAll("[data-twin]")) {
    twin.setAttribute("d", state.shapes.get(twin.dataset.twin).getAttribute("d"));
  }
  const coast = state.main.querySelector(".sdw-coast").getAttribute("d");
  state.inset.querySelector(".sdw-coast").setAttribute("d", coast);
}

/* ---- filling: every view ------------------------------------------------------------------------- */

function fill(state) {
  const { data, main, inset } = state;
  const codes = [...state.shapes.keys()].sort(); // rows travel in the order of their codes
  state.rows = new Map(data.rows.map(([status, css = "", brief = "", earlier = "", said = "", note = "", name = ""], at) => {
    const [key, word] = state.words.statuses[status];
    const official = state.shapes.get(codes[at]).dataset.name;
    const text = said || (brief && `${brief} ${data.unit}`.trim());
    return [codes[at], { code: codes[at], name: name || official, key, word, css, brief, text, note, earlier }];
  }));
  for (const [code, row] of state.rows) {
    const shape = state.shapes.get(code);
    const value = row.text ? `${row.text}, ${row.word}` : row.note || row.word;
    shape.setAttribute("aria-label", `${row.name}: ${value}`);
    for (const part of [shape, ...parts(state, code)]) {
      part.dataset.status = row.key;
      part.dataset.class = row.css;
    }
  }
  for (const text of main.querySelectorAll(".sdw-number")) {
    const row = state.rows.get(text.dataset.label);
    text.firstChild.textContent = row.brief || row.word;
    text.classList.toggle("sdw-word", !row.brief);
  }
  state.host.classList.toggle("sdw-no-labels", !data.labels);
  state.host.classList.toggle("sdw-no-inset", !data.inset);
  for (const picture of [main, inset]) if (picture) mark(state, picture);
  highest(state);
  legend(state);
  state.told.textContent = data.told;
  name(state);
  select(state, data.selected);
}

function parts(state, code) {
  return state.stage.querySelectorAll(`[data-twin="${code}"], [data-label="${code}"]`);
}

/** Dashed outlines lie above the neighbours, so they are shapes of their own. */
function mark(state, picture) {
  const dashed = [...picture.querySelectorAll("[data-region], [data-twin]")].filter((shape) =>
    ["voorlopig", "nvt"].includes(shape.dataset.status));
  picture.querySelector(".sdw-marks").replaceChildren(...dashed.flatMap((shape) => {
    const [ground, dashes] = [copy(shape), copy(shape)];
    ground.setAttribute("class", "sdw-ground");
    dashes.setAttribute("class", `sdw-dashes sdw-${shape.dataset.status}`);
    return [ground, dashes];
  }));
}

function copy(shape, onto = document.createElementNS(SVG, shape.tagName)) {
  for (const name of ["d", "x", "y", "width", "height", "rx"]) {
    if (shape.hasAttribute(name)) onto.setAttribute(name, shape.getAttribute(name));
  }
  return onto;
}

/** Names the highest region where the frame has no name for it: over its neighbours, with a halo. */
function highest({ main, stage, data, rows, shapes }) {
  main.querySelector(".sdw-highest")?.remove();
  const code = data.highest;
  const shown = data.inset ? stage : main; // a name in the enlarged Randstad counts while that is there
  if (!code || !data.labels || data.view !== "kaart" || shown.querySelector(`text[data-label="${code}"]`)) return;
  const [x, y] = shapes.get(code).dataset.at.split(" ");
  const text = document.createElementNS(SVG, "text");
  for (const [name, value] of [["class", "sdw-highest"], ["x", x], ["y", y], ["aria-hidden", "true"]]) {
    text.setAttribute(name, value);
  }
  text.textContent = rows.get(code).name;
  main.querySelector(".sdw-halo").before(text);
}

/** The map's own name: what it is, what it shows, and that its values are examples. */
function name({ main, data }) {
  main.dataset.kind ??= main.getAttribute("aria-label");
  main.setAttribute("aria-label", [main.dataset.kind, data.title, data.example].filter(Boolean).join(" · "));
}

function legend(state) {
  const { data } = state;
  const { words: said } = state;
  const title = data.title || said["legend.title"];
  const { example } = data;
  const groups = [[title, data.legend.filter(([css]) => css)],
    [said["legend.others"], data.legend.filter(([css]) => !css)]];
  const tables = groups.filter(([, items]) => items.length).map(([heading, items]) => {
    const list = html("div", "sdw-group");
    list.append(words("span", "sdw-heading", heading), words("span", "sdw-unit", said["legend.regions"]));
    for (const [css, status, label, count] of items) {
      const only = words("button", "sdw-label", label);
      only.type = "button";
      only.setAttribute("aria-label", said.highlight.replace("{label}", label));
      only.setAttribute("aria-pressed", "false");
      Object.assign(only.dataset, { css, status });
      list.append(swatch(css, status), only, words("span", "sdw-count", count));
    }
    return list;
  });
  if (example) tables.unshift(words("p", "sdw-example", example));
  state.legend.replaceChildren(...tables);
  state.hint.textContent = said.hint;
}

function swatch(css, status) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "sdw-swatch");
  picture.setAttribute("viewBox", "0 0 26 16");
  picture.setAttribute("aria-hidden", "true");
  picture.dataset.place = "legend";
  const box = document.createElementNS(SVG, "rect");
  box.setAttribute("class", "sdw-shape");
  box.setAttribute("width", 26);
  box.setAttribute("height", 16);
  box.dataset.class = css;
  box.dataset.status = status;
  picture.append(box);
  return picture;
}

/** The regions of one row of the legend as they are, all others faint; without a row, all as they are. */
function only(state, row) {
  const is = row?.dataset;
  // A class holds its provisional values too; a row of provisional values holds those of every class.
  const fits = ({ dataset: one }) => (is.status === "waarde" ? one.class === is.css : one.status === is.status);
  for (const shape of state.stage.querySelectorAll("[data-region], [data-twin]")) {
    shape.classList.toggle("sdw-faint", Boolean(is) && !fits(shape));
  }
}

/** A row stays pressed until it is pressed again; pointing at another one shows that one meanwhile. */
function pressRow(state, row) {
  for (const other of state.legend.querySelectorAll("button")) {
    const pressed = other === row && other.getAttribute("aria-pressed") === "false";
    other.setAttribute("aria-pressed", String(pressed));
  }
  only(state, pressedRow(state));
}

const pressedRow = ({ legend: list }) => list.querySelector("button[aria-pressed=true]");

/* ---- selection, focus, tooltip ------------------------------------------------------------------- */

const first = (state) => state.shapes.keys().next().value;

function select(state, code) {
  state.selected = code;
  for (const [other, shape] of state.shapes) shape.setAttribute("aria-selected", String(other === code));
  outline(state, ["selected", "halo"], code);
  if (!state.current) rove(state, code ?? first(state));
}

function outline(state, names, code) {
  for (const picture of [state.main, state.inset]) {
    for (const name of picture ? names : []) {
      const line = picture.querySelector(`.sdw-${name}`);
      line.toggleAttribute("hidden", !code);
      if (code) copy(state.shapes.get(code), line);
    }
  }
}

function choose(state, code) {
  if (code === state.selected) return;
  select(state, code);
  state.select(code);
}

/** One region at a time can be reached with Tab; arrows move on from there. */
function rove(state, code) {
  if (state.current) state.shapes.get(state.current).setAttribute("tabindex", "-1");
  state.current = code;
  state.shapes.get(code).setAttribute("tabindex", "0");
}

function focusRegion(state, code) {
  rove(state, code);
  state.shapes.get(code).focus({ preventScroll: true });
}

function codeAt(event) {
  const shape = event.target.closest?.("[data-region], [data-twin]");
  return shape ? shape.dataset.region ?? shape.dataset.twin : null;
}

/** The row of the legend under the pointer: its words, its colour or its number. */
function rowAt(event) {
  const part = event.target.closest?.(".sdw-group > *");
  if (!part || part.matches(".sdw-heading, .sdw-unit")) return null;
  return [part.previousElementSibling, part, part.nextElementSibling].find((one) => one?.matches("button")) ?? null;
}

function listen(state) {
  const { stage } = state;
  stage.addEventListener("click", (event) => {
    if (event.target.closest(".sdw-legend")) {
      const row = rowAt(event);
      if (row) pressRow(state, row);
      return;
    }
    const code = codeAt(event);
    if (code) {
      focusRegion(state, code);
      tell(state, code, event); // a finger does not hover
    }
    choose(state, code);
  });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const code = codeAt(event);
    if (code) tell(state, code, event);
    else hush(state);
    only(state, rowAt(event) ?? pressedRow(state));
  });
  stage.addEventListener("pointerleave", () => {
    hush(state);
    only(state, pressedRow(state));
  });
  stage.addEventListener("focusin", (event) => {
    const code = codeAt(event);
    if (!code) return;
    rove(state, code);
    if (!event.target.matches(":focus-visible")) return;
    outline(state, ["focus"], code);
    tell(state, code);
  });
  stage.addEventListener("focusout", () => {
    outline(state, ["focus"], null);
    hush(state);
  });
  stage.addEventListener("keydown", (event) => press(state, event));
}

function press(state, event) {
  const code = codeAt(event);
  if (!code || event.altKey || event.ctrlKey || event.metaKey) return;
  const arrow = ARROWS.indexOf(event.key);
  if (arrow >= 0) {
    const next = state.shapes.get(code).dataset.steps.split(" ")[arrow];
    if (next !== "-") focusRegion(state, next);
  } else if (event.key === "Home" || event.key === "End") {
    focusRegion(state, byName(state).at(event.key === "Home" ? 0 : -1).code);
  } else if (event.key.length === 1 && (event.key !== " " || typing(state))) {
    type(state, code, event.key);
  } else if (event.key === "Enter" || event.key === " ") {
    choose(state, code);
  } else if (event.key === "Escape") {
    hush(state);
    choose(state, null);
  } else return;
  event.preventDefault();
}

/** The regions in the order of a Dutch list. */
const byName = ({ rows }) => [...rows.values()].sort((one, other) => one.name.localeCompare(other.name, "nl"));
const plain = (text) => text.normalize("NFD").replace(/[^a-z0-9]/gi, "").toLowerCase();
const typing = ({ typed = "", typedAt = 0 }) => typed && performance.now() - typedAt < PAUSE;

/** Goes to the region whose name begins with what is typed; the same letter again goes to the next one. */
function type(state, code, letter) {
  const again = plain(letter);
  const before = typing(state) ? state.typed : "";
  state.typedAt = performance.now();
  state.typed = before === again ? again : before + again;
  const all = byName(state);
  const at = all.findIndex((row) => row.code === code) + (before && before !== again ? 0 : 1);
  const found = [...all.slice(at), ...all.slice(0, at)].find((row) => plain(row.name).startsWith(state.typed));
  if (found) focusRegion(state, found.code);
}

function tell(state, code, event) {
  const { tooltip, stage } = state;
  const row = state.rows.get(code);
  const lines = [words("strong", "", row.name)];
  if (row.text) lines.push(words("span", "sdw-value", row.text));
  if (row.key !== "waarde") lines.push(words("span", "sdw-status", row.word));
  const { legend: items, beside: others, earlier } = state.data;
  const [, , label] = items.find(([css, status]) => row.css && css === row.css && status === "waarde") ?? [];
  const before = row.earlier && `${earlier}: ${row.earlier}`;
  for (const line of [row.note, label && `${state.words.in_class} ${label}`, before, ...others].filter(Boolean)) {
    lines.push(words("span", "sdw-note", line));
  }
  tooltip.replaceChildren(...lines);
  tooltip.hidden = false;
  const area = stage.getBoundingClientRect();
  const box = state.shapes.get(code).getBoundingClientRect();
  const x = (event ? event.clientX : box.left + box.width / 2) - area.left;
  const y = (event ? event.clientY - 12 : box.top - 6) - area.top;
  const left = Math.min(Math.max(x - tooltip.offsetWidth / 2, 0), area.width - tooltip.offsetWidth);
  const over = y - tooltip.offsetHeight;
  const under = (event ? event.clientY + 20 : box.bottom + 6) - area.top;
  tooltip.style.transform = `translate(${left}px, ${over >= 0 ? over : under}px)`;
}

function hush(state) {
  state.tooltip.hidden = true;
}

function html(tag, name) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}

function words(tag, name, content) {
  const element = html(tag, name);
  element.textContent = content;
  return element;
}
