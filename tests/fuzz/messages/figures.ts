/** What is counted while messages are told. */
import { inspect } from 'node:util';

/** None of them may happen. */
export const FAULTS = {
  exceptions: 'exceptions thrown by onMessage',
  rejections: 'unhandled rejections',
  unanswered: 'answers that never came',
  answeredTwice: 'messages answered twice',
  wronglyTaken: 'messages taken against schema or sender',
  wronglyRefused: 'messages refused though well formed',
  changesByRefused: 'batches of refused messages that changed something',
  storedOutside: 'stored records outside their schema',
  handlerFaults: 'handlers that failed by an error of the language',
  polluted: 'batches after which a prototype was changed',
} as const;

export type Fault = keyof typeof FAULTS;

const MOST_EXAMPLES = 5;
/** What engines say of mistakes in code, and never a handler of its own accord. */
const OF_LANGUAGE =
  /is not (?:a function|iterable|defined|a constructor)|Cannot (?:read|convert|set|mix|destructure)|Invalid (?:array|time|date|string)|call stack|could not be cloned|circular/i;

export interface Figures {
  accepted: number;
  refused: number;
  /** Changed, and still what the schema allows. */
  mutatedAccepted: number;
  faults: Record<Fault, number>;
  /** Of each fault, a few. */
  examples: string[];
  /** Refusals by the handlers: what they said, and how often. */
  failures: Map<string, number>;
  note(fault: Fault, example: unknown): void;
  failed(failure: string | null): void;
}

const none = Object.fromEntries(Object.keys(FAULTS).map((fault) => [fault, 0]));

export function newFigures(): Figures {
  const figures: Figures = {
    accepted: 0,
    refused: 0,
    mutatedAccepted: 0,
    faults: { ...none } as Figures['faults'],
    examples: [],
    failures: new Map(),
    note(fault, example) {
      figures.faults[fault] += 1;
      if (figures.faults[fault] > MOST_EXAMPLES) return;
      const shown = inspect(example, { depth: 5, maxStringLength: 200, breakLength: 200 });
      figures.examples.push(`${fault}: ${shown}`);
    },
    failed(failure) {
      if (failure === null) return;
      figures.failures.set(failure, (figures.failures.get(failure) ?? 0) + 1);
      if (OF_LANGUAGE.test(failure)) figures.note('handlerFaults', failure);
    },
  };
  return figures;
}

/** All figures as lines. */
export function describeFigures({ accepted, refused, mutatedAccepted, faults }: Figures): string[] {
  const counted = [
    `messages sent: ${accepted + refused}`,
    `accepted: ${accepted}, of them changed and still well formed: ${mutatedAccepted}`,
    `refused: ${refused}`,
  ];
  const wrong = Object.entries(FAULTS).map(([fault, name]) => `${name}: ${faults[fault as Fault]}`);
  return [...counted, ...wrong];
}

export const faultCount = ({ faults }: Figures): number =>
  Object.values(faults).reduce((total, count) => total + count, 0);
