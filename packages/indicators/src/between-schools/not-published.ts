/** Why editions leave out figures from which counts at schools could be worked out. */
export const notPublished =
  'It is made of counts at each school, some of them small: a school that knows its own could work out those of others. ' +
  'Protection of such figures is not written yet.';
