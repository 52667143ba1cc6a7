import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../resampling/seeded-random.ts';
import { denseResidual, type Entry } from './__fixtures__/dense-model.ts';
import { indexNames } from './index-names.ts';
import { subjectResiduals } from './subject-residuals.ts';

const columns = (entries: readonly Entry[]) => ({
  students: entries.map(({ student }) => student),
  subjects: entries.map(({ subject }) => subject),
  departments: entries.map(({ department }) => department),
  values: entries.map(({ value }) => value),
});

/** Two schools, all students in English (0), mathematics (1) and art (2), art a grade more lenient, mathematics of school B a grade lower. */
const twoSchools: Entry[] = [3, 4, 5, 4, 5, 6].flatMap((ability, student) => {
  const school = student < 3 ? 0 : 1;
  return [ability, ability - school, ability + 1].map((value, subject) => ({
    student,
    subject,
    department: school * 3 + subject,
    value,
  }));
});

describe('hand-worked: two schools and three subjects', () => {
  // Means of subjects: English 4.5, mathematics 4, art 5.5; of all 14/3. Leniency −1/6, −2/3, 5/6.
  // A student of B with ability a, less leniency: English a + 1/6, mathematics a − 1/3, art a + 1/6: mathematics is half a grade below.
  const found = subjectResiduals(columns(twoSchools), { fewestStudents: 3 });

  it('finds mathematics of B half a grade below, of A half a grade above: one grade between them', () => {
    expect(found.departments.map(({ residual }) => residual?.toFixed(12))).toEqual([
      '-0.250000000000',
      '0.500000000000',
      '-0.250000000000',
      '0.250000000000',
      '-0.500000000000',
      '0.250000000000',
    ]);
    // Half of all students of mathematics are its own: of a difference of one it shows a half.
    expect(found.departments[4]).toMatchObject({ share: 0.5, students: 3, subject: 1, department: 4 });
    expect(found.departments[4]?.sensitivity).toBeCloseTo(0.5, 12);
  });

  it('knows how lenient each subject is', () => {
    expect(found.subjects.map(({ leniency }) => leniency.toFixed(10))).toEqual([
      (-1 / 6).toFixed(10),
      (-2 / 3).toFixed(10),
      (5 / 6).toFixed(10),
    ]);
    expect(found.components).toEqual([[0, 1, 2]]);
    expect(found.counted).toEqual({ students: 6, entries: 18 });
  });

  it('agrees with the simple figure where all take the same subjects', () => {
    for (const { residual, simple } of found.departments) expect(simple).toBeCloseTo(residual as number, 12);
  });
});

it('differs from the simple figure where other subjects are not the same: a department is not blamed for lenient ones', () => {
  // Everybody takes subject 0; in school 0 beside the severe subject 1, in school 1 beside the lenient subject 2; some take all three.
  const taken = (student: number) => (student >= 8 ? [0, 1, 2] : student < 4 ? [0, 1] : [0, 2]);
  const leniency = [0, -1, 1];
  const entries = Array.from({ length: 12 }, (_, student) =>
    taken(student).map((subject) => ({
      student,
      subject,
      department: subject === 0 ? (student < 4 ? 0 : student < 8 ? 1 : 2) : 2 + subject,
      value: 4 + (student % 4) + leniency[subject]!,
    })),
  ).flat();
  const [besideSevere, besideLenient] = subjectResiduals(columns(entries)).departments;
  // Differences to the other subjects: +1 and −1, of those with both 0: simple says a grade above and a grade below, and both are as good.
  expect(besideSevere?.simple).toBeCloseTo(1, 12);
  expect(besideLenient?.simple).toBeCloseTo(-1, 12);
  expect(besideSevere?.residual).toBeCloseTo(0, 12);
  expect(besideLenient?.residual).toBeCloseTo(0, 12);
});

/** Any small sparse design: some students with one subject, repeated results, departments of several subjects. */
const entryArbitrary = fc.record({
  student: fc.nat(7),
  subject: fc.nat(4),
  department: fc.nat(3),
  value: fc.integer({ min: 0, max: 9 }),
});
const designArbitrary = fc.array(entryArbitrary, { minLength: 4, maxLength: 28 });

