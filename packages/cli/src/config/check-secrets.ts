/**
 * Fetches every secret in the settings of sources once, so that one that is missing is told before anything is read.
 *
 * @throws CollegialError `config.invalid`, or what fetching it throws
 */
export function checkSecrets(sources: readonly { readonly config: unknown }[]): void {
  for (const { config } of sources) visit(config, new Set());
}

function visit(value: unknown, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  // A connector brings its own copy of the kit: what is secret is known by what it does.
  if ('reveal' in value && typeof value.reveal === 'function') value.reveal();
  else for (const inner of Object.values(value)) visit(inner, seen);
}
