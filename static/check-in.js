// The door by keyboard: three letters leave few names, Enter marks the only one left. Somebody already present counts as left,
// too: of two namesakes Enter must not mark the other. Without this file the page works all the same: the search is a form,
// and every name has its own button.
"use strict";
(() => {
  const box = document.getElementById("q");
  const door = document.getElementById("door");
  if (!box || !door) return;
  const people = Array.from(door.children);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const given = fold(box.value.trim());
  // Whether everybody whom the words fit is on this page: else only the server can say.
  const holds = (words) => !door.dataset.cut && words.startsWith(given);
  const shown = () => people.filter((person) => !person.hidden);
  const found = document.getElementById("found");

  const tell = () => {
    const n = shown().length;
    const words = fold(box.value.trim());
    const says = () => found.dataset[Math.min(n, 2) + (holds(words) ? 0 : 3)].replace("#", n);
    // What the server was asked for already is told by the page itself.
    found.textContent = words && words !== given ? says() : "";
  };

  const narrow = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    for (const person of people) person.hidden = !words.every((word) => person.dataset.key.includes(word));
  };

  box.addEventListener("input", () => {
    narrow();
    tell();
  });
  box.form.addEventListener("submit", (event) => {
    const left = shown();
    const narrowed = fold(box.value.trim());
    // Somebody beyond the names on this page is found by the server.
    if (!narrowed || left.length === 0 || (narrowed !== given && !holds(narrowed))) return;
    event.preventDefault();
    const marks = left.map((person) => person.querySelector(".mark")).filter(Boolean);
    if (left.length === 1 && marks.length === 1) marks[0].form.requestSubmit(marks[0]);
    else if (marks.length) marks[0].focus();
    else box.select();
  });
  box.select();
})();
