// One lead: each control does one thing over REST, then the page is read anew; so it is when others change the lead.
"use strict";

(() => {
  const { toast, request, single, onceKey, sayNext, times, listen, sentence } = window.LeadDesk;
  const { verdict, ask } = window.LeadMoves;
  const by = id => document.getElementById(id);
  const lead = () => by("lead");
  const KEYS_MILLIS = 900;
  const DAY_MILLIS = 24 * 60 * 60 * 1000;
  const id = lead().dataset.id;
  const api = "/api/v1/leads/" + id;
  const seen = () => ({ "If-Match": '"' + lead().dataset.version + '"' });

  let asked = 0;
  let shown = 0;

  /** Reads the page anew; what was being typed stays. An answer that was overtaken by a later one is not shown. */
  async function refresh() {
    const turn = ++asked;
    const html = await request("GET", location.pathname, undefined, { Accept: "text/html" });
    if (turn > shown) {
      shown = turn;
      htmx.swap("#lead", html, { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 }, { select: "#lead" });
      times(lead());
      refill(html);
      showOptions();
    }
  }

  /** The form to edit is beside what was read anew, so that nothing is lost while somebody types into it. */
  function refill(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("edit-form");
    if (by("edit") && by("edit").open) {
      by("edit").dataset.overtaken = "yes";
    } else if (fresh && by("edit-form")) {
      for (const input of fresh.querySelectorAll("input:not([type=checkbox])")) {
        by("edit-form").elements[input.name].defaultValue = input.value;
        by("edit-form").elements[input.name].value = input.value;
      }
      by("edit-others").replaceWith(fresh.querySelector("#edit-others"));
    }
  }

  /** The same where nobody waits for it: what fails comes again with the next event. */
  async function reread() {
    try {
      await refresh();
    } catch (problem) {
      if (problem.status === 404) {
        empty();
      }
    }
  }

  /** Leaves nothing of the person on the page. */
  function empty() {
    document.querySelectorAll("dialog").forEach(dialog => dialog.remove());
    const words = document.createElement("h1");
    words.textContent = "This lead was erased, or is not yours to see any more";
    const back = Object.assign(document.createElement("a"), { href: "/leads", textContent: "To the leads" });
    lead().dataset.name = "";
    lead().replaceChildren(words, back);
    document.title = "Lead desk";
  }

  /** Does something and shows the outcome; says why it was not done. */
  async function attempt(act, done = "") {
    let answer;
    try {
      answer = await act();
    } catch (problem) {
      toast("Not done. " + (problem.words || problem.message), { bad: true });
      if (problem.status > 0) {
        await reread();
      }
      return null;
    }
    try {
      await refresh();
    } catch (problem) {
      if (problem.status === 404) {
        leave((done || "Done.") + " The lead is not yours to see any more.");
        return null;
      }
      toast("Done. What the page shows is older: " + problem.words, { bad: true });
      return answer;
    }
    if (done) {
      toast(done);
    }
    return answer;
  }

  /** Goes to the list, which says why. */
  function leave(words) {
    sayNext(words);
    location.assign("/leads");
  }

  // ---- stages ---------------------------------------------------------------------------------------------------------

  let verdicts = new Map();

  async function showOptions() {
    const steps = [...lead().querySelectorAll(".step:not(:disabled)")];
    if (steps.length === 0) {
      return;
    }
    try {
      const answer = await request("GET", api + "/options");
      verdicts = new Map(answer.items.map(item => [item.to, verdict(item)]));
    } catch (problem) {
      verdicts = new Map();
    }
    for (const step of steps) {
      const its = verdicts.get(step.dataset.stage);
      const isCurrent = step.hasAttribute("aria-current");
      step.querySelector("small").textContent = its && !isCurrent ? its.text : "";
      step.setAttribute("aria-disabled", its && its.kind === "no" && !isCurrent ? "true" : "false");
    }
  }

  async function moveTo(step) {
    const its = verdicts.get(step.dataset.stage);
    if (step.hasAttribute("aria-current")) {
      return;
    }
    if (its && its.kind === "no") {
      toast("Not moved. " + its.text, { bad: true });
      return;
    }
    const name = lead().dataset.name;
    const form = new URLSearchParams({ to: step.dataset.stage, from: lead().dataset.stage, place: "first" });
    if (its && its.kind === "ask" && !await ask(name, { stage: step.dataset.stage, name: step.dataset.name }, its.fields, form)) {
      return;
    }
    const html = await attempt(() => request("POST", "/board/cards/" + id, form, { Accept: "text/html, application/json", "HX-Request": "true" }));
    if (html) {
      const card = new DOMParser().parseFromString(html, "text/html").querySelector("[data-changeset]");
      toast("Moved to " + step.dataset.name + ".", card ? { action: "Undo", onAction: () => undo(card.dataset.changeset) } : {});
      const again = lead().querySelector('.step[aria-current]');
      again.focus();
    }
  }

  async function undo(changeset) {
    await attempt(async () => {
      const answer = await request("POST", "/api/v1/changes/" + changeset + "/undo", {});
      const kept = answer.items.flatMap(item => item.reasons);
      if (kept.length > 0) {
        toast("Not all was undone. " + kept.map(reason => sentence(reason.text)).join(" "), { bad: true });
      } else {
        toast("Undone.");
      }
    });
  }

  // ---- dialogs --------------------------------------------------------------------------------------------------------

  function onSubmit(formId, act) {
    const form = by(formId);
    if (!form) {
      return;
    }
    const submit = single(async () => {
      const wrong = form.querySelector(".notice.bad");
      wrong.hidden = true;
      try {
        await act(form);
        form.closest("dialog").close();
      } catch (problem) {
        wrong.textContent = problem.status === 412 ? "Somebody changed the lead meanwhile; look at it again." : problem.words || problem.message;
        wrong.hidden = false;
        if (problem.status === 412) {
          await refresh();
          form.closest("dialog").dataset.version = lead().dataset.version; // who was told may save all the same
        }
      }
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      submit();
    });
  }

  if (by("edit")) {
    by("edit").addEventListener("close", () => by("edit").dataset.overtaken && location.reload());
  }

  onSubmit("edit-form", async form => {
    const change = {};
    for (const name of ["name", "company", "location"]) {
      const input = form.elements[name];
      if (input.value !== input.defaultValue) {
        change[name] = input.value.trim() === "" ? null : input.value;
      }
    }
    for (const [name, remove] of [["email", "removeEmails"], ["phone", "removePhones"]]) {
      const input = form.elements[name];
      const away = [...form.querySelectorAll('[name="' + remove + '"]:checked')].map(each => each.value);
      if (input.value !== input.defaultValue) {
        if (input.defaultValue !== "") {
          away.push(input.defaultValue);
        }
        if (input.value.trim() !== "") {
          change[name] = input.value;
        }
      }
      if (away.length > 0) {
        change[remove] = away;
      }
    }
    const { amount, currency } = form.elements;
    if (amount.value !== amount.defaultValue || amount.value !== "" && currency.value !== currency.defaultValue) {
      change.expectedAmount = amount.value === "" ? null : { amount: amount.value, currency: currency.value };
    }
    const { percent } = form.elements;
    if (percent.value !== percent.defaultValue) {
      change.probability = percent.value === "" ? null : (percent.value / 100).toFixed(8);
    }
    if (Object.keys(change).length > 0) {
      // As of when the form was opened: what was read meanwhile is not what one saw.
      await request("PATCH", api, change, { "If-Match": '"' + form.closest("dialog").dataset.version + '"' });
      location.reload();
    }
  });

  onSubmit("note-ask-form", async form => {
    await request("PUT", api + "/notes/" + encodeURIComponent(form.dataset.note), { text: form.elements.text.value });
    await refresh();
  });

  onSubmit("erase-form", async () => {
    await request("DELETE", api, undefined, seen());
    location.assign("/leads");
  });

  // ---- merging --------------------------------------------------------------------------------------------------------

  let other = "";

  async function openMerge(with_) {
    other = with_;
    try {
      await showMerge({});
      by("merge").showModal();
    } catch (problem) {
      toast(problem.words, { bad: true });
    }
  }

  async function showMerge(chosen) {
    const preview = await request("POST", "/api/v1/leads/merge", { survivor: id, other, chosen, dryRun: true });
    by("merge-fields").replaceChildren(...preview.fields.map(field => mergeRow(field, chosen)));
  }

  function mergeRow(field, chosen) {
    const row = document.createElement("tr");
    const cells = [field.field, "", "", field.result || ""].map(text => {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
      return cell;
    });
    const isChoice = field.contested && !["all", "stated-last"].includes(field.rule);
    for (const value of field.values) {
      const cell = cells[value.lead === id ? 1 : 2];
      if (!isChoice) {
        cell.textContent += (cell.textContent ? ", " : "") + value.text;
        continue;
      }
      const label = document.createElement("label");
      const radio = Object.assign(document.createElement("input"), { type: "radio", name: "merge-" + field.field, checked: value.text === field.result });
      radio.addEventListener("change", () => showMerge({ ...chosen, [field.field]: value.lead }).then(() => {
        const again = by("merge-fields").querySelector('input[name="' + CSS.escape("merge-" + field.field) + '"]:checked');
        if (again) {
          again.focus();
        }
      }, problem => toast(problem.words, { bad: true })));
      const words = document.createElement("bdi");
      words.textContent = value.text;
      label.append(radio, words);
      cell.append(label);
    }
    by("merge-form").chosen = chosen;
    return row;
  }

  onSubmit("merge-form", async form => {
    await request("POST", "/api/v1/leads/merge", { survivor: id, other, chosen: form.chosen || {} }, seen());
    await refresh();
    toast("Merged.");
  });

  async function unmerge(merged) {
    const answer = await attempt(() => request("POST", "/api/v1/merges/" + merged + "/undo", {}));
    if (answer) {
      const kept = answer.kept.map(work => work.field).join(", ");
      toast("Taken apart." + (kept ? " Done since and kept here: " + kept + "." : ""));
    }
  }

  // ---- what is clicked ------------------------------------------------------------------------------------------------

  const tags = () => [...lead().querySelectorAll("[data-tag]")].map(each => each.dataset.tag);
  const setTags = wanted => attempt(() => request("PUT", api + "/tags", { tags: wanted }, seen()));

  const snooze = (until, done) => attempt(() => request("PATCH", api, { snoozedUntil: until }, seen()), done);

  const ACTS = {
    undo: button => undo(button.dataset.changeset),
    snooze: button => snooze(new Date(Date.now() + button.dataset.days * DAY_MILLIS).toISOString(), "Put off."),
    reopen: () => attempt(() => request("POST", api + "/reopen", {}, seen()), "Open again."),
    wake: () => snooze(null, "Back again."),
    untag: button => setTags(tags().filter(tag => tag !== button.dataset.tag)),
    merge: button => openMerge(button.closest("[data-other]").dataset.other),
    unmerge: button => unmerge(button.closest("[data-other]").dataset.other),
    distinct: button => attempt(() => request("POST", "/leads/" + id + "/distinct", new URLSearchParams({ other: button.closest("[data-other]").dataset.other }), { "HX-Request": "true" })),
    "edit-note": button => {
      const note = button.closest(".note");
      const form = by("note-ask-form");
      form.dataset.note = note.dataset.note;
      form.elements.text.value = note.querySelector(".note-text").textContent;
      by("note-ask").showModal();
    },
    "remove-note": button => attempt(() => request("DELETE", api + "/notes/" + encodeURIComponent(button.closest(".note").dataset.note)), "The note was taken away."),
  };

  let noteOnce = onceKey();

  const DRAFT = "note " + document.body.dataset.user + " " + id;

  /** What was typed when the session ended is there again once its user is back. */
  function refillNote() {
    const draft = sessionStorage.getItem(DRAFT);
    sessionStorage.removeItem(DRAFT);
    if (draft && by("note-text")) {
      by("note-text").value = draft;
    }
  }

  const addNote = single(text => attempt(async () => {
    try {
      await request("POST", api + "/notes", { text }, noteOnce);
    } catch (problem) {
      if (problem.status === 401) {
        sessionStorage.setItem(DRAFT, text);
      }
      throw problem;
    }
    noteOnce = onceKey();
    by("note-text").value = "";
  }));

  document.addEventListener("input", event => {
    if (event.target.id === "note-text") {
      noteOnce = onceKey(); // another note
    }
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    if (button.dataset.do) {
      ACTS[button.dataset.do](button);
    } else if (button.dataset.open) {
      by(button.dataset.open).dataset.version = lead().dataset.version;
      by(button.dataset.open).showModal();
    } else if ("close" in button.dataset) {
      button.closest("dialog").close("");
    } else if (button.classList.contains("step")) {
      moveTo(button);
    }
  });
  document.addEventListener("submit", event => {
    const input = event.target.querySelector("textarea, input");
    if (event.target.id === "note-form") {
      event.preventDefault();
      addNote(input.value);
    } else if (event.target.id === "tag-form") {
      event.preventDefault();
      setTags([...tags(), input.value.trim()]);
    }
  });
  // By keys each step through the choices is a change: only the one that is stayed at counts.
  let byKeys = 0;
  let assigning = 0;
  document.addEventListener("keydown", event => {
    byKeys = event.target.id === "assignee" ? KEYS_MILLIS : 0;
  });
  document.addEventListener("pointerdown", () => {
    byKeys = 0;
  });
  document.addEventListener("change", event => {
    if (event.target.id === "assignee") {
      clearTimeout(assigning);
      assigning = setTimeout(() => attempt(() => request("PUT", api + "/assignee", { assignee: event.target.value || null }), event.target.value ? "Given to " + event.target.value + "." : "Given to nobody."), byKeys);
    }
  });

  listen({
    onLead: data => {
      if (data.lead === id && data.version > Number(lead().dataset.version) && !document.querySelector("dialog[open]")) {
        reread();
      }
    },
    onGone: data => {
      if (data.lead === id) {
        empty();
      }
    },
    onReset: reread,
  });
  refillNote();
  showOptions();
})();
