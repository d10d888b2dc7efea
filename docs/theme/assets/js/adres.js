// What is chosen on a page stands in its address: so it can be kept, sent and opened again.
// Not here: which choices there are and what they do.

/** What the address says of this name, "" when it says nothing. */
export const inAddress = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** Put these values in the address, without a step in the history; an empty one leaves it. */
export function toAddress(values) {
  const url = new URL(location);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** Give each control what the address says of its name. A choice that is not there (any more) is none,
 *  and leaves the address, so that nobody takes it along; whether there was one. */
export function controlsFromAddress(controls) {
  const gone = {};
  for (const control of controls) {
    const said = inAddress(control.name);
    control.value = said;
    if (control.selectedIndex === -1) control.value = "";
    if (said && !control.value) gone[control.name] = "";
  }
  toAddress(gone);
  return Object.keys(gone).length > 0;
}

/** Put the values of these controls in the address. */
export const controlsToAddress = (controls) =>
  toAddress(Object.fromEntries(controls.map((control) => [control.name, control.value])));
