// Something to take along: a button copies it. Without this script there is no button: a text is there
// to be selected by hand, and the address of a page stands where it always does.
// Not here: any text (data- attributes have it).
//
//   <button data-kopieer="id" data-gelukt="Copied" data-geselecteerd="Selected" hidden>
//            copies the text of that element or, where the browser refuses that, selects it
//   <button data-kopieer data-gelukt="Copied" data-mislukt="Copy it there: {adres}" hidden>
//            copies the address of the page as it is then; with data-adres="../#here" that address
//   [role=status] beside it says what happened
for (const button of document.querySelectorAll("button[data-kopieer]")) {
  const { kopieer, adres, gelukt, geselecteerd, mislukt } = button.dataset;
  const text = document.getElementById(kopieer);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const copied = text ? text.innerText.trim() : adres ? new URL(adres, location).href : location.href;
    let said = gelukt;
    if (text) getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(copied);
    } catch {
      said = text ? geselecteerd : mislukt.replace("{adres}", () => copied);
    }
    status.textContent = ""; // the same again is said again
    setTimeout(() => (status.textContent = said), 100);
  });
}
