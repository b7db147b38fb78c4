/** A year on one page: charts and tables, to be read, printed or shared. */
import { startPage } from '../parts/start-page.ts';
import './report-page.ts';

void startPage({ element: 'report-page', title: 'page_report' });
