import { partsPerUnit, splitParts, toParts } from '../ties/split-amount.ts';
import type { Flow, FlowUnit } from '../ties/tie.ts';
import type { Participant, RecordedActivity } from './recorded-activity.ts';

const givingRoles: readonly string[] = ['provider', 'facilitator', 'outside-challenger'];

/** Who gives and who receives in a directed activity; `undefined` when nobody is named on one of the sides. */
export function sidesOf(
  participants: readonly Participant[],
): { readonly givers: readonly Participant[]; readonly takers: readonly Participant[] } | undefined {
  const named = participants.filter((participant) => givingRoles.includes(participant.role));
  // The host of a visit is the one who shows; where a provider is named, the host only lends the room.
  const givers = named.length > 0 ? named : participants.filter((participant) => participant.role === 'host');
  const takers = participants.filter((participant) => !givers.includes(participant));
  return givers.length > 0 && takers.length > 0 ? { givers, takers } : undefined;
}

const quantities = [
  ['staff-hours', 'hours'],
  ['staff-days', 'days'],
  ['places', 'places'],
  ['pounds', 'amount'],
] as const;

/**
 * What each school of an activity gave each other one, in every unit that was stated, and the activity itself as one
 * event. Each provider's amount is split over the recipients by their own amounts, else by the people they sent, else
 * equally; where only recipients state an amount, theirs is split equally over the providers. Without direction, what
 * each school states is split equally over the others. The flows of a unit add up to what was stated.
 */
export function activityFlows(activity: RecordedActivity): Flow[] {
  const { participants, kind } = activity;
  const sides = kind.direction === 'directed' ? sidesOf(participants) : undefined;
  return [
    ...quantities.flatMap(([unit, field]) =>
      sides === undefined ? mutual(participants, unit, field) : directed(sides, unit, field),
    ),
    ...events(participants, sides),
  ];
}

type Field = (typeof quantities)[number][1];
type Sides = NonNullable<ReturnType<typeof sidesOf>>;

function directed({ givers, takers }: Sides, unit: FlowUnit, field: Field): Flow[] {
  if (givers.some((giver) => (giver[field] ?? 0) > 0)) {
    const weights = shares(takers, field);
    return givers.flatMap((giver) => spread(giver, takers, weights, unit, field, false));
  }
  return takers.flatMap((taker) =>
    spread(
      taker,
      givers,
      givers.map(() => 1),
      unit,
      field,
      true,
    ),
  );
}

function mutual(participants: readonly Participant[], unit: FlowUnit, field: Field): Flow[] {
  return participants.flatMap((giver) => {
    const others = participants.filter((other) => other !== giver);
    return spread(
      giver,
      others,
      others.map(() => 1),
      unit,
      field,
      false,
    );
  });
}

function spread(
  from: Participant,
  others: readonly Participant[],
  weights: readonly number[],
  unit: FlowUnit,
  field: Field,
  reversed: boolean,
): Flow[] {
  const parts = splitParts(toParts(from[field] ?? 0), weights);
  return others.map((other, index) => ({
    provider: reversed ? other.school : from.school,
    recipient: reversed ? from.school : other.school,
    unit,
    parts: parts[index] ?? 0,
  }));
}

function shares(takers: readonly Participant[], field: Field): number[] {
  const candidates = [
    takers.map((taker) => taker[field]),
    takers.map((taker) => (field === 'places' ? taker.students : taker.people)),
  ];
  const stated = candidates.find((weights) => weights.every((weight) => weight !== null && weight > 0));
  return stated === undefined ? takers.map(() => 1) : stated.map((weight) => weight ?? 0);
}

function events(participants: readonly Participant[], sides: Sides | undefined): Flow[] {
  const givers = sides?.givers ?? participants;
  const takers = sides?.takers ?? participants;
  const directions = givers.flatMap((giver) =>
    takers.filter((taker) => taker !== giver).map((taker) => [giver.school, taker.school] as const),
  );
  const parts = splitParts(
    partsPerUnit,
    directions.map(() => 1),
  );
  return directions.map(([provider, recipient], index) => ({
    provider,
    recipient,
    unit: 'events',
    parts: parts[index] ?? 0,
  }));
}
