// Figures of the monitor: the same rows in another order, and the same figure as a chart of plotly.js,
// which is fetched from this site at the first click that asks for one, and not before.
// Not here: any number or text. The chart is a file beside the page, the words are data- attributes,
// and both the drawing and the table are complete without this script.
//
//   <form data-volgorde hidden>    radio buttons name="volgorde", "" or "omvang". The first of the page is
//                                  shown and orders every figure; the choice is kept in the address.
//   [data-banen] [data-rijen]      hold the lanes and the rows of a figure; data-omvang is their place by
//                                  size. What has none stays where it is.
//   button[data-interactief]       the address of the chart; data-terug, -naam, -laden, -klaar, -weg, -fout
//                                  are what to say. Its figure holds div[data-scherm] for the chart and
//                                  p[data-melding].
//   button[data-png]               the address of the figure as SVG, which plaat.js makes a PNG of; data-fout
//                                  is what to say in the [role=status] beside it when that fails.
//   [data-vandaag]                 the day on which somebody reads this, for a citation.

import { inAddress, toAddress } from "./adres.js";
import { save } from "./opslaan.js";

const plotlyAddress = new URL("plotly.js", import.meta.url).href;
const openCharts = new Set();

// --- order ----------------------------------------------------------------------------------

/** The children of a holder as they were, and how to put them in the order of their places. */
function ordered(holder) {
  const children = [...holder.children].filter((child) => child.dataset.omvang);
  const bySize = [...children].sort((a, b) => a.dataset.omvang - b.dataset.omvang);
  return (size) => holder.append(...(size ? bySize : children));
}

function startOrder(form) {
  const holders = [...document.querySelectorAll("[data-banen], [data-rijen]")].map(ordered);
  const radios = form.elements.volgorde;

  const apply = () => {
    for (const order of holders) order(Boolean(radios.value));
    for (const chart of openCharts) chart.draw();
  };

  form.addEventListener("change", () => {
    apply();
    toAddress({ volgorde: radios.value });
  });

  const fromAddress = () => {
    radios.value = inAddress("volgorde"); // an unknown order changes nothing,
    toAddress({ volgorde: radios.value }); // and is not taken along
    apply();
  };

  fromAddress();
  window.addEventListener("popstate", fromAddress);
  form.hidden = false;
}

// --- chart ----------------------------------------------------------------------------------

let loading = null;

/** plotly.js, once; a failure is forgotten, so that the next click tries again. It adds its rules to
 *  our own sheet, since it may not make a style element here. */
function plotly() {
  const sheet = document.querySelector('link[href$="/site.css"]');
  if (sheet) sheet.id = "plotly.js-style-global";
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = plotlyAddress;
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => {
      loading = null;
      script.remove();
      reject(new Error(plotlyAddress));
    });
    document.head.append(script);
  });
  return loading;
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

const plainText = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** The chart in the colours and letters that the page has now, its rows in the order of the lanes. */
function dressed(spec, figure) {
  const style = getComputedStyle(figure);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const { data, layout } = structuredClone(spec);
  const font = { family: style.fontFamily, size: 14, color: colour("tekst") };
  const axis = { gridcolor: colour("lijn"), zerolinecolor: colour("rand") };
  for (const trace of data) {
    if (trace.mode === "lines") trace.line = { color: colour("tekst-zacht"), width: 3 };
    else Object.assign(trace.marker, { color: colour("link"), line: { color: colour("link"), width: 2 } });
  }
  for (const shape of layout.shapes) shape.line.color = colour("accent");
  Object.assign(layout, {
    font,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    hoverlabel: { font, bgcolor: colour("vlak"), bordercolor: colour("rand") },
  });
  Object.assign(layout.xaxis, axis);
  Object.assign(layout.yaxis, axis);
  layout.yaxis.categoryarray = rowsOf(figure).map((row) => spec.layout.yaxis.categoryarray[row]);
  return { data, layout, config: spec.config };
}

