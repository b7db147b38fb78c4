/** Lists, storage and diagnostics as the background would tell them. */
import type { Choices, Diagnostics, StorageReport } from '../../extension/shared/answers.ts';
import type { Health } from '../../extension/sites/records.ts';

const source = { source: 'arXiv:2505.09598', asOf: '2025-05' };

export const sampleChoices: Choices = {
  regions: [
    { id: 'deu', name: 'Germany' },
    { id: 'fra', name: 'France' },
    { id: 'swe', name: 'Sweden' },
    { id: 'usa', name: 'United States' },
    { id: 'wor', name: 'World' },
    { id: '_eu', name: 'EU' },
  ],
  methods: [
    { id: 'roofline', name: 'Roofline', source },
    { id: 'ecologits', name: 'EcoLogits', source },
  ],
  models: [
    { id: 'claude-sonnet-4-6', name: 'Claude Sonnet 4.6' },
    { id: 'gpt-5-5', name: 'GPT-5.5' },
  ],
};

export function sampleStorage(today: string): StorageReport {
  return {
    usedBytes: 412_000,
    quotaBytes: 10_485_760,
    days: 187,
    firstDate: '2026-01-05',
    lastDate: today,
    snapshotRecords: 201,
    snapshotAt: Date.UTC(2026, 10, 20, 8, 30),
    putAside: ['quarantine:day:2026-02-11'],
  };
}

export function sampleDiagnostics(today: string, health: Health | null): Diagnostics {
  return {
    extensionVersion: '0.1.0',
    browser: 'Chromium 156',
    methodology: '2026.11.3/roofline/2026.11',
    hasConsent: true,
    sites: ['chatgpt', 'claude'],
    tab:
      health === null
        ? null
        : {
            health,
            lastMessageAt: Date.UTC(2026, 10, 20, 9, 12),
            lastMessageType: 'exchange/finished',
            lastCountAt: Date.UTC(2026, 10, 20, 9, 12),
          },
    storage: sampleStorage(today),
  };
}
