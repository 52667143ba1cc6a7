import type { Readable, Writable } from 'node:stream';
import * as prompts from '@clack/prompts';
import type { Arguments } from './arguments.ts';
import { accessStyles, defaults, pagingStyles, scaffoldEntities } from './choices.ts';
import { vendorNames } from './vendor-names.ts';

/** Thrown when the person who is asked stops. */
export class Stopped extends Error {}

/** Where questions are put and answers come from; default: the process's. */
export interface Conversation {
  readonly input?: Readable;
  readonly output?: Writable;
}

type Answers = Omit<Arguments, 'yes' | 'json' | 'help' | 'version'>;

/**
 * Asks for what the command line did not say.
 *
 * @throws Stopped
 */
export async function ask(given: Answers, conversation: Conversation = {}): Promise<Answers> {
  prompts.intro('A connector for Collegial', conversation);
  const vendor = given.vendor ?? (await askVendor(conversation));
  const { id } = vendorNames(vendor);
  const directory =
    given.directory ??
    answered(
      await prompts.text({
        ...conversation,
        message: 'Where to?',
        initialValue: given.packageName?.split('/').at(-1) ?? `collegial-connector-${id}`,
      }),
    );
  const access =
    given.access ??
    answered(
      await prompts.select<string>({
        ...conversation,
        message: 'How are the records reached?',
        options: optionsOf(accessStyles),
        initialValue: defaults.access,
      }),
    );
  const paging = access === 'files' ? given.paging : (given.paging ?? (await askPaging(conversation)));
  const entities =
    given.entities ??
    answered(
      await prompts.multiselect<string>({
        ...conversation,
        message: 'What is read? (Others are added by hand in the same way.)',
        options: optionsOf(scaffoldEntities),
        initialValues: [...defaults.entities],
        required: true,
      }),
    );
  return { ...given, vendor, directory, access, ...(paging !== undefined && { paging }), entities };
}

async function askVendor(conversation: Conversation): Promise<string> {
  return answered(
    await prompts.text({
      ...conversation,
      message: 'Whose system is it?',
      placeholder: 'Acme MIS',
      validate(name) {
        try {
          vendorNames(name ?? '');
          return undefined;
        } catch (error) {
          return (error as Error).message;
        }
      },
    }),
  );
}

async function askPaging(conversation: Conversation): Promise<string> {
  return answered(
    await prompts.select<string>({
      ...conversation,
      message: 'How are lists cut into pages?',
      options: optionsOf(pagingStyles),
      initialValue: defaults.paging,
    }),
  );
}

function optionsOf(
  choices: Readonly<Record<string, string>>,
): { value: string; label: string; hint: string }[] {
  return Object.entries(choices).map(([value, hint]) => ({ value, label: value, hint }));
}

function answered<Answer>(answer: Answer | typeof prompts.CANCEL_SYMBOL): Answer {
  if (typeof answer === 'symbol') throw new Stopped();
  return answer as Answer;
}
