/** An answer with its explanation, as the core as it is shipped gives it: dist/node.mjs. */
import type { ToldAnswer } from '../../extension/shared/answers.ts';

const address = new URL('../../dist/node.mjs', import.meta.url).href;
const { loadGramme } = (await import(address)) as typeof import('../../web/core/node.ts');
const gramme = await loadGramme();

const explained = gramme.explain({
  model: 'gpt-5-5',
  site: 'chatgpt',
  inputTokens: 60,
  contextTokens: 900,
  outputTokens: 420,
  reasoningSeconds: 12,
});
const counted = (tokens: number) => ({ tokens, kind: 'exact', encoding: 'o200k_base' }) as const;

export const toldAnswer: ToldAnswer['told'] = {
  exchange: {
    id: 'sample',
    site: 'chatgpt',
    dialect: 'section',
    conversation: '',
    chat: '',
    model: { label: 'gpt-5-5', source: 'slug' },
    prompt: counted(60),
    isPromptNew: true,
    isPromptEdited: false,
    hasEarlierTurns: true,
    earlierTokens: null,
    output: counted(420),
    reasoningSeconds: 12,
    visibleCharacters: 1800,
    imageCount: 0,
    finish: 'complete',
    startedAt: 0,
    finishedAt: 0,
    date: '2026-11-20',
    zone: 'Europe/Paris',
    pageWarnings: [],
    estimate: explained,
  },
  explained,
};
