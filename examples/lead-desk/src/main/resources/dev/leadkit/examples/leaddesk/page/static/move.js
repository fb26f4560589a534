// What the pipeline says to a move, and the form for what a stage wants to know first; for the board and the lead's page.
"use strict";

window.LeadMoves = (() => {
  const { sentence } = window.LeadDesk;
  const FIELDS = { amount: "Expected amount", assignee: "Looked after by", lostReason: "Why it is lost", name: "Name", email: "E-mail", phone: "Phone", company: "Company", location: "Location" };

  /** ok; ask, when a form can fill in all that is missing; or no. */
  function verdict(item) {
    if (item.allowed) {
      return { kind: "ok", text: item.warnings.map(each => sentence(each.text)).join(" "), fields: [] };
    }
    const fields = [...new Set(item.reasons.map(reason => reason.field))];
    if (fields.every(field => field && FIELDS[field])) {
      return { kind: "ask", text: "Asks for: " + fields.map(field => FIELDS[field].toLowerCase()).join(", "), fields };
    }
    return { kind: "no", text: item.reasons.map(reason => sentence(reason.text)).join(" "), fields: [] };
  }

  /** Fills the form in; false when it was given up. */
  function ask(who, column, fields, form) {
    const dialog = document.getElementById("ask");
    const box = document.getElementById("ask-fields");
    document.getElementById("ask-title").textContent = "Move " + who + " to " + column.name;
    document.getElementById("ask-why").textContent = column.name + " asks for " + (fields.length > 1 ? "these" : "this") + " first.";
    box.replaceChildren(...fields.flatMap(field => inputs(field, column)));
    return new Promise(resolve => {
      const cancel = document.getElementById("ask-cancel");
      const onCancel = () => dialog.close("");
      cancel.addEventListener("click", onCancel);
      dialog.addEventListener("close", () => {
        cancel.removeEventListener("click", onCancel);
        if (dialog.returnValue === "go") {
          for (const input of box.querySelectorAll("[name]")) {
            form.set(input.name, input.value);
            if (input.name === "currency") {
              localStorage.setItem("currency", input.value); // for the next time
            }
          }
        }
        resolve(dialog.returnValue === "go");
      }, { once: true });
      dialog.returnValue = "";
      dialog.showModal();
      box.querySelector("input, select").focus();
    });
  }

  function inputs(field, column) {
    switch (field) {
      case "amount":
        return [labelled(FIELDS.amount, input("amount", { type: "text", inputMode: "decimal", pattern: "[0-9]+([.][0-9]{1,4})?", title: "A number such as 1200.50" })),
          labelled("Currency", input("currency", { type: "text", value: localStorage.getItem("currency") || "EUR", pattern: "[A-Z]{3}", title: "Three capitals, such as EUR", maxLength: 3 }))];
      case "assignee":
        return [labelled(FIELDS.assignee, select("assignee", document.getElementById("users"), document.body.dataset.user))];
      case "lostReason": {
        const reasons = document.getElementById("reasons-" + column.stage);
        return [labelled(FIELDS.lostReason, reasons ? select("reason", reasons, "") : input("reason", { type: "text", maxLength: 200 }))];
      }
      default:
        return [labelled(FIELDS[field], input(field, { type: field === "email" ? "email" : "text", maxLength: 200 }))];
    }
  }

  function labelled(words, control) {
    const label = document.createElement("label");
    label.className = "field";
    const span = document.createElement("span");
    span.textContent = words;
    label.append(span, control);
    return label;
  }

  function input(name, properties) {
    return Object.assign(document.createElement("input"), { name, required: true, autocomplete: "off" }, properties);
  }

  function select(name, list, chosen) {
    const made = Object.assign(document.createElement("select"), { name, required: true });
    made.append(new Option("Choose…", ""));
    for (const option of list.options) {
      made.append(new Option(option.textContent, option.value, false, option.value === chosen));
    }
    return made;
  }

  return { verdict, ask };
})();
