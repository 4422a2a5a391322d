/** Plane coordinates as the directories give them: metres, in the projection of the territory (FACTS § E lists the EPSG). */
export interface Point {
  x: number;
  y: number;
  epsg: string;
}

const RADIANS = Math.PI / 180;
/** First eccentricity of GRS80. */
const E = 0.0818191910428158;

/** Lambert-93, EPSG:2154 (constants of IGN, NTG 71). */
function lambert93(latitude: number, longitude: number): Point {
  const n = 0.725607765053267;
  const c = 11754255.426096;
  const sinus = Math.sin(latitude * RADIANS);
  const isometric = Math.atanh(sinus) - E * Math.atanh(E * sinus);
  const radius = c * Math.exp(-n * isometric);
  const angle = n * (longitude - 3) * RADIANS;
  return { x: 700000 + radius * Math.sin(angle), y: 12655612.049876 - radius * Math.cos(angle), epsg: 'EPSG:2154' };
}

/** UTM on GRS80, by the usual series: right to the centimetre inside its zone. */
function utm(latitude: number, longitude: number, zone: number, epsg: string): Point {
  const a = 6378137;
  const e2 = E * E;
  const ep2 = e2 / (1 - e2);
  const phi = latitude * RADIANS;
  const sinus = Math.sin(phi);
  const n = a / Math.sqrt(1 - e2 * sinus * sinus);
  const t = Math.tan(phi) ** 2;
  const c = ep2 * Math.cos(phi) ** 2;
  const d = (longitude - (zone * 6 - 183)) * RADIANS * Math.cos(phi);
  const arc =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi));
  const x = 0.9996 * n * (d + ((1 - t + c) * d ** 3) / 6) + 500000;
  const y = 0.9996 * (arc + n * Math.tan(phi) * (d ** 2 / 2 + ((5 - t + 9 * c + 4 * c ** 2) * d ** 4) / 24));
  return { x, y: y + (latitude < 0 ? 10_000_000 : 0), epsg };
}

const UTM: Record<string, readonly [zone: number, epsg: string]> = {
  '971': [20, 'EPSG:5490'],
  '972': [20, 'EPSG:5490'],
  '973': [22, 'EPSG:2972'],
  '974': [40, 'EPSG:2975'],
  '976': [38, 'EPSG:4471'],
};

/** `project('35', 48.117, -1.678)` → Rennes, about 351 900 m east and 6 789 900 m north, EPSG:2154; to the decimetre. */
export function project(departement: string, latitude: number, longitude: number): Point {
  const overseas = UTM[departement];
  const { x, y, epsg } = overseas ? utm(latitude, longitude, ...overseas) : lambert93(latitude, longitude);
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, epsg };
}
