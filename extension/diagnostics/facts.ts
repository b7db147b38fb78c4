import { bytesText, momentText } from '../../web/parts/amount-words.ts';
import { healthSentence } from '../parts/counting-state.ts';
import type { Diagnostics } from '../shared/answers.ts';
import { siteFacts } from '../shared/site-facts.ts';
import { language, type TextKey, text } from '../shared/text.ts';

export interface FactGroup {
  title: TextKey;
  facts: [name: TextKey, value: string][];
}

const yesOrNo = (is: boolean) => text(is ? 'yes' : 'no');
const none = () => text('diagnostics_none');

function tabFacts({ tab, hasConsent }: Diagnostics): FactGroup['facts'] {
  if (tab === null) return [['diagnostics_health', text('diagnostics_no_tab')]];
  const { health, lastMessageAt, lastMessageType, lastCountAt } = tab;
  const dialect = health?.state === 'watching' ? `, ${health.dialect}` : '';
  return [
    ['diagnostics_health', healthSentence(health, hasConsent)],
    ['diagnostics_adapter', health === null ? none() : `${siteFacts[health.site].name}${dialect}`],
    [
      'diagnostics_last',
      lastMessageAt === null
        ? none()
        : text('diagnostics_last_value', lastMessageType ?? '', momentText(lastMessageAt)),
    ],
    [
      'diagnostics_engine',
      lastCountAt === null
        ? none()
        : text('diagnostics_engine_background', momentText(lastCountAt)),
    ],
  ];
}

/** Everything that is known, in groups, as people read it. */
export function factsOf(diagnostics: Diagnostics): FactGroup[] {
  const { storage, sites } = diagnostics;
  const count = (value: number) => new Intl.NumberFormat(language()).format(value);
  const span = [storage.firstDate, storage.lastDate].filter((date) => date !== null);
  return [
    { title: 'diagnostics_tab', facts: tabFacts(diagnostics) },
    {
      title: 'diagnostics_extension',
      facts: [
        ['diagnostics_version', diagnostics.extensionVersion],
        ['diagnostics_browser', diagnostics.browser],
        ['diagnostics_methodology', diagnostics.methodology],
        ['diagnostics_consent', yesOrNo(diagnostics.hasConsent)],
        ['diagnostics_sites', sites.map((site) => siteFacts[site].host).join(', ') || none()],
      ],
    },
    {
      title: 'diagnostics_storage',
      facts: [
        [
          'diagnostics_used',
          text('storage_used', bytesText(storage.usedBytes), bytesText(storage.quotaBytes)),
        ],
        ['diagnostics_days', [count(storage.days), span.join(' – ')].join(' · ')],
        [
          'diagnostics_snapshot',
          storage.snapshotAt === null
            ? none()
            : `${count(storage.snapshotRecords)} · ${momentText(storage.snapshotAt)}`,
        ],
        ['diagnostics_aside', storage.putAside.join(', ') || none()],
      ],
    },
  ];
}

/** The same as plain text, for a bug report. */
export function reportText(groups: FactGroup[]): string {
  const lines = groups.flatMap(({ title, facts }) => [
    `## ${text(title)}`,
    ...facts.map(([name, value]) => `${text(name)}: ${value}`),
    '',
  ]);
  return lines.join('\n').trim();
}
