/** A process that records one gram after the other, and says when each is kept. */
import { budgetWith, fileStore, grams } from './serving.ts';

const [folder = '', service = 'texts'] = process.argv.slice(2);
const budget = budgetWith({ store: fileStore(folder) });
for (;;) {
  await budget.record({ service, language: 'fr', ...grams(1) });
  process.stdout.write('kept\n');
}
