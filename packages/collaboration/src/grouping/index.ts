export { type ExistingTiesOptions, existingTiesOf } from './existing-ties-of.ts';
export type {
  GroupingProposal,
  GroupSuggestions,
  ObjectiveScale,
  ObjectiveValue,
  ProposedGroup,
  SpreadOfGroup,
} from './group-suggestions.ts';
export {
  defaultGroupingWeights,
  type ObjectiveName,
  objectiveNames,
  type SuggestGroupsOptions,
} from './grouping-options.ts';
export {
  type ConstraintChange,
  GroupingInfeasibleError,
  type InfeasibleConstraint,
  type InfeasibleReason,
} from './infeasible/grouping-infeasible-error.ts';
export {
  defaultPartnerWeights,
  type FitName,
  fitNames,
  type PartnerSuggestions,
  type PartnerTeam,
  type SuggestedPartner,
  type SuggestPartnersOptions,
} from './partners/partner-options.ts';
export { suggestPartners } from './partners/suggest-partners.ts';
export type { GroupingProgress } from './solve/pace.ts';
export { suggestGroups } from './suggest-groups.ts';
export { distanceOf } from './table/distance.ts';
export {
  type MeasuredArea,
  type ReadSchoolTableOptions,
  readSchoolTable,
} from './table/read-school-table.ts';
export {
  layoutOfHeadings,
  type SchoolColumn,
  type SchoolLayout,
  schoolColumns,
} from './table/school-columns.ts';
export { type SetAside, schoolOfRow } from './table/school-of-row.ts';
export type { ExistingTie, SchoolPlace, SchoolRow } from './table/school-row.ts';
