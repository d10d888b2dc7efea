// Graphviz behind a pipe: a line of JSON with DOT text in, a line of JSON with its layout out.
// graphviz.py starts it; it ends with its input, or at DOT text that is wrong.
// It draws nothing: what leaves it are places and sizes (points, y downwards).
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { instance } from "@viz-js/viz";

// A second, better compilation takes longer than a few dozen drawings get from it.
setFlagsFromString("--liftoff-only");

const viz = await instance();
for await (const line of createInterface({ input: process.stdin })) {
  const layout = viz.renderString(JSON.parse(line), { format: "json0", yInvert: true });
  process.stdout.write(`${JSON.stringify(JSON.parse(layout))}\n`);
}
