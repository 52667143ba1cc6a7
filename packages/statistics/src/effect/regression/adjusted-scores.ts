import { adjustedDesigns } from './adjusted-designs.ts';
import type { ClusteredFit } from './clustered-fit.ts';
import { type Matrix, times, transposed, zeros } from './matrix.ts';

/** How residuals are enlarged to make up for having been fitted: not at all, by one factor, or by Bell and McCaffrey's matrices. */
export type ClusterVariance = 'CR0' | 'CR1' | 'CR2';

/**
 * What each cluster adds to some contrasts: `loadings` is AᵢWᵢXᵢ(XᵀWX)⁻¹Cᵀ, rows of the cluster × contrasts, so that the cluster's share of the estimation
 * error is loadingsᵀ × residuals. CR2's A makes the variance exact where the errors are independent with equal variance.
 *
 * Reference: R. M. Bell and D. F. McCaffrey, Survey Methodology 28 (2002); J. E. Pustejovsky and E. Tipton, JBES 36 (2018).
 */
export function loadingsOf(
  fit: ClusteredFit,
  contrasts: readonly (readonly number[])[],
  variance: ClusterVariance = 'CR2',
): Matrix[] {
  const wanted = zeros(contrasts.length, fit.bread.columns);
  for (const [row, contrast] of contrasts.entries()) wanted.values.set(contrast, row * wanted.columns);
  const onto = times(fit.bread, transposed(wanted));
  const clusters = fit.parts.length;
  const factor = variance === 'CR1' ? Math.sqrt(clusters / (clusters - 1)) : 1;
  const adjusted = variance === 'CR2' ? adjustedDesigns(fit) : undefined;
  return fit.parts.map((part, index) => {
    if (adjusted !== undefined) return times(adjusted[index]!, onto);
    const plain = times(part.design, onto);
    for (let row = 0; row < plain.rows; row += 1)
      for (let column = 0; column < plain.columns; column += 1)
        plain.values[row * plain.columns + column]! *= part.weights[row]! * factor;
    return plain;
  });
}
