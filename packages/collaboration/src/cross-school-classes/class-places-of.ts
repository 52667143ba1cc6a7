import type { Excluded } from '../derived/detection.ts';
import { Exclusions } from '../derived/exclusions.ts';
import type { PlaceSighting } from '../shared-places/place-sighting.ts';
import { type Provision, placementProvision } from '../shared-places/provision.ts';
import { isMain, type RollEntry } from '../shared-places/read-rolls.ts';
import { overlapOf } from '../time/days.ts';
import { isOwnOrFormer } from './own-or-former.ts';
import type { Membership } from './read-memberships.ts';

/** What {@link classPlacesOf} needs to know. */
export interface ClassPlacesOptions {
  readonly memberships: readonly Membership[];
  /** Every enrolment, by person. */
  readonly rolls: ReadonlyMap<string, readonly RollEntry[]>;
  readonly provision: ReadonlyMap<string, Provision>;
  /** True for a class whose id two schools use without having anything to do with each other. */
  readonly isCollision: (classId: string, home: string) => boolean;
  readonly minimumDays: number;
}

/**
 * Places seen in class lists: a student in a class of a school that is not the main one. Not counted, by reason:
 * `former-student` (the list was not kept up when a student came or left), `same-id-only` (two classes under one
 * id), `undated`, `home-not-known`, `too-short`, and provision by its kind.
 */
export function classPlacesOf(options: ClassPlacesOptions): {
  readonly sightings: PlaceSighting[];
  readonly excluded: Excluded;
} {
  const exclusions = new Exclusions();
  const sightings: PlaceSighting[] = [];
  for (const { member, classId, person, host, span } of options.memberships) {
    const entries = options.rolls.get(person) ?? [];
    if (span === null) {
      exclusions.add('undated', member);
      continue;
    }
    const away = entries.find(
      (entry) => entry.school === host && !isMain(entry) && overlapOf(entry, span) !== undefined,
    );
    const homes = entries.filter(
      (entry) => isMain(entry) && entry.school !== host && overlapOf(entry, span) !== undefined,
    );
    if (homes.length === 0 && !isOwnOrFormer(entries, host, span)) exclusions.add('home-not-known', member);
    for (const home of homes) {
      const status = away?.status === 'guest' || away?.status === 'subsidiary' ? away.status : null;
      const kind = placementProvision({ home: home.school, host, status }, options.provision);
      const days = overlapOf(home, span);
      if (isOwnOrFormer(entries, host, span)) {
        // A student who simply changed schools was in classes of the first: only a list that went on is worth a word.
        if (days !== undefined && days.to - days.from >= options.minimumDays)
          exclusions.add('former-student', member);
      } else if (kind !== null) exclusions.add(kind, member);
      else if (options.isCollision(classId, home.school)) exclusions.add('same-id-only', member);
      else if (days === undefined || days.to - days.from < options.minimumDays)
        exclusions.add('too-short', member);
      else {
        sightings.push({
          ...days,
          trace: 'cross-school-class',
          kind: 'course-places',
          person,
          home: home.school,
          host,
          evidence: [member],
        });
      }
    }
  }
  return { sightings, excluded: exclusions.counts() };
}
