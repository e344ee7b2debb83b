/** A type of Bridge, the runtime that Microsoft's compiled library stands on: a class with its prototype, or an interface. */
type RuntimeType = object & { readonly $kind?: string; readonly $is?: unknown; readonly $isInterface?: boolean; readonly $isArray?: boolean; readonly $isArrayEnumerator?: boolean };
type Members = Record<string, unknown>;
interface Boxed { readonly $boxed?: boolean }
type Is = (value: unknown, type: RuntimeType, ignoreFn?: boolean, allowNull?: boolean) => boolean;

interface Runtime {
  readonly Bridge: {
    is: Is;
    as: (value: unknown, type: RuntimeType, allowNull?: boolean) => unknown;
    getProperty: (value: Members, name: string) => unknown;
    hasValue: (value: unknown) => boolean;
    referenceEquals: (a: unknown, b: unknown) => boolean;
    ref: (owner: Members, name: string) => { v: unknown };
    getTypeAlias(type: RuntimeType): string;
    getTypeName: (value: unknown) => string;
    readonly Class: { getCachedType: (generic: object, args: ArrayLike<unknown>) => unknown };
  };
  readonly System: {
    readonly Array: {
      getCount: (list: unknown, type?: RuntimeType) => number;
      getItem: (list: unknown, index: number, type?: RuntimeType) => unknown;
      type: (element: RuntimeType, rank?: number, array?: { $type?: unknown }) => unknown;
    };
  };
}

/**
 * Has the runtime remember what it works out anew at each of millions of calls: whether a class is of a type, how a generic
 * member is called, which class a generic one with these arguments is. A quarter of a query's analysis was spent on that.
 */
export function quickenRuntime(): void {
  const { Bridge, System } = globalThis as unknown as Runtime;
  quickenTypeTests(Bridge);
  quickenTypeNames(Bridge);
  quickenLists(Bridge, System.Array);
  quickenGenerics(Bridge.Class);
  quickenValues(Bridge);
  // Asks first whether the object is the attributes of an HTML element, which there are none of here.
  Bridge.getProperty = (value, name) => value[name];
}

/** Whether an instance is of a type depends on its class alone, unless the type decides for itself or the value is boxed. */
function quickenTypeTests(bridge: Runtime['Bridge']): void {
  const slowIs = bridge.is.bind(bridge);
  const slowAs = bridge.as.bind(bridge);
  const known = new Map<object | null, Map<RuntimeType, boolean> | undefined>();
  const answersOf = (prototype: object | null) => {
    if (known.has(prototype)) return known.get(prototype);
    const answers = prototype && isClass(prototype) ? new Map<RuntimeType, boolean>() : undefined;
    known.set(prototype, answers);
    return answers;
  };
  const isOf = (value: object, type: RuntimeType, ignoreFn?: boolean): boolean => {
    const answers = answersOf(Object.getPrototypeOf(value) as object | null);
    const answer = answers?.get(type);
    if (answer !== undefined) return answer;
    const found = slowIs(value, type, ignoreFn);
    if (isFunction(type) && (!type.$is || type.$isInterface === true)) answers?.set(type, found);
    return found;
  };
  bridge.is = (value, type, ignoreFn, allowNull) => {
    if (value === null || value === undefined) return allowNull === true;
    return typeof value === 'object' ? isOf(value, type, ignoreFn) : slowIs(value, type, ignoreFn, allowNull);
  };
  bridge.as = (value, type, allowNull) => {
    if (typeof value !== 'object' || value === null || (value as Boxed).$boxed === true) return slowAs(value, type, allowNull);
    return isOf(value, type, false) ? value : null;
  };
}

