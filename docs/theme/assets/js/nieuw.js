// What changed since somebody was here, on a day before today: what is new stays new for that day, in
// every tab. The browser alone keeps which day was the newest then.
// Not here: any text (data- attributes have it). Without storage, or the first time, nothing is said.
//
//   <p data-sinds="New: {aantal}" data-geen="None" data-veel="More than this" data-dag-is="new to you">
//   <section data-dag="2026-11-30" data-aantal="3">  a day, the newest first, and how many changes it has

const KEY = "regioagenda.nieuw"; // "2026-11-30 3": the newest day that was seen, and how much it had
const BEFORE = `${KEY}.eerder`; // "Tue Dec 01 2026|2026-11-30 3": today, and what was seen before today

const line = document.querySelector("[data-sinds]");
const days = [...document.querySelectorAll("[data-dag]")].map((element) => ({
  element,
  day: element.dataset.dag,
  count: Number(element.dataset.aantal),
}));

/** What was seen on an earlier day than today. */
function seenBefore(now) {
  try {
    const today = new Date().toDateString();
    const [day, kept] = (localStorage.getItem(BEFORE) ?? "").split("|");
    const before = day === today ? kept : (localStorage.getItem(KEY) ?? "");
    localStorage.setItem(BEFORE, `${today}|${before}`);
    localStorage.setItem(KEY, now);
    return /^(\d{4}-\d\d-\d\d) (\d+)$/.exec(before);
  } catch {
    return null; // storage is refused
  }
}

function say(seen) {
  const [, last, count] = seen;
  const fresh = days
    .filter(({ day }) => day >= last)
    .map((one) => (one.day === last ? { ...one, count: one.count - Number(count) } : one))
    .filter((one) => one.count > 0);
  const total = fresh.reduce((sum, one) => sum + one.count, 0);
  const { sinds, geen, veel, dagIs } = line.dataset;
  if (days.at(-1).day > last && "meer" in line.dataset) line.textContent = veel;
  else line.textContent = total ? sinds.replace("{aantal}", total.toLocaleString(document.documentElement.lang)) : geen;
  for (const { element } of fresh) {
    const mark = document.createElement("span");
    mark.className = "aantal";
    mark.textContent = ` ${dagIs}`;
    element.querySelector("h2").append(mark);
  }
}

if (line && days.length) {
  const seen = seenBefore(`${days[0].day} ${days[0].count}`);
  if (seen) say(seen);
}
