// Puts two to five subjects side by side, from the tables of the comparison pages themselves.
for (const form of document.querySelectorAll("form.side-by-side")) {
  const known = JSON.parse(form.dataset.known);
  const result = document.querySelector(".side-by-side__result");
  const selects = [...form.elements].filter((field) => field.name === "pick");
  const pages = new Map(); // address -> promise of its document
  let turn = 0; // of the latest choice: slower answers to earlier ones are dropped

  const element = (tag, ...children) => {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  };

  const load = (address) => {
    if (!pages.has(address)) {
      const read = async () => {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(answer.status);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      };
      pages.set(address, read().catch((fault) => (pages.delete(address), Promise.reject(fault))));
    }
    return pages.get(address);
  };

  // What stands in a cell of another page, for this one: without citations, with whole links.
  const moved = (nodes, address) => {
    const box = element("div", ...[...nodes].map((node) => document.importNode(node, true)));
    for (const mark of box.querySelectorAll("sup.cite, [id]")) {
      if (mark.matches("sup.cite")) mark.remove();
      else mark.removeAttribute("id");
    }
    for (const link of box.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    return box;
  };

  const words = (node) => {
    const copy = node.cloneNode(true);
    for (const mark of copy.querySelectorAll(".badge, sup, .former")) mark.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const names = (cell, name) => {
    const text = words(cell);
    return text === name || text.startsWith(`${name} (`);
  };

  const table = (caption, heads, rows) => {
    const made = element("table");
    made.className = "cards";
    made.createCaption().append(caption);
    const top = made.createTHead().insertRow();
    top.insertCell();
    for (const head of heads) {
      const cell = element("th", head);
      cell.scope = "col";
      top.append(cell);
    }
    const body = made.createTBody();
    for (const [label, cells] of rows) {
      const row = body.insertRow();
      const head = element("th", label);
      head.scope = "row";
      row.append(head);
      cells.forEach((content, index) => {
        const cell = row.insertCell();
        cell.dataset.label = heads[index];
        cell.append(content);
      });
    }
    const wrap = element("div", made);
    wrap.className = "table-wrap";
    return wrap;
  };

  const fromComparison = async (id, picked) => {
    const address = new URL(`../${id}/`, location.href);
    const page = await load(address.href);
    const source = page.querySelector("article table.cards");
    const grid = [...source.rows].map((row) => [...row.cells]);
    // Subjects go across here, whichever way the table stands on its own page.
    const across = "turned" in source.dataset ? grid : grid[0].map((_, column) => grid.map((row) => row[column]));
    const columns = picked
      .map((entry) => [entry.name, across[0].findIndex((cell, column) => column && names(cell, entry.name))])
      .filter(([, column]) => column > 0);
    if (columns.length < 2) return null;
    const link = element("a", page.querySelector("article h1").firstChild.textContent.trim());
    link.href = address;
    const rows = across.slice(1).map((row) => [
      words(row[0]),
      columns.map(([, column]) => moved(row[column].childNodes, address)),
    ]);
    return table(link, columns.map(([name]) => name), rows);
  };

  const fromServices = async (picked) => {
    const address = new URL(form.dataset.services, location.href);
    const page = await load(address.href);
    const cells = picked.map((entry) => {
      const service = entry.service && page.getElementById(entry.service)?.parentElement;
      if (!service) return "Not a service of its own.";
      const parts = [...service.children].filter((part) => !part.matches("h3, .service__meta, .service__uses"));
      const box = moved(parts, address);
      const more = element("a", "Entry");
      more.href = new URL(`#${entry.service}`, address);
      box.append(more);
      return box;
    });
    return table("What they are", picked.map((entry) => entry.name), [["In short", cells]]);
  };

  const show = async () => {
    const mine = ++turn;
    const slugs = [...new Set(selects.map((select) => select.value).filter(Boolean))];
    const next = slugs.length ? `?pick=${slugs.join(",")}` : "";
    if (next !== location.search) history.replaceState(null, "", location.pathname + next);
    if (slugs.length < 2) {
      result.replaceChildren(element("p", "Choose at least two."));
      return;
    }
    const picked = slugs.map((slug) => known[slug]);
    const shared = {};
    for (const entry of picked) for (const id of entry.tables) shared[id] = (shared[id] || 0) + 1;
    const ids = Object.keys(shared).filter((id) => shared[id] > 1);
    try {
      const jobs = ids.map((id) => fromComparison(id, picked));
      if (picked.some((entry) => entry.service)) jobs.push(fromServices(picked));
      const tables = (await Promise.all(jobs)).filter(Boolean);
      if (mine !== turn) return;
      const none = element("p", "No table holds two of them.");
      result.replaceChildren(...(tables.length ? tables : [none]));
    } catch {
      if (mine === turn) result.replaceChildren(element("p", "The tables could not be loaded. Is there a network?"));
    }
  };

  const asked = (new URLSearchParams(location.search).get("pick") || "").split(",");
  asked.filter((slug) => Object.hasOwn(known, slug)).slice(0, selects.length).forEach((slug, index) => {
    selects[index].value = slug;
  });
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
}
