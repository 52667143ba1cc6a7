import {
  type CollaborationLevel,
  type EditionDocument,
  editionSchemaVersion,
  type LevelCriterion,
  type PairLevel,
} from '@collegial/model';

/** What schema 2 added to the level of a pair. */
type Added =
  | 'reading'
  | 'observed'
  | 'tooEarlyToTell'
  | 'thresholds'
  | 'coverage'
  | 'stability'
  | 'oneSided'
  | 'criteria';
type FirstPairLevel = Omit<PairLevel, Added> & {
  readonly criteria: readonly Omit<LevelCriterion, 'level'>[];
};

/** A document of the schema before as one of this schema: what was not written then is told as not known. */
export function upgradeDocument(document: Record<string, unknown>): EditionDocument {
  if (document.schemaVersion === editionSchemaVersion) return document as unknown as EditionDocument;
  const first = document as unknown as EditionDocument;
  const { collaboration } = first;
  return {
    ...first,
    schemaVersion: editionSchemaVersion,
    collaboration:
      collaboration === null
        ? null
        : {
            ...collaboration,
            pairs: (collaboration.pairs as readonly FirstPairLevel[]).map(upgradePair),
          },
  };
}

function upgradePair(pair: FirstPairLevel): PairLevel {
  return {
    ...pair,
    reading: '',
    observed: [],
    tooEarlyToTell: false,
    criteria: pair.criteria.map((criterion) => ({ ...criterion, level: levelOfId(criterion.id) })),
    thresholds: null,
    coverage: null,
    stability: null,
    oneSided: null,
  };
}

/** Ids of criteria begin with the level that needs them. */
function levelOfId(id: string): CollaborationLevel {
  return id.startsWith('cooperation.') ? 'cooperation' : 'association';
}