/** The rows of the chart in the order of the lanes: numbers in the order the page came with. */
function rowsOf(figure) {
  return [...figure.querySelectorAll(".cf-baan")].map((lane) => Number(lane.dataset.rij));
}

function startChart(button) {
  const figure = button.closest("figure");
  const screen = figure.querySelector("[data-scherm]");
  const status = figure.querySelector("[data-melding]");
  const label = [...button.childNodes];
  const words = button.dataset;
  let spec = null;
  let busy = false;
  let at = -1; // which cell the arrow keys are at
  figure.querySelectorAll(".cf-baan").forEach((lane, row) => (lane.dataset.rij = row));

  const draw = () => {
    const { data, layout, config } = dressed(spec, figure);
    at = -1;
    return window.Plotly.react(screen, data, layout, config);
  };
  const chart = { draw };

  /** Every cell, row by row, as the lanes stand. */
  const cells = () =>
    rowsOf(figure).flatMap((row) =>
      spec.data.flatMap((trace, curveNumber) =>
        trace.hovertext ? [{ curveNumber, pointNumber: row, text: trace.hovertext[row] }] : [],
      ),
    );

  const walk = (step) => {
    const all = cells();
    at = step === "first" ? 0 : step === "last" ? all.length - 1 : Math.min(Math.max(at + step, 0), all.length - 1);
    const { text, ...point } = all[at];
    window.Plotly.Fx.hover(screen, [point]); // of a cell without a number there is nothing to show
    status.textContent = plainText(text);
  };

  const open = async () => {
    busy = true;
    status.textContent = words.laden;
    try {
      [spec] = await Promise.all([json(new URL(words.interactief, document.baseURI)), plotly()]);
      screen.hidden = false;
      await draw();
    } catch (error) {
      console.warn(error);
      screen.hidden = true;
      status.textContent = words.fout;
      return;
    } finally {
      busy = false;
    }
    openCharts.add(chart);
    figure.toggleAttribute("data-interactief-aan", true);
    button.textContent = words.terug;
    screen.tabIndex = 0;
    screen.setAttribute("role", "group");
    screen.setAttribute("aria-label", words.naam);
    screen.focus();
    status.textContent = words.klaar;
  };

  const close = () => {
    openCharts.delete(chart);
    window.Plotly.purge(screen);
    screen.hidden = true;
    figure.removeAttribute("data-interactief-aan");
    button.replaceChildren(...label);
    button.focus();
    status.textContent = words.weg;
  };

  button.addEventListener("click", () => {
    if (busy) return;
    if (openCharts.has(chart)) close();
    else open();
  });
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: "first", End: "last" };
  screen.addEventListener("keydown", (event) => {
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walk(steps[event.key]);
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && openCharts.has(chart)) close();
  });
  button.hidden = false;
}

// The colours of an open chart follow the scheme, by the system or by the button in the header.
const redraw = () => openCharts.forEach((chart) => chart.draw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
document.addEventListener("click", (event) => {
  if (event.target.closest(".kop__schema")) redraw();
});

// --- to take along --------------------------------------------------------------------------

function startPng(button) {
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    status.textContent = "";
    button.disabled = true;
    try {
      const { png } = await import("./plaat.js");
      const address = new URL(button.dataset.png, document.baseURI);
      save(await png(address), address.pathname.split("/").pop().replace(/\.svg$/, ".png"));
    } catch (error) {
      console.warn(error);
      status.textContent = button.dataset.fout;
    } finally {
      button.disabled = false;
    }
  });
  button.hidden = false;
}

document.querySelectorAll("button[data-png]").forEach(startPng);
for (const day of document.querySelectorAll("[data-vandaag]")) {
  const language = day.closest("[lang]").lang;
  const options = { day: "numeric", month: "long", year: "numeric" };
  day.textContent = new Date().toLocaleDateString(language === "en" ? "en-GB" : language, options);
}

document.querySelectorAll("button[data-interactief]").forEach(startChart);
const orderForm = document.querySelector("form[data-volgorde]");
if (orderForm) startOrder(orderForm);
