/** Texts to count: made from word lists by a fixed rule, or taken from this repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newRandom } from './random.ts';

interface Language {
  words: string[];
  /** Rare words are put together from these, so that every text holds words never met before. */
  syllables: string[];
  gap: string;
  stop: string;
}

const split = (text: string) => text.split(' ');

const languages = {
  English: {
    words: split(
      'the of and to in is you that it he was for on are as with his they at be this have from or one had by word but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who oil its now find long down day did get come made may part',
    ),
    syllables: split(
      'con ter pre ment ing tion ble or an der ver est ous ly ness re un dis fer mal',
    ),
    gap: ' ',
    stop: '. ',
  },
  French: {
    words: split(
      'le la les de des un une et à être avoir pour dans que qui sur avec ce il elle nous vous ils ne pas plus par je son sa ses au aux où mais comme si tout même déjà très été fait après année façon père mère tête idée première problème côté grâce naïf œuvre cœur fenêtre été hôtel garçon leçon',
    ),
    syllables: split('con tré pré ment eur tion ble or an dé vé est eux té re in dis fé mal eau'),
    gap: ' ',
    stop: '. ',
  },
  Chinese: {
    words: split(
      '的 一 是 不 了 在 人 有 我 他 这 中 大 来 上 国 个 到 说 们 为 子 和 你 地 出 道 也 时 年 得 就 那 要 下 以 生 会 自 着 去 之 过 家 学 对 可 她 里 后 小 么 心 多 天 而 能 好 都 然 没 日 于 起 还 发 成 事 只 作 当 想 看 文 无 开 手 十 用 主 行 方 又 如 前 所 本 见 经 头 面 公 同 三 已 老 从 动 两 长',
    ),
    syllables: split('电 脑 模 型 能 源 碳 排 放 数 据 中 心 语 言 计 算 温 度 气 候'),
    gap: '',
    stop: '。',
  },
} satisfies Record<string, Language>;

const RARE_SHARE = 0.15;
const LONGEST_SENTENCE = 18;

function sentences({ words, syllables, gap, stop }: Language, bytes: number, seed: number): string {
  const random = newRandom(seed);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? '';
  const rare = () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
  const parts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const word = random() < RARE_SHARE ? rare() : pick(words);
    const end = random() < 1 / LONGEST_SENTENCE ? stop : gap;
    parts.push(word, end);
    size += Buffer.byteLength(word + end);
  }
  return parts.join('');
}

function repositoryCode(): string {
  const folders = ['src', 'extension', 'web', 'cli', 'tools', 'tests/cpp', 'tests/js'];
  const files = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    return names.filter((name) => /\.([cm]?ts|mjs|[ch]pp)$/.test(name)).map((name) => path + name);
  });
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Pieces of about that many bytes, none of them alike; code ends when the repository does. */
export function textsOf(name: string, count: number, bytes: number): string[] {
  const language: Language | undefined = languages[name as keyof typeof languages];
  if (language !== undefined) {
    return Array.from({ length: count }, (_, index) => sentences(language, bytes, index + 1));
  }
  const code = repositoryCode();
  const length = Math.floor(code.length / count);
  return Array.from({ length: count }, (_, index) =>
    code.slice(index * length, (index + 1) * length),
  );
}

export const hostileTexts: Record<string, (length: number) => string> = {
  'letters a': (length) => 'a'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'random Han': (length) => {
    const random = newRandom(7);
    const characters = Array.from({ length: Math.floor(length / 3) }, () =>
      String.fromCharCode(0x4e00 + Math.floor(random() * 20_000)),
    );
    return characters.join('');
  },
  'random letters': (length) => {
    const random = newRandom(11);
    return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(
      '',
    );
  },
};
