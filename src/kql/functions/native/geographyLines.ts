import type { Dynamic } from './dynamicValue.ts';
import { arcsOf, geoJson, lineOf, pair, polygonsOf, type Line } from './geometry.ts';
import { native, NativeFailure, type NativeFunction } from './nativeFunction.ts';
import { angle, bearing, between, crossing, earthRadius, isPlace, nearestOnArc, placeOf, scaled, sum, unit, vectorOf, type Place, type Vector } from './sphere.ts';

const at = (longitude: number, latitude: number): Place => ({ longitude, latitude });
const samePlace = (a: Place, b: Place) => a.longitude === b.longitude && a.latitude === b.latitude;

function azimuth(longitude1: number, latitude1: number, longitude2: number, latitude2: number): number | null {
  const [from, to] = [at(longitude1, latitude1), at(longitude2, latitude2)];
  return !isPlace(from) || !isPlace(to) || samePlace(from, to) ? null : bearing(from, to);
}

/** Clockwise at the second place, from the first to the third. */
function angleAt(longitude1: number, latitude1: number, longitude2: number, latitude2: number, longitude3: number, latitude3: number): number | null {
  const [back, on] = [azimuth(longitude2, latitude2, longitude1, latitude1), azimuth(longitude2, latitude2, longitude3, latitude3)];
  return back === null || on === null ? null : (on - back + 2 * Math.PI) % (2 * Math.PI);
}

interface Nearest {
  readonly point: Vector;
  /** Radians from the other point, and along the line to here. */
  readonly away: number;
  readonly along: number;
  /** The corner of the line that it is, if it is one. */
  readonly corner?: Place;
}

function nearest(place: Place, line: Line): Nearest {
  const point = vectorOf(place);
  const corners = line.map(vectorOf);
  let found: Nearest | undefined;
  let along = 0;
  for (const [index, [a, b]] of arcsOf(line).entries()) {
    const foot = nearestOnArc(point, a, b);
    const away = angle(point, foot);
    const corner = [index, index + 1].find((end) => corners[end] !== undefined && angle(foot, corners[end]) === 0);
    if (!found || away < found.away) found = { point: foot, away, along: along + angle(a, foot), ...(corner !== undefined && line[corner] && { corner: line[corner] }) };
    along += angle(a, b);
  }
  if (!found) throw new NativeFailure('a line has no places');
  return found;
}

function lengthOf(line: Line): number {
  return arcsOf(line).reduce((length, [a, b]) => length + angle(a, b), 0);
}

function distanceToLine(longitude: number, latitude: number, value: Dynamic): number | null {
  const line = lineOf(value);
  return line && isPlace(at(longitude, latitude)) ? nearest(at(longitude, latitude), line).away * earthRadius : null;
}

function closestOnLine(longitude: number, latitude: number, value: Dynamic): Dynamic {
  const line = lineOf(value);
  if (!line || !isPlace(at(longitude, latitude))) return null;
  const { point, corner } = nearest(at(longitude, latitude), line);
  return geoJson('Point', pair(corner ?? placeOf(point)));
}

function locate(value: Dynamic, longitude: number, latitude: number): number | null {
  const line = lineOf(value);
  return line && isPlace(at(longitude, latitude)) ? nearest(at(longitude, latitude), line).along / lengthOf(line) : null;
}

function interpolate(value: Dynamic, share: number): Dynamic {
  const line = lineOf(value);
  if (!line || !(share >= 0 && share <= 1)) return null;
  let rest = share * lengthOf(line);
  for (const [a, b] of arcsOf(line)) {
    const whole = angle(a, b);
    if (rest <= whole) return geoJson('Point', pair(placeOf(between(a, b, rest / whole))));
    rest -= whole;
  }
  return geoJson('Point', pair(line.at(-1) as Place));
}

/** Each arc weighs by its length. */
function lineCentroid(value: Dynamic): Dynamic {
  const line = lineOf(value);
  if (!line) return null;
  const weighted = arcsOf(line).map(([a, b]) => scaled(unit(sum(a, b)), 2 * Math.sin(angle(a, b) / 2)));
  return geoJson('Point', pair(placeOf(unit(weighted.reduce(sum, [0, 0, 0])))));
}

/** Where the lines cross, each place once. Lines that lie on one another are told apart only where they are the same. */
function crossings(one: Line, other: Line): readonly Place[] {
  const found = new Map<string, Place>();
  for (const [a, b] of arcsOf(one)) {
    for (const [c, d] of arcsOf(other)) {
      const point = crossing(a, b, c, d);
      if (!point) continue;
      const place = placeOf(point);
      found.set(`${place.longitude.toFixed(12)} ${place.latitude.toFixed(12)}`, place);
    }
  }
  return [...found.values()];
}

