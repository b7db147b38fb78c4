// npm run package:npm: build/gramme-VERSION.tgz, which `npm install FILE` takes. Builds nothing else.
import { relative } from 'node:path';
import { inRoot, root } from '../setup/paths.mjs';
import { packNpm } from './npm-package.ts';
import { describeSize, isTooLarge, sizesOf } from './npm-sizes.ts';

const packed = packNpm(inRoot('build'));
console.log(`${relative(root, packed.file)}: ${packed.paths.length} files, ${packed.integrity}`);
const tooLarge = sizesOf(packed).filter(isTooLarge);
for (const size of tooLarge) console.error(describeSize(size));
if (tooLarge.length > 0) process.exitCode = 1;
