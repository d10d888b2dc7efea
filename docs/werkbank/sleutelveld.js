// Where an editor pastes the key of GitHub, is told what is wrong with it, and can have it forgotten.
// Not here: the key itself (sleutel.js).

import { announce, el, fill, uid } from "./dom.js";

export class Sleutelveld {
  #sleutel;
  #repo;
  #invoer = null;
  #mis = null;

  /** `repo` is {owner, naam}. */
  constructor(sleutel, repo) {
    this.#sleutel = sleutel;
    this.#repo = repo;
    this.element = el("div", { class: "wb-sleutel" });
    this.toon();
  }

  toon() {
    if (this.#sleutel.is()) {
      const vergeet = el("button", { type: "button", class: "knop knop--stil", on: { click: () => this.#vergeet() } }, "Vergeet sleutel");
      fill(this.element, el("p", {}, "Je sleutel is er: alleen in dit tabblad, tot je het sluit. "), vergeet);
      return;
    }
    // No form: a browser offers to keep what was typed in one.
    const id = uid("sleutel");
    this.#mis = el("p", { id: `${id}-mis`, class: "wb-fout", hidden: true });
    this.#invoer = el("input", { id, type: "password", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-zin ${id}-mis` });
    this.#invoer.addEventListener("paste", () => setTimeout(() => this.neem()));
    fill(
      this.element,
      el("label", { for: id }, "Plak je sleutel van GitHub"),
      el("p", { id: `${id}-zin`, class: "wb-zacht" }, "De sleutel blijft in dit tabblad: hij wordt nergens bewaard en gaat alleen naar GitHub."),
      this.#mis,
      this.#invoer,
      el("button", { type: "button", class: "knop", on: { click: () => this.neem() } }, "Gebruik deze sleutel"),
      this.#uitleg(),
    );
  }

  #uitleg() {
    const { owner, naam } = this.#repo;
    return el(
      "details",
      { class: "wb-meer" },
      el("summary", {}, "Hoe kom je aan een sleutel?"),
      el(
        "ol",
        {},
        el("li", {}, "Maak een account op GitHub als je dat nog niet hebt, en vraag wie de site beheert om schrijfrecht."),
        el("li", {}, "Open ", el("a", { href: "https://github.com/settings/personal-access-tokens/new", target: "_blank", rel: "noopener noreferrer" }, "de pagina voor een nieuwe sleutel"), " (‘fine-grained personal access token’)."),
        el("li", {}, `Kies bij 'Resource owner': ${owner}. Staat ${owner} er niet bij, dan hoort je account er niet bij: maak een pakket.`),
        el("li", {}, "Kies bij 'Expiration' een korte tijd, zoals 7 dagen."),
        el("li", {}, `Kies bij 'Repository access': 'Only select repositories', en daarin ${naam}.`),
        el("li", {}, "Zet bij 'Permissions' twee rechten op 'Read and write': 'Contents' en 'Pull requests'."),
        el("li", {}, "Kies 'Generate token', kopieer de sleutel (hij begint met github_pat_) en plak hem hier."),
      ),
    );
  }

  /** Take what was pasted; what is wrong with it is said there. */
  neem() {
    const { value } = this.#invoer;
    this.#invoer.value = "";
    const bezwaar = this.#sleutel.neem(value);
    this.#mis.textContent = bezwaar;
    this.#mis.hidden = !bezwaar;
    this.#invoer.setAttribute("aria-invalid", String(!!bezwaar));
    if (bezwaar) {
      this.#invoer.focus();
      return;
    }
    this.toon();
    announce("Je sleutel is er.");
    this.element.querySelector("button").focus();
  }

  #vergeet() {
    this.#sleutel.vergeet();
    this.toon();
    this.#invoer.focus();
    announce("Je sleutel is vergeten.");
  }
}
