import type { ProfileMeasures } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { continuityOf } from './continuity.ts';
import { profileParts } from './evidence-classes.ts';
import type { PairEvidence } from './pair-evidence.ts';
import type { Piece } from './pieces.ts';
import { processBreadth } from './process-breadth.ts';
import { profileDepths } from './profile-depth.ts';
import { profileNetworks } from './profile-networks.ts';

/** What {@link profileMeasures} needs to know. */
export interface ProfileMeasuresOptions {
  readonly schools: readonly string[];
  readonly pairs: readonly PairEvidence[];
  /** Of the year. */
  readonly pieces: readonly Piece[];
  readonly tagged: (tie: Tie) => boolean;
}

/** Every measure for each part of the evidence, first without, then with what is unconfirmed. */
export function profileMeasures({
  schools,
  pairs,
  pieces,
  tagged,
}: ProfileMeasuresOptions): ProfileMeasures[] {
  const networks = profileNetworks(schools, pairs);
  const depths = profileDepths(
    pieces,
    tagged,
    profileParts.map(({ classes }) => classes),
  );
  return profileParts.map(({ part, unconfirmed, classes }, index) => ({
    part,
    unconfirmed,
    breadth: processBreadth(pairs, classes),
    contact: networks.contact(classes),
    giving: networks.giving(classes),
    depth: depths[index]!,
    continuity: continuityOf(pairs, classes),
  }));
}
