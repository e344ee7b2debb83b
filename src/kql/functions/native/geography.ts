import type { Dynamic } from './dynamicValue.ts';
import { native, type NativeFunction } from './nativeFunction.ts';
import { earthRadius, isPlace as isPlaceOnEarth } from './sphere.ts';

const radians = Math.PI / 180;

const isPlace = (longitude: number, latitude: number) => isPlaceOnEarth({ longitude, latitude });

function distance(longitude1: number, latitude1: number, longitude2: number, latitude2: number): number | null {
  if (!isPlace(longitude1, latitude1) || !isPlace(longitude2, latitude2)) return null;
  const half = Math.sin(((latitude2 - latitude1) * radians) / 2) ** 2 + Math.cos(latitude1 * radians) * Math.cos(latitude2 * radians) * Math.sin(((longitude2 - longitude1) * radians) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

function inCircle(longitude: number, latitude: number, centerLongitude: number, centerLatitude: number, radius: number): boolean | null {
  const metres = distance(longitude, latitude, centerLongitude, centerLatitude);
  return metres === null || !(radius >= 0) ? null : metres <= radius;
}

const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';
const longestGeohash = 18;

type Range = readonly [low: number, high: number];
interface Box {
  readonly longitude: Range;
  readonly latitude: Range;
}

const world: Box = { longitude: [-180, 180], latitude: [-90, 90] };
const middle = ([low, high]: Range) => (low + high) / 2;
const halved = (range: Range, upper: boolean): Range => (upper ? [middle(range), range[1]] : [range[0], middle(range)]);

/** Bits halve the longitude and the latitude in turn. */
function cut(box: Box, bit: number, upper: boolean): Box {
  return bit % 2 === 0 ? { ...box, longitude: halved(box.longitude, upper) } : { ...box, latitude: halved(box.latitude, upper) };
}

function toGeohash(longitude: number, latitude: number, accuracy: bigint | null): string | null {
  const length = Number(accuracy ?? 5n);
  if (!isPlace(longitude, latitude) || length < 1 || length > longestGeohash) return '';
  let box = world;
  let text = '';
  for (let letter = 0; letter < length; letter += 1) {
    let index = 0;
    for (let at = 0; at < 5; at += 1) {
      const bit = letter * 5 + at;
      const upper = bit % 2 === 0 ? longitude >= middle(box.longitude) : latitude >= middle(box.latitude);
      box = cut(box, bit, upper);
      index = index * 2 + Number(upper);
    }
    text += alphabet[index] ?? '';
  }
  return text;
}

function boxOf(geohash: string): Box | undefined {
  if (geohash.length < 1 || geohash.length > longestGeohash) return undefined;
  let box = world;
  for (const [letter, character] of Array.from(geohash).entries()) {
    const index = alphabet.indexOf(character);
    if (index < 0) return undefined;
    for (let at = 0; at < 5; at += 1) box = cut(box, letter * 5 + at, ((index >> (4 - at)) & 1) === 1);
  }
  return box;
}

function centralPoint(geohash: string): Dynamic {
  const box = boxOf(geohash);
  return box ? new Map<string, Dynamic>([['type', 'Point'], ['coordinates', [middle(box.longitude), middle(box.latitude)]]]) : null;
}

function polygon(geohash: string): Dynamic {
  const box = boxOf(geohash);
  if (!box) return null;
  const { longitude: [west, east], latitude: [south, north] } = box;
  return new Map<string, Dynamic>([['type', 'Polygon'], ['coordinates', [[[west, south], [east, south], [east, north], [west, north], [west, south]]]]]);
}

/** Steps to the east and north, in the order of the reference's example. */
const around: readonly (readonly [number, number])[] = [[-1, -1], [-1, 1], [1, -1], [0, 1], [-1, 0], [1, 1], [1, 0], [0, -1]];

/** Around the date line they go on at the other side; beyond a pole there are none. */
function neighbors(geohash: string): Dynamic {
  const box = boxOf(geohash);
  if (!box) return null;
  const [width, height] = [box.longitude[1] - box.longitude[0], box.latitude[1] - box.latitude[0]];
  return around.flatMap(([east, north]) => {
    const latitude = middle(box.latitude) + north * height;
    const longitude = ((middle(box.longitude) + east * width + 540) % 360) - 180;
    return Math.abs(latitude) < 90 ? [toGeohash(longitude, latitude, BigInt(geohash.length))] : [];
  });
}

/** Numbers that are no place on the earth give null, or an empty text. */
export const geographyFunctions: readonly NativeFunction[] = [
  native({ name: 'geo_distance_2points', parameters: ['real', 'real', 'real', 'real'], result: 'real' }, distance),
  native({ name: 'geo_point_in_circle', parameters: ['real', 'real', 'real', 'real', 'real'], result: 'bool' }, inCircle),
  native({ name: 'geo_point_to_geohash', parameters: ['real', 'real'], optional: ['long'], result: 'string' }, toGeohash),
  native({ name: 'geo_geohash_to_central_point', parameters: ['string'], result: 'dynamic' }, centralPoint),
  native({ name: 'geo_geohash_to_polygon', parameters: ['string'], result: 'dynamic' }, polygon),
  native({ name: 'geo_geohash_neighbors', parameters: ['string'], result: 'dynamic' }, neighbors),
];
