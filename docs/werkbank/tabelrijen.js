// The rows of a table: what their cells say, which of them are asked for, and in which order.
// Not here: how they look (tabelcel.js), the page (tabel.js).

import { folded } from "./dom.js";
import { UNKNOWN } from "./veld.js";
import { isError, same } from "./werk.js";

const collator = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });

export class Rijen {
  #werk;

  /** `table` is the answer of `tabel`, `names` the titles of what is referred to (kind -> id -> title),
   *  `published` the records that were changed or may be, as the site has them, by path. */
  constructor(werk, { table, names, published }) {
    this.#werk = werk;
    Object.assign(this, { table, names, published });
    this.columns = []; // those that are shown
  }

  /** What a row says in a column. */
  valueOf = (row, column) => row.waarden[column.sleutel];

  /** The value of a cell in words. */
  words = (column, value) => {
    if (value === undefined || value === null || value === "") return "";
    if (Array.isArray(value)) return value.map((one) => this.words({ veld: column.veld.item ?? column.veld }, one)).join("; ");
    const { veld } = column;
    const choice = veld.keuzes?.find(({ waarde }) => waarde === value)?.label;
    const reference = (veld.soorten ?? veld.item?.soorten ?? []).map((one) => this.names.get(one)?.get(value)).find(Boolean);
    return choice ?? reference ?? String(value);
  };

  /** Whether a column says what the row is called already. */
  isTitle = (column) => this.table.rijen.length > 0 && this.table.rijen.every((row) => this.valueOf(row, column) === row.titel);

  /** What the checks say of a row. */
  about = (row) => this.#werk.about(row.pad).filter(({ loc }) => row.loc.every((key, i) => loc[i] === key));

  fits = {
    alles: () => true,
    onbekend: (row) => this.columns.some((column) => [this.valueOf(row, column)].flat().includes(UNKNOWN)),
    fout: (row) => this.about(row).some(isError),
    gewijzigd: (row) => this.#changed(row),
  };

  /** Whether a row says something else than it did: in its own place, or in another one of its list. */
  #changed({ pad, loc }) {
    const draft = this.#werk.drafts.get(pad);
    if (!draft) return false;
    const before = this.published.get(pad);
    const now = at(draft.waarde, loc);
    if (same(now, at(before, loc))) return false;
    const list = loc.length ? at(before, loc.slice(0, -1)) : null;
    return !(Array.isArray(list) && list.some((one) => same(now, one)));
  }

  #textOf = (row) => folded([row.titel, row.van, row.id, ...this.columns.map((column) => this.words(column, this.valueOf(row, column)))].join(" "));

  #compare({ key, down }) {
    const column = this.table.kolommen.find(({ sleutel }) => sleutel === key);
    const place = (row) => column?.veld.keuzes?.findIndex(({ waarde }) => waarde === this.valueOf(row, column)) ?? 0;
    const text = (row) => (column ? this.words(column, this.valueOf(row, column)) : row.titel);
    return (one, other) => {
      const found = place(one) - place(other) || collator.compare(text(one), text(other));
      return down ? -found : found;
    };
  }

  /** Those that count; `archived` ones too when they are asked for. */
  counted = (archived) => this.table.rijen.filter((row) => archived || !row.gearchiveerd);

  /** Those that are asked for, in their order. */
  asked({ view, words, sorted, archived }) {
    const found = this.counted(archived).filter((row) => this.fits[view](row) && (!words.length || words.every((word) => this.#textOf(row).includes(word))));
    return sorted.key ? found.sort(this.#compare(sorted)) : found;
  }

  /** What is filtered and sorted on is what is in the cells of a record: `fields`. */
  refresh(pad, fields) {
    for (const row of this.table.rijen) {
      if (row.pad !== pad) continue;
      row.waarden = {};
      for (const column of this.table.kolommen) {
        const value = fields.at([...row.loc, ...column.loc]);
        if (value !== undefined) row.waarden[column.sleutel] = value;
      }
    }
  }
}

const at = (value, loc) => loc.reduce((inner, key) => inner?.[key], value);
