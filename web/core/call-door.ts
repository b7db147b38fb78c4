import type { GlueModule } from '#glue';
import { unwrap } from './envelope.ts';
import type { Inbox } from './inbox.ts';

/** Calls a function of the core by name, with a request that becomes JSON. */
export type CallDoor = (name: string, request: unknown) => unknown;

/** Names are ASCII: as many bytes as they have units. */
export function callDoor(glue: GlueModule, inbox: Inbox): CallDoor {
  const decoder = new TextDecoder();
  return (name, request) => {
    const length = glue._gramme_call(name.length, inbox.write(name + JSON.stringify(request)));
    const start = glue._gramme_answer();
    return unwrap(decoder.decode(glue.HEAPU8.subarray(start, start + length)));
  };
}
