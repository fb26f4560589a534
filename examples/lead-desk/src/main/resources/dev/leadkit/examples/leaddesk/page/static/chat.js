// The chat: what was said scrolls into view, the board follows by server-sent events.
"use strict";
(() => {
  const chat = document.getElementById("chat");
  const box = document.getElementById("talk-box");
  const say = document.getElementById("say");
  const agent = document.getElementById("agent-composer");
  const arrived = document.getElementById("arrived");
  let sentAt = 0;
  let shown = "";

  function talk() {
    return document.getElementById("talk");
  }

  /** Shows what can be done now. */
  function settle() {
    const { begun, handedOver } = talk().dataset;
    box.scrollTop = box.scrollHeight;
    document.getElementById("with").textContent = handedOver === "true" ? "A person answers" : "The bot answers";
    for (const act of document.querySelectorAll("#acts button")) {
      act.disabled = begun !== "true";
    }
    const handOver = document.getElementById("hand-over");
    if (handOver) {
      handOver.disabled = begun !== "true" || handedOver === "true";
    }
    if (agent) {
      agent.hidden = handedOver !== "true";
    }
  }

  let reading = false;
  let again = false;

  /** Reads the board anew; once more when something happened meanwhile. */
  async function board() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      const fresh = await LeadDesk.part("/chat/" + chat.dataset.session + "/board");
      if (fresh) {
        document.getElementById("mini").replaceWith(fresh);
        tellArrival(fresh);
      }
    } catch (problem) {
      // The next event tries again.
    } finally {
      reading = false;
      if (again) {
        again = false;
        board();
      }
    }
  }

  /** How long it took from the message to the card. */
  function tellArrival(mini) {
    const mine = mini.querySelector(".mine");
    if (mine && mine.dataset.card !== shown) {
      shown = mine.dataset.card;
      mine.classList.add("fresh");
      if (sentAt) {
        arrived.textContent = "On the board after " + ((performance.now() - sentAt) / 1000).toFixed(1) + " s";
      }
    }
  }

  document.addEventListener("htmx:configRequest", () => {
    sentAt = performance.now();
  });
  document.addEventListener("htmx:afterRequest", event => {
    if (event.detail.successful && event.detail.elt.matches(".composer")) {
      event.detail.elt.reset();
      event.detail.elt.querySelector("input").focus();
    }
  });
  document.addEventListener("htmx:afterSettle", settle);
  document.getElementById("suggestions")?.addEventListener("click", event => {
    const sentence = event.target.closest("button");
    if (sentence) {
      say.value = sentence.textContent;
      say.focus();
    }
  });
  LeadDesk.listen({ onLead: board, onGone: board, onReset: board });
  shown = document.querySelector("#mini .mine")?.dataset.card || "";
  settle();
})();
