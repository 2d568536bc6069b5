/**
 * A source of numbers besides our own inventory. A supplier is asked outside any transaction, so it may be slow and
 * may fail; the order is already written (PLACING) and its price held when the supplier is asked. We wait
 * SUPPLIER_SECONDS at most, and accept its answer only if it is plausible (`faultOf`). The signal aborts when the
 * time is over.
 */
export interface Supplier {
  name: string;
  /**
   * Gets a number for the order, or throws a `SupplierRefusal`. If asked twice for one order, it must not take two
   * numbers. Any other error counts as `supplier_unavailable`, and as a number that may have been taken.
   */
  acquire(request: AcquireRequest, signal: AbortSignal): Promise<Acquired>;
  /** The number it holds for the order, if our side was interrupted: null if none was taken. */
  recover(orderId: number, signal: AbortSignal): Promise<Acquired | null>;
  /** Returns a number that will not be used. May be called again for one that was already returned. */
  release(orderId: number, ref: string, signal: AbortSignal): Promise<void>;
  /** The renter expects another code on the order's number. Suppliers that pass on whatever arrives leave this out. */
  expectAnother?(request: AnotherRequest, signal: AbortSignal): Promise<void>;
  /** How many numbers it can provide now, for the catalogue's figures. */
  countStock(country: string, serviceSlugs: string[], signal: AbortSignal): Promise<Map<string, number>>;
}

export interface AcquireRequest {
  orderId: number;
  country: string;
  dialCode: string;
  service: { slug: string; name: string };
  areaCode?: string;
  excludePrefixes: string[];
  /** When the window ends if the supplier does not say otherwise. */
  expiresAt: Date;
}

export type AnotherRequest = Pick<AcquireRequest, "orderId" | "country" | "service">;

export interface Acquired {
  /** Digits with country code. */
  number: string;
  ref: string;
  /** The supplier's own window, if it is shorter. */
  expiresAt?: Date;
}

/** The supplier says that it took no number for the order. */
export class SupplierRefusal extends Error {
  readonly kind: "no_numbers" | "unavailable";
  constructor(kind: "no_numbers" | "unavailable") {
    super(kind);
    this.kind = kind;
  }
}

/** The supplier name of pools filled with our own numbers. */
export const inventory = "inventory";

export type Suppliers = ReadonlyMap<string, Supplier>;

/** What is wrong with a number from a supplier, as a sentence without the number; null if it may be used. */
export function faultOf(
  { number, ref, expiresAt }: Acquired,
  wanted: Pick<AcquireRequest, "dialCode"> & Partial<Pick<AcquireRequest, "areaCode" | "excludePrefixes">>,
  at: Date,
): string | null {
  if (!/^\d{5,15}$/.test(number)) return "it is not 5 to 15 digits";
  if (!number.startsWith(wanted.dialCode)) return `it does not begin with ${wanted.dialCode}`;
  if (!number.startsWith(wanted.dialCode + (wanted.areaCode ?? ""))) return "it has another area code";
  if (wanted.excludePrefixes?.some((prefix) => number.startsWith(prefix)))
    return "its beginning was excluded";
  if (!/^\S{1,200}$/.test(ref)) return "it has no reference";
  if (expiresAt && !(expiresAt > at)) return "its window is over";
  return null;
}
