import { after, before, describe, test } from 'node:test';
import {
  type ExtensionBrowser,
  type Look,
  openExtension,
} from '../../../tools/look/extension-browser.ts';
import { checksOfFigures } from './checks-of-figures.ts';
import { checksOfStates } from './checks-of-states.ts';
import { newOpener } from './opened-popup.ts';

const LOOKS: Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'fr', theme: 'dark' },
];

for (const look of LOOKS) {
  describe(`popup in ${look.language}, ${look.theme}`, () => {
    let browser: ExtensionBrowser;
    before(async () => {
      browser = await openExtension(look);
    });
    after(() => browser.close());
    for (const [title, check] of [...checksOfStates, ...checksOfFigures]) {
      test(title, () => check(newOpener(browser, look)));
    }
  });
}
