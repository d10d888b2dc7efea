// The picture of a figure as PNG, made in the browser of its SVG: figuur.js loads this when a visitor
// asks for it, and not before. The PNG says in itself what it shows and where that comes from.
// Not here: what is in the picture (macros/render/figuur/plaat.py).

const SCALE = 2; // sharp on a slide and on paper
const FACE = "Atkinson Hyperlegible Next";
const ADDRESS = (weight) => new URL(`../letter/${weight}.woff2`, import.meta.url);

/** The PNG (a Blob) of the SVG at an address. */
export async function png(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const svg = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  if (svg.localName !== "svg") throw new Error(address);
  const said = (name) => svg.getElementsByTagName(name)[0]?.textContent ?? "";
  const texts = { Title: said("title"), Description: said("desc"), Source: said("metadata") };
  return withTexts(await drawn(svg, await face()), texts);
}

/** The face of the site inside the picture: as a picture it can fetch nothing. */
async function face() {
  const rules = [400, 700].map(async (weight) => {
    const response = await fetch(ADDRESS(weight));
    if (!response.ok) throw new Error(response.statusText);
    const data = await asData(await response.blob());
    return `@font-face { font-family: "${FACE}"; font-weight: ${weight}; src: url("${data}"); }`;
  });
  return `<style>${(await Promise.all(rules)).join("\n")}</style>`;
}

function asData(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/** The rules go in as text: the policy of the page is about elements, also of a document beside it. */
async function drawn(svg, rules) {
  const [wide, high] = ["width", "height"].map((name) => Math.round(Number(svg.getAttribute(name)) * SCALE));
  svg.setAttribute("width", wide);
  svg.setAttribute("height", high);
  const text = new XMLSerializer().serializeToString(svg).replace(">", () => `>${rules}`);
  const image = new Image(wide, high);
  image.src = await asData(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, wide, high);
  context.drawImage(image, 0, 0, wide, high);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("canvas");
  return blob;
}

// --- texts in a PNG -------------------------------------------------------------------------

const HEAD = 8 + 25; // the signature, and the first chunk: how large the picture is

/** The same PNG with a chunk of text for each of these, before the picture itself. */
async function withTexts(blob, texts) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text));
  return new Blob([bytes.subarray(0, HEAD), ...chunks, bytes.subarray(HEAD)], { type: "image/png" });
}

/** A text in UTF-8 (iTXt): keyword, not compressed, no language, no other keyword, the text. */
function chunk(keyword, text) {
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const found = new Uint8Array(data.length + 8);
  const view = new DataView(found.buffer);
  view.setUint32(0, data.length - 4);
  found.set(data, 4);
  view.setUint32(data.length + 4, crc(data));
  return found;
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
