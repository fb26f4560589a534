// The list: filters that leave no empty fields in the address, choosing leads, work on many with an outcome for each, views.
"use strict";

(() => {
  const { toast, request, single, onceKey, sentence } = window.LeadDesk;
  const list = document.getElementById("list");
  const by = id => document.getElementById(id);

  // ---- filters --------------------------------------------------------------------------------------------------------

  const filters = by("filters");
  filters.addEventListener("formdata", event => {
    const data = event.formData;
    for (const name of new Set(data.keys())) {
      const filled = data.getAll(name).filter(value => value !== "" && !(name === "sort" && value === "newest"));
      data.delete(name);
      filled.forEach(value => data.append(name, value));
    }
  });
  filters.addEventListener("change", event => {
    if (event.target.matches("select, [name=stale]")) {
      filters.requestSubmit();
    }
  });
  by("filter-toggle").addEventListener("click", () => {
    const isOpen = filters.classList.toggle("open");
    by("filter-toggle").setAttribute("aria-expanded", String(isOpen));
  });
  for (const menu of filters.querySelectorAll(".pick")) {
    let before = chosenIn(menu);
    menu.addEventListener("toggle", () => {
      if (menu.open) {
        before = chosenIn(menu);
      } else if (chosenIn(menu) !== before) {
        filters.requestSubmit();
      }
    });
  }

  function chosenIn(menu) {
    return [...menu.querySelectorAll("input:checked")].map(each => each.value).join();
  }

  // ---- small things that dialogs share ----------------------------------------------------------------------------------

  document.addEventListener("click", event => {
    if (event.target.closest("[data-close]")) {
      event.target.closest("dialog").close("");
    }
  });

  /** Lets a dialog's form do something; the dialog stays open with the words of what went wrong. */
  function onSubmit(form, act) {
    const submit = single(async () => {
      const wrong = form.querySelector(".notice.bad");
      wrong.hidden = true;
      try {
        await act(new FormData(form));
      } catch (problem) {
        wrong.textContent = problem.words || problem.message;
        wrong.hidden = false;
      }
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      submit();
    });
  }

  function field(words, control) {
    const label = document.createElement("label");
    label.className = "field";
    const span = document.createElement("span");
    span.textContent = words;
    label.append(span, control);
    return label;
  }

  function select(name, source, first) {
    const made = Object.assign(document.createElement("select"), { name, required: first !== "Nobody" });
    made.append(new Option(first, ""));
    for (const option of source.options) {
      made.append(new Option(option.textContent, option.value));
    }
    return made;
  }

  // ---- a new lead, views ------------------------------------------------------------------------------------------------

  if (!by("create")) {
    return;
  }
  /** Shows a dialog whose form makes something: one thing at most each time that it is opened. */
  function openOnce(dialog) {
    dialog.once = onceKey();
    dialog.showModal();
  }

  by("create").addEventListener("click", () => openOnce(by("create-ask")));
  onSubmit(by("create-form"), async data => {
    const wanted = Object.fromEntries([...data].filter(([, value]) => value.trim() !== ""));
    const lead = await request("POST", "/api/v1/leads", { ...wanted, source: "manual" }, by("create-ask").once);
    location.assign("/leads/" + lead.id);
  });

  by("save-view").addEventListener("click", () => openOnce(by("view-ask")));
  onSubmit(by("view-form"), async data => {
    const query = {};
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (!["q", "contains", "cursor", "shown", "view", "limit"].includes(name) && value !== "") {
        (query[name] = query[name] || []).push(value);
      }
    }
    if (query.assignee && query.assignee[0] === "-") {
      delete query.assignee;
      query.unassigned = ["true"];
    }
    const who = data.get("who");
    const seenBy = who.startsWith("team:") ? { team: who.slice("team:".length) } : { shared: who === "shared" };
    const view = await request("POST", "/api/v1/views", { name: data.get("name"), ...seenBy, mode: "list", query }, by("view-ask").once);
    const parameters = new URLSearchParams(Object.entries(query).flatMap(([name, values]) => values.map(value => [name, value])));
    parameters.set("view", view.id);
    location.assign("/leads?" + parameters);
  });
  const drop = by("drop-view");
  if (drop) {
    drop.addEventListener("click", async () => {
      try {
        await request("DELETE", "/api/v1/views/" + drop.dataset.id, undefined, { "If-Match": '"' + drop.dataset.version + '"' });
        location.assign("/leads");
      } catch (problem) {
        toast(problem.words, { bad: true });
      }
    });
  }

  if (!by("bulk")) {
    return;
  }

  // ---- choosing -----------------------------------------------------------------------------------------------------------

  const total = Number(list.dataset.total);
  const ticks = () => [...list.querySelectorAll("[name=lead]")];
  const allOfPage = by("all-of-page");
  let allMatching = false;
  let lastTicked = null;

  function chosen() {
    return ticks().filter(tick => tick.checked).map(tick => tick.value);
  }

  function show() {
    const count = allMatching ? total : chosen().length;
    by("bulk").hidden = count === 0;
    by("bulk-count").textContent = count + (count === 1 ? " lead chosen" : " leads chosen");
    const whole = ticks().length > 0 && chosen().length === ticks().length;
    by("bulk-all").hidden = !whole || allMatching || total <= ticks().length;
    by("bulk-all").textContent = "Choose all " + total + " that match";
    if (allOfPage) {
      allOfPage.checked = whole;
      allOfPage.indeterminate = !whole && chosen().length > 0;
    }
  }

  list.addEventListener("change", event => {
    if (event.target === allOfPage) {
      ticks().forEach(tick => {
        tick.checked = allOfPage.checked;
      });
    }
    allMatching = false;
    show();
  });
  list.addEventListener("click", event => {
    if (event.target.matches("[name=lead]")) {
      const all = ticks();
      if (event.shiftKey && lastTicked) {
        const [from, to] = [all.indexOf(lastTicked), all.indexOf(event.target)].sort((a, b) => a - b);
        all.slice(from, to + 1).forEach(tick => {
          tick.checked = event.target.checked;
        });
      }
      lastTicked = event.target;
    }
  });
  by("bulk-all").addEventListener("click", () => {
    allMatching = true;
    show();
  });
  by("bulk-none").addEventListener("click", () => {
    allMatching = false;
    ticks().forEach(tick => {
      tick.checked = false;
    });
    show();
  });
  show();

  // ---- work on many -------------------------------------------------------------------------------------------------------

  const ACTIONS = {
    transition: { title: "Move", fields: () => moveFields() },
    assign: { title: "Assign", fields: () => [field("Looked after by", select("user", by("users"), "Nobody"))] },
    tag: { title: "Tag", fields: () => [field("Tag", text("tag"))] },
    untag: { title: "Remove a tag", fields: () => [field("Tag", text("tag"))] },
    erase: { title: "Erase", fields: () => [paragraph("Erased for good, with the conversations and all that is kept of these persons. This can’t be undone."), field("Type ERASE to go on", Object.assign(text("sure"), { pattern: "ERASE", title: "ERASE" }))] },
  };

  function text(name) {
    return Object.assign(document.createElement("input"), { name, required: true, maxLength: 200, autocomplete: "off" });
  }

  function paragraph(words) {
    return Object.assign(document.createElement("p"), { textContent: words });
  }

  function moveFields() {
    const stage = select("to", by("stages"), "Choose…");
    const box = document.createElement("div");
    stage.addEventListener("change", () => {
      const reasons = by("reasons-" + stage.value);
      box.replaceChildren(...reasons ? [field("Why they are lost", select("reason", reasons, "Choose…"))] : []);
    });
    return [field("To", stage), box];
  }

  by("bulk").addEventListener("click", event => {
    const type = event.target.dataset.action;
    if (!type) {
      return;
    }
    const count = allMatching ? total : chosen().length;
    by("bulk-ask-title").textContent = ACTIONS[type].title + ": " + count + (count === 1 ? " lead" : " leads");
    by("bulk-fields").replaceChildren(...ACTIONS[type].fields());
    by("bulk-go").textContent = ACTIONS[type].title;
    by("bulk-go").className = type === "erase" ? "danger" : "primary";
    const dialog = by("bulk-ask");
    dialog.returnValue = "";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "go") {
        const values = Object.fromEntries(new FormData(dialog.querySelector("form")));
        delete values.sure;
        if (values.user === "") {
          delete values.user;
        }
        run(type === "erase" ? { type, cause: "subject-request", ref: "lead-desk" } : { type, ...values });
      }
    }, { once: true });
  });

  async function run(action) {
    const body = allMatching ? { filter: filterAsJson(), action } : { ids: chosen(), action };
    by("bulk").setAttribute("aria-busy", "true");
    try {
      result(await request("POST", "/api/v1/leads/bulk", body), action);
    } catch (problem) {
      toast("Nothing was done. " + problem.words, { bad: true });
    } finally {
      by("bulk").removeAttribute("aria-busy");
    }
  }

  function filterAsJson() {
    const filter = {};
    for (const [name, value] of new URLSearchParams(list.dataset.filter)) {
      (filter[name] = filter[name] || []).push(value);
    }
    return filter;
  }

  const MOST_SHOWN = 500;

  function result(answer, action) {
    by("bulk-counts").replaceChildren(...Object.entries(answer.counts).filter(([, count]) => count > 0).map(([outcome, count]) => chip(outcome, count + " " + outcome.replaceAll("-", " "))));
    by("bulk-items").replaceChildren(...answer.items.slice(0, MOST_SHOWN).map(row));
    const undo = by("bulk-undo");
    undo.hidden = !answer.operation || action.type === "erase" || !answer.counts.applied;
    undo.onclick = async () => {
      undo.hidden = true;
      try {
        result(await undone(answer.operation), { type: "erase" });
        by("bulk-result-title").textContent = "Undone";
      } catch (problem) {
        toast("Not undone. " + problem.words, { bad: true });
      }
    };
    by("bulk-result-title").textContent = "Result";
    if (!by("bulk-result").open) {
      by("bulk-result").showModal();
    }
  }

  async function undone(operation) {
    const answer = await request("POST", "/api/v1/changes/" + operation + "/undo", {});
    const counts = {};
    for (const item of answer.items) {
      counts[item.outcome] = (counts[item.outcome] || 0) + 1;
    }
    return { ...answer, counts };
  }

  function chip(outcome, words) {
    const made = document.createElement("span");
    made.className = "chip " + ({ applied: "good", undone: "good", refused: "bad", failed: "bad", stale: "warn", partly: "warn", "not-seen": "warn" }[outcome] || "");
    made.textContent = words;
    return made;
  }

  function row(item) {
    const made = document.createElement("tr");
    const name = document.createElement("td");
    const link = document.createElement("a");
    link.href = "/leads/" + item.id;
    const shown = list.querySelector('tr[data-id="' + item.id + '"]');
    const words = document.createElement("bdi");
    words.textContent = shown ? shown.dataset.name : item.id.slice(0, 8) + "…";
    link.append(words);
    name.append(link);
    const outcome = document.createElement("td");
    outcome.append(chip(item.outcome, item.outcome.replaceAll("-", " ")));
    const why = document.createElement("td");
    why.textContent = item.reasons.map(reason => sentence(reason.text)).join(" ");
    made.append(name, outcome, why);
    return made;
  }

  by("bulk-result").addEventListener("close", () => location.reload());
})();
