import leven from "leven";

/** A name that is not a setting, and the setting that was probably meant. */
export interface UnknownName {
  name: string;
  meant: string | null;
  /** Whether it is so close to the setting's name that it must be a typo: no other program would use it. */
  isSlip: boolean;
}

/** The names among these that are not settings. */
export function findUnknown(names: Iterable<string>, known: readonly string[]): UnknownName[] {
  return [...names].filter((name) => !known.includes(name)).map((name) => examine(name, known));
}

function examine(name: string, known: readonly string[]): UnknownName {
  const plain = name.toUpperCase().replace(/^ZAP(OTP)?_/, "").replaceAll(/[.-]/g, "_"); // prettier-ignore
  const slip = known.find((setting) => isSlip(plain, setting));
  if (slip !== undefined) return { name, meant: slip, isSlip: true };
  const parts = plain.split("_");
  const longer = known.find((setting) => {
    const own = setting.split("_");
    return parts.length > 1 && parts.every((part) => own.includes(part));
  });
  return { name, meant: longer ?? null, isSlip: false };
}

/** One typo per five letters, or the same letters in a different order. */
function isSlip(name: string, setting: string): boolean {
  if (name === setting) return true;
  const most = Math.max(1, Math.floor(setting.length / 5));
  return leven(name, setting) <= most || sorted(name) === sorted(setting);
}

const sorted = (name: string): string => [...name.replaceAll("_", "")].toSorted().join("");
