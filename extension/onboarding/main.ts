/** The page of the first start: what is read and kept, and whether counting may begin. */
import { startPage } from '../parts/start-page.ts';
import './welcome-page.ts';

void startPage({ element: 'welcome-page', title: 'page_welcome' });
