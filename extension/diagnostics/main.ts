/** What the extension sees and does now: a zero is never without its reason. */
import { startPage } from '../parts/start-page.ts';
import './diagnostics-page.ts';

void startPage({ element: 'diagnostics-page', title: 'page_diagnostics' });
