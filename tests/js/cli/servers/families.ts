/** Answers as the three families of APIs write them. Each reads 11 tokens new and writes 7. */

const line = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
const named = (event: { type: string }) => `event: ${event.type}\n${line(event)}`;

const openAiUsage = {
  prompt_tokens: 15,
  completion_tokens: 7,
  total_tokens: 22,
  prompt_tokens_details: { cached_tokens: 4 },
};

const openAiPart = (content: string, finish: string | null = null) => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});

export const openAi = {
  parts: [openAiPart('Grün'), openAiPart('es Licht.'), openAiPart('', 'stop')].map(line).join(''),
  usage: line({ id: 'c1', choices: [], usage: openAiUsage }),
  done: 'data: [DONE]\n\n',
  whole: {
    id: 'c1',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'SECRETANSWER' },
        finish_reason: 'length',
      },
    ],
    usage: openAiUsage,
  },
};

const anthropicUsage = {
  input_tokens: 8,
  cache_creation_input_tokens: 3,
  cache_read_input_tokens: 4,
};

export const anthropic = {
  stream: [
    {
      type: 'message_start',
      message: { content: [], usage: { ...anthropicUsage, output_tokens: 1 } },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'SECRETANSWER' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 7 } },
    { type: 'message_stop' },
  ]
    .map(named)
    .join(''),
  failing: [
    { type: 'message_start', message: { usage: anthropicUsage } },
    { type: 'error', error: { type: 'overloaded_error', message: 'SECRETANSWER' } },
  ]
    .map(named)
    .join(''),
  whole: {
    type: 'message',
    content: [{ type: 'text', text: 'SECRETANSWER' }],
    stop_reason: 'end_turn',
    usage: { ...anthropicUsage, output_tokens: 7 },
  },
};

const geminiUsage = {
  promptTokenCount: 15,
  cachedContentTokenCount: 4,
  candidatesTokenCount: 5,
  thoughtsTokenCount: 2,
};

const geminiPart = (text: string, more: object = {}) => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, ...more }],
  usageMetadata: { promptTokenCount: 15, candidatesTokenCount: 1 },
});

const geminiLast = {
  ...geminiPart('ANSWER', { finishReason: 'STOP' }),
  usageMetadata: geminiUsage,
};

export const gemini = {
  // Google writes CRLF.
  stream: [geminiPart('SECRET'), geminiLast].map(line).join('').replaceAll('\n', '\r\n'),
  whole: geminiLast,
};
