import { type SchoolRow, suggestGroups } from '@collegial/collaboration';

/** How long it takes to propose groups, and what comes of it. */
export interface GroupingTime {
  readonly schools: number;
  readonly method: 'exact' | 'search';
  readonly seconds: number;
  /** Processor time, which a busy machine stretches less. */
  readonly processorSeconds: number;
  /** Of the best proposal: 0 would be perfect, 1 is what lots give. */
  readonly score: number;
}

/** Three proposals, groups of 4 to 6, for invented schools spread evenly over an area that grows with their number. */
export async function groupingGrowth(large: boolean): Promise<GroupingTime[]> {
  const times: GroupingTime[] = [];
  for (const count of large ? [18, 50, 100, 200, 400] : [18, 50, 100]) {
    const schools = inventedSchools(count);
    const started = performance.now();
    const before = process.cpuUsage();
    const { method, proposals } = await suggestGroups(schools);
    const { user, system } = process.cpuUsage(before);
    times.push({
      schools: count,
      method,
      seconds: (performance.now() - started) / 1000,
      processorSeconds: (user + system) / 1e6,
      score: proposals[0]?.score ?? Number.NaN,
    });
  }
  return times;
}

/** The same schools each time: a sequence of fractions that fills the area evenly (Roberts 2018, R2). */
function inventedSchools(count: number): SchoolRow[] {
  const side = 3_000 * Math.sqrt(count);
  const fraction = (index: number, step: number) => (0.5 + index * step) % 1;
  return Array.from({ length: count }, (_, index) => ({
    id: `school-${index}`,
    name: `School ${index}`,
    attainment: 30 + 30 * fraction(index, 0.618_034),
    context: { meals: 60 * fraction(index, 0.414_214) },
    areas: {
      mathematics: Math.round(2 * fraction(index, 0.732_051) - 1),
      behaviour: Math.round(2 * fraction(index, 0.236_068) - 1),
      music: Math.round(2 * fraction(index, 0.645_751) - 1),
    },
    place: { easting: side * fraction(index, 0.754_878), northing: side * fraction(index, 0.569_84) },
  }));
}
