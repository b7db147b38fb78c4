/** Every word of the report, in each language. */
const en = {
  title: 'What this use weighs',
  generated: 'Estimated from the files named above, on this machine. Methodology',
  energy: 'Energy',
  carbon: 'Carbon',
  water: 'Water',
  requests: 'Requests',
  tokensIn: 'Tokens in',
  tokensOut: 'Tokens out',
  byDay: 'Carbon by day',
  byMonth: 'Carbon by month',
  byYear: 'Carbon by year',
  byModel: 'Carbon by model',
  byPlatform: 'Carbon by platform',
  byProfile: 'Carbon by profile',
  date: 'Date',
  name: 'Name',
  bars: 'Bars: central figures; whiskers: from the low to the high one; those that reach the edge go on, the table has their figures.',
  files: 'Files',
  file: 'File',
  kind: 'Kind',
  notCounted: 'Not counted',
  notes: 'What to know',
  missing: 'Days without data between the first and the last',
  undated: 'Requests without a date',
  dryRequests: 'Requests whose water is not known',
  unknown: 'Unknown model',
  countedAs: 'counted as',
  unnamed: 'No model named',
  trend: 'Trend over 30 days',
  activities: 'Activity',
  weighed: 'weighed as',
  notWeighed: 'not weighed',
  table: 'Table',
  ranges: 'Every figure is a range of published assumptions, not a measurement.',
  none: 'No requests were found in these files.',
  runs: 'Runs',
  time: 'Time',
  hours: 'h',
  measuredByProject: 'Measured, by project',
  measuredByDate: 'Measured, by date',
  measuredNote:
    'Measured or worked out by the tool that wrote the file: figures without a range, in no sum above.',
  unnamedProject: 'Not named',
  notKnown: 'unknown',
};

/** Between a word and its colon, and around a name. */
export const signs = {
  en: { colon: ': ', open: '“', close: '”' },
  fr: { colon: '\u202f: ', open: '«\u202f', close: '\u202f»' },
};

export type Words = Record<keyof typeof en, string>;

const fr: Words = {
  title: 'Ce que pèse cet usage',
  generated: 'Estimé d’après les fichiers ci-dessus, sur cette machine. Méthodologie',
  energy: 'Énergie',
  carbon: 'Carbone',
  water: 'Eau',
  requests: 'Requêtes',
  tokensIn: 'Tokens lus',
  tokensOut: 'Tokens écrits',
  byDay: 'Carbone par jour',
  byMonth: 'Carbone par mois',
  byYear: 'Carbone par an',
  byModel: 'Carbone par modèle',
  byPlatform: 'Carbone par plateforme',
  byProfile: 'Carbone par profil',
  date: 'Date',
  name: 'Nom',
  bars: 'Barres\u202f: valeurs centrales\u202f; traits\u202f: de la valeur basse à la haute\u202f; ceux qui touchent le bord continuent, le tableau a leurs valeurs.',
  files: 'Fichiers',
  file: 'Fichier',
  kind: 'Nature',
  notCounted: 'Non compté',
  notes: 'À savoir',
  missing: 'Jours sans données entre le premier et le dernier',
  undated: 'Requêtes sans date',
  dryRequests: 'Requêtes dont l’eau n’est pas connue',
  unknown: 'Modèle inconnu',
  countedAs: 'compté comme',
  unnamed: 'Aucun modèle indiqué',
  trend: 'Tendance sur 30 jours',
  activities: 'Activité',
  weighed: 'pesé comme',
  notWeighed: 'non pesé',
  table: 'Tableau',
  ranges: 'Chaque valeur est une fourchette d’hypothèses publiées, non une mesure.',
  none: 'Aucune requête n’a été trouvée dans ces fichiers.',
  runs: 'Exécutions',
  time: 'Durée',
  hours: 'h',
  measuredByProject: 'Mesuré, par projet',
  measuredByDate: 'Mesuré, par date',
  measuredNote:
    'Mesuré ou calculé par l’outil qui a écrit le fichier\u202f: valeurs sans fourchette, dans aucune somme ci-dessus.',
  unnamedProject: 'Sans nom',
  notKnown: 'inconnu',
};

export const languages = { en, fr } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

export interface View {
  words: Words;
  language: Language;
}

/** What was not counted, in words: by the core's reason. */
export const reasons: Record<Language, Record<string, string>> = {
  en: {
    repeated: 'told of before: counted once',
    no_usage: 'tell of no tokens',
    not_json: 'are not valid JSON',
    contradictory_usage: 'have tokens that contradict each other',
    too_long: 'are longer than 32 MiB',
    truncated: 'is cut off: the file ends too early',
    invalid_entry: 'have no date or no count',
    duplicate_day: 'name a day twice: the first is counted',
    unknown_section: 'are of a kind that is not known',
    invalid_run: 'are runs without energy and carbon, or with figures that cannot be',
    damaged_day: 'are days that were altered or damaged: left out',
    repeated_day: 'are days that another export has too: counted once',
    not_of_use: 'have no name that tells of use: not read',
    nested_archive: 'are archives in it: unpack them first',
    duplicate_name: 'have the name of a file before them: not read',
  },
  fr: {
    repeated: 'déjà vus\u202f: comptés une fois',
    no_usage: 'n’indiquent aucun token',
    not_json: 'ne sont pas du JSON valide',
    contradictory_usage: 'ont des tokens qui se contredisent',
    too_long: 'dépassent 32\u202fMio',
    truncated: 'est coupé\u202f: le fichier finit trop tôt',
    invalid_entry: 'sont sans date ou sans nombre',
    duplicate_day: 'nomment un jour deux fois\u202f: le premier compte',
    unknown_section: 'sont d’une nature inconnue',
    invalid_run: 'sont des exécutions sans énergie ni carbone, ou aux valeurs impossibles',
    damaged_day: 'sont des jours modifiés ou abîmés\u202f: laissés de côté',
    repeated_day: 'sont des jours qu’un autre export contient aussi\u202f: comptés une fois',
    not_of_use: 'n’ont pas un nom qui indique un usage\u202f: non lus',
    nested_archive: 'sont des archives\u202f: à décompresser d’abord',
    duplicate_name: 'ont le nom d’un fichier qui précède\u202f: non lus',
  },
};

/** What a file is. */
export const kinds: Record<Language, Record<string, string>> = {
  en: {
    unknown: 'not recognised',
    response_log: 'log of responses',
    usage_export: 'usage export',
    analytics: 'daily analytics',
    chatgpt_export: 'ChatGPT export',
    claude_export: 'Claude export',
    gramme_export: 'export of the Gramme extension',
    emissions_csv: 'measured runs (emissions.csv)',
    archive: 'other files of the archive',
  },
  fr: {
    unknown: 'non reconnu',
    response_log: 'journal de réponses',
    usage_export: 'relevé d’usage',
    analytics: 'statistiques quotidiennes',
    chatgpt_export: 'export de ChatGPT',
    claude_export: 'export de Claude',
    gramme_export: 'export de l’extension Gramme',
    emissions_csv: 'exécutions mesurées (emissions.csv)',
    archive: 'autres fichiers de l’archive',
  },
};
