import type { Suite } from '../suite.ts';
import { contract } from './contract.ts';
import { deleteSafety } from './delete-safety.ts';
import { faults } from './faults.ts';
import { incremental } from './incremental.ts';
import { leniency } from './leniency/leniency.ts';
import { paging } from './paging.ts';
import { rateLimits } from './rate-limits.ts';
import { readme } from './readme.ts';
import { resume } from './resume.ts';
import { secrets } from './secrets.ts';

/** All suites, in the order of `suiteNames`. */
export const suites: readonly Suite[] = [
  contract,
  paging,
  incremental,
  resume,
  deleteSafety,
  faults,
  rateLimits,
  leniency,
  secrets,
  readme,
];
