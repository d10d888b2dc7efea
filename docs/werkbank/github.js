// GitHub, as far as it is needed to save: what stands there now, one commit, one proposal.
// Not here: the key itself (sleutel.js), which files and texts (opslaan.js), how others' changes are
// brought together with ours (samenvoegen.js).
//
// A commit is made by GraphQL's createCommitOnBranch: one request that says which head it expects and
// either does all of it or nothing, signed by GitHub. There is no tree to build, so no file can get
// lost. Reads go by REST, all at one commit; contents always as blobs, whatever their size.
//
// Writes go one by one with a pause between. Of one whose answer got lost, GitHub is asked first
// whether it arrived: nothing is ever done twice.

import { base64, hex } from "./bytes.js";
import { Opslagfout } from "./fout.js";

const POGINGEN = 3;
const GEDULD = 60_000; // ms for one answer
const LANGST_WACHTEN = 90; // s that GitHub may let us wait before we hand back the turn
const TERUGKIJKEN = 10; // commits that others may have put on top of ours meanwhile

const slaap = (ms) => new Promise((klaar) => setTimeout(klaar, ms));

const GEEN_RECHT = (owner, naam) => [
  `De sleutel is niet van ${owner}: bij 'Resource owner' moet ${owner} gekozen zijn.`,
  `De sleutel geldt niet voor ${naam}: bij 'Repository access' moet die gekozen zijn.`,
  "De sleutel mag alleen lezen: 'Contents' en 'Pull requests' moeten op 'Read and write' staan.",
  "De sleutel wacht nog op goedkeuring van de organisatie (op GitHub staat er 'Pending' bij).",
  "Je account mag hier zelf niet schrijven, of hoort niet bij de organisatie.",
];

/** What GitHub answered and nobody here expected. */
class Antwoordfout extends Error {
  constructor(status, zin, fouten = []) {
    super(zin);
    Object.assign(this, { status, zin, fouten });
  }
}

/** No (clear) answer: what was asked may have been done or not. */
class Onzeker extends Error {}

/** The repository that an address of GitHub points to: {owner, naam}, or null. */
export function repository(adres) {
  const found = /^https:\/\/github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(adres ?? "");
  return found ? { owner: found[1], naam: found[2] } : null;
}

export class GitHub {
  #api;
  #sleutel;
  #owner;
  #naam;
  #meld;
  #pauze;
  #beurt = Promise.resolve();
  #vorige = 0;

  /** `meld(zin)` hears what is being done; `pauze` is what is left between two writes, in ms. */
  constructor({ api, repo, sleutel, meld = () => {}, pauze = 1000 }) {
    const { owner, naam } = repository(repo);
    this.#api = api.replace(/\/$/, "");
    this.#sleutel = sleutel;
    this.#owner = owner;
    this.#naam = naam;
    this.#meld = meld;
    this.#pauze = pauze;
  }

