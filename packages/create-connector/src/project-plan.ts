import type { AccessStyle, PagingStyle, ScaffoldEntity } from './choices.ts';
import type { VendorNames } from './vendor-names.ts';

/** Everything that decides what a project looks like, checked. */
export interface ProjectPlan {
  readonly names: VendorNames;
  readonly packageName: string;
  readonly access: AccessStyle;
  readonly paging: PagingStyle;
  readonly entities: readonly ScaffoldEntity[];
}
