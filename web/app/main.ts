import '../look/tokens.css';
import './app.css';
import { startCore } from './engine/engine.ts';
import { startWords } from './shell/appearance.ts';
import { keepForOffline } from './shell/offline.ts';

startCore();
await startWords();
await import('./shell/app-shell.ts');
document.body.append(document.createElement('app-shell'));
keepForOffline();
