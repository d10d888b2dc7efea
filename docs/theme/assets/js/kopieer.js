// A text to take along: a button copies it or, where the browser refuses that, selects it. Without
// this script the text is there to be selected by hand. Not here: what the text says.
for (const button of document.querySelectorAll("button[data-kopieer]")) {
  const text = document.getElementById(button.dataset.kopieer);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.innerText.trim());
      status.textContent = button.dataset.gelukt;
    } catch {
      status.textContent = button.dataset.geselecteerd;
    }
  });
}
