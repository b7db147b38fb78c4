/** What is read, kept and never kept, in every detail. */
import { startPage } from '../parts/start-page.ts';
import './privacy-page.ts';

void startPage({ element: 'privacy-page', title: 'page_privacy' });
