(() => {
  "use strict";
  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".slide")];
  const [told, dark, help, large] = ["told", "dark", "help", "large"].map((id) => document.getElementById(id));
  const words = document.getElementById("words").dataset;
  const whole = document.querySelector(".whole");
  const find = document.getElementById("find"), found = document.getElementById("found");
  const places = [...document.querySelectorAll("[data-region]")].map((item) => ({
    item, code: item.dataset.region, name: item.querySelector("h3").textContent,
  }));
  /* How long letters and digits belong together. */
  const PAUSE = 900;
  let now = 0, typed = "", digits = "", waiting = 0, speaker = null, since = null;

  const fit = () => root.style.setProperty("--scale", Math.min(innerWidth / 1280, innerHeight / 720));

  function go(to, quietly) {
    now = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach((slide, place) => slide.classList.toggle("now", place === now));
    told.textContent = slides[now].getAttribute("aria-label");
    if (!quietly) history.replaceState(null, "", "#" + (now + 1));
    if (slides[now] !== whole) find.blur();
    tell();
  }

  /* Regions */
  const plain = (text) => text.normalize("NFD").replace(/[^a-z ]/gi, (c) => (c === "-" ? " " : "")).toLowerCase();
  function matching(text) {
    const asked = plain(text).trim();
    if (!asked) return [];
    const first = places.filter((one) => plain(one.name).startsWith(asked));
    const exact = first.filter((one) => plain(one.name) === asked);
    if (exact.length) return exact;
    return first.length ? first : places.filter((one) => plain(one.name).includes(" " + asked));
  }
  function choose(code) {
    document.querySelectorAll(".chosen").forEach((one) => one.remove());
    for (const one of places) one.item.hidden = one.code !== code;
    whole.classList.add("asked");
    const shape = whole.querySelector('path[data-key="' + code + '"]');
    if (!shape) return;
    const edge = shape.cloneNode(false);
    edge.removeAttribute("data-key");
    edge.setAttribute("class", "chosen");
    edge.setAttribute("fill", "none");
    shape.parentNode.append(edge);
    const place = places.find((one) => one.code === code);
    told.textContent = place.item.textContent;
    tell();
  }
  function look(text) {
    const all = matching(text);
    found.textContent = !text.trim() ? "" : !all.length ? words.none
      : all.length === 1 ? "" : all.length + " " + words.several + " " + all.slice(0, 3).map((one) => one.name).join(", ");
    if (all.length) choose(all[0].code);
    return all;
  }
  function jump(text) {
    const all = matching(text);
    if (!all.length) return;
    go(slides.indexOf(whole));
    find.value = all.length === 1 ? all[0].name : text;
    look(find.value);
    if (all.length > 1) find.focus();
  }
  find.addEventListener("input", () => look(find.value));
  whole.addEventListener("click", (event) => {
    const shape = event.target.closest("[data-key]");
    const place = shape && places.find((one) => one.code === shape.dataset.key);
    if (!place) return;
    find.value = place.name;
    found.textContent = "";
    choose(place.code);
  });

  /* Keys */
  const shut = () => (help.open ? (help.close(), true) : large.open ? (large.close(), true) : false);
  function blacken() { dark.hidden = !dark.hidden; }
  function showCode() {
    const code = slides[now].querySelector(".code");
    if (!code) return;
    large.replaceChildren(code.cloneNode(true));
    large.showModal();
  }
  const single = { s: open, q: showCode };
  function letter(key) {
    typed += key;
    clearTimeout(waiting);
    if (typed === "b") blacken();
    if (typed.length === 2 && typed[0] === "b") blacken();
    if (typed.length === 3) { const text = typed; typed = ""; jump(text); return; }
    waiting = setTimeout(() => { const one = typed; typed = ""; if (single[one]) single[one](); }, PAUSE);
  }
  function digit(key) {
    digits = (digits + key).slice(-3);
    clearTimeout(waiting);
    waiting = setTimeout(() => { digits = ""; }, 4 * PAUSE);
  }
  const step = (by) => { dark.hidden = true; go(now + by); };
  const does = {
    ArrowRight: () => step(1), ArrowDown: () => step(1), PageDown: () => step(1), " ": () => step(1),
    ArrowLeft: () => step(-1), ArrowUp: () => step(-1), PageUp: () => step(-1), Backspace: () => step(-1),
    Home: () => go(0), End: () => go(slides.length - 1),
    ".": blacken, "?": () => help.showModal(),
    Enter: () => { if (digits) go(Number(digits) - 1); else step(1); digits = ""; },
    Escape: () => { dark.hidden = true; shut(); },
  };
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === find) {
      if (event.key === "Enter" || event.key === "Escape") {
        const all = matching(find.value);
        if (event.key === "Enter" && all.length) { find.value = all[0].name; look(find.value); }
        find.blur();
        event.preventDefault();
      }
      if (!["PageDown", "PageUp"].includes(event.key)) return;
    }
    if (help.open || large.open) { if (event.key !== "Tab") { shut(); event.preventDefault(); } return; }
    if (event.key in does) { typed = ""; does[event.key](); event.preventDefault(); }
    else if (/^[0-9]$/.test(event.key)) digit(event.key);
    else if (/^[a-z]$/i.test(event.key)) { letter(event.key.toLowerCase()); event.preventDefault(); }
  }
  addEventListener("keydown", key);
  document.getElementById("stage").addEventListener("click", (event) => {
    if (slides[now] !== whole && !event.target.closest(".code")) step(1);
    else if (event.target.closest(".code")) showCode();
  });

  /* The window of the speaker */
  function make(tag, text, into, name) {
    const made = speaker.document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.id = name;
    into.append(made);
    return made;
  }
  function open() {
    if (speaker && !speaker.closed) { speaker.focus(); return; }
    speaker = window.open("", "sdw-spreker", "width=1180,height=760");
    if (!speaker) { told.textContent = words.shut; return; }
    const page = speaker.document;
    page.title = words.speaker;
    page.documentElement.lang = "nl";
    page.head.replaceChildren(document.querySelector("style").cloneNode(true));
    make("style", "html{background:#eef3f3;font-size:22px}body{display:grid;grid-template:auto 1fr/1fr 520px;gap:16px 28px;padding:20px;height:100vh}"
      + "#top{grid-column:1/-1;display:flex;justify-content:space-between;font-size:30px;font-weight:650;font-variant-numeric:tabular-nums}"
      + "#notes{overflow:auto;font-size:24px;line-height:1.4}#notes p{margin-bottom:14px}#notes p+p{color:var(--quiet);font-size:18px}"
      + ".frame{width:520px;height:292px;overflow:hidden;margin:6px 0 18px;background:#fff}.frame .slide{transform:scale(.40625);transform-origin:0 0;margin:0;visibility:visible}body>section>h2{font-size:18px;color:var(--quiet)}", page.head);
    page.body.replaceChildren();
    const top = make("div", "", page.body, "top");
    for (const name of ["place", "elapsed", "clock"]) make("span", "", top, name);
    const left = make("section", "", page.body, "left");
    make("h2", words.notes, left);
    make("div", "", left, "notes");
    const right = make("section", "", page.body, "right");
    for (const [name, title] of [["current", words.slide], ["following", words.next]]) {
      make("h2", title, right);
      make("div", "", right, name).className = "frame";
    }
    speaker.addEventListener("keydown", key);
    since = since || Date.now();
    tell();
  }
  function copy(slide) {
    const made = speaker.document.importNode(slide, true);
    made.classList.add("now");
    for (const one of made.querySelectorAll("[id]")) if (!one.closest("svg")) one.removeAttribute("id");
    return made;
  }
  function tell() {
    if (!speaker || speaker.closed || !speaker.document.getElementById("notes")) return;
    const at = (name) => speaker.document.getElementById(name);
    at("place").textContent = now + 1 + " / " + slides.length;
    at("notes").replaceChildren(...[...slides[now].querySelectorAll(".notes > *")].map((one) => speaker.document.importNode(one, true)));
    at("current").replaceChildren(copy(slides[now]));
    const next = slides[now + 1];
    at("following").replaceChildren(next ? copy(next) : speaker.document.createTextNode(words.last));
    tick();
  }
  const two = (n) => String(n).padStart(2, "0");
  function tick() {
    if (!speaker || speaker.closed || !speaker.document.getElementById("clock")) return;
    const time = new Date(), gone = Math.floor((Date.now() - since) / 1000);
    speaker.document.getElementById("clock").textContent = time.getHours() + "." + two(time.getMinutes());
    speaker.document.getElementById("elapsed").textContent = words.elapsed + " " + Math.floor(gone / 60) + ":" + two(gone % 60);
  }
  setInterval(tick, 1000);
  addEventListener("pagehide", () => { if (speaker && !speaker.closed) speaker.close(); });

  root.classList.add("js");
  addEventListener("resize", fit);
  addEventListener("hashchange", () => go(Number(location.hash.slice(1)) - 1 || 0, true));
  fit();
  go(Number(location.hash.slice(1)) - 1 || 0, true);
})();