/** The name of an instance's type is put together at each call. */
function quickenTypeNames(bridge: Runtime['Bridge']): void {
  const slow = bridge.getTypeName.bind(bridge);
  const names = new Map<object, string>();
  bridge.getTypeName = (value) => {
    const prototype = typeof value === 'object' && value !== null ? (Object.getPrototypeOf(value) as object | null) : null;
    if (prototype === null) return slow(value);
    const known = names.get(prototype);
    if (known !== undefined) return known;
    const name = slow(value);
    if (isClass(prototype)) names.set(prototype, name);
    return name;
  };
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** A class of Bridge; plain objects (boxed values among them) and arrays are none. */
function isClass(prototype: object): boolean {
  const owner = prototype.constructor as unknown as RuntimeType & { readonly prototype: unknown };
  return owner.$kind === 'class' && owner.prototype === prototype && owner.$isArray !== true && owner.$isArrayEnumerator !== true;
}

/** The runtime puts the name of a list's member together at each call, which costs more than the member. */
function quickenLists(bridge: Runtime['Bridge'], arrays: Runtime['System']['Array']): void {
  const namesOf = (before: string, after: string) => {
    const names = new Map<RuntimeType, string>();
    return (type: RuntimeType): string => {
      const name = names.get(type) ?? before + bridge.getTypeAlias(type) + after;
      names.set(type, name);
      return name;
    };
  };
  const slowType = arrays.type.bind(arrays);
  const types = new Map<RuntimeType, unknown>();
  arrays.type = (element, rank = 1, array) => {
    if (rank > 1) return slowType(element, rank, array);
    const known = types.get(element) ?? slowType(element, 1);
    types.set(element, known);
    if (array) array.$type = known;
    return array ?? known;
  };
  const slowCount = arrays.getCount.bind(arrays);
  const slowItem = arrays.getItem.bind(arrays);
  const countName = namesOf('System$Collections$Generic$ICollection$1$', '$getCount');
  const countProperty = namesOf('System$Collections$Generic$ICollection$1$', '$Count');
  const itemName = namesOf('System$Collections$Generic$IList$1$', '$getItem');
  arrays.getCount = (list, type) => {
    if (Array.isArray(list)) return list.length;
    if (type) {
      const members = list as Record<string, unknown>;
      const name = countName(type);
      if (typeof members[name] === 'function') return (members as Record<string, () => number>)[name]?.() ?? 0;
      // A list that is only read has no more than the property, under one of its names.
      if (typeof members['System$Collections$ICollection$getCount'] !== 'function') {
        const count = members[countProperty(type)] ?? members['System$Collections$ICollection$Count'] ?? members['Count'];
        if (typeof count === 'number') return count;
      }
    }
    return slowCount(list, type);
  };
  arrays.getItem = (list, index, type) => {
    if (type) {
      if (Array.isArray(list)) return list[index] as unknown;
      const members = list as Record<string, ((index: number) => unknown) | undefined>;
      const name = itemName(type);
      if (typeof members[name] === 'function') return members[name](index);
    }
    return slowItem(list, index, type);
  };
}

/** A generic type of one argument is looked up by that argument, no longer among all that were ever made. */
function quickenGenerics(classes: Runtime['Bridge']['Class']): void {
  const slow = classes.getCachedType.bind(classes);
  const made = new WeakMap<object, Map<unknown, unknown>>();
  classes.getCachedType = (generic, args) => {
    if (args.length !== 1) return slow(generic, args);
    const byArgument = made.get(generic) ?? new Map<unknown, unknown>();
    made.set(generic, byArgument);
    const found = byArgument.get(args[0]) ?? slow(generic, args);
    // The runtime answers null for a type that is not made yet.
    if (found !== null) byArgument.set(args[0], found);
    return found;
  };
}

/** A reference to a member, with accessors of a class in place of some defined for each object. */
class MemberReference {
  readonly #owner: Members;
  readonly #name: string;

  constructor(owner: Members, name: string) {
    this.#owner = owner;
    this.#name = name;
  }

  get v(): unknown {
    return this.#owner[this.#name];
  }

  set v(value: unknown) {
    this.#owner[this.#name] = value;
  }
}

/** Comparisons and references, which take boxed values and odd ones as before. */
function quickenValues(bridge: Runtime['Bridge']): void {
  const slowHasValue = bridge.hasValue.bind(bridge);
  const slowRef = bridge.ref.bind(bridge);
  const isBoxed = (value: unknown) => typeof value === 'object' && value !== null && (value as Boxed).$boxed === true;
  const hasValue = (value: unknown): boolean => (isBoxed(value) ? slowHasValue(value) : value !== null && value !== undefined);
  bridge.hasValue = hasValue;
  bridge.referenceEquals = (a, b) => (hasValue(a) ? a === b : !hasValue(b));
  bridge.ref = (owner, name) => (typeof owner === 'object' && typeof name === 'string' ? new MemberReference(owner, name) : slowRef(owner, name));
}
