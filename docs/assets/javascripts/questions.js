// Lets a reader answer before looking: options become choices, and the reasons
// open with the verdict. Without this script the answers stand in a disclosure.
for (const question of document.querySelectorAll(".question[data-type=single], .question[data-type=multiple]")) {
  const multiple = question.dataset.type === "multiple";
  const list = question.querySelector(".question__options:not(.question__reasons)");
  const details = question.querySelector(".question__answer");
  const options = [...list.children];
  const verdict = document.createElement("p");
  verdict.className = "question__verdict";
  verdict.setAttribute("role", "status");
  details.before(verdict);

  options.forEach((option, number) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = multiple ? "checkbox" : "radio";
    input.name = question.id;
    input.id = `${question.id}-${number}`;
    label.htmlFor = input.id;
    label.append(...option.childNodes);
    option.append(input, label);
    // A control without its letter would not say which option it is.
    input.setAttribute("aria-describedby", verdict.id || (verdict.id = `${question.id}-verdict`));
  });

  const wanted = options.filter((option) => "correct" in option.dataset).length;
  list.addEventListener("change", () => {
    const chosen = options.filter((option) => option.querySelector("input").checked);
    if (chosen.length < wanted) {
      verdict.textContent = multiple ? `${chosen.length} of ${wanted} chosen.` : "";
      return;
    }
    const right = chosen.length === wanted && chosen.every((option) => "correct" in option.dataset);
    verdict.textContent = right ? "Right. See why below." : "Not quite. See why below.";
    question.dataset.verdict = right ? "right" : "wrong";
    details.open = true;
  });
}
