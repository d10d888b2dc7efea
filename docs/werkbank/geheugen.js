// The memory of a Python that has just started, kept in this browser: the next visit goes on from it.
// It is kept under all that it was made of (the files of the manifest, the scripts, the browser), so
// what is found is never old, and there is one at most. Nobody's work is in it: it is taken before the
// first question. Not here: how it is taken or gone on from (python.js), drafts (concept.js).

import { sha256 } from "./python.js";

const KAST = "beheer-geheugen";
const RUIM = 20; // times its size must be free: drafts come first

/** Where the memory of a start with these files stands. */
export async function plek(manifest) {
  const of = JSON.stringify([import.meta.url, navigator.userAgent, manifest]);
  return new URL(`geheugen-${await sha256(new TextEncoder().encode(of))}`, import.meta.url).href;
}

/** What was kept there, when it is whole; null when there is nothing to go on from. */
export async function haalGeheugen(adres) {
  const kept = await (await caches.open(KAST)).match(adres);
  if (!kept) return null;
  const geheugen = new Uint8Array(await kept.arrayBuffer());
  const whole = (await sha256(geheugen)) === kept.headers.get("X-SHA-256");
  return whole ? { geheugen, plaats: kept.headers.get("X-Plaats") } : null;
}

/** Keep it in the place of any other, where there is room. */
export async function bewaarGeheugen(adres, { geheugen, plaats }) {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota - usage < RUIM * geheugen.length) return;
  const headers = { "X-SHA-256": await sha256(geheugen), "X-Plaats": plaats };
  await vergeetGeheugen();
  await (await caches.open(KAST)).put(adres, new Response(geheugen, { headers }));
}

/** Let the next start be a whole one. */
export async function vergeetGeheugen() {
  await caches.delete(KAST);
}
