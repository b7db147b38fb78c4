/** What a worker is asked; texts are named by their place in the last file read. */
export type Request =
  | { do: 'load'; engine: string; encoding: string }
  | { do: 'texts'; file: string }
  | { do: 'warmUp'; from: number; to: number; milliseconds: number }
  | { do: 'count'; from: number; to: number }
  | { do: 'stream'; index: number; characters: number; isRead: boolean };

export interface Answer {
  tokens: number;
  milliseconds: number;
  residentMegabytes?: number;
  vocabularyMilliseconds?: number | undefined;
}
