import type { CollaborationLevel } from '@collegial/model';

/** Levels as they stand in a sentence. */
export const levelTitles: Readonly<Record<CollaborationLevel, string>> = {
  'no-link-seen': 'no link seen',
  association: 'association',
  cooperation: 'cooperation',
  collaboration: 'collaboration',
  collegiality: 'collegiality',
};
