/** Installs what the app needs without a connection. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const install = () =>
    navigator.serviceWorker.register(new URL('./service-worker.js', document.baseURI)).catch(() => {
      // The app works as before, with a connection.
    });
  if (document.readyState === 'complete') void install();
  else addEventListener('load', () => void install(), { once: true });
}
