import type { SchoolPlace } from './school-row.ts';

const earthRadius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Kilometres between two places in a straight line: on the sphere for degrees, on the plane for a grid. `NaN` when one is
 * not known or they are in different systems. A road is longer, in a city by about a third.
 */
export function distanceOf(
  one: SchoolPlace | null | undefined,
  other: SchoolPlace | null | undefined,
): number {
  if (!one || !other) return Number.NaN;
  if ('easting' in one && 'easting' in other)
    return Math.hypot(one.easting - other.easting, one.northing - other.northing) / 1000;
  if ('latitude' in one && 'latitude' in other) {
    const latitudes = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
    const longitudes = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
    const along =
      latitudes + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * longitudes;
    return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(along)));
  }
  return Number.NaN;
}
