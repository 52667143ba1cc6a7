export type { City, CityDataset, CityPeople, PersonName } from './city.ts';
export type { CityOptions } from './city-options.ts';
export type { CountyOptions } from './county/county-options.ts';
export type { CountyStory, CountyTruth, TrueCountyGroup } from './county/county-truth.ts';
export { type County, createCounty } from './county/create-county.ts';
export { createCity } from './create-city.ts';
export type { AgreedMoveSign, MoveNegativeKind } from './staff/agreed-moves.ts';
export type { NegativeKind } from './staff/negatives.ts';
export type {
  CityTruth,
  TrueAgreedMove,
  TrueCondition,
  TrueJointStructure,
  TrueLearningSet,
  TrueLevel,
  TrueMoveNegative,
  TrueNegative,
  TruePartnership,
  TruePerson,
  TruePost,
  TrueSchoolEffect,
  TrueSharedPlaces,
  TrueSharedPost,
  TrueStaffMove,
  TrueStudentPlace,
} from './truth/city-truth.ts';
