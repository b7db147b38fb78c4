import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AppBrowser, openApp, type View } from '../../tools/app/app-browser.ts';
import { SCENES } from '../../tools/app/scenes.ts';
import { smallTargets, sticksOut, violationsOn } from './accessibility-checks.ts';

const VIEWS: View[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'fr', theme: 'light' },
  { language: 'fr', theme: 'dark' },
];

let app: AppBrowser;
before(async () => {
  app = await openApp();
});
after(() => app.close());

for (const view of VIEWS) {
  describe(`the app in ${view.language}, ${view.theme}`, () => {
    for (const { name, open } of SCENES) {
      test(`${name}: axe finds nothing, targets are large, a phone at twice the size fits`, async () => {
        const visitor = await app.newVisitor({ ...view, width: 640 });
        const page = await open(visitor);
        assert.deepEqual(await violationsOn(page), []);
        assert.deepEqual(await smallTargets(page), []);
        assert.equal(await sticksOut(page), 0);
        assert.deepEqual(visitor.complaints, []);
        await visitor.close();
      });
    }
  });
}
