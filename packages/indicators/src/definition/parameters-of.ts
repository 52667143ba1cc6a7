import { CollegialError } from '@collegial/model';
import type * as z from 'zod';
import type { IndicatorDefinition, ParameterSchema } from './indicator-definition.ts';

/**
 * The parameters of an indicator, checked and completed with its defaults.
 *
 * @throws CollegialError `argument.invalid` with the parameter's name
 */
export function parametersOf<Parameters extends ParameterSchema>(
  definition: IndicatorDefinition<Parameters>,
  given: unknown = {},
): z.output<Parameters> {
  const result = definition.parameters.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new CollegialError({
    code: 'argument.invalid',
    message: `Parameter of “${definition.id}”: ${issue?.message ?? 'not valid'}.`,
    place: { field: issue?.path.join('.') || 'parameters' },
    fix: 'The catalogue lists the parameters of each indicator.',
  });
}
