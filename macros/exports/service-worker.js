// Keeps the whole site, so that it reads and searches without a network.
// EDITION and FILES are written in front of this file when the site is built.
//
// A file is kept under its address and the hash of its content. A new edition fetches only what
// changed, checks every file against its hash, and takes over once it is whole; the one before
// it is deleted then. The browser looks for a new edition of this file at every visit.

const PREFIX = "atlas-";
const SCOPE = new URL("./", self.location);
const AT_ONCE = 8; // requests under way

const key = (path) => new URL(`${path}?${FILES[path]}`, SCOPE).href;

async function keep(cache, path) {
  const known = await caches.match(key(path));
  if (known) return cache.put(key(path), known);
  const response = await fetch(new URL(path, SCOPE), { cache: "no-cache" });
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // Another edition may have been published meanwhile; the next visit tries again.
  if (!response.ok || !hash.startsWith(FILES[path])) throw new Error(`${path} is not of ${EDITION}`);
  const type = response.headers.get("content-type") || "application/octet-stream";
  return cache.put(key(path), new Response(body, { headers: { "content-type": type } }));
}

async function install() {
  const cache = await caches.open(PREFIX + EDITION);
  const left = Object.keys(FILES);
  const work = async () => {
    for (let path = left.pop(); path; path = left.pop()) await keep(cache, path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + EDITION);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(PREFIX + EDITION);
  const path = decodeURI(new URL(request.url).pathname.slice(SCOPE.pathname.length));
  const file = [path, `${path}index.html`].find((name) => name in FILES);
  if (file) return (await cache.match(key(file))) || fetch(request);
  if (request.mode === "navigate" && `${path}/index.html` in FILES) {
    return Response.redirect(new URL(`${path}/`, SCOPE), 302);
  }
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === "navigate" && (await cache.match(key("404.html")));
    if (!missing) throw error;
    return new Response(await missing.blob(), { status: 503, headers: missing.headers });
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(SCOPE.href)) return;
  event.respondWith(answer(event.request));
});
