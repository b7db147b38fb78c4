import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type ExtensionBrowser,
  type Look,
  openExtension,
} from '../../tools/look/extension-browser.ts';
import { SCENES } from '../../tools/look/scenes.ts';
import { smallTargets, sticksOut, violationsOn } from './accessibility-checks.ts';
import { checksOfKeys } from './accessibility-keys.ts';

const LOOKS: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
  { language: 'fr', theme: 'dark' },
];

for (const look of LOOKS) {
  describe(`pages in ${look.language}, ${look.theme}`, () => {
    let browser: ExtensionBrowser;
    before(async () => {
      browser = await openExtension(look);
    });
    after(() => browser.close());
    for (const { name, open } of SCENES) {
      test(`${name}: axe finds nothing, targets are large, twice the size fits`, async () => {
        browser.complaints.length = 0;
        const page = await open(browser);
        assert.deepEqual(await violationsOn(page), []);
        assert.deepEqual(await smallTargets(page), []);
        // A popup has its own width, whatever the size of its text.
        if (!name.startsWith('popup')) assert.equal(await sticksOut(page), 0);
        assert.deepEqual(browser.complaints, []);
        await page.close();
      });
    }
    if (look.theme === 'light') {
      for (const [title, check] of checksOfKeys) test(title, () => check(browser));
    }
  });
}
