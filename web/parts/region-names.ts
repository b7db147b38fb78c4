import { language, optionalText } from '../words/words.ts';

/** Codes of three letters whose first two are not the code of two letters. */
const SHORT_CODES =
  'abwAW agoAO areAE armAM atgAG autAT bdiBI benBJ bgdBD bhsBS bihBA blrBY blzBZ brbBB brnBN ' +
  'chlCL chnCN codCD cogCG cokCK comKM cpvCV cymKY dnkDK eshEH estEE flkFK froFO ginGN glpGP ' +
  'gnbGW gnqGQ grdGD grlGL gufGF guyGY irlIE irqIQ isrIL jamJM kazKZ korKR lbrLR lbyLY macMO ' +
  'mdgMG mdvMV mexMX mltMT mneME mozMZ mtqMQ pakPK pngPG polPL prkKP prtPT pryPY pyfPF senSN ' +
  'slbSB slvSV spmPM srbRS surSR svkSK svnSI sweSE swzSZ sycSC tcdTD tkmTM tunTN turTR ukrUA uryUY';

const shortCodes = new Map(
  SHORT_CODES.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(3)] as const),
);

/** One for each language: making one takes longer than asking it two hundred times. */
const namers = new Map<string, Intl.DisplayNames>();

function namerOf(locale: string): Intl.DisplayNames {
  const known = namers.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  namers.set(locale, made);
  return made;
}

/** The name of a region of the catalogue; as the catalogue has it where no other is known. */
export function regionName(id: string, fallback = id.toUpperCase()): string {
  const written = optionalText(`region_${id}`);
  if (written !== null) return written;
  if (!/^[a-z]{3}$/.test(id)) return fallback;
  const code = shortCodes.get(id) ?? id.slice(0, 2).toUpperCase();
  return namerOf(language()).of(code) ?? fallback;
}
