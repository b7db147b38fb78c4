/** The calendar date at that moment where the user is, such as 2026-01-15. */
export function localDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const month = pad(date.getMonth() + 1, 2);
  return `${pad(date.getFullYear(), 4)}-${month}-${pad(date.getDate(), 2)}`;
}
