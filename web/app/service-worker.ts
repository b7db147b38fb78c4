/** Keeps the app's own files, so that it opens and computes without a connection. */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

cleanupOutdatedCaches();
precacheAndRoute(PRECACHED);
registerRoute(
  new NavigationRoute(async () => (await matchPrecache('index.html')) ?? Response.error()),
);
// Vocabularies are large: each is kept once it has been needed. Their addresses change with what is in them.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.gvoc'),
  new CacheFirst({ cacheName: 'vocabularies' }),
);
