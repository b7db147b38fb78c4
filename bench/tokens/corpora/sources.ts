import { readFileSync } from 'node:fs';
import { unpackPackage } from './packages.ts';
import { filesBelow, proseBelow } from './paragraphs.ts';

/** Pages of a package, and the script that says whether a paragraph is translated. */
interface ProseSource {
  package: string;
  pages: RegExp;
}

interface Language {
  name: string;
  script: RegExp;
  sources: ProseSource[];
}

const handbook = (language: string): ProseSource => ({
  package: 'debian-handbook',
  pages: new RegExp(`/html/${language}/[^/]*\\.html$`),
});

const reference = (language: string): ProseSource => ({
  package: `debian-reference-${language}`,
  pages: /\.html$/,
});

/** The same two books in five languages; the second has no Arabic edition. */
export const languages: Language[] = [
  { name: 'english', script: /[a-z]/g, sources: [handbook('en-US'), reference('en')] },
  { name: 'french', script: /[a-zà-ÿœ]/g, sources: [handbook('fr-FR'), reference('fr')] },
  { name: 'arabic', script: /\p{Script=Arabic}/gu, sources: [handbook('ar-MA')] },
  {
    name: 'chinese',
    script: /\p{Script=Han}/gu,
    sources: [handbook('zh-CN'), reference('zh-cn'), handbook('zh-TW')],
  },
  {
    name: 'japanese',
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    sources: [handbook('ja-JP'), reference('ja')],
  },
];

interface CodeSource {
  package: string;
  files: RegExp;
  /** The name of the language after the fence of a code block. */
  fence: string;
}

const codeSources: CodeSource[] = [
  { package: 'libpython3.11-stdlib', files: /\/(asyncio|email|http)\/\w+\.py$/, fence: 'python' },
  { package: 'nlohmann-json3-dev', files: /\/nlohmann\/detail\/.*\.hpp$/, fence: 'cpp' },
  { package: 'golang-github-spf13-cobra-dev', files: /cobra\/\w+\.go$/, fence: 'go' },
  { package: 'node-undici', files: /\/lib\/(?!llhttp).*\.js$/, fence: 'js' },
  { package: 'librust-serde-dev', files: /\/src\/.*\.rs$/, fence: 'rust' },
];

/** Texts, and the packages they come from. */
export interface Gathered {
  texts: string[];
  packages: string[];
}

const unique = (texts: string[]) => [...new Set(texts)];

export function gatherProse({ script, sources }: Language): Gathered {
  const gathered = sources.map((source) => {
    const { identity, folder } = unpackPackage(source.package);
    return { identity, texts: proseBelow(folder, source.pages, script) };
  });
  return {
    texts: unique(gathered.flatMap(({ texts }) => texts)),
    packages: gathered.map(({ identity }) => identity),
  };
}

export interface SourceFile {
  fence: string;
  text: string;
}

const MOST_BYTES_PER_LANGUAGE = 300_000;

function someFiles({ package: name, files, fence }: CodeSource): [string, SourceFile[]] {
  const { identity, folder } = unpackPackage(name);
  let bytes = 0;
  const taken: SourceFile[] = [];
  for (const file of filesBelow(folder, files)) {
    if (bytes > MOST_BYTES_PER_LANGUAGE) break;
    const text = readFileSync(file, 'utf8');
    bytes += text.length;
    taken.push({ fence, text });
  }
  return [identity, taken];
}

/** Source files of five languages. */
export function gatherCode(): { files: SourceFile[]; packages: string[] } {
  const gathered = codeSources.map(someFiles);
  return {
    files: gathered.flatMap(([, files]) => files),
    packages: gathered.map(([identity]) => identity),
  };
}
