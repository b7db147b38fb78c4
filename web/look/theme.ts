/** The chosen theme of a page, in place of the system's. */
export type Theme = 'auto' | 'light' | 'dark';

export function useTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
}

/** Paper is white: charts and cards are drawn for it while a page is printed. */
export function printLight(chosen: () => Theme): void {
  addEventListener('beforeprint', () => useTheme('light'));
  addEventListener('afterprint', () => useTheme(chosen()));
}
