/** What the popup is expected to say. */
export interface Words {
  empty: string;
  failed: string;
  counting: string;
  blind: string;
  estimated: string;
  answers: string;
  warning: string;
  quarantined: string;
  atLeast: string;
}

export const WORDS: Record<'en' | 'fr', Words> = {
  en: {
    empty: 'Nothing weighed yet',
    failed: 'The totals could not be read',
    counting: 'Counting on chatgpt.com',
    blind: 'Not counting here',
    estimated: 'estimated',
    answers: '2 answers · 2 typed prompts',
    warning:
      'The provider’s own instructions, tools and memory, read before each answer: not counted.',
    quarantined: 'set aside, not deleted',
    atLeast: 'at least',
  },
  fr: {
    empty: 'Rien de pesé pour l’instant',
    failed: 'Les totaux n’ont pas pu être lus',
    counting: 'Comptage sur chatgpt.com',
    blind: 'Pas de comptage ici',
    estimated: 'estimé',
    answers: '2 réponses · 2 questions saisies',
    warning:
      'Instructions, outils et mémoire propres au fournisseur, relus avant chaque réponse\u202f: non comptés.',
    quarantined: 'mis de côté, pas supprimés',
    atLeast: 'au moins',
  },
};
