// npm run size: what users download of what is built, beside its limits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packNpm } from './npm-package.ts';
import { describeSize, isTooLarge, sizesOf } from './npm-sizes.ts';

const folder = mkdtempSync(join(tmpdir(), 'gramme-size-'));
const sizes = sizesOf(packNpm(folder));
rmSync(folder, { recursive: true, force: true });
for (const size of sizes) console.log(describeSize(size));
if (sizes.some(isTooLarge)) process.exitCode = 1;
