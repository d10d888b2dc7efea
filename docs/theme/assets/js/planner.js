// The planner of a proposal: choose a kind and a day, see the row of the calendar that follows.
// Not here: any date or text. The table of every route holds all dates, with and without this script;
// a proposal handed in on another day follows the first row that is not earlier.
//
//   <form data-planner hidden>    select name="route", input type="date" name="datum", p role="status"
//   [data-route]                  the section of a route
//   tr[data-uiterlijk]            a row: the last day to hand in (2027-01-05); data-zin says what follows
//   [data-planner-teksten]        data-geen, data-kies, data-leeg: what to say without a row;
//                                 data-weg: a choice in the address is not there any more

import { controlsFromAddress, controlsToAddress } from "./adres.js";

const form = document.querySelector("form[data-planner]");
const texts = document.querySelector("[data-planner-teksten]").dataset;
const status = form.querySelector('[role="status"]');
const { route, datum } = form.elements;
const controls = [route, datum];
const sections = [...document.querySelectorAll("[data-route]")];

/** What follows for a proposal of this section on this day; marks the row it is in. */
function answer(section, day) {
  const rows = [...section.querySelectorAll("tr[data-uiterlijk]")];
  const row = rows.find((one) => one.dataset.uiterlijk >= day);
  row?.setAttribute("data-gekozen", "");
  if (!rows.length) return texts.leeg;
  return row ? row.dataset.zin : texts.geen;
}

function show() {
  for (const row of document.querySelectorAll("tr[data-gekozen]")) row.removeAttribute("data-gekozen");
  for (const section of sections) {
    section.hidden = Boolean(route.value) && section.dataset.route !== route.value;
  }
  const chosen = sections.find((section) => section.dataset.route === route.value);
  if (!datum.value) status.textContent = "";
  else status.textContent = chosen ? answer(chosen, datum.value) : texts.kies;
}

form.addEventListener("input", () => {
  show();
  controlsToAddress(controls);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  route.value = "";
  datum.value = "";
  show();
  controlsToAddress(controls);
});

const fromAddress = () => {
  const gone = controlsFromAddress(controls);
  show();
  if (gone) status.textContent = `${texts.weg} ${status.textContent}`.trim();
};

fromAddress();
window.addEventListener("popstate", fromAddress);
form.hidden = false;
