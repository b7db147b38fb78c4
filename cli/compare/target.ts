import { GrammeError } from '../../web/core/node.ts';
import type { Target } from './ask.ts';
import { COMPATIBLE, type Provider } from './providers.ts';

/** The address and the key where they stand; the key is undefined where there is none. */
type Environment = Record<string, string | undefined>;

const LOCAL_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const refuse = (place: string, why: string) => new GrammeError('out_of_range', place, why);

function checkAddress(text: string, place: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refuse(place, 'an address is expected, such as http://localhost:8080/v1');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(place, 'http or https');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refuse(place, 'an address without a name, password, question mark or hash is expected');
  }
  return url;
}

/** A key that fetch would refuse is refused here, where its text is not part of the message. */
function keyIn(environment: Environment, variable: string): string | undefined {
  const key = environment[variable]?.trim();
  if (key === undefined || key === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new GrammeError('invalid_type', variable, 'this is no key: it has blanks or odd letters');
  }
  return key;
}

/** Where a provider is asked, and with which key. Errors: missing_key, out_of_range, invalid_type. */
export function targetOf(
  provider: Provider,
  environment: Environment,
  baseUrl: string | undefined,
): Target {
  const { addressVariable, keyVariable } = provider;
  const isGiven = provider.id === COMPATIBLE && baseUrl !== undefined;
  const place = isGiven ? '--base-url' : addressVariable;
  const text = (isGiven ? baseUrl : environment[addressVariable]?.trim()) || provider.address;
  if (text === '') {
    throw new GrammeError('missing_key', '--base-url', 'the address to ask, or GRAMME_BASE_URL');
  }
  const url = checkAddress(text, place);
  const key = keyIn(environment, keyVariable);
  if (key !== undefined && url.protocol === 'http:' && !LOCAL_HOST.test(url.hostname)) {
    throw refuse(place, `the key in ${keyVariable} would travel unprotected: https is needed`);
  }
  return { provider, address: url.href.replace(/\/+$/, ''), key };
}