  get #huis() {
    return `/repos/${this.#owner}/${this.#naam}`;
  }

  // --- reading -----------------------------------------------------------------------------------

  /** What stands on a branch now: {tak, standaard, head, bestanden: Map of path -> blob}. Without a
   *  name it is the branch that is published. */
  async stand(tak = "") {
    const project = await this.#lees(this.#huis);
    if (project.permissions && !project.permissions.push) throw this.#geenRecht();
    const standaard = project.default_branch;
    const head = await this.#top(tak || standaard);
    if (!head) throw new Opslagfout("tak-weg", `De tak ${tak || standaard} bestaat niet (meer) op GitHub.`, "");
    const boom = await this.#lees(`${this.#huis}/git/trees/${head}?recursive=1`);
    if (boom.truncated) {
      throw new Opslagfout("te-groot", "Deze repository is te groot om vanuit de browser te bewerken.", "Kies het pakket (zip).");
    }
    const blobs = boom.tree.filter((one) => one.type === "blob");
    return { tak: tak || standaard, standaard, head, bestanden: new Map(blobs.map((one) => [one.path, one.sha])) };
  }

  /** The text of a blob. */
  async inhoud(sha) {
    const blob = await this.#lees(`${this.#huis}/git/blobs/${sha}`);
    const ruw = atob(blob.content.replaceAll("\n", ""));
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(ruw, (teken) => teken.charCodeAt(0)));
    } catch {
      throw new Opslagfout("vorm", "Op GitHub staat dit bestand in een vorm die hier niet te lezen is (geen UTF-8).", "Laat het herstellen door wie de site beheert.");
    }
  }

  /** Open proposals: [{nummer, titel, adres, tak, paden}], or null with a key that may not see them (and
   *  so may make none). */
  async voorstellen() {
    const vraag = `query Voorstellen($owner: String!, $naam: String!) {
      repository(owner: $owner, name: $naam) {
        pullRequests(states: OPEN, first: 50, orderBy: {field: UPDATED_AT, direction: DESC}) {
          nodes { number title url headRefName isCrossRepository files(first: 100) { nodes { path } } }
        }
      }
    }`;
    try {
      const data = await this.#lees("/graphql", { query: vraag, variables: { owner: this.#owner, naam: this.#naam } });
      return data.repository.pullRequests.nodes.map((one) => ({
        nummer: one.number,
        titel: one.title,
        adres: one.url,
        tak: one.isCrossRepository ? "" : one.headRefName,
        paden: (one.files?.nodes ?? []).map((file) => file.path),
      }));
    } catch (fout) {
      if (["recht", "onbekend"].includes(fout.soort)) return null;
      throw fout;
    }
  }

  /** The head of a branch, null when there is no such branch. */
  async #top(tak) {
    const vers = `?vers=${crypto.randomUUID()}`; // no cache on the way knows this address
    const ref = await this.#lees(`${this.#huis}/git/ref/heads/${tak}${vers}`, undefined, [404]);
    return ref?.object.sha ?? null;
  }

  // --- writing -----------------------------------------------------------------------------------

  /** Put files on a branch as one commit: {commit}. `stand` is what we saw there; `bestanden` are
   *  [{pad, tekst}]. Raises Opslagfout "verouderd" when it moved on since, "regels" when it may only
   *  change by a proposal. */
  async legVast({ stand, bestanden, titel, tekst }) {
    const kenmerk = await this.#kenmerk(stand.head, bestanden);
    return { commit: await this.#commit(stand.tak, stand.head, bestanden, titel, tekst, kenmerk) };
  }

  /** Make a proposal of the files: {nummer, adres, tak, commit}. What was made before by the same
   *  call and got stuck is used again. `tak`, when given, is a branch of ours that `stand` is of. */
  async stelVoor({ stand, bestanden, titel, tekst, tak = "" }) {
    const kenmerk = await this.#kenmerk(stand.head, bestanden);
    let commit = stand.head;
    let naam = tak;
    if (naam) {
      if (bestanden.length) commit = await this.#commit(naam, stand.head, bestanden, titel, tekst, kenmerk);
    } else {
      naam = `werkbank/${kenmerk}`;
      this.#meld("Er wordt een plek gemaakt voor je voorstel.");
      const head = await this.#maakTak(naam, stand.head);
      commit = head === stand.head ? await this.#commit(naam, head, bestanden, titel, tekst, kenmerk) : await this.#eigen(naam, stand.head, kenmerk);
      if (!commit) throw new Opslagfout("tak", `Op GitHub staat al iets anders onder de naam ${naam}.`, "Laat die tak weghalen, of wijzig iets en probeer het opnieuw.");
    }
    return { ...(await this.#voorstel(naam, stand.standaard, titel, tekst)), tak: naam, commit };
  }

  /** What marks a commit as this one: the same for the same files on the same head. */
  async #kenmerk(head, bestanden) {
    const alles = JSON.stringify([head, bestanden.map(({ pad, tekst }) => [pad, tekst]).sort()]);
    const som = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(alles));
    return hex(som.slice(0, 6));
  }

  /** Make a branch; gives its head, which is another when it was there already. */
  async #maakTak(tak, head) {
    const gedaan = () => this.#top(tak);
    try {
      const ref = await this.#schrijf(`${this.#huis}/git/refs`, { ref: `refs/heads/${tak}`, sha: head }, gedaan);
      return typeof ref === "string" ? ref : ref.object.sha;
    } catch (fout) {
      if (!(fout instanceof Antwoordfout)) throw fout;
      const top = /already exists/i.test(fout.zin) ? await gedaan() : null;
      if (top) return top;
      throw this.#geweigerd(fout);
    }
  }

  async #commit(tak, head, bestanden, titel, tekst, kenmerk) {
    this.#meld("Je wijzigingen worden op GitHub vastgelegd.");
    const invoer = {
      branch: { repositoryNameWithOwner: `${this.#owner}/${this.#naam}`, branchName: tak },
      message: { headline: titel, body: `${tekst}\n\nKenmerk: ${kenmerk}` },
      expectedHeadOid: head,
      fileChanges: { additions: bestanden.map(({ pad, tekst: inhoud }) => ({ path: pad, contents: base64(new TextEncoder().encode(inhoud)) })) },
    };
    const vraag = "mutation Vastleggen($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
    const gedaan = () => this.#eigen(tak, head, kenmerk);
    for (let poging = 1; ; poging += 1) {
      try {
        const data = await this.#schrijf("/graphql", { query: vraag, variables: { input: invoer } }, gedaan);
        return typeof data === "string" ? data : data.createCommitOnBranch.commit.oid;
      } catch (fout) {
        if (!(fout instanceof Antwoordfout)) throw fout;
        const soort = fout.fouten[0]?.type ?? "";
        if (soort === "STALE_DATA" || /expected branch to point to/i.test(fout.zin)) {
          const onze = await gedaan();
          if (onze) return onze;
          throw new Opslagfout("verouderd", "Intussen heeft iemand anders iets vastgelegd.", "Probeer het opnieuw: dan worden jullie wijzigingen samengevoegd.");
        }
        // GitHub may not know yet of a branch that it made a moment ago.
        const nogNiet = soort === "NOT_FOUND" && poging < POGINGEN && (await this.#top(tak));
        if (!nogNiet) throw this.#geweigerd(fout);
        await slaap(this.#pauze);
      }
    }
  }

  /** The commit with our mark on a branch, among what was put on `head` since; or null. */
  async #eigen(tak, head, kenmerk) {
    let sha = await this.#top(tak);
    for (let i = 0; sha && sha !== head && i < TERUGKIJKEN; i += 1) {
      const commit = await this.#lees(`${this.#huis}/git/commits/${sha}`);
      if (commit.message.includes(`Kenmerk: ${kenmerk}`)) return sha;
      sha = commit.parents[0]?.sha;
    }
    return null;
  }

  async #voorstel(tak, standaard, titel, tekst) {
    this.#meld("Je voorstel wordt gemaakt.");
    const vorm = (one) => ({ nummer: one.number, adres: one.html_url });
    const gedaan = async () => {
      const kop = encodeURIComponent(`${this.#owner}:${tak}`);
      return (await this.#lees(`${this.#huis}/pulls?state=open&head=${kop}&vers=${crypto.randomUUID()}`))[0] ?? null;
    };
    const bestaand = await gedaan();
    if (bestaand) {
      const adres = `${this.#huis}/pulls/${bestaand.number}`;
      const nieuw = await this.#schrijf(adres, { title: titel, body: tekst }, async () => null, "PATCH").catch(() => bestaand);
      return { ...vorm(nieuw), bestond: true };
    }
    for (let poging = 1; ; poging += 1) {
      try {
        const made = await this.#schrijf(`${this.#huis}/pulls`, { title: titel, head: tak, base: standaard, body: tekst }, gedaan);
        return { ...vorm(made), bestond: false };
      } catch (fout) {
        const recht = fout instanceof Opslagfout && fout.soort === "recht";
        if (!(fout instanceof Antwoordfout) && !recht) throw fout;
        const zin = recht ? "" : `${fout.zin} ${fout.fouten.map((one) => one.message ?? "").join(" ")}`;
        if (/already exists/i.test(zin)) {
          const er = await gedaan();
          if (er) return { ...vorm(er), bestond: true };
        }
        if (/no commits between/i.test(zin)) throw nietsVeranderd();
        const nogNiet = !recht && fout.fouten.some((one) => one.field === "head") && poging < POGINGEN;
        if (!nogNiet) {
          throw new Opslagfout(
            "voorstel",
            "Je wijzigingen staan op GitHub, maar het voorstel zelf maken mocht niet: daarvoor heeft de sleutel bij 'Pull requests' het recht 'Read and write' nodig.",
            "Open de pagina hieronder en kies daar 'Create pull request', of probeer het opnieuw met een andere sleutel.",
            { tak, adres: `https://github.com/${this.#owner}/${this.#naam}/compare/${standaard}...${tak}?expand=1`, veilig: `Ze staan veilig in de tak ${tak}, en je concept staat nog hier.` },
          );
        }
        await slaap(this.#pauze);
      }
    }
  }

  #geweigerd(fout) {
    const soorten = fout.fouten.map((one) => one.type ?? "").join(" ");
    const zin = `${fout.zin} ${fout.fouten.map((one) => one.message ?? "").join(" ")}`;
    if (/RULE_VIOLATION/.test(soorten) || /rule violation|through a pull request|protected branch|status check/i.test(zin)) {
      return new Opslagfout("regels", "Deze tak mag alleen veranderen door een voorstel dat iemand goedkeurt.", "Maak er een voorstel van: dat kan met dezelfde sleutel.");
    }
    if (/FORBIDDEN|NOT_FOUND/.test(soorten) || [403, 404].includes(fout.status)) return this.#geenRecht();
    return new Opslagfout("onbekend", `GitHub nam het niet aan en zei: "${zin.trim().slice(0, 300)}"`, "Probeer het later opnieuw, of kies het pakket (zip).");
  }

  #geenRecht() {
    return new Opslagfout(
      "recht",
      "GitHub laat deze sleutel hier niet vastleggen. Dat kan verschillende oorzaken hebben:",
      "Maak een nieuwe sleutel, vraag het aan wie de site beheert, of kies het pakket (zip).",
      { oorzaken: GEEN_RECHT(this.#owner, this.#naam), adres: "https://github.com/settings/personal-access-tokens" },
    );
  }

  // --- asking ------------------------------------------------------------------------------------

  /** Read something; asked again when no answer came. Statuses in `mag` give null. */
  async #lees(pad, vraag, mag = []) {
    for (let poging = 1; ; poging += 1) {
      try {
        return await this.#vraag(vraag ? "POST" : "GET", pad, vraag);
      } catch (fout) {
        if (fout instanceof Antwoordfout && mag.includes(fout.status)) return null;
        if (fout instanceof Antwoordfout) throw this.#geweigerd(fout);
        if (!(fout instanceof Onzeker)) throw fout;
        if (poging === POGINGEN) throw geenAntwoord("Er is niets veranderd.");
        await slaap(this.#pauze * poging);
      }
    }
  }

  /** Write something, in its turn. When no answer came, `gedaan()` says what became of it. */
  #schrijf(pad, vraag, gedaan, methode = "POST") {
    const mijn = this.#beurt.then(async () => {
      for (let poging = 1; ; poging += 1) {
        await slaap(Math.max(0, this.#vorige + this.#pauze - Date.now()));
        try {
          return await this.#vraag(methode, pad, vraag);
        } catch (fout) {
          if (!(fout instanceof Onzeker)) throw fout;
          this.#meld("GitHub antwoordt niet. Er wordt gekeken of het is aangekomen.");
          await slaap(this.#pauze * poging);
          const al = await gedaan().catch((ook) => {
            throw ook.soort === "net" ? geenAntwoord("Het is niet zeker of je wijziging is aangekomen.") : ook;
          });
          if (al) return al;
          if (poging === POGINGEN) throw geenAntwoord("Je wijziging is niet aangekomen.");
        } finally {
          this.#vorige = Date.now();
        }
      }
    });
    this.#beurt = mijn.catch(() => {});
    return mijn;
  }

  /** One request, and again after the time that GitHub says to wait. */
  async #vraag(methode, pad, vraag) {
    for (let gewacht = 0; ; ) {
      const antwoord = await this.#haal(methode, pad, vraag);
      const uitslag = await antwoord.json().catch(() => null);
      const wacht = wachttijd(antwoord, uitslag);
      if (wacht === null) return this.#lezing(antwoord, uitslag, pad);
      if (gewacht + wacht > LANGST_WACHTEN) {
        const om = new Date(Date.now() + wacht * 1000).toLocaleTimeString("nl", { hour: "2-digit", minute: "2-digit" });
        throw new Opslagfout("wacht", "GitHub heeft het even te druk met vragen van jou.", `Probeer het na ${om} opnieuw.`);
      }
      this.#meld(`GitHub vraagt om ${wacht} seconden te wachten. Daarna gaat het vanzelf verder.`);
      gewacht += wacht;
      await slaap(wacht * 1000);
    }
  }

  async #haal(methode, pad, vraag) {
    const opties = { method: methode, headers: { Accept: "application/vnd.github+json" }, signal: AbortSignal.timeout(GEDULD) };
    if (vraag) {
      opties.body = JSON.stringify(vraag);
      opties.headers["Content-Type"] = "application/json";
    }
    try {
      return await this.#sleutel.vraag(`${this.#api}${pad}`, opties);
    } catch {
      throw new Onzeker();
    }
  }

  #lezing(antwoord, uitslag, pad) {
    const { status } = antwoord;
    if (antwoord.type === "opaqueredirect") {
      throw new Opslagfout("verhuisd", `De repository ${this.#owner}/${this.#naam} is verhuisd of heet nu anders.`, "Laat het adres in de site aanpassen, of kies het pakket (zip).");
    }
    if (status >= 500 || (status === 200 && uitslag === null)) throw new Onzeker();
    if (status === 401) {
      this.#sleutel.vergeet();
      throw new Opslagfout("sleutel", "GitHub kent deze sleutel niet (meer): hij is verlopen, ingetrokken of niet heel gekopieerd.", "Maak een nieuwe sleutel en plak die hier.", { adres: "https://github.com/settings/personal-access-tokens" });
    }
    const sso = /url=(https:\/\/github\.com\/\S+)/.exec(antwoord.headers.get("X-GitHub-SSO") ?? "");
    if (sso) {
      throw new Opslagfout("sso", "De organisatie wil dat je deze sleutel eerst zelf vrijgeeft.", "Open de pagina hieronder (die werkt een uur), geef de sleutel vrij en probeer het opnieuw.", { adres: sso[1] });
    }
    const fouten = uitslag?.errors ?? [];
    const zin = uitslag?.message ?? fouten[0]?.message ?? "";
    if (status === 403) throw /rule violation/i.test(zin) ? this.#geweigerd(new Antwoordfout(status, zin)) : this.#geenRecht();
    if (!antwoord.ok) throw new Antwoordfout(status, zin, fouten);
    if (pad !== "/graphql") return uitslag;
    if (fouten.length) throw new Antwoordfout(status, zin, fouten);
    return uitslag.data;
  }
}

