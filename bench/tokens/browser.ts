/** Speed in a real page or worker of Chromium, in megabytes per second. */
export interface BrowserResult {
  place: 'page' | 'worker';
  name: string;
  coldMegabytesPerSecond: number;
}
