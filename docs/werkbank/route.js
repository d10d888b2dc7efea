// Where you are in the workbench, in the address behind the #: so the back button works, and a list of
// work or "verbeter dit" on a page can lead to one field.
//
//   #/                                    everything there is; ?zoek=leerplicht
//   #/soort/begrip                        the records of one kind
//   #/pad/speerpunten/x.yml               a record; ?veld=acties.3.stand goes to that field
//   #/nieuw/vergadering                   begin a record; ?voor= is the address of the field it is for
//   #/tabel/actie                         all of a kind on one screen
//   #/vertalen/en                         the texts to translate; ?tekst=… goes to that one
//   #/concepten, #/opslaan                what you changed, and what to do with it
//
// Not here: what stands on such a page.

import { isCatalogus, taalVan } from "./pad.js";

/** The address of a page: `to(["pad", ...path.split("/")], { veld: "titel" })`. */
export function to(parts, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value)).toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

/** The address of a record, and of a field in it. */
export const toRecord = (pad, loc = [], voor = "") =>
  isCatalogus(pad) ? to(["vertalen", taalVan(pad)], { tekst: loc[0] }) : to(["pad", ...pad.split("/")], { veld: loc.join("."), voor });

/** What an address says: the page, what follows its name, and what was asked there. */
export function read(hash) {
  const [path, query = ""] = hash.replace(/^#?\/?/, "").split(/\?(.*)/s);
  const [page, ...rest] = path.split("/").filter(Boolean).map(decoded);
  return { page: page ?? "", rest: rest.join("/"), params: new URLSearchParams(query) };
}

/** A place in a record as the address has it: `acties.3.stand`. */
export const locOf = (text) =>
  (text ? text.split(".") : []).map((part) => (/^\d+$/.test(part) ? Number(part) : part));

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // an address that somebody typed
  }
}
