/** What an imported day may be made of: names and codes, whatever its file says. */
import * as v from 'valibot';
import { warningCode, zoneSchema } from '../shared/exchange.ts';

/** Views look sites and regions up by name: none may be one that every record has. */
const isNoMember = (text: string) => !(text in {});
const name = v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9][\w.:/-]{0,63})?$/), v.check(isNoMember));
/** The core makes one of any label that it does not know. */
const modelId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.:/-]{0,127}$/));
/** Every name, also those that a schema of records passes over. */
const warnings = v.custom<object>(
  (counts) =>
    typeof counts === 'object' &&
    counts !== null &&
    Object.keys(counts).every((code) => v.is(warningCode, code)),
);

/** A row begins with its names and ends with its warnings; the core reads what is between. */
const names = v.tuple([name, modelId, name, name]);
const row = v.pipe(
  v.array(v.unknown()),
  v.check((members) => v.is(names, members.slice(0, 4)) && v.is(warnings, members.at(-1))),
);

const part = v.tuple([name, v.number(), v.array(row)]);
const daySchema = v.looseObject({ zones: v.array(zoneSchema), parts: v.array(part) });

/** False when words stand where names do. The core has read the day already. */
export const hasOnlyNames = (day: unknown): boolean => v.is(daySchema, day);
