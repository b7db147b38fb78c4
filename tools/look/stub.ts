import type { Page } from 'playwright-core';
import type { SampleAnswers } from './sample-answers.ts';

/** What a page has asked for since it was opened, oldest first. */
export const sentBy = (page: Page): Promise<{ type: string }[]> =>
  page.evaluate(() => (globalThis as unknown as { sent: { type: string }[] }).sent);

/** Runs in the page: the background's answers from a table; settings that are written stay so. */
function answerFrom(answers: SampleAnswers): void {
  const sent: unknown[] = [];
  const written = () => JSON.parse(sessionStorage.getItem('settings') ?? 'null');
  const settings = () => written() ?? answers['settings/read'];
  const answerTo = (message: { type: string; date?: string; settings?: unknown }): unknown => {
    const { type, date } = message;
    if (type === 'settings/write')
      sessionStorage.setItem('settings', JSON.stringify(message.settings));
    if (type === 'settings/read') return settings();
    if (type === 'series/read') return answers.series[date ?? ''];
    const answer = (answers as unknown as Record<string, object | undefined>)[type];
    return type === 'summary/read' && answer !== undefined
      ? { ...answer, settings: settings() }
      : answer;
  };
  Object.assign(globalThis, { sent });
  chrome.runtime.sendMessage = (async (message: { type: string }) => {
    sent.push(message);
    const cause = sessionStorage.getItem('cause');
    const answer = cause === null ? answerTo(message) : undefined;
    return answer ?? { failure: cause ?? 'no such sample' };
  }) as typeof chrome.runtime.sendMessage;
}

/** The loader of these scripts marks inner functions with a helper that pages have not. */
export async function knowNames(page: Page): Promise<void> {
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
}

/** Answers every question of a page from that table, also after it is loaded anew. */
export async function stub(page: Page, answers: SampleAnswers): Promise<void> {
  await knowNames(page);
  await page.addInitScript(answerFrom, answers);
}
