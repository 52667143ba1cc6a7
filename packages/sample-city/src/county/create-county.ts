import type { Dataset, EntityInput } from '@collegial/model';
import { createRandom, type Random } from '../random/random.ts';
import { type CountyOptions, countyOptions } from './county-options.ts';
import type { CountyStory, CountyTruth, TrueCountyGroup } from './county-truth.ts';

/** A county: places, groups and published figures, and the truth about them. */
export interface County {
  readonly dataset: Required<
    Pick<Dataset, 'Organisation' | 'OrganisationLink' | 'SchoolGroup' | 'GroupMember' | 'SchoolMeasure'>
  >;
  readonly truth: CountyTruth;
  readonly options: CountyOptions;
}

interface CountySchool {
  readonly id: string;
  readonly attainment: number[];
  readonly absence: number[];
}

const stories: readonly CountyStory[] = ['effect', 'none', 'rising-before', 'formed-when-low'];

/** Ids far above those that England's register has given out. */
const firstNumber = 991_001;

/** Points a year that schools of the story `rising-before` gain on others. */
const risingBy = 1;

/**
 * Makes a county whose published Attainment 8 and absence are known for more years than the city has, with groups that were formed in between: some with a
 * planted difference, some with none, some that were rising already, some formed of schools that happened to be low. A test bed for telling these
 * apart. Schools swing from year to year by 2 points (standard deviation; a third of a swing is left a year later, a tenth is shared
 * within a group) around levels that differ by 7. No school is real.
 *
 * @throws CollegialError `argument.invalid` when an option is out of range
 *
 * @example
 * ```ts
 * import { createCounty } from '@collegial/sample-city';
 *
 * const county = createCounty({ seed: 1 });
 * county.truth.groups.filter(({ story }) => story === 'effect').length; // 4
 * ```
 */
export function createCounty(given: Partial<CountyOptions> = {}): County {
  const options = countyOptions(given);
  const { seed, groupsOfEach, yearsBefore, yearsAfter, firstYear, waves } = options;
  const count = yearsBefore + yearsAfter + waves - 1;
  const years = Array.from({ length: count }, (_, index) => firstYear + index);
  const random = createRandom(seed, 'county');
  const general = years.map(() => random.normal());
  const clusters = Array.from({ length: stories.length * groupsOfEach }, () => {
    const shared = swings(random, count, 2 * Math.sqrt(0.1));
    return Array.from({ length: 4 + random.integer(5) }, () => shared);
  });
  const alone = Array.from({ length: options.otherSchools }, () => swings(random, count, 2 * Math.sqrt(0.1)));
  let number = firstNumber;
  const school = (shared: readonly number[]): CountySchool => {
    const level = random.normal();
    const own = swings(random, count, 2 * Math.sqrt(0.9));
    const absenceSwings = swings(random, count, 0.5);
    return {
      id: `urn:${number++}`,
      attainment: own.map((swing, year) => 46 + 7 * level + general[year]! + shared[year]! + swing),
      absence: absenceSwings.map((swing) => 6 - 0.8 * level + swing),
    };
  };
  const made = clusters.map((cluster) => cluster.map(school));
  const others = alone.map(school);

  const groups = stories.flatMap((story, kind) =>
    Array.from({ length: groupsOfEach }, (_, index) => {
      const joins = yearsBefore + (index % waves);
      const difference = story === 'effect' ? options.difference : 0;
      const trend = story === 'rising-before' ? risingBy : 0;
      const own = made[kind * groupsOfEach + index]!;
      const schools = story === 'formed-when-low' ? lowest(own.length, others, joins) : own;
      if (story === 'formed-when-low') others.push(...own);
      for (const one of schools)
        for (const [year, figure] of one.attainment.entries())
          one.attainment[year] = figure + trend * (year - joins) + (year >= joins ? difference : 0);
      const truth: TrueCountyGroup = {
        groupId: `${story}-${index + 1}`,
        story,
        schools: schools.map(({ id }) => id),
        from: firstYear + joins,
        difference,
        trend,
      };
      return { truth, schools };
    }),
  );
  const schools = [...groups.flatMap((group) => group.schools), ...others].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return {
    dataset: {
      Organisation: [
        { id: 'la:992', kind: 'authority', name: 'Marrowdale County Council' },
        ...schools.map(({ id }) => ({
          id,
          kind: 'school' as const,
          name: `Marrowdale School ${Number(id.slice(4)) - firstNumber + 1}`,
          identifiers: [id],
          phase: 'secondary' as const,
        })),
      ],
      OrganisationLink: schools.map(({ id }) => ({
        id: `link:${id}`,
        organisationId: id,
        relatedId: 'la:992',
        kind: 'authority' as const,
      })),
      SchoolGroup: groups.map(({ truth }, index) => ({
        id: truth.groupId,
        name: `Marrowdale Partnership ${index + 1}`,
      })),
      GroupMember: groups.flatMap(({ truth }) =>
        truth.schools.map((organisationId) => ({
          id: `member:${organisationId}`,
          groupId: truth.groupId,
          organisationId,
          validFrom: `${truth.from}-09-01`,
        })),
      ),
      SchoolMeasure: schools.flatMap((one) => measures(one, years)),
    },
    truth: {
      groups: groups.map(({ truth }) => truth),
      others: others.map(({ id }) => id).sort(),
      years,
    },
    options,
  };
}

/** A path that swings around 0, a third of each swing being left a year later. */
function swings(random: Random, count: number, size: number): number[] {
  let swing = random.normal();
  return Array.from({ length: count }, (_, year) => {
    if (year > 0) swing = swing / 3 + Math.sqrt(8 / 9) * random.normal();
    return size * swing;
  });
}

/** Takes out of the others the schools that were farthest below their own mean in the year before. */
function lowest(count: number, others: CountySchool[], joins: number): CountySchool[] {
  const below = ({ attainment }: CountySchool) =>
    attainment[joins - 1]! - attainment.slice(0, joins).reduce((sum, value) => sum + value, 0) / joins;
  // Every second one, so that there are others as low that joined nothing.
  const taken = [...others]
    .sort((a, b) => below(a) - below(b))
    .filter((_, place) => place % 2 === 0)
    .slice(0, count);
  for (const school of taken) others.splice(others.indexOf(school), 1);
  return taken;
}

function measures(
  { id, attainment, absence }: CountySchool,
  years: readonly number[],
): EntityInput<'SchoolMeasure'>[] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return years.flatMap((academicYear, year) => [
    {
      organisationId: id,
      academicYear,
      measure: 'attainment-8',
      publication: 'sample',
      value: round(attainment[year]!),
      denominator: 150,
    },
    {
      organisationId: id,
      academicYear,
      measure: 'absence-rate',
      publication: 'sample',
      value: round(Math.max(0, absence[year]!)) / 100,
      denominator: 700,
    },
  ]);
}
