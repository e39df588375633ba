// A page of one figure does without a script. With one the words of a mark stand under the drawing when a reader points
// at it, or reaches it by keyboard: a map as on the monitor (static/region_map/map.js), another drawing as there
// (shell.js). In a frame on another site the page tells how high it is.
(() => {
  const ARROWS = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"];
  const NEAR = 48, PAUSE = 800;
  const plain = (text) => text.normalize("NFD").replace(/[^a-z0-9]/gi, "").toLowerCase();
  const words = (mark) => mark.dataset.said;
  const enliven = (around, drawing) => {
    const said = around.querySelector(".sdw-said");
    const reach = JSON.parse(around.dataset.steps || "null");
    const marks = [...drawing.querySelectorAll("title")].map((title) => {
      const mark = title.parentElement;
      mark.dataset.said = title.textContent;
      title.remove();
      return mark;
    });
    if (!marks.length) return;
    // A region that is drawn twice, also enlarged, is reached once.
    const stops = reach ? marks.filter((mark, at) => at === marks.findIndex((one) => one.dataset.key === mark.dataset.key)) : marks;
    const order = reach ? [...stops].sort((one, other) => words(one).localeCompare(words(other), "nl")) : stops;
    let now = null, typed = "", typedAt = 0;
    const page = (mark) => reach && around.dataset.open ? around.dataset.open.replace("{}", mark.dataset.key) : "";
    const tell = (mark) => {
      said.replaceChildren(mark ? words(mark) : around.dataset.hint);
      said.classList.toggle("told", Boolean(mark));
      if (!mark || !page(mark)) return;
      said.append(" ", Object.assign(document.createElement("a"), { href: page(mark), textContent: around.dataset.further }));
    };
    const go = (mark) => {
      if (!mark) return;
      if (!reach) {
        now = mark;
        tell(mark);
        return;
      }
      now?.setAttribute("tabindex", "-1");
      now = mark;
      now.setAttribute("tabindex", "0");
      now.focus({ preventScroll: true });
    };
    const type = (letter) => {
      const again = plain(letter);
      const before = performance.now() - typedAt < PAUSE ? typed : "";
      typedAt = performance.now();
      typed = before === again ? again : before + again;
      const from = order.indexOf(now) + (before && before !== again ? 0 : 1);
      return [...order.slice(from), ...order.slice(0, from)].find((mark) => plain(words(mark)).startsWith(typed));
    };
    const press = (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const arrow = ARROWS.indexOf(event.key);
      const at = order.indexOf(now);
      if (arrow >= 0 && reach) {
        const next = reach[now.dataset.key].split(" ")[arrow];
        go(stops.find((mark) => mark.dataset.key === next));
      } else if (arrow >= 0) go(order[at + (arrow === 1 || arrow === 2 ? 1 : -1)] ?? now);
      else if (event.key === "Home") go(order[0]);
      else if (event.key === "End") go(order.at(-1));
      else if ((event.key === "Enter" || event.key === " ") && reach && page(now)) open(page(now), document.querySelector("base")?.target || "_self");
      else if (event.key === "Escape") tell(null);
      else if (reach && event.key.length === 1 && event.key !== " ") go(type(event.key));
      else return;
      event.preventDefault();
    };
    const middle = (mark) => {
      const box = mark.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const point = (event) => {
      const away = (mark) => Math.hypot(middle(mark)[0] - event.clientX, middle(mark)[1] - event.clientY);
      const under = event.target.closest("[data-said]");
      const found = under || reach ? under : marks.reduce((best, one) => away(one) < away(best) ? one : best);
      if (found && (under || away(found) <= NEAR)) tell(found);
    };
    tell(null);
    if (reach) {
      // The drawing was one picture with its words; now each region can be reached, and has words of its own.
      drawing.setAttribute("role", "group");
      for (const mark of stops) {
        mark.setAttribute("tabindex", mark === stops[0] ? "0" : "-1");
        mark.setAttribute("role", page(mark) ? "link" : "img");
        mark.setAttribute("aria-label", words(mark));
      }
      now = stops[0];
      drawing.addEventListener("focusin", (event) => {
        now = event.target.closest("[data-said]") ?? now;
        tell(now);
      });
    } else drawing.setAttribute("tabindex", "0");
    drawing.addEventListener("keydown", press);
    drawing.addEventListener("pointermove", point);
    drawing.addEventListener("click", point);
  };
  document.querySelectorAll(".sdw-drawn").forEach((around) =>
    around.querySelectorAll(":scope > div > svg").forEach((drawing) => enliven(around, drawing)));
  if (parent !== window) {
    new ResizeObserver(() => parent.postMessage(
      { sdw: "hoogte", hoogte: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*"
    )).observe(document.documentElement);
  }
})();
