// An address with a choice for a filter that stands on another page by now leads there, choice and all:
//   <a href="acties/" data-keuze="jaar stand">  the names in the address that are of that filter.
// Not here: the filter (filter.js).

const link = document.querySelector("a[data-keuze]");
const asked = new URLSearchParams(location.search);
if (link?.dataset.keuze.split(" ").some((name) => asked.has(name))) location.replace(`${link.href}${location.search}`);
