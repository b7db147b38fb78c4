/** The address of a page and its state: `#/compare?models=gpt-5`. What follows # never leaves the browser. */
import { ROUTES, type Route } from './routes.ts';

export interface Address {
  route: Route;
  params: URLSearchParams;
}

export function readAddress(hash = location.hash): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const route = ROUTES.find(({ id }) => id === path) ?? ROUTES[0];
  return { route, params: new URLSearchParams(query) };
}

export function addressOf(id: Route['id'], params?: URLSearchParams): string {
  const query = params?.toString() ?? '';
  return `#/${id}${query === '' ? '' : `?${query}`}`;
}

/** The state of the page that is open: a link to what is shown, without a step in the history. */
export function writeParams(params: URLSearchParams): void {
  const address = addressOf(readAddress().route.id, params);
  if (address !== location.hash) history.replaceState(null, '', address);
}
