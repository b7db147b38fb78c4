/** What people with bad intentions would write where a name is expected. */

/** Part of each payload: it must not be found where no name of a model is kept. */
export const MARK = 'zqx';

const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));

/** Short ones, also for names that are shown: markup, scripts, formulas, direction marks. */
export const shownPayloads: readonly string[] = [
  `<img src=x onerror=alert('${MARK}')>`,
  `<script>alert('${MARK}')</script>`,
  `"><svg onload=alert('${MARK}')>`,
  `javascript:alert('${MARK}')`,
  `<iframe srcdoc="<script>alert('${MARK}')</script>">`,
  `<a href="javascript:alert('${MARK}')">model</a>`,
  `<math><mtext></form><form><style></math><img src onerror=alert('${MARK}')>`,
  `\${alert('${MARK}')}{{constructor.constructor('alert(1)')()}}`,
  `=HYPERLINK("https://${MARK}.example","model")`,
  `=cmd|' /C calc'!${MARK}`,
  `+${MARK}`,
  `-2+3+${MARK}`,
  `@SUM(1)${MARK}`,
  `\t=${MARK}`,
  `\r\n=${MARK},"`,
  `'; DROP TABLE days; --${MARK}`,
  `\u202e${MARK}\u2066`,
  `${MARK}\u0000\u0007`,
  `&lt;b&gt;${MARK}&amp;`,
  `../../${MARK}`,
  `the words of a question about ${MARK} and its answer`,
];

/** Those, and what breaks readers of text: halves of letters, great lengths, names of members. */
export const payloads: readonly string[] = [
  ...shownPayloads,
  `\ud800${MARK}`,
  `${MARK}\udfff\ud83d`,
  long(MARK, 121),
  long(`<b>${MARK}`, 5000),
  long(`${MARK}\ud83d\ude00`, 200_000),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
];
