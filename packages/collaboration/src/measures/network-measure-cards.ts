import type { CollaborationMeasure } from './collaboration-measure.ts';

const measure = (
  given: string,
  card: Omit<CollaborationMeasure, 'about' | 'given' | 'sources'> & { readonly sources?: readonly string[] },
): CollaborationMeasure => ({ about: 'network', given: `\`${given}\``, sources: ['B4 (ch. 10)'], ...card });

/** Measures of any network of schools, also from a plain table of ties. */
export const networkMeasureCards: readonly CollaborationMeasure[] = [
  measure('density', {
    id: 'network.density',
    title: 'Density',
    meaning: 'How many of the possible ties there are.',
    formula: 'arcs ÷ n(n − 1), directed; ties ÷ n(n − 1)/2, undirected',
    unit: 'proportion',
    caution: 'It falls as a network grows: compare only networks of like size.',
  }),
  measure('reciprocity', {
    id: 'network.reciprocity',
    title: 'Reciprocity: edge, dyad, weighted',
    meaning: 'How much of what is given is returned.',
    formula:
      'edge: 2M ÷ (2M + A); dyad: M ÷ (M + A), for M mutual and A asymmetric pairs; weighted: Σ min of both directions ÷ Σ weights',
    unit: 'proportion',
    caution:
      'The three differ on the same network: name which. None says that the two directions are worth the same.',
    sources: ['B1 (ch. 12)'],
  }),
  measure('dyadCensus`, `triadCensus', {
    id: 'network.census',
    title: 'Dyad and triad census',
    meaning: 'How many pairs and triples of schools are tied in which way.',
    formula: 'mutual, asymmetric and null pairs; the 16 types of triples',
    unit: 'count',
    caution: 'Counts grow with the square and the cube of the schools.',
    sources: ['Holland & Leinhardt 1970'],
  }),
  measure('degrees`, `degreeCentralisation', {
    id: 'network.degree-centralisation',
    title: 'Degrees and Freeman’s degree centralisation',
    meaning: 'With how many others each school is tied, and how far that hangs on one.',
    formula:
      'Σ (largest degree − each) ÷ the sum of a star of the same size: (n − 1)² directed, (n − 1)(n − 2) undirected',
    unit: 'proportion',
    caution: 'A hub may be a coordinator doing a good job. Ask what remains without it.',
    sources: ['Freeman 1979'],
  }),
  measure('betweenness`, `closeness', {
    id: 'network.betweenness',
    title: 'Betweenness and closeness, with centralisation',
    meaning: 'Which schools lie between others, and which reach them soonest.',
    formula:
      'share of shortest paths through a node (exact, or sampled with its error); inverse mean distance',
    unit: 'proportion',
    caution: 'Both trust every missing tie to be missing: one unrecorded link changes them much.',
    sources: ['Freeman 1979', 'Brandes 2001'],
  }),
  measure('brokerage', {
    id: 'network.brokerage',
    title: 'Brokerage roles',
    meaning: 'Which schools bring others together, within and between groups.',
    formula: 'Gould and Fernandez: two-step paths without a direct tie, by the groups of the three',
    unit: 'count',
    caution: 'It needs groups that mean something: trusts and authorities are governance, not collaboration.',
    sources: ['Gould & Fernandez 1989'],
  }),
  measure('weakComponents`, `strongComponents`, `isolates', {
    id: 'network.components',
    title: 'Components and isolates',
    meaning: 'Which schools are linked directly or through others, and which with nobody.',
    formula: 'weakly and strongly connected components',
    unit: 'ids',
    caution: 'An isolate here may work with schools outside the data.',
  }),
  measure('articulationPoints`, `bridges', {
    id: 'network.cuts',
    title: 'Articulation points and bridges',
    meaning: 'Schools and ties without which a linked set falls apart.',
    formula: 'cut vertices and cut edges of the undirected network, with the sizes of the parts',
    unit: 'ids',
    caution: 'It says where a network depends on one school, not that the school does wrong.',
    sources: ['B14 (ch. 2–4)', 'Hopcroft & Tarjan 1973'],
  }),
  measure('clustering`, `pathLengths`, `coreNumbers', {
    id: 'network.cohesion',
    title: 'Clustering, path lengths and cores',
    meaning: 'How tightly schools are knit, how many steps part them, and how deep the innermost part goes.',
    formula: 'closed triples ÷ triples; shortest paths; largest k of which a school is in the k-core',
    unit: 'count',
    caution: 'Joint events of many schools close every triple among them by themselves.',
  }),
  measure('eIIndex`, `mixing`, `assortativity', {
    id: 'network.e-i-index',
    title: 'Ties across groups: E-I index, mixing, assortativity',
    meaning: 'Whether schools tie with others of their own group or beyond it.',
    formula: '(external − internal) ÷ (external + internal); a table of ties by groups; its correlation',
    unit: 'scale 0–1',
    caution: 'The E-I index runs from −1 to 1, and follows the sizes of the groups: compare it with chance.',
    sources: ['Krackhardt & Stern 1988', 'Newman 2003'],
  }),
  measure('communities`, `modularity', {
    id: 'network.communities',
    title: 'Communities and modularity',
    meaning: 'Sets of schools with more ties inside than chance would give, and how clear they are.',
    formula: 'modularity of a division; the division that the algorithm finds',
    unit: 'scale 0–1',
    caution: 'Almost every network has communities; several divisions may be as good as the one shown.',
    sources: ['Newman & Girvan 2004'],
  }),
];
