"""What is measured in a page as it is on the screen, in words: an empty list is good.

Not here: which pages, and on which screens.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.gebouwd import ROOT, SUBPAD

AXE = "axe.min.js"
"""Where axe is served, below the site: half a megabyte that a browser keeps, as it does any script."""

AXE_FILE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false,
  });
  return {
    rules: found.passes.length,
    violations: found.violations.flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`)),
  };
}"""


def haal_axe(pagina: Page) -> None:
    """Nothing is added to the document, and its policy stays: a script of the same origin is allowed."""
    pagina.evaluate("src => import(src)", SUBPAD + AXE)


def violations(pagina: Page) -> list[str]:
    """What axe finds on the page as it is now."""
    haal_axe(pagina)
    found: dict[str, Any] = pagina.evaluate(RUN, TAGS)
    assert found["rules"] > 20
    width = pagina.viewport_size["width"] if pagina.viewport_size else 0
    return [f"{pagina.url} op {width}: {one}" for one in found["violations"]]


def rust(pagina: Page) -> None:
    """Wait until the page has nothing left to do."""
    pagina.evaluate(
        "() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))"
    )


OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const root = document.scrollingElement;
  if (root.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().right > width + 1)
    .map((el) => `${el.localName}.${el.className}`);
  return [`schuift op ${innerWidth} opzij, ${root.scrollWidth} > ${width}: ${wide.slice(0, 5).join(", ")}`];
}"""

CUT = """() => {
  const found = [];
  for (const el of document.querySelectorAll("body *")) {
    if (!el.checkVisibility() || el.closest("svg, .onzichtbaar, .gegevens--kaarten thead")) continue;
    const style = getComputedStyle(el);
    const name = `${el.localName}.${el.className} "${el.innerText?.slice(0, 30)}"`;
    const clips = (value) => value === "hidden" || value === "clip";
    if (style.clipPath !== "none" || !el.innerText?.trim()) continue;
    if (clips(style.overflowX) && el.scrollWidth > el.clientWidth + 1) found.push(`${name}: in de breedte`);
    if (clips(style.overflowY) && el.scrollHeight > el.clientHeight + 1) found.push(`${name}: in de hoogte`);
    if (!el.matches("a, button, summary, label, legend, th, dt, dd, h1, h2, h3, p, li")) continue;
    const own = el.getBoundingClientRect();
    const control = el.matches("button, summary, .kop a, .voet a") && style.display !== "inline";
    const texts = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (getComputedStyle(texts.currentNode.parentElement).clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) {
        if (!box.width) continue;
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name}: buiten beeld`);
        if (control && (box.bottom > own.bottom + 1 || box.top < own.top - 1
            || box.right > own.right + 1)) found.push(`${name}: steekt uit`);
      }
    }
  }
  return [...new Set(found)];
}"""

SMALL = """() => {
  const controls = [...document.querySelectorAll(
    "button:not(.begrip), select, summary, input, nav a, .kop a, .voet a, .knop")];
  return controls.filter((el) => el.checkVisibility({ visibilityProperty: true })
      && !el.closest(".gegevens--kaarten thead"))
    .map((el) => [el, el.getBoundingClientRect()])
    .filter(([el, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([el, box]) => `te klein op ${innerWidth}: ${el.localName}.${el.className} "${el.innerText}": ${box.width} × ${box.height}`);
}"""

ORDER = """() => {
  const blocks = [...document.querySelectorAll(
    "header, main, footer, article :is(h1, h2, h3, h4, p, li, dt, dd, figure, caption, tbody th, td, summary)")]
    .filter((el) => el.checkVisibility() && !el.closest("[popover], .feiten, .tegels"))
    .map((el) => [el, el.getBoundingClientRect()])
    .filter(([el, box]) => box.height > 1 && box.width > 1);
  const found = [];
  for (let i = 1; i < blocks.length; i += 1) {
    const [before, above] = blocks[i - 1];
    const [el, box] = blocks[i];
    if (box.top < above.top - 1) found.push(
      `${el.localName}.${el.className} "${el.innerText.slice(0, 40)}" staat boven wat ervoor komt, `
      + `${before.localName}.${before.className} "${before.innerText.slice(0, 40)}"`);
  }
  return found;
}"""

ANDERE_LETTER = """() => [...document.body.querySelectorAll("*")]
  .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .concat([...document.querySelectorAll("input, select, button")])
  .map((one) => [one.tagName, getComputedStyle(one).fontFamily, one.textContent.slice(0, 40)])
  .filter(([, family]) => !family.startsWith('"Atkinson Hyperlegible Next"'))
  .map((one) => `andere letter: ${one.join(" ")}`)"""
"""Whatever has words of its own in another face. That ours has the letters: tests/unit/test_letterbreedte.py."""

GELADEN = """async () => {
  await document.fonts.ready;
  return [...document.fonts]
    .filter((face) => face.status === "loaded" && !face.family.includes("Als "))
    .map((face) => `${face.family.replaceAll('"', "")} ${face.weight}`);
}"""
"""The faces that were fetched, without those that stand in until they are there."""
