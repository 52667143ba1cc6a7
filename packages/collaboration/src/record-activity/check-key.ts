import { writeError } from './write-error.ts';
import type { WriteOptions } from './write-options.ts';

/** @throws CollegialError `activity.invalid` when tenant or idempotency key cannot be used */
export function checkKey({ tenant, idempotencyKey }: WriteOptions): void {
  for (const [field, value] of Object.entries({ tenant, idempotencyKey })) {
    if (typeof value !== 'string' || value === '' || value.length > 200) {
      throw writeError(
        'activity.invalid',
        field,
        'It is empty or longer than 200 characters.',
        field === 'tenant'
          ? 'Name whose inbox it is.'
          : 'Give each thing that is sent a key of its own, for example a random UUID.',
      );
    }
  }
}
