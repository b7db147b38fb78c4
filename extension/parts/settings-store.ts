import { ask } from '../shared/ask.ts';
import type { Settings } from '../shared/settings.ts';

/** Changes some settings: what others changed meanwhile, such as the counter's place, stays. */
export async function changeSettings(changed: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await ask({ type: 'settings/read' })), ...changed };
  await ask({ type: 'settings/write', settings });
  return settings;
}
