import '../look/tokens.css';
import './app.css';
import { startCore } from './engine/engine.ts';
import { readAddress } from './shell/address.ts';
import { loadWords, startWords } from './shell/appearance.ts';
import { keepForOffline } from './shell/offline.ts';

/** Everything that the first page needs is on its way at once: core, words, shell and page. */
async function open(): Promise<void> {
  startCore();
  const { route } = readAddress();
  await Promise.all([
    startWords().then(() => loadWords(route)),
    import('./shell/app-shell.ts'),
    // The shell says so where the page cannot be loaded.
    route.load().catch(() => undefined),
  ]);
  document.body.append(document.createElement('app-shell'));
}

/** Without a file of its own the app has no words: these two are all it needs then. */
function sayIncomplete(): void {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent =
    'A file of Gramme could not be loaded: reload this page. / Un fichier de Gramme n’a pas pu être chargé\u202f: recharger cette page.';
  document.body.append(note);
}

await open().catch(sayIncomplete);
keepForOffline();
