import { isArray, isBag, isNumber, type Dynamic } from './dynamicValue.ts';
import { isPlace, vectorOf, type Place, type Vector } from './sphere.ts';

/** A line of GeoJSON: its places in order. */
export type Line = readonly Place[];

/** The rings of a polygon, each closed, the outer one first. */
export type Polygon = readonly Line[];

function placesOf(value: Dynamic): Line | undefined {
  if (!isArray(value)) return undefined;
  const places = value.map((item): Place | undefined => {
    if (!isArray(item) || item.length < 2) return undefined;
    const [longitude = null, latitude = null] = item;
    return isNumber(longitude) && isNumber(latitude) ? { longitude: Number(longitude), latitude: Number(latitude) } : undefined;
  });
  const sound = places.filter((place) => place !== undefined && isPlace(place));
  return sound.length === value.length ? (sound as Line) : undefined;
}

const same = (a: Place | undefined, b: Place | undefined) => a?.longitude === b?.longitude && a?.latitude === b?.latitude;

/** Undefined for anything but a LineString of at least two places that follow one another without standing still. */
export function lineOf(value: Dynamic): Line | undefined {
  if (!isBag(value) || value.get('type') !== 'LineString') return undefined;
  const line = placesOf(value.get('coordinates') ?? null);
  return line && line.length >= 2 && line.every((place, index) => index === 0 || !same(place, line[index - 1])) ? line : undefined;
}

/** The polygons of a Polygon or MultiPolygon; undefined where a ring is not closed, too short or stands still. */
export function polygonsOf(value: Dynamic): readonly Polygon[] | undefined {
  if (!isBag(value)) return undefined;
  const coordinates = value.get('coordinates') ?? null;
  const list = value.get('type') === 'Polygon' ? [coordinates] : value.get('type') === 'MultiPolygon' && isArray(coordinates) ? coordinates : [];
  const polygons = list.map(unwrapped).map((rings) => (isArray(rings) && rings.length > 0 ? rings.map(ringOf) : [undefined]));
  return polygons.length > 0 && polygons.every((rings) => rings.every((ring) => ring !== undefined)) ? polygons : undefined;
}

/** The reference makes a MultiPolygon of `pack_array(polygon.coordinates)`, which is an array too deep, and Kusto takes it. */
function unwrapped(rings: Dynamic): Dynamic {
  const only = isArray(rings) && rings.length === 1 ? rings[0] : undefined;
  const place = only !== undefined && isArray(only) && isArray(only[0] ?? null) ? (only[0] as readonly Dynamic[])[0] : undefined;
  return only !== undefined && place !== undefined && isArray(place) ? only : rings;
}

function ringOf(value: Dynamic): Line | undefined {
  const ring = placesOf(value);
  if (!ring || ring.length < 4 || !same(ring[0], ring.at(-1))) return undefined;
  const corners = ring.slice(1);
  return corners.every((place, index) => !same(place, ring[index])) && new Set(corners.map(({ longitude, latitude }) => `${String(longitude)} ${String(latitude)}`)).size === corners.length ? ring : undefined;
}

/** Each two neighbours of a line. */
export function arcsOf(line: Line): readonly (readonly [Vector, Vector])[] {
  const points = line.map(vectorOf);
  return points.slice(1).map((point, index) => [points[index] as Vector, point] as const);
}

export function geoJson(type: string, coordinates: Dynamic): Dynamic {
  return new Map<string, Dynamic>([['type', type], ['coordinates', coordinates]]);
}

export function pair({ longitude, latitude }: Place): Dynamic {
  return [longitude, latitude];
}
