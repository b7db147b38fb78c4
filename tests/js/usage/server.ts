/** A local server that speaks as the providers do; each answer reads 11 new tokens and 4 cached, and writes 7. */
import type { ServerResponse } from 'node:http';
import { at } from '../../../web/usage/json-at.ts';
import { anthropic, gemini, openAi } from '../cli/servers/families.ts';
import {
  type Received,
  type Server,
  sendJson,
  sendStream,
  startServer,
} from '../cli/servers/server.ts';

const event = (value: { type: string }) =>
  `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;

const responsesUsage = {
  input_tokens: 15,
  input_tokens_details: { cached_tokens: 4 },
  output_tokens: 7,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 22,
};

const response = (status: string, more: object = {}) => ({
  id: 'resp_1',
  object: 'response',
  model: 'gpt-5.4',
  status,
  output: [],
  ...more,
});

const responses = [
  { type: 'response.created', response: response('in_progress') },
  { type: 'response.output_text.delta', delta: 'Grünes Licht.', item_id: 'm', output_index: 0 },
  { type: 'response.completed', response: response('completed', { usage: responsesUsage }) },
]
  .map(event)
  .join('');

const withModel = (model: string) => (text: string) =>
  text.replaceAll('"id":"c1"', `"id":"c1","created":1,"model":"${model}"`);

/** OpenAI reports the tokens of a stream only when it is asked to. */
function chatStream(body: Record<string, unknown>): string {
  const isAsked = at(body, 'stream_options', 'include_usage') === true;
  const usage = isAsked ? openAi.usage : '';
  return withModel('gpt-5.4')(openAi.parts + usage + openAi.done);
}

function answer(reply: ServerResponse, { path, body }: Received): void {
  const isStream = at(body, 'stream') === true || path.includes('streamGenerateContent');
  if (path.endsWith('/chat/completions')) {
    if (isStream) void sendStream(reply, chatStream(body), 7);
    else
      sendJson(reply, { ...openAi.whole, object: 'chat.completion', created: 1, model: 'gpt-5.4' });
  } else if (path.endsWith('/responses')) {
    if (isStream) void sendStream(reply, responses, 11);
    else sendJson(reply, response('completed', { usage: responsesUsage }));
  } else if (path.endsWith('/messages')) {
    const start =
      '"message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-4-5",';
    if (isStream) void sendStream(reply, anthropic.stream.replace('"message":{', start), 13);
    else
      sendJson(reply, {
        ...anthropic.whole,
        id: 'msg_1',
        role: 'assistant',
        model: 'claude-sonnet-4-5',
      });
  } else {
    const model = '"modelVersion":"gemini-2.5-pro","usageMetadata"';
    if (isStream) void sendStream(reply, gemini.stream.replaceAll('"usageMetadata"', model), 17);
    else sendJson(reply, { ...gemini.whole, modelVersion: 'gemini-2.5-pro' });
  }
}

export const startProviders = (): Promise<Server> => startServer(answer);
