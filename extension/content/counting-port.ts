import type { TokenCount } from '../../web/core/contracts.ts';
import {
  type CountAnswerMessage,
  type CountRequestMessage,
  countingPort,
} from '../shared/messages.ts';
import type { SiteId } from '../sites/records.ts';

/** What a text is counted for: a site, and the model's name as its page shows it. */
export interface SiteRequest {
  site: SiteId;
  model?: string;
}

/** Counts the tokens of a text; the text goes no further than the extension. */
export type CountText = (text: string, request: SiteRequest) => Promise<TokenCount>;

const TIMEOUT_MS = 8000;
const MOST_TRIES = 3;

let sequence = 0;

/** One question over a port of its own: a stopped worker closes it, and the question is asked anew. */
function askOnce(message: CountRequestMessage): Promise<TokenCount> {
  return new Promise((resolve, reject) => {
    const port = chrome.runtime.connect({ name: countingPort });
    const timer = setTimeout(() => end(() => reject(new Error('no answer'))), TIMEOUT_MS);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      port.disconnect();
    };
    port.onDisconnect.addListener(() => end(() => reject(new Error('port closed'))));
    port.onMessage.addListener((answer: CountAnswerMessage) => {
      if (answer.sequence !== message.sequence) return;
      if ('count' in answer) end(() => resolve(answer.count));
      else end(() => reject(new Error(answer.failure.message)));
    });
    port.postMessage(message);
  });
}

/**
 * Counts in the background: one core and one vocabulary for all tabs, which no page's policy
 * reaches and no page can ask for.
 */
export const countThroughPort: CountText = async (text, request) => {
  for (let attempt = 1; ; attempt++) {
    sequence++;
    try {
      return await askOnce({ sequence, text, model: request.model ?? null, site: request.site });
    } catch (error) {
      if (attempt >= MOST_TRIES) throw error;
    }
  }
};