function intersection(first: Dynamic, second: Dynamic): Dynamic {
  const [one, other] = [lineOf(first), lineOf(second)];
  if (!one || !other) return null;
  if (one.length === other.length && one.every((place, index) => samePlace(place, other[index] as Place))) return first;
  if (overlap(one, other)) throw new NativeFailure('the lines lie on one another for a part of their way, which the local engine does not cut out');
  const places = crossings(one, other);
  const [only] = places;
  if (!only) return new Map<string, Dynamic>([['type', 'GeometryCollection'], ['geometries', []]]);
  return places.length === 1 ? geoJson('Point', pair(only)) : geoJson('MultiPoint', places.map(pair));
}

/** Two arcs of one circle that share more than an end. */
function overlap(one: Line, other: Line): boolean {
  const apart = (a: Vector, b: Vector) => angle(a, b) > 1e-12;
  const endsOn = (ends: readonly Vector[], [a, b]: readonly [Vector, Vector]) => ends.filter((end) => !apart(nearestOnArc(end, a, b), end));
  return arcsOf(one).some((arc) =>
    arcsOf(other).some((against) => {
      const [first, ...more] = [...endsOn(arc, against), ...endsOn(against, arc)];
      return first !== undefined && more.some((end) => apart(first, end));
    }),
  );
}

function intersects(first: Dynamic, second: Dynamic): boolean | null {
  const [one, other] = [lineOf(first), lineOf(second)];
  return one && other ? overlap(one, other) || crossings(one, other).length > 0 : null;
}

/** How far the straight line of a map is from the arc, where it is farthest; what Kusto's tessellation measures. */
function deviation(a: Place, b: Place): number {
  const [from, to] = [vectorOf(a), vectorOf(b)];
  const off = (share: number) => angle(between(from, to, share), vectorOf(at(a.longitude + (b.longitude - a.longitude) * share, a.latitude + (b.latitude - a.latitude) * share)));
  return Math.max(off(farthest), off(1 - farthest));
}

const farthest = 0.31215691082248312;
const certainty = 0.83829992569888509;
const leastTolerance = 0.1;

function densifyArc(a: Place, b: Place, tolerance: number): readonly Place[] {
  if (deviation(a, b) <= tolerance) return [b];
  const middle = at((a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2);
  return [...densifyArc(a, middle, tolerance), ...densifyArc(middle, b, tolerance)];
}

function densified(line: Line, metres: number): Line {
  const [first, ...others] = line;
  return [first as Place, ...others.flatMap((place, index) => densifyArc(line[index] as Place, place, (metres / earthRadius) * certainty))];
}

function densifyLine(value: Dynamic, tolerance: number | null): Dynamic {
  const line = lineOf(value);
  const metres = tolerance ?? 10;
  return line && metres >= leastTolerance ? geoJson('LineString', densified(line, metres).map(pair)) : null;
}

function densifyPolygon(value: Dynamic, tolerance: number | null): Dynamic {
  const polygons = polygonsOf(value);
  const metres = tolerance ?? 10;
  if (!polygons || !(metres >= leastTolerance)) return null;
  const rings = polygons.map((polygon) => polygon.map((ring) => densified(ring, metres).map(pair)));
  return rings.length === 1 ? geoJson('Polygon', rings[0] ?? []) : geoJson('MultiPolygon', rings);
}

/** Numbers that are no place on the earth, and texts that are no line, give null. */
export const geographyLineFunctions: readonly NativeFunction[] = [
  native({ name: 'geo_azimuth', parameters: ['real', 'real', 'real', 'real'], result: 'real' }, azimuth),
  native({ name: 'geo_angle', parameters: ['real', 'real', 'real', 'real', 'real', 'real'], result: 'real' }, angleAt),
  native({ name: 'geo_line_length', parameters: ['dynamic'], result: 'real' }, (value) => { const line = lineOf(value); return line ? lengthOf(line) * earthRadius : null; }),
  native({ name: 'geo_line_centroid', parameters: ['dynamic'], result: 'dynamic' }, lineCentroid),
  native({ name: 'geo_line_interpolate_point', parameters: ['dynamic', 'real'], result: 'dynamic' }, interpolate),
  native({ name: 'geo_line_locate_point', parameters: ['dynamic', 'real', 'real'], result: 'real' }, locate),
  native({ name: 'geo_line_densify', parameters: ['dynamic'], optional: ['real'], result: 'dynamic' }, densifyLine),
  native({ name: 'geo_polygon_densify', parameters: ['dynamic'], optional: ['real'], result: 'dynamic' }, densifyPolygon),
  native({ name: 'geo_distance_point_to_line', parameters: ['real', 'real', 'dynamic'], result: 'real' }, distanceToLine),
  native({ name: 'geo_closest_point_on_line', parameters: ['real', 'real', 'dynamic'], result: 'dynamic' }, closestOnLine),
  native({ name: 'geo_intersects_2lines', parameters: ['dynamic', 'dynamic'], result: 'bool' }, intersects),
  native({ name: 'geo_intersection_2lines', parameters: ['dynamic', 'dynamic'], result: 'dynamic' }, intersection),
];
