import { type CodeEntry, defineCodeSet } from '../code-set.ts';

const type = (code: string, label: string, dates: { validFrom?: string; validTo?: string } = {}) =>
  ({ code, label, ...dates, meaning: undefined }) satisfies CodeEntry<undefined>;

/**
 * Types of special educational need in England. `SEMH` followed `BESD` in 2014 with a different definition: one is not
 * the other. `NSA` goes with SEN support only.
 */
export const englandSenTypeCodes = defineCodeSet<undefined>({
  id: 'gb-eng/sen-type',
  jurisdiction: 'GB-ENG',
  title: 'SEN types, England',
  source:
    'DfE, Common Basic Data Set (May 2026); DfE, “Special educational needs in England: technical document” (2018); last day of BESD not verified',
  entries: [
    type('SPLD', 'Specific learning difficulty'),
    type('MLD', 'Moderate learning difficulty'),
    type('SLD', 'Severe learning difficulty'),
    type('PMLD', 'Profound and multiple learning difficulty'),
    type('BESD', 'Behavioural, emotional and social difficulties', { validTo: '2014-08-31' }),
    type('SEMH', 'Social, emotional and mental health', { validFrom: '2014-09-01' }),
    type('SLCN', 'Speech, language and communication needs'),
    type('HI', 'Hearing impairment'),
    type('VI', 'Vision impairment'),
    type('MSI', 'Multi-sensory impairment'),
    type('PD', 'Physical disability'),
    type('ASD', 'Autistic spectrum disorder'),
    type('DS', 'Down syndrome', { validFrom: '2025-01-01' }),
    type('OTH', 'Other difficulty or disability'),
    type('NSA', 'SEN support, type of need not assessed by a specialist', { validFrom: '2014-09-01' }),
  ],
});
