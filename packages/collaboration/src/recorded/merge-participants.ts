import { addReach } from '../ties/reach.ts';
import type { Participant } from './recorded-activity.ts';

const order: readonly Participant['role'][] = [
  'provider',
  'facilitator',
  'outside-challenger',
  'host',
  'participant',
  'recipient',
];

/** One part for each school: amounts added, the role that gives most kept. */
export function mergeParticipants(parts: readonly Participant[]): Participant[] {
  const merged = new Map<string, Participant>();
  for (const { school, role, people, students, reach, hours, days, places, amount } of parts) {
    const part: Participant = { school, role, people, students, reach, hours, days, places, amount };
    const known = merged.get(school);
    merged.set(school, known === undefined ? part : add(known, part));
  }
  return [...merged.values()].sort((a, b) => (a.school < b.school ? -1 : 1));
}

function add(one: Participant, other: Participant): Participant {
  const sum = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
  return {
    school: one.school,
    role: order.indexOf(one.role) <= order.indexOf(other.role) ? one.role : other.role,
    people: sum(one.people, other.people),
    students: sum(one.students, other.students),
    reach: addReach(one.reach, other.reach),
    hours: sum(one.hours, other.hours),
    days: sum(one.days, other.days),
    places: sum(one.places, other.places),
    amount: sum(one.amount, other.amount),
  };
}
