import { safeParse } from 'valibot';
import { GrammeError } from '../../web/core/error.ts';
import { type CountAnswerMessage, countingPort, countRequestSchema } from '../shared/messages.ts';
import { noteMessage } from './diagnostics.ts';
import { engine } from './state.ts';

async function answer(message: unknown): Promise<CountAnswerMessage | null> {
  const parsed = safeParse(countRequestSchema, message);
  if (!parsed.success) return null;
  const { sequence, text, model, site } = parsed.output;
  try {
    const gramme = await engine();
    const count = await gramme.count(text, model === null ? { site } : { site, model });
    return { sequence, count };
  } catch (error) {
    const code = error instanceof GrammeError ? error.code : 'internal_error';
    return { sequence, failure: { code, message: code } };
  }
}

/** Counts texts for tabs; a text is counted and forgotten. */
export function serveCounts(port: chrome.runtime.Port): void {
  if (port.name !== countingPort || port.sender?.id !== chrome.runtime.id) return;
  let isOpen = true;
  const tabId = port.sender.tab?.id;
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  port.onMessage.addListener(async (message: unknown) => {
    if (tabId !== undefined) void noteMessage(tabId, countingPort).catch(() => undefined);
    const reply = await answer(message);
    if (reply !== null && isOpen) port.postMessage(reply);
  });
}
