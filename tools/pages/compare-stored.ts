import type { RememberedExchange } from '../../extension/shared/exchange.ts';
import type { Figure, TokenCount } from '../../web/core/contracts.ts';
import { type ExpectedPage, finishNames, normalised } from './compare.ts';

/** How a text is counted for a model of a site: with the project's own core, as in the extension. */
export type CountExpected = (text: string, site: string, model: string) => Promise<TokenCount>;

export interface StoredComparison {
  problems: string[];
  /** Output tokens stored and expected, summed over the page. */
  storedTokens: number;
  expectedTokens: number;
}

export const TOKEN_TOLERANCE = 0.03;

const central = (figure: Figure) => (typeof figure === 'number' ? figure : figure.central);

type Fact = [name: string, stored: unknown, expected: unknown];

async function factsOf(
  expected: ExpectedPage,
  wanted: ExpectedPage['generations'][number],
  found: RememberedExchange,
  count: CountExpected,
): Promise<Fact[]> {
  const label = found.model.source === 'slug' ? wanted.reply.model : wanted.reply.model_label;
  const isNew = wanted.prompt.repeated !== true && wanted.trigger !== 'regenerate';
  const prompt = await count(wanted.prompt.text, expected.site, found.model.label ?? '');
  return [
    ['site', found.site, expected.site],
    ['prompt is new', found.isPromptNew, isNew],
    ['prompt tokens', central(found.prompt.tokens), central(prompt.tokens)],
    [
      'visible characters',
      found.visibleCharacters,
      Array.from(normalised(wanted.reply.text)).length,
    ],
    ['finish', found.finish, finishNames[wanted.reply.finish] ?? wanted.reply.finish],
    ['model', found.model.label ?? label, label],
  ];
}

/** Compares what the extension stored with what the page says it showed; numbers only. */
export async function compareStored(
  expected: ExpectedPage,
  stored: readonly RememberedExchange[],
  count: CountExpected,
): Promise<StoredComparison> {
  const problems: string[] = [];
  const wantedCount = expected.generations.length;
  if (stored.length !== wantedCount) {
    problems.push(`${stored.length} generations instead of ${wantedCount}`);
  }
  let expectedTokens = 0;
  for (const [index, wanted] of expected.generations.entries()) {
    const found = stored[index];
    const model = found?.model.label ?? '';
    expectedTokens += central((await count(wanted.reply.markdown, expected.site, model)).tokens);
    if (found === undefined) continue;
    for (const [name, is, should] of await factsOf(expected, wanted, found, count)) {
      if (is === should) continue;
      problems.push(
        `generation ${index + 1}: ${name} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`,
      );
    }
  }
  const storedTokens = stored.reduce((sum, exchange) => sum + central(exchange.output.tokens), 0);
  const off = Math.abs(storedTokens - expectedTokens) / Math.max(1, expectedTokens);
  if (off > TOKEN_TOLERANCE) {
    problems.push(`${storedTokens} output tokens instead of ${expectedTokens}`);
  }
  return { problems, storedTokens, expectedTokens };
}
