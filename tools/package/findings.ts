/** What the linter of Mozilla says of an extension for Chrome, told apart from real findings. */

export interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

export interface KnownFinding {
  code: string;
  file: RegExp;
  /** How often it is found; once more is a new finding. */
  count: number;
  reason: string;
}

export const knownFindings: readonly KnownFinding[] = [
  {
    code: 'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
    file: /^manifest\.json$/,
    count: 1,
    reason: 'Firefox has no service workers for extensions; Chrome takes nothing else.',
  },
  {
    code: 'ADDON_ID_REQUIRED',
    file: /^manifest\.json$/,
    count: 1,
    reason: 'An id for the store of Firefox; the Chrome Web Store gives its own.',
  },
  {
    code: 'MISSING_DATA_COLLECTION_PERMISSIONS',
    file: /^manifest\.json$/,
    count: 1,
    reason: 'A key of Firefox; nothing is collected, and the store of Chrome asks in its form.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^shared-[A-Z0-9]+\.js$/,
    count: 1,
    reason:
      "Lit makes its own templates so, by the policy lit-html, the only one that the extension's " +
      'content security policy allows; values never pass there (tests/e2e/hostile-names.test.ts).',
  },
];

const isOf =
  ({ code, file }: KnownFinding) =>
  (finding: Finding) =>
    finding.code === code && file.test(finding.file ?? '');

export interface Judgement {
  /** Findings that nobody has given a reason for. */
  unknown: Finding[];
  /** Known ones that were not found, or not as often. */
  gone: KnownFinding[];
}

/** What differs from the known findings; both lists are empty when all is well. */
export function judgeFindings(
  findings: readonly Finding[],
  known: readonly KnownFinding[] = knownFindings,
): Judgement {
  const expected = known.flatMap((entry) => findings.filter(isOf(entry)).slice(0, entry.count));
  return {
    unknown: findings.filter((finding) => !expected.includes(finding)),
    gone: known.filter((entry) => findings.filter(isOf(entry)).length < entry.count),
  };
}
