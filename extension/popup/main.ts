/** The popup: what is stored, shown. It reads through messages and computes nothing. */
import { text } from '../shared/text.ts';
import './gramme-popup.ts';

document.documentElement.lang = text('language');
document.title = text('name');
