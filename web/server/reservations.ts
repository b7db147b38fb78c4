import type { InFlight } from '../core/service-budget-contracts.ts';

/** Requests that were let in and have not said yet what they used. */
export interface Reservations {
  /** The answer ends it: true the first time, false when it was ended before. */
  open(service: string, language: string): () => boolean;
  /** How many there are, by service and language. */
  inFlight(): InFlight[];
}

interface Reservation {
  service: string;
  language: string;
  sinceMilliseconds: number;
}

/** True the first time, false from then on. */
export function once(): () => boolean {
  let isEnded = false;
  return () => {
    const isFirst = !isEnded;
    isEnded = true;
    return isFirst;
  };
}

/** One that is never ended is given up after so long, so that it does not stop others for ever. */
export function openReservations(now: () => number, longestMilliseconds: number): Reservations {
  const open = new Set<Reservation>();
  return {
    open(service, language) {
      const reservation = { service, language, sinceMilliseconds: now() };
      open.add(reservation);
      const end = once();
      return () => {
        open.delete(reservation);
        return end();
      };
    },
    inFlight() {
      const oldest = now() - longestMilliseconds;
      const counts = new Map<string, InFlight>();
      for (const reservation of open) {
        const { service, language, sinceMilliseconds } = reservation;
        if (sinceMilliseconds < oldest) {
          open.delete(reservation);
          continue;
        }
        const key = `${service} ${language}`;
        const entry = counts.get(key) ?? { service, language, requests: 0 };
        entry.requests++;
        counts.set(key, entry);
      }
      return [...counts.values()];
    },
  };
}
