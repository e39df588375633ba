// The filters of a page, each a combobox with a list (WAI-ARIA Authoring Practices, "Editable Combobox With List
// Autocomplete"): open it with a click, an arrow or by typing; arrows step, Enter chooses, Escape leaves all as it was.

// What may be chosen, by its digest: it travels once (ui/view/filters.py).
const lists = new Map();
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  .replace(/[^a-z0-9]+/g, " ").trim();

const made = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

// Answers that fit what is typed: first those that begin with it, then those that hold it, then those of which another
// name begins with it (a gemeente of a region), with that name behind them.
const fitting = (answers, typed) => {
  const wanted = folded(typed);
  if (!wanted) return answers.map(([code, words]) => ({ code, words }));
  const ranked = answers.map(([code, words, others]) => {
    const own = folded(words);
    if (own.startsWith(wanted)) return { code, words, rank: 0 };
    if (` ${own}`.includes(` ${wanted}`)) return { code, words, rank: 1 };
    const also = others.find((one) => folded(one) === wanted) ?? others.find((one) => folded(one).startsWith(wanted));
    if (also) return { code, words, also, rank: folded(also) === wanted ? 2 : 3 };
    return own.includes(wanted) ? { code, words, rank: 4 } : null;
  });
  return ranked.filter(Boolean).sort((one, other) => one.rank - other.rank);
};

const box = (name, label, answers, said, choose) => {
  const id = `sdw-kies-${name}`;
  const input = made("input", {
    id, role: "combobox", type: "text", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": `${id}-lijst`, ...(answers.length <= 12 && { inputmode: "none" }),
  });
  const list = made("ul", { id: `${id}-lijst`, role: "listbox", "aria-label": said.choices, hidden: "" });
  const node = made("div", { class: "sdw-filter", "data-name": name }, made("label", { for: id }, label),
    made("div", { class: "field" }, input, list));
  let now = "";
  let shown = [];
  let at = -1;

  const written = () => (answers.find(([code]) => code === now) ?? ["", ""])[1];
  const light = (to) => {
    at = to;
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    if (at < 0 || !shown.length) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    return list.children[at].scrollIntoView({ block: "nearest" });
  };
  const open = (typed) => {
    shown = fitting(answers, typed);
    list.replaceChildren(...shown.map((one, place) => {
      const option = made("li", { id: `${id}-${place}`, role: "option", "data-code": one.code }, one.words);
      if (one.also && folded(one.also) !== folded(one.words)) option.append(made("small", {}, ` ${one.also}`));
      if (one.code === now) option.classList.add("now");
      return option;
    }));
    if (!shown.length) list.append(made("li", { class: "none" }, said.none));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    light(typed ? 0 : shown.findIndex((one) => one.code === now));
  };
  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    input.value = written();
  };
  const pick = (code) => {
    const isNew = code !== now;
    now = code;
    close();
    if (isNew) choose(name, code);
  };

  input.addEventListener("click", () => {
    if (!list.hidden) return;
    input.select();
    open("");
  });
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (key === "Enter" && !list.hidden) {
      event.preventDefault();
      if (at >= 0 && shown.length) pick(shown[at].code);
    } else if (["ArrowDown", "ArrowUp"].includes(key)) {
      event.preventDefault();
      if (list.hidden) open("");
      else if (shown.length) light((at + (key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length);
    } else if (["Home", "End"].includes(key) && !list.hidden && shown.length) {
      event.preventDefault();
      light(key === "Home" ? 0 : shown.length - 1);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) pick(option.dataset.code);
  });
  return {
    node,
    show: (code) => {
      now = code;
      if (list.hidden) input.value = written();
    },
  };
};

// What a reader chooses in a drawing (ui/server/shell.js).
document.addEventListener("sdw-choose", ({ detail }) => document.querySelector(".sdw-filters")?.chosen?.(...detail));

export const mount = ({ parentElement, data, setTriggerValue }) => {
  const row = parentElement.querySelector(".sdw-filters");
  if (data.offered) lists.set(data.known, data.offered);
  const offered = lists.get(data.known);
  if (!offered) {
    setTriggerValue("missing", data.known);
    return;
  }
  row.chosen = (name, code) => setTriggerValue("choice", { name, code });
  if (row.known !== data.known) {
    const focused = row.contains(document.activeElement) && document.activeElement.id;
    row.known = data.known;
    row.boxes = new Map(offered.map(([name, label, answers]) =>
      [name, box(name, label, answers, data, (...choice) => row.chosen(...choice))]));
    row.replaceChildren(...[...row.boxes.values()].map((one) => one.node));
    if (focused) document.getElementById(focused)?.focus();
  }
  Object.entries(data.now).forEach(([name, code]) => row.boxes.get(name)?.show(code));
};
