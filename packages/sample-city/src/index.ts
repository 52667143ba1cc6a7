export type { City, CityDataset, CityPeople, PersonName } from './city.ts';
export type { CityOptions } from './city-options.ts';
export { createCity } from './create-city.ts';
export type { NegativeKind } from './staff/negatives.ts';
export type {
  CityTruth,
  TrueLevel,
  TrueNegative,
  TruePerson,
  TruePost,
  TrueSchoolEffect,
  TrueSharedPlaces,
  TrueSharedPost,
  TrueStaffMove,
} from './truth/city-truth.ts';
