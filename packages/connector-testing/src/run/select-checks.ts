import { CollegialError, type EntityName, entities, references } from '@collegial/model';
import type { ConformanceOptions } from '../conformance-options.ts';
import type { Check } from '../suite.ts';
import type { SuiteName } from '../suite-names.ts';
import { suiteNames } from '../suite-names.ts';
import { suites } from '../suites/index.ts';

/** A check, and why it is passed over when it is. */
export interface SelectedCheck {
  readonly suite: SuiteName;
  readonly check: Check;
  readonly skip?: string;
}

function wrong(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}

/**
 * The checks of all suites, with the reasons for which some are passed over.
 *
 * @throws CollegialError `argument.invalid` for names that do not exist and reasons that say nothing
 */
export function selectChecks({
  suites: wanted = suiteNames,
  skip = {},
  elsewhere = {},
}: ConformanceOptions): SelectedCheck[] {
  const all = suites.flatMap((suite) => suite.checks.map((check) => ({ suite, check })));
  const names = [...suiteNames, ...all.map(({ suite, check }) => `${suite.name}/${check.name}`)] as string[];
  for (const name of wanted)
    if (!suiteNames.includes(name))
      throw wrong(`There is no suite “${name}”.`, `Use ${suiteNames.join(', ')}.`);
  for (const [name, reason] of Object.entries(skip)) {
    if (!names.includes(name))
      throw wrong(
        `skip names “${name}”, which is no suite and no check.`,
        `Use one of: ${names.join('; ')}.`,
      );
    if (typeof reason !== 'string' || reason.trim().length < 10)
      throw wrong(`skip gives no reason for “${name}”.`, 'Write in a sentence why it does not apply.');
  }
  for (const [name, reason] of Object.entries(elsewhere)) {
    const [entity = '', field] = name.split('.');
    const fields = Object.hasOwn(entities, entity) ? references(entity as EntityName) : [];
    if (!fields.some((one) => one.field === field))
      throw wrong(
        `elsewhere names “${name}”, which is no field with an id.`,
        'Write entity and field, for example Enrolment.destinationId.',
      );
    if (typeof reason !== 'string' || reason.trim().length < 10)
      throw wrong(
        `elsewhere gives no reason for “${name}”.`,
        'Write in a sentence where the records are that it names.',
      );
  }
  return all.map(({ suite, check }) => {
    const reason =
      skip[suite.name] ??
      skip[`${suite.name}/${check.name}`] ??
      (wanted.includes(suite.name) ? undefined : 'The option suites leaves it out.');
    return { suite: suite.name, check, ...(reason !== undefined && { skip: reason }) };
  });
}
