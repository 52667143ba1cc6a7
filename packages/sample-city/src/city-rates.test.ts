import { englandAttendanceCodes } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { createCity } from './create-city.ts';

const city = createCity({ seed: 3, students: 2_000 });
const enrolments = new Map([...city.dataset.Enrolment].map((enrolment) => [enrolment.id, enrolment]));
const traits = new Map<string, Record<string, string>>();
for (const { studentId, kind, value } of city.dataset.StudentCharacteristic) {
  traits.set(studentId, { ...traits.get(studentId), [kind]: value });
}

interface Sessions {
  possible: number;
  absent: number;
  unauthorised: number;
}

/** Sessions by enrolment and academic year, guests and second registrations left out. */
const sessions = new Map<string, Sessions & { readonly studentId: string; readonly year: number }>();
for (const { enrolmentId, date, code } of city.dataset.AttendanceMark) {
  const { status, studentId } = enrolments.get(enrolmentId)!;
  if (status === 'guest' || status === 'subsidiary') continue;
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  const meaning = englandAttendanceCodes.lookup(code, date)!.meaning.statistical;
  if (meaning === 'not-possible') continue;
  const key = `${enrolmentId}/${year}`;
  const counts = sessions.get(key) ?? { possible: 0, absent: 0, unauthorised: 0, studentId, year };
  counts.possible++;
  if (meaning === 'authorised' || meaning === 'unauthorised') counts.absent++;
  if (meaning === 'unauthorised') counts.unauthorised++;
  sessions.set(key, counts);
}
const all = [...sessions.values()];

function rateOf(rows: readonly Sessions[], part: 'absent' | 'unauthorised' = 'absent'): number {
  const sum = (field: keyof Sessions) => rows.reduce((total, row) => total + row[field], 0);
  return sum(part) / sum('possible');
}

/** Mean points per single award by student record, of those with results. */
const results = new Map<
  string,
  { points: number; size: number; organisationId: string; year: number; good: number }
>();
const sizes = new Map([...city.dataset.Qualification].map(({ id, size }) => [id, size]));
const baseline = new Map<string, number>();
for (const { kind, studentId, qualificationId, points, organisationId, takenOn } of city.dataset
  .Assessment!) {
  if (kind === 'baseline') baseline.set(studentId, points!);
  if (kind !== 'result') continue;
  const size = sizes.get(qualificationId!)!;
  const sum = results.get(studentId) ?? {
    points: 0,
    size: 0,
    organisationId,
    year: Number(takenOn.slice(0, 4)),
    good: 0,
  };
  sum.points += size * points!;
  sum.size += size;
  if (points! >= 4) sum.good += size;
  results.set(studentId, sum);
}
results.forEach((sum, id) => {
  if (sum.organisationId === city.truth.extraSchools.special) results.delete(id);
});
const average = ({ points, size }: { points: number; size: number }) => points / size;

describe('headline rates lie where England’s secondary schools lay in these years', () => {
  it('overall absence 7.5–9.5 %, a third of it unauthorised or so', () => {
    expect(rateOf(all)).toBeGreaterThan(0.075);
    expect(rateOf(all)).toBeLessThan(0.095);
    const share = rateOf(all, 'unauthorised') / rateOf(all);
    expect(share).toBeGreaterThan(0.28);
    expect(share).toBeLessThan(0.45);
  });

  it('persistent absence 20–28 %, severe absence 2–4.5 %', () => {
    const persistent = all.filter(({ absent, possible }) => absent * 10 >= possible).length / all.length;
    const severe = all.filter(({ absent, possible }) => absent * 2 >= possible).length / all.length;
    expect(persistent).toBeGreaterThan(0.2);
    expect(persistent).toBeLessThan(0.28);
    expect(severe).toBeGreaterThan(0.02);
    expect(severe).toBeLessThan(0.045);
  });

  it('15–30 suspensions per 100 students and year, permanent exclusions below 0.5', () => {
    const exclusions = [...city.dataset.Exclusion];
    const per100 = (kind: string) => exclusions.filter((entry) => entry.kind === kind).length / 3 / 20;
    expect(per100('suspension')).toBeGreaterThan(15);
    expect(per100('suspension')).toBeLessThan(30);
    expect(per100('permanent')).toBeGreaterThan(0);
    expect(per100('permanent')).toBeLessThan(0.5);
  });

  it('about one teacher for 16 students', () => {
    const teachers = [...city.dataset.Appointment].filter(
      ({ role, kind, validFrom, validTo }) =>
        role !== 'support' &&
        kind === 'permanent' &&
        validFrom <= '2022-10-01' &&
        (validTo ?? '9999') >= '2022-10-01',
    );
    expect(2_000 / teachers.length).toBeGreaterThan(12);
    expect(2_000 / teachers.length).toBeLessThan(18);
  });

  it('disadvantage of the 19 schools between 10 and 65 %', () => {
    const bySchool = new Map<string, number[]>();
    for (const { studentId, organisationId } of enrolments.values()) {
      const flags = bySchool.get(organisationId) ?? [];
      flags.push(traits.get(studentId)!.disadvantaged === 'yes' ? 1 : 0);
      bySchool.set(organisationId, flags);
    }
    const shares = city.truth.secondarySchools.map((id) => {
      const flags = bySchool.get(id)!;
      return flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
    });
    expect(Math.min(...shares)).toBeLessThan(0.2);
    expect(Math.min(...shares)).toBeGreaterThan(0.05);
    expect(Math.max(...shares)).toBeGreaterThan(0.5);
    expect(Math.max(...shares)).toBeLessThan(0.7);
  });
});

