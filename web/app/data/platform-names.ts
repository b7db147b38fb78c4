import { optionalText } from '../../words/words.ts';

/** Names of platforms by id; they are the same in every language. */
const NAMES = new Map([
  ['chatgpt', 'ChatGPT'],
  ['claude', 'Claude'],
  ['gemini', 'Gemini'],
  ['deepseek', 'DeepSeek'],
  ['perplexity', 'Perplexity'],
  ['openai', 'OpenAI'],
  ['anthropic', 'Anthropic'],
  ['google', 'Google'],
]);

/** What people call it; as it stands in the file where no other name is known. */
export const platformName = (id: string): string =>
  NAMES.get(id) ?? optionalText(`platform_${id.replaceAll('-', '_')}`) ?? id;
