import fc from 'fast-check';
import type { NetworkInput } from '../network-input.ts';

const groups = ['north', 'south', 'west', null];

/** Networks of up to so many nodes, of any density, some of whose nodes have no group. */
export function randomNetwork(most = 9): fc.Arbitrary<NetworkInput> {
  return fc.integer({ min: 0, max: most }).chain((size) =>
    fc
      .record({
        members: fc.array(fc.constantFrom(...groups), { minLength: size, maxLength: size }),
        weights: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 })), {
          minLength: size * size,
          maxLength: size * size,
        }),
      })
      .map(({ members, weights }) => ({
        nodes: members.map((group, at) => ({ id: `n${at}`, group })),
        edges: weights.flatMap((weight, cell) => {
          const from = Math.floor(cell / size);
          const to = cell % size;
          return weight === 0 || from === to ? [] : { from: `n${from}`, to: `n${to}`, weight };
        }),
      })),
  );
}

/** For every pair of nodes whether there is an arc, by position in `nodes`. */
export function matrixOf({ nodes, edges }: NetworkInput): boolean[][] {
  const position = new Map(nodes.map(({ id }, at) => [id, at]));
  const matrix = nodes.map(() => nodes.map(() => false));
  for (const { from, to } of edges) matrix[position.get(from)!]![position.get(to)!] = true;
  return matrix;
}

/** The matrix of the undirected projection. */
export function symmetric(matrix: boolean[][]): boolean[][] {
  return matrix.map((row, from) => row.map((arc, to) => arc || matrix[to]![from]!));
}
