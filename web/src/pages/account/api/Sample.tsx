import { sampleOf, type Call } from "../../../samples/calls.ts";
import { languages, type Sources } from "../../../samples/language.ts";
import { placeOf } from "../../../samples/place.ts";
import { Samples } from "../../../parts/Samples.tsx";

/** A call in three languages, with the reader's key in it. */
export function Sample({ call, apiKey }: { call: Call; apiKey: string }) {
  const { base, key } = placeOf(apiKey);
  const sources = Object.fromEntries(
    languages.map((language) => [language, sampleOf(language, base, key, call)]),
  ) as Sources;
  return <Samples sources={sources} />;
}
