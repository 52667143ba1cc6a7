import { createHash } from 'node:crypto';
import type { Source } from '@collegial/connector-kit';

/**
 * Fingerprint of the settings that decide which records a source gives; `undefined` when the connector does not say. Secrets are no part of it: they
 * serialise as a fixed word.
 */
export function scopeOf({ connector, config }: Source): string | undefined {
  const scope = connector.scope === undefined ? config : connector.scope(config);
  const text = JSON.stringify(scope);
  return text === undefined ? undefined : createHash('sha256').update(text).digest('hex').slice(0, 32);
}