/** How many seconds GitHub wants us to wait; null when it does not. */
function wachttijd(antwoord, uitslag) {
  const beperkt = uitslag?.errors?.some?.((one) => one.type === "RATE_LIMITED") || /rate limit|abuse/i.test(uitslag?.message ?? "");
  const op = antwoord.headers.get("X-RateLimit-Remaining") === "0";
  const straf = [403, 429].includes(antwoord.status);
  const na = antwoord.headers.get("Retry-After");
  if (!(beperkt || antwoord.status === 429 || (straf && (na || op)))) return null;
  if (na && /^\d+$/.test(na)) return Math.max(1, Number(na));
  const weer = Number(antwoord.headers.get("X-RateLimit-Reset"));
  return op && weer ? Math.max(1, Math.ceil(weer - Date.now() / 1000)) : 60;
}

const geenAntwoord = (zin) =>
  new Opslagfout("net", `GitHub antwoordt niet. ${zin}`, "Kijk of je internet hebt en probeer het opnieuw: dan wordt eerst gekeken wat er al staat. Houdt je netwerk GitHub tegen? Kies dan het pakket (zip).");

export const nietsVeranderd = () =>
  new Opslagfout("niets", "Er is niets te veranderen: alles staat al zo op GitHub.", "Je hoeft niets te doen.");