describe('what hangs together', () => {
  const withTrait = (kind: string, value: string) =>
    all.filter(({ studentId }) => traits.get(studentId)![kind] === value);

  it('disadvantaged students are absent more and attain less', () => {
    expect(rateOf(withTrait('disadvantaged', 'yes'))).toBeGreaterThan(
      1.25 * rateOf(withTrait('disadvantaged', 'no')),
    );
    const mean = (value: string) => {
      const found = [...results]
        .filter(([id]) => traits.get(id)!.disadvantaged === value)
        .map(([, sum]) => average(sum));
      return found.reduce((sum, one) => sum + one, 0) / found.length;
    };
    expect(mean('no') - mean('yes')).toBeGreaterThan(0.5);
  });

  it('results go with prior attainment, r between 0.6 and 0.9, and against absence', () => {
    const pairs = [...results].flatMap(([id, sum]) =>
      baseline.has(id) ? [[baseline.get(id)!, average(sum)] as const] : [],
    );
    expect(correlation(pairs)).toBeGreaterThan(0.6);
    expect(correlation(pairs)).toBeLessThan(0.9);
    const absences = all.flatMap(({ studentId, year, absent, possible }) => {
      const sum = results.get(studentId);
      return sum?.year === year + 1 ? [[absent / possible, average(sum)] as const] : [];
    });
    expect(correlation(absences)).toBeLessThan(-0.2);
  });

  it('suspended students are more often disadvantaged', () => {
    const rows = [...city.dataset.Exclusion].map(
      ({ studentId }) => traits.get(studentId)!.disadvantaged === 'yes',
    );
    const base = [...traits.values()].filter((trait) => trait.disadvantaged === 'yes').length / traits.size;
    expect(rows.filter(Boolean).length / rows.length).toBeGreaterThan(1.2 * base);
  });

  it('schools differ by about a tenth of the variance of results (ch. 11)', () => {
    const shares = [2023, 2024, 2025].map((year) => {
      const rows = [...results.values()].filter((sum) => sum.year === year);
      return shareBetween(rows.map((row) => [row.organisationId, average(row)] as const));
    });
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.04);
      expect(share).toBeLessThan(0.2);
    }
  });

  it('every group gains from year to year (fig. 10.1)', () => {
    const larger = createCity({ seed: 3, students: 4_000 });
    for (const members of Object.values(larger.truth.groups)) {
      const means = ['2023', '2024', '2025'].map((year) => {
        const points = [...larger.dataset.Assessment]
          .filter(
            ({ kind, organisationId, takenOn }) =>
              kind === 'result' && members.includes(organisationId) && takenOn.startsWith(year),
          )
          .map((result) => result.points!);
        return points.reduce((sum, one) => sum + one, 0) / points.length;
      });
      expect(means[1]).toBeGreaterThan(means[0]!);
      expect(means[2]).toBeGreaterThan(means[1]!);
    }
  });

  it('more students reach five or more at 9–4 in the last year than in the first', () => {
    const share = (year: number) => {
      const rows = [...results.values()].filter((sum) => sum.year === year);
      return rows.filter(({ good }) => good >= 5).length / rows.length;
    };
    expect(share(2023)).toBeGreaterThan(0.4);
    expect(share(2025)).toBeGreaterThan(share(2023) + 0.03);
  });
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (product: (pair: readonly [number, number]) => number) =>
    pairs.reduce((total, pair) => total + product(pair), 0);
  return (
    sum(([a, b]) => (a - x) * (b - y)) / Math.sqrt(sum(([a]) => (a - x) ** 2) * sum(([, b]) => (b - y) ** 2))
  );
}

/** Share of variance between groups: the one-way analysis-of-variance estimator for groups of unequal size. */
function shareBetween(rows: readonly (readonly [string, number])[]): number {
  const groups = new Map<string, number[]>();
  for (const [group, value] of rows) groups.set(group, [...(groups.get(group) ?? []), value]);
  const total = rows.reduce((sum, [, value]) => sum + value, 0) / rows.length;
  let between = 0;
  let within = 0;
  let squares = 0;
  for (const values of groups.values()) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    between += values.length * (mean - total) ** 2;
    within += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    squares += values.length ** 2;
  }
  const meanWithin = within / (rows.length - groups.size);
  const size = (rows.length - squares / rows.length) / (groups.size - 1);
  const variance = Math.max(0, (between / (groups.size - 1) - meanWithin) / size);
  return variance / (variance + meanWithin);
}
