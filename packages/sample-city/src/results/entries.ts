import type { Random } from '../random/random.ts';
import type { Person } from '../students/person.ts';
import { type CityQualification, cityQualifications } from './qualifications.ts';

const byId = new Map(cityQualifications.map((qualification) => [qualification.id, qualification]));

/** The qualifications that a student enters: a core, sciences by attainment, humanities and languages, options. */
export function entriesOf(person: Person, special: boolean, random: Random): CityQualification[] {
  const { ability } = person;
  if (special) return pickAll(['gcse-english-language', 'gcse-mathematics', 'btec-digital-technology']);
  const ids = ['gcse-english-language', 'gcse-english-literature', 'gcse-mathematics'];
  const separate = ability + 0.4 * random.normal() > 1.1;
  ids.push(...(separate ? ['gcse-biology', 'gcse-chemistry', 'gcse-physics'] : ['gcse-combined-science']));
  ids.push(random.chance(0.5) ? 'gcse-history' : 'gcse-geography');
  if (random.chance(1 / (1 + Math.exp(0.1 - ability)))) ids.push('gcse-french');
  const options = random.shuffle([
    'gcse-art',
    'gcse-music',
    'gcse-religious-studies',
    'gcse-pe',
    'gcse-computer-science',
    ...(ability < 0.2 ? ['btec-sport', 'btec-health-and-social-care', 'btec-digital-technology'] : []),
  ]);
  // Ten single awards at most: a student at the top end takes more than one with gaps behind and before.
  const wanted = Math.max(1, Math.min(4, Math.round(2.4 + 0.6 * ability)));
  return pickAll([...ids, ...options.slice(0, wanted)]);
}

function pickAll(ids: readonly string[]): CityQualification[] {
  return ids.map((id) => byId.get(id)!);
}
