import type { Failure } from '../../core/failure.ts';
import { optionalText } from '../../words/words.ts';
import { text } from '../shell/words.ts';

/** What went wrong, in the reader's language where the code has a sentence, and what to do next. */
export function failureText({ code, message }: Failure): string {
  return text('refused', optionalText(`error_${code}`) ?? message);
}
