import type { CollegialError, ErrorCode } from '@collegial/model';
import { ModelError, type ModelErrorCode } from '@collegial/statistics';
import { modelError } from './model-error.ts';

const codes: Readonly<Record<ModelErrorCode, (ErrorCode & `model.${string}`) | 'argument.invalid'>> = {
  'malformed-statistics': 'model.data',
  'unknown-name': 'argument.invalid',
  'collinear-columns': 'model.collinear',
  'constant-outcome': 'model.data',
  'no-residual-variation': 'model.data',
  'too-few-rows': 'model.data',
  'too-few-groups': 'model.data',
  'not-identified': 'model.data',
  'not-comparable': 'argument.invalid',
};

/** An error of the numerics with a code and a place, as users see it; any other error as it is. */
export function wrapModelError(error: unknown): unknown {
  if (!ModelError.isInstance(error)) return error;
  const field = error.columns[0] ?? error.level;
  return modelError(codes[error.code], error.message, {
    ...(field === undefined ? {} : { field }),
    cause: error,
  }) satisfies CollegialError;
}
