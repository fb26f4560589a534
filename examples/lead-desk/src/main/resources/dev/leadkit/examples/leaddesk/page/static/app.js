// What every page needs: messages, requests with the CSRF token, dialogs, times in the reader's own zone, the theme, and
// what others do (server-sent events). Pages use window.LeadDesk.
"use strict";

window.LeadDesk = (() => {
  const TOAST_MILLIS = 8000;

  // ---- messages ---------------------------------------------------------------------------------------------------

  /** Shows a message for a while; with an action, a button that does it. */
  function toast(text, { bad = false, action = "", onAction = () => {} } = {}) {
    const box = document.createElement("div");
    box.className = bad ? "toast bad" : "toast";
    const words = document.createElement("span");
    words.append(...pieces(text));
    box.append(words);
    let timer = 0;
    const close = () => {
      clearTimeout(timer);
      box.remove();
    };
    if (action) {
      box.append(button(action, () => {
        close();
        onAction();
      }));
    }
    box.append(button("Close", close));
    const list = document.getElementById("toasts");
    while (list.children.length > 2) {
      list.firstChild.remove();
    }
    list.append(box);
    const start = () => {
      timer = setTimeout(close, bad ? 2 * TOAST_MILLIS : TOAST_MILLIS);
    };
    box.addEventListener("mouseenter", () => clearTimeout(timer));
    box.addEventListener("focusin", () => clearTimeout(timer));
    box.addEventListener("mouseleave", start);
    start();
    return close;
  }

  /** A name within a message, of which a name that is written from right to left turns nothing round. */
  function isolated(name) {
    return "\u2068" + name + "\u2069";
  }

  function pieces(text) {
    return text.split(/[\u2068\u2069]/).map((piece, i) => i % 2 === 0 ? piece : Object.assign(document.createElement("bdi"), { textContent: piece }));
  }

  const SAID = "said";

  /** Shows a message on the next page. */
  function sayNext(text) {
    sessionStorage.setItem(SAID, text);
  }

  function saySaid() {
    const text = sessionStorage.getItem(SAID);
    if (text) {
      sessionStorage.removeItem(SAID);
      toast(text);
    }
  }

  function button(label, onClick) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", onClick);
    return made;
  }

  // ---- requests ---------------------------------------------------------------------------------------------------

  /** Why a request failed: the problem that the server told, or that it can't be reached (status 0). */
  class RequestProblem extends Error {
    constructor(status, problem) {
      super(problem.detail || "The server answered with " + status);
      this.status = status;
      this.code = problem.code || "";
      this.reasons = problem.reasons || [];
      this.problem = problem;
    }

    /** For people: what speaks against it, else what happened. */
    get words() {
      const reasons = this.reasons.map(each => each.text).filter(Boolean);
      return sentence(reasons.length > 0 ? reasons.join("; ") : this.message);
    }
  }

  function sentence(text) {
    const begun = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?]$/.test(begun) ? begun : begun + ".";
  }

  /**
   * Sends a request with the CSRF token; gives what came as JSON, as text where it is something else.
   * A body that is no string, form or blob is sent as JSON. Throws RequestProblem.
   */
  async function request(method, url, body, headers = {}) {
    const all = { Accept: "application/json", "X-CSRF-Token": document.body.dataset.csrf, ...headers };
    let sent = body;
    if (body !== undefined && typeof body !== "string" && !(body instanceof Blob) && !(body instanceof URLSearchParams)) {
      all["Content-Type"] = "application/json";
      sent = JSON.stringify(body);
    }
    let response;
    try {
      response = await fetch(url, { method, headers: all, body: sent, credentials: "same-origin" });
    } catch (offline) {
      throw new RequestProblem(0, { detail: "The server can't be reached; nothing was changed", code: "offline" });
    }
    const json = (response.headers.get("Content-Type") || "").includes("json");
    const answer = json ? await response.json() : await response.text();
    if (!response.ok) {
      if (response.status === 401) {
        location.assign("/sign-in?to=" + encodeURIComponent(location.pathname + location.search));
      }
      throw new RequestProblem(response.status, json ? answer : {});
    }
    return answer;
  }

  /** The same act, but a second click while it is done is none. */
  function single(act) {
    let isBusy = false;
    return async (...given) => {
      if (isBusy) {
        return null;
      }
      isBusy = true;
      try {
        return await act(...given);
      } finally {
        isBusy = false;
      }
    };
  }

  /** The header by which the server does something once, however often it is sent. */
  function onceKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is there by https alone
    return { "Idempotency-Key": [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("") };
  }

  /** Asks for a part of a page and gives its first element; null when there is none (any more). */
  async function part(url) {
    const html = await request("GET", url, undefined, { Accept: "text/html", "HX-Request": "true" });
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  // ---- times ------------------------------------------------------------------------------------------------------

  const UNITS = [["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60]];
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

  /** Writes each time element in the reader's own zone: how long ago, or the date (data-time="exact"), or the hour ("clock"). */
  function times(root = document) {
    for (const element of root.querySelectorAll("time[datetime]")) {
      const at = new Date(element.dateTime);
      const kind = element.dataset.time || "ago";
      element.title = exact.format(at);
      element.textContent = kind === "exact" ? exact.format(at) : kind === "clock" ? clock.format(at) : ago(at);
    }
  }

  function ago(at) {
    const seconds = (at - Date.now()) / 1000;
    for (const [unit, length] of UNITS) {
      if (Math.abs(seconds) >= length) {
        return relative.format(Math.trunc(seconds / length), unit);
      }
    }
    return "just now";
  }

  // ---- theme ------------------------------------------------------------------------------------------------------

  function theme() {
    const control = document.getElementById("theme");
    if (!control) {
      return;
    }
    const names = { "": "as the system", light: "light", dark: "dark" };
    const say = () => {
      const now = document.documentElement.dataset.theme || "";
      control.setAttribute("aria-label", "Theme: " + names[now]);
      control.title = "Theme: " + names[now];
    };
    control.addEventListener("click", () => {
      const order = ["", "light", "dark"];
      const next = order[(order.indexOf(document.documentElement.dataset.theme || "") + 1) % order.length];
      if (next) {
        document.documentElement.dataset.theme = next;
        localStorage.setItem("theme", next);
      } else {
        delete document.documentElement.dataset.theme;
        localStorage.removeItem("theme");
      }
      say();
    });
    say();
  }

  // ---- menus: one open at a time, closed by Escape and by a click elsewhere ------------------------------------------

  function menus() {
    document.addEventListener("click", event => {
      for (const menu of document.querySelectorAll("details.menu[open]")) {
        if (!menu.contains(event.target)) {
          menu.open = false;
        }
      }
    });
    document.addEventListener("keydown", event => {
      const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  // ---- what others do ---------------------------------------------------------------------------------------------

  /**
   * Listens to the server: onLead(data) for a lead that changed, onGone(data) for one that is not seen any more, and
   * onReset() when all has to be read anew. A page that nobody looks at does not listen, since a browser keeps six connections
   * to a server at most for all of its tabs; back in sight it is told what it missed.
   */
  function listen({ onLead = () => {}, onGone = () => {}, onReset = () => {} }) {
    const offline = document.getElementById("offline");
    let source = null;
    let last = "";
    let lost = 0;

    function open() {
      source = new EventSource("/api/v1/events" + (last ? "?after=" + encodeURIComponent(last) : ""));
      source.addEventListener("open", () => {
        clearTimeout(lost);
        lost = 0;
        offline.hidden = true;
        document.documentElement.dataset.live = "yes";
      });
      source.addEventListener("error", () => {
        delete document.documentElement.dataset.live;
        lost = lost || setTimeout(() => {
          offline.hidden = false;
        }, 3000);
      });
      on("lead", onLead);
      on("gone", onGone);
      on("reset", onReset);
    }

    function on(name, tell) {
      source.addEventListener(name, event => {
        last = event.lastEventId || last;
        tell(JSON.parse(event.data));
      });
    }

    function close() {
      source.close();
      source = null;
      clearTimeout(lost);
      lost = 0;
      delete document.documentElement.dataset.live;
    }

    function followSight() {
      if (document.hidden && source) {
        close();
      } else if (!document.hidden && !source) {
        open();
        if (!last) {
          onReset(); // nothing is known by which to ask for what was missed
        }
      }
    }

    if (!document.hidden) {
      open();
    }
    document.addEventListener("visibilitychange", followSight);
    window.addEventListener("pagehide", () => {
      if (source) {
        close();
      }
    });
    window.addEventListener("pageshow", event => {
      if (event.persisted) {
        followSight();
      }
    });
  }

  document.addEventListener("htmx:afterSwap", event => times(event.target.parentElement || document));
  document.addEventListener("htmx:responseError", event => {
    let problem = {};
    try {
      problem = JSON.parse(event.detail.xhr.responseText);
    } catch (html) {
      // Said without the server's words.
    }
    toast(new RequestProblem(event.detail.xhr.status, problem).words, { bad: true });
  });
  document.addEventListener("htmx:sendError", () => toast("The server can't be reached; nothing was changed.", { bad: true }));

  theme();
  menus();
  times();
  saySaid();
  setInterval(times, 60000);

  return { toast, isolated, sayNext, request, single, onceKey, part, times, listen, sentence, RequestProblem };
})();
