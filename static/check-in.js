// The door by keyboard: three letters leave few names, Enter marks the only one left. Without this file the page works all
// the same: the search is a form, and every name has its own button.
"use strict";
(() => {
  const box = document.getElementById("q");
  const door = document.getElementById("door");
  if (!box || !door) return;
  const people = Array.from(door.children);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const given = fold(box.value.trim());
  const shown = () => people.filter((person) => !person.hidden);

  const narrow = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    for (const person of people) person.hidden = !words.every((word) => person.dataset.key.includes(word));
  };

  box.addEventListener("input", narrow);
  box.form.addEventListener("submit", (event) => {
    const left = shown().filter((person) => person.querySelector(".mark"));
    const narrowed = fold(box.value.trim());
    // Somebody beyond the names on this page is found by the server.
    const complete = !door.dataset.cut && narrowed.startsWith(given);
    if (!narrowed || left.length === 0 || (narrowed !== given && !complete)) return;
    event.preventDefault();
    const button = left[0].querySelector(".mark");
    if (left.length === 1) button.form.requestSubmit(button);
    else button.focus();
  });
  box.select();
})();
