/** A place on Earth: WGS 84, decimal degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Mean radius of the Earth (IUGG), kilometres. */
const RAYON_TERRE = 6371.0088;
const RADIANS = Math.PI / 180;

/** Kilometres between two places as the crow flies (haversine): Paris to Rennes, about 308. */
export function distanceKm(left: Position, right: Position): number {
  const halfLatitude = Math.sin(((right.latitude - left.latitude) * RADIANS) / 2);
  const halfLongitude = Math.sin(((right.longitude - left.longitude) * RADIANS) / 2);
  const square =
    halfLatitude ** 2 + Math.cos(left.latitude * RADIANS) * Math.cos(right.latitude * RADIANS) * halfLongitude ** 2;
  return 2 * RAYON_TERRE * Math.asin(Math.min(1, Math.sqrt(square)));
}
