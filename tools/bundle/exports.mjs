// npm run exports: writes the entries of the table into package.json.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot, root } from '../setup/paths.mjs';
import { publishedMembers } from './entries.mjs';

const file = inRoot('package.json');
const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...publishedMembers() };
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
const format = ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'package.json'];
execFileSync(process.execPath, format, { cwd: root, stdio: 'ignore' });
