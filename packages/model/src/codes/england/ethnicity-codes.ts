import { defineCodeSet } from '../code-set.ts';

/**
 * Broad ethnic group. `chinese` is kept apart, as the department long did; add it to `asian` for the groups of the
 * Office for National Statistics since 2011. `unknown`: refused or not yet obtained.
 */
export type EthnicGroup = 'white' | 'mixed' | 'asian' | 'black' | 'chinese' | 'other' | 'unknown';

/**
 * Main ethnicity codes of the Department for Education with their broad group. The extended codes that a local
 * authority may choose (for example `BSOM`) are not in it: they stay unknown and are counted.
 */
export const englandEthnicityCodes = defineCodeSet<EthnicGroup>({
  id: 'gb-eng/ethnicity',
  jurisdiction: 'GB-ENG',
  title: 'Ethnicity, England',
  source:
    'DfE, Common Basic Data Set (May 2026); first day of ABRI, AWEL, BBRI, BWEL not verified; broad groups after “Schools, pupils and their characteristics”',
  entries: [
    { code: 'WBRI', label: 'White British', meaning: 'white' },
    { code: 'WIRI', label: 'White Irish', meaning: 'white' },
    { code: 'WIRT', label: 'Traveller of Irish heritage', meaning: 'white' },
    { code: 'WROM', label: 'Gypsy or Roma', meaning: 'white' },
    { code: 'WOTH', label: 'Any other White background', meaning: 'white' },
    { code: 'MWBC', label: 'White and Black Caribbean', meaning: 'mixed' },
    { code: 'MWBA', label: 'White and Black African', meaning: 'mixed' },
    { code: 'MWAS', label: 'White and Asian', meaning: 'mixed' },
    { code: 'MOTH', label: 'Any other mixed background', meaning: 'mixed' },
    { code: 'AIND', label: 'Indian', meaning: 'asian' },
    { code: 'APKN', label: 'Pakistani', meaning: 'asian' },
    { code: 'ABAN', label: 'Bangladeshi', meaning: 'asian' },
    { code: 'ABRI', label: 'Asian British', meaning: 'asian' },
    { code: 'AWEL', label: 'Asian Welsh', meaning: 'asian' },
    { code: 'AOTH', label: 'Any other Asian background', meaning: 'asian' },
    { code: 'BCRB', label: 'Black Caribbean', meaning: 'black' },
    { code: 'BAFR', label: 'Black African', meaning: 'black' },
    { code: 'BBRI', label: 'Black British', meaning: 'black' },
    { code: 'BWEL', label: 'Black Welsh', meaning: 'black' },
    { code: 'BOTH', label: 'Any other Black background', meaning: 'black' },
    { code: 'CHNE', label: 'Chinese', meaning: 'chinese' },
    { code: 'OOTH', label: 'Any other ethnic group', meaning: 'other' },
    { code: 'REFU', label: 'Refused', meaning: 'unknown' },
    { code: 'NOBT', label: 'Not yet obtained', meaning: 'unknown' },
  ],
});
