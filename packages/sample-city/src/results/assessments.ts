import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { schoolId, specialSchool } from '../places/school-profiles.ts';
import { groupBy } from '../random/group-by.ts';
import { createRandom } from '../random/random.ts';
import { stratifiedNormals } from '../random/stratified.ts';
import { type Person, type Stay, yearGroupIn } from '../students/person.ts';
import { firstStays } from '../students/student-records.ts';
import { entriesOf } from './entries.ts';
import { award } from './grades.ts';
import { schoolEffect } from './school-effect.ts';

type Assessment = EntityInput<'Assessment'>;

/** Key stage 2 scaled scores in reading and mathematics, on every student record of a person who took the tests. */
export function baselines(stays: readonly Stay[]): Assessment[] {
  return firstStays(stays).flatMap(({ studentId, school, person }) =>
    (['reading', 'mathematics'] as const).flatMap((subject) => {
      const points = person[subject];
      if (points === undefined) return [];
      return {
        id: `${studentId}:ks2:${subject}`,
        studentId,
        organisationId: schoolId(school),
        kind: 'baseline' as const,
        subjectId: `subject:${subject === 'reading' ? 'English' : 'Mathematics'}`,
        gradeScheme: 'ks2-scaled-score',
        grade: String(points),
        points,
        takenOn: `${person.cohort}-05-10`,
      };
    }),
  );
}

/** Results of Year 11 in each summer, for everyone on the roll of a school on the leaving date. */
export function results({
  seed,
  timeline,
  stays,
}: {
  seed: number;
  timeline: Timeline;
  stays: readonly Stay[];
}): Assessment[] {
  return timeline.years.flatMap(({ year, leavingDate }, position) => {
    const leavers = stays.filter(
      (stay) =>
        (stay.status === 'current' || stay.status === 'main') &&
        yearGroupIn(stay.person, year) === 11 &&
        stay.from <= leavingDate &&
        stay.to === leavingDate,
    );
    return [...groupBy(leavers, ({ school }) => school)].flatMap(([school, cohort]) => {
      const luck = stratifiedNormals(createRandom(seed, 'luck', school, year), cohort.length);
      const effect = schoolEffect(school, position, timeline);
      return cohort.flatMap((stay, index) =>
        resultsOf({
          seed,
          stay,
          takenOn: formatDay(leavingDate - 10),
          level: levelOf(stay.person, luck[index]!) + effect,
        }),
      );
    });
  });
}

/** A student's performance on the scale of the GCSE grades in an average school of the city. */
function levelOf(person: Person, luck: number): number {
  return (
    4.55 +
    1.2 * person.ability -
    0.35 * (person.disadvantaged ? 1 : 0) -
    3.2 * Math.min(0.6, person.absence - 0.07) -
    (person.sen === 'none' ? 0 : 0.3) -
    0.15 * Math.min(2, person.conduct) +
    (person.sex === 'F' ? 0.15 : -0.1) +
    0.85 * luck
  );
}

function resultsOf(options: { seed: number; stay: Stay; takenOn: string; level: number }): Assessment[] {
  const { seed, stay, takenOn, level } = options;
  const random = createRandom(seed, 'results', stay.person.index);
  const special = stay.school === specialSchool;
  return entriesOf(stay.person, special, random).map((qualification) => ({
    id: `${stay.studentId}:${qualification.id}`,
    studentId: stay.studentId,
    organisationId: schoolId(stay.school),
    kind: 'result',
    qualificationId: qualification.id,
    gradeScheme: qualification.gradeScheme,
    ...award(qualification, level + qualification.leniency + 0.9 * random.normal()),
    takenOn,
  }));
}
