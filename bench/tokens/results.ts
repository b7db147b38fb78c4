import type { Line } from '../line.ts';
import type { BrowserResult } from './browser.ts';
import { fastestPeer, type HostileResult } from './hostile.ts';
import type { LoadResult } from './load.ts';
import type { CorpusSpeed, EngineSpeed } from './speed.ts';

/** Everything one run measured. */
export interface Measured {
  speeds: CorpusSpeed[];
  hostile: HostileResult[];
  loads: LoadResult[];
  browser: BrowserResult[];
  goals: Line[];
  vocabularyBrotliBytes: number;
}

const speedOf = ({ coldMegabytesPerSecond, warmMegabytesPerSecond }: EngineSpeed) => ({
  coldMegabytesPerSecond,
  warmMegabytesPerSecond,
});

const isPeer = ({ name }: { name: string }) => name !== 'gramme' && name !== 'native';

function corpusDocument({ name, encoding, bytes, tokens, engines }: CorpusSpeed) {
  const own = engines.find((engine) => engine.name === 'gramme');
  const native = engines.find((engine) => engine.name === 'native');
  const peers = engines.filter(isPeer);
  return {
    name,
    encoding,
    bytes,
    tokens,
    gramme: own === undefined ? null : speedOf(own),
    native: native === undefined ? null : speedOf(native),
    peers: peers.map((peer) => ({
      name: peer.name,
      ...speedOf(peer),
      coldRatio: peer.coldRatio,
      warmRatio: peer.warmRatio,
      tokensOff: peer.tokensOff,
    })),
    // The median of ratios measured side by side, not the ratio of medians.
    ratioToFastestPeer:
      peers.length === 0 ? null : Math.min(...peers.map((peer) => peer.coldRatio)),
  };
}

/** The figures as `--json` writes them. */
export function resultDocument(measured: Measured): object {
  const own = measured.loads.find(({ name }) => name === 'gramme');
  return {
    corpora: measured.speeds.map(corpusDocument),
    hostile: measured.hostile.map((result) => ({
      name: result.name,
      characters: result.characters,
      grammeMilliseconds: result.milliseconds.gramme ?? null,
      fastestPeerMilliseconds: fastestPeer(result),
      milliseconds: result.milliseconds,
    })),
    load: {
      milliseconds: own?.milliseconds ?? null,
      residentMegabytes: own?.residentMegabytes ?? null,
      vocabularyBrotliBytes: measured.vocabularyBrotliBytes,
      engines: measured.loads,
    },
    browser: measured.browser,
    goals: measured.goals,
  };
}
