import type { Random } from '../random/random.ts';
import { atWeight } from '../random/weighted.ts';

/** Ethnicity codes other than White British with their share among minority students and their first languages. */
const minorities: readonly {
  code: string;
  share: number;
  otherLanguage: number;
  languages: readonly string[];
}[] = [
  { code: 'APKN', share: 0.28, otherLanguage: 0.75, languages: ['URD', 'PNJ', 'PAT', 'PHR'] },
  { code: 'ABAN', share: 0.08, otherLanguage: 0.8, languages: ['BNG'] },
  { code: 'AIND', share: 0.09, otherLanguage: 0.5, languages: ['GUJ', 'HIN', 'PNJ', 'MLM'] },
  { code: 'AOTH', share: 0.05, otherLanguage: 0.7, languages: ['PRS', 'TAM', 'NEP'] },
  { code: 'BAFR', share: 0.14, otherLanguage: 0.6, languages: ['SOM', 'YOR', 'AKA', 'TGR'] },
  { code: 'BCRB', share: 0.05, otherLanguage: 0.03, languages: ['CCE'] },
  { code: 'WOTH', share: 0.14, otherLanguage: 0.85, languages: ['POL', 'RMN', 'LIT', 'SLO'] },
  { code: 'WROM', share: 0.02, otherLanguage: 0.6, languages: ['RME', 'SLO'] },
  { code: 'MWBC', share: 0.06, otherLanguage: 0.02, languages: ['POR'] },
  { code: 'MWAS', share: 0.04, otherLanguage: 0.1, languages: ['URD'] },
  { code: 'CHNE', share: 0.02, otherLanguage: 0.65, languages: ['CHI'] },
  { code: 'OOTH', share: 0.03, otherLanguage: 0.8, languages: ['ARA', 'KUR'] },
];

/** Ethnicity and first language as codes of England's code sets. */
export function background(random: Random, diversity: number): { ethnicity: string; language: string } {
  const position = random.next();
  const share = random.next();
  const other = random.next();
  const language = random.next();
  if (position >= diversity) return { ethnicity: other < 0.01 ? 'NOBT' : 'WBRI', language: 'ENG' };
  const found = atWeight(minorities, (minority) => minority.share, share) ?? minorities[0]!;
  const spoken = found.languages[Math.floor(language * found.languages.length)] ?? 'OTH';
  return { ethnicity: found.code, language: other < found.otherLanguage ? spoken : 'ENG' };
}
