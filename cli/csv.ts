const FORMULA = /^[=+\-@\t\r]/;

/** One cell: RFC 4180, and a text that a spreadsheet would take for a formula begins with '. */
function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells as the core's own files have them: CRLF, quotes doubled, nothing for null. */
export function csvOf(header: string[], rows: (string | number | null)[][]): string {
  return [header, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}
