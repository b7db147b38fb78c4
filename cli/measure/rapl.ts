import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RaplZone } from '../../web/core/node.ts';
import { textOf } from './read-file.ts';

/** Where Linux shows the processor's own energy counters. */
export const POWERCAP = '/sys/class/powercap';

export interface Rapl {
  read(): RaplZone[];
  /** Whether a counter is there that may not be read. */
  hasClosed: boolean;
}

interface Zone {
  id: string;
  name: string;
  file: string;
  maxMicrojoules: number;
}

const numberIn = (text: string | undefined): number | undefined => {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

function zonesIn(folder: string): Zone[] {
  let ids: string[];
  try {
    ids = readdirSync(folder).filter((id) => /^intel-rapl(-mmio)?:/.test(id));
  } catch {
    return [];
  }
  return ids.sort().flatMap((id) => {
    const name = textOf(join(folder, id, 'name'))?.trim();
    const maxMicrojoules = numberIn(textOf(join(folder, id, 'max_energy_range_uj')));
    if (name === undefined || maxMicrojoules === undefined) return [];
    return [{ id, name, file: join(folder, id, 'energy_uj'), maxMicrojoules }];
  });
}

/** The counters of a folder of the kernel's power capping; which of them count, the core knows. */
export function openRapl(folder: string): Rapl {
  const zones = zonesIn(folder);
  const open = zones.filter(({ file }) => numberIn(textOf(file)) !== undefined);
  return {
    hasClosed: open.length < zones.length,
    read: () =>
      open.flatMap(({ id, name, file, maxMicrojoules }) => {
        const microjoules = numberIn(textOf(file));
        return microjoules === undefined ? [] : [{ id, name, microjoules, maxMicrojoules }];
      }),
  };
}
