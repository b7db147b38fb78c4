/** What the popup is expected to say. */
export interface Words {
  empty: string;
  failed: string;
  counting: string;
  blind: string;
  estimated: string;
  warning: string;
  noConsent: string;
  putAside: string;
  budgets: string[];
  part: string;
  comparison: string;
  atLeast: string;
}

export const WORDS: Record<'en' | 'fr', Words> = {
  en: {
    empty: 'Nothing weighed yet',
    failed: 'The totals could not be read',
    counting: 'Counting on chatgpt.com',
    blind: 'Not counting here',
    estimated: 'estimated',
    warning:
      'The provider’s own instructions, tools and memory, read before each answer: not counted.',
    noConsent: 'Not counting yet',
    putAside: 'kept aside; counting goes on',
    budgets: ['within', 'nearly used up', 'used up'],
    part: 'Reading the model’s weights',
    comparison: 'driving a petrol or diesel car for 3.2\u202fmi',
    atLeast: 'at least',
  },
  fr: {
    empty: 'Rien de pesé pour l’instant',
    failed: 'Les totaux n’ont pas pu être lus',
    counting: 'Comptage sur chatgpt.com',
    blind: 'Pas de comptage ici',
    estimated: 'estimé',
    warning:
      'Instructions, outils et mémoire propres au fournisseur, relus avant chaque réponse\u202f: non comptés.',
    noConsent: 'Pas encore de comptage',
    putAside: 'gardés de côté',
    budgets: ['dans les limites', 'presque épuisé', 'épuisé'],
    part: 'Lecture des poids du modèle',
    comparison: 'rouler 3,2\u202fmi dans une voiture à essence ou diesel',
    atLeast: 'au moins',
  },
};
