import { Type, type Static } from "typebox";
import { nullable } from "./shapes.ts";

const recognized = Type.Object(
  { service: Type.String(), name: Type.String(), confidence: Type.Number() },
  { title: "RecognizedService" },
);

export const extracted = Type.Object(
  {
    code: nullable(Type.String(), "As written in the text; null when it holds no code."),
    confidence: Type.Number({ description: "From 0 to 1." }),
    service: nullable(Type.String()),
    services: Type.Array(recognized, { description: "Whom text and sender speak for, the surest first." }),
    threshold: Type.Number({ description: "Points from which on a candidate is taken for a code." }),
    candidates: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          span: Type.Array(Type.Integer(), { description: "Where it stands: [from, to) in UTF-16 units." }),
          kind: Type.String(),
          score: Type.Number(),
          reasons: Type.Array(Type.Object({ points: Type.Number(), text: Type.String() })),
        },
        { title: "Candidate" },
      ),
    ),
  },
  { title: "Extraction" },
);
export type Extracted = Static<typeof extracted>;
