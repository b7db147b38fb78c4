/** The states of the app that are looked at and checked: by people as pictures, by axe in tests. */
import type { Page } from 'playwright-core';
import { settled, type Visitor } from './app-browser.ts';
import { FIXTURES, fixtureFile, type SampleFile, sampleFile } from './sample-files.ts';

export interface Scene {
  name: string;
  open(visitor: Visitor): Promise<Page>;
}

function scene(name: string, hash: string, then?: (page: Page) => Promise<void>): Scene {
  return {
    name,
    async open(visitor) {
      const page = await visitor.open(hash);
      await settled(page);
      await then?.(page);
      return page;
    },
  };
}

const QUESTION = 'Why is the sky blue — naïve question, I know? 🌈\n\n    return 42;';

async function writeTexts(page: Page): Promise<void> {
  await page.locator('text-entry textarea').first().fill(QUESTION);
  await page.locator('text-entry textarea').nth(1).fill(QUESTION.repeat(3));
  await page.locator('coloured-text').nth(1).waitFor();
  await page.locator('estimate-view details').first().locator('summary').click();
}

/** Gives files to "My data" and waits until they are shown. */
export async function giveFiles(page: Page, files: SampleFile[]): Promise<void> {
  await page.locator('drop-zone input').setInputFiles(files);
  await page.locator('#results, failure-view').first().waitFor();
  await settled(page);
}

const readSamples = (page: Page) => giveFiles(page, FIXTURES.map(fixtureFile));

async function openReport(page: Page): Promise<void> {
  await readSamples(page);
  await page.locator('.actions button').nth(0).click();
  await page.locator('use-report breakdown-table').first().waitFor();
  await settled(page);
}

export const SCENES: Scene[] = [
  scene('calculator', '#/calculator'),
  scene('calculator-texts', '#/calculator?region=fra', writeTexts),
  scene('calculator-unknown', '#/calculator?model=nobody-1&region=nowhere-1'),
  scene('compare', '#/compare?models=gpt-5-5,claude-sonnet-5,gpt-4o-mini&regions=,fra,pol'),
  scene('compare-table', '#/compare', (page) =>
    page.locator('ranking-chart button').first().click(),
  ),
  scene('data', '#/data'),
  scene('data-read', '#/data', readSamples),
  scene('data-measured', '#/data', (page) => giveFiles(page, [fixtureFile('emissions.csv')])),
  scene('data-failed', '#/data', (page) =>
    giveFiles(page, [fixtureFile('responses.jsonl'), sampleFile('notes.txt', 'hello: world')]),
  ),
  scene('data-report', '#/data', openReport),
  scene('decide', '#/decide'),
  scene('methods', '#/methods'),
];
