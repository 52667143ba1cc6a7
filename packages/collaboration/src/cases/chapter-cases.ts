import { chapter8 } from './chapter-8.ts';
import { chapter10GroupA } from './chapter-10-group-a.ts';
import { chapter10GroupB } from './chapter-10-group-b.ts';
import { chapter10GroupC } from './chapter-10-group-c.ts';
import { chapter10GroupD } from './chapter-10-group-d.ts';
import type { ChapterCase } from './chapter-case.ts';

/**
 * The cases of chapters 8 and 10 of the book, coded by hand from the text: what happened, and how close a reader of the chapter finds
 * chosen pairs. The chapters give few amounts and no dates; `assumed` says what was put there. They show what the rules make of schools
 * that somebody has described, and prove nothing.
 */
export const chapterCases: readonly ChapterCase[] = [
  chapter8,
  chapter10GroupA,
  chapter10GroupB,
  chapter10GroupC,
  chapter10GroupD,
];
