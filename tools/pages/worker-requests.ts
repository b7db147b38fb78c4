// Imported before Playwright: only then it reports what a service worker asks for.
process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';
