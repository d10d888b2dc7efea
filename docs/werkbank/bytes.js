// Bytes as text, for what can only carry text.
// Not here: what they are of.

const STUK = 0x8000; // bytes at a time: a call takes no more arguments than so many

/** In base64, whatever the size. */
export function base64(bytes) {
  let ruw = "";
  for (let i = 0; i < bytes.length; i += STUK) ruw += String.fromCharCode(...bytes.subarray(i, i + STUK));
  return btoa(ruw);
}

/** In hexadecimal digits, as git and manifests write a hash; of a buffer. */
export const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
