import { activityKinds } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/** What one piece of evidence marks beyond joint work and flows. */
export interface LevelMarks {
  /** S: two schools answer for something together. */
  readonly sharedResponsibility: boolean;
  /** C: they made something together that neither had. */
  readonly newThing: boolean;
  /** V: they agreed on values. */
  readonly agreedValues: boolean;
}

const known = new Map(activityKinds.map((kind) => [kind.id, kind]));

/**
 * Whether a tie shows shared responsibility (S), a new thing made together (C) or agreed values (V), as its kind of
 * activity declares. A joint appointment counts when both schools pay for it, a pooled fund when there is money in it. A thing is made together
 * when both brought something, and any activity that left a product made one; an account of practice is written by one about the other and
 * amended by the host, so it counts either way (B9). Records that schools keep anyway show neither new things nor values.
 */
export function levelMarks(tie: Tie): LevelMarks {
  const shows = tie.shows ?? known.get(tie.kind) ?? {};
  const both = tie.contributed[0] && tie.contributed[1];
  const recorded = tie.basis !== 'derived';
  const made = shows.makes === 'new' || tie.product !== null;
  return {
    sharedResponsibility: shows.shared === 'responsibility' && isShared(tie, both),
    newThing: recorded && made && (both || tie.kind === 'account-of-practice'),
    agreedValues: recorded && shows.agrees === 'values',
  };
}

function isShared(tie: Tie, both: boolean): boolean {
  if (tie.kind === 'joint-appointment') return both;
  if (tie.kind === 'pooled-fund') return tie.flows.some(({ unit, parts }) => unit === 'pounds' && parts > 0);
  return true;
}
