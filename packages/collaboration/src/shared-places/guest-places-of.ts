import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import { overlapOf } from '../time/days.ts';
import type { PlaceSighting } from './place-sighting.ts';
import { type Provision, placementProvision } from './provision.ts';
import type { RegisterWord } from './read-registers.ts';
import { isMain, type RollEntry } from './read-rolls.ts';

/** What {@link guestPlacesOf} needs to know. */
export interface GuestPlacesOptions {
  /** Every enrolment, by person. */
  readonly rolls: ReadonlyMap<string, readonly RollEntry[]>;
  /** What registers say, by guest or subsidiary enrolment. */
  readonly registers: ReadonlyMap<string, RegisterWord>;
  readonly provision: ReadonlyMap<string, Provision>;
  /** A place lasts at least so many days: a taster day is a visit. */
  readonly minimumDays: number;
}

/** A home register of so many sessions without one of education elsewhere, and none attended at the host, shows that the place was never taken up. */
export const leastSessionsToTell = 20;

/**
 * Places seen in guest and subsidiary enrolments: the student is on the main roll of another school on the same days.
 * Not counted, by reason: `home-not-known` (no main school among those that may be read), `too-short`, `never-attended`
 * (entered, but both registers say that the student stayed at home), and provision by its kind.
 */
export function guestPlacesOf(options: GuestPlacesOptions): {
  readonly sightings: PlaceSighting[];
  readonly excluded: Excluded;
} {
  const exclusions = new Exclusions();
  const sightings: PlaceSighting[] = [];
  for (const [person, entries] of options.rolls) {
    for (const away of entries) {
      if (away.status !== 'guest' && away.status !== 'subsidiary') continue;
      const homes = entries.filter((entry) => isMain(entry) && overlapOf(entry, away) !== undefined);
      if (homes.length === 0) exclusions.add('home-not-known', away.enrolment);
      for (const home of homes) {
        if (home.school === away.school) continue;
        const placement = { home: home.school, host: away.school, status: away.status };
        const kind = placementProvision(placement, options.provision);
        const days = overlapOf(home, away);
        if (kind !== null) exclusions.add(kind, away.enrolment);
        else if (days === undefined || days.to - days.from < options.minimumDays) {
          exclusions.add('too-short', away.enrolment);
        } else if (neverAttended(options.registers.get(away.enrolment))) {
          exclusions.add('never-attended', away.enrolment);
        } else {
          sightings.push({
            ...days,
            trace: 'shared-places',
            kind: 'course-places',
            person,
            home: home.school,
            host: away.school,
            evidence: [away.enrolment, home.enrolment].sort(),
          });
        }
      }
    }
  }
  return { sightings, excluded: exclusions.counts() };
}

function neverAttended(word: RegisterWord | undefined): boolean {
  return (
    word !== undefined &&
    word.attended === 0 &&
    word.elsewhere === 0 &&
    word.homeSessions >= leastSessionsToTell
  );
}
