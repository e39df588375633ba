// Every page lies in the same folder: without this, Streamlit first asks for its services below each page.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
// Streamlit fetches its font of icons beforehand, 376 kB; our style draws the few marks that a page has (style.css), and
// where another one is shown the font still comes.
const load = document.fonts.load.bind(document.fonts);
document.fonts.load = (font, ...text) => font.includes("Material Symbols") ? Promise.resolve([]) : load(font, ...text);
// A drawing comes as a picture, which the browser keeps (ui/elements/picture.py). Once it is there the drawing itself takes
// its place: in the inks of the page, and with the words of the mark nearest to where a reader points or steps by arrows.
const draw = () => {
  const near = 48;
  const told = Object.assign(document.createElement("p"), { className: "sdw-tip", hidden: true });
  told.setAttribute("role", "status");
  let count = 0;
  const text = async (source) => source.startsWith("data:")
    ? new TextDecoder().decode(Uint8Array.from(atob(source.slice(source.indexOf(",") + 1)), (one) => one.charCodeAt(0)))
    : (await fetch(source)).text();
  const middle = (mark) => {
    const box = mark.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  // Drawings in which a reader chooses the same (blocks/drawings.py) point at the same mark together.
  let lit = null;
  const alike = (mark) => {
    if (mark === lit) return;
    lit = mark;
    document.querySelectorAll(".sdw-same").forEach((one) => one.remove());
    const name = mark?.dataset.key && mark.closest(".sdw-drawing").dataset.chooses;
    if (!name) return;
    document.querySelectorAll(`[data-chooses=${name}] [data-key="${CSS.escape(mark.dataset.key)}"]`).forEach((one) => {
      const copy = one.cloneNode();
      ["data-key", "data-tip", "data-status"].forEach((said) => copy.removeAttribute(said));
      copy.setAttribute("class", "sdw-same");
      one.parentElement.append(copy);
    });
  };
  const show = (mark) => {
    if (!told.isConnected) document.body.append(told);
    told.hidden = !mark;
    alike(mark);
    if (!mark) return;
    told.textContent = mark.dataset.tip;
    const [x, y] = middle(mark);
    const { width, height } = told.getBoundingClientRect();
    told.style.left = `${Math.min(Math.max(4, x - width / 2), innerWidth - width - 4)}px`;
    told.style.top = `${y - height - 10 > 4 ? y - height - 10 : y + 12}px`;
  };
  const point = (marks, event) => {
    const under = event.target.closest("[data-tip]");
    const away = (mark) => Math.hypot(...middle(mark).map((at, axis) => at - [event.clientX, event.clientY][axis]));
    const found = under || marks.reduce((best, one) => best && best[1] <= away(one) ? best : [one, away(one)], null);
    const mark = under || (found && found[1] <= near ? found[0] : null);
    show(mark);
    return mark;
  };
  // A choice goes to the filter of that name. The drawing is then drawn anew: who chose by keyboard stays where they were.
  let again = null;
  const choose = (mark) => {
    const around = mark?.closest("[data-chooses]");
    const detail = [around?.dataset.chooses, mark?.dataset.key];
    if (!detail[0] || !detail[1] || new URLSearchParams(location.search).get(detail[0]) === detail[1]) return false;
    return document.dispatchEvent(new CustomEvent("sdw-choose", { detail }));
  };
  const placeOf = (drawing) => [...document.querySelectorAll("[data-chooses]")].indexOf(drawing.closest("[data-chooses]"));
  const enliven = (drawing, marks) => {
    let at = -1;
    drawing.addEventListener("pointermove", (event) => point(marks, event));
    drawing.addEventListener("pointerdown", (event) => point(marks, event));
    drawing.addEventListener("click", (event) => choose(point(marks, event)));
    drawing.addEventListener("pointerleave", () => show(null));
    drawing.addEventListener("blur", () => show(null));
    drawing.addEventListener("keydown", (event) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (event.key === "Escape") return show(null);
      if (event.key === "Enter" && marks[at]) {
        again = choose(marks[at]) ? [placeOf(drawing), marks[at].dataset.key] : null;
        return undefined;
      }
      if (to === undefined) return undefined;
      event.preventDefault();
      at = Math.min(Math.max(to, 0), marks.length - 1);
      return show(marks[at]);
    });
    drawing.tabIndex = 0;
    if (again?.[0] !== placeOf(drawing)) return;
    at = marks.findIndex((mark) => mark.dataset.key === again[1]);
    again = null;
    drawing.focus({ preventScroll: true });
    show(marks[at]);
  };
  // The wide form, or the one for a phone where letters would become too small; looked at again when the width changes.
  const fitting = (image, around) => {
    const small = image.dataset.small || image.parentElement.querySelector("source")?.srcset;
    const width = around.clientWidth;
    return small && width && width < 0.92 * image.getAttribute("width") ? new URL(small, document.baseURI).href : image.src;
  };
  const watch = new ResizeObserver((seen) => seen.forEach(({ target }) => {
    const image = target.querySelector("img");
    if (image) place(image).catch(() => {});
  }));
  const place = async (image) => {
    const around = image.closest(".sdw-drawing");
    if (!around) return;
    watch.observe(around);
    const source = fitting(image, around);
    if (around.dataset.drawn === source) return;
    around.dataset.drawn = source;
    const id = `d${count += 1}-`;
    const found = (await text(source)).replaceAll('id="page-', `id="${id}`).replaceAll("(#page-", `(#${id}`);
    const drawing = new DOMParser().parseFromString(found, "image/svg+xml").documentElement;
    if (drawing.localName !== "svg" || around.dataset.drawn !== source) return;
    drawing.querySelector("style")?.remove();
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", image.alt);
    drawing.style.maxWidth = `${1.15 * drawing.viewBox.baseVal.width}px`;
    const marks = [...drawing.querySelectorAll("title")].map((title) => {
      const mark = title.parentElement;
      mark.dataset.tip = title.textContent;
      title.remove();
      return mark;
    }).filter((mark) => mark.localName !== "svg");
    around.querySelector("svg")?.remove();
    around.append(drawing);
    if (marks.length) enliven(drawing, marks);
  };
  document.addEventListener("load", (event) => {
    if (event.target.matches?.(".sdw-drawing img")) place(event.target).catch(() => {});
  }, true);
  addEventListener("scroll", () => show(null), true);
  // A picture may be there before it stands in the page: then it says nothing any more.
  return (node) => node.querySelectorAll?.(".sdw-drawing img").forEach((image) => {
    if (image.complete && image.naturalWidth) place(image).catch(() => {});
  });
};
// Streamlit speaks English in a few places that have no setting. Exact words only; figures are never touched.
(() => {
  const words = {
    "Skip to main content": "Naar de inhoud",
    "Running...": "Bezig …",
    "Stop": "Stop",
    "Main menu": "Menu",
    "Open": "Openen",
    "Dismiss": "Sluiten",
    "Open sidebar": "Menu openen",
    "Close sidebar": "Menu sluiten",
    "Expand sidebar": "Menu openen",
    "Collapse sidebar": "Menu sluiten",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Download as PNG": "Opslaan als afbeelding",
    "No results": "Niets gevonden",
    "Upload": "Kies een bestand",
    "Browse files": "Kies een bestand",
    "20MB per file": "ten hoogste 20 MB",
    "file upload": "Bestand",
    "Add files": "Kies een ander bestand",
    "add icon": "Kies een ander bestand",
    "File must be 20.0MB or smaller.": "Dit bestand is te groot: ten hoogste 20 MB.",
    "Error:": "Fout:",
    "Drag and drop a file here": "Sleep een bestand hierheen",
    "Drag and drop file here": "Sleep een bestand hierheen",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Connection error": "Geen verbinding",
    "Connecting": "Verbinding maken",
    "Connecting to Streamlit server": "De pagina maakt verbinding met de monitor",
    "Unable to connect to Streamlit server": "De pagina krijgt geen verbinding met de monitor",
    "Error": "Fout",
    "Unknown error": "Onbekende fout",
    "Unknown Error": "Onbekende fout",
    "Bad message format": "Er ging iets mis",
    "Page not found": "Deze pagina bestaat niet",
    "Stopping...": "Bezig met stoppen …",
    "Rerun": "Opnieuw laden",
    "Always rerun": "Altijd opnieuw laden",
    "Auto rerun": "Zelf opnieuw laden",
    "File change.": "De monitor is vernieuwd.",
    "Clear cache": "Geheugen legen",
    "Clear caches": "Geheugen legen",
    "Print": "Afdrukken",
    "Cancel": "Annuleren",
    "Close": "Sluiten",
    "Try again": "Opnieuw proberen",
    "Clear value": "Wissen",
    "Clear all": "Alles wissen",
    "Clear entry": "Wissen",
    "Select all": "Alles kiezen",
    "Selectbox options": "Keuzes",
    "Multiselect options": "Keuzes",
    "Selected values": "Gekozen",
    "Download failed": "Downloaden is niet gelukt. Laad de pagina opnieuw en probeer het nog eens.",
    "Number is above the allowed range.": "Dit getal is te hoog.",
    "Number is below the allowed range.": "Dit getal is te laag.",
    "Sidebar": "Zijmenu",
    "App pages": "Pagina's",
    "Choose an option": "Kies",
    "Choose options": "Kies"
  };
  const away = "De monitor geeft nu geen antwoord. Controleer uw internetverbinding. Ligt het daar niet aan, wacht dan even: " +
    "de pagina verbindt vanzelf opnieuw. Blijft het zo, meld het dan aan de databeheerder.";
  const shapes = [
    [/^Streamlit server is not responding[^]*$/, away],
    [/^Is Streamlit still running[^]*$/, away],
    [/^Connection timed out[^]*$/, away],
    [/^Cannot connect to[^]*$/, away],
    [/^Connection failed with status (\d+)[^]*$/, "De monitor geeft een fout (code $1). Laad de pagina over een minuut opnieuw."],
    [/^streamlit run \S+$/, ""],
    [/^Number is above the allowed range\. .* to (\S+)\.$/, "Dit getal is te hoog: vul ten hoogste $1 in."],
    [/^Number is below the allowed range\. .* to (\S+)\.$/, "Dit getal is te laag: vul ten minste $1 in."],
    [/^Number is outside the allowed range\. .* between (\S+) and (\S+)\.$/, "Vul een getal in van $1 tot en met $2."],
    [/^(\d+) options? available\.$/, "$1 keuzes."],
    [/^(\d+) more$/, "nog $1"]
  ];
  const starts = { "Remove ": "Verwijder " };
  const translated = (text) => {
    const bare = (text || "").trim();
    if (Object.hasOwn(words, bare)) return words[bare];
    const shape = bare && shapes.find(([form]) => form.test(bare));
    if (shape) return bare.replace(shape[0], shape[1]);
    const start = Object.keys(starts).find((english) => bare.startsWith(english));
    return start ? starts[start] + bare.slice(start.length) : undefined;
  };
  const names = ["aria-label", "title", "placeholder"];
  const dutch = (node) => {
    if (node.nodeType === 3) {
      const found = translated(node.data);
      const bare = node.data.trim();
      if (found !== undefined && found !== bare) node.data = node.data.replace(bare, () => found);
      return;
    }
    if (node.nodeType !== 1) return;
    for (const name of names) {
      const said = node.getAttribute(name);
      const found = said === null ? undefined : translated(said);
      if (found !== undefined && found !== said) node.setAttribute(name, found);
    }
    node.childNodes.forEach(dutch);
  };
  // One act of a reader is one step for Back. Streamlit makes a step of each name that it writes to the address, and
  // of each page on the way to another; going back to one of those sets it off again.
  const push = history.pushState.bind(history);
  const put = history.replaceState.bind(history);
  let acted = false;
  ["pointerdown", "click", "keydown"].forEach((kind) => addEventListener(kind, () => { acted = true; }, true));
  addEventListener("popstate", () => { acted = false; }, true);
  history.pushState = (...step) => {
    (acted ? push : put)(...step);
    acted = false;
  };
  // What a page says of its own address (ui/view/link.py): names to set, and names to drop where nothing follows.
  const mend = (node) => {
    const told = node.nodeType === 1 && (node.closest("[data-sdw-link]") || node.querySelector("[data-sdw-link]"));
    if (!told) return;
    const address = new URL(location.href);
    for (const [name, value] of new URLSearchParams(told.dataset.sdwLink)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };
  // A document takes seconds to make: beside its link stands that it is being made, until it is there.
  const made = /\/([po]\/[^/]+\/[^/]+\.(pdf|zip)|f\/[^/]+\/alles\.xlsx)$/;
  const take = async (link) => {
    const told = Object.assign(document.createElement("span"), { className: "sdw-making" });
    told.setAttribute("role", "status");
    link.setAttribute("aria-busy", "true");
    link.after(told);
    setTimeout(() => { told.textContent = " wordt gemaakt …"; });  // what changes is said aloud, what is new is not
    try {
      const answer = await fetch(link.href);
      const [, name] = /filename="([^"]+)"/.exec(answer.ok && answer.headers.get("content-disposition"));
      const file = URL.createObjectURL(await answer.blob());
      Object.assign(document.createElement("a"), { href: file, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(file), 60000);
    } catch {
      location.assign(link.href);
    }
    link.removeAttribute("aria-busy");
    told.remove();
  };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.target || link.origin !== location.origin || !made.test(link.pathname)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    if (!link.hasAttribute("aria-busy")) take(link);
  });
  const drawn = draw();
  new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === "attributes") return dutch(change.target);
    change.addedNodes.forEach((node) => { dutch(node); mend(node); drawn(node); });
    if (change.type === "characterData") dutch(change.target);
  })).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: names
  });
})();
