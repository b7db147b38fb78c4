import type { GlueModule } from '#glue';
import type { CountRequest, Figure, TokenizerFacts } from './contracts.ts';
import { unwrap } from './envelope.ts';
import type { Inbox } from './inbox.ts';

/** Counts with one encoding, without waiting. All throw GrammeError with a code of docs/errors.md. */
export interface Tokenizer extends TokenizerFacts {
  /** Tokens of the text: a number when exact, a range when estimated. */
  count(text: string | Uint8Array): Figure;
}

/** Precondition: the vocabulary of the request is loaded. */
export function openTokenizer(glue: GlueModule, inbox: Inbox, request: CountRequest): Tokenizer {
  const opened = unwrap(glue.tokenizer(JSON.stringify(request))) as TokenizerFacts & {
    tokenizer: number;
  };
  const { tokenizer, ...facts } = opened;
  const isExact = facts.kind === 'exact';
  const figureOf = (central: number): Figure => {
    if (Number.isNaN(central)) unwrap(glue.problem());
    return isExact ? central : { low: glue._gramme_low(), central, high: glue._gramme_high() };
  };
  return {
    ...facts,
    count: (text) => figureOf(glue._gramme_count(tokenizer, inbox.write(text))),
  };
}
