/** What is sent. */
export interface Question {
  model: string;
  prompt: string;
  isStreamed: boolean;
  mostOutputTokens: number;
}

export interface Post {
  path: string;
  headers: Record<string, string>;
  body: object;
}

/** What was read of an answer so far. Its text is only kept to be counted, and never shown. */
export interface Answer {
  texts: string[];
  /** Events that report tokens. */
  reports: unknown[];
  /** The provider said that the answer is whole. */
  isEnded: boolean;
  /** It ended because of the limit that was asked for. */
  isCut: boolean;
}

/** A family of addresses that speak alike. */
export interface Api {
  post(question: Question, key: string | undefined): Post;
  /** Whether the answer ends, or was cut, with an event of its stream, or as a whole. */
  read(event: unknown, answer: Answer): void;
}

export const newAnswer = (): Answer => ({ texts: [], reports: [], isEnded: false, isCut: false });
