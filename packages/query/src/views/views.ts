import { achievementViews } from './achievement-views.ts';
import { entityViews } from './entity-views.ts';
import { placeViews } from './place-views.ts';
import { presenceViews } from './presence-views.ts';
import { staffViews } from './staff-views.ts';
import { studentViews } from './student-views.ts';
import type { View } from './view.ts';

/**
 * Every view, in an order in which each refers only to tables of schema `data` and to views before it. An engine
 * creates them once; indicators and collaboration read nothing else.
 */
export const views: readonly View[] = [
  ...entityViews,
  ...placeViews,
  ...studentViews,
  ...presenceViews,
  ...achievementViews,
  ...staffViews,
];
