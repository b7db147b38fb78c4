export interface ServedApp {
  /** Address of the app, without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

/** Serves dist/app on this machine; port 0, the default, is any that is free. */
export function serveApp(options?: { port?: number }): Promise<ServedApp>;
