import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadGramme, type ManyExchange } from '../web/core/node.ts';
import { atMost, type Line } from './line.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const BENCH = `${root}build/native/bench/native/gramme_estimate_bench`;
const NATIVE_GOAL_MICROSECONDS = 2;
const DOOR_GOAL_MICROSECONDS = 12;
const MILLION_GOAL_SECONDS = 2;
const ROUNDS = 12;
const CALLS = 3000;
const MODELS = ['gpt-4o', 'Claude Sonnet 4.5', 'GPT-5.5 Thinking', 'gpt-5', 'Claude Haiku 4.5'];

const gramme = await loadGramme({ folder: new URL('../dist/', import.meta.url) });

/** The shortest round: what the work takes when nothing else disturbs it. */
function least(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.min(...times);
}

function exchangeOf(index: number): ManyExchange {
  const output = 20 + (index % 900);
  const isRange = index % 4 === 0;
  return {
    model: MODELS[index % MODELS.length] ?? '',
    inputTokens: 50 + (index % 3000),
    outputTokens: isRange ? { low: output, central: output + 10, high: output + 25 } : output,
    region: index % 2 === 0 ? 'fra' : 'usa',
  };
}

function natively(): number {
  const build = ['--build', '--preset', 'native', '--target', 'gramme_estimate_bench'];
  const built = spawnSync('cmake', build, { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`cmake: ${built.stdout}`);
  return JSON.parse(execFileSync(BENCH, { encoding: 'utf8' })).estimateMicroseconds;
}

/** One estimate in C++, one through the door with its JSON, a million summed up. */
export function measureEstimates(): Line[] {
  const exchanges = Array.from({ length: CALLS }, (_, index) => exchangeOf(index));
  const through = least(ROUNDS, () => {
    for (const exchange of exchanges) gramme.estimate(exchange);
  });
  const million = Array.from({ length: 1_000_000 }, (_, index) => exchangeOf(index));
  const month = { range: 'month', date: '2026-11' } as const;
  const summed = least(3, () => void gramme.totals(million, month));
  return [
    atMost('estimate, native', natively(), NATIVE_GOAL_MICROSECONDS, 'µs'),
    atMost('estimate through the door', (through * 1000) / CALLS, DOOR_GOAL_MICROSECONDS, 'µs'),
    atMost('a million estimated and summed up', summed / 1000, MILLION_GOAL_SECONDS, 's'),
  ];
}
