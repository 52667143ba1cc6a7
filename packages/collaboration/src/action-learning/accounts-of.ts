import { pairOf } from '../ties/tie.ts';
import { dayNumber } from '../time/days.ts';
import type { Account } from './read-accounts.ts';

/** What became of the accounts of practice that schools wrote. */
export interface AccountSummary {
  readonly written: number;
  /** Accounts to which the host has said something. */
  readonly answered: number;
  readonly accepted: number;
  readonly amended: number;
  readonly rejected: number;
  /** Answered among written; `null` when none was written. */
  readonly answeredShare: number | null;
  /** Days from writing to the answer, the median over answers whose day is known; `null` when there is none. */
  readonly medianDaysToAnswer: number | null;
  /** Answers whose day is not known, or lies before the account. */
  readonly answersWithoutDay: number;
  /** Pairs of schools of which at least one wrote about the other. */
  readonly pairs: number;
  /** Pairs of which each wrote about the other. */
  readonly mutualPairs: number;
  /** Ids of the accounts. */
  readonly evidence: readonly string[];
}

/** Summarises accounts of practice as they stood on a day: an answer of a later day had not been given. */
export function accountsOf(accounts: readonly Account[], asOf: string): AccountSummary {
  const written = accounts.filter(({ writtenOn, author, host }) => writtenOn <= asOf && author !== host);
  const answered = written.filter(
    ({ answer, answeredOn }) => answer !== null && (answeredOn === null || answeredOn <= asOf),
  );
  const waits = answered.flatMap(({ writtenOn, answeredOn }) =>
    answeredOn === null || answeredOn < writtenOn ? [] : [dayNumber(answeredOn) - dayNumber(writtenOn)],
  );
  const directions = new Set(written.map(({ author, host }) => JSON.stringify([author, host])));
  const pairs = new Set(written.map(({ author, host }) => JSON.stringify(pairOf(author, host))));
  const mutual = [...pairs].filter((pair) => {
    const [one, other] = JSON.parse(pair) as [string, string];
    return directions.has(pair) && directions.has(JSON.stringify([other, one]));
  });
  const having = (answer: Account['answer']) =>
    answered.filter((account) => account.answer === answer).length;
  return {
    written: written.length,
    answered: answered.length,
    accepted: having('accepted'),
    amended: having('amended'),
    rejected: having('rejected'),
    answeredShare: written.length === 0 ? null : answered.length / written.length,
    medianDaysToAnswer: median(waits),
    answersWithoutDay: answered.length - waits.length,
    pairs: pairs.size,
    mutualPairs: mutual.length,
    evidence: written.map(({ id }) => id).sort(),
  };
}

/** The middle value; of an even number of values, half-way between the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
