// With the focus in a chart, the key t opens its table, and closes it again. Without this file a press on the line under a chart does the
// same. Only there: elsewhere single keys belong to whoever reads (WCAG 2.1.4).
"use strict";
(() => {
  const typing = (node) => node.closest("input, select, textarea, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "t" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const table = event.target.closest(".dash")?.querySelector("details");
    if (!table) return;
    table.open = !table.open;
    event.preventDefault();
  });
})();
