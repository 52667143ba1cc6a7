import type { EntityInput } from '../entity/entities.ts';

type Qualification = EntityInput<'Qualification'>;

/**
 * A small reference table of qualifications at the end of key stage 4 in England: GCSEs (9–1) and some technical awards, each with its size in
 * GCSEs, the slot of Attainment 8 that it may fill, and a discount code. Of several results with one discount code only the best counts.
 *
 * The codes are our own names for the official principle (qualifications with much the same content count once); the official list is
 * longer and changes every year. A vendor loads its own `Qualification` records beside these or instead of them:
 *
 * @example
 * ```ts
 * import { englandQualifications } from '@collegial/model';
 *
 * englandQualifications.find(({ id }) => id === 'gcse-combined-science')?.size; // 2
 * ```
 *
 * Source: DfE, Secondary accountability measures (slots of Attainment 8, sizes); the selection is ours.
 */
export const englandQualifications: readonly Qualification[] = [
  gcse('english-language', 'English Language', 'english-language'),
  gcse('english-literature', 'English Literature', 'english-literature'),
  gcse('mathematics', 'Mathematics', 'mathematics'),
  { ...gcse('combined-science', 'Combined Science', 'ebacc'), gradeScheme: 'gcse-combined-science', size: 2 },
  gcse('biology', 'Biology', 'ebacc'),
  gcse('chemistry', 'Chemistry', 'ebacc'),
  gcse('physics', 'Physics', 'ebacc'),
  gcse('computer-science', 'Computer Science', 'ebacc'),
  gcse('history', 'History', 'ebacc'),
  gcse('ancient-history', 'Ancient History', 'ebacc'),
  gcse('geography', 'Geography', 'ebacc'),
  gcse('french', 'French', 'ebacc'),
  gcse('german', 'German', 'ebacc'),
  gcse('spanish', 'Spanish', 'ebacc'),
  gcse('italian', 'Italian', 'ebacc'),
  gcse('polish', 'Polish', 'ebacc'),
  gcse('arabic', 'Arabic', 'ebacc'),
  gcse('urdu', 'Urdu', 'ebacc'),
  gcse('latin', 'Latin', 'ebacc'),
  gcse('statistics', 'Statistics', 'open'),
  gcse('art', 'Art and Design', 'open'),
  gcse('business', 'Business', 'open'),
  gcse('citizenship', 'Citizenship Studies', 'open'),
  gcse('dance', 'Dance', 'open'),
  gcse('design-and-technology', 'Design and Technology', 'open'),
  gcse('drama', 'Drama', 'open'),
  gcse('economics', 'Economics', 'open'),
  gcse('food', 'Food Preparation and Nutrition', 'open'),
  gcse('media-studies', 'Media Studies', 'open'),
  gcse('music', 'Music', 'open'),
  gcse('pe', 'Physical Education', 'open'),
  gcse('psychology', 'Psychology', 'open'),
  gcse('religious-studies', 'Religious Studies', 'open'),
  gcse('sociology', 'Sociology', 'open'),
  { ...award('sport', 'Sport'), discountCode: 'SC-PE' },
  award('health-and-social-care', 'Health and Social Care'),
  award('digital-technology', 'Digital Information Technology'),
  award('performing-arts', 'Performing Arts'),
  award('enterprise', 'Enterprise'),
];

function gcse(name: string, subject: string, slot: Qualification['slot']): Qualification {
  return {
    id: `gcse-${name}`,
    title: `GCSE ${subject}`,
    subject,
    gradeScheme: 'gcse-9-1',
    size: 1,
    slot,
    discountCode: `SC-${name.toUpperCase()}`,
  };
}

function award(name: string, subject: string): Qualification {
  return {
    ...gcse(name, subject, 'open'),
    id: `btec-${name}`,
    title: `BTEC Tech Award ${subject}`,
    gradeScheme: 'btec-level-2',
    discountCode: `SC-B-${name.toUpperCase()}`,
  };
}
