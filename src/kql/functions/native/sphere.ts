/** Metres; the sphere that Kusto's distances are measured on. */
export const earthRadius = 6_371_010;
const radians = Math.PI / 180;

/** Degrees. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** A point of the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

export function isPlace({ longitude, latitude }: Place): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

export function vectorOf({ longitude, latitude }: Place): Vector {
  const [east, north] = [longitude * radians, latitude * radians];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

export function placeOf([x, y, z]: Vector): Place {
  return { longitude: Math.atan2(y, x) / radians, latitude: Math.atan2(z, Math.hypot(x, y)) / radians };
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];

export function unit(a: Vector): Vector {
  const length = Math.hypot(...a);
  return length === 0 ? a : scaled(a, 1 / length);
}

/** The angle between two points, exact for near ones too. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

/** The direction from one place to another, clockwise from north, 0 up to 2π. */
export function bearing(from: Place, to: Place): number {
  const [south, north, east] = [from.latitude * radians, to.latitude * radians, (to.longitude - from.longitude) * radians];
  const turned = Math.atan2(Math.sin(east) * Math.cos(north), Math.cos(south) * Math.sin(north) - Math.sin(south) * Math.cos(north) * Math.cos(east));
  return (turned + 2 * Math.PI) % (2 * Math.PI);
}

/** The point at a share of the way along the shortest arc. */
export function between(a: Vector, b: Vector, share: number): Vector {
  const whole = angle(a, b);
  if (whole === 0) return a;
  return unit(sum(scaled(a, Math.sin((1 - share) * whole) / Math.sin(whole)), scaled(b, Math.sin(share * whole) / Math.sin(whole))));
}

/** The point of an arc that is nearest to another point; one of its ends, exactly, where that is nearest. */
export function nearestOnArc(point: Vector, a: Vector, b: Vector): Vector {
  const normal = cross(a, b);
  if (Math.hypot(...normal) === 0) return a;
  const foot = unit(cross(cross(unit(normal), point), unit(normal)));
  const within = dot(cross(normal, a), foot) >= 0 && dot(cross(normal, b), foot) <= 0;
  if (within) return foot;
  return angle(point, a) <= angle(point, b) ? a : b;
}

/** Where two arcs cross; undefined where they do not, or lie on one circle. */
export function crossing(a: Vector, b: Vector, c: Vector, d: Vector): Vector | undefined {
  const [first, second] = [cross(a, b), cross(c, d)];
  const line = unit(cross(first, second));
  if (Math.hypot(...line) === 0) return undefined;
  const onBoth = (point: Vector) => [[a, b, first], [c, d, second]].every(([from, to, normal]) => dot(cross(normal as Vector, from as Vector), point) >= -tiny && dot(cross(normal as Vector, to as Vector), point) <= tiny);
  return [line, scaled(line, -1)].find(onBoth);
}

const tiny = 1e-15;

/** The area of a triangle on the unit sphere, positive where its corners go counter-clockwise. */
export function signedArea(a: Vector, b: Vector, c: Vector): number {
  return 2 * Math.atan2(dot(a, cross(b, c)), 1 + dot(a, b) + dot(b, c) + dot(c, a));
}
