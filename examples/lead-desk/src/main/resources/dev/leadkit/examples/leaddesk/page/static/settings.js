// The editors: line numbers, problems while typing, what a change would do, and saving it.
"use strict";
(() => {
  const CHECK_AFTER_MILLIS = 250;
  const PROGRESS_AFTER_MILLIS = 200;
  const editor = document.querySelector(".editor");
  if (!editor) {
    return;
  }
  const kind = editor.dataset.kind;
  const area = document.getElementById("text");
  const gutter = editor.querySelector(".gutter");
  const verdict = document.getElementById("verdict");
  const outcome = document.getElementById("outcome");
  const go = document.getElementById("plan-button") || document.getElementById("dry-run");
  const begun = area.value;
  const page = document.getElementById("pipeline-page");
  const name = page ? page.dataset.name : "";
  let seen = editor.dataset.seen || "";
  let lines = 0;
  let timer = 0;
  let asked = 0;

  /** Sends the text of the editor; gives the part of the page that came. */
  async function ask(url, query, text) {
    const parameters = new URLSearchParams(query);
    const html = await LeadDesk.request("POST", url + "?" + parameters, text, {
      Accept: "text/html", "HX-Request": "true", "Content-Type": "text/plain; charset=utf-8",
    });
    const template = document.createElement("template");
    template.innerHTML = html;
    LeadDesk.times(template.content);
    return template.content.firstElementChild;
  }

  function number() {
    const count = area.value.split("\n").length;
    if (count !== lines) {
      lines = count;
      gutter.replaceChildren(...Array.from({ length: count }, (_, i) => {
        const line = document.createElement("span");
        line.textContent = String(i + 1);
        return line;
      }));
    }
    gutter.scrollTop = area.scrollTop;
  }

  function markLines() {
    for (const line of gutter.querySelectorAll(".wrong")) {
      line.classList.remove("wrong");
    }
    for (const problem of verdict.querySelectorAll(".problem")) {
      gutter.children[Number(problem.dataset.line) - 1]?.classList.add("wrong");
    }
  }

  async function check() {
    const mine = ++asked;
    try {
      const found = await ask("/settings/" + kind + "/check", {}, area.value);
      if (mine !== asked) {
        return;
      }
      verdict.replaceChildren(found);
      markLines();
      const valid = verdict.querySelector("#draft-state").dataset.valid === "true";
      go.disabled = !valid || area.readOnly;
      area.setAttribute("aria-invalid", String(!valid));
      editor.dataset.checked = String(mine);
    } catch (problem) {
      if (mine === asked) {
        go.disabled = true;
        LeadDesk.toast(problem.words || String(problem), { bad: true });
      }
    }
  }

  function changed() {
    number();
    outcome.replaceChildren();
    go.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(check, CHECK_AFTER_MILLIS);
  }

  function goTo(line) {
    const start = area.value.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const end = area.value.indexOf("\n", start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? area.value.length : end);
    area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight));
  }

  /** Shows what came, and says what failed. */
  async function show(button, work) {
    if (button) {
      button.disabled = true;
    }
    try {
      const part = await work();
      outcome.replaceChildren(part);
      part.scrollIntoView({ block: "nearest" });
      return part;
    } catch (problem) {
      LeadDesk.toast(problem.words || String(problem), { bad: true });
      return null;
    } finally {
      if (button && button.isConnected) {
        button.disabled = false;
      }
    }
  }

  /** What was chosen for stages that are gone. */
  function choices() {
    return [...outcome.querySelectorAll(".successor")].flatMap(select => [["from", select.dataset.from], ["to", select.value]]);
  }

  function plan(act, version, button) {
    const query = [...choices(), ["name", name]];
    return act === "rollback"
      ? show(button, () => ask("/settings/pipeline/plan-rollback", [...query, ["version", version]], ""))
      : show(button, () => ask("/settings/pipeline/plan", query, area.value));
  }

  async function publish(button) {
    const { act, token, version } = document.getElementById("plan").dataset;
    const query = [...choices(), ["name", name], ["token", token]];
    const part = await show(button, () => act === "rollback"
      ? ask("/settings/pipeline/rollback", [...query, ["version", version]], "")
      : ask("/settings/pipeline/publish", query, area.value));
    if (part && part.id === "published") {
      await migrate(part);
    }
  }

  /** Batch by batch, until there are no leads left to bring along. */
  async function migrate(part) {
    const bar = part.querySelector("#progress");
    const words = part.querySelector("#progress-words");
    const held = part.querySelector("#held");
    let done = 0;
    let cursor = "";
    try {
      do {
        const batch = await LeadDesk.request("POST", "/settings/pipeline/migrate?"
          + new URLSearchParams({ name: part.dataset.name, cursor }));
        done += batch.migrated + batch.there;
        for (const lead of batch.held) {
          const item = document.createElement("li");
          item.textContent = lead;
          held.append(item);
        }
        bar.value = Math.min(done, bar.max);
        words.textContent = done + " of " + part.dataset.leads + " brought along";
        cursor = batch.next || "";
      } while (cursor);
      bar.value = bar.max;
      words.textContent = "All brought along" + (held.children.length ? ", but these:" : ".");
      part.dataset.done = "true";
      part.querySelector("#published-done").hidden = false;
    } catch (problem) {
      words.textContent = "Stopped after " + done + ": " + (problem.words || problem) + " Leads that are left come along with their next move.";
    }
  }

  async function save(button) {
    const part = await show(button, () => ask(button.dataset.url, { seen }, area.value));
    if (part && part.id === "saved") {
      seen = part.dataset.seen;
      LeadDesk.toast("Saved");
      await rescored(part);
    }
  }

  /** Back to another card. */
  async function cardBack(button) {
    const part = await show(button, () => ask("/settings/scorecard/rollback", { seen, card: button.dataset.card }, ""));
    if (part && part.id === "saved") {
      seen = part.dataset.seen;
      await rescored(part);
    }
  }

  /** Shows how far the leads are, until all have the scores of the new card. */
  async function rescored(part) {
    if (!part.dataset.rescored) {
      return;
    }
    const bar = part.querySelector("#progress");
    const words = part.querySelector("#progress-words");
    try {
      while (part.isConnected) {
        const progress = await LeadDesk.request("GET", "/settings/scorecard/progress");
        bar.max = Math.max(1, progress.total);
        bar.value = progress.finished ? bar.max : progress.done;
        words.textContent = progress.done + " of " + progress.total + " gone through, " + progress.changed + " with another score";
        if (progress.finished) {
          part.dataset.rescored = "true";
          part.querySelector("#saved-done").hidden = false;
          return;
        }
        await new Promise(resolve => setTimeout(resolve, PROGRESS_AFTER_MILLIS));
      }
    } catch (problem) {
      words.textContent = "The server goes on; how far it is can't be told now: " + (problem.words || problem);
    }
  }

  area.addEventListener("input", changed);
  area.addEventListener("scroll", () => {
    gutter.scrollTop = area.scrollTop;
  });
  verdict.addEventListener("click", event => {
    const to = event.target.closest(".go");
    if (to) {
      goTo(Number(to.dataset.line));
    }
  });
  document.getElementById("reset").addEventListener("click", () => {
    area.value = begun;
    changed();
    area.focus();
  });
  go.addEventListener("click", () => go.id === "plan-button"
    ? plan("publish", "", go)
    : show(go, () => ask(go.dataset.url, { range: document.getElementById("range")?.value || "", sessions: document.getElementById("sessions")?.value || "" }, area.value)));
  outcome.addEventListener("change", event => {
    if (event.target.matches(".successor")) {
      const { act, version } = document.getElementById("plan").dataset;
      plan(act, version, null);
    }
  });
  outcome.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.id === "publish") {
      publish(button);
    } else if (button?.id === "plan-close") {
      outcome.replaceChildren();
      go.focus();
    } else if (button?.id === "save") {
      save(button);
    }
  });
  for (const back of document.querySelectorAll(".card-back")) {
    back.addEventListener("click", () => cardBack(back));
  }
  for (const back of document.querySelectorAll(".rollback")) {
    back.addEventListener("click", () => {
      outcome.replaceChildren();
      plan("rollback", back.dataset.version, back);
    });
  }

  if (page) {
    let waiting = 0;
    const counts = () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        try {
          const fresh = await LeadDesk.part("/settings/pipeline/counts?" + new URLSearchParams({ name }));
          if (fresh) {
            document.getElementById("shown").replaceWith(fresh);
          }
        } catch (problem) {
          // The next event tries again.
        }
      }, 150);
    };
    LeadDesk.listen({ onLead: counts, onGone: counts, onReset: counts });
    if (document.querySelector("[data-read-only]")) {
      area.readOnly = true;
    }
  }
  number();
  check();
})();
