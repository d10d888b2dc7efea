// The key of GitHub that an editor pastes. It lives in one closure and nowhere else: it is not kept,
// not shown, not part of any message, and goes to one host only.
// Not here: what is asked of GitHub (github.js).

const VORM = /^github_pat_[A-Za-z0-9_]{20,240}$/;

/** Why this cannot be a key for here, in Dutch and without the key; empty when it can. */
function bezwaar(tekst) {
  if (!tekst) return "Plak eerst je sleutel.";
  if (/^(ssh-|ecdsa-|sk-ssh-|-----BEGIN)/.test(tekst)) {
    return "Dit is een SSH-sleutel. Daarmee kan een webpagina niets; plak hem ook nergens anders. Maak op GitHub een 'fine-grained' sleutel: die begint met github_pat_.";
  }
  if (/^(gh[opusr]_|[0-9a-f]{40}$)/.test(tekst)) {
    return "Dit is een sleutel van een andere soort ('classic'): die geeft toegang tot al je projecten. Maak een 'fine-grained' sleutel voor alleen deze site: die begint met github_pat_.";
  }
  if (!tekst.startsWith("github_pat_")) {
    return "Dit is geen sleutel van GitHub: die begint met github_pat_. Is het een wachtwoord? Plak dat nergens.";
  }
  if (!VORM.test(tekst)) {
    return "Deze sleutel is niet goed gekopieerd: er ontbreekt iets of er staat iets tussen. Kopieer hem opnieuw op GitHub.";
  }
  return "";
}

/** A place for one key, for the host of `api` only. */
export function maakSleutel(api) {
  const huis = new URL(api).origin;
  let sleutel = "";
  const vergeet = () => {
    sleutel = "";
  };
  window.addEventListener("pagehide", vergeet); // a page can be kept whole and come back
  return Object.freeze({
    /** Take a pasted key; gives what is wrong with it, in Dutch, or nothing. */
    neem(geplakt) {
      const tekst = geplakt.replace(/^[\s\u200B\uFEFF"']+|[\s\u200B\uFEFF"']+$/g, "");
      const mis = window.isSecureContext ? bezwaar(tekst) : "Deze pagina is niet beveiligd (https): plak hier geen sleutel.";
      sleutel = mis ? "" : tekst;
      return mis;
    },
    vergeet,
    is: () => sleutel !== "",
    /** Ask the host something in the name of who gave the key. */
    vraag(adres, opties) {
      if (new URL(adres).origin !== huis) throw new TypeError("another host");
      return fetch(adres, {
        ...opties,
        headers: { ...opties.headers, Authorization: `Bearer ${sleutel}` },
        cache: "no-store", // what was read a moment ago may be old
        credentials: "omit",
        redirect: "manual",
        referrerPolicy: "no-referrer",
      });
    },
  });
}
