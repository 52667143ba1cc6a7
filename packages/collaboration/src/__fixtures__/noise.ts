import type { Dataset, EntityName } from '@collegial/model';

/** Fields of days and of ids that a typist may get wrong, by entity. */
const noisy: Partial<Record<EntityName, { readonly days: readonly string[]; readonly ids: readonly string[] }>> = {
  Appointment: { days: ['validFrom', 'validTo'], ids: [] },
  Enrolment: { days: ['enteredOn', 'leftOn'], ids: [] },
  ClassEnrolment: { days: ['validFrom', 'validTo'], ids: [] },
  Transfer: { days: ['startsOn', 'endsOn'], ids: ['toOrganisationId'] },
  Class: { days: [], ids: ['sharedCourseId'] },
  Staff: { days: [], ids: ['linkKey'] },
  Student: { days: [], ids: ['linkKey'] },
};

/**
 * A dataset in which a share of the days and ids that detectors read is wrong. Four of five wrong days are off by up to
 * two weeks, one has day and month in each other's place where that makes a day; a wrong id is one that nobody else has.
 */
export function withNoise(dataset: Dataset, { seed, share }: { seed: number; share: number }): Dataset {
  const next = mulberry(seed);
  const wrong = () => next() < share;
  return Object.fromEntries(
    Object.entries(dataset).map(([entity, records]) => {
      const fields = noisy[entity as EntityName];
      if (fields === undefined) return [entity, records];
      return [
        entity,
        [...(records as Iterable<Record<string, unknown>>)].map((record) => {
          const changed = { ...record };
          for (const field of fields.days) {
            const value = record[field];
            if (typeof value === 'string' && wrong()) changed[field] = wrongDay(value, next);
          }
          for (const field of fields.ids) {
            const value = record[field];
            if (typeof value === 'string' && wrong()) changed[field] = `${value}-${Math.floor(next() * 1e9)}`;
          }
          return changed;
        }),
      ];
    }),
  ) as Dataset;
}

function wrongDay(day: string, next: () => number): string {
  const [year, month = '01', date = '01'] = day.split('-');
  if (next() < 0.2 && Number(date) <= 12) return `${year}-${date}-${month}`;
  const days = (1 + Math.floor(next() * 14)) * (next() < 0.5 ? -1 : 1);
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Mulberry32 (T. Ettinger, public domain): the same numbers for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
