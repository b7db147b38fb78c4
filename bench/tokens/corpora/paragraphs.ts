import { readdirSync, readFileSync } from 'node:fs';

const NOT_PROSE = /<(pre|script|style|head|table)\b[\s\S]*?<\/\1>/g;
const PARAGRAPH = /<p\b[^>]*>([\s\S]*?)<\/p>|<div class="para">([\s\S]*?)<\/div>/g;
const SHORTEST_PARAGRAPH = 40;

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' };

function withoutEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}

/** The paragraphs of a page, as a reader sees them. */
function paragraphsOf(page: string): string[] {
  return [...page.replace(NOT_PROSE, '').matchAll(PARAGRAPH)]
    .map((match) => (match[1] ?? match[2] ?? '').replace(/<[^>]*>/g, ''))
    .map((text) => withoutEntities(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= SHORTEST_PARAGRAPH);
}

/** Files below a folder whose path matches, in the order of their names. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Paragraphs of the pages below a folder of which a third of the characters are of the script. */
export function proseBelow(folder: string, pages: RegExp, script: RegExp): string[] {
  return filesBelow(folder, pages)
    .flatMap((file) => paragraphsOf(readFileSync(file, 'utf8')))
    .filter((text) => (text.match(script) ?? []).length * 3 > text.length);
}
