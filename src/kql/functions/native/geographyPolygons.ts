import type { Dynamic } from './dynamicValue.ts';
import { arcsOf, geoJson, pair, polygonsOf, type Line, type Polygon } from './geometry.ts';
import { native, NativeFailure, type NativeFunction } from './nativeFunction.ts';
import { angle, bearing, cross, dot, earthRadius, isPlace, nearestOnArc, placeOf, scaled, signedArea, sum, unit, vectorOf, type Place, type Vector } from './sphere.ts';

/** Whether a ring goes around a place: the directions to its corners then turn once. A ring is smaller than half of the earth. */
function around(place: Place, ring: Line): boolean {
  const center = unit(ring.slice(1).map(vectorOf).reduce(sum, [0, 0, 0]));
  if (dot(center, vectorOf(place)) <= 0) return false;
  let turned = 0;
  for (const [index, corner] of ring.entries()) {
    const before = ring[index - 1];
    if (!before) continue;
    const step = bearing(place, corner) - bearing(place, before);
    turned += step > Math.PI ? step - 2 * Math.PI : step < -Math.PI ? step + 2 * Math.PI : step;
  }
  return Math.abs(turned) > Math.PI;
}

function within(place: Place, [outer, ...holes]: Polygon): boolean {
  return outer !== undefined && around(place, outer) && !holes.some((hole) => around(place, hole));
}

function pointInPolygon(longitude: number, latitude: number, value: Dynamic): boolean | null {
  const polygons = polygonsOf(value);
  const place = { longitude, latitude };
  return polygons && isPlace(place) ? polygons.some((polygon) => within(place, polygon)) : null;
}

function distanceToPolygon(longitude: number, latitude: number, value: Dynamic): number | null {
  const polygons = polygonsOf(value);
  const place = { longitude, latitude };
  if (!polygons || !isPlace(place)) return null;
  if (polygons.some((polygon) => within(place, polygon))) return 0;
  const point = vectorOf(place);
  return Math.min(...polygons.flatMap((polygon) => polygon.flatMap(arcsOf)).map(([a, b]) => angle(point, nearestOnArc(point, a, b)))) * earthRadius;
}

/** Of a ring, positive, on the unit sphere. */
function ringArea(ring: Line): number {
  const [first, ...corners] = ring.slice(1).map(vectorOf);
  return Math.abs(corners.slice(1).reduce((area, corner, index) => area + signedArea(first as Vector, corners[index] as Vector, corner), 0));
}

/** Several polygons may lie on one another; what they cover together is not worked out here. */
function single(polygons: readonly Polygon[]): Polygon {
  const [only, ...more] = polygons;
  if (!only || more.length > 0) throw new NativeFailure('a MultiPolygon of several polygons is joined first in Kusto, which the local engine does not do; take its polygons one by one');
  return only;
}

function area(value: Dynamic): number | null {
  const polygons = polygonsOf(value);
  if (!polygons) return null;
  const [outer, ...holes] = single(polygons);
  return (ringArea(outer ?? []) - holes.reduce((all, hole) => all + ringArea(hole), 0)) * earthRadius ** 2;
}

function perimeter(value: Dynamic): number | null {
  const polygons = polygonsOf(value);
  return polygons ? single(polygons).flatMap(arcsOf).reduce((length, [a, b]) => length + angle(a, b), 0) * earthRadius : null;
}

/** The centre of mass of a triangle on the sphere, its length the triangle's area; negative where the corners go clockwise. */
function weight(a: Vector, b: Vector, c: Vector): Vector {
  const grow = (x: number) => (x === 0 ? 1 : x / Math.sin(x));
  const [ra, rb, rc] = [grow(angle(b, c)), grow(angle(c, a)), grow(angle(a, b))];
  const row = (axis: 0 | 1 | 2): Vector => [a[axis], b[axis] - a[axis], c[axis] - a[axis]];
  const [x, y, z] = [row(0), row(1), row(2)];
  const r: Vector = [ra, rb - ra, rc - ra];
  return scaled([dot(cross(y, z), r), dot(cross(z, x), r), dot(cross(x, y), r)], 0.5);
}

function ringWeight(ring: Line): Vector {
  const [first, ...corners] = ring.slice(1).map(vectorOf);
  const all = corners.slice(1).reduce<Vector>((whole, corner, index) => sum(whole, weight(first as Vector, corners[index] as Vector, corner)), [0, 0, 0]);
  // Whichever way the corners go, the centre lies on the ring's side of the earth.
  return first && dot(all, first) < 0 ? scaled(all, -1) : all;
}

function centroid(value: Dynamic): Dynamic {
  const polygons = polygonsOf(value);
  if (!polygons) return null;
  const [outer, ...holes] = single(polygons);
  const all = holes.reduce((whole, hole) => sum(whole, scaled(ringWeight(hole), -1)), ringWeight(outer ?? []));
  return geoJson('Point', pair(placeOf(unit(all))));
}

/** Numbers that are no place on the earth, and texts that are no polygon, give null. */
export const geographyPolygonFunctions: readonly NativeFunction[] = [
  native({ name: 'geo_point_in_polygon', parameters: ['real', 'real', 'dynamic'], result: 'bool' }, pointInPolygon),
  native({ name: 'geo_distance_point_to_polygon', parameters: ['real', 'real', 'dynamic'], result: 'real' }, distanceToPolygon),
  native({ name: 'geo_polygon_area', parameters: ['dynamic'], result: 'real' }, area),
  native({ name: 'geo_polygon_perimeter', parameters: ['dynamic'], result: 'real' }, perimeter),
  native({ name: 'geo_polygon_centroid', parameters: ['dynamic'], result: 'dynamic' }, centroid),
];
