/* Keys for people who decide many citations. Everything here only presses what is on the page already. */
(() => {
  "use strict";
  const typing = (element) => element instanceof Element && element.closest("input, textarea, select, [contenteditable]");
  const rows = () => [...document.querySelectorAll("[data-row] a.go")];

  const walk = (step) => {
    const links = rows();
    if (!links.length) return false;
    const row = document.activeElement && document.activeElement.closest("[data-row]");
    const now = row ? links.indexOf(row.querySelector("a.go")) : -1;
    const next = links[Math.min(Math.max(now + step, 0), links.length - 1)];
    next.focus();
    next.closest("[data-row]").scrollIntoView({ block: "nearest" });
    return true;
  };

  const press = (key) => {
    const dialog = document.getElementById("keys");
    if (key === "?" && dialog) return dialog.open ? dialog.close() : dialog.showModal(), true;
    if (dialog && dialog.open) return false;
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return key === "j" ? walk(1) : key === "k" ? walk(-1) : false;
    if (target.matches("textarea, input")) target.focus();
    else target.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    if (document.querySelector('[data-keys="off"]') || event.key.length !== 1) return;
    if (press(event.key)) event.preventDefault();
  });

  /* A swapped page starts where a loaded page would: at its heading, for screen readers as well. */
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt !== document.body || location.hash) return;
    if (document.activeElement !== document.body) return; // whoever is quick may already be writing
    const main = document.getElementById("main");
    if (main) main.focus({ preventScroll: true });
  });
})();
