// An engine for the tests of saving: records of one line a field, merged by field. What the real one
// does, macros/werkbank says; the way through with it is tested on the built page.

const lees = (tekst) => Object.fromEntries(tekst.split("\n").filter(Boolean).map((regel) => regel.split(": ")));
const schrijf = (waarde) => Object.entries(waarde).map(([naam, deel]) => `${naam}: ${deel}\n`).join("");

export class Motor {
  constructor(basis) {
    this.basis = basis; // pad -> text
    this.waarden = new Map();
  }

  async vraag(naam, { pad, waarde, basis, mijn, hun, keuzen } = {}) {
    if (naam === "begin") return { regio: "Proef", soorten: this.soorten() };
    if (naam === "record") return { pad, titel: this.titel(pad), basis: this.basis[pad] ?? null, tekst: this.tekst(pad) };
    if (naam === "basis") return this.basis[pad] ?? null;
    if (naam === "zet") return this.zet(pad, waarde, arguments[1]);
    if (naam === "bestanden") return Object.fromEntries(this.gewijzigd().map((one) => [`data/${one}`, this.tekst(one)]));
    if (naam === "verschil") return this.gewijzigd().map((one) => this.verschil(one));
    if (naam === "controleer") return this.controleer();
    if (naam === "samenvoegen") return samenvoegen(basis, mijn, hun, keuzen);
    throw new Error(naam);
  }

  soorten() {
    const records = Object.keys(this.basis).map((pad) => ({ pad, titel: this.titel(pad) }));
    const folder = (pad) => ({ pad, is_map: true, tabel: false, records: records.filter((one) => one.pad.startsWith(`${pad}/`)) });
    return [folder("speerpunten"), folder("begrippen"), { pad: "regio.yml", is_map: false, tabel: false, records: [] }];
  }

  titel = (pad) => lees(this.tekst(pad) ?? "").titel ?? pad;
  tekst = (pad) => (this.waarden.has(pad) ? schrijf(this.waarden.get(pad)) : (this.basis[pad] ?? null));

  zet(pad, waarde, alles) {
    if ("basis" in alles) this.basis[pad] = alles.basis;
    if (waarde === null) this.waarden.delete(pad);
    else this.waarden.set(pad, waarde);
    return { pad };
  }

  gewijzigd = () => [...this.waarden.keys()].filter((pad) => this.tekst(pad) !== this.basis[pad]).sort();

  verschil(pad) {
    const oud = lees(this.basis[pad] ?? "");
    const nu = this.waarden.get(pad);
    const namen = [...new Set([...Object.keys(oud), ...Object.keys(nu)])].filter((naam) => oud[naam] !== nu[naam]);
    return { pad, titel: this.titel(pad), nieuw: !(pad in this.basis), velden: namen.map((naam) => ({ loc: [naam], label: naam, oud: oud[naam] ?? null, nieuw: nu[naam] ?? null })) };
  }

  controleer() {
    const fout = this.gewijzigd().filter((pad) => this.tekst(pad).includes("FOUT"));
    return { meldingen: fout.map((pad) => ({ level: "fout", pad, loc: [], message: "Dit woord mag niet." })), fouten: fout.length };
  }
}

function samenvoegen(basis, mijn, hun, keuzen = []) {
  const [b, m, h] = [basis ?? "", mijn, hun].map(lees);
  const waarde = {};
  const botsingen = [];
  for (const naam of new Set([...Object.keys(h), ...Object.keys(m)])) {
    const [was, ik, zij] = [b[naam], m[naam], h[naam]];
    let uit = ik === was ? zij : ik;
    if (ik !== was && zij !== was && ik !== zij) {
      if (keuzen.length) uit = keuzen.shift() === "mijn" ? ik : zij;
      else botsingen.push({ loc: [naam], label: naam, mijn: ik ?? null, hun: zij ?? null });
    }
    if (uit !== undefined) waarde[naam] = uit;
  }
  return { waarde, tekst: schrijf(waarde), botsingen };
}
