// The key t opens the table under the chart that has the focus, or all tables; once more closes them. Without this file a press on the
// line under a chart does the same.
"use strict";
(() => {
  const typing = (node) => node.closest("input, select, textarea, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "t" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const within = event.target.closest(".dash");
    const tables = [...(within || document).querySelectorAll(within ? "details" : ".dash details")];
    const open = tables.some((table) => !table.open);
    tables.forEach((table) => { table.open = open; });
    event.preventDefault();
  });
})();
