import type { SourceAnswer } from "./source-kind.ts";

/** For carriers that look at the status alone. Empty, because some send any text of the answer back as an SMS. */
export const emptyAnswer: SourceAnswer = {
  status: 200,
  contentType: "text/plain; charset=utf-8",
  body: "",
};

/** An empty document of instructions: any Message in it would be sent to the sender, and billed. */
export const emptyDocument = (contentType: string): SourceAnswer => ({
  status: 200,
  contentType,
  body: "<Response></Response>",
});
