/** A rent's wish for numbers of a pool: `count` of them, for a family of services. */
export interface Want {
  poolId: number;
  country: string;
  familyId: number;
  areaCode: string | null;
  excludePrefixes: string[];
  count: number;
}

export interface FreeNumber {
  /** Place of the want in the list, from 0. */
  want: number;
  number: string;
  id: number;
}
