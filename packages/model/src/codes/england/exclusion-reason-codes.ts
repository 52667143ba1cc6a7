import { type CodeEntry, defineCodeSet } from '../code-set.ts';

const reason = (code: string, label: string, dates: { validFrom?: string; validTo?: string } = {}) =>
  ({ code, label, ...dates, meaning: undefined }) satisfies CodeEntry<undefined>;

const from2020 = { validFrom: '2020-09-01' };
const from2026 = { validFrom: '2026-09-01' };

/**
 * Reasons for suspensions and exclusions in England: one of twelve until 2019/20; from 2020/21 up to three of sixteen,
 * without “other”; the Common Basic Data Set of May 2026 adds thirteen, which narrow the broader ones still listed.
 * Counts by reason are therefore not comparable across these dates.
 */
export const englandExclusionReasonCodes = defineCodeSet<undefined>({
  id: 'gb-eng/exclusion-reason',
  jurisdiction: 'GB-ENG',
  title: 'Exclusion reasons, England',
  source:
    'DfE, Common Basic Data Set (May 2026); DfE, “Suspensions and permanent exclusions: methodology”; first day of the 2026 additions not verified, taken as the start of 2026/27',
  entries: [
    reason('PP', 'Physical assault against a student'),
    reason('PA', 'Physical assault against an adult'),
    reason('VP', 'Verbal abuse or threatening behaviour against a student'),
    reason('VA', 'Verbal abuse or threatening behaviour against an adult'),
    reason('BU', 'Bullying'),
    reason('RA', 'Racist abuse'),
    reason('SM', 'Sexual misconduct'),
    reason('DA', 'Drug and alcohol related'),
    reason('DM', 'Damage to property'),
    reason('TH', 'Theft'),
    reason('DB', 'Persistent or general disruptive behaviour'),
    reason('OT', 'Other', { validTo: '2020-08-31' }),

    reason('OW', 'Use or threat of use of an offensive weapon or prohibited item', from2020),
    reason('LG', 'Abuse against sexual orientation and gender identity', from2020),
    reason('DS', 'Abuse relating to disability', from2020),
    reason('MT', 'Inappropriate use of social media or online technology', from2020),
    reason('PH', 'Wilful and repeated breach of measures that protect public health', from2020),

    reason('BW', 'Brought a weapon or prohibited item into school', from2026),
    reason('TB', 'Cyber-bullying or threatening behaviour online', from2026),
    reason('SB', 'Harmful sexual behaviour', from2026),
    reason('MB', 'Misogynistic behaviour', from2026),
    reason('AB', 'Misandrist behaviour', from2026),
    reason('DR', 'Drug related', from2026),
    reason('AR', 'Alcohol related', from2026),
    reason('SR', 'Smoking related', from2026),
    reason('VR', 'Vape related', from2026),
    reason('LD', 'Persistent disruptive behaviour: low level', from2026),
    reason('CB', 'Persistent disruptive behaviour: challenging', from2026),
    reason('MP', 'Use of a mobile phone', from2026),
    reason('OS', 'Misbehaviour outside school', from2026),
  ],
});
