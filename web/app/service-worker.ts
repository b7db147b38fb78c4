/** Keeps the app's own files, so that it opens and computes without a connection. */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

cleanupOutdatedCaches();
precacheAndRoute(PRECACHED);
registerRoute(
  new NavigationRoute(async () => (await matchPrecache('index.html')) ?? Response.error()),
);
// Vocabularies are large: each is kept once it has been needed, in a cache named as their folder, which
// changes with what is in it.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.gvoc'),
  new CacheFirst({ cacheName: VOCABULARY_FOLDER }),
);

async function forgetOldVocabularies(): Promise<void> {
  const names = await caches.keys();
  const isOld = (name: string) => name.startsWith('vocabulary-') && name !== VOCABULARY_FOLDER;
  await Promise.all(names.filter(isOld).map((name) => caches.delete(name)));
}

addEventListener('activate', (event) => {
  (event as ExtendableEvent).waitUntil(forgetOldVocabularies());
});
