// Runs in a page or a worker of Chromium: one tokenizer, one corpus.

/** Where the texts are, and how many of them only warm up. */
export interface BrowserRequest {
  corpus: string;
  warmUpTexts: number;
}

export interface BrowserAnswer {
  tokens: number;
  milliseconds: number;
}

type Count = (text: string) => number;

const WARM_UP_MS = 400;

/** Counts each text once, after warming up on others. */
export async function measure(
  load: () => Promise<Count>,
  { corpus, warmUpTexts }: BrowserRequest,
): Promise<BrowserAnswer> {
  const count = await load();
  const texts = (await (await fetch(corpus)).json()) as string[];
  const begun = performance.now();
  while (performance.now() - begun < WARM_UP_MS) {
    for (const text of texts.slice(0, warmUpTexts)) count(text);
  }
  const measured = texts.slice(warmUpTexts);
  let tokens = 0;
  const counting = performance.now();
  for (const text of measured) tokens += count(text);
  return { tokens, milliseconds: performance.now() - counting };
}
