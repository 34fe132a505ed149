// Serves the desk's own page and its files when there is no network, and nothing else. SHELL stands before this: the page first.
"use strict";
const PAGE = SHELL[0];
const CACHE = `desk:${PAGE}`;
// Longer than this nobody waits at a door for a page that is here already.
const PATIENCE = 2500;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const cache = await caches.open(CACHE);
    for (const kept of await cache.keys()) if (!SHELL.includes(new URL(kept.url).pathname)) await cache.delete(kept);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

const fresh = async (request) => {
  const answer = await fetch(request);
  // A way to the sign-in, or a fault, is not the desk.
  if (answer.ok && answer.type === "basic" && !answer.redirected) await (await caches.open(CACHE)).put(PAGE, answer.clone());
  return answer;
};

const page = async (request) => {
  const kept = await caches.match(PAGE);
  const asked = fresh(request);
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([asked.catch(() => kept), late]);
};

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin || !SHELL.includes(pathname)) return;
  if (pathname === PAGE) event.respondWith(page(event.request));
  else event.respondWith(caches.match(pathname).then((kept) => kept || fetch(event.request)));
});
