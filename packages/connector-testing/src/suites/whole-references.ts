import { type EntityName, references } from '@collegial/model';
import type { Contents } from '../compare-contents.ts';
import { must, some } from '../must.ts';
import type { Check, Facts } from '../suite.ts';
import type { Trial } from '../trial.ts';

/** A field of the records of an entity whose values are ids. */
interface Led {
  /** Entity and field, for example `Enrolment.studentId`. */
  readonly name: string;
  /** Entity of the records that are named. */
  readonly entity: EntityName;
  readonly ids: readonly string[];
}

/** The fields that name records, with the ids that the loaded records have in them. */
function ledIn(contents: Contents): Led[] {
  const found = new Map<string, { entity: EntityName; ids: string[] }>();
  for (const [name, json] of contents) {
    const holder = name.split('/')[1] as EntityName;
    const record = JSON.parse(json) as Record<string, unknown>;
    for (const { field, entity } of references(holder)) {
      const led = found.get(`${holder}.${field}`) ?? { entity, ids: [] };
      found.set(`${holder}.${field}`, led);
      led.ids.push(...[record[field] ?? []].flat().map(String));
    }
  }
  return [...found].map(([name, led]) => ({ name, ...led }));
}

/** The ids of the loaded records by entity, of all sources. */
function loadedIn(contents: Contents): Map<string, Set<string>> {
  const loaded = new Map<string, Set<string>>();
  for (const [name, json] of contents) {
    const { id } = JSON.parse(json) as { id?: string };
    if (id === undefined) continue;
    const entity = name.split('/')[1] as string;
    loaded.set(entity, (loaded.get(entity) ?? new Set()).add(id));
  }
  return loaded;
}

/** In words, where a field leads nowhere; `undefined` when every id is one of a loaded record. */
function dangling({ name, entity, ids }: Led, loaded: ReadonlySet<string>): string | undefined {
  const lost = ids.filter((id) => !loaded.has(id));
  if (lost.length === 0) return undefined;
  const known = nearest(lost[0] as string, loaded);
  const other =
    known === undefined ? `no ${entity} was loaded at all` : `ids of loaded ${entity} look like “${known}”`;
  return `${name}: ${lost.length} of ${ids.length} lead to no ${entity} that was loaded, for example “${lost[0]}” – ${other}`;
}

/** Of the ids that were loaded, the one that begins most like another. */
function nearest(id: string, loaded: Iterable<string>): string | undefined {
  const alike = (other: string) => [...id].findIndex((letter, at) => other[at] !== letter);
  return [...loaded].reduce<string | undefined>(
    (best, one) => (best === undefined || alike(one) > alike(best) ? one : best),
    undefined,
  );
}

/** Every id in a record is that of a record which the connector loads, where it reads the entity that is named. */
export const wholeReferences: Check = {
  name: 'every id in a record leads to a record that was loaded',
  async run(trial: Trial): Promise<Facts> {
    const { connector } = (await trial.open()).source;
    const { contents } = await trial.reference();
    const { elsewhere = {} } = trial.options;
    const read = new Set(Object.values(connector.streams).map(({ entity }) => entity));
    const loaded = loadedIn(contents);
    const all = ledIn(contents).filter(({ ids }) => ids.length > 0);
    const checked = all.filter(({ name, entity }) => read.has(entity) && elsewhere[name] === undefined);
    const faults = checked.flatMap((led) => dangling(led, loaded.get(led.entity) ?? new Set()) ?? []);
    must(
      faults.length === 0,
      () =>
        `${some(faults)}. Make both ids with one function, from the same field of the source; where the source itself names records that it does not hold, say so in the option elsewhere.`,
    );
    const passedOver = all.filter((led) => !checked.includes(led));
    const reasons = passedOver.map(({ name, entity }) => {
      return `${name} (${elsewhere[name] ?? `no stream of ${entity}`})`;
    });
    return {
      references: checked.reduce((sum, { ids }) => sum + ids.length, 0),
      ...(reasons.length > 0 && { 'not followed:': reasons.join('; ') }),
    };
  },
};
