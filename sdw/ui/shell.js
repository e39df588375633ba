// Every page lies in the same folder: without this, Streamlit first asks for its services below each page.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };
// Streamlit speaks English in a few places that have no setting. Exact words only; figures are never touched.
(() => {
  const words = {
    "Skip to main content": "Naar de inhoud",
    "Running...": "Bezig …",
    "Stop": "Stop",
    "Main menu": "Menu",
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
    "Page not found": "Deze pagina bestaat niet",
    "Sidebar": "Zijmenu",
    "App pages": "Pagina's",
    "Choose an option": "Kies",
    "Choose options": "Kies"
  };
  const shapes = [
    [/^(\d+) options? available\.$/, "$1 keuzes."],
    [/^(\d+) more$/, "nog $1"]
  ];
  const translated = (text) => {
    const bare = (text || "").trim();
    if (words[bare]) return words[bare];
    const shape = bare && shapes.find(([form]) => form.test(bare));
    return shape ? bare.replace(shape[0], shape[1]) : "";
  };
  const starts = { "Remove ": "Verwijder " };
  const names = ["aria-label", "title", "placeholder"];
  const dutch = (node) => {
    if (node.nodeType === 3) {
      const said = node.data.trim();
      if (words[said]) node.data = node.data.replace(said, words[said]);
      return;
    }
    if (node.nodeType !== 1) return;
    for (const name of names) {
      const said = node.getAttribute(name);
      const start = said && Object.keys(starts).find((english) => said.startsWith(english));
      const found = words[said] || (start && starts[start] + said.slice(start.length));
      if (found && found !== node.getAttribute(name)) node.setAttribute(name, found);
    }
    node.childNodes.forEach(dutch);
  };
  new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === "attributes") return dutch(change.target);
    change.addedNodes.forEach(dutch);
    if (change.type === "characterData") dutch(change.target);
  })).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: names
  });
})();
