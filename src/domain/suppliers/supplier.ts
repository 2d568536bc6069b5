/**
 * Where numbers come from besides our own inventory. A supplier is asked outside any transaction, so it may be slow
 * and may fail; the order is already written (PLACING) and its price held when it is asked.
 */
export interface Supplier {
  name: string;
  /**
   * Gets a number for the order, or throws a `SupplierRefusal`. Asked twice for one order it must not take two
   * numbers. Anything else thrown counts as `supplier_unavailable`.
   */
  acquire(request: AcquireRequest): Promise<Acquired>;
  /** What it holds for the order, after a crash in between: null when nothing was taken. */
  recover(orderId: number): Promise<Acquired | null>;
  /** Gives back a number that came too late or will not be used. */
  release(orderId: number, ref: string): Promise<void>;
  /** How many numbers it can give now, for the catalogue's figures. */
  countStock(country: string, serviceSlugs: string[]): Promise<Map<string, number>>;
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

export interface Acquired {
  /** Digits with country code. */
  number: string;
  ref: string;
  /** The supplier's own window, where it is shorter. */
  expiresAt?: Date;
}

export class SupplierRefusal extends Error {
  readonly kind: "no_numbers" | "unavailable";
  constructor(kind: "no_numbers" | "unavailable") {
    super(kind);
    this.kind = kind;
  }
}

/** The supplier name of pools that stand on our own numbers. */
export const inventory = "inventory";

export type Suppliers = ReadonlyMap<string, Supplier>;
