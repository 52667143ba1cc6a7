import { type AccountSummary, accountsOf } from './accounts-of.ts';
import { type CycleProgress, type CycleRecord, type CycleStep, cyclesOf } from './cycles-of.ts';
import type { Account } from './read-accounts.ts';

/** A set works best with up to so many people; a larger one is better split (B9). */
export const largestSet = 8;

/** The records of one action learning set. */
export interface ActionLearningRecords {
  readonly set: {
    readonly id: string;
    readonly name: string;
    readonly outsideFacilitator: boolean | null;
    readonly startsOn: string;
    readonly endsOn: string | null;
  };
  /** Schools that take part, with how many people each sends; from and to where known. */
  readonly members: readonly {
    readonly school: string;
    readonly people: number;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly cycles: readonly CycleRecord[];
  readonly accounts: readonly Account[];
}

/** An action learning set on a day. */
export interface ActionLearning {
  readonly set: ActionLearningRecords['set'];
  readonly asOf: string;
  readonly size: {
    readonly schools: number;
    readonly people: number;
    /** More than eight people: better split. */
    readonly tooLarge: boolean;
    /** Sets into which to split it, so that none has more than eight; 1 when it is not too large. */
    readonly sets: number;
  };
  readonly cycles: readonly CycleProgress[];
  readonly cyclesCompleted: number;
  /** Step that the latest cycle has reached; `null` when none has begun. */
  readonly stepReached: CycleStep | null;
  readonly accounts: AccountSummary;
  /** Members that have neither written an account nor been host of one. */
  readonly withoutAccount: readonly string[];
  /** What this rests on and what is missing, in words. */
  readonly explanation: readonly string[];
}

/** How an action learning set stands on a day: cycles, accounts of practice and its size (B9). Pure. */
export function actionLearningOf(records: ActionLearningRecords, asOf: string): ActionLearning {
  // A set that has ended is shown with those who took part when it did.
  const day = records.set.endsOn !== null && records.set.endsOn < asOf ? records.set.endsOn : asOf;
  const members = records.members.filter(
    ({ from, to }) => (from === null || from <= day) && (to === null || to >= day),
  );
  const schools = [...new Set(members.map(({ school }) => school))].sort();
  const people = members.reduce((sum, member) => sum + member.people, 0);
  const cycles = cyclesOf(records.cycles, asOf);
  const accounts = accountsOf(records.accounts, asOf);
  const seen = new Set(
    records.accounts
      .filter(({ writtenOn }) => writtenOn <= asOf)
      .flatMap(({ author, host }) => (author === host ? [] : [author, host])),
  );
  const result = {
    set: records.set,
    asOf,
    size: {
      schools: schools.length,
      people,
      tooLarge: people > largestSet,
      sets: Math.max(1, Math.ceil(people / largestSet)),
    },
    cycles,
    cyclesCompleted: cycles.filter(({ completed }) => completed).length,
    stepReached: cycles.at(-1)?.reached ?? null,
    accounts,
    withoutAccount: schools.filter((school) => !seen.has(school)),
  };
  return { ...result, explanation: explain(result) };
}

function explain(result: Omit<ActionLearning, 'explanation'>): string[] {
  const { size, cycles, cyclesCompleted, accounts, withoutAccount, set } = result;
  const lines = [
    size.tooLarge
      ? `${size.people} people: more than ${largestSet}, better split into ${size.sets} sets (B9).`
      : `${size.people} people: up to ${largestSet}, as B9 advises.`,
    `${cyclesCompleted} of ${cycles.length} cycles completed; a cycle is completed when all five steps have a day.`,
  ];
  for (const { id, passedOver, outOfOrder } of cycles) {
    if (passedOver.length > 0) lines.push(`Cycle ${id} passed over ${passedOver.join(', ')}.`);
    if (outOfOrder) lines.push(`Cycle ${id} has a step with an earlier day than the one before it.`);
  }
  lines.push(
    accounts.written === 0
      ? 'No account of practice was written.'
      : `${accounts.answered} of ${accounts.written} accounts of practice were answered by the host.`,
  );
  if (withoutAccount.length > 0) lines.push(`Neither wrote nor hosted: ${withoutAccount.join(', ')}.`);
  if (set.outsideFacilitator === false)
    lines.push('Nobody from outside leads the analysis (B9 has a facilitator).');
  if (set.outsideFacilitator === null)
    lines.push('Whether somebody from outside leads the analysis is not recorded.');
  return lines;
}
