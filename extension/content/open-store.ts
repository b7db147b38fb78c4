import { ask } from '../shared/ask.ts';
import { type Fingerprint, saltedHash } from './fingerprint.ts';
import type { OpenStore } from './options.ts';

/** Open answers are kept under a hash: the background never learns which conversation it is. */
export function newOpenStore(salt: string): OpenStore {
  const keyOf = (conversation: string | null) =>
    conversation === null ? '' : saltedHash(conversation, salt);
  return {
    async save(fingerprint: Fingerprint): Promise<void> {
      const conversation = keyOf(fingerprint.conversation);
      await ask({ type: 'open/saved', fingerprint: { ...fingerprint, conversation } });
    },
    async take(conversation: string | null): Promise<Fingerprint | null> {
      const { fingerprint } = await ask({ type: 'open/take', conversation: keyOf(conversation) });
      return fingerprint === null ? null : { ...fingerprint, conversation };
    },
  };
}
