/** What an imported day may be made of: names and codes, whatever its file says. */
import * as v from 'valibot';
import { zoneSchema } from '../shared/exchange.ts';

/** Periods have members of these names: none may be one that every record has. */
const isNoMember = (text: string) => !(text in {});
const name = v.pipe(v.string(), v.regex(/^[\w.:/-]{0,128}$/), v.check(isNoMember));
const warnings = v.record(v.pipe(v.string(), v.regex(/^[a-z_]{1,64}$/)), v.number());

/** A row begins with its names and ends with its warnings; the core reads what is between. */
const row = v.pipe(
  v.array(v.unknown()),
  v.check(
    (members) =>
      members.slice(0, 4).every((text) => v.is(name, text)) && v.is(warnings, members.at(-1)),
  ),
);

const part = v.tuple([name, v.number(), v.array(row)]);
const daySchema = v.looseObject({ zones: v.array(zoneSchema), parts: v.array(part) });

/** False when words stand where names do. The core has read the day already. */
export const hasOnlyNames = (day: unknown): boolean => v.is(daySchema, day);
