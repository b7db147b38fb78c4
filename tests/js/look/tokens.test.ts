import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../../web/look/tokens.css', import.meta.url), 'utf8');

function coloursAfter(selector: string): string[] {
  const [, after = ''] = css.split(selector);
  const [body = ''] = after.split('}');
  return [...body.matchAll(/--gramme-[\w-]+: #\w+;/g)].map(String);
}

test('dark is the same whether the system prefers it or it was chosen', () => {
  const preferred = coloursAfter(':host(:not([data-theme="light"])) {');
  assert.ok(preferred.length >= 10);
  assert.deepEqual(coloursAfter(':host([data-theme="dark"]) {'), preferred);
});

const luminance = (colour: string): number => {
  const channels = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

for (const [theme, selector] of [
  ['light', ':root,\n:host {'],
  ['dark', ':host([data-theme="dark"]) {'],
] as const) {
  test(`texts and marks stand out from their ground (${theme})`, () => {
    const colours = new Map(
      coloursAfter(selector).map((line) => {
        const [, name = '', colour = ''] = /--gramme-([\w-]+): (#\w+)/.exec(line) ?? [];
        return [name, colour];
      }),
    );
    const of = (name: string) => colours.get(name) ?? '';
    for (const ground of [of('ground'), of('card')]) {
      for (const name of ['ink', 'muted', 'green', 'ochre', 'brick']) {
        assert.ok(contrast(of(name), ground) >= 4.5, name);
      }
      for (let series = 1; series <= 5; series++) {
        assert.ok(contrast(of(`series-${series}`), ground) >= 3, `series ${series}`);
      }
    }
  });
}
