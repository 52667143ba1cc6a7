import { type CodeEntry, defineCodeSet } from '../code-set.ts';

/** What a first language says about English. */
export interface LanguageMeaning {
  /** True: English is, or is believed to be, the first language; absent when not known (refused, pending). */
  readonly englishFirst?: boolean;
}

const language = (code: string, label: string): CodeEntry<LanguageMeaning> => ({
  code,
  label,
  meaning: { englishFirst: false },
});

/**
 * First language in England: the codes that say only whether it is English, and the commoner languages of the
 * department's list. They are the department's own codes, not ISO 639 (`PNJ`, not `PAN`).
 *
 * Every named language other than English counts as other than English, sign languages and creoles too.
 */
export const englandLanguageCodes = defineCodeSet<LanguageMeaning>({
  id: 'gb-eng/language',
  jurisdiction: 'GB-ENG',
  title: 'First language, England',
  source:
    'DfE, Common Basic Data Set (May 2026), in part; the class of sign languages and English creoles is not verified',
  entries: [
    { code: 'ENG', label: 'English', meaning: { englishFirst: true } },
    { code: 'ENB', label: 'Believed to be English', meaning: { englishFirst: true } },
    language('OTH', 'Other than English'),
    language('OTB', 'Believed to be other than English'),
    { code: 'REF', label: 'Refused', meaning: {} },
    { code: 'NOT', label: 'Not obtained', meaning: {} },
    { code: 'ZZZ', label: 'Classification pending', meaning: {} },
    language('OTL', 'Other language'),

    language('AKA', 'Akan, Twi-Fante'),
    language('ALB', 'Albanian'),
    language('AMR', 'Amharic'),
    language('ARA', 'Arabic'),
    language('BNG', 'Bengali'),
    language('BSL', 'British Sign Language'),
    language('BUL', 'Bulgarian'),
    language('CCE', 'Caribbean Creole English'),
    language('CCF', 'Caribbean Creole French'),
    language('CHI', 'Chinese'),
    language('CYM', 'Welsh'),
    language('CZE', 'Czech'),
    language('DUT', 'Dutch, Flemish'),
    language('EST', 'Estonian'),
    language('FRN', 'French'),
    language('GER', 'German'),
    language('GRE', 'Greek'),
    language('GUJ', 'Gujarati'),
    language('HAU', 'Hausa'),
    language('HEB', 'Hebrew'),
    language('HGR', 'Hungarian'),
    language('HIN', 'Hindi'),
    language('IGB', 'Igbo'),
    language('ITA', 'Italian'),
    language('JPN', 'Japanese'),
    language('KOR', 'Korean'),
    language('KUR', 'Kurdish'),
    language('LGA', 'Luganda'),
    language('LIN', 'Lingala'),
    language('LIT', 'Lithuanian'),
    language('LTV', 'Latvian'),
    language('MAR', 'Marathi'),
    language('MLM', 'Malayalam'),
    language('MLY', 'Malay, Indonesian'),
    language('NEP', 'Nepali'),
    language('ORM', 'Oromo'),
    language('PAT', 'Pashto'),
    language('PHR', 'Pahari (Pakistan)'),
    language('PNJ', 'Panjabi'),
    language('POL', 'Polish'),
    language('POR', 'Portuguese'),
    language('PRS', 'Persian, Farsi'),
    language('RME', 'Romany'),
    language('RMI', 'Romani (international)'),
    language('RMN', 'Romanian'),
    language('RUS', 'Russian'),
    language('SCB', 'Serbian, Croatian, Bosnian'),
    language('SHO', 'Shona'),
    language('SIO', 'Sign language (other)'),
    language('SLO', 'Slovak'),
    language('SNH', 'Sinhala'),
    language('SOM', 'Somali'),
    language('SPA', 'Spanish'),
    language('SWA', 'Swahili'),
    language('SWE', 'Swedish'),
    language('TAM', 'Tamil'),
    language('TEL', 'Telugu'),
    language('TGL', 'Tagalog, Filipino'),
    language('TGR', 'Tigrinya'),
    language('THA', 'Thai'),
    language('TUR', 'Turkish'),
    language('UKR', 'Ukrainian'),
    language('URD', 'Urdu'),
    language('VIE', 'Vietnamese'),
    language('WOL', 'Wolof'),
    language('WPE', 'West African Pidgin English'),
    language('YDI', 'Yiddish'),
    language('YOR', 'Yoruba'),
  ],
});
