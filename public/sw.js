// Answers when the server cannot be reached: with one page, on which the morning's check-in can be
// given. It keeps that page and what it is drawn with, and nothing else: no page, number or answer
// of an athlete is ever kept here. Pages always come from the server while it answers.
const CACHE = "formline-offline-1";
const PAGE = "/offline";
/** After so long the page is fetched anew, so that an upgrade reaches it. */
const RENEW_MS = 24 * 60 * 60 * 1000;
const ASSET = /\/?(?:_next\/)?static\/[\w./~-]+\.(?:js|css|woff2)/g;
const MOST_ASSETS = 100;

addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOtherCaches().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(asset(request));
});

async function page(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(renewWhenOld().catch(() => undefined));
    return response;
  } catch (error) {
    const kept = await keptFor(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** Names of files hold what is in them: one that is kept is never old. */
async function asset(request) {
  return (await keptFor(request)) ?? fetch(request);
}

async function keptFor(request) {
  const cache = await caches.open(CACHE);
  return cache.match(request, { ignoreVary: true });
}

async function renewWhenOld() {
  const fetchedAt = Date.parse((await keptFor(PAGE))?.headers.get("date") ?? "");
  if (!(Date.now() - fetchedAt < RENEW_MS)) await renew();
}

/** First what the page is drawn with, then the page, then away with what the last one needed. */
async function renew() {
  const response = await fetch(PAGE, { credentials: "omit", cache: "no-store" });
  if (!response.ok || response.redirected) throw new Error("The offline page cannot be had.");
  const found = (await response.clone().text()).match(ASSET) ?? [];
  const assets = [...new Set(found.map(pathOf))].slice(0, MOST_ASSETS);
  const cache = await caches.open(CACHE);
  await cache.addAll(assets);
  await cache.put(PAGE, response);
  const wanted = new Set([PAGE, ...assets]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

function pathOf(found) {
  return `/_next/${found.slice(found.indexOf("static/"))}`;
}

async function dropOtherCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}
