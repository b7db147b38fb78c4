import { anthropicApi } from './anthropic-api.ts';
import type { Api } from './api.ts';
import { geminiApi } from './gemini-api.ts';
import { openAiApi } from './openai-api.ts';

/** Who can be asked. Keys and other addresses come from the environment, as in their own libraries. */
export interface Provider {
  id: string;
  api: Api;
  keyVariable: string;
  /** An address of one's own, such as a server in the house, may need no key. */
  isKeyOptional?: boolean;
  addressVariable: string;
  /** Empty where only the user knows it. */
  address: string;
  /** Its id in the catalog; null where the catalog does not know where it computes. */
  catalogId: string | null;
}

/** `--base-url`: any address that speaks like OpenAI's. */
export const COMPATIBLE = 'compatible';

export const PROVIDERS: readonly Provider[] = [
  {
    id: 'openai',
    api: openAiApi({
      path: '/chat/completions',
      limitName: 'max_completion_tokens',
      isUsageAsked: true,
    }),
    keyVariable: 'OPENAI_API_KEY',
    addressVariable: 'OPENAI_BASE_URL',
    address: 'https://api.openai.com/v1',
    catalogId: 'openai',
  },
  {
    id: 'anthropic',
    api: anthropicApi,
    keyVariable: 'ANTHROPIC_API_KEY',
    addressVariable: 'ANTHROPIC_BASE_URL',
    address: 'https://api.anthropic.com',
    catalogId: 'anthropic',
  },
  {
    id: 'gemini',
    api: geminiApi,
    keyVariable: 'GEMINI_API_KEY',
    addressVariable: 'GOOGLE_GEMINI_BASE_URL',
    address: 'https://generativelanguage.googleapis.com',
    catalogId: 'google',
  },
  {
    id: 'mistral',
    api: openAiApi({ path: '/v1/chat/completions', limitName: 'max_tokens', isUsageAsked: false }),
    keyVariable: 'MISTRAL_API_KEY',
    addressVariable: 'MISTRAL_BASE_URL',
    address: 'https://api.mistral.ai',
    catalogId: 'mistral',
  },
  {
    id: 'groq',
    api: openAiApi({
      path: '/openai/v1/chat/completions',
      limitName: 'max_completion_tokens',
      isUsageAsked: true,
    }),
    keyVariable: 'GROQ_API_KEY',
    addressVariable: 'GROQ_BASE_URL',
    address: 'https://api.groq.com',
    catalogId: null,
  },
  {
    id: 'huggingface',
    api: openAiApi({ path: '/chat/completions', limitName: 'max_tokens', isUsageAsked: true }),
    keyVariable: 'HF_TOKEN',
    addressVariable: 'HF_BASE_URL',
    address: 'https://router.huggingface.co/v1',
    catalogId: null,
  },
  {
    id: COMPATIBLE,
    api: openAiApi({ path: '/chat/completions', limitName: 'max_tokens', isUsageAsked: true }),
    keyVariable: 'GRAMME_API_KEY',
    isKeyOptional: true,
    addressVariable: 'GRAMME_BASE_URL',
    address: '',
    catalogId: null,
  },
];

export const providerOf = (id: string): Provider | undefined =>
  PROVIDERS.find((provider) => provider.id === id);
