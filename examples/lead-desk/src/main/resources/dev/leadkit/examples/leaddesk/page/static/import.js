// A table of leads: what would happen is shown first, line by line, then it is done.
"use strict";

(() => {
  const { request, toast, sentence } = window.LeadDesk;
  const by = id => document.getElementById(id);
  const form = by("import-form");
  const MOST_SHOWN = 300;
  let imported = false;

  async function send(dryRun) {
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== "file" && value) {
        parameters.set(name, name === "region" ? value.toUpperCase() : value);
      }
    }
    if (dryRun) {
      parameters.set("dryRun", "true");
    }
    return request("POST", "/api/v1/imports?" + parameters, form.elements.file.files[0], { "Content-Type": "text/csv" });
  }

  function show(answer) {
    const words = { created: ["good", "new"], updated: ["good", "brought up to date"], unchanged: ["", "unchanged"], refused: ["bad", "refused"], conflicted: ["warn", "changed by others meanwhile"] };
    by("plan-counts").replaceChildren(...Object.entries(words).filter(([key]) => answer.counts[key] > 0).map(([key, [kind, word]]) => chip(kind, answer.counts[key] + " " + word)));
    by("plan-ignored").hidden = answer.ignored.length === 0;
    by("plan-ignored").textContent = "Columns that are not known and passed over: " + answer.ignored.join(", ");
    const first = [...answer.items].sort((a, b) => rank(a) - rank(b) || a.line - b.line);
    by("plan-lines").replaceChildren(...first.slice(0, MOST_SHOWN).map(line => row(line, words)));
    by("plan-more").hidden = first.length <= MOST_SHOWN;
    by("plan-more").textContent = "and " + (first.length - MOST_SHOWN) + " lines more";
    by("plan-title").textContent = answer.dryRun ? "2. What would happen" : "3. What was done";
    by("import-run").textContent = answer.dryRun ? "Import" : "To the leads";
    by("import-run").disabled = answer.dryRun && answer.counts.created + answer.counts.updated === 0;
    imported = !answer.dryRun;
    by("import-plan").hidden = false;
    by("plan-title").focus();
  }

  const rank = line => line.outcome === "refused" ? 0 : line.outcome === "conflicted" ? 1 : 2;

  function chip(kind, text) {
    const made = document.createElement("span");
    made.className = "chip " + kind;
    made.textContent = text;
    return made;
  }

  function row(line, words) {
    const made = document.createElement("tr");
    const number = document.createElement("td");
    number.className = "number";
    number.textContent = line.line;
    const outcome = document.createElement("td");
    outcome.append(chip(words[line.outcome][0], words[line.outcome][1]));
    const what = document.createElement("td");
    what.textContent = line.errors
      ? line.errors.map(error => sentence((error.column ? error.column + ": " : "") + "expected " + error.expected + ", found " + error.found + "; " + error.mend)).join(" ")
      : (line.fields || []).join(", ");
    made.append(number, outcome, what);
    return made;
  }

  async function act(dryRun) {
    by("import-wrong").hidden = true;
    try {
      show(await send(dryRun));
    } catch (problem) {
      by("import-wrong").textContent = "Nothing was imported. " + problem.words;
      by("import-wrong").hidden = false;
      by("import-plan").hidden = true;
    }
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    act(true);
  });
  form.addEventListener("change", () => {
    by("import-plan").hidden = true;
  });
  by("import-run").addEventListener("click", async () => {
    if (imported) {
      location.assign("/leads");
      return;
    }
    by("import-run").disabled = true;
    await act(false);
    by("import-run").disabled = false;
    if (imported) {
      toast("Imported.");
    }
  });
})();
