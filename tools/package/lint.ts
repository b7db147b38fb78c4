// npm run package:lint: the zip read by web-ext; ends with 1 on a finding without a known reason.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';
import { zipExtension } from './extension-zip.ts';
import { type Finding, judgeFindings, knownFindings } from './findings.ts';

/** A lock file of its own: hundreds of packages that only this command needs. */
const LINTER = inRoot('tools/package/lint');

interface Report {
  errors: Finding[];
  warnings: Finding[];
  notices: Finding[];
}

function installLinter(): void {
  if (existsSync(join(LINTER, 'node_modules/.package-lock.json'))) return;
  console.error('installing web-ext into tools/package/lint (once)');
  const install = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', install, { cwd: LINTER, stdio: ['ignore', 'ignore', 'inherit'] });
}

function lintFile(file: string): Finding[] {
  const program = join(LINTER, 'node_modules/web-ext/bin/web-ext.js');
  const options = ['--output', 'json', '--no-config-discovery', '--source-dir', file];
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'lint', ...options], {
    cwd: LINTER,
    encoding: 'utf8',
    env,
  });
  if (!stdout.startsWith('{')) throw new Error(`web-ext did not report:\n${stdout}${stderr}`);
  const { errors, warnings, notices } = JSON.parse(stdout) as Report;
  return [...errors, ...warnings, ...notices];
}

function lintExtension(): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'gramme-lint-'));
  const file = join(folder, 'extension.zip');
  try {
    writeFileSync(file, zipExtension().bytes);
    return lintFile(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

installLinter();
const findings = lintExtension();
const { unknown, gone } = judgeFindings(findings);
console.log(`${findings.length} findings, ${unknown.length} of them unknown`);
for (const { code, reason } of knownFindings) console.log(`  known: ${code}: ${reason}`);
for (const { code, message, file, line } of unknown) {
  console.error(`  unknown: ${code}: ${message} (${file ?? '?'}:${line ?? 0})`);
}
for (const { code } of gone) console.error(`  no longer found, remove it from the list: ${code}`);
if (unknown.length + gone.length > 0) process.exitCode = 1;
