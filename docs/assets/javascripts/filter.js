// Filters a list, of services or of pages, by what its entries say of themselves; the choice stands in the address.
for (const form of document.querySelectorAll("form.filter")) {
  const entries = [...document.querySelectorAll(".filtered")];
  const headings = [...document.querySelectorAll("article h2[id^=letter-]")];
  const fields = [...form.elements].filter((field) => field.name);
  const output = form.querySelector("output");
  const address = new URLSearchParams(location.search);
  for (const field of fields) {
    const wanted = address.get(field.name);
    if ([...field.options].some((option) => option.value === wanted)) field.value = wanted;
  }

  const apply = () => {
    const chosen = fields.filter((field) => field.value);
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !chosen.every((field) => entry.dataset[field.name].split(" ").includes(field.value));
      shown += !entry.hidden;
    }
    for (const heading of headings) {
      let entry = heading.nextElementSibling;
      while (entry && entry.matches(".filtered") && entry.hidden) entry = entry.nextElementSibling;
      heading.hidden = !(entry && entry.matches(".filtered"));
    }
    output.textContent = chosen.length ? `${shown} of ${entries.length}` : "";
    const next = new URLSearchParams(chosen.map((field) => [field.name, field.value]));
    const query = next.size ? `?${next}` : "";
    if (query !== location.search) history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  if (fields.some((field) => field.value)) apply();
}
