import * as v from 'valibot';
import { siteSchema } from './settings.ts';

/** The background to content scripts: the user took the permission for this site back. */
export const watchEndSchema = v.strictObject({ type: v.literal('watch/end'), site: siteSchema });
export type WatchEnd = v.InferOutput<typeof watchEndSchema>;
