import { groupProfileOf, noGroupRecords, type Tie } from '@collegial/collaboration';
import type { GroupProfile, LedgerEntry, PairLevel } from '@collegial/model';

const training: Tie = {
  schools: ['urn:1', 'urn:2'],
  academicYear: 2023,
  from: '2023-10-02',
  to: '2023-10-02',
  trace: 'activity',
  kind: 'joint-training',
  process: 'staff-development',
  flow: 'knowledge',
  basis: 'confirmed',
  eventWeight: 1,
  contributed: [true, false],
  flows: [{ provider: 'urn:1', recipient: 'urn:2', unit: 'staff-hours', parts: 260_000 }],
  aim: 'aim 1',
  structure: false,
  product: null,
  groupId: 'A',
  fundingId: null,
  reach: { heads: 1, middleLeaders: null, teachers: 4, supportStaff: null, students: null, governors: null },
  evidence: ['a1'],
};

/** The profile of three schools, two of which trained together four times; money ended the year before. */
export function smallProfile(ledger: readonly LedgerEntry[], pairs: readonly PairLevel[]): GroupProfile {
  const before: Tie = { ...training, academicYear: 2022, evidence: ['a0'] };
  const meetings = [1, 2, 3].map((number) => ({ ...training, kind: 'meeting', evidence: [`m${number}`], flows: [] }));
  return {
    ...groupProfileOf({
      scope: { kind: 'group', id: 'A' },
      schools: ['urn:1', 'urn:2', 'urn:3'],
      academicYear: 2023,
      ties: [before, training, ...meetings],
      pairs,
      ledger,
      records: {
        ...noGroupRecords,
        roll: new Map([['urn:1', 520]]),
        fundings: [{ id: 'f1', ofGroup: true, from: '2020-09-01', to: '2023-03-31' }],
        attainment: {
          measure: 'attainment-8',
          source: 'published',
          academicYear: 2022,
          values: [
            { school: 'urn:1', value: 41.5 },
            { school: 'urn:2', value: 48.5 },
          ],
        },
      },
    }),
    withoutPerson: null,
  };
}
