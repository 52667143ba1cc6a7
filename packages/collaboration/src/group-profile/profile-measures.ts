import type { ProfileMeasures, ProfilePart } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import { continuityOf } from './continuity.ts';
import { processBreadth } from './process-breadth.ts';
import { profileDepth } from './profile-depth.ts';
import { contactNetwork, givingNetwork } from './profile-networks.ts';

const parts: readonly ProfilePart[] = ['tagged', 'untagged', 'all'];

/** What {@link profileMeasures} needs to know. */
export interface ProfileMeasuresOptions {
  readonly schools: readonly string[];
  /** Ties of the year, and of the one before it. */
  readonly ties: readonly Tie[];
  readonly before: readonly Tie[];
  readonly tagged: (tie: Tie) => boolean;
}

/** Every measure for each part of the evidence, first without, then with what is unconfirmed. */
export function profileMeasures({
  schools,
  ties,
  before,
  tagged,
}: ProfileMeasuresOptions): ProfileMeasures[] {
  return parts.flatMap((part) =>
    [false, true].map((unconfirmed) => {
      const counts = (tie: Tie) =>
        (unconfirmed || tie.basis !== 'unconfirmed') &&
        (part === 'all' || tagged(tie) === (part === 'tagged'));
      const counted = ties.filter(counts);
      return {
        part,
        unconfirmed,
        breadth: processBreadth(counted),
        contact: contactNetwork(schools, counted),
        giving: givingNetwork(schools, counted),
        depth: profileDepth(counted),
        continuity: continuityOf(before.filter(counts), counted),
      };
    }),
  );
}
