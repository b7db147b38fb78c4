import assert from 'node:assert/strict';
import test from 'node:test';
import { METER_PROPERTIES, WEIGHED } from '../../web/widget/properties.ts';
import { readText, sourceFiles } from './sources.ts';

const guide = readText('docs/widget.md');

/** "`form` | `form`" of each row: attribute, which may be empty, and property. */
const rows = [...guide.matchAll(/^\|(?: `([\w-]+)`)? \| `(\w+)` \|/gm)].map(
  ([, attribute = null, property = '']) => ({ property, attribute }),
);

function attributeOf(name: keyof typeof METER_PROPERTIES): string | null {
  const { attribute = name } = METER_PROPERTIES[name];
  return attribute === false ? null : String(attribute);
}

test('docs/widget.md lists the attributes and properties that the element declares, in order', () => {
  const names = Object.keys(METER_PROPERTIES) as (keyof typeof METER_PROPERTIES)[];
  assert.ok(names.length >= 15);
  assert.deepEqual(
    rows,
    names.map((property) => ({ property, attribute: attributeOf(property) })),
  );
});

test('everything that is given but language and theme is weighed anew when it changes', () => {
  const others = Object.keys(METER_PROPERTIES).filter((name) => !WEIGHED.some((it) => it === name));
  assert.deepEqual(others, ['language', 'theme']);
});

test('docs/widget.md lists the events that the element gives', () => {
  const given = sourceFiles(/^web\/widget\/gramme-meter\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(/this\.tell\('([\w-]+)'/g)].map((match) => match[1]),
  );
  const told = [...guide.matchAll(/^\| `(gramme-\w+)` \|/gm)].map((match) => match[1]);
  assert.deepEqual([...new Set(given)].sort(), [...told].sort());
});