describe('against dense least squares with a column for every student and subject', () => {
  it('gives the same residuals and differences of leniency', () => {
    fc.assert(
      fc.property(designArbitrary, (entries) => {
        const found = subjectResiduals(columns(entries));
        for (const { department, residual } of found.departments) {
          const dense = denseResidual(entries, department);
          if (residual !== null) expect(residual).toBeCloseTo(dense.residual, 9);
          for (const one of found.subjects)
            for (const other of found.subjects)
              if (one.component === other.component)
                expect(one.leniency - other.leniency).toBeCloseTo(
                  dense.effect.get(one.subject)! - dense.effect.get(other.subject)!,
                  9,
                );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows as sensitivity what a grade more in one department does to its residual', () => {
    fc.assert(
      fc.property(designArbitrary, (entries) => {
        for (const { department, sensitivity } of subjectResiduals(columns(entries)).departments) {
          const raised = entries.map((e) => ({
            ...e,
            value: e.value + (e.department === department ? 1 : 0),
          }));
          const moved =
            denseResidual(raised, department).residual - denseResidual(entries, department).residual;
          expect(sensitivity).toBeCloseTo(moved, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the variance of the influence of each student, found by weighting them a little more', () => {
    fc.assert(
      fc.property(designArbitrary, (entries) => {
        for (const { department, standardError, students } of subjectResiduals(columns(entries))
          .departments) {
          if (standardError === null) continue;
          const step = 1e-4;
          const members = new Set(denseResidual(entries, department).own.map(({ student }) => student));
          let variance = 0;
          for (let student = 0; student < 8; student += 1) {
            const at = (weight: number) =>
              denseResidual(entries, department, (other) => (other === student ? weight : 1)).residual;
            const influence = (at(1 + step) - at(1 - step)) / (2 * step);
            variance += (members.has(student) ? students / (students - 1) : 1) * influence ** 2;
          }
          expect(standardError).toBeCloseTo(Math.sqrt(variance), 5);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('what changes nothing', () => {
  it('is the order of the rows, to the last bit', () => {
    fc.assert(
      fc.property(designArbitrary, fc.nat(), (entries, seed) => {
        const random = seededRandom(seed);
        const shuffled = entries
          .map((entry) => ({ entry, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(subjectResiduals(columns(shuffled))).toEqual(subjectResiduals(columns(entries)));
      }),
    );
  });

  it('is a constant of a million on all results, and what a student brings to all subjects', () => {
    const plain = subjectResiduals(columns(twoSchools)).departments;
    const far = subjectResiduals(
      columns(twoSchools.map((e) => ({ ...e, value: e.value + 1e6 + 7 * e.student }))),
    ).departments;
    far.forEach(({ residual, standardError }, index) => {
      expect(residual).toBeCloseTo(plain[index]!.residual as number, 9);
      expect(standardError).toBeCloseTo(plain[index]!.standardError as number, 9);
    });
  });

  it('is how leniently a subject is graded', () => {
    fc.assert(
      fc.property(designArbitrary, fc.integer({ min: -3, max: 3 }), (entries, shift) => {
        const lenient = entries.map((e) => ({ ...e, value: e.value + (e.subject === 0 ? shift : 0) }));
        const before = subjectResiduals(columns(entries)).departments;
        subjectResiduals(columns(lenient)).departments.forEach(({ residual }, index) => {
          if (residual !== null) expect(residual).toBeCloseTo(before[index]?.residual as number, 9);
        });
      }),
    );
  });
});

describe('sparse designs', () => {
  it('leaves out students with one subject and says how many, whatever they got', () => {
    const alone = [0, 1, 2].map((student) => ({
      student: 10 + student,
      subject: 1,
      department: 1,
      value: 9,
    }));
    const found = subjectResiduals(columns([...twoSchools, ...alone]));
    expect(found.leftOut).toEqual({ students: 3, entries: 3 });
    expect(found.departments).toEqual(subjectResiduals(columns(twoSchools)).departments);
  });

  it('names components that no student connects, and compares within them', () => {
    const apart = twoSchools.map((e) => ({
      student: e.student + 6,
      subject: e.subject + 4,
      department: e.department + 6,
      value: e.value + 40,
    }));
    const found = subjectResiduals(columns([...twoSchools, ...apart.slice(0, 9)]));
    expect(found.components).toEqual([
      [0, 1, 2],
      [4, 5, 6],
    ]);
    expect(found.subjects.map(({ component }) => component)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(found.departments[1]?.residual).toBeCloseTo(0.5, 12);
    // Only one school teaches the subjects of the second component.
    expect(found.departments.at(-1)?.standing).toBe('nothing-to-compare');
  });

  it('says nothing of a department that is alone with its subject, nor of a few students', () => {
    const [english] = subjectResiduals(columns(twoSchools.filter((e) => e.student < 3))).departments;
    expect(english).toMatchObject({ residual: null, interval: null, standing: 'nothing-to-compare' });
    expect(subjectResiduals(columns(twoSchools)).departments[1]?.standing).toBe('too-few-students');
  });

  it('has nothing to say about nothing', () => {
    expect(subjectResiduals(columns([]))).toMatchObject({ departments: [], subjects: [], components: [] });
  });

  it('refuses columns of different length, fractions of a student and results that are no number', () => {
    const good = columns(twoSchools);
    expect(() => subjectResiduals({ ...good, values: [1] })).toThrow('same length');
    expect(() => subjectResiduals({ ...good, students: good.students.map((s) => s + 0.5) })).toThrow(
      'whole number',
    );
    expect(() => subjectResiduals({ ...good, values: good.values.map(() => Number.NaN) })).toThrow('finite');
    expect(() => subjectResiduals(good, { fewestStudents: 1 })).toThrow('from 2 on');
  });
});

/** A city: 12 schools, 10 subjects, 60 students each, six subjects a student, grades rounded; `planted` is added to one department. */
function city(seed: number, planted: number): Entry[] {
  const random = seededRandom(seed);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, x) => sum + x, -6);
  const entries: Entry[] = [];
  for (let student = 0; student < 720; student += 1) {
    const school = student % 12;
    const ability = 5 + 1.2 * normal() + 0.1 * school;
    const taken = new Set([0, 1, 2]);
    while (taken.size < 6) taken.add(3 + Math.floor(random() * 7));
    for (const subject of taken) {
      const department = school * 10 + subject;
      const value = ability + 0.15 * (subject - 5) + (department === 15 ? planted : 0) + 0.9 * normal();
      entries.push({ student, subject, department, value: Math.max(0, Math.min(9, Math.round(value))) });
    }
  }
  return entries;
}

describe('planted in a city of 12 schools', () => {
  const runs = process.env.COLLEGIAL_NIGHTLY === '1' ? 200 : 12;

  it('finds hardly more than one in twenty departments where none differs', () => {
    let told = 0;
    let all = 0;
    for (let seed = 1; seed <= runs; seed += 1)
      for (const { standing } of subjectResiduals(columns(city(seed, 0))).departments) {
        all += 1;
        if (standing === 'above' || standing === 'below') told += 1;
      }
    // Departments of a run hang together a little; at 1,440 of them the standard error is 0.006.
    expect(told / all).toBeGreaterThan(0.03);
    expect(told / all).toBeLessThan(0.07);
  });

  it('finds a department a grade below its students’ other subjects, and draws its estimate in', () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const found = subjectResiduals(columns(city(seed, -1))).departments.find((d) => d.department === 15)!;
      expect(found.standing).toBe('below');
      expect((found.residual as number) / found.sensitivity).toBeCloseTo(-1, 0);
      expect(Math.abs(found.shrunken?.value ?? 9)).toBeLessThan(Math.abs(found.residual as number));
    }
  });
});

it('indexes names in their own order', () => {
  expect(indexNames(['b', 'a', 'b'])).toEqual({ names: ['a', 'b'], codes: Int32Array.from([1, 0, 1]) });
});
