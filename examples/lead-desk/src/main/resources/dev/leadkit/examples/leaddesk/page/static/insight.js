// The period: a named one is shown at once when it is chosen, days when they are sent.
"use strict";
(() => {
  const form = document.getElementById("period-form");
  const period = document.getElementById("period");
  const days = document.getElementById("days");
  const show = document.getElementById("period-show");
  const say = () => {
    const custom = period.value === "custom";
    days.hidden = !custom;
    show.hidden = !custom;
    for (const day of days.querySelectorAll("input")) {
      day.disabled = !custom;
    }
    return custom;
  };
  period.addEventListener("change", () => {
    if (!say()) {
      form.requestSubmit();
    }
  });
  say();
})();
