/** The popup: what is stored, shown. It reads through messages and computes nothing. */
import { startPage } from '../parts/start-page.ts';
import './gramme-popup.ts';

void startPage({ element: 'gramme-popup', title: 'name' });
