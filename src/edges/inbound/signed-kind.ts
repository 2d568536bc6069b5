import { Type, type TSchema } from "typebox";
import type { KindOption } from "../../domain/sources/kind.ts";
import { invalid } from "../../kit/errors.ts";
import { checkSettings } from "./settings.ts";
import type { OpenSource, SourceKind, SourceMemory } from "./source-kind.ts";

/** A carrier that proves its calls with secrets that its own console shows. */
export interface SignedCarrier<Own extends object> {
  describe: string;
  secrets: {
    /** The setting that holds them. */
    setting: string;
    /** The carrier's name for one, and where its console shows it. */
    label: string;
    where: string;
    /** The form that every secret has, if the carrier's have one: its pattern, and how an error describes it. */
    form?: { pattern: RegExp; words: string };
  };
  /** Its further settings. */
  own?: { schema: Record<string, TSchema>; options: readonly KindOption[]; check?: (own: Own) => void };
  /** What to set in the carrier's console. */
  steps: readonly string[];
  open(secrets: string[], own: Own, memory: SourceMemory): OpenSource;
}

/** A kind of source whose secrets the carrier issues: several are valid while one replaces another. */
export function signedKind<Own extends object = object>(carrier: SignedCarrier<Own>): SourceKind {
  const { describe, secrets, own, steps } = carrier;
  const schema = Type.Object(
    {
      [secrets.setting]: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 4 }),
      ...own?.schema,
    },
    { additionalProperties: false },
  );
  const secretsIn = (settings: object): string[] =>
    (settings as Record<string, string[]>)[secrets.setting] ?? [];

  function validate(value: unknown): object {
    const settings: object = checkSettings(schema, value);
    const { form } = secrets;
    if (form && !secretsIn(settings).every((secret) => form.pattern.test(secret)))
      throw invalid(secrets.setting, `${secrets.setting} must be ${form.words}.`);
    own?.check?.(settings as Own);
    return settings;
  }

  return {
    describe: () => describe,
    options: [
      {
        name: "secrets",
        label: secrets.label,
        help: `${secrets.where} Two while one replaces the other.`,
        type: "secrets",
        required: true,
      },
      ...(own?.options ?? []),
    ],
    guide: () => ({
      steps: [...steps, "Then send an SMS to one of your numbers: only the carrier can sign a message."],
      curl: null,
    }),
    defaults: ({ secrets: given, settings = {} }) =>
      validate({ [secrets.setting]: [], ...settings, ...(given && { [secrets.setting]: given }) }),
    validate,
    secretOf: () => null, // The carrier created it, so it already has it.
    isOpen: () => false,
    renew: validate,
    open(value, memory) {
      const settings = validate(value);
      return carrier.open(secretsIn(settings), settings as Own, memory);
    },
  };
}
