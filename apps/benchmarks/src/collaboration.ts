import {
  articulationPoints,
  brokerage,
  density,
  groupProfileOf,
  ledgerOf,
  levelSummariesOf,
  Network,
  reciprocity,
  type Tie,
  triadCensus,
  weakComponents,
} from '@collegial/collaboration';
import { type AcademicYear, activityKinds } from '@collegial/model';
import { seededRandom } from '@collegial/statistics';

const academicYear: AcademicYear = 2023;
const groupSize = 6;

/** Seconds for the collaboration of a country of some size, stage by stage; twice the size should take twice as long. */
export interface CollaborationTime {
  readonly schools: number;
  readonly ties: number;
  /** One pass over the ties that adds up what each school gives: the least that any of it can cost. */
  readonly pass: number;
  readonly levels: number;
  readonly ledger: number;
  readonly network: number;
  /** Levels and profile of every group. */
  readonly profiles: number;
  /** Seconds of processor time for levels, ledger, network and profiles: on a machine that others use too, those of a clock say little. */
  readonly processor: number;
  readonly ledgerLines: number;
}

/** Everything for countries of growing size, with as many ties a school. */
export function collaborationGrowth(): CollaborationTime[] {
  return [3_000, 6_000, 12_000, 24_000].map((schools) =>
    timeOf(schools, Math.round((schools * 500_000) / 24_000)),
  );
}

function timeOf(schoolCount: number, tieCount: number): CollaborationTime {
  const ties = tiesOf(schoolCount, tieCount);
  const schools = Array.from({ length: schoolCount }, (_, index) => schoolId(index));
  const [pass] = seconds(() => {
    const gave = new Map<string, number>();
    for (const { flows } of ties)
      for (const { provider, parts } of flows) gave.set(provider, (gave.get(provider) ?? 0) + parts);
    return gave.size;
  });
  const before = process.cpuUsage();
  const [levels] = seconds(() => levelSummariesOf({ schools, ties, academicYear, linkedOnly: true }));
  const [ledger, lines] = seconds(() => ledgerOf(ties, academicYear));
  const [network] = seconds(() => {
    const edges = ties.flatMap(({ flows }) =>
      flows.map(({ provider, recipient, parts }) => ({ from: provider, to: recipient, weight: parts })),
    );
    const made = new Network({
      nodes: schools.map((id, index) => ({ id, group: `group-${Math.floor(index / groupSize)}` })),
      edges,
    });
    for (const measure of [density, reciprocity, triadCensus, weakComponents, articulationPoints, brokerage])
      measure(made);
  });
  const [profiles] = seconds(() => {
    const byGroup = new Map<number, Tie[]>();
    for (const tie of ties) {
      const [one, other] = tie.schools.map((school) => Math.floor(Number(school.slice(7)) / groupSize));
      if (one !== other || one === undefined) continue;
      const known = byGroup.get(one);
      if (known === undefined) byGroup.set(one, [tie]);
      else known.push(tie);
    }
    for (const [group, own] of byGroup) {
      const members = schools.slice(group * groupSize, (group + 1) * groupSize);
      groupProfileOf({
        scope: { kind: 'group', id: `group-${group}` },
        schools: members,
        academicYear,
        ties: own,
        pairs: levelSummariesOf({ schools: members, ties: own, academicYear }),
      });
    }
  });
  const { user, system } = process.cpuUsage(before);
  return {
    schools: schoolCount,
    ties: ties.length,
    pass,
    levels,
    ledger,
    network,
    profiles,
    processor: (user + system) / 1e6,
    ledgerLines: lines.length,
  };
}

const schoolId = (index: number) => `school-${String(index).padStart(5, '0')}`;

/** A country in groups of six: six in seven ties inside a group, the others anywhere. */
function tiesOf(schoolCount: number, tieCount: number): Tie[] {
  const random = seededRandom(11);
  const whole = (below: number) => Math.floor(random() * below);
  return Array.from({ length: tieCount }, (_, index): Tie => {
    const from = whole(schoolCount);
    const inGroup = Math.floor(from / groupSize) * groupSize + whole(groupSize);
    const to = Math.min(random() < 6 / 7 ? inGroup : whole(schoolCount), schoolCount - 1);
    const [one, other] = from < to ? [from, to] : [to, from === to ? (from + 1) % schoolCount : from];
    const [first, second] = one < other ? [one, other] : [other, one];
    const kind = activityKinds[whole(activityKinds.length)]!;
    const year = academicYear - (random() < 0.4 ? 1 : 0);
    const day = `${year}-${String(9 + whole(4)).padStart(2, '0')}-${String(1 + whole(28)).padStart(2, '0')}`;
    const schools = [schoolId(first), schoolId(second)] as const;
    const both = random() < 0.5;
    return {
      schools,
      academicYear: year,
      from: day,
      to: day,
      trace: 'activity',
      kind: kind.id,
      process: kind.process,
      flow: kind.flow,
      basis: random() < 0.7 ? 'confirmed' : 'unconfirmed',
      eventWeight: kind.standing ? 0 : 1,
      contributed: [true, both],
      flows: [
        {
          provider: schools[0],
          recipient: schools[1],
          unit: kind.flow === 'knowledge' ? 'staff-hours' : 'events',
          parts: 10_000 * (1 + whole(6)),
        },
        ...(both
          ? [
              {
                provider: schools[1],
                recipient: schools[0],
                unit: 'staff-hours' as const,
                parts: 10_000 * (1 + whole(6)),
              },
            ]
          : []),
      ],
      aim: random() < 0.3 ? `aim ${whole(4)}` : null,
      structure: false,
      product: null,
      groupId: random() < 0.5 ? `group-${Math.floor(first / groupSize)}` : null,
      fundingId: null,
      reach: {
        heads: 1,
        middleLeaders: null,
        teachers: whole(5),
        supportStaff: null,
        students: null,
        governors: null,
      },
      evidence: [`activity-${index}`],
    };
  });
}

function seconds<Result>(run: () => Result): [number, Result] {
  const started = performance.now();
  const result = run();
  return [(performance.now() - started) / 1000, result];
}
