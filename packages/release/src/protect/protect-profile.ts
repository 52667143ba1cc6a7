import type { GroupProfile, SchoolContribution, Survival } from '@collegial/model';

/** No role of staff is shown below so many people. */
const fewestPeople = 3;

/**
 * Takes out of a profile, which was made from protected ties and lines, what would point at one person or count a few
 * students: what rests on single people, what followed on the departures of one or two heads, ids of roles and reviews,
 * and which part of some places is tagged to the group (whole minus part is a smaller number of students). Rates are
 * rounded, so that they do not give back what they were divided by.
 */
export function protectProfile(profile: GroupProfile): GroupProfile {
  return {
    ...profile,
    withoutPerson: null,
    contributions: profile.contributions.map(protectContribution),
    survival: { funding: profile.survival.funding, head: protectSurvival(profile.survival.head) },
    coordinator: {
      present: profile.coordinator.present,
      shareOfYear: profile.coordinator.shareOfYear === null ? null : rounded(profile.coordinator.shareOfYear),
    },
    conditions: profile.conditions.map((condition) => ({
      ...condition,
      evidence: condition.evidence.filter(({ kind }) => kind === 'activity' || kind === 'funding'),
    })),
  };
}

function protectContribution(line: SchoolContribution): SchoolContribution {
  const places = line.unit === 'places';
  return {
    ...line,
    gaveTagged: places ? null : line.gaveTagged,
    receivedTagged: places ? null : line.receivedTagged,
    gavePer100: line.gavePer100 === null ? null : rounded(line.gavePer100),
    receivedPer100: line.receivedPer100 === null ? null : rounded(line.receivedPer100),
  };
}

function protectSurvival(survival: Survival): Survival {
  if (survival.occasions === 0 || (survival.occasions ?? 0) >= fewestPeople) return survival;
  return { occasions: null, pairs: 0, tooEarly: 0, curve: [] };
}

/** Two significant digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
