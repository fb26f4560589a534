// The board: moves by mouse, touch, keys and menu; what a stage asks for; undo; and what others do, card by card.
"use strict";

(() => {
  const { toast, isolated, request, part, times, listen, RequestProblem } = window.LeadDesk;
  const { verdict, ask } = window.LeadMoves;
  const board = document.getElementById("board");
  const canMove = board.dataset.canMove === "yes";
  const filter = location.search;
  const MANY = 20;
  const WAIT_MILLIS = 60;

  const columns = () => [...board.querySelectorAll(".column")];
  const columnOf = stage => columns().find(column => column.dataset.stage === stage);
  const listOf = column => column.querySelector(".cards");
  const cardsOf = column => [...column.querySelectorAll(".lead-card")];
  const cardById = id => document.getElementById("card-" + id);
  const focusOn = card => card && card.querySelector(".lead-name").focus({ preventScroll: false });

  function announce(text) {
    const announcer = document.getElementById("announcer");
    announcer.textContent = announcer.textContent === text ? text + "\u00a0" : text; // said again only when it differs
  }

  // ---- what the pipeline says to each column ------------------------------------------------------------------------

  const asked = new Map();

  /** The pipeline's answers for a card by stage, asked once per version of the lead. */
  function options(card) {
    const key = card.dataset.id + ":" + card.dataset.version;
    if (!asked.has(key)) {
      asked.clear();
      asked.set(key, request("GET", "/api/v1/leads/" + card.dataset.id + "/options").then(
        answer => new Map(answer.items.map(item => [item.to, verdict(item)])),
        problem => {
          asked.delete(key);
          throw problem;
        }));
    }
    return asked.get(key);
  }

  function showVerdicts(card, verdicts) {
    for (const column of columns()) {
      const its = column.dataset.stage === card.dataset.stage ? null : verdicts.get(column.dataset.stage);
      const words = column.querySelector(".column-verdict");
      if (its) {
        column.dataset.verdict = its.kind;
        words.textContent = its.text;
        words.hidden = !its.text;
      }
    }
  }

  function hideVerdicts() {
    for (const column of columns()) {
      delete column.dataset.verdict;
      column.querySelector(".column-verdict").hidden = true;
    }
  }

  // ---- moving ---------------------------------------------------------------------------------------------------------

  const placeOf = card => {
    const above = card.previousElementSibling;
    return above ? above.dataset.id : "first";
  };

  const spotOf = card => ({ list: card.parentElement, next: card.nextElementSibling, place: placeOf(card) });

  function putBack(card, spot) {
    const next = spot.next && spot.next.parentElement === spot.list ? spot.next : null;
    spot.list.insertBefore(card, next);
  }

  /**
   * Sends where a card stands now; it came from a spot. Asks first for what the stage wants to know. Puts the card back when it
   * is not done, and says why.
   */
  async function settle(card, from, { keepFocus = false } = {}) {
    const to = card.closest(".column");
    const name = card.dataset.name;
    const inSameColumn = to.dataset.stage === card.dataset.stage;
    if (inSameColumn && placeOf(card) === from.place) {
      return;
    }
    card.setAttribute("aria-busy", "true");
    try {
      const form = new URLSearchParams({ to: to.dataset.stage, from: card.dataset.stage, place: placeOf(card) });
      if (!inSameColumn) {
        const its = (await options(card)).get(to.dataset.stage);
        if (its && its.kind === "ask" && !await ask(name, { stage: to.dataset.stage, name: to.dataset.name }, its.fields, form)) {
          putBack(card, from);
          announce(name + " stays in " + from.list.closest(".column").dataset.name + ".");
          return;
        }
      }
      const html = await request("POST", "/board/cards/" + card.dataset.id + filter, form, { Accept: "text/html, application/json", "HX-Request": "true" });
      const moved = fromHtml(html);
      card.replaceWith(moved);
      times(moved);
      refreshHeads();
      const where = inSameColumn ? "within " + to.dataset.name : "to " + to.dataset.name;
      announce(name + " moved " + where + ", place " + (cardsOf(to).indexOf(moved) + 1) + " of " + cardsOf(to).length + ".");
      const canUndo = inSameColumn || moved.dataset.changeset;
      toast("Moved " + isolated(name) + " " + where + ".", canUndo ? { action: "Undo", onAction: () => undo(moved, from, inSameColumn) } : {});
      if (keepFocus) {
        focusOn(moved);
      }
    } catch (problem) {
      putBack(card, from);
      const why = problem instanceof RequestProblem ? problem.words : "Something went wrong in the page.";
      announce(name + " was not moved. " + why);
      toast(isolated(name) + " was not moved. " + why, { bad: true });
      if (problem.status > 0) {
        asked.clear();
        reread(card.dataset.id);
      }
      if (!(problem instanceof RequestProblem)) {
        console.error(problem);
      }
    } finally {
      card.removeAttribute("aria-busy");
      if (keepFocus && card.isConnected) {
        focusOn(card);
      }
    }
  }

  function fromHtml(html) {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return template.content.firstElementChild;
  }

  async function undo(card, from, inSameColumn) {
    const name = card.dataset.name;
    try {
      if (inSameColumn) {
        const now = cardById(card.dataset.id);
        const before = spotOf(now);
        putBack(now, from);
        await settleQuietly(now, before);
      } else {
        const answer = await request("POST", "/api/v1/changes/" + card.dataset.changeset + "/undo", {});
        const item = answer.items[0];
        if (item && item.reasons.length > 0) {
          throw new RequestProblem(409, { detail: item.reasons.map(each => each.text).join("; ") });
        }
        await reread(card.dataset.id);
      }
      toast("Moved " + isolated(name) + " back.");
      announce("Moved " + name + " back.");
    } catch (problem) {
      toast("Not undone. " + (problem.words || problem.message), { bad: true });
      reread(card.dataset.id);
    }
  }

  async function settleQuietly(card, before) {
    const form = new URLSearchParams({ to: card.dataset.stage, from: card.dataset.stage, place: placeOf(card) });
    try {
      const moved = fromHtml(await request("POST", "/board/cards/" + card.dataset.id + filter, form, { "HX-Request": "true" }));
      card.replaceWith(moved);
      times(moved);
    } catch (problem) {
      putBack(card, before);
      throw problem;
    }
  }

  // ---- by mouse and touch ---------------------------------------------------------------------------------------------

  let held = null;

  function draggable(list) {
    new Sortable(list, {
      group: "cards",
      draggable: ".lead-card",
      filter: ".card-menu",
      preventOnFilter: false,
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      delay: 220,
      delayOnTouchOnly: true,
      touchStartThreshold: 8,
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
      ghostClass: "card-ghost",
      fallbackClass: "card-held",
      scrollSensitivity: 60,
      scrollSpeed: 14,
      onStart: event => {
        held = event.item;
        held.spot = spotBefore(event);
        board.classList.add("dragging");
        options(held).then(verdicts => held && showVerdicts(held, verdicts), () => {});
      },
      onMove: event => event.to.closest(".column").dataset.verdict !== "no",
      onEnd: event => {
        const card = event.item;
        held = null;
        board.classList.remove("dragging");
        hideVerdicts();
        settle(card, card.spot).finally(flushSoon);
      },
    });
  }

  function spotBefore(event) {
    const others = [...event.from.querySelectorAll(":scope > .lead-card")].filter(each => each !== event.item);
    const above = others[event.oldDraggableIndex - 1];
    return { list: event.from, next: others[event.oldDraggableIndex] || null, place: above ? above.dataset.id : "first" };
  }

  // ---- by keys --------------------------------------------------------------------------------------------------------

  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  function onKey(event) {
    const card = event.target.classList.contains("lead-name") && event.target.closest(".lead-card");
    if (!card || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (canMove && event.key.toLowerCase() === "m") {
      event.preventDefault();
      openMenu(card, event.target);
    } else if (ARROWS[event.key]) {
      event.preventDefault();
      const [across, along] = ARROWS[event.key];
      if (!event.shiftKey) {
        go(card, across, along);
      } else if (canMove && card.getAttribute("aria-busy") !== "true") {
        if (across) {
          moveAcross(card, across);
        } else {
          moveAlong(card, along);
        }
      }
    }
  }

  function go(card, across, along) {
    if (along) {
      focusOn(along < 0 ? card.previousElementSibling : card.nextElementSibling);
      return;
    }
    const all = columns();
    for (let i = all.indexOf(card.closest(".column")) + across; all[i]; i += across) {
      const cards = cardsOf(all[i]);
      if (cards.length > 0) {
        focusOn(cards[Math.min(cards.length - 1, cardsOf(card.closest(".column")).indexOf(card))]);
        return;
      }
    }
  }

  function moveAcross(card, across) {
    const all = columns();
    const column = all[all.indexOf(card.closest(".column")) + across];
    if (column) {
      moveTo(card, column);
    } else {
      announce("There is no column further " + (across < 0 ? "left." : "right."));
    }
  }

  function moveAlong(card, along) {
    const from = spotOf(card);
    const other = along < 0 ? card.previousElementSibling : card.nextElementSibling;
    if (!other) {
      announce(card.dataset.name + " is " + (along < 0 ? "first" : "last") + " already.");
      return;
    }
    if (along < 0) {
      other.before(card);
    } else {
      other.after(card);
    }
    focusOn(card);
    settle(card, from, { keepFocus: true });
  }

  /** To the top of another column. */
  function moveTo(card, column) {
    const from = spotOf(card);
    listOf(column).prepend(card);
    focusOn(card);
    return settle(card, from, { keepFocus: true });
  }

  // ---- by menu --------------------------------------------------------------------------------------------------------

  const menu = document.getElementById("move-menu");
  let opener = null;

  async function openMenu(card, from) {
    opener = from;
    const items = columns().filter(column => column.dataset.stage !== card.dataset.stage).map(column => item(column.dataset.name, column, () => moveTo(card, column)));
    const line = document.createElement("hr");
    menu.replaceChildren(...items, line, item("Up", null, () => moveAlong(card, -1)), item("Down", null, () => moveAlong(card, 1)));
    menu.setAttribute("aria-label", "Move " + card.dataset.name + " to");
    menu.showPopover();
    const box = from.getBoundingClientRect();
    menu.style.left = Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8)) + "px";
    menu.style.top = Math.max(8, Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8)) + "px";
    items[0].focus();
    try {
      const verdicts = await options(card);
      for (const each of items) {
        const its = verdicts.get(each.dataset.stage);
        if (its) {
          each.querySelector("small").textContent = its.text;
          each.setAttribute("aria-disabled", its.kind === "no" ? "true" : "false");
        }
      }
      menu.style.top = Math.max(8, Math.min(box.bottom + 4, innerHeight - menu.offsetHeight - 8)) + "px";
    } catch (problem) {
      menu.hidePopover();
      toast(problem.words, { bad: true });
    }
  }

  function item(name, column, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.setAttribute("role", "menuitem");
    const mark = column ? column.querySelector(".dot").cloneNode(true) : document.createElement("span");
    const words = document.createElement("span");
    words.textContent = name;
    made.append(mark, words);
    if (column) {
      made.dataset.stage = column.dataset.stage;
      made.append(document.createElement("small"));
    }
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") !== "true") {
        menu.hidePopover();
        act();
      }
    });
    return made;
  }

  menu.addEventListener("keydown", event => {
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length].focus();
    } else if (event.key === "Tab") {
      menu.hidePopover();
    }
  });
  menu.addEventListener("toggle", event => {
    if (event.newState === "closed" && opener && opener.isConnected && menu.contains(document.activeElement)) {
      opener.focus();
    }
  });

  // ---- what is read anew ------------------------------------------------------------------------------------------------

  const pending = new Map();
  let timer = 0;

  function flushSoon() {
    clearTimeout(timer);
    timer = setTimeout(flush, WAIT_MILLIS);
  }

  async function flush() {
    if (held || pending.size === 0) {
      return;
    }
    const changed = [...pending];
    pending.clear();
    if (changed.length > MANY) {
      await rereadAll();
      return;
    }
    const stale = changed.filter(([id, version]) => !cardById(id) || Number(cardById(id).dataset.version) < version);
    if (stale.length > 0) {
      await Promise.all(stale.map(([id]) => reread(id, true)));
      await refreshHeads();
    }
  }

  /** Reads one card and puts it where it belongs, or takes it away. */
  async function reread(id, byOthers = false) {
    let card = null;
    try {
      card = await part("/board/cards/" + id + filter);
    } catch (problem) {
      if (problem.status !== 404) {
        return;
      }
    }
    const old = cardById(id);
    if (old && (old === held || old.getAttribute("aria-busy") === "true")) {
      pending.set(id, Infinity);
      return;
    }
    const hadFocus = old && old.contains(document.activeElement);
    if (old) {
      old.remove();
    }
    const column = card && columnOf(card.dataset.stage);
    if (!column) {
      return;
    }
    const list = listOf(column);
    const after = cardsOf(column).find(other => isBelow(other, card));
    if (after || !list.dataset.next) {
      list.insertBefore(card, after || null);
      times(card);
      card.classList.toggle("arrived", byOthers);
      if (hadFocus) {
        focusOn(card);
      }
    }
  }

  function isBelow(other, card) {
    return other.dataset.rank > card.dataset.rank || other.dataset.rank === card.dataset.rank && other.dataset.id > card.dataset.id;
  }

  async function refreshHeads() {
    const heads = await part("/board/heads" + filter);
    for (const head of [...heads.children]) {
      const column = columnOf(head.dataset.stage);
      if (column) {
        column.querySelector(".column-head").replaceWith(head);
      }
    }
  }

  async function rereadAll() {
    const html = await request("GET", "/board" + filter, undefined, { Accept: "text/html" });
    const fresh = new DOMParser().parseFromString(html, "text/html");
    for (const column of columns()) {
      const its = [...fresh.querySelectorAll(".column")].find(each => each.dataset.stage === column.dataset.stage);
      if (its) {
        column.querySelector(".column-head").replaceWith(its.querySelector(".column-head"));
        const list = listOf(its);
        listOf(column).replaceChildren(...list.children);
        listOf(column).dataset.next = list.dataset.next;
        column.querySelector(".more-cards").hidden = !list.dataset.next;
      }
    }
    times(board);
  }

  async function more(column) {
    const list = listOf(column);
    const parameters = new URLSearchParams(filter);
    parameters.set("cursor", list.dataset.next);
    try {
      const page = await part("/board/columns/" + encodeURIComponent(column.dataset.stage) + "?" + parameters);
      const added = [...page.children].filter(card => !document.getElementById(card.id));
      list.append(...added);
      times(list);
      list.dataset.next = page.dataset.next;
      column.querySelector(".more-cards").hidden = !page.dataset.next;
      announce(added.length + " more.");
    } catch (problem) {
      toast(problem.words, { bad: true });
    }
  }

  board.addEventListener("click", event => {
    const dots = event.target.closest(".card-menu");
    const button = event.target.closest(".more-cards");
    if (dots) {
      openMenu(dots.closest(".lead-card"), dots);
    } else if (button) {
      more(button.closest(".column"));
    }
  });
  board.addEventListener("keydown", onKey);
  if (canMove) {
    columns().forEach(column => draggable(listOf(column)));
    board.addEventListener("pointerdown", event => {
      const card = event.target.closest(".lead-card");
      if (card) {
        options(card).catch(() => {});
      }
    });
  }
  const filterForm = document.querySelector(".board-filter");
  filterForm.addEventListener("change", event => {
    if (event.target.matches("select")) {
      filterForm.requestSubmit();
    }
  });
  filterForm.addEventListener("formdata", event => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") {
        event.formData.delete(name);
      }
    }
  });
  listen({
    onLead: data => {
      pending.set(data.lead, data.version);
      flushSoon();
    },
    onGone: data => {
      pending.set(data.lead, Infinity);
      flushSoon();
    },
    onReset: rereadAll,
  });
})();
