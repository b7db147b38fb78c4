import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeFindings, knownFindings } from '../../../tools/package/findings.ts';

const findingsOf = (file: string) =>
  knownFindings.map(({ code }) => ({
    code,
    message: '',
    file: code === 'UNSAFE_VAR_ASSIGNMENT' ? file : 'manifest.json',
  }));

test('what is known of an extension for Chrome is no finding', () => {
  assert.deepEqual(judgeFindings(findingsOf('shared-AB7YXZC6.js')), { unknown: [], gone: [] });
});

test('a finding without a reason is unknown, also a known one elsewhere or once more', () => {
  const elsewhere = { code: 'UNSAFE_VAR_ASSIGNMENT', message: '', file: 'popup.js' };
  const again = { code: 'ADDON_ID_REQUIRED', message: '', file: 'manifest.json' };
  const other = { code: 'DANGEROUS_EVAL', message: '', file: 'content.js' };
  const more = [elsewhere, again, other];
  const { unknown } = judgeFindings([...findingsOf('shared-AB7YXZC6.js'), ...more]);
  assert.deepEqual(unknown, more);
});

test('a known finding that is gone is said, so that the list stays true', () => {
  const [first, ...others] = knownFindings;
  const { gone } = judgeFindings(findingsOf('shared-AB7YXZC6.js').slice(1), knownFindings);
  assert.deepEqual(gone, [first]);
  assert.equal(others.length, knownFindings.length - 1);
});
