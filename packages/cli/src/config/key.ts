import type { CollegialConfig } from './define-config.ts';

/** The pseudonymisation key: from the configuration, else from `COLLEGIAL_KEY`, else none. */
export async function resolveKey(
  { key }: CollegialConfig,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if (typeof key === 'function') return key();
  return key ?? environment.COLLEGIAL_KEY;
}
