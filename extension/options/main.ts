/** Everything that can be chosen. */
import { startPage } from '../parts/start-page.ts';
import './options-page.ts';

void startPage({ element: 'options-page', title: 'page_options' });
