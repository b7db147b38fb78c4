/** What is written in a response or an event of a stream: only to be counted. */
import { at, listAt, textAt, textsIn } from './json-at.ts';

const OPENAI_TEXTS = ['reasoning_content', 'reasoning', 'content'] as const;

/** OpenAI-compatible chat completions. */
function choiceTexts(event: unknown): string[] {
  return listAt(event, 'choices').flatMap((choice) => {
    const written = at(choice, 'delta') ?? at(choice, 'message');
    return OPENAI_TEXTS.map((name) => textsIn(at(written, name)));
  });
}

/** Google. */
const candidateTexts = (event: unknown): string[] =>
  listAt(event, 'candidates').map((candidate) => textsIn(at(candidate, 'content', 'parts')));

/** Events that say their kind: OpenAI's responses, Anthropic, the AI SDK. */
function typedTexts(event: unknown): string[] {
  switch (textAt(event, 'type')) {
    case 'response.output_text.delta':
    case 'response.reasoning_summary_text.delta':
      return [textsIn(at(event, 'delta'))];
    case 'content_block_delta':
      return [textsIn(at(event, 'delta'))];
    case 'message':
      return [textsIn(at(event, 'content'))];
    case 'text-delta':
    case 'reasoning-delta':
      return [textsIn(at(event, 'text') ?? at(event, 'delta'))];
    default:
      return [];
  }
}

/** All of it, in one text. */
export function writtenIn(event: unknown): string {
  if (typeof event === 'string') return event;
  return [...choiceTexts(event), ...candidateTexts(event), ...typedTexts(event)].join('');
}
